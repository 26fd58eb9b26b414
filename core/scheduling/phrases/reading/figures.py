"""Dates in figures: 5/12, 05.12., 2026-12-05; and whether "11.08" is a date or a time."""

from datetime import timedelta

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.elements import fits, impossible
from core.scheduling.phrases.reading.months import year_at
from core.scheduling.phrases.reading.source import Read, Source

_RANGE_MARKS = (Tag.UNTIL, Tag.TO, Tag.DASH)
_BEFORE_TIMES = (Tag.AT, Tag.LABEL, Tag.UNTIL, Tag.AFTER, Tag.BEFORE)
_MONTHS = 12


def full_date(source: Source, token: Token) -> DayForm:
    """A date in figures with its year; the order of day and month is the locale's unless it does not fit."""
    if token.key == "iso":
        found = calendar.make(token.number, token.second, token.third)
        if found is None:
            raise impossible(token)
        return DayForm(token.start, token.end, on=found, year=found.year)
    day, month, swapped = _ordered(source, token, token.second, token.third)
    found = calendar.make(token.number, month, day)
    if found is None:
        raise impossible(token)
    return DayForm(token.start, token.end, day=day, month=month, year=found.year, swapped=swapped)


def _ordered(source: Source, token: Token, a: int, b: int) -> tuple[int, int, tuple[int, int] | None]:
    """Day and month of two figures, and the other order when that is a date too."""
    bare = token.tag is not Tag.DOTTED or token.key != "date"  # "5.12." has the day first everywhere
    day, month = (b, a) if source.month_first and bare else (a, b)
    right, other = fits(day, month), fits(month, day)
    if not right and not other:
        raise impossible(token)
    if not right:
        return month, day, None
    return day, month, (month, day) if other and day != month else None


def _may_be_date(token: Token) -> bool:
    """Whether two figures are a day and a month in one order or the other."""
    return fits(token.number, token.second) or fits(token.second, token.number)


def slashed_date(source: Source, i: int) -> Read | None:
    """Figures with a slash, and the year after them: "5/12", "5/12 of 2027"."""
    token = source.at(i)
    if source.tag(i + 1) in (Tag.QUANTITY_UNIT, Tag.LABEL):
        return None
    day, month, swapped = _ordered(source, token, token.number, token.second)
    at = source.skip(i + 1, Tag.OF)
    year, j = (source.year(at), at + 1) if source.year(at) is not None else (None, i + 1)
    return [DayForm(token.start, source.at(j - 1).end, day=day, month=month, year=year, swapped=swapped)], j


def dotted_date(source: Source, i: int) -> Read | None:
    """Figures with a dot.

    "11.8" and "01.11" are dates unless they must be times; "7.30" is a time if a day is named.
    """
    token = source.at(i)
    if token.key != "date" and len(token.text.rpartition(".")[2]) == 2 and not _is_date(source, i):
        return None
    if token.key == "date" and not _may_be_date(token):
        raise impossible(token)
    day, month, swapped = _ordered(source, token, token.number, token.second)
    year, j = (None, i + 1) if token.key != "date" else year_at(source, i + 1)
    return [DayForm(token.start, source.at(j - 1).end, day=day, month=month, year=year, swapped=swapped)], j


def _is_date(source: Source, i: int) -> bool:
    """Whether figures like "11.08" are rather a date than a time."""
    before = source.tag(i - 1)
    if not _may_be_date(source.at(i)) or source.tag(i + 1) is Tag.OCLOCK:
        return False
    if before in _RANGE_MARKS and source.at(i - 2).key == "figure":
        return True  # "vom 20. bis 23.07"
    if before in _BEFORE_TIMES:
        return False
    if not source.dated:
        return True
    return not _hours(source, i) and (_with_zero(source.at(i)) or _of_day_before(source, i))


def _hours(source: Source, i: int) -> bool:
    """Whether the dotted figures at `i` are one end of "17.05-18.15"."""
    for mark, other in ((i + 1, i + 2), (i - 1, i - 2)):
        beside = source.at(other)
        ranged = source.tag(mark) in _RANGE_MARKS
        no_month = beside.second > _MONTHS or beside.second == 0 or source.at(i).second > _MONTHS
        if ranged and (beside.tag is Tag.CLOCK or (beside.tag is Tag.DOTTED and no_month)):
            return source.at(i).number <= 24
    return False


def _with_zero(token: Token) -> bool:
    """Whether a zero stands before a figure, as people write months and days: "05.12", "5.02"."""
    zero = token.text.startswith("0") or token.text.rpartition(".")[2].startswith("0")
    return zero and token.second <= _MONTHS


def _of_day_before(source: Source, i: int) -> bool:
    """Whether the dotted figures at `i` say the date of the day before them: "Friday, 13.11"."""
    token, before = source.at(i), source.tag(i - 1)
    if before is Tag.COMMA:
        before = source.tag(i - 2)
    beside = before in (Tag.WEEKDAY, Tag.RELATIVE_DAY)
    return (beside and token.second <= _MONTHS < token.number) or _agrees(source, i)


def _agrees(source: Source, i: int) -> bool:
    """Whether the dotted figures at `i` are the date of the weekday or "today" before them."""
    token, before = source.at(i), source.at(i - 1)
    if not fits(token.number, token.second):
        return False
    found = calendar.make(source.today.year, token.second, token.number)
    if found is not None and found < source.today:
        found = calendar.make(source.today.year + 1, token.second, token.number)
    if found is None:
        return False
    if before.tag is Tag.WEEKDAY:
        return found.weekday() == before.number
    return before.tag is Tag.RELATIVE_DAY and found == source.today + timedelta(days=before.number)
