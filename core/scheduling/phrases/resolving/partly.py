"""Exceptions that take a part of a day: "all weekend except Sunday evening"."""

from dataclasses import replace

from core.scheduling.phrases.forms import (
    Day,
    Days,
    Entry,
    Every,
    Several,
    Shape,
    Span,
    Stretch,
    Time,
    weekday_only,
)
from core.scheduling.phrases.reading.ranges import weekday_range
from core.scheduling.phrases.reading.source import Unclear
from core.scheduling.phrases.resolving.exceptions import pieces_of, trimmed
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.gather import gathered
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.windows import Window, windows_of
from core.scheduling.phrases.understanding import Trouble

Part = tuple[Entry, list[Window]]
"""A statement and its times of day; none means whole days."""


def parts_of(frame: Frame, entry: Entry, windows: list[Window]) -> list[Part]:
    """A statement without the days of which a part is left out, and what is left of those days."""
    days, within = gathered(frame, entry)
    entry = replace(entry, partly=[(_repeated(several, times), times) for several, times in entry.partly])
    part = next((day.part for day in days if isinstance(day, Every) and day.part), "")
    if part and not windows:
        time = Time(entry.start, entry.end, Shape.PART, part=part)
        windows = windows_of(frame, replace(entry, times=[time]))
    base = replace(entry, partly=[], excepts=[*entry.excepts, *(several for several, _ in entry.partly)])
    found: list[Part] = [(base, windows)]
    for several, times in entry.partly:
        left = _left(frame, entry, times, windows)
        for day in several.days:
            if all(isinstance(whole, Every) for whole in days):
                rest = _of_repeated(frame, base, day, [d for d in days if isinstance(d, Every)])
            elif len(days) == 1 and not within:
                rest = _of_stretch(frame, base, day, days[0])
            else:
                raise frame.unclear(Trouble.UNSUPPORTED, day)
            if left:
                found.append((rest, left))
    return found


def _repeated(several: Several, times: list[Time]) -> Several:
    """The weekdays of "Tuesday evenings" made every one of them."""
    if not any(time.many for time in times):
        return several
    days = [(day, _weekdays(day)) for day in several.days]
    made = [day if on is None else Every(day.start, day.end, "week", weekdays=on) for day, on in days]
    return replace(several, days=tuple(made))


def _left(frame: Frame, entry: Entry, times: list[Time], windows: list[Window]) -> list[Window]:
    """The times of day that are left; none at all where everything is taken."""
    try:
        return trimmed(frame, replace(entry, except_times=times), windows)
    except Unclear as unclear:
        if unclear.code is Trouble.NOT_UNDERSTOOD:
            return []
        raise


def _of_repeated(frame: Frame, base: Entry, day: Days, whole: list[Every]) -> Entry:
    """The weekdays, or the one date, of days that come again."""
    weekdays = _weekdays(day)
    several = any(every.unit == "day" or len(every.weekdays) > 1 for every in whole)
    plain = all(
        every.interval == 1 and every.unit in ("day", "week") and not _limited(every) for every in whole
    )
    if f"except{day.start}" in frame.chosen or base.lengths:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    if weekdays is None and isinstance(day, Day):
        return replace(base, days=[Several(day.start, day.end, (day,))], bounds=[], excepts=[])
    if weekdays is None or not (several and plain):
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    every = Every(day.start, day.end, "week", weekdays=weekdays)
    around = [
        group
        for group in base.days
        if all(isinstance(d, (Stretch, Span)) and _weekdays(d) is None for d in group.days)
    ]
    gone = [group for group in base.excepts if day not in group.days]
    return replace(base, days=[Several(day.start, day.end, (every,)), *around], excepts=gone)


def _limited(every: Every) -> bool:
    return bool(every.months) or every.parity is not None


def _weekdays(day: Days) -> frozenset[int] | None:
    if isinstance(day, Every) and day.unit == "week" and day.interval == 1 and not day.bare:
        return day.weekdays
    if isinstance(day, Day) and weekday_only(day) and not day.which and day.weekday is not None:
        return frozenset({day.weekday})
    if isinstance(day, Span) and isinstance(day.first, Day) and isinstance(day.last, Day):
        first, last = day.first, day.last
        if weekday_only(first) and weekday_only(last):
            return weekday_range(first.weekday or 0, last.weekday or 0)
    return None


def _of_stretch(frame: Frame, base: Entry, day: Days, whole: Days) -> Entry:
    """The days, by their dates, of a stretch of days."""
    if not isinstance(whole, (Stretch, Span)) or base.lengths or base.bounds:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    first, last = stretch_of(frame, whole)
    dates = pieces_of(frame, day, first, last)
    if not dates:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    stretches = tuple(Stretch(day.start, day.end, max(a, first), min(b, last)) for a, b in dates)
    return replace(base, days=[Several(day.start, day.end, stretches)], excepts=[])
