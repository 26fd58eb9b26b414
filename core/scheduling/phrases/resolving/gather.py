"""The days of a statement: repeated, listed, within a stretch."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import (
    DayForm,
    Days,
    DayStretch,
    EntryForm,
    Every,
    Several,
    Span,
    Which,
    weekday_only,
)
from core.scheduling.phrases.resolving.days import lacks_month, with_months
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.frequency import with_frequency
from core.scheduling.phrases.resolving.season import seasoned
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.spelt import alone, are_all, dates_behind
from core.scheduling.phrases.resolving.weekdays import weekdays_between, weekly
from core.scheduling.phrases.understanding import Trouble

_Within = list[DayStretch | Span]
"""The stretch that the days of a statement lie in."""


def gathered(frame: Frame, entry: EntryForm) -> tuple[list[Days], _Within]:
    """All days of a statement, and the stretch beside them that they lie in, if there is one."""
    groups = seasoned(frame, entry.days)
    weekdays = [group for group in groups if all(isinstance(d, Every) or _floating(d) for d in group.days)]
    others = [group for group in groups if group not in weekdays]
    if weekdays and others:
        return _beside(frame, entry, weekdays, others)
    groups = _explained(groups)
    if others and len(groups) > 1:
        raise frame.unclear(Trouble.AMBIGUOUS, groups[1])
    days = [day for group in groups for day in with_months(group)]
    return with_frequency(frame, _unechoed(days)), []


def _floating(day: Days) -> bool:
    """Whether days are weekdays whose date depends on their neighbours."""
    return weekdays_between(day) is not None if isinstance(day, Span) else weekday_only(day)


def _beside(
    frame: Frame, entry: EntryForm, weekdays: list[Several], others: list[Several]
) -> tuple[list[Days], _Within]:
    """Weekdays beside dates or a stretch: "Fridays 4 & 18 Dec", "Tuesdays in March"."""
    spelt = [dates_behind(frame, weekdays, group) for group in others]
    named = [group for group, dates in zip(others, spelt, strict=True) if not dates]
    dates = [date for group in spelt for date in group]
    if dates and _are_said(frame, entry, weekdays, named, dates):
        return [*dates], []
    beside, within = _apart(frame, named)
    days = [day for group in weekdays for day in group.days]
    return with_frequency(frame, _unechoed([*days, *beside])), within


def _apart(frame: Frame, groups: list[Several]) -> tuple[list[Days], _Within]:
    """The single days of some groups, and their stretches, beside which there may be no other group."""
    days = [day for group in groups for day in with_months(group)]
    within = [day for day in days if isinstance(day, (DayStretch, Span))]
    if within and len(groups) > 1:
        raise frame.unclear(Trouble.AMBIGUOUS, within[0])
    return [day for day in days if not isinstance(day, (DayStretch, Span))], within


def _are_said(
    frame: Frame,
    entry: EntryForm,
    weekdays: list[Several],
    named: list[Several],
    dates: list[DayForm | DayStretch],
) -> bool:
    """Whether dates after a weekday are the statement, and no echo of a stretch or a bound beside it."""
    if entry.bounds or entry.lengths or len(named) > 1:
        return False
    if not named:
        return alone(frame, entry, weekdays, dates)
    within = named[0].days[0]
    return not isinstance(within, Every) and not are_all(frame, weekdays, dates, within)


def _unechoed(days: list[Days]) -> list[Days]:
    """Without the weekdays from one to another that only spell out a set: "weekdays (Mon to Fri)"."""
    sets = [each.weekdays for each in map(weekly, days) if each is not None and len(each.weekdays) > 1]
    return [day for day in days if _spelling(day) not in sets]


def _spelling(day: Days) -> frozenset[int] | None:
    return None if isinstance(day, Span) and day.first_time else weekdays_between(day)


def _explained(groups: list[Several]) -> list[Several]:
    """The days meant, if the second group only spells out the first."""
    if len(groups) != 2 or len(groups[0].days) != 1:
        return groups
    first, second = groups[0].days[0], groups[1]
    if isinstance(first, DayStretch) and first.unit == "month" and all(map(lacks_month, second.days)):
        return [_of_month(first, second)]
    if _vague(first) and all(isinstance(day, (Span, DayForm)) for day in second.days):
        return [second]
    return groups


def _of_month(month: DayStretch, group: Several) -> Several:
    """Days in the month before them: "in December (the 4th and the 18th)"."""
    said = month.first
    days = (replace(day, month=said.month, year=said.year) for day in group.days if isinstance(day, DayForm))
    return replace(group, days=tuple(days))


def _vague(day: Days) -> bool:
    """Days whose dates may follow in brackets: "at Easter (26-28 March)", "next week (7-11 Dec)"."""
    if isinstance(day, DayForm):
        return day.assumed is not None
    return isinstance(day, DayStretch) and day.unit in ("week", "weekend", "season", "holiday")


def inside(
    frame: Frame, days: Sequence[DayForm | DayStretch | Span], within: DayStretch | Span
) -> list[DayForm | DayStretch | Span]:
    """The weekdays of a stretch, as in "Thursday or Friday next week"."""
    first, last = stretch_of(frame, within)
    found: list[DayForm | DayStretch | Span] = []
    for day in days:
        if isinstance(day, Span) and isinstance(day.first, DayForm) and isinstance(day.last, DayForm):
            begin = _weekday_in(frame, day.first, first, last)
            end = calendar.coming(begin, day.last.weekday or 0)
            found.append(DayStretch(day.start, day.end, begin, end))
        elif isinstance(day, DayForm):
            on = _weekday_in(frame, day, first, last)
            found.append(replace(day, on=on, which=Which.COMING))
        else:
            raise frame.unclear(Trouble.AMBIGUOUS, day)
    return found


def _weekday_in(frame: Frame, day: DayForm, first: date, last: date) -> date:
    if day.weekday is None or day.day is not None:
        raise frame.unclear(Trouble.AMBIGUOUS, day)
    found = calendar.coming(first, day.weekday)
    if found > last or (last - first).days > 6:
        raise frame.unclear(Trouble.AMBIGUOUS, day)
    if found < frame.today:
        raise frame.unclear(Trouble.PAST, day, day=found)
    return found
