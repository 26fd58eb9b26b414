"""One VEVENT, read by icalendar (imported late: it is slow) and corrected where calendars are often wrong."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from core.scheduling.calendars.lines import Properties
from core.scheduling.calendars.zones import with_known_zones

if TYPE_CHECKING:
    from icalendar import Event

_DATE_VALUE = re.compile(r"\d{8}(?:T\d{6}Z?)?(?:/.+)?", re.IGNORECASE)
_NOMINAL = re.compile(r"\+?P(?:(\d{1,5})W|(\d{1,5})D)?(?:T.*)?", re.IGNORECASE)
_FREQUENCY = re.compile(r"FREQ=\s*(SECONDLY|MINUTELY)\b", re.IGNORECASE)
# Nought or less, however it is written: the library would loop for ever.
_NO_STEP = re.compile(r"(?:INTERVAL|COUNT)=(?!0*[1-9][0-9]{0,8}(?:;|\s*$))", re.IGNORECASE)
_ONCE = ("DURATION", "SEQUENCE", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "UID")
_DATES = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
_VITAL = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID"})
_LISTS = frozenset({"EXDATE", "RDATE"})
_NOTHING = timedelta(0)

Moment = date | datetime
"""A whole day, a wall time (naive), or an instant (aware)."""


class BrokenEvent(ValueError):
    """An event whose times cannot be read."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One VEVENT."""

    event: "Event"
    """With an end that fits its start, and an UNTIL that fits both."""
    start: Moment
    end: Moment
    recurs: bool
    changes: str
    """The occurrence it replaces (its RECURRENCE-ID, in a form that can be compared); empty: none."""
    takes_time: bool
    elapsed: timedelta
    """The exact part of its length (a DURATION's hours), added to the instant where the nominal part ends."""
    revision: tuple[int, str, str]
    """SEQUENCE, DTSTAMP and the lines themselves: of two versions the greater one counts."""


def entry_of(properties: Properties) -> FeedEntry:
    """Read one event. Raises BrokenEvent, or what icalendar raises."""
    from icalendar import Event

    lines = list(_sound(properties))
    event: Any = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
    if _VITAL & {name for name, _ in event.errors}:
        raise BrokenEvent
    start = _moment(event, "DTSTART")
    if start is None:
        raise BrokenEvent
    elapsed = _elapsed(event, properties)
    start, end = _span(event, start)
    _until_put_right(event, start)
    _lists_put_right(event, start)
    changed = _moment(event, "RECURRENCE-ID")
    return FeedEntry(
        event=event,
        start=start,
        end=exactly(end, elapsed),
        elapsed=elapsed,
        recurs="RRULE" in event or "RDATE" in event,
        changes="" if changed is None else _comparable(changed),
        takes_time=takes_time(properties),
        revision=(_sequence(properties), _value(properties, "DTSTAMP"), "\n".join(sorted(lines))),
    )


def takes_time(properties: Properties) -> bool:
    """Whether an event blocks its time: not if it is cancelled, transparent, or marked as free in Outlook."""
    return (
        _value(properties, "STATUS") != "CANCELLED"
        and _value(properties, "TRANSP") != "TRANSPARENT"
        and _value(properties, "X-MICROSOFT-CDO-BUSYSTATUS") != "FREE"
    )


def _sound(properties: Properties) -> list[str]:
    """The lines for icalendar: each single property once, and lists without broken dates."""
    rules = properties.get("RRULE", ())
    if any(_FREQUENCY.search(rule) or _NO_STEP.search(rule) for rule in rules):
        raise BrokenEvent
    once = [properties[name][0] for name in _ONCE if name in properties]
    dates = [line for name in _DATES for line in _dates(name, properties.get(name, ()))]
    return [*once, *dates, *(rule.upper() for rule in rules)]


def _dates(name: str, lines: Sequence[str]) -> Iterator[str]:
    """The lines of a property that holds dates: its first line, or a list's lines with any sound date."""
    for line in lines if name in _LISTS else lines[:1]:
        head, colon, values = with_known_zones(line).rpartition(":")
        good = [each.strip().upper() for each in values.split(",") if _DATE_VALUE.fullmatch(each.strip())]
        if good or name not in _LISTS:
            yield head + colon + (",".join(good) or values)


def exactly(end: Moment, elapsed: timedelta) -> Moment:
    """The end with its exact hours added to an instant, where they were added to the wall time."""
    if not elapsed or not isinstance(end, datetime) or end.tzinfo is None:
        return end
    return (end - elapsed).astimezone(UTC) + elapsed


