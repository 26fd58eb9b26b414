"""A person: profile, settings, accounts, data."""
