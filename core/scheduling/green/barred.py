"""Why a band has no green zone, where the reason is its hours or its own commitments and not its members."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import Enum

from core.habits import Habits, PlayableHours
from core.scheduling.phrases.day_ranges import DayRange
from core.scheduling.recurrence.playable import playable_spans
from core.scheduling.recurrence.spans import Span, Spans, at_least, difference, intersection


class Bar(Enum):
    """The reason why there is no time."""

    HOURS = "hours"
    """The band does not play then."""
    LENGTH = "length"
    """It plays then, but for less time than is needed."""
    BRIEF = "brief"
    """The time that was asked about is itself shorter than that."""
    OWN = "own"
    """It has a gig or a rehearsal."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Which members could in the time that was asked about, leaving the band's hours aside."""

    complete: tuple[Span, ...]
    """When the line-up that was asked for could: POSIX seconds."""
    missing: tuple[str, ...] = ()
    """If that is never: members who are the only one in the way at some time; empty: always several are."""
    maybes: tuple[str, ...] = ()
    """If that is never: members whose maybe it hangs on."""


@dataclass(frozen=True, slots=True)
class Barred:
    """There is no time in which the band could be complete."""

    bar: Bar
    hours: tuple[PlayableHours, ...] = ()
    """When the band plays on the weekdays that were asked about; if it never does, all its hours."""
    minutes: int = 0
    """The longest stretch that there would be; 0: all of the time that was asked about is over."""
    whole: Whole | None = None
    """None: it was not worked out."""


WhoCould = Callable[[Habits, Sequence[Span]], Whole]
"""Which members could in some spans, if the band played the hours of these habits."""
ALWAYS = PlayableHours(frozenset(range(7)), time(), time())


def barred(
    days: DayRange, asked: Sequence[Span], own: Spans, habits: Habits, zone: str, who_could: WhoCould
) -> Barred | None:
    """The reason why `asked` (what is left of the days, tidy) leaves no time; None: there is some."""
    if not asked:
        return Barred(Bar.BRIEF)
    shortest = habits.min_minutes * 60
    playable = playable_spans(habits.playable, zone, (asked[0][0], asked[-1][1]))
    inside = intersection(asked, playable)
    if at_least(difference(inside, own), shortest):
        return None
    if at_least(inside, shortest):
        return Barred(Bar.OWN)
    hours = hours_on(days.weekdays, habits.playable)
    if not at_least(asked, shortest):
        brief = Bar.BRIEF if inside or days.whole_days else Bar.HOURS
        return _brief(brief, hours, inside or asked, own, habits, who_could)
    if inside and days.whole_days:
        return _brief(Bar.LENGTH, hours, inside, own, habits, who_could)
    if days.whole_days:  # at some hour of the night everybody could
        return Barred(Bar.HOURS, hours)
    return Barred(Bar.HOURS, hours, _longest(asked), who_could(_always(habits), difference(asked, own)))


def _brief(
    bar: Bar,
    hours: tuple[PlayableHours, ...],
    spans: Sequence[Span],
    own: Spans,
    habits: Habits,
    who_could: WhoCould,
) -> Barred:
    """The same, with who could in the longest stretch that there is."""
    minutes = _longest(spans)
    whole = who_could(replace(_always(habits), min_minutes=max(1, minutes)), difference(spans, own))
    return Barred(bar, hours, minutes, whole)


def _longest(spans: Sequence[Span]) -> int:
    return max((end - start for start, end in spans), default=0) // 60


def _always(habits: Habits) -> Habits:
    return replace(habits, playable=(ALWAYS,))


def hours_on(weekdays: frozenset[int], hours: Sequence[PlayableHours]) -> tuple[PlayableHours, ...]:
    """The hours on some weekdays; if there are none, all of them."""
    found = [replace(each, weekdays=each.weekdays & weekdays) for each in hours]
    return tuple(each for each in found if each.weekdays) or tuple(hours)
