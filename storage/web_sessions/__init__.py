"""Links that sign in on the web, and sessions."""
