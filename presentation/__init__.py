"""What the bots and the web both show: words, button tokens, pictures."""
