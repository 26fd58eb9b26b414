"""The dictionary of a language: what its words and phrases mean, and what its figures look like."""

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
    """What unknown words are compared with, and how many slips each may bear."""
    short_days: ShortDays
    nameable: frozenset[str]
    """Parts of the day that a word beside them names; see Lexicon."""
    unnaming: frozenset[str]
    """Words beside these that name nothing."""
    suiting: frozenset[str]
    """Words for work that, after days, say that these suit; see Lexicon."""

    def single(self, word: str) -> Meaning | None:
        """What a word means by itself; None for one that is unknown, or known in phrases alone."""
        return next((meaning for parts, meaning in self.phrases.get(word, ()) if parts == (word,)), None)


_PIECES = re.compile(r"\d+(?:[ºª°]|[oa]\b)?|[^\s\d]+")
_GUESSED_MARKS = (Tag.FREE, Tag.BUSY, Tag.EVERY, Tag.EXCEPT, Tag.UNTIL)
_SHORTEST_NAME = 5
_SHORTEST_MARK = 7
_SHORTEST_PERIOD = 6
"""Letters; slips in shorter words are not guessed at."""


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
    """What a phrase is compared by: words, and figures with the sign that makes them ordinals."""
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
    """The words that an unknown one may be a slip of: days and months first, then marks, then periods."""
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
