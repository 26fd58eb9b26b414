"""Entries around the clock changes of many zones, and the instants that they must have."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from core.moments import from_wall_seconds, to_exact, wall_seconds, zone
from presentation.calendar_files.values import CalendarEntry, CalendarFile, EntryStatus

ZONES = (
    "Europe/London",
    "Europe/Dublin",  # summer is the standard time there, and winter a negative summer time
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Vancouver",  # stays on summer time from 2026, which then has another name
    "America/Scoresbysund",  # another zone and summer time in the same moment of 2024
    "America/Havana",
    "America/St_Johns",
    "Africa/Casablanca",  # Ramadan; from September 2026 no longer
    "Africa/El_Aaiun",
    "Africa/Cairo",
    "Asia/Almaty",  # another zone in 2024
    "Asia/Kathmandu",
    "Asia/Gaza",
    "Australia/Lord_Howe",  # half an hour
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Easter",
    "Antarctica/Troll",  # two hours
    "Etc/GMT+5",
    "UTC",
)
MADE = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
CHANGED = datetime(2026, 2, 6, 10, 45, 12, tzinfo=UTC)
FIRST, LAST = datetime(2024, 1, 1), datetime(2027, 1, 1)


def entry(uid="gig-1@bandwidth.example", **facts):
    plain = {
        "uid": uid,
        "start": datetime(2026, 6, 5, 19, 30),
        "end": datetime(2026, 6, 5, 23),
        "zone": "Europe/London",
        "summary": "The Foxes at The Heron",
        "status": EntryStatus.CONFIRMED,
        "sequence": 0,
        "made_at": MADE,
        "changed_at": CHANGED,
    }
    return CalendarEntry(**plain | facts)


def file_of(*entries, **facts):
    return CalendarFile(**{"name": "The Foxes", "entries": entries, "refresh": timedelta(hours=1)} | facts)


@cache
def thresholds(name):
    """The wall times at which the offset of the zone changes: a gap or a fold ends there."""
    found, _ = zone(name).table(wall_seconds(FIRST), wall_seconds(LAST))
    return tuple(at for each in found if FIRST < (at := from_wall_seconds(each)) < LAST)


def walls_around(name):
    """Wall times before, in and after each gap and fold; and evenings of other months."""
    for at in thresholds(name):
        for minutes in (-181, -60, -30, -1, 0, 30, 61):
            yield at + timedelta(minutes=minutes)
    for year in (2024, 2025, 2026):
        for month in range(2, 13, 3):
            yield datetime(year, month, 15, 19, 30)


def entries_around(name):
    """Entries that begin or end at such times, or begin when the clock shows them again."""
    for number, wall in enumerate(walls_around(name)):
        yield entry(f"{number}-from", start=wall, end=wall + timedelta(hours=1), zone=name)
        yield entry(f"{number}-until", start=wall - timedelta(hours=30), end=wall, zone=name)
        second = wall.replace(fold=1)
        yield entry(f"{number}-second", start=second, end=wall + timedelta(hours=3), zone=name)


def instants(given):
    """The instants at which an entry begins and ends, as the project reckons."""
    start, end = (_instant(wall, given.zone) for wall in (given.start, given.end))
    return start, max(start, end)


def _instant(wall, name):
    first = to_exact(wall, name)
    later = wall.replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
    return max(first, later) if wall.fold else first


def instants_of(file):
    """The instants of each entry, by its UID."""
    return {each.uid: instants(each) for each in file.entries}
