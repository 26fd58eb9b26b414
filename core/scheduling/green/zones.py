"""When a band can play in a range of days: its members' diaries brought together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from core.bands import Band, Membership
from core.bands.finding import meant
from core.bands.refusals import NoSuchMember
from core.ids import MembershipId, PersonId
from core.lazy_sequence import LazySequence
from core.moments import Zone, exact_seconds, to_exact, to_wall, walls_of, weekday_of
from core.moments import zone as zone_named
from core.scheduling.availability.freshness import Freshness, freshness, months_between
from core.scheduling.availability.ports import Availability, LastLook, TakenTime
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.commitments.own import confirmed, nights_of_gigs, spans_of
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.green.barred import Barred
from core.scheduling.green.cache import Short, days_from, freed, may_be_freed, member_of
from core.scheduling.green.manager import Amber, Player
from core.scheduling.green.search import LineUpSearch
from core.scheduling.phrases.day_ranges import DayRange, days_between
from core.scheduling.recurrence.spans import Span, meets, union

WEEKS = 8
"""How far /green looks when no range is named."""


@dataclass(frozen=True, slots=True)
class ZonesAsked:
    """What is asked of a band's time."""

    days: DayRange
    """Wall time in the band's zone."""
    minutes: int | None = None
    """The minimal length; None: the band's own."""
    without: frozenset[MembershipId] = frozenset()
    """Members left out of the question."""
    size: int | None = None
    """As a line-up of so many, whoever they are; None: all who are required."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch in which the band is playable: wall times in the band's zone, half-open."""

    start: datetime
    end: datetime
    without: tuple[str, ...] = ()
    """Who is left out of a smaller line-up."""
    freed: tuple[str, ...] = ()
    """Who would be busy, but for an exception or a later word."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A stretch that is nearly green."""

    night: Stretch
    missing: str | None
    """Who is busy in it; None: it hangs on maybes alone."""
    part: str | None
    """What the missing one plays."""
    blocked: tuple[Stretch, ...]
    """When the missing one is busy in it."""
    maybes: tuple[str, ...]
    """Who said maybe."""
    deps: tuple[str, ...]
    """Free stand-ins for the missing part."""


@dataclass(frozen=True, slots=True)
class GreenZones:
    """The green and amber zones of a band."""

    band: Band
    asked: ZonesAsked
    stretches: Sequence[Stretch]
    weekends: int
    """How many of the nights begin at a weekend."""
    near_misses: Sequence[NearMiss]
    """Stretches with no green part, by start."""
    members: int
    """How many the band needs for this."""
    left_out: tuple[str, ...]
    """Names of those who were left out."""
    minutes: int
    """The minimal length that was used."""
    freshness: Freshness
    """Of those it takes."""
    today: date
    """In the band's zone."""
    own: tuple[Commitment, ...] = ()
    """What the band itself has confirmed in these days, in its zone."""
    barred: Barred | None = None
    """Why there is neither a green nor an amber zone, where the members are not the reason."""
    larger: bool = False
    """A line-up was asked for that is larger than it takes: it is worked out for those who are required."""


@dataclass(frozen=True, slots=True)
class Everybody:
    """A band's members with all that fills their time in a window."""

    members: Sequence[Membership]
    said: dict[PersonId, list[Availability]]
    taken: dict[PersonId, TakenTime]
    touches: dict[PersonId, LastLook]

    def member(self, membership: Membership) -> Player:
        """One of them, for the arithmetic."""
        return member_of(membership, self.said[membership.person], self.taken[membership.person])


def coming_weeks(today: date) -> DayRange:
    """The days that /green looks at when none are named."""
    return days_between(today, today + timedelta(days=7 * WEEKS - 1))


def named(members: Sequence[Membership], words: str) -> frozenset[MembershipId]:
    """The members that words such as "Jo" or "Jo, Sam" name. Raises NoSuchMember."""
    whole = meant(members, words)  # a label of two parts has a comma in it
    if len(whole) == 1:
        return frozenset({whole[0].id})
    found = set()
    for name in filter(None, (each.strip() for each in words.replace(" and ", ",").split(","))):
        found.add(the_member(members, name).id)
    return frozenset(found)


def the_member(members: Sequence[Membership], name: str) -> Membership:
    """The one that a name, a part, or the beginning of a name means. Raises NoSuchMember."""
    found = meant(members, name)
    if len(found) != 1:
        raise NoSuchMember(name, tuple(each.name for each in members))
    return found[0]


