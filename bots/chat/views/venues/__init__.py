"""Words for venues and their promoters."""
