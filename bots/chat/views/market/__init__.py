"""Gig posts in words."""
