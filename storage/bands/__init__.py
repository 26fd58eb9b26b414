"""Bands as rows.

bands.py    bands, memberships, and the chats that are bound to them
invites.py  invites
freed.py    bands for which open dates may fit that did not before
tables.py   band, membership, binding, invite
"""
