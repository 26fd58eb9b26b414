"""Why a band is or is not green on a day: who blocks it and when (never why), and what would change that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from core.bands import Band, Membership
from core.habits import PlayableHours
from core.ids import PersonId
from core.moments import exact_seconds, to_wall, wall_seconds, walls_of
from core.moments import zone as zone_named
from core.scheduling.availability.freshness import Freshness, months_between
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.commitments.own import confirmed, spans_of
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.green.barred import ALWAYS, hours_on
from core.scheduling.green.cache import days_from, freed, manager_of
from core.scheduling.green.manager import AvailabilityManager, MemberId, ZonesInWindow
from core.scheduling.green.zones import Everybody, everybody
from core.scheduling.phrases.day_ranges import DayRange, days_between
from core.scheduling.recurrence.playable import playable_spans
from core.scheduling.recurrence.spans import Span, at_least, clipped, difference, intersection

Hours = tuple[datetime, datetime]
"""Wall times in the band's zone, half-open."""


class State(Enum):
    """How a day stands."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    CLOSED = "closed"
    """The band's habits have no hours, or none long enough, on that day."""
    OUTSIDE = "outside"
    """The band does not play in the hours that were named."""
    PAST = "past"
    NOBODY = "nobody"
    """Nobody has to be there, so no day can be called green or not."""


@dataclass(frozen=True, slots=True)
class Blocking:
    """A required member who is not free for all of the band's hours."""

    name: str
    part: str | None
    busy: tuple[Hours, ...]
    maybe: tuple[Hours, ...]
    whole: bool
    """They are busy for all of the hours."""
    deps: tuple[str, ...]
    """Stand-ins for the part who are free whenever this member is not."""


@dataclass(frozen=True, slots=True)
class Way:
    """Something that would make the day green."""

    without: str | None
    """By leaving this member out; None: by maybes that become yes."""
    part: str | None
    deps: tuple[str, ...]
    """Stand-ins for that part who are free then."""
    maybes: tuple[str, ...]
    """Members whose maybe would have to be a yes."""
    hours: Hours
    """When it would be green."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A day, explained."""

    band: Band
    day: date
    state: State
    hours: tuple[Hours, ...]
    """Green hours, where there are any; else the hours in which the band plays."""
    blocking: tuple[Blocking, ...]
    ways: tuple[Way, ...]
    freshness: Freshness
    freed: tuple[str, ...] = ()
    """Members who make it green by an exception or a later word."""
    own: tuple[Commitment, ...] = ()
    """The band's own confirmed commitments then, in its zone; nobody is `blocking` because of them."""
    asked: tuple[Hours, ...] = ()
    """The hours that were named; none: it is about the whole day."""
    plays: tuple[PlayableHours, ...] = ()
    """When the band plays on that day of the week, if not in the hours that were named."""
    members: int = 0
    """How many members have to be there."""


async def why(
    unit: SchedulingUnit, band: Band, day: date, *, hours: tuple[Hours, ...] = (), now: datetime
) -> Explanation:
    """Explain a day in the band's zone, or the hours that were named of it; of today only what is left."""
    days = DayRange(hours, day, day) if hours else days_between(day, day)
    everyone = await everybody(unit, band, days)
    today = to_wall(now, band.zone).date()
    fresh = everyone.freshness(everyone.members, months_between(day, day), now=now)
    if hours:
        return await _of_hours(unit, band, days, everyone, fresh, now)
    played = _played(band, days.windows[0], now)
    if not played:
        state = State.PAST if day < today or _played(band, days.windows[0], None) else State.CLOSED
        return Explanation(band, day, state, (), (), (), fresh)
    own = await confirmed(unit, band, (played[0][0], played[-1][1]))
    return _explained(band, day, played, everyone, fresh, own)


async def _of_hours(
    unit: SchedulingUnit,
    band: Band,
    days: DayRange,
    everyone: Everybody,
    fresh: Freshness,
    now: datetime,
) -> Explanation:
    """Explain those hours alone, with their own length where they are shorter than the band's minimum."""
    left = list(days_from(days, band.zone, now))
    if not left:
        return Explanation(band, days.first, State.PAST, (), (), (), fresh, asked=days.windows)
    window = left[0][0], left[-1][1]
    longest = max(end - start for start, end in left) // 60
    habits = replace(band.habits, min_minutes=max(1, min(band.habits.min_minutes, longest)))
    inside = at_least(
        intersection(playable_spans(habits.playable, band.zone, window), left), habits.min_minutes * 60
    )
    own = await confirmed(unit, band, window)
    if inside:
        found = _explained(replace(band, habits=habits), days.first, inside, everyone, fresh, own)
        return replace(found, band=band, asked=days.windows)
    always = replace(habits, playable=(ALWAYS,))
    found = _explained(replace(band, habits=always), days.first, left, everyone, fresh, own)
    state = found.state if found.state is State.NOBODY else State.OUTSIDE
    plays = hours_on(days.weekdays, band.habits.playable)
    return replace(found, band=band, state=state, ways=(), asked=days.windows, plays=plays)


