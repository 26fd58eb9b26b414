"""When a band can play, and why not."""
