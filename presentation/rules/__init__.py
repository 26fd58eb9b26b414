"""The rules of a diary in words, for chats and pages."""
