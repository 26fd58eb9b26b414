"""A reader that knows of a zone just what its VTIMEZONE says (RFC 5545, 3.3.5 and 3.6.5), and nothing else."""

from datetime import UTC, datetime
from itertools import pairwise

from icalendar import Calendar


def read(data):
    """The instants of each entry with times, by its UID."""
    calendar = Calendar.from_ical(data)
    zones = {str(each["TZID"]): changes_of(each) for each in calendar.walk("VTIMEZONE")}
    found = {}
    for event in calendar.walk("VEVENT"):
        ends = [event[name] for name in ("DTSTART", "DTEND") if name in event]
        moments = [_instant(each, zones) for each in ends]
        found[str(event["UID"])] = (moments[0], moments[-1])
    return found


def _instant(value, zones):
    if "TZID" not in value.params:
        assert value.dt.utcoffset() is not None, "a time of no zone"
        return value.dt.astimezone(UTC)
    return instant(value.dt.replace(tzinfo=None), zones[value.params["TZID"]])


def changes_of(definition):
    """When the offset changes (naive, in UTC), and from what to what; rising."""
    found = set()
    for part in definition.subcomponents:
        assert part.name in {"STANDARD", "DAYLIGHT"}
        assert "RRULE" not in part
        assert "TZNAME" in part
        lines = part.get("RDATE", [])
        for dates in lines if isinstance(lines, list) else [lines]:
            assert dates.dts[0].dt.tzinfo is None
            found |= {(each.dt - part.TZOFFSETFROM, part.TZOFFSETFROM, part.TZOFFSETTO) for each in dates.dts}
        found.add((part.DTSTART - part.TZOFFSETFROM, part.TZOFFSETFROM, part.TZOFFSETTO))
    changes = sorted(found)
    for (_, _, left), (_, came_from, _) in pairwise(changes):
        assert left == came_from, "a change from an offset that was not in force"
    return changes


def instant(wall, changes):
    """The first instant at which a clock shows that wall time. A clock that never does is an error."""
    ends = [at for at, _, _ in changes[1:]] + [datetime.max]
    passes = [
        wall - after for (at, _, after), end in zip(changes, ends, strict=True) if at <= wall - after < end
    ]
    assert passes, f"{wall} is never shown"
    return min(passes).replace(tzinfo=UTC)
