"""Venues and their promoters."""
