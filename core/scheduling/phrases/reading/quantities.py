"""Figures that count things and say no time: 200 cap, 2 supports, a 25 min set."""

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Day
from core.scheduling.phrases.lexing.token import FIGURES
from core.scheduling.phrases.reading.dates import read_day
from core.scheduling.phrases.reading.source import Source

_DATED = (Role.DASH, Role.TO, Role.UNTIL, Role.MONTH, Role.OF, Role.COLON, Role.SLASH)
"""Behind a figure, these make a date or a time of it."""


def past_quantity(source: Source, i: int) -> int | None:
    """The index behind the quantity that begins at `i`; None where none does."""
    role = source.at(i).role
    if role is Role.QUANTITY_BEFORE and source.role(i + 1) in (*FIGURES, Role.COUNT):
        dated = source.role(i + 2) in _DATED or _has_month(source, i + 1)
        return i + 1 if dated else i + 2
    if role in FIGURES and _counts_things(source, i):
        if source.role(i + 1) is Role.FREE:
            return source.skip(i + 1, Role.FREE, Role.WORD, Role.QUANTITY_UNIT)
        return i + 2
    return None


def _has_month(source: Source, i: int) -> bool:
    """Whether the figure at `i` is a day of a month that is said."""
    found = read_day(source, i)
    return found is not None and any(isinstance(item, Day) and item.month is not None for item in found[0])


def _counts_things(source: Source, i: int) -> bool:
    """Whether the figure at `i` counts things."""
    follows = source.at(i + 1)
    match follows.role:
        case Role.QUANTITY_UNIT | Role.ELSEWHERE:
            return True
        case Role.QUANTITY_BEFORE:
            return source.role(i + 2) not in FIGURES
        case Role.DASH:  # "200-300 people"
            return source.role(i + 2) is Role.NUMBER and source.role(i + 3) is Role.QUANTITY_UNIT
        case Role.UNIT:  # "a 25 min set", but "for 2 hours"
            hours = follows.key == "hour" and source.role(i - 1) is not Role.FOR
            return hours or follows.key == "minute"
    return False