async def everybody(unit: SchedulingUnit, band: Band, days: DayRange) -> Everybody:
    """The members of a band, and what fills their time from the first of the days to the last."""
    members = await unit.bands.members(band.id)
    people = [member.person for member in members]
    said = dict(await unit.diaries.of(people))
    start, end = (to_exact(at, band.zone) for at in (days.windows[0][0], days.windows[-1][1]))
    time = await unit.taken.with_touches(people, start=start, end=end)
    taken = {who: each for who, (each, _) in time.items()}
    return Everybody(members, said, taken, {who: touch for who, (_, touch) in time.items()})


async def green_zones(
    unit: SchedulingUnit,
    band: Band,
    asked: ZonesAsked,
    *,
    without: str = "",
    sparing: bool = False,
    now: datetime,
) -> GreenZones:
    """Work out the green zones, nothing of them before `now`, nor when the band has something itself.

    `sparing`: nothing of the days on which it has a gig. Raises NoSuchMember for `without`, TooManyLineUps.
    """
    everyone = await everybody(unit, band, asked.days)
    if without:
        asked = replace(asked, without=named(everyone.members, without))
    habits = band.habits
    if asked.minutes is not None:
        habits = replace(habits, min_minutes=asked.minutes)
    taking_part = [member for member in everyone.members if member.id not in asked.without]
    required = sum(member.required for member in taking_part)
    larger = asked.size is not None and asked.size > required
    if asked.size is not None and asked.size >= required:
        asked = replace(asked, size=None)
    own = await confirmed(unit, band, _window(asked.days, band.zone))
    taken = union(spans_of(own), nights_of_gigs(own, habits.playable, band.zone) if sparing else [])
    present = tuple(map(everyone.member, taking_part))
    search = LineUpSearch(present, asked.days, asked.size, band.zone, now, tuple(taken))
    found, nearly = search.found(habits)
    clock = zone_named(band.zone)
    exempt = [each for each in present if each.required and may_be_freed(each)]
    by_id = {member.person: member for member in everyone.members}
    today = to_wall(now, band.zone).date()
    return GreenZones(
        band=band,
        asked=asked,
        stretches=LazySequence(found, lambda short: _night(short, exempt, by_id, clock)),
        weekends=_weekends(tuple(span[0] for span, _ in found), band.zone),
        near_misses=LazySequence(nearly, lambda amber: _near(amber, by_id, clock)),
        members=required,
        left_out=tuple(member.name for member in everyone.members if member.id in asked.without),
        minutes=habits.min_minutes,
        freshness=freshness(
            taking_part,
            everyone.said,
            everyone.touches,
            months=months_between(max(asked.days.first, today), asked.days.last),
            now=now,
            today=today,
        ),
        today=today,
        larger=larger,
        own=tuple(each for each in own if meets(days_from(asked.days, band.zone, now), each.span)),
        barred=None if found or nearly or not required else search.barred(habits, by_id),
    )


def _window(days: DayRange, zone: str) -> Span:
    start, end = (exact_seconds(to_exact(at, zone)) for at in (days.windows[0][0], days.windows[-1][1]))
    return start, end


_WEEKEND = (5, 6)


@lru_cache(maxsize=64)
def _weekends(starts: tuple[int, ...], zone: str) -> int:
    """How many of these instants are at a weekend; kept for whoever asks the same next."""
    clock = zone_named(zone)
    return sum(weekday_of(clock.wall(start)) in _WEEKEND for start in starts)


def _night(short: Short, exempt: Sequence[Player], names: dict[PersonId, Membership], clock: Zone) -> Stretch:
    span, without = short
    start, end = walls_of(span, clock)
    spared = [member for member in exempt if member.id not in without]
    return Stretch(
        start,
        end,
        tuple(names[PersonId(int(each))].name for each in without),
        tuple(names[PersonId(int(each.id))].name for each in spared if freed(each, span)),
    )


def _plain(span: Span, clock: Zone) -> Stretch:
    return Stretch(*walls_of(span, clock))


def _near(amber: Amber, members: dict[PersonId, Membership], clock: Zone) -> NearMiss:
    missing = members[PersonId(int(amber.missing))] if amber.missing is not None else None
    return NearMiss(
        night=_plain((amber.start, amber.end), clock),
        missing=missing.name if missing else None,
        part=missing.part if missing else None,
        blocked=tuple(_plain(each, clock) for each in amber.blocked),
        maybes=tuple(members[PersonId(int(each.member))].name for each in amber.maybes),
        deps=tuple(members[PersonId(int(each))].name for each in amber.deps),
    )
