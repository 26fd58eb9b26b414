"""The dictionary of a language: the meanings of its words and phrases, and the shapes of its figures."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from core.scheduling.lexicons import Lexicon, Meaning, Sense, Tag, lexicon_for, meanings, senses_of
from core.scheduling.phrases.lexing.shapes import shapes_of
from core.scheduling.phrases.lexing.shortdays import ShortDays, short_days_of

Phrases = dict[str, list[tuple[tuple[str, ...], Meaning]]]
"""First word to phrases, longest first."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A lexicon made ready: phrases by their first word, figures by one alternation."""

    lexicon: Lexicon
    phrases: Phrases
    shapes: re.Pattern[str]
    senses: dict[str, tuple[Sense, ...]]
    """Other meanings of words, which their neighbours give them."""
    names: dict[str, int]
    """Words that unknown ones are compared with, each with the misspelt letters allowed."""
    short_days: ShortDays
    nameable: frozenset[str]
    """Parts of the day that a word beside them names; see Lexicon."""
    unnaming: frozenset[str]
    """Words beside these that name nothing."""
    suiting: frozenset[str]
    """Words for work that, after days, say that these suit; see Lexicon."""

    def single(self, word: str) -> Meaning | None:
        """The meaning of a word by itself; None if it is unknown, or known only in phrases."""
        return next((meaning for parts, meaning in self.phrases.get(word, ()) if parts == (word,)), None)


_PIECES = re.compile(r"\d+(?:[ºª°]|[oa]\b)?|[^\s\d]+")
_GUESSED_MARKS = (Tag.FREE, Tag.BUSY, Tag.EVERY, Tag.EXCEPT, Tag.UNTIL)
_SHORTEST_NAME = 5
_SHORTEST_MARK = 7
_SHORTEST_PERIOD = 6
"""Letters; shorter words are not corrected."""


@cache
def dictionary_for(language: str) -> Dictionary:
    """The dictionary of a language, made once."""
    lexicon = lexicon_for(language)
    known = meanings(lexicon)
    return Dictionary(
        lexicon,
        _phrases(lexicon, known),
        shapes_of(lexicon, known),
        senses_of(lexicon),
        _guessable(lexicon),
        short_days=short_days_of(lexicon),
        nameable=frozenset(lexicon.nameable.split("|")),
        unnaming=frozenset(lexicon.unnaming.split("|")),
        suiting=frozenset(lexicon.suiting.split("|")),
    )


def pieces(phrase: str) -> tuple[str, ...]:
    """The pieces that a phrase is compared by: words, and figures with their ordinal sign."""
    return tuple(_PIECES.findall(phrase))


def _phrases(lexicon: Lexicon, known: Mapping[str, Meaning]) -> Phrases:
    found: Phrases = {}
    for spelling, meaning in known.items():
        parts = pieces(spelling.replace("'", " ") if lexicon.elides else spelling)
        found.setdefault(parts[0], []).append((parts, meaning))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


def _guessable(lexicon: Lexicon) -> dict[str, int]:
    """Words that an unknown one may be a misspelling of: days and months, then marks, then periods."""
    names = {
        name: 1 if len(name) < 7 else 2
        for name in _spellings((*lexicon.weekdays, *lexicon.weekdays_repeated, *lexicon.months))
        if len(name) >= _SHORTEST_NAME
    }
    marks = (lexicon.marks.get(tag, "") for tag in _GUESSED_MARKS)
    periods = (*lexicon.parts.values(), *lexicon.units.values(), *lexicon.relative_days.values())
    for table, shortest in ((marks, _SHORTEST_MARK), (periods, _SHORTEST_PERIOD)):
        for word in _spellings(table):
            if len(word) >= shortest and word.isalpha():
                names.setdefault(word, 1)
    return names


def _spellings(table: Iterable[str]) -> Iterator[str]:
    for words in table:
        yield from words.split("|")
