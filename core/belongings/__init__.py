"""All that is held about a person: weighed, joined with another's, given out, and erased."""
