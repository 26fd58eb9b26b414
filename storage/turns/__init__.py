"""What a turn reads when it begins and leaves behind when it ends, as rows.

journal.py   changes
pending.py   half-filled requests that wait for their person
arrivals.py  both, read in one statement
tables.py    change, draft
"""
