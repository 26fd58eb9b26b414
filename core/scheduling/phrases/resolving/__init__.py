"""From what was read to rules."""
