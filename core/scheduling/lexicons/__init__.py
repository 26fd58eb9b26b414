"""The languages that are understood."""

from functools import cache
from importlib import import_module

from core.scheduling.lexicons.lexicon import Lexicon, Meaning, Sense, Tag, meanings, senses_of

LANGUAGES = ("en", "de", "es", "fr", "pt")
"""Each is a module of this package; the first is the fallback."""


@cache
def lexicon_for(language: str) -> Lexicon:
    """The lexicon of an ISO 639-1 code; English where there is none."""
    code = language if language in LANGUAGES else LANGUAGES[0]
    found: Lexicon = import_module(f"core.scheduling.lexicons.{code}").LEXICON
    return found


def language_of(locale: str) -> str:
    """The language that sentences of a BCP 47 locale are read in."""
    code = locale.replace("_", "-").partition("-")[0].lower()
    return code if code in LANGUAGES else LANGUAGES[0]


__all__ = [
    "LANGUAGES",
    "Lexicon",
    "Meaning",
    "Sense",
    "Tag",
    "language_of",
    "lexicon_for",
    "meanings",
    "senses_of",
]
