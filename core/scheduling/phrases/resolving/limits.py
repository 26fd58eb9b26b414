"""The first and the last day that a bound lets in."""

from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Boundary, DayForm, DayStretch
from core.scheduling.phrases.resolving.days import date_of
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.weekdays import coming_weekday
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble


def upper(frame: Frame, bound: Boundary) -> date:
    """The last date that a bound lets in."""
    days = bound.days
    weekday = coming_weekday(days)
    if isinstance(days, DayForm) and weekday is not None:
        days = replace(days, on=calendar.coming(frame.today + calendar.DAY, weekday), assumed=Assumed.UNTIL)
    if bound.mark in (Tag.BEFORE, Tag.BACK):
        first = days.first if isinstance(days, DayStretch) else date_of(frame, days)
        frame.assume(Assumption(Assumed.BEFORE, frame.words(bound), day=first))
        return first - calendar.DAY
    if isinstance(days, DayStretch):
        return _until_stretch(frame, bound, days)
    found = date_of(frame, days)
    if days.assumed is not None or days.weekday is not None or days.month is None:
        frame.assume(Assumption(Assumed.UNTIL, frame.words(bound), day=found))
    return found


def _until_stretch(frame: Frame, bound: Boundary, days: DayStretch) -> date:
    """Until a stretch is until it begins ("until Christmas"), unless it has begun or names an end."""
    if days.last < frame.today:
        raise frame.unclear(Trouble.PAST, days, day=days.last)
    words = frame.words(bound)
    if days.unit == "mid":
        found = days.first.replace(day=15)
    elif days.unit in _WITH_AN_END or days.first <= frame.today:
        found = days.last
    else:
        frame.assume(Assumption(Assumed.BEFORE, words, day=days.first))
        return days.first - calendar.DAY
    frame.assume(Assumption(Assumed.UNTIL, words, day=found))
    return found


_WITH_AN_END = ("part", "rest", "count", "between")
"""Stretches whose end is meant: "until late March", "until the end of the year"."""


def lower(frame: Frame, bound: Boundary) -> date:
    """The first date that a bound lets in."""
    days = bound.days
    if isinstance(days, DayStretch):
        return _from_stretch(frame, bound, days)
    found = date_of(frame, days)
    return found + calendar.DAY if bound.mark is Tag.AFTER else found


def _from_stretch(frame: Frame, bound: Boundary, days: DayStretch) -> date:
    if days.last < frame.today:
        raise frame.unclear(Trouble.PAST, days, day=days.last)
    if bound.mark is Tag.AFTER:
        return days.last + calendar.DAY
    if days.unit == "mid":
        found = days.first.replace(day=15)
        frame.assume(Assumption(Assumed.DATE, frame.words(bound), day=found))
        return found
    return days.first
