"""Months and years as words name them."""

from datetime import date

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayStretch
from core.scheduling.phrases.reading.source import Source

_NEAR = {
    Tag.IN, Tag.OF, Tag.UNTIL, Tag.FROM, Tag.BEFORE, Tag.AFTER, Tag.TO, Tag.DASH, Tag.THIS,
    Tag.NEXT, Tag.ALL, Tag.MID, Tag.EARLY, Tag.LATE, Tag.BEGINNING, Tag.ENDING, Tag.REST,
    Tag.STARTING, Tag.BETWEEN, Tag.EXCEPT, Tag.SLASH, Tag.BUSY, Tag.FREE, Tag.NUMBER, Tag.ORDINAL,
    Tag.DOTTED,
}  # fmt: skip
"""Tags that make a shy word after them a month."""
_FIGURES = (Tag.NUMBER, Tag.ORDINAL)
VERBS = (Tag.WORD, Tag.NOISE, Tag.NOT, Tag.FREE, Tag.BUSY, Tag.MAYBE)
"""Tags after "may" and "march" where they are no months."""
_JOINS = (Tag.DASH, Tag.TO, Tag.AND, Tag.OR, Tag.SLASH, Tag.UNTIL)


def in_company(source: Source, i: int) -> bool:
    """Whether the month at `i` is meant as one; a shy word (may, march) needs a date's company."""
    if not source.at(i).shy or len(source.tokens) == 1:
        return True
    before, after = source.tag(i - 1), source.tag(i + 1)
    if before in (Tag.THIS, Tag.NEXT):
        return after not in (Tag.WORD, Tag.OR, Tag.NOISE, Tag.NOT)
    if before in _NEAR or (before is Tag.STOP and source.tag(i - 2) is Tag.NUMBER):
        return not (before in (Tag.FREE, Tag.NUMBER) and after in (Tag.WORD, Tag.FREE))
    return _before_day(source, i) or _beside_month(source, i)


def _before_day(source: Source, i: int) -> bool:
    """Whether a day of the month stands after it: "May 5", "may. 5", "May the 5th"."""
    after = source.tag(i + 1)
    if after in (Tag.STOP, Tag.THE):
        return source.tag(i + 2) in _FIGURES
    return after in _FIGURES or after is Tag.CARDINAL


def _beside_month(source: Source, i: int) -> bool:
    """Whether another month stands beside it: "May to mid June", "April and May"."""
    beyond = source.skip(i + 2, Tag.MID, Tag.EARLY, Tag.LATE, Tag.ENDING, Tag.BEGINNING, Tag.THE)
    if source.tag(i + 1) in _JOINS and source.tag(beyond) is Tag.MONTH:
        return True
    if source.tag(i + 1) is Tag.COMMA and source.tag(i + 2) is Tag.MONTH:
        # "March, April and May", but not "we may, April is fine"
        return source.tag(i - 1) not in (Tag.WORD, Tag.NOISE, Tag.NOT)
    if source.tag(i - 1) in (Tag.AND, Tag.OR) and source.tag(i - 2) is Tag.COMMA:
        # "in March, April, and May", but not "in January, and may be busy in June"
        return source.tag(i - 3) is Tag.MONTH and source.tag(i + 1) not in VERBS
    return source.tag(i - 1) in (Tag.AND, Tag.OR, Tag.COMMA) and source.tag(i - 2) is Tag.MONTH


def year_at(source: Source, i: int) -> tuple[int | None, int]:
    """A year from `i` on ("2027", ", 2027", "of 2027", "next year"), and the next index."""
    j = source.skip(i, Tag.COMMA, Tag.OF, Tag.IN, Tag.STOP, Tag.DASH)
    if j - i <= 1 or (j - i == 2 and source.tag(i) is Tag.STOP):  # "jan. de 2028"
        year = source.year(j)
        if year is not None:
            return year, j + 1
    j = source.skip(i, Tag.OF, Tag.IN, Tag.THE)
    if source.tag(j) in (Tag.NEXT, Tag.THIS) and source.unit(j + 1) == "year":
        return source.today.year + (source.tag(j) is Tag.NEXT), j + 2
    return None, i


def month_stretch(source: Source, month: int, year: int | None, *, start: int, end: int) -> DayStretch:
    """A whole month: of the given year, else the next one that is not over."""
    first = date(year or source.today.year, month, 1)
    if year is None and calendar.month_end(first) < source.today:
        first = first.replace(year=first.year + 1)
    source.month = (first.year, first.month)
    return DayStretch(start, end, first, calendar.month_end(first), unit="month")
