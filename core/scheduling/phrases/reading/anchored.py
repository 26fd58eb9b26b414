"""Weeks, weekends and days named by a date: "the weekend of the 17th", "the day after Easter"."""

from datetime import date

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, DayStretch, Item
from core.scheduling.phrases.reading.dates import read_day, weekend_near
from core.scheduling.phrases.reading.distances import settled
from core.scheduling.phrases.reading.parts import unit_around
from core.scheduling.phrases.reading.source import Read, Source, single_day
from core.scheduling.phrases.understanding import Assumed

_DATES = (
    Tag.NUMBER, Tag.ORDINAL, Tag.DATE, Tag.SLASHED, Tag.DOTTED, Tag.MONTH, Tag.HOLIDAY, Tag.WEEKDAY,
    Tag.RELATIVE_DAY,
)  # fmt: skip
_SATURDAY = 5
_LONGEST_WEEKEND = 3
"""Days from its first to its last."""


def read_beside_day(source: Source, i: int) -> Read | None:
    """The day before Christmas Eve, the day after the 5th."""
    found = read_day(source, i + 2)
    day = single_day(found)
    anchor = None if day is None else settled(source, day)
    if found is None or anchor is None:
        return None
    on = anchor - calendar.DAY if source.tag(i + 1) is Tag.BEFORE else anchor + calendar.DAY
    return [DayForm(source.at(i).start, source.at(found[1] - 1).end, on=on, assumed=Assumed.DATE)], found[1]


def read_week_of(source: Source, i: int) -> Read | None:
    """The week of the 17th, where "week of" is one word."""
    return read_around(source, i + 1, "week")


def read_around(source: Source, i: int, unit: str, *, side: int = 0) -> Read | None:
    """The week or weekend of a date; with `side` -1 the one before it, with 1 the one after."""
    i = source.skip(i, Tag.THE, Tag.ON, Tag.COLON, Tag.STARTING)
    found = read_day(source, i) if _opens_date(source, i, unit) else None
    if found is None:
        return None
    items, j = found
    day = _first_date(source, items, unit)
    if day is None:
        return None
    start, end = source.at(i - 1).start, source.at(j - 1).end
    if len(items) == 3:
        last = settled(source, items[2]) if isinstance(items[2], DayForm) else None
        return None if last is None else _weekend_of(day, last, start=start, end=end, after=j)
    if unit == "weekend" and not side:
        return [weekend_near(day, start=start, end=end)], j
    return [unit_around(unit, _moved(day, unit, side), start=start, end=end)], j


def _opens_date(source: Source, i: int, unit: str) -> bool:
    """Whether a date may begin at `i`; in "the week of 5/12 December" two days do."""
    two_days = source.tag(i) is Tag.SLASHED and source.tag(i + 1) is Tag.MONTH
    return source.tag(i) in _DATES and (unit == "weekend" or not two_days)


def _first_date(source: Source, items: list[Item], unit: str) -> date | None:
    """The date that names a week, or the first of those that name a weekend; a weekday alone names none."""
    head = items[0] if items else None
    if not isinstance(head, DayForm) or len(items) > (1 if unit == "week" else 3):
        return None
    return None if head.weekday is not None and head.day is None else settled(source, head)


def _weekend_of(first: date, last: date, *, start: int, end: int, after: int) -> Read | None:
    """The weekend whose days are named: "the weekend of 4-6 December"."""
    if not 0 < (last - first).days <= _LONGEST_WEEKEND:
        return None
    return [DayStretch(start, end, first, last, unit="weekend")], after


def _moved(day: date, unit: str, side: int) -> date:
    """A day of the week or weekend on one side of a date."""
    if unit == "week":
        return day + side * calendar.WEEK
    return calendar.coming(day - calendar.WEEK if side < 0 else day + calendar.DAY, _SATURDAY)


def read_long_weekend(source: Source, i: int) -> Read | None:
    """July 4th weekend."""
    found = read_day(source, i)
    day = single_day(found)
    if found is None or day is None:
        return None
    _, j = found
    if source.unit(j) != "weekend" or source.at(j).many:
        return None
    on = settled(source, day)
    return None if on is None else ([weekend_near(on, start=source.at(i).start, end=source.at(j).end)], j + 1)
