"""Months and years as words name them."""

from datetime import date

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Stretch
from core.scheduling.phrases.reading.source import Source

_NEAR = {
    Role.IN, Role.OF, Role.UNTIL, Role.FROM, Role.BEFORE, Role.AFTER, Role.TO, Role.DASH, Role.THIS,
    Role.NEXT, Role.ALL, Role.MID, Role.EARLY, Role.LATE, Role.BEGINNING, Role.ENDING, Role.REST,
    Role.STARTING, Role.BETWEEN, Role.EXCEPT, Role.SLASH, Role.BUSY, Role.FREE, Role.NUMBER, Role.ORDINAL,
    Role.DOTTED,
}  # fmt: skip
"""Before a shy word, these say that it is a month."""
_FIGURES = (Role.NUMBER, Role.ORDINAL)
_JOINS = (Role.DASH, Role.TO, Role.AND, Role.OR, Role.SLASH, Role.UNTIL)


def in_company(source: Source, i: int) -> bool:
    """Whether the month at `i` is meant as one; a shy word (may, march) needs a date's company."""
    if not source.at(i).shy or len(source.tokens) == 1:
        return True
    before, after = source.role(i - 1), source.role(i + 1)
    if before in (Role.THIS, Role.NEXT):
        return after not in (Role.WORD, Role.OR, Role.NOISE, Role.NOT)
    if before in _NEAR or (before is Role.STOP and source.role(i - 2) is Role.NUMBER):
        return not (before in (Role.FREE, Role.NUMBER) and after in (Role.WORD, Role.FREE))
    return _before_day(source, i) or _beside_month(source, i)


def _before_day(source: Source, i: int) -> bool:
    """Whether a day of the month stands behind it: "May 5", "may. 5", "May the 5th"."""
    after = source.role(i + 1)
    if after in (Role.STOP, Role.THE):
        return source.role(i + 2) in _FIGURES
    return after in _FIGURES or after is Role.CARDINAL


def _beside_month(source: Source, i: int) -> bool:
    """Whether another month stands beside it: "May to mid June", "April and May"."""
    beyond = source.skip(i + 2, Role.MID, Role.EARLY, Role.LATE, Role.ENDING, Role.BEGINNING, Role.THE)
    if source.role(i + 1) in _JOINS and source.role(beyond) is Role.MONTH:
        return True
    return source.role(i - 1) in (Role.AND, Role.OR, Role.COMMA) and source.role(i - 2) is Role.MONTH


def year_at(source: Source, i: int) -> tuple[int | None, int]:
    """A year from `i` on ("2027", ", 2027", "of 2027", "next year"), and the next index."""
    j = source.skip(i, Role.COMMA, Role.OF, Role.IN, Role.STOP, Role.DASH)
    if j - i <= 1 or (j - i == 2 and source.role(i) is Role.STOP):  # "jan. de 2028"
        year = source.year(j)
        if year is not None:
            return year, j + 1
    j = source.skip(i, Role.OF, Role.IN, Role.THE)
    if source.role(j) in (Role.NEXT, Role.THIS) and source.at(j + 1).key == "year":
        return source.today.year + (source.role(j) is Role.NEXT), j + 2
    return None, i


def month_stretch(source: Source, month: int, year: int | None, *, start: int, end: int) -> Stretch:
    """The whole of a month: of the year said, else the next one that is not over."""
    first = date(year or source.today.year, month, 1)
    if year is None and calendar.month_end(first) < source.today:
        first = first.replace(year=first.year + 1)
    source.month = (first.year, first.month)
    return Stretch(start, end, first, calendar.month_end(first), unit="month")
