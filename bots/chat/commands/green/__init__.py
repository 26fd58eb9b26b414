"""When the band can play."""
