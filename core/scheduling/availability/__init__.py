"""What fills a person's time: rules that were said, calendars, commitments; and how fresh all that is."""
