"""A person's own diary in words."""
