"""Patterns made of words: a template gives their order, the vocabulary the words themselves."""

import re
from functools import cache

from core.marketplace.posts.vocabularies.vocabulary import Words


@cache
def group(words: Words) -> str:
    """A pattern for any of these, whole words, the longest first; one that never matches for none."""
    spelt = sorted({word for word in words.split("|") if word}, key=len, reverse=True)
    if not spelt:
        return r"(?!)"
    return rf"(?<!\w)(?:{'|'.join(map(_loose, spelt))})(?:(?!\w)|(?<='))"


def _loose(word: str) -> str:
    return re.escape(word).replace(r"\ ", "[ -]?")


@cache
def compiled(template: str, *words: Words) -> re.Pattern[str]:
    """The pattern with its words filled in; kept.

    `{0}` is any of the first words, whole ("group"). `{0:bare}` is any of them as spelt and in their order,
    with any neighbours. `{0:not_behind}` is a place without one of them and a blank before it.
    """
    return re.compile(template.format(*map(_Spelt, words)))


@cache
def spelt(words: Words) -> frozenset[str]:
    """The words one by one, for a look-up."""
    return frozenset(word for word in words.split("|") if word)


class _Spelt:
    """Words that a template is filled with."""

    __slots__ = ("_words",)

    def __init__(self, words: Words) -> None:
        self._words = words

    def __format__(self, manner: str) -> str:
        each = [re.escape(word) for word in self._words.split("|") if word]
        if manner == "bare":
            return f"(?:{'|'.join(each)})" if each else r"(?!)"
        if manner == "not_behind":
            return "".join(rf"(?<!{word} )" for word in each)
        return group(self._words)
