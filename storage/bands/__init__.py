"""Bands as rows.

bands.py    bands, memberships, and the chats that are bound to them
invites.py  invites
tables.py   band, membership, binding, invite
"""
