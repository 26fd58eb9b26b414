"""Repeating days: every, plurals, frequencies; see monthly.py for days of each month by number."""

from collections.abc import Callable
from dataclasses import replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import Every, Shape, Time
from core.scheduling.phrases.reading.dates import read_day
from core.scheduling.phrases.reading.monthly import (
    WEEKEND,
    every_nth,
    month_edge,
    nth_weekday,
    of_the_month,
    read_monthly,
)
from core.scheduling.phrases.reading.seasons import read_every_dates, read_every_month, read_weeks
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords, single_day
from core.scheduling.phrases.understanding import Trouble

_RANGED = (Tag.TO, Tag.DASH, Tag.UNTIL)
_LISTED = (Tag.AND, Tag.OR, Tag.COMMA, Tag.SLASH)
_FIGURES = (Tag.NUMBER, Tag.CARDINAL)
_DAY_FIGURES = (Tag.NUMBER, Tag.ORDINAL)
_UNITS = ("day", "week", "fortnight", "month", "year")
_MOST_WEEKS = 52


def read_repeat(source: Source, i: int) -> Read | None:
    """Something that repeats, from token `i`."""
    rule = _RULES.get(source.tag(i))
    return None if rule is None else rule(source, i)


# without "every"


def _weeks(source: Source, i: int) -> Read:
    """Even weeks, odd weeks."""
    return read_weeks(source, i, start=source.at(i).start)


def _twice_unclear(source: Source, i: int) -> Read:
    """Biweekly, which may be twice a week or every other week."""
    token = source.at(i)
    return [Every(token.start, token.end, "week", interval=2, bare=True, unclear=True)], i + 1


def _day_set(source: Source, i: int) -> Read:
    """Weekdays, weeknights."""
    token = source.at(i)
    return [Every(token.start, token.end, "week", weekdays=token.days, part=token.key)], i + 1


def _on_a_weekday(source: Source, i: int) -> Read | None:
    """On a Tuesday."""
    day = source.at(i + 1)
    if source.tag(i - 1) is not Tag.ON or day.tag is not Tag.WEEKDAY:
        return None
    return [Every(day.start, day.end, "week", weekdays=frozenset({day.number}))], i + 2


def _weekdays(source: Source, i: int) -> Read | None:
    """Mondays."""
    token = source.at(i)
    if not token.many:
        return None
    return [Every(token.start, token.end, "week", weekdays=frozenset({token.number}))], i + 1


def _weekends(source: Source, i: int) -> Read | None:
    """Weekends; weekend evenings."""
    token, part = source.at(i), source.at(i + 1)
    many = token.many or (part.tag is Tag.PART and part.many)
    if token.key != "weekend" or not many:
        return None
    return [Every(token.start, token.end, "week", weekdays=WEEKEND)], i + 1


def _one_a_month(source: Source, i: int) -> Read | None:
    """Ask which one, as in "one Sunday a month"."""
    j = source.skip(i + 1, Tag.WEEKDAY)
    if (
        j == i + 2
        and source.tag(j) in (Tag.A, Tag.EVERY, Tag.OFTEN, Tag.IN)
        and "month" in source.at(j).key + source.at(j + 1).key
    ):
        raise UnclearWords(Trouble.AMBIGUOUS, start=source.at(i).start, end=source.at(j + 1).end)
    return None


def _often(source: Source, i: int) -> Read:
    """Daily, weekly, monthly at the end, yearly on 5 May."""
    token = source.at(i)
    found: Read | None = None
    if token.key == "month":
        found = _monthly_edge(source, i) or _months(source, i)
    elif token.key == "year":
        found = _on_date(source, i + 1, start=token.start, interval=token.number)
    bare = token.key != "day"
    return found or ([Every(token.start, token.end, token.key, interval=token.number, bare=bare)], i + 1)


def _monthly_edge(source: Source, i: int) -> Read | None:
    """Monthly at the beginning, monthly at the end."""
    day = month_edge(source, i + 1)
    if day is None:
        return None
    return [Every(source.at(i).start, source.at(i + 1).end, "month", month_days=(day,))], i + 2


def _months(source: Source, i: int) -> Read | None:
    """All the months of August, each year: "tous les mois d'août"; a range of months is no such thing."""
    if source.tag(i + 1) is not Tag.OF or source.tag(i + 2) is not Tag.MONTH:
        return None
    named = read_every_month(source, i + 2, start=source.at(i).start)
    return named if named is not None and source.tag(named[1]) not in _RANGED else None


def _on_date(source: Source, i: int, *, start: int, interval: int) -> Read | None:
    """The date after "every year on"."""
    found = read_day(source, i + 1) if source.tag(i) is Tag.ON else None
    day = single_day(found)
    if found is None or day is None or day.day is None or day.month is None or day.year:
        return None
    every = Every(start, day.end, "year", interval, month_days=(day.day,), month=day.month)
    return [every], found[1]


# every


def _every_or_yearly(source: Source, i: int) -> Read | None:
    return _yearly(source, i) or _every(source, i)


def _yearly(source: Source, i: int) -> Read | None:
    """Every 25 December, every 10-20 August, every Christmas."""
    if not _opens_date(source, i + 1):
        return None
    found = read_day(source, i + 1)
    if found is None:
        return None
    items, after = found
    if len(items) > 1:
        return read_every_dates(found, start=source.at(i).start)
    figure = source.tag(i + 1) in _DAY_FIGURES
    if figure and source.tag(source.skip(i + 2, Tag.OF)) is not Tag.MONTH:
        return None
    day = single_day(found)
    if day is None:
        return None
    if day.on is not None:  # not all feasts keep their date
        raise UnclearWords(Trouble.UNSUPPORTED, start=source.at(i).start, end=day.end)
    return [Every(source.at(i).start, day.end, "year", month_days=(day.day or 1,), month=day.month)], after


