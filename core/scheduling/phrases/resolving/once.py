"""Statements about days that do not repeat, made rules."""

from dataclasses import replace
from datetime import date

from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, DayStretch, EntryForm, Shape, Span, weekday_only
from core.scheduling.phrases.reading.distances import shifted
from core.scheduling.phrases.resolving.clock_ranges import in_full
from core.scheduling.phrases.resolving.clocks import MIDNIGHT, Window
from core.scheduling.phrases.resolving.days import date_of
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.making import Made, at, length_in_days, limits_of, rule_on
from core.scheduling.phrases.resolving.pieces import without
from core.scheduling.phrases.resolving.recur import Pattern
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.windows import window_of
from core.scheduling.phrases.understanding import Assumed, Trouble
from core.scheduling.recurrence.rules import Rule


def dated(frame: Frame, entry: EntryForm, day: DayForm | DayStretch | Span, windows: list[Window]) -> Made:
    """A day, or a stretch of days, once."""
    if any(length.unit == "times" for length in entry.lengths):
        raise frame.unclear(Trouble.AMBIGUOUS, entry.lengths[0])
    if isinstance(day, Span) and (day.first_time or day.last_time):
        if windows or entry.excepts:
            raise frame.unclear(Trouble.AMBIGUOUS, day)
        return _timed_span(frame, day)
    if isinstance(day, DayForm):
        first = last = _day(frame, day, windows)
    else:
        first, last = stretch_of(frame, day)
    last = _lengthened(frame, entry, day, windows, first, last)
    first, last = _bounded(frame, entry, day, first, last)
    made: Made = []
    for a, b in without(frame, entry, first, last):
        if b >= frame.today:
            begins = max(a, frame.today) if isinstance(day, DayStretch) else a
            made += _piece(frame, begins, b, windows)
    return made


def _lengthened(
    frame: Frame,
    entry: EntryForm,
    day: DayForm | DayStretch | Span,
    windows: list[Window],
    first: date,
    last: date,
) -> date:
    """The last date of "from Monday for two weeks"; unchanged without a length."""
    length = length_in_days(entry)
    if length is None:
        return last
    if windows and isinstance(day, DayForm) and length.unit != "day":
        raise frame.unclear(Trouble.AMBIGUOUS, length)  # every day of it, or once a week
    return shifted(first, length.number, length.unit) - calendar.DAY


def _bounded(
    frame: Frame, entry: EntryForm, day: DayForm | DayStretch | Span, first: date, last: date
) -> tuple[date, date]:
    """The days of "December from the 5th on": those within the bounds of the statement."""
    begin, end = limits_of(frame, entry)
    if any(bound.time is not None for bound in entry.bounds):
        raise frame.unclear(Trouble.AMBIGUOUS, entry.bounds[0])
    if begin is None and end is None:
        return first, last
    if isinstance(day, DayForm):
        raise frame.unclear(Trouble.AMBIGUOUS, entry.bounds[0])
    first, last = max(first, begin or first), min(last, end or last)
    if last < first:
        raise frame.unclear(Trouble.END_BEFORE_START, entry.bounds[0])
    return first, last


def _piece(frame: Frame, first: date, last: date, windows: list[Window]) -> Made:
    """The days from first to last: whole, or the same hours of each."""
    if not windows:
        return [(rule_on(frame, first, None, (last - first).days + 1), True)]
    return [made for window in windows for made in _each_day(frame, first, last, window)]


def _day(frame: Frame, day: DayForm, windows: list[Window]) -> date:
    found = date_of(frame, day)
    if windows and found == frame.today and all(at(found, w.end) <= frame.now for w in windows):
        if weekday_only(day):
            return found + calendar.WEEK
        raise frame.unclear(Trouble.PAST, day, day=found)
    return found


def _each_day(frame: Frame, first: date, last: date, window: Window) -> Made:
    if first == frame.today and at(first, window.end) <= frame.now:
        first += calendar.DAY
    if first > last:
        return []
    rule = rule_on(frame, first, window)
    if last > first:
        pattern = Pattern("day", first)
        rule = replace(rule, repeat=replace(pattern.repeat(), until=at(last, MIDNIGHT - 1)))
    return [(rule, window.end_said)]


def _timed_span(frame: Frame, span: Span) -> Made:
    """From Friday 5pm to Sunday 8pm."""
    first, last = stretch_of(frame, replace(span, first_time=None, last_time=None))
    begins, ends = _hours_at_ends(frame, _literal(frame, span))
    start = at(first, begins.start if begins is not None else 0)
    end = at(last, ends if ends is not None else MIDNIGHT)
    if ends is None and (last - first).days > _LONGEST_WITHOUT_END:
        raise frame.unclear(Trouble.AMBIGUOUS, span)
    if end <= start:
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    return [(Rule(start, frame.context.zone, nominal=end - start), True)]


_LONGEST_WITHOUT_END = 7
"""Days that "from Friday 5pm to Sunday" may have."""


def _hours_at_ends(frame: Frame, span: Span) -> tuple[Window | None, int | None]:
    """The hours at which a span begins, and the minutes from midnight at which it ends."""
    kept = list(frame.assumptions)
    begins = None if span.first_time is None else window_of(frame, span.first_time)
    ends = None if span.last_time is None else window_of(frame, span.last_time)
    frame.assumptions[:] = [a for a in frame.assumptions if a in kept or a.what is not Assumed.END]
    if ends is None or span.last_time is None:
        return begins, None
    if span.last_time.shape is Shape.AT:
        return begins, ends.start or MIDNIGHT
    return begins, ends.end


def _literal(frame: Frame, span: Span) -> Span:
    """The span with hours that are written in full at both ends taken as they stand."""
    first, last = span.first_time, span.last_time
    if first is None or last is None or first.first is None or last.first is None:
        return span
    if not in_full(frame, first.first) or not (in_full(frame, last.first) or last.first.hour == 24):
        return span
    first, last = (replace(t, first=replace(t.first, half="24")) for t in (first, last) if t.first)
    return replace(span, first_time=first, last_time=last)
