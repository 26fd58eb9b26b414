"""From a calendar's bytes to its busy times inside a horizon."""

import re
import threading
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime, timedelta
from typing import Any

from core.moments import DAY, exact_seconds, from_seconds, wall_seconds
from core.scheduling.calendars.entries import (
    FeedEntry,
    Moment,
    entry_of,
    exactly,
    put_right_for,
    takes_time,
)
from core.scheduling.calendars.lines import Pieces, Properties, pieces_of
from core.scheduling.calendars.outcome import BusyTimes, FeedTrouble, ReadCalendar, Unreadable
from core.scheduling.calendars.zones import definitions
from core.scheduling.recurrence.spans import Span, Spans, clipped, merged

MOST_SPANS = 20_000
"""The most busy times kept of one calendar: nobody has fifty a day."""

Guard = Callable[[], AbstractContextManager[Any]]
"""A context entered for each series, which may raise inside it to cut it short."""

_ICALENDAR = threading.Lock()
"""icalendar has one table of zones per process: one calendar at a time, each with its own definitions."""
_DAY = re.compile(r":([0-9]{4})([0-9]{2})([0-9]{2})(?:T[0-9]{6}Z?)?\s*$", re.IGNORECASE)
_MARGIN = 2 * DAY
"""More than any zone's distance from UTC."""


def read(data: bytes, horizon: Span, *, guard: Guard = nullcontext) -> ReadCalendar | Unreadable:
    """A calendar's busy times between two instants (POSIX seconds).

    A broken event is skipped and counted. Raises nothing, whatever the bytes are. `guard` limits the time
    for one series (jobs/calendar_process.py): reading in a thread has no limit.
    """
    pieces = pieces_of(data)
    if isinstance(pieces, Unreadable):
        return pieces
    with _ICALENDAR, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _read(pieces, horizon, guard)


def _read(pieces: Pieces, horizon: Span, guard: Guard) -> ReadCalendar | Unreadable:
    exact: Spans = []
    wall: Spans = []
    skipped = pieces.broken
    ready = False
    for group in _by_uid(pieces.events):
        if not _may_lie_in(group, horizon):
            continue
        if not ready:
            ready = True
            _know_zones(pieces.zones, guard)
        try:
            with guard():
                entries = _entries(group)
                found, failed = _spans(entries, horizon)
        except Exception:  # noqa: BLE001 - a calendar can make two libraries raise anything; it costs this series
            skipped += len(group)
            continue
        skipped += len(group) - len(entries) + failed
        for start, end in found:
            _put(start, end, exact, wall)
    events = len(pieces.events) + pieces.broken
    if events and skipped >= events:
        return Unreadable(FeedTrouble.NO_EVENT_READABLE)
    busy = BusyTimes(
        tuple(clipped(merged(exact), horizon)), tuple(clipped(merged(wall), horizon)), horizon[1]
    )
    if len(busy.exact) + len(busy.wall) > MOST_SPANS:
        return Unreadable(FeedTrouble.TOO_MUCH)
    return ReadCalendar(busy, events, skipped)


def _by_uid(events: Iterable[Properties]) -> list[list[Properties]]:
    """The versions and changed occurrences of each event together; those without a UID are alone."""
    groups: dict[str, list[Properties]] = defaultdict(list)
    for number, event in enumerate(events):
        uid = event["UID"][0].partition(":")[2].strip() if "UID" in event else ""
        groups[uid or f"\n{number}"].append(event)
    return list(groups.values())


def _may_lie_in(group: Sequence[Properties], horizon: Span) -> bool:
    """A quick check that rules most events out: those of an old calendar are long over."""
    if not any(map(takes_time, group)):
        return not all("DTSTART" in each for each in group)
    (only, *others) = group
    if others or not only.keys().isdisjoint(("RRULE", "RDATE", "RECURRENCE-ID", "DURATION")):
        return True
    start, end = _day(only, "DTSTART"), _day(only, "DTEND")
    if start is None or (end is None and "DTEND" in only):
        return True
    low, high = horizon
    return start <= high + _MARGIN and (end if end is not None else start) >= low - _MARGIN


def _day(properties: Properties, name: str) -> int | None:
    """The wall seconds of the day that a property names; None when it is missing, or not in plain form."""
    lines = properties.get(name, ())
    if len(lines) != 1:
        return None
    found = _DAY.search(lines[0])
    try:
        return wall_seconds(datetime(*map(int, found.groups()))) if found else None  # type: ignore[arg-type]
    except ValueError:
        return None


