"""The languages in which gig posts are read."""

from functools import cache, reduce
from importlib import import_module

from core.marketplace.posts.vocabularies.patterns import compiled, group, spelt
from core.marketplace.posts.vocabularies.vocabulary import Small, Vocabulary, Words, merged

LANGUAGES = ("en", "de", "es", "fr", "pt")
"""Each is a module of this package; English gig words are in use everywhere."""


@cache
def vocabulary_for(locale: str) -> Vocabulary:
    """The words for a BCP 47 locale."""
    code = locale.replace("_", "-").partition("-")[0].lower()
    if code == LANGUAGES[0] or code not in LANGUAGES:
        return _own(LANGUAGES[0])
    return merged(_own(LANGUAGES[0]), _own(code))


@cache
def all_vocabularies() -> Vocabulary:
    """The words of all languages, for what is understood in any of them."""
    return reduce(merged, map(_own, LANGUAGES))


def _own(code: str) -> Vocabulary:
    found: Vocabulary = import_module(f"core.marketplace.posts.vocabularies.{code}").VOCABULARY
    return found


__all__ = [
    "LANGUAGES",
    "Small",
    "Vocabulary",
    "Words",
    "all_vocabularies",
    "compiled",
    "group",
    "spelt",
    "vocabulary_for",
]
