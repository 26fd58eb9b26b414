"""When a band can play in a range of days: its members' diaries brought together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from core.bands import Band, Membership
from core.bands.member_labels import meant
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
from core.scheduling.green.cache import LineUpSpan, days_from, freed, may_be_freed, player_of
from core.scheduling.green.manager import Amber, Player
from core.scheduling.green.search import LineUpSearch
from core.scheduling.phrases.day_ranges import DayRange, days_between
from core.scheduling.recurrence.spans import Span, Spans, meets, union

WEEKS = 8
"""How far /green looks when no range is named."""


@dataclass(frozen=True, slots=True)
class ZonesAsked:
    """A question about a band's time."""

    days: DayRange
    """Wall time in the band's zone."""
    minutes: int | None = None
    """The minimal length; None: the band's own."""
    without: frozenset[MembershipId] = frozenset()
    """Members left out of the question."""
    size: int | None = None
    """A line-up of any so many required members; None: all of them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch in which the band is playable: wall times in the band's zone, half-open."""

    start: datetime
    end: datetime
    without: tuple[str, ...] = ()
    """Members left out of a smaller line-up."""
    freed: tuple[str, ...] = ()
    """Members who would be busy, but for an exception or a later word."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A stretch that is nearly green."""

    stretch: Stretch
    missing: str | None
    """The one member who is busy in it; None: it hangs on maybes alone."""
    part: str | None
    """The missing member's part."""
    blocked: tuple[Stretch, ...]
    """When the missing member is busy in it."""
    maybes: tuple[str, ...]
    """Members who said maybe."""
    deps: tuple[str, ...]
    """Free stand-ins for the missing part."""


@dataclass(frozen=True, slots=True)
class GreenZones:
    """The green and amber zones of a band."""

    band: Band
    asked: ZonesAsked
    stretches: Sequence[Stretch]
    weekends: int
    """How many of the stretches begin at a weekend."""
    near_misses: Sequence[NearMiss]
    """Stretches with no green part, by start."""
    members: int
    """How many required members take part."""
    left_out: tuple[str, ...]
    """Names of members left out of the question."""
    minutes: int
    """The minimal length that was used."""
    freshness: Freshness
    """Of the members who take part."""
    today: date
    """In the band's zone."""
    own: tuple[Commitment, ...] = ()
    """The band's own confirmed commitments in these days, in its zone."""
    barred: Barred | None = None
    """Why there is neither a green nor an amber zone, where the members are not the reason."""
    larger: bool = False
    """The line-up asked for has more members than are required: the answer is for the required ones."""


@dataclass(frozen=True, slots=True)
class Everybody:
    """A band's members with all that fills their time in a window."""

    members: Sequence[Membership]
    rules: dict[PersonId, list[Availability]]
    taken: dict[PersonId, TakenTime]
    last_looks: dict[PersonId, LastLook]

    @property
    def by_person(self) -> dict[PersonId, Membership]:
        """The memberships by the person's id, which is a player's id in the arithmetic."""
        return {member.person: member for member in self.members}

    def player(self, member: Membership) -> Player:
        """One of them, for the arithmetic."""
        return player_of(member, self.rules[member.person], self.taken[member.person])

    def freshness(
        self, members: Sequence[Membership], months: tuple[date, ...], *, now: datetime
    ) -> Freshness:
        """How fresh the diaries of these members are for these months."""
        return freshness(members, self.rules, self.last_looks, months=months, now=now)


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
    """The member that a name, a part, or the beginning of a name means. Raises NoSuchMember."""
    found = meant(members, name)
    if len(found) != 1:
        raise NoSuchMember(name, tuple(each.name for each in members))
    return found[0]


async def everybody(unit: SchedulingUnit, band: Band, days: DayRange) -> Everybody:
    """The members of a band, and what fills their time from the first of the days to the last."""
    members = await unit.bands.members(band.id)
    people = [member.person for member in members]
    rules = dict(await unit.diaries.of(people))
    start, end = (to_exact(at, band.zone) for at in (days.windows[0][0], days.windows[-1][1]))
    time = await unit.taken.with_last_looks(people, start=start, end=end)
    taken = {person: each for person, (each, _) in time.items()}
    return Everybody(members, rules, taken, {person: look for person, (_, look) in time.items()})


