"""From statements as read to rules."""
