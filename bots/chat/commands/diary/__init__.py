"""A person's own diary."""
