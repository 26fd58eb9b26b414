"""What the program keeps for itself.

settings.py  named values, among them its secret
upkeep.py    rows that have outlived their use are cleared away
tables.py    setting
"""
