"""People as rows.

people.py      people and their accounts
link_codes.py  codes that link another account
tables.py      person, account, link_code
"""