def _know_zones(blocks: list[list[str]], guard: Guard) -> None:
    from icalendar import Calendar
    from icalendar.timezone import tzp

    tzp.use_default()  # forgets the zones defined by earlier calendars
    for block in blocks:
        with suppress(Exception), guard():  # times in a broken zone float
            Calendar.from_ical(definitions([block]))


def _entries(group: Sequence[Properties]) -> list[FeedEntry]:
    """An event's versions and changed occurrences, without broken ones."""
    entries: list[FeedEntry] = []
    for properties in group:
        with suppress(Exception):  # icalendar raises what it likes; it costs this one
            entries.append(entry_of(properties))
    return entries


def _spans(entries: Sequence[FeedEntry], horizon: Span) -> tuple[list[tuple[Moment, Moment]], int]:
    """The times that these versions of one event take, and how many of them could not be expanded."""
    whole, changed = _latest(entries)
    if not changed:
        found = [(each.start, each.end) for each in whole if each.takes_time and not each.recurs]
        return _all_expanded(found, [[each] for each in whole if each.recurs], horizon)
    for each in changed if whole else ():
        put_right_for(each, whole[0])
    series = [[each, *changed] for each in whole] or [changed]
    found, failed = _all_expanded([], series, horizon)
    if failed == len(series) and whole:
        found += _expanded(changed, horizon)
    return found, failed


def _all_expanded(
    found: list[tuple[Moment, Moment]], series: Sequence[Sequence[FeedEntry]], horizon: Span
) -> tuple[list[tuple[Moment, Moment]], int]:
    """`found` with the occurrences of each series added, and how many series failed."""
    failed = 0
    for entries in series:
        try:
            found += _expanded(entries, horizon)
        except Exception:  # noqa: BLE001 - the library raises what it likes; it costs this series
            failed += 1
    return found, failed


def _latest(entries: Sequence[FeedEntry]) -> tuple[list[FeedEntry], list[FeedEntry]]:
    """The latest version of the event, and of each changed occurrence.

    Several equally late versions all count: it is safer to be busy once too often.
    """
    latest = max((each.revision[0] for each in entries if not each.changes), default=0)
    whole = [each for each in entries if not each.changes and each.revision[0] == latest]
    changed: dict[str, FeedEntry] = {}
    for each in sorted((each for each in entries if each.changes), key=lambda entry: entry.revision):
        changed[each.changes] = each
    return whole, list(changed.values())


def _expanded(entries: Sequence[FeedEntry], horizon: Span) -> Iterator[tuple[Moment, Moment]]:
    """The occurrences of one event that take time, with their latest changes."""
    if not any(each.takes_time for each in entries):
        return
    from icalendar import Calendar
    from recurring_ical_events import CalendarQuery  # type: ignore[import-untyped]

    calendar = Calendar()
    for each in entries:
        calendar.add_component(each.event)
    low, high = (from_seconds(edge) for edge in horizon)
    margin = timedelta(seconds=_MARGIN)
    alike = all(each.takes_time for each in entries)
    elapsed = min(each.elapsed for each in entries)
    for series in CalendarQuery(calendar).series:
        for found in series.between(low - margin, high + margin):
            if alike or _still_takes_time(found):
                yield found.start, exactly(found.end, elapsed)


def _still_takes_time(occurrence: Any) -> bool:
    component = occurrence.as_component(False)  # noqa: FBT003 - the library's own signature
    return takes_time(
        {
            name: [f"{name}:{component[name]}"]
            for name in ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
            if name in component
        }
    )


def _put(start: Moment, end: Moment, exact: Spans, wall: Spans) -> None:
    if isinstance(start, datetime) and start.tzinfo is not None:
        exact.append((_instant(start), _instant(end)))
    else:
        wall.append((_on_the_wall(start), _on_the_wall(end)))


def _instant(moment: Moment) -> int:
    return exact_seconds(moment)  # type: ignore[arg-type]  # _span: start and end are of one sort


def _on_the_wall(moment: Moment) -> int:
    if isinstance(moment, datetime):
        return wall_seconds(moment.replace(tzinfo=None))
    return wall_seconds(datetime(moment.year, moment.month, moment.day))