def _opens_date(source: Source, i: int) -> bool:
    """Whether a figure, a feast, or a month with a figure after it stands at `i`."""
    if source.tag(i) is Tag.MONTH:
        return source.tag(i + 1) in _DAY_FIGURES
    return source.tag(i) in (*_DAY_FIGURES, Tag.HOLIDAY)


def _every(source: Source, i: int) -> Read | None:
    """Every Tuesday, any weekday, all Mondays, every 3 weeks, alternate Saturdays, every evening."""
    start, tag = source.at(i).start, source.tag(i)
    j = source.skip(i + 1, Tag.THE) if tag is Tag.ALL else i + 1
    j = source.skip(j, Tag.ONES) if tag is not Tag.ALTERNATE else j
    if tag is Tag.ALTERNATE and source.tag(j) in _LISTED and source.tag(j + 1) is Tag.ORDINAL:
        return every_nth(source, j + 1, start=start, also=(2,))  # "every second and fourth Tuesday"
    if source.tag(j) is Tag.ORDINAL or (source.tag(j) is Tag.LAST and tag is Tag.EVERY):
        return every_nth(source, j, start=start)
    interval = 2 if tag is Tag.ALTERNATE else 1
    if source.tag(j) in _FIGURES and tag in (Tag.EVERY, Tag.ANY):
        if source.tag(j + 1) not in (Tag.UNIT, Tag.WEEKDAY, Tag.DAY_SET):
            return None
        interval, j = _interval(source, j, start=start), j + 1
    every = Every(start, source.at(j).end, "week", interval=interval, some=tag is Tag.ANY)
    return _repeated(source, j, every, tag)


def _interval(source: Source, i: int, *, start: int) -> int:
    """The figure in "every 3 weeks"."""
    if not 1 <= source.at(i).number <= _MOST_WEEKS:
        raise UnclearWords(Trouble.NOT_UNDERSTOOD, start=start, end=source.at(i + 1).end)
    return source.at(i).number


def _repeated(source: Source, i: int, every: Every, tag: Tag) -> Read | None:
    """The repeating days at token `i`, after an "every" of that tag; "all Monday" is one Monday."""
    token = source.at(i)
    if token.tag in (Tag.WEEKDAY, Tag.UNIT, Tag.PART) and tag is Tag.ALL and not token.many:
        return None
    match token.tag:
        case Tag.WEEKDAY:
            return _every_weekday(source, i, every)
        case Tag.DAY_SET:
            return [replace(every, weekdays=token.days, part=token.key)], i + 1
        case Tag.UNIT:
            return _every_unit(source, i, every)
        case Tag.PART:
            part = Time(token.start, token.end, Shape.PART, part=token.key, many=True)
            return [replace(every, unit="day", end=token.start), part], i + 1
        case Tag.ONES if tag is Tag.ALTERNATE:
            return [replace(every, bare=True)], i + 1
        case Tag.EVEN_WEEKS | Tag.ODD_WEEKS if every.interval == 1:
            return read_weeks(source, i, start=every.start, some=every.some)
        case Tag.MONTH if tag is Tag.EVERY:
            return read_every_month(source, i, start=every.start)
    return None


def _every_weekday(source: Source, i: int, every: Every) -> Read:
    """Every Tuesday; every second Tuesday of the month."""
    found: Read | None = None
    if every.interval == 2 and of_the_month(source, i + 1):
        found = nth_weekday(source, (2,), i, start=every.start)
    return found or ([replace(every, weekdays=frozenset({source.at(i).number}))], i + 1)


def _every_unit(source: Source, i: int, every: Every) -> Read | None:
    """Every weekend, every 3 weeks, every fortnight, every month at the end, every year on 5 May."""
    unit = source.at(i).key
    if unit == "weekend":
        return [replace(every, weekdays=WEEKEND)], i + 1
    if unit not in _UNITS:
        return None
    if unit == "fortnight":
        return [replace(every, interval=2 * every.interval, bare=True)], i + 1
    if unit == "month" and (day := month_edge(source, i + 1)) is not None:
        edge = Every(every.start, source.at(i + 1).end, "month", every.interval, month_days=(day,))
        return [edge], i + 2
    if unit == "year":
        found = _on_date(source, i + 1, start=every.start, interval=every.interval)
        if found is not None:
            return found
    return [replace(every, unit=unit, bare=unit != "day")], i + 1


_RULES: dict[Tag, Callable[[Source, int], Read | None]] = {
    Tag.EVERY: _every_or_yearly,
    Tag.ANY: _every,
    Tag.ALTERNATE: _every,
    Tag.ALL: _every,
    Tag.OFTEN: _often,
    Tag.EVEN_WEEKS: _weeks,
    Tag.ODD_WEEKS: _weeks,
    Tag.TWICE_UNCLEAR: _twice_unclear,
    Tag.DAY_SET: _day_set,
    Tag.A: _on_a_weekday,
    Tag.WEEKDAY: _weekdays,
    Tag.UNIT: _weekends,
    Tag.ORDINAL: read_monthly,
    Tag.LAST: read_monthly,
    Tag.BEGINNING: read_monthly,
    Tag.ENDING: read_monthly,
    Tag.THE: read_monthly,
    Tag.CARDINAL: _one_a_month,
    Tag.ONES: _one_a_month,
}
"""By the first word of the repeating days."""
