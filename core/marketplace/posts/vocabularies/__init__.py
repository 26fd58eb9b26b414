"""The languages in which gig posts are read."""

from functools import cache
from importlib import import_module

from core.marketplace.posts.vocabularies.vocabulary import Vocabulary, Words, compiled, group, merged

LANGUAGES = ("en", "de", "es", "fr", "pt")
"""Each is a module of this package; English gig words are in use everywhere."""


@cache
def vocabulary_for(locale: str) -> Vocabulary:
    """The words for a BCP 47 locale."""
    english: Vocabulary = import_module("core.marketplace.posts.vocabularies.en").VOCABULARY
    code = locale.replace("_", "-").partition("-")[0].lower()
    if code == "en" or code not in LANGUAGES:
        return english
    own: Vocabulary = import_module(f"core.marketplace.posts.vocabularies.{code}").VOCABULARY
    return merged(english, own)


__all__ = ["LANGUAGES", "Vocabulary", "Words", "compiled", "group", "vocabulary_for"]
