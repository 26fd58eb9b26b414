"""Days named by figures, months, weekdays and feasts."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, DayStretch, Shape, Time, Which
from core.scheduling.phrases.reading.figures import dotted_date, full_date, slashed_date
from core.scheduling.phrases.reading.lone import read_lone
from core.scheduling.phrases.reading.months import in_company, month_stretch, year_at
from core.scheduling.phrases.reading.runs import read_month, read_run
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords
from core.scheduling.phrases.understanding import Assumed, Trouble

_SEASONS = {"christmas": (1, 1), "new_year": (1, 0), "easter": (2, 1)}
"""Feasts that "over" or "at" extends: the days before and after."""
_WHICH = {Tag.THIS: Which.THIS, Tag.NEXT: Which.NEXT, Tag.LAST: Which.LAST}


def read_day(source: Source, i: int) -> Read | None:
    """A day, or a list or range of days that share their month, from token `i`."""
    tag = source.at(i).tag
    named = _NAMED.get(tag)
    if named is not None:
        return named(source, i)
    if tag is Tag.NUMBER and source.tag(i + 1) is Tag.MONTH and source.year(i) is not None:
        return _year_and_month(source, i)
    run = read_run(source, i)
    if run is not None:
        return run
    if tag is Tag.SLASHED:
        return slashed_date(source, i)
    return dotted_date(source, i) if tag is Tag.DOTTED else read_lone(source, i)


def _relative_day(source: Source, i: int) -> Read:
    """A day counted from today: "tomorrow"; "yesterday" is refused."""
    token = source.at(i)
    on = source.today + timedelta(days=token.number)
    if token.number < 0:
        raise UnclearWords(Trouble.PAST, start=token.start, end=token.end, day=on)
    return [DayForm(token.start, token.end, on=on)], i + 1


def _next_day(source: Source, i: int) -> Read:
    """The day after, which is tomorrow; after hours it adds nothing: "21:00-07:00 the next day"."""
    token = source.at(i)
    if _ends_hours(source, i - 1):
        return [], i + 1
    return [DayForm(token.start, token.end, on=source.today + calendar.DAY)], i + 1


def _ends_hours(source: Source, i: int) -> bool:
    """Whether the token at `i` ends hours from one to another, as in "21:00-07:00 the next day"."""
    i -= source.tag(i) is Tag.MERIDIEM
    hours = (Tag.CLOCK, Tag.CLOCK_WORD, Tag.NUMBER, Tag.DOTTED)
    return source.tag(i) in hours and source.tag(i - 1) in (Tag.DASH, Tag.TO, Tag.UNTIL)


def _tonight(source: Source, i: int) -> Read:
    start, end = source.at(i).start, source.at(i).end
    return [DayForm(start, end, on=source.today), Time(start, end, Shape.PART, part="night")], i + 1


def _full(source: Source, i: int) -> Read:
    return [full_date(source, source.at(i))], i + 1


def _month_in_figures(source: Source, i: int) -> Read:
    """A month and its year: "12/2026"."""
    token = source.at(i)
    month = date(token.number, token.second, 1)
    return [DayStretch(token.start, token.end, month, calendar.month_end(month), unit="month")], i + 1


def _month(source: Source, i: int) -> Read | None:
    return read_month(source, i) if in_company(source, i) else None


def _year_and_month(source: Source, i: int) -> Read:
    """A month after its year: "2026 December"."""
    month = source.at(i + 1)
    return [
        month_stretch(source, month.number, source.year(i), start=source.at(i).start, end=month.end)
    ], i + 2


def _holiday(source: Source, i: int) -> Read | None:
    """A feast, the week or weekend of one, or the days around it: "Easter weekend", "over Christmas"."""
    token = source.at(i)
    year, j = year_at(source, i + 1)
    found = calendar.next_holiday(token.key, source.today, year)
    if found is None:
        return None
    unit, end = source.at(j), source.at(j - 1).end
    if unit.tag is Tag.UNIT and unit.key in ("weekend", "week") and not unit.many:
        easter = token.key.startswith("easter") or token.key == "good_friday"
        around = _around_easter if easter else _around_feast
        return [around(found, unit.key, start=token.start, end=unit.end)], j + 1
    if token.key in _SEASONS and source.tag(i - 1) in (Tag.AT, Tag.IN):
        before, after = _SEASONS[token.key]
        first, last = found - timedelta(days=before), found + timedelta(days=after)
        return [DayStretch(token.start, end, first, last, unit="season", assumed=Assumed.DATE)], j
    return [DayForm(token.start, end, on=found, year=year, assumed=Assumed.DATE)], j


def _around_easter(found: date, unit: str, *, start: int, end: int) -> DayStretch:
    """The weekend of Easter, from Good Friday to Monday, or the week that leads up to it."""
    easter, weekend = calendar.easter(found.year), unit == "weekend"
    first = easter - timedelta(days=2 if weekend else 6)
    last = easter + timedelta(days=weekend)
    return DayStretch(start, end, first, last, unit="holiday", assumed=Assumed.DATE)


def _around_feast(found: date, unit: str, *, start: int, end: int) -> DayStretch:
    """The weekend next to a feast, or the week that it is in: "Christmas week"."""
    if unit == "weekend":
        return weekend_near(found, start=start, end=end)
    first = calendar.monday(found)
    return DayStretch(start, end, first, first + timedelta(days=6), unit="week", assumed=Assumed.DATE)


def weekend_near(day: date, *, start: int, end: int) -> DayStretch:
    """The weekend that a date is in or next to; asked about when the date is in mid-week."""
    shift = {4: 1, 5: 0, 6: -1, 0: -2}.get(day.weekday())
    if shift is None:
        raise UnclearWords(Trouble.AMBIGUOUS, start=start, end=end, day=day)
    saturday = day + timedelta(days=shift)
    first, last = min(saturday, day), max(saturday + calendar.DAY, day)
    return DayStretch(start, end, first, last, unit="weekend", assumed=Assumed.DATE)


def _pointed(source: Source, i: int) -> Read | None:
    """This, next or last before a weekday, a month or a date."""
    which, token = _WHICH[source.tag(i)], source.at(i + 1)
    if token.tag is Tag.WEEKDAY and not token.many:
        return _pointed_weekday(source, i, which)
    if token.tag is Tag.MONTH:
        return _pointed_month(source, i, which)
    if which is Which.NEXT and token.tag in (Tag.ORDINAL, Tag.NUMBER, Tag.SLASHED):
        return read_day(source, i + 1)
    return None


def _pointed_weekday(source: Source, i: int, which: Which) -> Read:
    """A weekday, or the days that begin with it: "next Friday", "this Fri 5 Dec"."""
    start, token = source.at(i).start, source.at(i + 1)
    if which is Which.LAST:
        raise UnclearWords(Trouble.PAST, start=start, end=token.end)
    run = read_run(source, i + 1)
    return run or ([DayForm(start, token.end, weekday=token.number, which=which)], i + 2)


def _pointed_month(source: Source, i: int, which: Which) -> Read | None:
    """A month: "next March"."""
    if not in_company(source, i + 1):
        return None
    if which is Which.LAST:
        raise UnclearWords(Trouble.PAST, start=source.at(i).start, end=source.at(i + 1).end)
    return read_month(source, i + 1)


_NAMED: Mapping[Tag, Callable[[Source, int], Read | None]] = {
    Tag.RELATIVE_DAY: _relative_day,
    Tag.NEXT_DAY: _next_day,
    Tag.TONIGHT: _tonight,
    Tag.DATE: _full,
    Tag.MONTH_YEAR: _month_in_figures,
    Tag.HOLIDAY: _holiday,
    Tag.THIS: _pointed,
    Tag.NEXT: _pointed,
    Tag.LAST: _pointed,
    Tag.MONTH: _month,
}
"""Readers for words that need no context."""
