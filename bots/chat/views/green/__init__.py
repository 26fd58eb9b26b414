"""When the band can play, in words and pictures."""
