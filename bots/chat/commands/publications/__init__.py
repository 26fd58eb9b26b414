"""Commands and buttons about secret addresses."""
