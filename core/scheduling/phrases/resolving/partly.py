"""Exceptions that take a part of a day: "all weekend except Sunday evening"."""

from dataclasses import replace

from core.scheduling.phrases.forms import DayForm, Days, DayStretch, EntryForm, Every, Several, Span, Time
from core.scheduling.phrases.reading.source import UnclearWords
from core.scheduling.phrases.resolving.clocks import Window
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.gather import gathered
from core.scheduling.phrases.resolving.pieces import pieces_of, trimmed
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.weekdays import coming_weekday, every_week, weekdays_between
from core.scheduling.phrases.resolving.windows import part_of_day
from core.scheduling.phrases.understanding import Trouble

Part = tuple[EntryForm, list[Window]]
"""A statement and its times of day; none means whole days."""


def parts_of(frame: Frame, entry: EntryForm, windows: list[Window]) -> list[Part]:
    """A statement without the days that lose a part, and the remaining hours of those days."""
    days, within = gathered(frame, entry)
    entry = replace(entry, partly=[(_repeated(several, times), times) for several, times in entry.partly])
    parts = [day.part for day in days if isinstance(day, Every) and day.part]
    if parts and not windows:
        windows = part_of_day(frame, entry, parts[0])
    base = replace(entry, partly=[], excepts=[*entry.excepts, *(several for several, _ in entry.partly)])
    found: list[Part] = [(base, windows)]
    for several, times in entry.partly:
        left = _left(frame, entry, times, windows)
        rests = [_rest(frame, base, day, days, alone=not within) for day in several.days]
        found += [(rest, left) for rest in rests if left]
    return found


def _rest(frame: Frame, base: EntryForm, day: Days, days: list[Days], *, alone: bool) -> EntryForm:
    """The day that loses a part, as a statement: one of repeating days, or one of a stretch."""
    everies = [each for each in days if isinstance(each, Every)]
    if len(everies) == len(days):
        return _of_repeated(frame, base, day, everies)
    if len(days) == 1 and alone:
        return _of_stretch(frame, base, day, days[0])
    raise frame.unclear(Trouble.UNSUPPORTED, day)


def _repeated(several: Several, times: list[Time]) -> Several:
    """The weekdays of "Tuesday evenings" made every one of them."""
    if not any(time.many for time in times):
        return several
    days = [(day, _weekdays(day)) for day in several.days]
    made = [day if on is None else Every(day.start, day.end, "week", weekdays=on) for day, on in days]
    return replace(several, days=tuple(made))


def _left(frame: Frame, entry: EntryForm, times: list[Time], windows: list[Window]) -> list[Window]:
    """The remaining times of day; none if everything is left out."""
    try:
        return trimmed(frame, replace(entry, except_times=times), windows)
    except UnclearWords as unclear:
        if unclear.code is Trouble.NOT_UNDERSTOOD:
            return []
        raise


def _of_repeated(frame: Frame, base: EntryForm, day: Days, whole: list[Every]) -> EntryForm:
    """The weekdays, or the one date, of days that come again."""
    if f"except{day.start}" in frame.chosen or base.lengths:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    weekdays = _weekdays(day)
    if weekdays is None and isinstance(day, DayForm):
        return replace(base, days=[Several(day.start, day.end, (day,))], bounds=[], excepts=[])
    if weekdays is None or not any(map(_several, whole)) or not all(map(_plain, whole)):
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    every = Every(day.start, day.end, "week", weekdays=weekdays)
    around = [group for group in base.days if all(map(_is_stretch, group.days))]
    gone = [group for group in base.excepts if day not in group.days]
    return replace(base, days=[Several(day.start, day.end, (every,)), *around], excepts=gone)


def _several(every: Every) -> bool:
    """Days on more than one weekday, so that others are left."""
    return every.unit == "day" or len(every.weekdays) > 1


def _plain(every: Every) -> bool:
    """Days of every week of the year."""
    limited = bool(every.months) or every.parity is not None
    return every.interval == 1 and every.unit in ("day", "week") and not limited


def _is_stretch(day: Days) -> bool:
    return isinstance(day, (DayStretch, Span)) and weekdays_between(day) is None


def _weekdays(day: Days) -> frozenset[int] | None:
    """The weekdays of "Tuesdays", "Tuesday" and "Monday to Wednesday"."""
    every, weekday = every_week(day), coming_weekday(day)
    if every is not None:
        return every
    return frozenset({weekday}) if weekday is not None else weekdays_between(day)


def _of_stretch(frame: Frame, base: EntryForm, day: Days, whole: Days) -> EntryForm:
    """The days, by their dates, of a stretch of days."""
    if not isinstance(whole, (DayStretch, Span)) or base.lengths or base.bounds:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    first, last = stretch_of(frame, whole)
    dates = pieces_of(frame, day, first, last)
    if not dates:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    stretches = tuple(DayStretch(day.start, day.end, max(a, first), min(b, last)) for a, b in dates)
    return replace(base, days=[Several(day.start, day.end, stretches)], excepts=[])
