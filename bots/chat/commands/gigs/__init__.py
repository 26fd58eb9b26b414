"""Rehearsals and gigs."""