def _elapsed(event: Any, properties: Properties) -> timedelta:
    if "DURATION" not in event or "DTEND" in event:
        return _NOTHING
    found = _NOMINAL.fullmatch(_value(properties, "DURATION"))
    weeks, days = (int(each or 0) for each in found.groups()) if found else (0, 0)
    length: timedelta = event["DURATION"].dt
    return max(length - timedelta(weeks=weeks, days=days), _NOTHING)


def _span(event: Any, named: Moment) -> tuple[Moment, Moment]:
    """Start and end of one sort: both days, both wall times, or both instants."""
    from icalendar.prop import vDDDTypes

    end = _moment(event, "DTEND")
    start, end = _lasting(event, named) if end is None else _of_one_sort(named, end)
    if not isinstance(start, datetime) and end == start:
        end = start + timedelta(days=1)  # many programs write the same day twice for one day
    if end < start:
        raise BrokenEvent
    if start is not named:
        event["DTSTART"] = vDDDTypes(start)
    event.pop("DURATION", None)
    event["DTEND"] = vDDDTypes(end)
    return start, end


def _lasting(event: Any, start: Moment) -> tuple[Moment, Moment]:
    """Start and end of an event without DTEND (RFC 5545, section 3.6.1); a date may be given hours."""
    if "DURATION" not in event:
        return start, start + _default(start)
    length: timedelta = event["DURATION"].dt
    if not isinstance(start, datetime) and length % timedelta(days=1):
        start = datetime.combine(start, time())
    return start, start + length


def _of_one_sort(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Start and end, the end made the same sort as the start; a zone that only one has counts for both."""
    if not isinstance(start, datetime):
        return start, _last_day(end) if isinstance(end, datetime) else end
    end = end if isinstance(end, datetime) else datetime.combine(end, time())
    if start.tzinfo is None and end.tzinfo is not None:
        return start.replace(tzinfo=end.tzinfo), end
    return start, end if end.tzinfo is not None else end.replace(tzinfo=start.tzinfo)


def _last_day(end: datetime) -> date:
    """The exclusive last day of whole days whose end was given as a time."""
    return end.date() + (timedelta(days=1) if end.time() != time() else _NOTHING)


def _default(start: Moment) -> timedelta:
    return _NOTHING if isinstance(start, datetime) else timedelta(days=1)


def _until_put_right(event: Any, start: Moment) -> None:
    """Give UNTIL the form that RFC 5545 requires: many write a day, or a wall time, for an instant."""
    rules = event.get("RRULE")
    if rules is None or not isinstance(start, datetime):
        return
    for rule in rules if isinstance(rules, list) else [rules]:
        if "UNTIL" in rule:
            rule["UNTIL"] = [_until(each, start.tzinfo) for each in rule["UNTIL"]]


def _lists_put_right(event: Any, start: Moment) -> None:
    """Make EXDATEs and RDATEs float where their event does: else the library takes its zone from them."""
    if isinstance(start, datetime) and start.tzinfo is not None:
        return
    for name in _LISTS:
        lists = event.get(name, [])
        for each in lists if isinstance(lists, list) else [lists]:
            for value in each.dts:
                if isinstance(value.dt, datetime):
                    value.dt = value.dt.replace(tzinfo=None)


def put_right_for(changed: FeedEntry, whole: FeedEntry) -> None:
    """Add the series' time of day to a changed occurrence whose RECURRENCE-ID names only the day."""
    from icalendar.prop import vDDDTypes

    replaced: Any = changed.event["RECURRENCE-ID"]
    if isinstance(whole.start, datetime) and not isinstance(replaced.dt, datetime):
        moment = vDDDTypes(datetime.combine(replaced.dt, whole.start.time(), whole.start.tzinfo))
        if "RANGE" in replaced.params:
            moment.params["RANGE"] = replaced.params["RANGE"]
        changed.event["RECURRENCE-ID"] = moment


def _until(until: Moment, zone: tzinfo | None) -> datetime:
    if not isinstance(until, datetime):
        until = datetime.combine(until, time(23, 59, 59))
    if zone is None:
        return until.replace(tzinfo=None)
    return (until if until.tzinfo else until.replace(tzinfo=zone)).astimezone(UTC)


def _moment(event: Any, name: str) -> Moment | None:
    found = event.get(name)
    if found is None:
        return None
    moment = getattr(found, "dt", None)
    if not isinstance(moment, date):
        raise BrokenEvent
    return moment


def _comparable(moment: Moment) -> str:
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(UTC).isoformat()
    return moment.isoformat()


def _sequence(properties: Properties) -> int:
    number = _value(properties, "SEQUENCE")
    return int(number) if number.isascii() and number.isdigit() else 0


def _value(properties: Properties, name: str) -> str:
    lines = properties.get(name)
    return lines[0].partition(":")[2].strip().upper() if lines else ""
