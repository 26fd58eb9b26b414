"""When a band can play in a range of days: its members' diaries brought together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache, partial

from core.bands import Band, Membership, parts_of
from core.bands.finding import meant
from core.bands.refusals import NoSuchMember
from core.habits import Habits, PlayableHours
from core.ids import MembershipId, PersonId
from core.moments import DAY, Zone, exact_seconds, from_wall_seconds, to_exact, to_wall, weekday_of
from core.moments import zone as zone_named
from core.scheduling.diary import Diary, Layer, diary
from core.scheduling.green import Amber, AvailabilityManager, Member
from core.scheduling.kinds import Kind
from core.scheduling.layers import layers_of
from core.scheduling.playable import playable_spans
from core.scheduling.ports import Availability, SchedulingUnit, Taken
from core.scheduling.ranges import DayRange, days_between
from core.scheduling.spans import Span, clipped, intersection, meets
from core.unrolled import Unrolled

WEEKS = 8
"""How far /green looks when no range is named."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a band's time."""

    days: DayRange
    """Wall time in the band's zone."""
    minutes: int | None = None
    """The minimal length; None: the band's own."""
    without: frozenset[MembershipId] = frozenset()
    """Members left out of the question."""


@dataclass(frozen=True, slots=True)
class Night:
    """A stretch in which the band is playable: wall times in the band's zone, half-open."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch that is nearly green."""

    night: Night
    missing: str | None
    """Who is busy in it; None: it hangs on maybes alone."""
    part: str | None
    """What the missing one plays."""
    blocked: tuple[Night, ...]
    """When the missing one is busy in it."""
    maybes: tuple[str, ...]
    """Who said maybe."""
    deps: tuple[str, ...]
    """Free stand-ins for the missing part."""


@dataclass(frozen=True, slots=True)
class Greens:
    """The green and amber zones of a band."""

    band: Band
    asked: Asked
    nights: Sequence[Night]
    weekends: int
    """How many of the nights begin at a weekend."""
    nears: Sequence[Near]
    """Stretches with no green part, by start."""
    members: int
    """How many the band needs for this."""
    left_out: tuple[str, ...]
    """Names of those who were left out."""
    minutes: int
    """The minimal length that was used."""
    skip: int = 0
    """How many nights were shown before these."""
    others: tuple[Band, ...] = ()
    """The asker's other bands, where the band was not named or bound."""


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
        found.add(_one(members, name))
    return frozenset(found)


async def greens(
    unit: SchedulingUnit, band: Band, asked: Asked, *, without: str = "", now: datetime
) -> Greens:
    """Work out the green zones, nothing of them before `now`. Raises NoSuchMember for `without`."""
    members = await unit.bands.members(band.id)
    if without:
        asked = replace(asked, without=named(members, without))
    people = [member.person for member in members]
    diaries = await unit.diaries.of(people)
    start, end = (to_exact(at, band.zone) for at in (asked.days.windows[0][0], asked.days.windows[-1][1]))
    taken = await unit.taken.of(people, start=start, end=end)
    habits = band.habits
    if asked.minutes is not None:
        habits = replace(habits, min_minutes=asked.minutes)
    taking_part = [member for member in members if member.id not in asked.without]
    present = tuple(_member(each, diaries[each.person], taken[each.person]) for each in taking_part)
    clear, nearly = _from_now_on(present, habits, band.zone, asked.days, now)
    clock = zone_named(band.zone)
    by_id = {member.person: member for member in members}
    return Greens(
        band=band,
        asked=asked,
        nights=Unrolled(clear, lambda window: _night(window, clock)),
        weekends=sum(weekday_of(clock.wall(start)) in _WEEKEND for start, _ in clear),
        nears=Unrolled(nearly, lambda amber: _near(amber, by_id, clock)),
        members=sum(member.required for member in taking_part),
        left_out=tuple(member.name for member in members if member.id in asked.without),
        minutes=habits.min_minutes,
    )


_WEEKEND = (5, 6)


Found = tuple[Sequence[Span], Sequence[Amber]]
"""Green stretches, and amber ones without a green part."""


