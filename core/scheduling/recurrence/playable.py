"""The hours in which a band plays at all, by its habits, as exact time."""

from collections.abc import Sequence
from datetime import time

from core.habits import PlayableHours
from core.moments import DAY, exact_run, zone
from core.scheduling.recurrence.spans import Span, Spans, clipped, merged


def playable_spans(hours: Sequence[PlayableHours], zone_name: str, window: Span) -> Spans:
    """The playable hours inside a window of POSIX seconds, tidy; their wall times are the zone's.

    Entries may overlap, touch, and cross midnight: an end at or before its start is on the next day.
    Hours that a clock change reverses are empty. `ZoneUnknown` for an unknown zone.
    """
    low, high = window
    if low >= high:
        return []
    table = zone(zone_name).table(low - 4 * DAY, high + 4 * DAY)
    first, last = low // DAY - 3, high // DAY + 2
    found: Spans = []
    for entry in hours:
        start, end = _second_of_day(entry.start), _second_of_day(entry.end)
        if end <= start:
            end += DAY
        for weekday in entry.weekdays:
            day = first + (weekday - first - 3) % 7
            starts = range(day * DAY + start, last * DAY + start + 1, 7 * DAY)
            if starts:
                ends = exact_run(starts, table, shift=end - start)
                found += zip(exact_run(starts, table), ends, strict=True)
    return clipped(merged(found), window)


def _second_of_day(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
