"""Nights of venues in words, for chats and pages."""
