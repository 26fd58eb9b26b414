"""The band itself in words."""
