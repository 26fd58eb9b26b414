"""Secret addresses in words."""
