"""How well a night fits a band: its place, its music, its room, its fee, and its players' time.

Pure: no database, no clock. **Green**: every player who is needed is free from load-in to the end of the set,
within the hours that the band plays. **Amber**: but for one of them, or for a maybe, or outside those hours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache

from core.bands import Band, Membership
from core.bands.wishes import Position
from core.ids import BandId, PersonId
from core.marketplace.events import Event, Slot
from core.marketplace.events.times import doors_at, slot_times
from core.marketplace.matching.genres import shared_genres
from core.marketplace.posts.values import FeeShape, SlotKind
from core.marketplace.venues import Venue
from core.moments import exact_seconds
from core.money import Money
from core.scheduling import cities
from core.scheduling.availability.diary import diary
from core.scheduling.cities import Coordinates
from core.scheduling.green.manager import Player
from core.scheduling.kinds import CommitmentKind
from core.scheduling.recurrence.playable import playable_spans
from core.scheduling.recurrence.spans import Span, clipped, difference, meets

NIGHT = int(timedelta(hours=8).total_seconds())
"""A band with a gig so close before or after is not asked about another one that night."""


class Grade(StrEnum):
    """How certain it is that the band can play."""

    GREEN = "green"
    AMBER = "amber"


@dataclass(frozen=True, slots=True)
class Fit:
    """Why a night fits a band, and what is amber about it."""

    grade: Grade
    kinds: tuple[SlotKind, ...]
    """The open sorts of slots that the band would take."""
    players: int
    """How many are needed."""
    kilometres: int
    genres: tuple[str, ...] = ()
    """Those that the night names and the band plays."""
    missing: PersonId | None = None
    """The one player who is busy."""
    maybes: tuple[PersonId, ...] = ()
    deps: tuple[PersonId, ...] = ()
    """Free stand-ins for the part that is missing or unsure."""
    outside_hours: bool = False
    """It is not within the hours that the band plays."""


@dataclass(frozen=True, slots=True)
class LineUpTime:
    """A band's players for the arithmetic, and the time of its own gigs."""

    members: Sequence[Membership]
    players: Sequence[Player]
    own: Sequence[tuple[Span, CommitmentKind]] = ()
    """What is in the band's own diary, confirmed."""
    yes: Mapping[int, frozenset[PersonId]] | None = None
    """By night: players who have said that they can."""


def suits(
    band: Band, event: Event, venue: Venue, around: Coordinates | None = None
) -> tuple[tuple[SlotKind, ...], int] | None:
    """The slots that the band would take there, and how far away it is; None: it is not what it looks for.

    `around`: distances are reckoned from there, and not from the band's home.
    """
    far = distance(band, venue) if around is None else _from(around, venue)
    if far is None or far > band.wishes.radius_km:
        return None
    kinds = tuple(each for each in event.kinds_open() if _wanted(band, event, each))
    room = event.terms.capacity
    wishes = band.wishes
    if room is not None and not (wishes.least_room or 0) <= room <= (wishes.most_room or room):
        return None
    if band.genres and event.terms.genres and not shared_genres(event.terms.genres, band.genres):
        return None
    return (kinds, far) if kinds else None


def fit(
    band: Band, event: Event, venue: Venue, time: LineUpTime, around: Coordinates | None = None
) -> Fit | None:
    """Whether and how the night fits the band (`around`: as in `suits`); None: it does not."""
    suited = suits(band, event, venue, around)
    if suited is None:
        return None
    kinds, far = suited
    slot = next(each for each in event.open_slots if each.kind in kinds)
    span = slot_times(event, slot).span
    low, high = span
    if any(
        meets([taken], (low - NIGHT, high + NIGHT) if kind is CommitmentKind.GIG else span)
        for taken, kind in time.own
    ):
        return None
    return _by_time(band, event, kinds, far, span, time)


