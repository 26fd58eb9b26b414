"""How well a night fits a band: its place, its music, its room, its fee, and its players' time.

Pure: no database, no clock. **Green**: every player who is needed is free from load-in to the end of the set,
within the hours that the band plays. **Amber**: but for one of them, or for a maybe, or outside those hours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from core.bands import Band, Membership
from core.bands.wishes import Position
from core.ids import BandId, EventId, PersonId
from core.marketplace.events import Event, Slot
from core.marketplace.events.times import doors_at, slot_times
from core.marketplace.matching.genres import shared_genres
from core.marketplace.posts.values import FeeShape, SlotKind
from core.marketplace.venues import Venue
from core.moments import exact_seconds
from core.money import Money
from core.scheduling import cities
from core.scheduling.availability.diary import diary
from core.scheduling.cities import City
from core.scheduling.green.manager import Player
from core.scheduling.kinds import CommitmentKind, Kind
from core.scheduling.recurrence.playable import playable_spans
from core.scheduling.recurrence.spans import Span, difference, meets

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
    yes: Mapping[EventId, frozenset[PersonId]] = field(default_factory=dict)
    """By night: players who have said that they can."""
    elsewhere: Mapping[PersonId, Sequence[Span]] = field(default_factory=dict)
    """What is confirmed in their other bands: it takes their time, whatever they have said."""


def suits(
    band: Band, event: Event, venue: Venue, *, near: City | None = None
) -> tuple[tuple[SlotKind, ...], int] | None:
    """The slots that the band would take there, and how far away it is; None: it is not what it looks for.

    `near`: around that city instead of the band's own.
    """
    far = distance(band, venue, near=near)
    if far is None or far > band.wishes.radius_km:
        return None
    kinds = tuple(each for each in event.kinds_open() if _wanted(band, event, each))
    room = event.terms.capacity
    wishes = band.wishes
    if room is not None and not (wishes.least_room or 0) <= room <= (wishes.most_room or room):
        return None
    named = named_genres(event, venue)
    if band.genres and named and not event.terms.any_genre and not shared_genres(named, band.genres):
        return None
    return (kinds, far) if kinds else None


def named_genres(event: Event, venue: Venue) -> tuple[str, ...]:
    """The music that a night names; where it names none, that of its venue. Empty: whatever is good."""
    return event.terms.genres or venue.profile.genres


def fit(band: Band, event: Event, venue: Venue, time: LineUpTime, *, near: City | None = None) -> Fit | None:
    """Whether and how the night fits the band; None: it does not."""
    suited = suits(band, event, venue, near=near)
    if suited is None:
        return None
    slot = next(each for each in event.open_slots if each.kind in suited[0])
    span = slot_times(event, slot).span
    return None if _own_in_the_way(time.own, span) else _by_time(band, event, venue, suited, span, time)


def _by_time(
    band: Band,
    event: Event,
    venue: Venue,
    suited: tuple[tuple[SlotKind, ...], int],
    span: Span,
    time: LineUpTime,
) -> Fit | None:
    needed = [each for each in time.players if each.required]
    yes = time.yes.get(event.id, frozenset())
    can = {each for each in yes if not meets(time.elsewhere.get(each, ()), span)}
    busy, unsure = _in_the_way([each for each in needed if _person(each) not in can], span)
    if not needed or len(busy) > 1 or (busy and unsure):
        return None
    outside = _outside_hours(band, event, span)
    return Fit(
        grade=Grade.AMBER if busy or unsure or outside else Grade.GREEN,
        kinds=suited[0],
        players=len(needed),
        kilometres=suited[1],
        genres=shared_genres(named_genres(event, venue), band.genres),
        missing=_person(busy[0]) if busy else None,
        maybes=tuple(map(_person, unsure)),
        deps=_deps(time.players, [*busy, *unsure], span),
        outside_hours=outside,
    )


def _own_in_the_way(own: Sequence[tuple[Span, CommitmentKind]], span: Span) -> bool:
    """Whether the band has a gig that night, or a rehearsal at that time."""
    night = span[0] - NIGHT, span[1] + NIGHT
    return any(meets([taken], night if kind is CommitmentKind.GIG else span) for taken, kind in own)


def _in_the_way(players: Sequence[Player], span: Span) -> tuple[list[Player], list[Player]]:
    """Those who are busy at that time, and those who are not sure."""
    answers = [(each, _answer(each, span)) for each in players]
    busy, unsure = [[each for each, said in answers if said is kind] for kind in (Kind.BUSY, Kind.MAYBE)]
    return busy, unsure


def _person(player: Player) -> PersonId:
    return PersonId(int(player.id))


def _answer(player: Player, span: Span) -> Kind:
    """What a player's diary says of all of that time: busy or maybe if any of it is."""
    mine = diary(player.layers, span, base=player.base)
    if mine.busy:
        return Kind.BUSY
    return Kind.MAYBE if mine.maybe else Kind.FREE


def _deps(players: Sequence[Player], missing: Sequence[Player], span: Span) -> tuple[PersonId, ...]:
    parts = frozenset[str]().union(*(each.parts for each in missing))
    return tuple(
        _person(each)
        for each in players
        if not each.required and each.parts & parts and _answer(each, span) is Kind.FREE
    )


def _outside_hours(band: Band, event: Event, span: Span) -> bool:
    """Whether the band would be on at hours that it does not play; loading in may be earlier."""
    doors = min(max(exact_seconds(doors_at(event)), span[0]), span[1])
    heard = (doors, span[1])
    within = playable_spans(band.habits.playable, band.zone, heard)
    late = difference([heard], within)
    return sum(end - start for start, end in late) > _GRACE


_GRACE = 30 * 60
"""Seconds: so much beyond its hours is not worth a word."""


def distance(band: Band, venue: Venue, *, near: City | None = None) -> int | None:
    """Kilometres between their cities, as the crow flies; None: one of them is not known."""
    here = near or (cities.stored(band.city, band.zone) if band.city else None)
    return None if here is None else cities.kilometres_between(here, venue.profile.city, venue.zone)


def _wanted(band: Band, event: Event, kind: SlotKind) -> bool:
    """Whether the band would take such a slot for what is paid."""
    if not set(_POSITIONS[kind]) & set(band.wishes.positions):
        return False
    least = band.wishes.least_fee
    if least is None or least.minor == 0:
        return True
    return any(_pays(event, each, least) for each in event.open_slots if each.kind is kind)


def _pays(event: Event, slot: Slot, least: Money) -> bool:
    """Whether a slot may well be paid what the band wants at least."""
    paid = guaranteed(event, slot)
    if paid is None:
        return event.terms.fee.shape not in _UNPAID
    return paid.currency != least.currency or paid.minor >= least.minor


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
