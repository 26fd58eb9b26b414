"""Which zone a TZID means: IANA's, one of Windows', one that the calendar itself defines, or none.

Known names win over a definition in the calendar: definitions are often cut to a year, or wrong.
A name that means nothing leaves the time floating: it is then read in the zone of whose calendar it is.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from zoneinfo import available_timezones

from core.moments import UnknownZone, zone

# Without quotes a name should hold no colon, and does: "(UTC+01:00) ...". No date does.
_TZID = re.compile(r';TZID=(?:"([^"]*)"|([^"]*?)(?=;[A-Za-z-]+=|:[^:]*$))', re.IGNORECASE)
_ZONE_NAME = re.compile(r"TZID(?:;[^:]*)?:(.*)", re.IGNORECASE)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?00)?", re.IGNORECASE)
_FREQUENCY = re.compile(r"FREQ=([A-Z]+)", re.IGNORECASE)
_INTERVAL = re.compile(r"INTERVAL=", re.IGNORECASE)
_FURTHEST = 14
_ALIASES = {"tzone://microsoft/utc": "UTC", "z": "UTC", "zulu": "UTC", "coordinated universal time": "UTC"}
_USED_IN_ZONES = ("BEGIN", "END", "TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "TZNAME")


def with_known_zones(line: str) -> str:
    """The line of a property that holds dates, with the IANA name of its TZID, where there is one."""
    found = _TZID.search(line)
    if found is None:
        return line
    said = (found[1] or found[2] or "").strip()
    return f'{line[: found.start()]};TZID="{iana_name(said) or said}"{line[found.end() :]}'


def definitions(blocks: Iterable[list[str]]) -> str:
    """A calendar that holds only those zone definitions which no known name makes needless."""
    kept: dict[str, list[str]] = {}
    for block in blocks:
        name = next((found[1].strip() for line in block if (found := _ZONE_NAME.match(line))), "")
        if name and name not in kept and iana_name(name) is None and _harmless(block):
            kept[name] = [line for line in block if _head(line) in _USED_IN_ZONES]
    lines = [line for block in kept.values() for line in block]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""])


@lru_cache(maxsize=1024)
def iana_name(tzid: str) -> str | None:
    """The IANA name that a TZID means: it is one, hides one, is one of Windows', or is an offset."""
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
    """No rule in it comes oftener than a zone's may: it would be walked through from the year 1601."""
    rules = [line for line in block if _head(line) == "RRULE"]
    often = (found[1].upper() for line in rules if (found := _FREQUENCY.search(line)))
    return all(each == "YEARLY" for each in often) and not any(map(_INTERVAL.search, rules))


def _head(line: str) -> str:
    return re.split("[;:]", line, maxsplit=1)[0].strip().upper()
