"""The market as rows.

venues.py        venues, promoters, and the chats that are bound to venues
invites.py       invites for promoters
events.py        nights and their slots
public_nights.py nights as everybody may see them
applications.py  applications, bookings, and what players answered to last looks
matches.py       which band was told of which night
searches.py      the searches for bands that fit a night
tables.py        venue, promoter, venue_invite, venue_binding, event, slot, application, look, match, search
"""
