"""When a rule happens: spans of time, rules of RFC 5545, and their instances."""
