"""What is on for one person, in all their bands and venues at once: read by their page on the web."""
