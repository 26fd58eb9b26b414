"""Rehearsals and gigs in words."""
