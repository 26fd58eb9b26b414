"""Features that only Discord has."""
