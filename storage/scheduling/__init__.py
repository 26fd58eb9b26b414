"""What fills people's time, as rows.

diaries.py        availabilities: what people have said
confirmations.py  which months they have confirmed, and when they last touched their diaries
commitments.py    rehearsals and gigs, and what players answer to them
feeds.py          imported calendars, for use cases
feed_claims.py    imported calendars that are due, for the job that fetches them
taken.py          what calendars and commitments take from people's time
nudges.py         who was last nudged by which band
tables.py         availability, confirmation, nudge, feed, commitment, rsvp
"""
