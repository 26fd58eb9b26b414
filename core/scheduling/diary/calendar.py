"""What a person's calendar shows in some days: their entries, date by date, and what is fixed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.moments import exact_seconds, to_exact, to_wall, walls_of, zone
from core.people import Person
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.commitment import Clash
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.recurrence.expansion import next_occurrences
from core.scheduling.recurrence.spans import clipped

LONGEST_WINDOW = timedelta(days=70)
"""A month with the weeks that it shares with others, and some days to spare."""
_MOST = 200
"""Dates of one rule that are shown at most."""


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """One date of an entry: naive wall times in the person's zone, half-open."""

    said: Availability
    start: datetime
    end: datetime
    loose: bool
    """It can be moved: it has an end, and is in the person's zone."""


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """The days from `first` to `last`, both included."""

    first: date
    last: date
    zone: str
    dates: tuple[CalendarDate, ...]
    """In the order of entry."""
    commitments: tuple[Clash, ...]
    """Rehearsals and gigs that concern the person, proposed ones included, by start; in the person's zone."""
    imported: tuple[tuple[datetime, datetime], ...]
    """Busy times of the person's calendars elsewhere, as wall times."""


async def calendar_of(
    unit: SchedulingUnit,
    person: Person,
    *,
    zone_name: str,
    first: date,
    last: date,
) -> CalendarShown:
    """The calendar of a person."""
    begin, end = datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(days=1)
    window = to_exact(begin, zone_name), to_exact(end, zone_name)
    standing = (await unit.diaries.of([person.id])).get(person.id, [])
    taken = await unit.taken.of([person.id], start=window[0], end=window[1])
    seconds = exact_seconds(window[0]), exact_seconds(window[1])
    clock = zone(zone_name)
    commitments = await unit.commitments.clashes(person.id, start=window[0], end=window[1])
    return CalendarShown(
        first,
        last,
        zone_name,
        dates=tuple(each for said in standing for each in _dates(said, begin, end, zone_name)),
        commitments=tuple(
            Clash(each.commitment.in_zone(zone_name), each.band, each.answer) for each in commitments
        ),
        imported=tuple(walls_of(each, clock) for each in clipped(taken[person.id].imported, seconds)),
    )


def _dates(said: Availability, begin: datetime, end: datetime, zone_name: str) -> Sequence[CalendarDate]:
    """The dates of one rule that share time with the days; one without end is cut where they end."""
    rule = said.rule
    own = rule.zone == zone_name
    after, before = (
        (begin, end) if own else (_in(begin, zone_name, rule.zone), _in(end, zone_name, rule.zone))
    )
    found = []
    for begins, ends in next_occurrences(rule, after, _MOST, before=before):
        start, last = begins, before if ends is None else ends
        if not own:
            start, last = _in(start, rule.zone, zone_name), _in(last, rule.zone, zone_name)
        if start < end and last > begin:
            found.append(CalendarDate(said, start, last, loose=own and ends is not None))
    return found


def _in(wall: datetime, here: str, there: str) -> datetime:
    return to_wall(to_exact(wall, here), there)
