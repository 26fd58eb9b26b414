"""Calendar files: the time to write one, against icalendar alone with the same events and no VTIMEZONE.

    python -m bench.calendar_files [--rounds 15]

Ratios are medians over the rounds, in which both take turns, in one thread. The first file of a process
works out the zones as well; later ones find them ready.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from presentation.calendar_files.values import CalendarEntry, CalendarFile, EntryStatus
from presentation.calendar_files.writer import written

BAR = 1.5
"""How many times as long as icalendar alone it may take."""
GROWTH_BAR = 1.1
"""How many times as much each of twice as many entries may cost; 1 is linear."""
ENTRIES = 500
ZONES = ("Europe/London", "Europe/Berlin", "America/New_York", "Australia/Sydney")
MADE = datetime(2026, 11, 1, 9, tzinfo=UTC)


def sample(entries: int) -> CalendarFile:
    """Gigs, rehearsals and holds of a busy office, in four zones, over three years."""
    return CalendarFile(
        name="The Foxes",
        entries=tuple(map(_entry, range(entries))),
        refresh=timedelta(hours=1),
        zone="Europe/London",
    )


def _entry(number: int) -> CalendarEntry:
    start = datetime(2026, 1, 5, 19, 30) + timedelta(days=number * 7919 % 1000)
    return CalendarEntry(
        uid=f"gig-{number}@bandwidth.example",
        start=start,
        end=start + timedelta(hours=4),
        zone=ZONES[number % len(ZONES)],
        summary=f"The Foxes at The Heron, Leeds ({number})",
        description="Load-in 17:00\nSoundcheck 18:00\nDoors 19:30\nSet 21:00-21:45\nFee £150 and rider",
        location="The Heron, 12 Mill Lane, Leeds LS1 4AB",
        url=f"https://bandwidth.example/gigs/{number}",
        status=EntryStatus.TENTATIVE if number % 5 == 0 else EntryStatus.CONFIRMED,
        sequence=number % 3,
        made_at=MADE,
        changed_at=MADE + timedelta(minutes=number),
        alarms=(timedelta(hours=3),),
        categories=("gig",),
    )


def bare(file: CalendarFile) -> bytes:
    """The same events as anybody would write them with icalendar, without zones."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Bandwidth//Bench//EN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("NAME", file.name)
    for entry in file.entries:
        zone = ZoneInfo(entry.zone)
        event = Event()
        event.add("UID", entry.uid)
        event.add("DTSTART", entry.start.replace(tzinfo=zone))
        event.add("DTEND", entry.end.replace(tzinfo=zone))
        event.add("DTSTAMP", entry.changed_at)
        event.add("LAST-MODIFIED", entry.changed_at)
        event.add("CREATED", entry.made_at)
        event.add("SUMMARY", entry.summary)
        event.add("DESCRIPTION", entry.description)
        event.add("LOCATION", entry.location)
        event.add("URL", entry.url)
        event.add("STATUS", entry.status.value)
        event.add("TRANSP", "OPAQUE")
        event.add("SEQUENCE", entry.sequence)
        event.add("CATEGORIES", list(entry.categories))
        for before in entry.alarms:
            alarm = Alarm()
            alarm.add("ACTION", "DISPLAY")
            alarm.add("DESCRIPTION", entry.summary)
            alarm.add("TRIGGER", -before)
            event.add_component(alarm)
        calendar.add_component(event)
    return calendar.to_ical()


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.calendar_files")
    reader.add_argument("--rounds", type=int, default=15)
    rounds = reader.parse_args().rounds
    half, whole = sample(ENTRIES), sample(2 * ENTRIES)
    first = timed(lambda: written(half))
    work = {
        f"{ENTRIES} entries": lambda: written(half),
        f"{2 * ENTRIES} entries": lambda: written(whole),
        f"{ENTRIES} with icalendar alone": lambda: bare(half),
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(rounds):
        for name in list(work)[:: 1 if turn % 2 == 0 else -1]:
            times[name].append(timed(work[name]))
    ours, twice, theirs = times.values()
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    growth = statistics.median(a / b for a, b in zip(twice, ours, strict=True)) / 2
    print(f"\n{'':36}{'ms':>10}")
    for name, spent in times.items():
        print(f"  {name:34}{statistics.median(spent):10.1f}")
    print(f"\n{ENTRIES} entries take {ratio:.2f} times as long as with icalendar alone (bar {BAR:g})")
    print(f"each of {2 * ENTRIES} costs {growth:.2f} times as much as each of {ENTRIES} (bar {GROWTH_BAR:g})")
    print(f"the first file of a process: {first:.0f} ms, {len(written(half))} bytes")
    well = ratio <= BAR and growth <= GROWTH_BAR
    print("\nwithin the bars" if well else "\nNOT within the bars")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
