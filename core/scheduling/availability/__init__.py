"""A person's time: their own rules, calendars and commitments, and how fresh the diary is."""
