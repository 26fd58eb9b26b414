"""A band's free days for people outside it: as words to copy, and as pages to print."""
