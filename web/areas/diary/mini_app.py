"""The Mini App's door."""

ROUTES = ()
