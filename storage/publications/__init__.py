"""Secret addresses by which something is read outside the chats."""
