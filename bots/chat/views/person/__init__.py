"""A person in words."""
