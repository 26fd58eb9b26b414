"""The pieces that rules are made from."""

from datetime import date, datetime, time, timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Entry
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.limits import lower, upper
from core.scheduling.phrases.resolving.windows import Window
from core.scheduling.phrases.understanding import Trouble
from core.scheduling.recurrence.rules import Rule

Limits = tuple[date | None, date | None]
"""First and last date let in; None is open."""


Made = list[tuple[Rule, bool]]
"""Rules, and whether their end was said."""


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


def limits_of(frame: Frame, entry: Entry) -> Limits:
    """The first and last date that the bounds of a statement let in."""
    begin: date | None = None
    end: date | None = None
    for bound in entry.bounds:
        if bound.mark in (Role.FROM, Role.AFTER):
            found = lower(frame, bound)
            begin = found if begin is None else max(begin, found)
        else:
            found = upper(frame, bound)
            end = found if end is None else min(end, found)
    back = next((bound for bound in entry.bounds if bound.mark is Role.BACK), None)
    others = [b for b in entry.bounds if b.mark in (Role.UNTIL, Role.BEFORE)]
    if back is not None and others and end is not None and (upper(frame, back) - end).days > 0:
        raise frame.unclear(Trouble.AMBIGUOUS, back)  # "in Leeds till Thursday, back Sunday"
    if begin is not None and end is not None and end < begin:
        raise frame.unclear(Trouble.END_BEFORE_START, entry.bounds[-1])
    return begin, end