def _from_now_on(
    members: tuple[Member, ...], habits: Habits, zone: str, days: DayRange, now: datetime
) -> Found:
    """What is left of the days' zones.

    They are worked out for whole days and kept, since whoever asks next, or presses More, asks the same;
    only the playable stretch that is under way is worked out from this very second.
    """
    second = exact_seconds(now)
    today = datetime.combine(to_wall(now, zone).date(), time())
    asked = (members, habits.playable, habits.min_minutes, zone)
    clear, nearly = _zones(*asked, _within(days, zone, to_exact(today, zone)))
    later = _end_of_stretch(habits.playable, zone, second)
    now_clear, now_nearly = _zones.__wrapped__(
        *asked, tuple(clipped(_within(days, zone, now), (second, later)))
    )
    return (
        [*now_clear, *(each for each in clear if each[0] >= later)],
        [*now_nearly, *(each for each in nearly if each.start >= later)],
    )


def _end_of_stretch(hours: tuple[PlayableHours, ...], zone: str, second: int) -> int:
    """When the playable stretch that is under way ends; `second` itself when there is none."""
    day = second // DAY * DAY
    for start, end in _playable(hours, zone, (day - _LOOK, day + _LOOK)):
        if start < second < end:
            return end if end < day + _LOOK else _NEVER
    return second


_LOOK = 8 * DAY
"""Who plays without a break for so long always plays."""
_NEVER = 2**62


@lru_cache(maxsize=64)
def _zones(
    members: tuple[Member, ...],
    hours: tuple[PlayableHours, ...],
    minutes: int,
    zone: str,
    within: tuple[Span, ...],
) -> Found:
    if not within or not any(member.required for member in members):
        return (), ()
    manager = AvailabilityManager(
        members,
        # Whole days, so that what is asked again a minute later is asked of the same diaries.
        window=(within[0][0] // DAY * DAY, within[-1][1]),
        habits=Habits(playable=hours, min_minutes=minutes),
        zone=zone,
        within=within,
        diary_of=partial(_diary, hours, zone),
    )
    zones = manager.zones()
    clear = tuple((each.start, each.end) for each in zones.green)
    apart = [each for each in zones.amber if not meets(clear, (each.start, each.end))]
    return clear, tuple(_plainest(apart))


@lru_cache(maxsize=16)
def _playable(hours: tuple[PlayableHours, ...], zone: str, window: Span) -> tuple[Span, ...]:
    return tuple(playable_spans(hours, zone, window))


@lru_cache(maxsize=128)
def _diary(
    hours: tuple[PlayableHours, ...], zone: str, layers: tuple[Layer, ...], window: Span, *, base: Kind
) -> Diary:
    """A diary in the hours in which the band plays; nobody asks about others.

    Kept for a while: the next who asks, or who presses More, asks of the same ones.
    """
    whole = diary(layers, window, base=base)
    playable = _playable(hours, zone, window)
    busy, maybe = intersection(whole.busy, playable), intersection(whole.maybe, playable)
    return Diary(window, tuple(busy), tuple(maybe))


def _member(member: Membership, said: Sequence[Availability], taken: Taken) -> Member:
    return Member(
        member.person,
        layers=layers_of(said, taken),
        required=member.required,
        base=Kind.FREE if member.free_by_default else Kind.BUSY,
        parts=parts_of(member.part),
    )


def _within(days: DayRange, zone: str, now: datetime) -> tuple[Span, ...]:
    begin = exact_seconds(now)
    spans = [
        (max(begin, exact_seconds(to_exact(start, zone))), exact_seconds(to_exact(end, zone)))
        for start, end in days.windows
    ]
    return tuple((start, end) for start, end in spans if start < end)


def _night(window: Span, clock: Zone) -> Night:
    return Night(from_wall_seconds(clock.wall(window[0])), from_wall_seconds(clock.wall(window[1])))


def _near(amber: Amber, members: dict[PersonId, Membership], clock: Zone) -> Near:
    missing = members[PersonId(int(amber.missing))] if amber.missing is not None else None
    return Near(
        night=_night((amber.start, amber.end), clock),
        missing=missing.name if missing else None,
        part=missing.part if missing else None,
        blocked=tuple(_night(each, clock) for each in amber.blocked),
        maybes=tuple(members[PersonId(int(each.member))].name for each in amber.maybes),
        deps=tuple(members[PersonId(int(each))].name for each in amber.deps),
    )


def _plainest(nears: list[Amber]) -> list[Amber]:
    """One line for one stretch: that it hangs on a maybe alone says more than that it lacks somebody."""
    hopeful = {(near.start, near.end) for near in nears if near.missing is None}
    return [near for near in nears if near.missing is None or (near.start, near.end) not in hopeful]


def _one(members: Sequence[Membership], name: str) -> MembershipId:
    found = meant(members, name)
    if len(found) != 1:
        raise NoSuchMember(name, tuple(each.name for each in members))
    return found[0].id
