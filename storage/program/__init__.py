"""The program's own data.

settings.py  named values, among them its secret
upkeep.py    removing rows that are no longer needed
tables.py    setting
"""
