"""Pictures of calendars: the time to draw one, compared with Pillow just saving an image of that size.

    python -m bench.pictures [--rounds 15]

Ratios are medians over the rounds of (painting / saving), both without caches, in one thread.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from PIL import Image

from core.scheduling.green.manager import ZonesInWindow
from presentation.painting.layout import laid_out
from presentation.painting.painter import drawn
from presentation.picture import CalendarPicture, DayCell, Mark

BAR = 1.0
"""How many times as long as a plain save of the same pixels painting may take."""
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


def calendar_of(zones: ZonesInWindow, first: date, last: date, zone: str) -> CalendarPicture:
    """A band's green zones as a calendar, with dates in the zone."""
    clock = ZoneInfo(zone)
    days = {first + timedelta(days=number): Mark.RED for number in range((last - first).days + 1)}
    notes: dict[date, str] = {}
    for mark, found in ((Mark.AMBER, zones.amber), (Mark.GREEN, zones.green)):
        for each in found:
            start, end = (datetime.fromtimestamp(at, clock) for at in (each.start, each.end))
            if start.date() in days:
                days[start.date()] = mark
                notes[start.date()] = f"{start:%H:%M}-{end:%H:%M}"
    months, month = [], first.replace(day=1)
    while month <= last:
        months.append(f"{MONTHS[month.month - 1]} {month.year}")
        month = (month + timedelta(days=31)).replace(day=1)
    return CalendarPicture(
        title="The Foxes",
        range=f"{months[0]} - {months[-1]}",
        zone=zone,
        first=first,
        last=last,
        days=tuple((day, DayCell(mark, notes.get(day, ""))) for day, mark in days.items()),
        legend=((Mark.GREEN, "all can play"), (Mark.AMBER, "one short"), (Mark.RED, "no")),
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        week_start=0,
        months=tuple(months),
        footer="3 of 5 have confirmed March",
    )


def paint(calendar: CalendarPicture) -> bytes:
    """Draw it without the cache."""
    return drawn(laid_out(calendar))


def sample(first: date, last: date) -> CalendarPicture:
    """A full calendar, with something on every day."""
    marks = (Mark.GREEN, Mark.AMBER, Mark.RED)
    plain = calendar_of(ZonesInWindow((), ()), first, last, "Europe/London")
    days = tuple((day, DayCell(marks[(day.toordinal() * 7) % 5 % 3], "18:00-23:30")) for day, _ in plain.days)
    return CalendarPicture(**{name: getattr(plain, name) for name in plain.__slots__} | {"days": days})


YEAR = sample(date(2027, 1, 1), date(2027, 12, 31))
SIZES = {"a month": sample(date(2027, 3, 1), date(2027, 3, 31)), "twelve months": YEAR}


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.pictures")
    reader.add_argument("--rounds", type=int, default=15)
    rounds = reader.parse_args().rounds
    well = True
    first = timed(lambda: paint(SIZES["a month"]))
    print(f"\n{'':36}{'ms':>10}{'x save':>9}{'bar':>6}{'bytes':>10}")
    for name, calendar in SIZES.items():
        content = paint(calendar)
        image = Image.open(BytesIO(content)).convert("RGB")
        blank = Image.new("RGB", image.size)
        work = {
            f"{name}, painted": lambda calendar=calendar: paint(calendar),
            "Pillow saves those pixels": lambda image=image: image.save(BytesIO(), "PNG"),
            "Pillow saves a blank of that size": lambda blank=blank: blank.save(BytesIO(), "PNG"),
        }
        times: dict[str, list[float]] = {each: [] for each in work}
        for turn in range(rounds):
            for each in list(work)[:: 1 if turn % 2 == 0 else -1]:
                times[each].append(timed(work[each]))
        (painted, spent), (_, saves), _ = times.items()
        for each, those in times.items():
            ratio = statistics.median(a / b for a, b in zip(those, saves, strict=True))
            bar = f"{BAR:g}" if each == painted else ""
            size = f"{len(content)}" if each == painted else ""
            print(f"  {each:34}{statistics.median(those):10.2f}{ratio:9.2f}{bar:>6}{size:>10}")
        well = well and statistics.median(a / b for a, b in zip(spent, saves, strict=True)) <= BAR
    print(f"\nthe first one of a process: {first:.0f} ms")
    print("\nwithin the bar" if well else "\nNOT within the bar")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