def _by_time(
    band: Band, event: Event, kinds: tuple[SlotKind, ...], far: int, span: Span, time: LineUpTime
) -> Fit | None:
    yes = (time.yes or {}).get(event.id, frozenset())
    needed = [each for each in time.players if each.required]
    busy: list[Player] = []
    unsure: list[Player] = []
    for each in needed:
        if PersonId(int(each.id)) in yes:
            continue
        mine = diary(each.layers, span, base=each.base)
        if clipped(mine.busy, span):
            busy.append(each)
        elif clipped(mine.maybe, span):
            unsure.append(each)
    if not needed or len(busy) > 1 or (busy and unsure):
        return None
    outside = _outside_hours(band, event, span)
    parts = frozenset().union(*(each.parts for each in (*busy, *unsure)))
    return Fit(
        grade=Grade.AMBER if busy or unsure or outside else Grade.GREEN,
        kinds=kinds,
        players=len(needed),
        kilometres=far,
        genres=shared_genres(event.terms.genres, band.genres),
        missing=PersonId(int(busy[0].id)) if busy else None,
        maybes=tuple(PersonId(int(each.id)) for each in unsure),
        deps=tuple(_deps(time.players, parts, span)),
        outside_hours=outside,
    )


def _deps(players: Sequence[Player], parts: frozenset[str], span: Span) -> list[PersonId]:
    found = []
    for each in players:
        if each.required or not each.parts & parts:
            continue
        mine = diary(each.layers, span, base=each.base)
        if not clipped(mine.busy, span) and not clipped(mine.maybe, span):
            found.append(PersonId(int(each.id)))
    return found


def _outside_hours(band: Band, event: Event, span: Span) -> bool:
    """Whether the band would be on at hours that it does not play; loading in may be earlier."""
    doors = min(max(exact_seconds(doors_at(event)), span[0]), span[1])
    heard = (doors, span[1])
    within = playable_spans(band.habits.playable, band.zone, heard)
    late = difference([heard], within)
    return sum(end - start for start, end in late) > _GRACE


_GRACE = 30 * 60
"""Seconds: so much beyond its hours is not worth a word."""


def distance(band: Band, venue: Venue) -> int | None:
    """Kilometres between their cities, as the crow flies; None: one of them is not known."""
    if band.city is None:
        return None
    return _kilometres(band.city, band.zone, venue.profile.city, venue.zone)


def _from(around: Coordinates, venue: Venue) -> int | None:
    there = cities.named(venue.profile.city, venue.zone)
    return None if there is None else round(around.kilometres_to(there.at))


@lru_cache(maxsize=4096)
def _kilometres(one: str, one_zone: str, other: str, other_zone: str) -> int | None:
    here, there = cities.named(one, one_zone), cities.named(other, other_zone)
    return None if here is None or there is None else round(here.at.kilometres_to(there.at))


def _wanted(band: Band, event: Event, kind: SlotKind) -> bool:
    """Whether the band would take such a slot for what is paid."""
    if not set(_POSITIONS[kind]) & set(band.wishes.positions):
        return False
    least = band.wishes.least_fee
    if least is None or least.minor == 0:
        return True
    slot = next(each for each in event.open_slots if each.kind is kind)
    paid = guaranteed(event, slot)
    if paid is not None and paid.currency == least.currency:
        return paid.minor >= least.minor
    return event.terms.fee.shape not in _UNPAID


_POSITIONS = {
    SlotKind.HEADLINER: (Position.HEADLINER,),
    SlotKind.MAIN_SUPPORT: (Position.SUPPORT,),
    SlotKind.SUPPORT: (Position.SUPPORT, Position.OPENER),
    SlotKind.OPENER: (Position.OPENER,),
    SlotKind.ANY: tuple(Position),
}
_UNPAID = (
    FeeShape.UNPAID,
    FeeShape.HIRE,
    FeeShape.IN_KIND,
    FeeShape.EXPENSES,
    FeeShape.TIPS,
    FeeShape.OWN_TICKETS,
)
"""Shapes of pay that are certainly less than any least fee."""


def guaranteed(event: Event, slot: Slot) -> Money | None:
    """What the act in that slot is sure to get; None: it was not said, or is a share."""
    if slot.fee is not None:
        return slot.fee
    fee = event.terms.fee
    if fee.guarantee is None or fee.per != "in_all" or len(event.slots) < 2:
        return fee.guarantee
    return Money(fee.guarantee.minor // len(event.slots), fee.guarantee.currency)


BandsTimes = Mapping[BandId, LineUpTime]
"""The players' time of several bands."""
