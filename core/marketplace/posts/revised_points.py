"""The points of a revised post: new ones in the place of those of their kind, in the order of a night."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from core.marketplace.posts.values import Point, PointOfDay, Post
from core.scheduling.phrases.understanding import Assumed, Assumption

_BEFORE_DOORS = (Point.LOAD_IN, Point.SOUNDCHECK, Point.LINE_CHECK)
_HALF_DAY = 12
"""Hours."""


@dataclass(frozen=True, slots=True)
class TimedPoint:
    """A point with what was assumed about its clock time."""

    point: PointOfDay
    clock: Assumption | None = None
    """None if the words said it in full ("8pm")."""


def timed(post: Post) -> list[TimedPoint]:
    """The points of a post, each with its assumption."""
    clocks = [
        each for each in post.assumptions if isinstance(each, Assumption) and each.what is Assumed.CLOCK
    ]
    found = []
    for point in post.points:
        clock = next((each for each in clocks if each.at == point.at), None)
        if clock is not None:
            clocks.remove(clock)
        found.append(TimedPoint(point, clock))
    return found


def revised_points(old: Post, new: Post, dates: Sequence[date]) -> list[TimedPoint]:
    """The old points without those that new ones replace, for a post on these dates."""
    kept = timed(old) if dates == old.dates else _moved(timed(old), dates)
    coming = timed(new)
    points: list[TimedPoint] = []
    for each in kept:
        replacing = [other for other in coming if _replaces(other.point, each.point)]
        points += [other for other in replacing if other not in points] if replacing else [each]
    return _in_order([*points, *(each for each in coming if each not in points)])


def _replaces(new: PointOfDay, old: PointOfDay) -> bool:
    """Whether a point is of the same kind, of the same act, and on the same date or on all of them."""
    alike = new.point is old.point and (new.point is not Point.SET or new.of.lower() == old.of.lower())
    return alike and new.on in (None, old.on)


def _moved(points: list[TimedPoint], dates: Sequence[date]) -> list[TimedPoint]:
    """The points for new dates: one of a single date goes to that of its weekday, else it is dropped."""
    moved = []
    for each in points:
        on = each.point.on
        day = None if on is None else _same_weekday(on, dates)
        if on is None or day is not None:
            moved.append(replace(each, point=replace(each.point, on=day if len(dates) > 1 else None)))
    return moved


def _same_weekday(on: date, dates: Sequence[date]) -> date | None:
    return next((day for day in dates if day.weekday() == on.weekday()), None)


def _in_order(points: list[TimedPoint]) -> list[TimedPoint]:
    """Bare hours put before doors where they belong: with doors at 13:00 "load in 11" is in the morning."""
    doors = next((each.point.at for each in points if each.point.point is Point.DOORS), None)
    return points if doors is None else [_before(each, doors) for each in points]


def _before(each: TimedPoint, doors: time) -> TimedPoint:
    at = each.point.at
    if each.clock is None or at is None or each.point.until or each.point.point not in _BEFORE_DOORS:
        return each
    earlier = at.replace(hour=at.hour - _HALF_DAY) if at.hour >= _HALF_DAY else at
    if not at > doors > earlier:
        return each
    return TimedPoint(replace(each.point, at=earlier), replace(each.clock, at=earlier))
