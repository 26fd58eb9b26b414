"""The zone that a TZID means: an IANA or Windows name, one that the calendar itself defines, or none.

Known names win over a definition in the calendar: definitions are often cut to a year, or wrong.
With an unknown name the time floats: it is then read in the zone of the calendar's owner.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from zoneinfo import available_timezones

from core.moments import UnknownZone, zone

# An unquoted name should have no colon, but some do: "(UTC+01:00) ...". Dates never do.
_TZID = re.compile(r';TZID=(?:"([^"]*)"|([^"]*?)(?=;[A-Za-z-]+=|:[^:]*$))', re.IGNORECASE)
_ZONE_NAME = re.compile(r"TZID(?:;[^:]*)?:(.*)", re.IGNORECASE)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?00)?", re.IGNORECASE)
_FREQUENCY = re.compile(r"FREQ=([A-Z]+)", re.IGNORECASE)
_INTERVAL = re.compile(r"INTERVAL=", re.IGNORECASE)
_FURTHEST = 14
_ALIASES = {"tzone://microsoft/utc": "UTC", "z": "UTC", "zulu": "UTC", "coordinated universal time": "UTC"}
_USED_IN_ZONES = ("BEGIN", "END", "TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "TZNAME")


def with_known_zones(line: str) -> str:
    """The line of a property that holds dates, with its TZID replaced by an IANA name if it means one."""
    found = _TZID.search(line)
    if found is None:
        return line
    name = (found[1] or found[2] or "").strip()
    return f'{line[: found.start()]};TZID="{iana_name(name) or name}"{line[found.end() :]}'


def definitions(blocks: Iterable[list[str]]) -> str:
    """A calendar with just those zone definitions whose names are not known."""
    kept: dict[str, list[str]] = {}
    for block in blocks:
        name = next((found[1].strip() for line in block if (found := _ZONE_NAME.match(line))), "")
        if name and name not in kept and iana_name(name) is None and _harmless(block):
            kept[name] = [line for line in block if _head(line) in _USED_IN_ZONES]
    lines = [line for block in kept.values() for line in block]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""])


@lru_cache(maxsize=1024)
def iana_name(tzid: str) -> str | None:
    """The IANA name for a TZID, which may be one, contain one, be a Windows name, or be an offset."""
    cleaned = tzid.strip("/ ")
    parts = cleaned.split("/")
    for candidate in (cleaned, *("/".join(parts[at:]) for at in range(1, len(parts)))):
        if _is_known(candidate):
            return candidate
    alias = _ALIASES.get(cleaned.casefold()) or _of_windows(cleaned)
    return alias or _of_offset(cleaned) or _any_case().get(cleaned.casefold())


def _is_known(name: str) -> bool:
    try:
        zone(name)
    except UnknownZone:
        return False
    return True


def _of_windows(name: str) -> str | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    found = WINDOWS_TO_OLSON.get(name)
    return found if found and _is_known(found) else None


def _of_offset(name: str) -> str | None:
    found = _OFFSET.fullmatch(name)
    if found is None or int(found[2]) > _FURTHEST:
        return None
    candidate = f"Etc/GMT{'-' if found[1] == '+' else '+'}{int(found[2])}"  # POSIX counts westward
    return candidate if _is_known(candidate) else None


@lru_cache(maxsize=1)
def _any_case() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones() if _is_known(name)}


def _harmless(block: list[str]) -> bool:
    """Whether all its rules are yearly: others would be expanded from the year 1601 on."""
    rules = [line for line in block if _head(line) == "RRULE"]
    often = (found[1].upper() for line in rules if (found := _FREQUENCY.search(line)))
    return all(each == "YEARLY" for each in often) and not any(map(_INTERVAL.search, rules))


def _head(line: str) -> str:
    return re.split("[;:]", line, maxsplit=1)[0].strip().upper()
