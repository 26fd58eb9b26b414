"""Single dates in languages that the grammar does not read; import `reading` late, it loads dateparser."""
