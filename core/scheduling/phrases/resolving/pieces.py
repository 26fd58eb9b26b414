"""Exceptions from whole days in a row, and from the hours of a day."""

from datetime import date

from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, Days, EntryForm, Every
from core.scheduling.phrases.resolving.clocks import MIDNIGHT, Window
from core.scheduling.phrases.resolving.days import date_of, lacks_month, with_months
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.recur import Pattern
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.weekdays import coming_weekday
from core.scheduling.phrases.resolving.windows import windows_of
from core.scheduling.phrases.understanding import Trouble

_WEEK = 6
"""Days from the first of a week to its last: no weekday comes twice in it."""
_LONGEST = 400
"""Longest stretch, in days, from which every such weekday can be left out."""


def without(frame: Frame, entry: EntryForm, first: date, last: date) -> list[tuple[date, date]]:
    """Whole days from first to last, in pieces where some are left out."""
    pieces = [(first, last)]
    for group in entry.excepts:
        for day in with_months(group):
            for gone in pieces_of(frame, day, first, last):
                pieces = [piece for old in pieces for piece in _cut(old, gone)]
    return pieces


def pieces_of(frame: Frame, day: Days, first: date, last: date) -> list[tuple[date, date]]:
    """The first and last dates of each exception from whole days between first and last."""
    if isinstance(day, Every):
        return _each_weekday(frame, day, first, last)
    key = f"except{day.start}"
    if key in frame.chosen:
        return []
    weekday = coming_weekday(day)
    if weekday is not None:
        begin = end = calendar.coming(max(first, frame.today), weekday)
        if (last - first).days > _WEEK:
            raise frame.unclear(Trouble.AMBIGUOUS, day)
    elif isinstance(day, DayForm) and lacks_month(day):
        begin = end = _in_stretch(frame, day, first)
    else:
        begin, end = stretch_of(frame, day)
    if end < first or begin > last:
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day, day=begin, key=key, choices=(frozenset(),))
    return [(begin, end)]


def _each_weekday(frame: Frame, every: Every, first: date, last: date) -> list[tuple[date, date]]:
    """As in "December except Mondays"."""
    if every.unit != "week" or every.interval != 1 or (last - first).days > _LONGEST:
        raise frame.unclear(Trouble.UNSUPPORTED, every)
    pattern = Pattern("week", first, weekdays=every.weekdays)
    return [(day, day) for day in pattern.between(first, last)]


def _in_stretch(frame: Frame, day: DayForm, first: date) -> date:
    """The day named ("the 15th"), in the month in which a stretch begins, or the next."""
    for months in range(3):
        month = calendar.month_start(first, months)
        found = calendar.make(month.year, month.month, day.day or 0)
        if found is not None and found >= first and day.weekday in (None, found.weekday()):
            return found
    return date_of(frame, day)


def _cut(piece: tuple[date, date], gone: tuple[date, date]) -> list[tuple[date, date]]:
    first, last = piece
    if gone[1] < first or gone[0] > last:
        return [piece]
    parts = [(first, gone[0] - calendar.DAY), (gone[1] + calendar.DAY, last)]
    return [(a, b) for a, b in parts if a <= b]


def trimmed(frame: Frame, entry: EntryForm, windows: list[Window]) -> list[Window]:
    """The times of day without those that are left out."""
    if not entry.except_times:
        return windows
    left = windows or [Window(0, MIDNIGHT)]
    for out in windows_of(frame, EntryForm(entry.start, entry.end, times=entry.except_times)):
        if all(out.end <= window.start or out.start >= window.end for window in left):
            raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, entry.except_times[0])
        left = [piece for window in left for piece in _around(window, out)]
    if not left:
        raise frame.unclear(Trouble.NOT_UNDERSTOOD, entry.except_times[0])
    return left


def _around(window: Window, out: Window) -> list[Window]:
    """The pieces of a window before and after some hours."""
    before = Window(window.start, min(window.end, out.start))
    after = Window(max(window.start, out.end), window.end)
    return [piece for piece in (before, after) if piece.start < piece.end]
