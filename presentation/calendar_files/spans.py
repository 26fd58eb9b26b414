"""When an entry is, said so that every reader finds the same instants."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime

from core.moments import DAY, Zone, from_seconds, from_wall_seconds, wall_seconds, zone
from presentation.calendar_files.values import CalendarEntry

_UTC = frozenset({"UTC", "Etc/UTC"})


@dataclass(frozen=True, slots=True)
class EntrySpan:
    """The ends of an entry as its file says them: both are days, wall times in `zone`, or instants in UTC."""

    at: int
    """The instant of the start, in POSIX seconds."""
    start: date
    end: date | None
    """None: there is no length."""
    zone: str = ""
    """The zone of wall times; empty: these are none."""


def span_of(entry: CalendarEntry) -> EntrySpan:
    """When it is. Raises UnknownZone.

    A time that the clock skips becomes the one that is then shown. With a time that it shows twice both ends
    are in UTC: RFC 5545 (3.3.5) means the first pass, but ical.js and libical take the one in standard time.
    """
    clock = zone(entry.zone)
    start, shown = _read(entry.start, clock)
    if entry.whole_days:
        return EntrySpan(start, entry.start.date(), entry.end.date())
    end, end_shown = _read(entry.end, clock)
    if end <= start:
        end, end_shown = start, shown
    if entry.zone in _UTC or shown is None or end_shown is None:
        return EntrySpan(start, from_seconds(start), from_seconds(end) if end > start else None)
    until = from_wall_seconds(end_shown) if end > start else None
    return EntrySpan(start, from_wall_seconds(shown), until, entry.zone)


def _read(wall: datetime, clock: Zone) -> tuple[int, int | None]:
    """The instant of a wall time, and what the clock then shows; None where it shows that twice."""
    at = wall_seconds(wall)
    thresholds, offsets = clock.table(at - DAY, at + DAY)
    here = bisect_right(thresholds, at)
    instant = at - offsets[here]
    if here == len(thresholds):
        return instant, at
    change = offsets[here + 1] - offsets[here]
    if at < thresholds[here] - abs(change):
        return instant, at
    if change > 0:
        return instant, at + change
    return (instant - change if wall.fold else instant), None
