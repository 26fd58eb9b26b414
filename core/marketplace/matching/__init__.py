"""Bands and open dates brought together: which fit each other, how well, and why.

A match is a suggestion: nothing tells a promoter anything before the band's people have said so. A venue
never learns which player is busy; a band's own people read it, as in `/why`.
"""
