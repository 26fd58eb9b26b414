"""The changes and pending commands that turns read and leave behind, as rows.

journal.py   changes
pending.py   half-filled commands that wait for the person's answer
arrivals.py  both, read in one statement
tables.py    change, draft
"""
