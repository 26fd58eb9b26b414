"""What a band's public page shows: on which days it could play, and nothing of why not on the others."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from core.bands import Band
from core.moments import to_wall
from core.publications.store import PublicationUnit
from core.scheduling.availability.freshness import Freshness, freshness_by_month, months_from
from core.scheduling.green.zones import GreenZones, Stretch, ZonesAsked, green_zones
from core.scheduling.phrases.day_ranges import days_between

MONTHS = 6
"""The month that it is, and those after it."""
_A_DAY = timedelta(days=1)
_NEXT_MORNING = time(6)
"""What goes on past midnight belongs to the day before, if it ends by then."""


class DayState(StrEnum):
    """Whether the band could play on a day."""

    FREE = "free"
    MAYBE = "maybe"
    """It hangs on somebody."""
    NO = "no"
    """Somebody can't, the band does not play on such days, or it has a gig: nobody outside is told which."""


@dataclass(frozen=True, slots=True)
class PublicHours:
    """Hours in which a band could play: wall times in its zone, half-open, maybe past midnight."""

    start: datetime
    end: datetime

    @property
    def clock(self) -> tuple[time, time]:
        """The same on the face of a clock."""
        return self.start.time(), self.end.time()


@dataclass(frozen=True, slots=True)
class PublicDay:
    """One day."""

    day: date
    state: DayState
    hours: tuple[PublicHours, ...] = ()
    """Of a free day, rising; empty for all others."""


@dataclass(frozen=True, slots=True)
class PublicMonth:
    """One month, as far as it is not over."""

    first: date
    days: tuple[PublicDay, ...]
    """From today, or from the first of the month, to its last day."""
    confirmed: int
    """How many of those whom the band needs have confirmed the month."""
    of: int


@dataclass(frozen=True, slots=True)
class DayRun:
    """Days in a row that are the same, with the same hours."""

    first: date
    last: date
    """Included."""
    state: DayState
    hours: tuple[PublicHours, ...]
    """Of the first day."""


@dataclass(frozen=True, slots=True)
class PublicAvailability:
    """A band's days, as everybody may see them who has the address. No person is in it."""

    band: str
    city: str | None
    genres: tuple[str, ...]
    zone: str
    months: tuple[PublicMonth, ...]
    as_of: datetime
    """Wall time in that zone, to the minute."""


async def public_availability(
    unit: PublicationUnit, band: Band, *, now: datetime, count: int = MONTHS
) -> PublicAvailability:
    """Work out the days of this month and of those that follow it."""
    wall = to_wall(now, band.zone)
    months = months_from(wall.date(), count)
    days = days_between(wall.date(), months[-1].replace(day=monthrange(months[-1].year, months[-1].month)[1]))
    zones = await green_zones(unit, band, ZonesAsked(days), sparing=True, now=now)
    fresh = await freshness_by_month(unit, band, months=months, now=now)
    known = tuple(_days(zones))
    return PublicAvailability(
        band=band.name,
        city=band.city,
        genres=band.genres,
        zone=band.zone,
        months=tuple(_month(first, known, each) for first, each in zip(months, fresh, strict=True)),
        as_of=wall.replace(second=0, microsecond=0),
    )


def runs(days: Iterable[PublicDay]) -> list[DayRun]:
    """Days that follow each other and are the same, as one run."""
    found: list[DayRun] = []
    for each in days:
        before = found[-1] if found else None
        if before and each.day - before.last == _A_DAY and _alike(before, each):
            found[-1] = DayRun(before.first, each.day, before.state, before.hours)
        else:
            found.append(DayRun(each.day, each.day, each.state, each.hours))
    return found


def _alike(run: DayRun, day: PublicDay) -> bool:
    same = [each.clock for each in run.hours] == [each.clock for each in day.hours]
    return run.state is day.state and same


def _month(first: date, days: Sequence[PublicDay], fresh: Freshness) -> PublicMonth:
    those = tuple(each for each in days if each.day.replace(day=1) == first)
    return PublicMonth(first, those, fresh.confirmed, fresh.of)


def _days(zones: GreenZones) -> Iterator[PublicDay]:
    free: dict[date, list[PublicHours]] = {}
    least = timedelta(minutes=zones.minutes)
    for stretch in zones.stretches:
        for day, hours in _by_day(stretch, least):
            free.setdefault(day, []).append(hours)
    maybe = {day for miss in zones.near_misses for day, _ in _by_day(miss.stretch, least)}
    day = zones.today
    while day <= zones.asked.days.last:
        if day in free:
            yield PublicDay(day, DayState.FREE, tuple(free[day]))
        else:
            yield PublicDay(day, DayState.MAYBE if day in maybe else DayState.NO)
        day += _A_DAY


def _by_day(stretch: Stretch, least: timedelta) -> Iterator[tuple[date, PublicHours]]:
    """The parts of a stretch by their days; one that goes on past midnight until morning is not parted."""
    start = stretch.start
    while start < stretch.end:
        midnight = datetime.combine(start.date() + _A_DAY, time())
        morning = datetime.combine(midnight.date(), _NEXT_MORNING)
        end = stretch.end if stretch.end <= morning and stretch.end - start <= _A_DAY else midnight
        whole = (start, end) == (stretch.start, stretch.end)
        if whole or end - start >= least:
            yield start.date(), PublicHours(start, end)
        start = end
