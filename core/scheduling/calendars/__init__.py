"""Calendars elsewhere (RFC 5545): addresses, and bytes that become busy times (docs/mechanisms/calendars.md).

Nothing here fetches or stores. Only an event's times are read, and whether it takes time: never its words.
"""