def _played(band: Band, day: Hours, now: datetime | None) -> list[Span]:
    """When the band plays on that day, for long enough; the small hours that follow belong to the day."""
    clock = zone_named(band.zone)
    start, end = (clock.exact(wall_seconds(wall)) for wall in day)
    hours = playable_spans(band.habits.playable, band.zone, (start - _DAY, end + _DAY))
    begun = [span for span in hours if start <= span[0] < end]
    if not begun and any(day[0].weekday() in each.weekdays for each in band.habits.playable):
        begun = clipped(hours, (start, end))  # a band that plays round the clock begins on no day
    if now is not None:
        begun = clipped(begun, (exact_seconds(now), end + _DAY))
    return at_least(begun, band.habits.min_minutes * 60)


def _explained(
    band: Band,
    day: date,
    played: list[Span],
    everyone: Everybody,
    fresh: Freshness,
    own: tuple[Commitment, ...],
) -> Explanation:
    """Explain the hours in which the band plays: POSIX seconds, tidy, not empty."""
    players = tuple(map(everyone.player, everyone.members))
    within = difference(played, spans_of(own))
    manager = manager_of(players, band.habits, band.zone, (played[0][0], played[-1][1]), within)
    zones = manager.zones()
    names = everyone.by_person
    green = [(each.start, each.end) for each in zones.green]
    required = [each for each in players if each.required]
    return Explanation(
        band,
        day,
        _state(zones) if required else State.NOBODY,
        tuple(_walls(span, band.zone) for span in green or played),
        tuple(_blocking(manager, played, own, names, band.zone)),
        () if green else _ways(zones, names, band.zone),
        fresh,
        tuple(
            names[PersonId(int(each.id))].name
            for each in required
            if any(freed(each, span) for span in green)
        ),
        own=own,
        members=len(required),
    )


def _state(zones: ZonesInWindow) -> State:
    if zones.green:
        return State.GREEN
    return State.AMBER if zones.amber else State.RED


def _blocking(
    manager: AvailabilityManager,
    played: list[Span],
    own: tuple[Commitment, ...],
    names: Mapping[PersonId, Membership],
    zone: str,
) -> list[Blocking]:
    """The members who are not free in the band's hours, outside its own commitments."""
    found = []
    asked = difference(played, spans_of(own))
    if not asked:
        return []
    for each in manager.blockers((asked[0][0], asked[-1][1])):
        then = intersection(each.busy, asked), intersection(each.maybe, asked)
        if not any(then):
            continue
        member = names[PersonId(int(each.member))]
        deps = [names[PersonId(int(dep))].name for dep in _deps(manager, each.member, [*then[0], *then[1]])]
        busy, maybe = (tuple(_walls(span, zone) for span in spans) for spans in then)
        whole = then[0] == asked and not own
        found.append(Blocking(member.name, member.part, busy, maybe, whole, tuple(deps)))
    return found


def _deps(manager: AvailabilityManager, member: MemberId, spans: Sequence[Span]) -> list[MemberId]:
    """Stand-ins for a part of that member's who are free in all of the spans."""
    parts = next(each.parts for each in manager.members if each.id == member)
    return [
        other.id
        for other in manager.members
        if not other.required
        and other.parts & parts
        and not any(clipped(manager.diaries[other.id].taken, span) for span in spans)
    ]


def _ways(zones: ZonesInWindow, names: Mapping[PersonId, Membership], zone: str) -> tuple[Way, ...]:
    found = []
    for each in zones.amber:
        missing = names[PersonId(int(each.missing))] if each.missing is not None else None
        found.append(
            Way(
                missing.name if missing else None,
                missing.part if missing else None,
                tuple(names[PersonId(int(dep))].name for dep in each.deps),
                tuple(names[PersonId(int(unsure.member))].name for unsure in each.maybes),
                _walls((each.start, each.end), zone),
            )
        )
    return tuple(found)


def _walls(span: Span, zone: str) -> Hours:
    return walls_of(span, zone_named(zone))


_DAY = 86_400
