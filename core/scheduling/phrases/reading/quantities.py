"""Figures that count things and are no times: 200 cap, 2 supports, a 25 min set."""

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import DayForm
from core.scheduling.phrases.lexing.token import FIGURES
from core.scheduling.phrases.reading.dates import read_day
from core.scheduling.phrases.reading.source import Source

_DATED = (
    Tag.DASH,
    Tag.TO,
    Tag.UNTIL,
    Tag.MONTH,
    Tag.OF,
    Tag.COLON,
    Tag.SLASH,
)
"""Tags that make the figure before them a date or a time."""


def past_quantity(source: Source, i: int) -> int | None:
    """The index after the quantity that begins at `i`; None if there is none."""
    tag = source.at(i).tag
    if tag is Tag.QUANTITY_BEFORE and source.tag(i + 1) in (*FIGURES, Tag.COUNT):
        dated = source.tag(i + 2) in _DATED or _has_month(source, i + 1)
        return i + 1 if dated else i + 2
    if tag in FIGURES and _counts_things(source, i):
        if source.tag(i + 1) is Tag.FREE:
            return source.skip(i + 1, Tag.FREE, Tag.WORD, Tag.QUANTITY_UNIT)
        return i + 2
    return None


def _has_month(source: Source, i: int) -> bool:
    """Whether the figure at `i` is a day with its month."""
    found = read_day(source, i)
    return found is not None and any(
        isinstance(item, DayForm) and item.month is not None for item in found[0]
    )


def _counts_things(source: Source, i: int) -> bool:
    """Whether the figure at `i` counts things."""
    follows = source.at(i + 1)
    match follows.tag:
        case Tag.QUANTITY_UNIT | Tag.ELSEWHERE:
            return True
        case Tag.QUANTITY_BEFORE:
            return source.tag(i + 2) not in FIGURES
        case Tag.DASH:  # "200-300 people"
            return source.tag(i + 2) is Tag.NUMBER and source.tag(i + 3) is Tag.QUANTITY_UNIT
        case Tag.UNIT:  # "a 25 min set", but "for 2 hours"
            hours = follows.key == "hour" and source.tag(i - 1) is not Tag.FOR
            return hours or follows.key == "minute"
    return False
