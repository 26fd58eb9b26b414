"""The first and the last day that a bound lets in."""

from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Bound, Day, Stretch, Which, weekday_only
from core.scheduling.phrases.resolving.days import date_of
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble


def upper(frame: Frame, bound: Bound) -> date:
    """The last date that a bound lets in."""
    days = bound.days
    words = frame.words(bound)
    if isinstance(days, Day) and weekday_only(days) and days.which is Which.COMING:
        days = replace(
            days, on=calendar.coming(frame.today + calendar.DAY, days.weekday or 0), assumed=Assumed.UNTIL
        )
    if bound.mark in (Role.BEFORE, Role.BACK):
        first = days.first if isinstance(days, Stretch) else date_of(frame, days)
        frame.assume(Assumption(Assumed.BEFORE, words, day=first))
        return first - calendar.DAY
    if isinstance(days, Stretch):
        if days.last < frame.today:
            raise frame.unclear(Trouble.PAST, days, day=days.last)
        if days.unit == "mid":
            found = days.first.replace(day=15)
            frame.assume(Assumption(Assumed.UNTIL, words, day=found))
            return found
        if days.unit in ("part", "rest", "count", "between"):
            found = days.last
            frame.assume(Assumption(Assumed.UNTIL, words, day=found))
            return found
        if days.first <= frame.today:
            frame.assume(Assumption(Assumed.UNTIL, words, day=days.last))
            return days.last
        frame.assume(Assumption(Assumed.BEFORE, words, day=days.first))
        return days.first - calendar.DAY
    found = date_of(frame, days)
    if days.assumed is not None or days.weekday is not None or days.month is None:
        frame.assume(Assumption(Assumed.UNTIL, words, day=found))
    return found


def lower(frame: Frame, bound: Bound) -> date:
    """The first date that a bound lets in."""
    days = bound.days
    if isinstance(days, Stretch):
        if days.last < frame.today:
            raise frame.unclear(Trouble.PAST, days, day=days.last)
        if bound.mark is Role.AFTER:
            return days.last + calendar.DAY
        if days.unit == "mid":
            found = days.first.replace(day=15)
            frame.assume(Assumption(Assumed.DATE, frame.words(bound), day=found))
            return found
        return days.first
    found = date_of(frame, days)
    return found + calendar.DAY if bound.mark is Role.AFTER else found
