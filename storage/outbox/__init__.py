"""Notices as rows.

outbox.py         notices are left by use cases
claims.py         notices are claimed, sent, put back or buried by the job that delivers them
best_account.py   which of a person's accounts is written to
tables.py         outbox
"""
