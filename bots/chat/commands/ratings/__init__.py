"""What is typed and pressed about ratings after a night."""
