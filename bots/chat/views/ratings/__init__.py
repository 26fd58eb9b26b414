"""Words about ratings after a night."""
