"""The single date that a whole text is in one language.

dateparser is never shown the text. Each piece of it is looked up first, so that nothing is skipped, and only
the day, the month's name and the year that were found are read by it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from core.scheduling.phrases.lexing.letters import plain
from core.scheduling.tongues.known import TONGUES
from core.scheduling.tongues.library import calendar_day, relative_day, vocabulary

_MOST = 4
"""Pieces of a date: a weekday, a day, a month, a year."""


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date, and the weekday named with it."""

    day: date
    weekday: int | None = None
    """The weekday named beside the date; 0 is Monday."""


def taken(words: str, language: str, *, today: date) -> DateFound | None:
    """The date that the words are; None: they are not one date and nothing else."""
    known = vocabulary(language)
    said = " ".join(plain(words).rstrip(".! ").split())
    if (relative := known.relative.get(said)) is not None:
        day = relative_day(relative.word, language, today=today)
        return DateFound(day) if day == today + timedelta(days=relative.number) else None
    pieces = [piece for piece in _PIECE.findall(said) if piece.rstrip(".") not in TONGUES[language].small]
    if not 0 < len(pieces) <= _MOST:
        return None
    if len(pieces) == 1:
        return _on_weekday(pieces[0], language, today)
    return next(filter(None, (_dated(parts, language, today) for parts in _ways(pieces, language))), None)


def _on_weekday(piece: str, language: str, today: date) -> DateFound | None:
    named = vocabulary(language).weekdays.get(piece)
    if named is None or not named.whole:
        return None
    day = calendar_day(named.word, language, today=today)
    return DateFound(day) if day is not None and day.weekday() == named.number else None


_PIECE = re.compile(r"[^\s,]+")
_FIGURE = re.compile(r"(?:l')?(?P<day>\d{1,2})(?P<ending>[^\d]*)")
_YEAR = re.compile(r"(20\d\d)(?:г|р|r)?\.?")
_DATE = re.compile(r"w?dmy?|dmy?w")


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the text in one of its meanings."""

    kind: str
    """"w", "d", "m" or "y": a weekday, a day's figure, a month, a year."""
    number: int
    word: str
    """As dateparser has it."""


def _ways(pieces: list[str], language: str) -> Iterator[dict[str, _Part]]:
    """The ways in which the pieces are one date: "mar" is March after a day and Tuesday before it."""
    meanings = [list(_meanings(piece, language)) for piece in pieces]
    for parts in product(*meanings):
        if _DATE.fullmatch("".join(part.kind for part in parts)):
            yield {part.kind: part for part in parts}


def _meanings(piece: str, language: str) -> Iterator[_Part]:
    known = vocabulary(language)
    word = piece.rstrip(".")
    if found := _FIGURE.fullmatch(piece):
        if found["ending"] in ("", ".", *TONGUES[language].ordinals):
            yield _Part("d", int(found["day"]), found["day"])
    elif found := _YEAR.fullmatch(piece):
        yield _Part("y", int(found[1]), found[1])
    elif (month := known.months.get(word)) is not None:
        yield _Part("m", month.number, month.word)
    if (weekday := known.weekdays.get(word)) is not None:
        yield _Part("w", weekday.number, weekday.word)


def _dated(parts: dict[str, _Part], language: str, today: date) -> DateFound | None:
    """The date of those parts, which dateparser must read as they stand."""
    said = " ".join(parts[kind].word for kind in "dmy" if kind in parts)
    day = calendar_day(said, language, today=today)
    if day is None or (day.day, day.month) != (parts["d"].number, parts["m"].number):
        return None
    if "y" in parts and day.year != parts["y"].number:
        return None
    return DateFound(day, parts["w"].number if "w" in parts else None)
