"""Exceptions from repeating days: weekdays, dates, parts of a month or a year."""

from dataclasses import replace
from datetime import date

from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, Days, DayStretch, EntryForm, Every, Span
from core.scheduling.phrases.resolving.days import date_of, lacks_month, with_months
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.recur import Pattern
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.weekdays import coming_weekday, every_week, weekdays_between
from core.scheduling.phrases.resolving.yearly import every_year
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble

_AHEAD = 4
"""Months in which "except the 15th" may find an instance."""
_Limits = tuple[date, date | None]
"""The first and the last date of a repetition; None: it has no end."""


def left_out(
    frame: Frame, entry: EntryForm, pattern: Pattern, limits: _Limits
) -> tuple[Pattern, frozenset[date]]:
    """The pattern without the weekdays, and the dates, that a statement leaves out."""
    out: set[date] = set()
    for group in every_year(frame, entry.excepts):
        for day in with_months(group):
            weekdays = _weekdays(day, pattern)
            if isinstance(day, Every) and day.season:
                pattern = _out_of_season(frame, pattern, day)
            elif weekdays is not None:
                pattern = _fewer(frame, pattern, weekdays, day)
            elif isinstance(day, Every):
                pattern = _not_nth(frame, pattern, day)
            elif isinstance(day, DayForm):
                out |= _one(frame, day, pattern, limits)
            else:
                out |= _many(frame, day, pattern, limits)
    return pattern, frozenset(out)


def _weekdays(day: Days, pattern: Pattern) -> frozenset[int] | None:
    """The weekdays that an exception takes out of every week."""
    weekday = coming_weekday(day)
    if weekday is not None:
        several = pattern.unit == "day" or len(pattern.weekdays) > 1
        return frozenset({weekday}) if several else None
    every = every_week(day)
    return every if every is not None else weekdays_between(day)


def _fewer(frame: Frame, pattern: Pattern, weekdays: frozenset[int], day: Days) -> Pattern:
    """The other weekdays, as in "every day except Mondays", "weekdays, not Monday to Wednesday"."""
    if pattern.unit == "day" and pattern.interval == 1:
        pattern = replace(pattern, unit="week", weekdays=frozenset(range(7)))
    left = pattern.weekdays - weekdays
    if pattern.unit not in ("week", "month") or not left or left == pattern.weekdays:
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day)
    return replace(pattern, weekdays=left)


def _out_of_season(frame: Frame, pattern: Pattern, day: Every) -> Pattern:
    """The other weeks or months of the year, as in "except in even weeks", "except every August"."""
    both = bool(day.months) and day.parity is not None
    if both or day.years > 1 or pattern.interval > 1 or pattern.unit == "year":
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    if day.parity is not None:
        return _other_weeks(frame, pattern, day, 1 - day.parity)
    return _other_months(frame, pattern, day)


def _other_weeks(frame: Frame, pattern: Pattern, day: Every, parity: int) -> Pattern:
    if pattern.parity is not None:
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day)
    if pattern.nths:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    return replace(pattern, parity=parity)


def _other_months(frame: Frame, pattern: Pattern, day: Every) -> Pattern:
    months = (pattern.months or _ALL_MONTHS) - day.months
    if not months or months == pattern.months:
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day)
    if pattern.nths and pattern.parity is not None:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    return replace(pattern, months=months)


_ALL_MONTHS = frozenset(range(1, 13))


def _not_nth(frame: Frame, pattern: Pattern, day: Every) -> Pattern:
    """The others, as in "except the first of the month"; it is asked about if none are left."""
    every_week = pattern.unit == "week" and pattern.interval == 1 and pattern.parity is None
    same = day.bare or day.weekdays == pattern.weekdays
    nths = _other_nths(day.nths) if every_week and same else None
    if nths is None:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    if not nths:
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day)
    return replace(pattern, unit="month", nths=nths)


def _other_nths(nths: tuple[int, ...]) -> tuple[int, ...] | None:
    """The other numbers that a weekday of a month has, counted from the same end; None for a mixture."""
    if nths and all(n > 0 for n in nths):
        return tuple(n for n in range(1, 6) if n not in nths)
    if nths and all(n < 0 for n in nths):
        return tuple(n for n in range(-5, 0) if n not in nths)
    return None


def _one(frame: Frame, day: DayForm, pattern: Pattern, limits: _Limits) -> frozenset[date]:
    """A single instance; another date is asked about, with the instances next to it."""
    key = f"except{day.start}"
    chosen = frame.chosen.get(key)
    if isinstance(chosen, frozenset):
        return chosen
    if lacks_month(day) and day.weekday is None and frame.month is None:
        found = _next_of_number(frame, day, pattern, limits)
        if found is not None:
            return frozenset({found})
    wanted = date_of(frame, day)
    first, last = limits
    if pattern.holds(wanted) and _lies_within(wanted, limits):
        return frozenset({wanted})
    if wanted == frame.today < first and pattern.holds(wanted):
        return frozenset()  # its hours are over
    raise frame.unclear(
        Trouble.NOT_AN_OCCURRENCE, day, day=wanted, key=key, choices=_neighbours(pattern, wanted, first, last)
    )


def _next_of_number(frame: Frame, day: DayForm, pattern: Pattern, limits: _Limits) -> date | None:
    """The next instance on such a day of a month: "Fridays except the 18th"."""
    since = max(limits[0], frame.today) if pattern.seasonal else frame.today
    for months in range(_AHEAD):
        month = calendar.month_start(since, months)
        found = calendar.make(month.year, month.month, day.day or 0)
        if found is not None and _lies_within(found, limits) and pattern.holds(found):
            if months > 1:
                frame.assume(Assumption(Assumed.DATE, frame.words(day), day=found))
            return found
    return None


def _lies_within(day: date, limits: _Limits) -> bool:
    first, last = limits
    return first <= day and (last is None or day <= last)


def _neighbours(
    pattern: Pattern, wanted: date, first: date, last: date | None
) -> tuple[frozenset[date], ...]:
    """The choices for a date that is no instance: the ones next to it, or no exception."""
    end = wanted + calendar.DAY * 100
    later = next(pattern.between(max(wanted + calendar.DAY, first), min(end, last or end)), None)
    before = list(
        pattern.between(max(first, wanted - calendar.DAY * 100), min(wanted - calendar.DAY, last or wanted))
    )
    found = [day for day in (before[-1] if before else None, later) if day is not None]
    found.sort(key=lambda day: abs((day - wanted).days))
    return (*(frozenset({day}) for day in found), frozenset())


def _many(frame: Frame, day: DayStretch | Span, pattern: Pattern, limits: _Limits) -> frozenset[date]:
    """The instances in a stretch of days, as in "Fridays except over Christmas"."""
    first, last = stretch_of(frame, day)
    found = frozenset(pattern.between(max(first, limits[0]), min(last, limits[1] or last)))
    key = f"except{day.start}"
    if not found and key in frame.chosen:
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day)
    if not found:
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day, day=first, key=key, choices=(frozenset(),))
    return found
