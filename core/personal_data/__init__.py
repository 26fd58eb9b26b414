"""All that is held about a person: summed up, joined with another's, given out, and erased."""
