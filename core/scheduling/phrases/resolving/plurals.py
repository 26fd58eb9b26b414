"""Weekdays that stand for every one of their kind: "Tuesday evenings", "every Monday and Tuesday"."""

from dataclasses import dataclass, replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import Days, DayStretch, EntryForm, Every, Several, Shape
from core.scheduling.phrases.resolving.weekdays import coming_weekday, coming_weekdays_between, weekly

_SOME_WEEKS = 14
"""In a stretch of so many days a weekday comes more than once: "Tuesday evenings in December"."""


@dataclass(frozen=True, slots=True)
class _SaidBeside:
    """The company of the weekdays in a statement."""

    every: bool
    """Some of its days come every week."""
    repeats_one: bool
    """A weekday is every such weekday."""
    repeats_run: bool
    """A range of weekdays is that of every week."""


def repeating(entry: EntryForm) -> EntryForm:
    """The statement, with weekdays that stand for every one of their kind made so."""
    days = [day for group in entry.days for day in group.days]
    every = any(each is not None and not each.bare for each in map(weekly, days))
    said = _SaidBeside(every, _repeats_one(entry, days), _repeats_run(entry, days))
    groups = [_group(group, said) for group in entry.days]
    return replace(entry, days=groups, bounds=list(entry.bounds))


def _repeats_one(entry: EntryForm, days: list[Days]) -> bool:
    """As in "Tuesday evenings", "Tuesday, fortnightly", and "Tuesday 6-9" after "every Monday 6-9"."""
    if any(each is not None and each.bare for each in map(weekly, days)):
        return True
    if entry.weekly and _has_hours(entry):
        return True
    single = any((each.last - each.first).days < _SOME_WEEKS for each in _stretches(days))
    return _has_plural_times(entry) and not single


def _repeats_run(entry: EntryForm, days: list[Days]) -> bool:
    """As in "Monday to Wednesday evenings", "Mon-Wed 6-9pm", "Mon-Wed until Christmas"."""
    bounded = any(bound.mark in (Tag.UNTIL, Tag.BEFORE) for bound in entry.bounds)
    if bounded and len(entry.days) == 1:
        return True
    return not _stretches(days) and (_has_plural_times(entry) or _has_hours(entry))


def _has_plural_times(entry: EntryForm) -> bool:
    return any(time.many for time in entry.times)


def _has_hours(entry: EntryForm) -> bool:
    return any(time.shape in (Shape.RANGE, Shape.FROM, Shape.UNTIL) for time in entry.times)


def _stretches(days: list[Days]) -> list[DayStretch]:
    return [day for day in days if isinstance(day, DayStretch)]


def _group(group: Several, said: _SaidBeside) -> Several:
    """The days of a list; a weekday beside "every other Monday" comes as often as that."""
    listed = said.every and any(weekly(day) is not None for day in group.days)
    leading = weekly(group.days[0]) if listed else None
    interval = leading.interval if leading is not None else 1
    if listed:
        said = replace(said, repeats_one=True)
    return replace(group, days=tuple(_repeated(day, said, interval) for day in group.days))


def _repeated(day: Days, said: _SaidBeside, interval: int) -> Days:
    weekday = coming_weekday(day)
    if weekday is not None and said.repeats_one:
        return Every(day.start, day.end, "week", interval, frozenset({weekday}))
    run = coming_weekdays_between(day)
    if run is not None and said.repeats_run:
        return Every(day.start, day.end, "week", weekdays=run)
    return day
