"""Availability sentences understood: words and a context in, rules and assumptions out."""

from core.scheduling.phrases.sentence import understand

__all__ = ["understand"]
