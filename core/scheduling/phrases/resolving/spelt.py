"""Dates after a repeating weekday: the statement itself, or a stretch spelt out."""

from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Boundary, DayForm, Days, DayStretch, EntryForm, Every, Several, Span
from core.scheduling.phrases.reading.dates import weekend_near
from core.scheduling.phrases.resolving.days import date_of, with_months
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.understanding import Trouble

_WEEKEND = frozenset({5, 6})
_LONGEST_WEEKEND = 3
_BESIDE = (Tag.COMMA, Tag.OPEN, Tag.END)
"""Separators between a weekday and the dates that spell it out."""


def dates_behind(frame: Frame, weekly: list[Several], group: Several) -> list[DayForm | DayStretch]:
    """The dates of a group that fall on weekdays that repeat: "Fridays 4 & 18 Dec"; empty when it is none.

    Dates on another day end in a question.
    """
    sets = _repeated(weekly)
    if not sets or not all(map(_dated, group.days)):
        return []
    days = with_months(group)
    if sets == _WEEKEND:
        return _weekends(frame, days)
    dates = [day for day in days if isinstance(day, DayForm)]
    if len(dates) < len(days):
        return []
    return [_on_one_of(frame, day, sets, group) for day in dates]


def _on_one_of(frame: Frame, day: DayForm, weekdays: frozenset[int], group: Several) -> DayForm:
    """The date of a day, which must be on one of the weekdays; a single weekday is that of the day."""
    if len(weekdays) == 1:
        day = replace(day, weekday=next(iter(weekdays)))
    on = date_of(frame, day)
    if on.weekday() not in weekdays:
        raise frame.unclear(Trouble.AMBIGUOUS, group)
    return DayForm(day.start, day.end, on=on)


def _repeated(weekly: list[Several]) -> frozenset[int]:
    everies = [d for group in weekly for d in group.days if isinstance(d, Every) and not d.bare]
    return frozenset().union(*(each.weekdays for each in everies))


def _dated(day: Days) -> bool:
    """A day of the month; or a short range of them, as in "weekends 12-13 and 19-20 Dec"."""
    if isinstance(day, Span):
        return not (day.first_time or day.last_time or day.opened) and _dated(day.first) and _dated(day.last)
    return isinstance(day, DayForm) and day.day is not None


def _weekends(frame: Frame, days: tuple[Days, ...]) -> list[DayForm | DayStretch]:
    """The weekends that dates are in, each once: "weekends 12/13 and 19 Dec"."""
    found: list[DayStretch] = []
    for day in days:
        if not isinstance(day, (DayForm, Span)):
            continue
        weekend = _weekend(frame, day)
        if weekend is None:
            return []
        if found and weekend.first <= found[-1].last:
            last = found.pop()
            weekend = replace(weekend, start=last.start, first=min(last.first, weekend.first))
        found.append(weekend)
    return [*found]


def _weekend(frame: Frame, day: DayForm | Span) -> DayStretch | None:
    """The weekend that "12-13 Dec" is, or that the 19th is in; None if the days are no weekend."""
    if isinstance(day, DayForm):
        return replace(weekend_near(date_of(frame, day), start=day.start, end=day.end), assumed=None)
    first, last = stretch_of(frame, day)
    if (last - first).days >= _LONGEST_WEEKEND or not {first.weekday(), last.weekday()} & _WEEKEND:
        return None
    return DayStretch(day.start, day.end, first, last, unit="weekend")


def are_all(
    frame: Frame,
    weekly: list[Several],
    dates: list[DayForm | DayStretch],
    within: DayForm | DayStretch | Span,
) -> bool:
    """Whether dates are every such weekday of a stretch: "every Wed in Feb (3, 10, 17, 24)"."""
    first, last = stretch_of(frame, within)
    sets = _repeated(weekly)
    said: set[date] = set()
    for each in dates:
        begin, end = stretch_of(frame, each)
        said |= {begin + timedelta(days=n) for n in range((end - begin).days + 1)}
    day = max(first, frame.today)
    while day <= last:
        if day.weekday() in sets and day not in said:
            return False
        day += calendar.DAY
    return True


def alone(frame: Frame, entry: EntryForm, weekly: list[Several], dates: list[DayForm | DayStretch]) -> bool:
    """Whether a single date after a weekday is all that is meant, and not the beginning of a series.

    "Every other Friday (4 Dec)" begins there; "Fridays 4 Dec" is asked about.
    """
    day = dates[0]
    if len(dates) > 1 or isinstance(day, DayStretch):
        return True
    fortnightly = any(isinstance(d, Every) and d.interval > 1 for group in weekly for d in group.days)
    key = f"dates{day.start}"
    choice = Tag.STARTING if fortnightly else frame.chosen.get(key)
    if choice is None:
        raise frame.unclear(Trouble.AMBIGUOUS, day, day=day.on, key=key, choices=(Tag.ONLY, Tag.STARTING))
    if choice is Tag.STARTING:
        entry.bounds.append(Boundary(day.start, day.end, Tag.FROM, day))
    return choice is Tag.ONLY


def spelt_out(frame: Frame, entries: list[EntryForm]) -> list[EntryForm]:
    """The statements without a weekday that the dates after its comma spell out: "Fridays, 4 and 18 Dec"."""
    kept: list[EntryForm] = []
    for entry in entries:
        last = kept[-1] if kept else None
        if last is not None and entry.joined in _BESIDE and _spells(frame, last, entry):
            kept[-1] = replace(entry, start=last.start, times=[*last.times, *entry.times])
        else:
            kept.append(entry)
    return kept


def _spells(frame: Frame, weekday: EntryForm, dates: EntryForm) -> bool:
    """Whether the second statement is only the dates of the weekdays of the first."""
    if (weekday.kind, weekday.leaning) != (dates.kind, dates.leaning) or not _may_be_spelt(weekday):
        return False
    if (_judges(weekday) and _judges(dates)) or (weekday.times and dates.times):
        return False
    if len(dates.days) != 1 or len(dates.days[0].days) < 2:
        return False
    sets = _repeated(weekday.days)
    asking = Frame(frame.context, frame.typed, frame.chosen)
    days = with_months(dates.days[0])
    return all(isinstance(d, DayForm) and d.day and date_of(asking, d).weekday() in sets for d in days)


def _may_be_spelt(entry: EntryForm) -> bool:
    """Whether a statement is about weekdays that repeat, and nothing else says which of them."""
    limited = bool(entry.bounds or entry.lengths or entry.excepts or entry.denied)
    if limited or len(entry.days) != 1 or not _repeated(entry.days):
        return False
    return all(isinstance(day, Every) and day.weekdays for day in entry.days[0].days)


def _judges(entry: EntryForm) -> bool:
    """Whether a statement has a word for its kind beside its days."""
    days = entry.days[0] if entry.days else None
    return days is not None and entry.said and (entry.start < days.start or entry.end > days.end)
