"""Statements without days of their own: bounds alone, parts of every day, a length from now."""

from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Boundary, DayForm, EntryForm, Every
from core.scheduling.phrases.reading.distances import shifted
from core.scheduling.phrases.resolving.clocks import MIDNIGHT, Window
from core.scheduling.phrases.resolving.days import date_of
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.making import Limits, Made, at, length_in_days, limits_of, rule_on
from core.scheduling.phrases.resolving.once import dated
from core.scheduling.phrases.resolving.pieces import without
from core.scheduling.phrases.resolving.repeated import every_rules
from core.scheduling.phrases.resolving.windows import window_of
from core.scheduling.phrases.understanding import Trouble
from core.scheduling.recurrence.rules import Rule

_TEN_YEARS = timedelta(days=3650)
"""The furthest that an exception may lie ahead, in days without an end."""


def open_ended(frame: Frame, entry: EntryForm, windows: list[Window]) -> Made:
    """Bounds alone: until Friday, from 1 December; or parts of every day; or a length from now."""
    if windows:
        return _hours_alone(frame, entry, windows)
    timed = [bound for bound in entry.bounds if bound.time is not None]
    if timed:
        return _until_hour(frame, entry, timed[0])
    if entry.endless:
        return [_without_end(frame, frame.today)]
    begin, end = _limits(frame, entry)
    if begin is None:
        return _from_now(frame, entry, end or frame.today)
    if end is None:
        return _from_day_on(frame, entry, begin)
    return _from_day_to_day(frame, entry, begin, end)


def _hours_alone(frame: Frame, entry: EntryForm, windows: list[Window]) -> Made:
    """As in "evenings", of every day; whether "after 7" is today's is asked."""
    if any(time.many for time in entry.times):
        return every_rules(frame, entry, Every(entry.start, entry.end, "day"), windows, None)
    if "today" in frame.chosen:
        today = DayForm(entry.start, entry.end, on=frame.today)
        return dated(frame, replace(entry, bounds=[]), today, windows)
    about = (entry.times or entry.except_times)[0]
    raise frame.unclear(Trouble.AMBIGUOUS, about, key="today", choices=(True,))


def _until_hour(frame: Frame, entry: EntryForm, bound: Boundary) -> Made:
    """As in "until Friday 5pm"."""
    alone = len(entry.bounds) == 1 and not entry.excepts
    if not alone or bound.mark not in (Tag.UNTIL, Tag.BEFORE) or bound.time is None:
        raise frame.unclear(Trouble.AMBIGUOUS, bound)
    last = date_of(frame, bound.days) if isinstance(bound.days, DayForm) else bound.days.last
    end = at(last, window_of(frame, bound.time).start)
    if end <= frame.now:
        raise frame.unclear(Trouble.PAST, bound, day=last)
    return [(Rule(frame.now, frame.context.zone, nominal=end - frame.now), True)]


def _limits(frame: Frame, entry: EntryForm) -> Limits:
    """The given bounds, or those of a length: "for two weeks", "from Monday for a month"."""
    begin, end = limits_of(frame, entry)
    length = length_in_days(entry)
    if length is not None and end is None:
        begin = begin or frame.today
        return begin, shifted(begin, length.number, length.unit) - calendar.DAY
    if not entry.bounds:
        raise frame.unclear(Trouble.NOT_UNDERSTOOD, entry.times[0] if entry.times else None)
    return begin, end


def _from_now(frame: Frame, entry: EntryForm, end: date) -> Made:
    """As in "until Friday": from this minute on, or day by day where some are left out."""
    if end < frame.today:
        raise frame.unclear(Trouble.PAST, entry.bounds[-1], day=end)
    if entry.excepts:
        return _from_day_to_day(frame, entry, frame.today, end)
    return [(Rule(frame.now, frame.context.zone, nominal=at(end, MIDNIGHT) - frame.now), True)]


def _from_day_on(frame: Frame, entry: EntryForm, begin: date) -> Made:
    """As in "from 1 December", "from 1 December except Christmas"."""
    if not entry.excepts:
        return [_without_end(frame, begin)]
    pieces = without(frame, entry, begin, begin + _TEN_YEARS)
    days = [(rule_on(frame, a, None, (b - a).days + 1), True) for a, b in pieces[:-1]]
    return [*days, _without_end(frame, pieces[-1][0])]


def _without_end(frame: Frame, begin: date) -> tuple[Rule, bool]:
    return Rule(at(begin, 0), frame.context.zone, nominal=None, all_day=True), True


def _from_day_to_day(frame: Frame, entry: EntryForm, begin: date, end: date) -> Made:
    """As in "from 1 to 5 December", whole days."""
    if end < begin:
        raise frame.unclear(Trouble.END_BEFORE_START, entry.bounds[-1])
    pieces = without(frame, entry, begin, end)
    return [(rule_on(frame, a, None, (b - a).days + 1), True) for a, b in pieces]
