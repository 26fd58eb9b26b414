"""Diaries, imported calendars and commitments, as rows.

diaries.py        availabilities: the rules of people's diaries
confirmations.py  confirmed months, and when people last looked at their diaries
commitments.py    rehearsals and gigs, with the players' answers
feeds.py          imported calendars, for use cases
feed_claims.py    imported calendars that are due, for the job that fetches them
taken.py          time taken by calendars and commitments
nudges.py         the last nudge of each person by each band
tables.py         availability, confirmation, nudge, feed, commitment, rsvp
"""