async def green_zones(
    unit: SchedulingUnit,
    band: Band,
    asked: ZonesAsked,
    *,
    without: str = "",
    sparing: bool = False,
    now: datetime,
) -> GreenZones:
    """Work out the green zones, nothing before `now` nor during the band's own commitments.

    `sparing`: nothing of the days on which it has a gig. Raises NoSuchMember for `without`, TooManyLineUps.
    """
    everyone = await everybody(unit, band, asked.days)
    if without:
        asked = replace(asked, without=named(everyone.members, without))
    line_up = [member for member in everyone.members if member.id not in asked.without]
    required = sum(member.required for member in line_up)
    size = asked.size
    if size is not None and size >= required:
        asked = replace(asked, size=None)
    own = await confirmed(unit, band, _window(asked.days, band.zone))
    players = tuple(map(everyone.player, line_up))
    taken = tuple(_taken(band, own, sparing=sparing))
    search = LineUpSearch(players, asked.days, asked.size, band.zone, now, taken)
    habits = band.habits if asked.minutes is None else replace(band.habits, min_minutes=asked.minutes)
    clear, nearly = search.found(habits)
    by_person, today = everyone.by_person, to_wall(now, band.zone).date()
    months = months_between(max(asked.days.first, today), asked.days.last)
    return GreenZones(
        band=band,
        asked=asked,
        stretches=_stretches(clear, players, by_person, zone_named(band.zone)),
        weekends=_weekends(tuple(span[0] for span, _ in clear), band.zone),
        near_misses=_near_misses(nearly, by_person, zone_named(band.zone)),
        members=required,
        left_out=tuple(member.name for member in everyone.members if member.id in asked.without),
        minutes=habits.min_minutes,
        freshness=everyone.freshness(line_up, months, now=now),
        today=today,
        larger=size is not None and size > required,
        own=_coming(own, asked.days, band.zone, now),
        barred=None if clear or nearly or not required else search.barred(habits, by_person),
    )


def _window(days: DayRange, zone: str) -> Span:
    start, end = (exact_seconds(to_exact(at, zone)) for at in (days.windows[0][0], days.windows[-1][1]))
    return start, end


def _taken(band: Band, own: Sequence[Commitment], *, sparing: bool) -> Spans:
    """The time of the band's own commitments; `sparing`: all of the days of its gigs as well."""
    gigs = nights_of_gigs(own, band.habits.playable, band.zone) if sparing else []
    return union(spans_of(own), gigs)


def _coming(own: Sequence[Commitment], days: DayRange, zone: str, now: datetime) -> tuple[Commitment, ...]:
    """The band's commitments that share time with what is left of the days."""
    left = days_from(days, zone, now)
    return tuple(each for each in own if meets(left, each.span))


_WEEKEND = (5, 6)


@lru_cache(maxsize=64)
def _weekends(starts: tuple[int, ...], zone: str) -> int:
    """How many of these instants are at a weekend; kept, since the same is often asked again."""
    clock = zone_named(zone)
    return sum(weekday_of(clock.wall(start)) in _WEEKEND for start in starts)


def _stretches(
    clear: Sequence[LineUpSpan], players: Sequence[Player], names: Mapping[PersonId, Membership], clock: Zone
) -> Sequence[Stretch]:
    """Green stretches as wall times, each with the members left out and those who are free after all."""
    freeable = [each for each in players if each.required and may_be_freed(each)]

    def stretch(found: LineUpSpan) -> Stretch:
        span, without = found
        start, end = walls_of(span, clock)
        after_all = [each for each in freeable if each.id not in without and freed(each, span)]
        return Stretch(
            start,
            end,
            tuple(names[PersonId(int(each))].name for each in without),
            tuple(names[PersonId(int(each.id))].name for each in after_all),
        )

    return LazySequence(clear, stretch)


def _near_misses(
    nearly: Sequence[Amber], names: Mapping[PersonId, Membership], clock: Zone
) -> Sequence[NearMiss]:
    """Amber stretches as wall times, with the names of members who are missing, unsure, or could dep."""

    def near_miss(amber: Amber) -> NearMiss:
        missing = names[PersonId(int(amber.missing))] if amber.missing is not None else None
        return NearMiss(
            stretch=Stretch(*walls_of((amber.start, amber.end), clock)),
            missing=missing.name if missing else None,
            part=missing.part if missing else None,
            blocked=tuple(Stretch(*walls_of(each, clock)) for each in amber.blocked),
            maybes=tuple(names[PersonId(int(each.member))].name for each in amber.maybes),
            deps=tuple(names[PersonId(int(each))].name for each in amber.deps),
        )

    return LazySequence(nearly, near_miss)
