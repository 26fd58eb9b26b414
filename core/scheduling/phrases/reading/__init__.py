"""From tokens to statements about days and times."""
