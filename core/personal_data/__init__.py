"""All data held about a person: summing it up, merging two people, exporting and erasing it."""
