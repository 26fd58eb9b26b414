"""Notices as rows.

outbox.py         leaving notices, for use cases
claims.py         claiming notices, and marking them as sent, put back or buried, for the delivering job
best_account.py   choosing the account to write to
tables.py         outbox
"""
