"""The times of a night: when it begins and ends, and what of it one slot takes of a band's time.

Points of the day are wall times at the venue. One before 06:00 belongs to the night before it, so it is on
the next date. Instants follow from the zone: on the nights when clocks change a night is an hour longer or
shorter than its wall times say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.marketplace.events import Event, NewEvent, Slot
from core.marketplace.posts.values import Point, PointOfDay
from core.moments import exact_seconds, to_exact
from core.scheduling.recurrence.spans import Span

_MORNING = time(6)
_EVENING = time(18)
"""When a night begins that names no time."""
_LATEST = time(23)
"""When such a night ends."""
_LASTS = timedelta(hours=4)
"""How long a night goes on after its last time, where no end was said."""
_LONGEST = timedelta(hours=36)
"""An end that comes later than this is not believed."""
_LENGTHS = (Point.CHANGEOVER,)
_ENDS = (Point.CURFEW,)


@dataclass(frozen=True, slots=True)
class NightTimes:
    """A stretch of a night: naive wall times at the venue, half-open."""

    start: datetime
    end: datetime
    zone: str
    start_said: bool = True
    """False: no time was said, and the start was taken."""
    end_said: bool = True

    @property
    def starts_at(self) -> datetime:
        """`start` as an aware UTC instant."""
        return to_exact(self.start, self.zone)

    @property
    def ends_at(self) -> datetime:
        """`end` as an aware UTC instant."""
        return to_exact(self.end, self.zone)

    @property
    def span(self) -> Span:
        """POSIX seconds, half-open."""
        return exact_seconds(self.starts_at), exact_seconds(self.ends_at)


def on_the_wall(day: date, at: time) -> datetime:
    """A point of that night as a wall time: before 06:00 it is the next morning."""
    return datetime.combine(day + timedelta(days=1) if at < _MORNING else day, at)


def night_times(event: NewEvent) -> NightTimes:
    """The whole night: from the first time that was said to its curfew, or to its end as it was taken."""
    return _times(event, None)


def slot_times(event: Event, slot: Slot) -> NightTimes:
    """What a slot takes of a band's time: from load-in, or the first time said, to the end of its set."""
    only = slot if len(event.slots) == 1 else None
    return _times(event, only)


def doors_at(event: NewEvent) -> datetime:
    """When the doors open (aware, UTC); where that was not said, when the night begins."""
    points = points_of(event)
    doors = [each.at for each in points if each.point is Point.DOORS and each.at is not None]
    wall = on_the_wall(event.day, doors[0]) if doors else night_times(event).start
    return to_exact(wall, event.zone)


def audience_times(event: NewEvent) -> NightTimes:
    """The night for those who come to listen: from doors, or the first thing on stage, to its end.

    Load-in and soundcheck are not theirs. Where nothing of this was said, `start_said` is False.
    """
    whole = night_times(event)
    said = [each for each in points_of(event) if each.at is not None and each.point in _FOR_THE_AUDIENCE]
    doors = [each for each in said if each.point is Point.DOORS]
    walls = [on_the_wall(event.day, each.at) for each in doors or said if each.at is not None]
    start = min(walls, default=None)
    if start is None:
        return replace(whole, start=datetime.combine(event.day, _EVENING), start_said=False)
    return replace(whole, start=start, start_said=True)


_FOR_THE_AUDIENCE = (Point.DOORS, Point.ON_STAGE, Point.SET, Point.EVENT)


def clock_change(event: NewEvent) -> timedelta:
    """By how much the clocks are put forward during the night; negative: back."""
    times = night_times(event)
    return (times.end - times.start) - (times.ends_at - times.starts_at)


def _times(event: NewEvent, only: Slot | None) -> NightTimes:
    points = points_of(event)
    said = sorted(_starts(event.day, points), key=lambda each: to_exact(each, event.zone))
    evening = datetime.combine(event.day, _EVENING)
    end = _end(event.day, points, only, after=said[-1] if said else evening)
    unsaid = evening if end is None or end > evening else end - _LASTS
    start = said[0] if said else unsaid
    if end is not None and _believable(start, end, event.zone):
        return NightTimes(start, end, event.zone, start_said=bool(said))
    end = said[-1] + _LASTS if said else datetime.combine(event.day, _LATEST)
    return NightTimes(start, end, event.zone, start_said=bool(said), end_said=False)


def points_of(event: NewEvent) -> list[PointOfDay]:
    """The points of its day, in the order in which they were said."""
    return [each for each in event.terms.points if each.on in (None, event.day)]


def _believable(start: datetime, end: datetime, zone: str) -> bool:
    """Whether the end is behind the start, on the wall and when clocks are put forward, and not too far."""
    return start < end and timedelta(0) < to_exact(end, zone) - to_exact(start, zone) <= _LONGEST


def _starts(day: date, points: Iterable[PointOfDay]) -> list[datetime]:
    return [
        on_the_wall(day, each.at)
        for each in points
        if each.at is not None and each.point not in (*_LENGTHS, *_ENDS)
    ]


def _end(day: date, points: Sequence[PointOfDay], only: Slot | None, *, after: datetime) -> datetime | None:
    """The end that was said: of the set, where the night has but one; else the curfew, else the last end.

    `after` is the night's last time to begin something: an end before that is not the night's.
    """
    own = _end_of_set(day, points, only) if only is not None else None
    if own is not None:
        return own
    curfew = [on_the_wall(day, each.at) for each in points if each.point in _ENDS and each.at is not None]
    if curfew:
        return max(curfew)
    ends = [found for each in points if (found := _until(day, each)) is not None and found > after]
    return max(ends, default=None)


def _end_of_set(day: date, points: Iterable[PointOfDay], slot: Slot) -> datetime | None:
    for each in points:
        if each.at is None or each.point not in (Point.SET, Point.ON_STAGE, Point.EVENT):
            continue
        if (until := _until(day, each)) is not None:
            return until
        if each.point is not Point.EVENT and slot.minutes is not None:
            longest = (slot.minutes_most or slot.minutes) * slot.sets
            return on_the_wall(day, each.at) + timedelta(minutes=longest)
    return None


def _until(day: date, point: PointOfDay) -> datetime | None:
    if point.at is None or point.point in _LENGTHS:
        return None
    start = on_the_wall(day, point.at)
    if point.until is not None:
        end = datetime.combine(start.date(), point.until)
        return end if end > start else end + timedelta(days=1)
    return None if point.minutes is None else start + timedelta(minutes=point.minutes)
