"""Making a band, and showing it."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.bands import NAME_LIMIT, Band, Binding, BindingKind, Membership, Role
from core.bands.binding import Managed, Unbound, place_for_new
from core.bands.changes import BandMadeFacts
from core.bands.naming import visible
from core.bands.refusals import NameNotUsable
from core.bands.store import BandUnit
from core.ids import PersonId
from core.journal import Act
from core.people import Person


@dataclass(frozen=True, slots=True)
class BandMade:
    """A band exists, and the caller owns it."""

    band: Band
    bound: BindingKind | None
    """What it was bound to; None: to nothing."""
    zone_taken: str | None
    """The band's zone, when the caller had none and has taken it."""
    unbound: Unbound | None = None
    """Why it was not bound where it could have been."""


@dataclass(frozen=True, slots=True)
class BandCard:
    """A band and who plays in it."""

    band: Band
    members: tuple[Membership, ...]
    you: PersonId | None
    """Who reads it; None: it is for all to see."""


async def make_band(
    unit: BandUnit,
    act: Act,
    *,
    name: str,
    city: str | None,
    zone: str,
    genres: Sequence[str],
    places: Sequence[Binding],
    managed: Managed,
) -> BandMade:
    """Make a band, its caller the owner, bound to the widest place that they manage. Raises NameNotUsable.

    Where a band is bound already, it stays so, whoever makes another: nothing is bound then.
    """
    name = " ".join(name.split())
    if len(name) > NAME_LIMIT or not visible(name):
        raise NameNotUsable
    found = await place_for_new(unit, places, managed)
    place = found if isinstance(found, Binding) else None
    band = await unit.bands.make(name=name, city=city, zone=zone, genres=genres, at=act.at)
    await unit.bands.add_member(band, act.person, role=Role.OWNER, part=None, required=True, at=act.at)
    if place is not None:
        await unit.bands.bind(band, place)
    await unit.people.set_last_band(act.person, band)
    taken = zone if (await unit.people.get(act.person)).zone is None else None
    if taken:
        await unit.people.set_zone(act.person, taken)
    await unit.journal.record(act, BandMadeFacts(band, place.kind if place else None))
    made = Band(band, name, city, zone, tuple(genres))
    unbound = found if isinstance(found, Unbound) else None
    return BandMade(made, place.kind if place else None, taken, unbound)


async def show(unit: BandUnit, band: Band, you: Person | None) -> BandCard:
    """The band and its members."""
    return BandCard(band, tuple(await unit.bands.members(band.id)), you.id if you else None)
