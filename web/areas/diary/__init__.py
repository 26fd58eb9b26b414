"""A person's calendar to drag on, and the same by forms; in a browser, and inside Telegram."""
