"""Days at a distance from now or from another day."""

from datetime import date, timedelta

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm
from core.scheduling.phrases.reading.dates import read_day
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords, single_day
from core.scheduling.phrases.understanding import Trouble


def shifted(day: date, number: int, unit: str) -> date:
    """`number` units after a day."""
    try:
        if unit == "month":
            return calendar.add_months(day, number)
        if unit == "year":
            return calendar.add_months(day, 12 * number)
        days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "workweek": 7}[unit]
        return day + timedelta(days=days * number)
    except (OverflowError, ValueError, KeyError):
        raise UnclearWords(Trouble.NOT_UNDERSTOOD) from None


def settled(source: Source, day: DayForm) -> date | None:
    """The next date that fits a partly known day; a contradicting weekday is ignored."""
    if day.on is not None:
        return day.on
    if day.day is None:
        return calendar.coming(source.today, day.weekday) if day.weekday is not None else None
    if day.month is None:
        return _next_with_day(source, day.day)
    found = calendar.make(day.year or source.today.year, day.month, day.day)
    if day.year is None and (found is None or found < source.today):
        found = calendar.make(source.today.year + 1, day.month, day.day)
    return found


def _next_with_day(source: Source, day: int) -> date | None:
    """The next such day of a month, from the last named month on: "the 12th"."""
    start = source.today if source.month is None else max(date(*source.month, 1), source.today)
    for months in range(13):
        found = calendar.make(*_month(start, months), day)
        if found is not None and found >= start:
            return found
    return None


def _month(today: date, months: int) -> tuple[int, int]:
    first = calendar.month_start(today, months)
    return first.year, first.month


def read_distance(source: Source, i: int) -> Read | None:
    """In 3 days, in a fortnight, in two weeks' time."""
    number, unit = source.count(i), source.at(i + 1)
    if source.tag(i) is Tag.UNIT:
        return None
    if number is None or unit.tag is not Tag.UNIT or unit.key in ("minute", "hour", "weekend", "workweek"):
        return None
    j = source.skip(i + 2, Tag.FROM_NOW)
    on = shifted(source.today, number, unit.key)
    return [DayForm(source.at(i - 1).start, source.at(j - 1).end, on=on, around=unit.key != "day")], j


def read_away(source: Source, i: int) -> Read | None:
    """3 weeks today, a week on Saturday, 2 days later, 2 weeks from January 15."""
    number, unit = source.count(i), source.at(i + 1)
    if number is None or unit.tag is not Tag.UNIT or unit.key not in ("day", "week", "fortnight", "month"):
        return None
    start = source.at(i).start
    follows = source.tag(i + 2)
    if follows is Tag.FROM_NOW:
        on = shifted(source.today, number, unit.key)
        return [DayForm(start, source.at(i + 2).end, on=on)], i + 3
    if follows is Tag.AGO:
        raise UnclearWords(Trouble.PAST, start=start, end=source.at(i + 2).end)
    if follows in (Tag.RELATIVE_DAY, Tag.ON, Tag.WEEKDAY, Tag.FROM, Tag.AFTER):
        return from_anchor(source, i + 2, number, unit.key, start=start)
    return None


def from_anchor(source: Source, i: int, number: int, unit: str, *, start: int) -> Read | None:
    """The day `number` units after the day at `i`."""
    i = source.skip(i, Tag.ON, Tag.FROM, Tag.AFTER)
    if source.tag(i) not in (
        Tag.RELATIVE_DAY,
        Tag.WEEKDAY,
        Tag.MONTH,
        Tag.ORDINAL,
        Tag.NUMBER,
        Tag.DATE,
    ):
        return None
    if source.at(i).many:
        return None
    found = read_day(source, i)
    day = single_day(found)
    anchor = None if day is None else settled(source, day)
    if found is None or anchor is None:
        return None
    on = shifted(anchor, number, unit)
    return [DayForm(start, source.at(found[1] - 1).end, on=on)], found[1]


def read_weekday_week(source: Source, i: int) -> Read | None:
    """Saturday week, tomorrow fortnight."""
    unit = source.at(i + 1)
    if source.at(i).many or unit.tag is not Tag.UNIT or unit.many or unit.key not in ("week", "fortnight"):
        return None
    return from_anchor(source, i, 1, unit.key, start=source.at(i).start) and _shift(source, i, unit.key)


def _shift(source: Source, i: int, unit: str) -> Read:
    token = source.at(i)
    anchor = (
        source.today + timedelta(days=token.number)
        if token.tag is Tag.RELATIVE_DAY
        else calendar.coming(source.today, token.number)
    )
    return [DayForm(token.start, source.at(i + 1).end, on=shifted(anchor, 1, unit))], i + 2
