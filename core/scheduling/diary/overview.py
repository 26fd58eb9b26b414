"""One's own diary for some days: the rules that fall on them, and the result for each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.ids import BandId
from core.moments import exact_seconds, to_exact, walls_of, zone
from core.people import Person
from core.scheduling.availability.diary import Diary as Laid
from core.scheduling.availability.diary import diary as laid_over
from core.scheduling.availability.freshness import confirmed_months, months_between
from core.scheduling.availability.layers import layers_of
from core.scheduling.availability.ports import Availability, Occupied
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.kinds import CommitmentKind, Kind
from core.scheduling.recurrence.expansion import next_occurrences
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.spans import clipped, covers, meets

WallSpan = tuple[datetime, datetime]
"""Wall times in the person's zone, half-open."""


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day with all layers taken together."""

    day: date
    kind: Kind
    """BUSY where any of it is busy, else MAYBE where any of it is maybe; FREE: all of it is free."""
    whole: bool
    """The whole day is of that kind."""
    stretches: tuple[WallSpan, ...] = ()
    """The times of that kind, cut to the day; empty for a free day."""
    committed: bool = False
    """A rehearsal or a gig falls on it."""


@dataclass(frozen=True, slots=True)
class DiaryDate:
    """A rehearsal or a gig of one of the person's bands."""

    start: datetime
    end: datetime
    """Wall times in the person's zone."""
    kind: CommitmentKind
    band: str


@dataclass(frozen=True, slots=True)
class DiaryOverview:
    """A person's standing rules for some days."""

    said: tuple[Availability, ...]
    """In the order of entry: the later one wins where two overlap."""
    first: date
    last: date
    """Both included, in the person's zone."""
    elsewhere: int
    """How many standing rules fall on none of these days."""
    free_by_default: bool
    name: str
    zone: str
    days: tuple[DiaryDay, ...] = ()
    """Every day from first to last."""
    dates: tuple[DiaryDate, ...] = ()
    imported: bool = False
    """Imported calendars take time on some of these days."""
    months: tuple[date, ...] = ()
    confirmed: tuple[date, ...] = ()
    """Those of the months that are confirmed."""


async def mine(
    unit: SchedulingUnit, person: Person, *, zone_name: str, first: date, last: date, now: datetime
) -> DiaryOverview:
    """The diary from `first` to `last` (both included), in a zone, at an instant."""
    standing = (await unit.diaries.of([person.id]))[person.id]
    begin = datetime(first.year, first.month, first.day)
    end = datetime(last.year, last.month, last.day) + timedelta(days=1)
    window = to_exact(begin, zone_name), to_exact(end, zone_name)
    found = await unit.taken.with_last_looks([person.id], start=window[0], end=window[1])
    taken, last_look = found[person.id]
    base = Kind.FREE if person.free_by_default else Kind.BUSY
    span = exact_seconds(window[0]), exact_seconds(window[1])
    laid = laid_over(layers_of(standing, taken), span, base=base)
    falling = tuple(each for each in standing if _falls_between(each.rule, begin, end))
    months = months_between(first, last)
    confirmed = confirmed_months(standing, last_look, months, now=now)
    names = {band.id: band.name for band, _ in await unit.bands.of(person.id)} if taken.occupied else {}
    return DiaryOverview(
        falling,
        first,
        last,
        len(standing) - len(falling),
        person.free_by_default,
        person.name,
        zone_name,
        days=tuple(
            _day(first + timedelta(days=number), zone_name, laid, taken.occupied)
            for number in range((last - first).days + 1)
        ),
        dates=_dates(taken.occupied, zone_name, names),
        imported=bool(taken.imported),
        months=months,
        confirmed=tuple(month for month in months if month in confirmed),
    )


def _falls_between(rule: Rule, begin: datetime, end: datetime) -> bool:
    found = next_occurrences(rule, begin, 1)
    return bool(found) and found[0][0] < end


def _day(day: date, zone_name: str, laid: Laid, occupied: Sequence[Occupied]) -> DiaryDay:
    clock = zone(zone_name)
    midnight = datetime(day.year, day.month, day.day)
    bounds = [to_exact(each, zone_name) for each in (midnight, midnight + timedelta(days=1))]
    span = exact_seconds(bounds[0]), exact_seconds(bounds[1])
    with_band = any(meets([each.span], span) for each in occupied)
    for kind, spans in ((Kind.BUSY, laid.busy), (Kind.MAYBE, laid.maybe)):
        if meets(spans, span):
            stretches = tuple(walls_of(each, clock) for each in clipped(spans, span))
            return DiaryDay(day, kind, covers(spans, span), stretches, with_band)
    return DiaryDay(day, Kind.FREE, whole=True)


def _dates(occupied: Sequence[Occupied], zone_name: str, names: dict[BandId, str]) -> tuple[DiaryDate, ...]:
    clock = zone(zone_name)
    return tuple(
        DiaryDate(*walls_of(each.span, clock), each.kind, names.get(each.band, "")) for each in occupied
    )
