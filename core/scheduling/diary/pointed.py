"""The rule that a span stands for which somebody points out on a calendar, or writes into a form."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.errors import Refusal
from core.moments import exact_seconds, to_exact, wall_seconds, zone
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule, WeekdayNumber

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
LONGEST = timedelta(days=366)
"""No span that is pointed out is longer."""


@dataclass(frozen=True, slots=True)
class PointedTime:
    """A span of wall time, half-open, in the zone of the person who points it out."""

    start: datetime
    """Naive; a midnight where whole days are meant, as is `end`."""
    end: datetime
    whole_days: bool
    weekly: bool = False
    """The same again in every week."""
    until: date | None = None
    """The last day on which one of them may begin; None: it goes on."""


@dataclass(eq=False)
class PointedBackwards(Refusal):
    """The end does not come after the start, or whole days have a time of day."""


@dataclass(eq=False)
class PointedTooLong(Refusal):
    """Longer than LONGEST; a weekly one longer than a week."""


@dataclass(eq=False)
class PointedPast(Refusal):
    """It is over, or its last day comes before its first."""


@dataclass(eq=False)
class HourSkipped(Refusal):
    """All of it falls into the hour that the clocks skip on that day."""

    day: date


@dataclass(eq=False)
class WholeDaysStay(Refusal):
    """Whole days are to become hours, or hours whole days."""


@dataclass(eq=False)
class SeriesStays(Refusal):
    """All dates of a rule cannot be moved like that: it is about days of the month or of the year."""


def rule_of(pointed: PointedTime, zone_name: str, *, now: datetime) -> Rule:
    """The rule, the same as that of words for the time; `now` is an aware instant.

    A weekly one whose first date is over begins in the next week that is left. Raises PointedBackwards,
    PointedTooLong, PointedPast, HourSkipped.
    """
    checked(pointed)
    start, length = pointed.start, pointed.end - pointed.start
    second = exact_seconds(now)
    if pointed.weekly:
        while _ends(start, length, zone_name) <= second:
            start += WEEK
    elif _ends(start, length, zone_name) <= second:
        raise PointedPast
    if pointed.until is not None and pointed.until < start.date():
        raise PointedPast
    rule = Rule(
        start=start,
        zone=zone_name,
        nominal=length,
        all_day=pointed.whole_days,
        repeat=_weekly(start, pointed) if pointed.weekly else None,
    )
    if rule.repeat is None:
        _takes_time(rule)
    return rule


def checked(pointed: PointedTime) -> None:
    """Raises PointedBackwards, PointedTooLong."""
    length = pointed.end - pointed.start
    if length <= timedelta(0):
        raise PointedBackwards
    if pointed.whole_days and (pointed.start.time() != time() or pointed.end.time() != time()):
        raise PointedBackwards
    if length > (WEEK if pointed.weekly else LONGEST):
        raise PointedTooLong


def moved_series(rule: Rule, begins: datetime, pointed: PointedTime) -> Rule:
    """The repeating rule with all of its dates moved as the one that begins at `begins` is.

    A weekly rule may go to other days, any rule to other hours. Raises WholeDaysStay, SeriesStays, and
    what `checked` raises.
    """
    checked(replace(pointed, weekly=False))
    if pointed.whole_days is not rule.all_day:
        raise WholeDaysStay
    by = pointed.start - begins
    days = (pointed.start.date() - begins.date()).days
    repeat = rule.repeat
    if repeat is not None and days:
        repeat = _on_other_days(repeat, days)
    return replace(
        rule,
        start=rule.start + by,
        nominal=pointed.end - pointed.start,
        elapsed=timedelta(0),
        repeat=repeat,
        exceptions=tuple(each + by for each in rule.exceptions),
    )


def _on_other_days(repeat: Repeat, days: int) -> Repeat:
    """A repetition of some weekdays on those so many days later."""
    if repeat.of_seasons or repeat.frequency not in (Frequency.WEEKLY, Frequency.DAILY):
        raise SeriesStays
    if repeat.frequency is Frequency.DAILY and (repeat.interval == 1 or repeat.by_day):
        raise SeriesStays
    by_day = [replace(each, weekday=(each.weekday + days) % 7) for each in repeat.by_day]
    together = repeat.interval > 1 and len(by_day) > 1  # days that have to stay in one week
    return replace(
        repeat,
        until=repeat.until + timedelta(days=days) if repeat.until else None,
        by_day=tuple(sorted(by_day, key=lambda each: each.weekday)),
        week_start=(repeat.week_start + days) % 7 if together else repeat.week_start,
    )


def _weekly(start: datetime, pointed: PointedTime) -> Repeat:
    until = pointed.until
    last = until if until is None or pointed.whole_days else datetime.combine(until, time(23, 59))
    return Repeat(Frequency.WEEKLY, until=last, by_day=(WeekdayNumber(start.weekday()),))


def _ends(start: datetime, length: timedelta, zone_name: str) -> int:
    return zone(zone_name).exact(wall_seconds(start + length))


def _takes_time(rule: Rule) -> None:
    """Raises HourSkipped where the clocks turn it round, so that it would have no length."""
    length = rule.nominal or timedelta(0)
    if to_exact(rule.start, rule.zone) >= to_exact(rule.start + length, rule.zone):
        raise HourSkipped(rule.start.date())
