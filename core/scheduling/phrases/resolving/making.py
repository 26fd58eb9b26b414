"""Building blocks of rules."""

from datetime import date, datetime, time, timedelta

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import EntryForm, LengthForm
from core.scheduling.phrases.resolving.clocks import Window
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.limits import lower, upper
from core.scheduling.phrases.understanding import Trouble
from core.scheduling.recurrence.rules import Rule

Limits = tuple[date | None, date | None]
"""First and last date let in; None is open."""


Made = list[tuple[Rule, bool]]
"""Rules, and whether their end was given."""


def at(day: date, minutes: int) -> datetime:
    """A wall time, in minutes from the midnight that begins a day."""
    return datetime.combine(day, time(0)) + timedelta(minutes=minutes)


def rule_on(frame: Frame, day: date, window: Window | None, days: int = 1) -> Rule:
    """The rule of a day, or of `days` whole days when there is no window."""
    if window is None:
        return Rule(at(day, 0), frame.context.zone, nominal=timedelta(days=days), all_day=True)
    return Rule(
        at(day, window.start), frame.context.zone, nominal=timedelta(minutes=window.end - window.start)
    )


def length_in_days(entry: EntryForm) -> LengthForm | None:
    """The length of "for two weeks"; hours and "five times" are none."""
    return next((each for each in entry.lengths if each.unit not in ("minute", "hour", "times")), None)


def limits_of(frame: Frame, entry: EntryForm) -> Limits:
    """The first and last date that the bounds of a statement let in."""
    begins: list[date] = []
    ends: list[date] = []
    for bound in entry.bounds:
        if bound.mark in (Tag.FROM, Tag.AFTER):
            begins.append(lower(frame, bound))
        else:
            ends.append(upper(frame, bound))
    begin, end = max(begins, default=None), min(ends, default=None)
    if end is not None:
        _check_return(frame, entry, end)
        if begin is not None and end < begin:
            raise frame.unclear(Trouble.END_BEFORE_START, entry.bounds[-1])
    return begin, end


def _check_return(frame: Frame, entry: EntryForm, end: date) -> None:
    """Ask about a return that is later than the end: "in Leeds till Thursday, back Sunday"."""
    back = next((bound for bound in entry.bounds if bound.mark is Tag.BACK), None)
    until = any(bound.mark in (Tag.UNTIL, Tag.BEFORE) for bound in entry.bounds)
    if back is not None and until and upper(frame, back) > end:
        raise frame.unclear(Trouble.AMBIGUOUS, back)
