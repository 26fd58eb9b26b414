"""A person's own diary: entering, correcting and showing it."""
