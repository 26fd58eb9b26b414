"""Statements about days that do not repeat, made rules."""

from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Bound, Day, Entry, Every, Shape, Span, Stretch, Time, weekday_only
from core.scheduling.phrases.reading.distances import shifted
from core.scheduling.phrases.resolving.clock_ranges import in_full
from core.scheduling.phrases.resolving.days import date_of
from core.scheduling.phrases.resolving.exceptions import without
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.making import Made, at, limits_of, rule_on
from core.scheduling.phrases.resolving.recur import Pattern
from core.scheduling.phrases.resolving.repeated import every_rules
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.windows import MIDNIGHT, Window, windows_of
from core.scheduling.phrases.understanding import Assumed, Trouble
from core.scheduling.recurrence.rules import Rule


def dated(frame: Frame, entry: Entry, day: Day | Stretch | Span, windows: list[Window]) -> Made:
    """A day, or a stretch of days, once."""
    length = next((x for x in entry.lengths if x.unit not in ("minute", "hour", "times")), None)
    if any(x.unit == "times" for x in entry.lengths):
        raise frame.unclear(Trouble.AMBIGUOUS, entry.lengths[0])
    if isinstance(day, Span) and (day.first_time or day.last_time):
        if windows or entry.excepts:
            raise frame.unclear(Trouble.AMBIGUOUS, day)
        return _timed_span(frame, day)
    if isinstance(day, Day):
        first = last = _day(frame, day, windows)
    else:
        first, last = stretch_of(frame, day)
    if length is not None:
        if windows and isinstance(day, Day) and length.unit != "day":
            raise frame.unclear(Trouble.AMBIGUOUS, length)  # every day of it, or once a week
        last = shifted(first, length.number, length.unit) - calendar.DAY
    begin, end = limits_of(frame, entry)
    if any(b.time is not None for b in entry.bounds):
        raise frame.unclear(Trouble.AMBIGUOUS, entry.bounds[0])
    if begin is not None or end is not None:
        if isinstance(day, Day):
            raise frame.unclear(Trouble.AMBIGUOUS, entry.bounds[0])
        first, last = max(first, begin or first), min(last, end or last)
        if last < first:
            raise frame.unclear(Trouble.END_BEFORE_START, entry.bounds[0])
    made: Made = []
    for a, b in without(frame, entry, first, last):
        if b < frame.today:
            continue
        begins = max(a, frame.today) if isinstance(day, Stretch) else a
        if not windows:
            made.append((rule_on(frame, begins, None, (b - begins).days + 1), True))
        for window in windows:
            made += _each_day(frame, begins, b, window)
    return made


def _day(frame: Frame, day: Day, windows: list[Window]) -> date:
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


def _window(frame: Frame, item: Time) -> Window:
    windows = windows_of(frame, Entry(item.start, item.end, times=[replace(item, label="")]))
    if not windows:
        raise frame.unclear(Trouble.AMBIGUOUS, item)
    return windows[0]


def _timed_span(frame: Frame, span: Span) -> Made:
    """From Friday 5pm to Sunday 8pm."""
    first, last = stretch_of(frame, replace(span, first_time=None, last_time=None))

    kept = list(frame.assumptions)
    span = _literal(frame, span)
    begins = None if span.first_time is None else _window(frame, span.first_time)
    ends = None if span.last_time is None else _window(frame, span.last_time)
    frame.assumptions[:] = [a for a in frame.assumptions if a in kept or a.what is not Assumed.END]
    start = at(first, begins.start if begins is not None else 0)
    if ends is None:
        end = at(last, MIDNIGHT)
        if (last - first).days > 7:
            raise frame.unclear(Trouble.AMBIGUOUS, span)
    elif span.last_time is not None and span.last_time.shape is Shape.AT:
        midnight = ends.start == 0
        end = at(last, MIDNIGHT if midnight else ends.start)
    else:
        end = at(last, ends.end)
    if end <= start:
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    return [(Rule(start, frame.context.zone, nominal=end - start), True)]


def _literal(frame: Frame, span: Span) -> Span:
    """The span with hours that are written in full at both ends taken as they stand."""
    first, last = span.first_time, span.last_time
    if first is None or last is None or first.first is None or last.first is None:
        return span
    if not in_full(frame, first.first) or not (in_full(frame, last.first) or last.first.hour == 24):
        return span
    first, last = (replace(t, first=replace(t.first, half="24")) for t in (first, last) if t.first)
    return replace(span, first_time=first, last_time=last)


def open_ended(frame: Frame, entry: Entry, windows: list[Window]) -> Made:
    """Bounds alone: until Friday, from 1 December; or parts of every day; or a length from now."""
    if windows:
        if any(t.many for t in entry.times):
            every = Every(entry.start, entry.end, "day")
            return every_rules(frame, entry, every, windows, None)
        if "today" in frame.chosen:
            today = Day(entry.start, entry.end, on=frame.today)
            return dated(frame, replace(entry, bounds=[]), today, windows)
        about = (entry.times or entry.except_times)[0]
        raise frame.unclear(Trouble.AMBIGUOUS, about, key="today", choices=(True,))
    length = next((x for x in entry.lengths if x.unit not in ("minute", "hour", "times")), None)
    timed = [b for b in entry.bounds if b.time is not None]
    if timed:
        return _timed_bounds(frame, entry, timed)
    if entry.endless:
        return [(Rule(at(frame.today, 0), frame.context.zone, nominal=None, all_day=True), True)]
    begin, end = limits_of(frame, entry)
    if length is not None and end is None:
        begin = begin or frame.today
        end = shifted(begin, length.number, length.unit) - calendar.DAY
    elif not entry.bounds:
        raise frame.unclear(Trouble.NOT_UNDERSTOOD, entry.times[0] if entry.times else None)
    zone = frame.context.zone
    if begin is None:
        end = end or frame.today
        if end < frame.today:
            raise frame.unclear(Trouble.PAST, entry.bounds[-1], day=end)
        if not entry.excepts:
            return [(Rule(frame.now, zone, nominal=at(end, MIDNIGHT) - frame.now), True)]
        begin = frame.today
    if end is not None and end < begin:
        raise frame.unclear(Trouble.END_BEFORE_START, entry.bounds[-1])
    if end is None:
        made: Made = []
        spans = (
            without(frame, entry, begin, begin + timedelta(days=3650)) if entry.excepts else [(begin, begin)]
        )
        for a, b in spans[:-1]:
            made.append((rule_on(frame, a, None, (b - a).days + 1), True))
        made.append((Rule(at(spans[-1][0], 0), zone, nominal=None, all_day=True), True))
        return made
    return [(rule_on(frame, a, None, (b - a).days + 1), True) for a, b in without(frame, entry, begin, end)]


def _timed_bounds(frame: Frame, entry: Entry, timed: list[Bound]) -> Made:
    """Until Friday 5pm."""
    bound = timed[0]
    if (
        len(entry.bounds) != 1
        or bound.mark not in (Role.UNTIL, Role.BEFORE)
        or bound.time is None
        or entry.excepts
    ):
        raise frame.unclear(Trouble.AMBIGUOUS, bound)
    last = date_of(frame, bound.days) if isinstance(bound.days, Day) else bound.days.last
    end = at(last, _window(frame, bound.time).start)
    if end <= frame.now:
        raise frame.unclear(Trouble.PAST, bound, day=last)
    return [(Rule(frame.now, frame.context.zone, nominal=end - frame.now), True)]
