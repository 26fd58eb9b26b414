"""People as rows.

people.py      people and their accounts
link_codes.py  codes that join two accounts
tables.py      person, account, link_code
"""
