"""Making a band, and showing it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.bands import NAME_LIMIT, Band, Binding, BindingKind, Membership, Role
from core.bands.binding import Managed, Unbound, binding_for_new
from core.bands.changes import BandMadeFacts
from core.bands.names import visible
from core.bands.refusals import NameNotUsable
from core.bands.store import BandUnit
from core.ids import PersonId
from core.journal import Act
from core.people import Person
from core.stars import RatingSummary


@dataclass(frozen=True, slots=True)
class BandMade:
    """A band was made, and the caller owns it."""

    band: Band
    bound: BindingKind | None
    """The kind of chat it was bound to; None: to nothing."""
    zone_taken: str | None
    """The band's zone, when the caller had none and was given it."""
    unbound: Unbound | None = None
    """Why it was not bound where it could have been."""


@dataclass(frozen=True, slots=True)
class BandCard:
    """A band and who plays in it."""

    band: Band
    members: tuple[Membership, ...]
    you: PersonId | None
    """The reader; None: everybody in the chat."""
    rated: RatingSummary = field(default_factory=RatingSummary)
    """What venues say of it."""


async def make_band(
    unit: BandUnit,
    act: Act,
    *,
    name: str,
    city: str | None,
    zone: str,
    genres: Sequence[str],
    here: Sequence[Binding],
    managed: Managed,
) -> BandMade:
    """Make a band owned by the caller, bound to the widest binding here that they manage.

    Nothing is bound where another band already is. Raises NameNotUsable.
    """
    name = " ".join(name.split())
    if len(name) > NAME_LIMIT or not visible(name):
        raise NameNotUsable
    found = await binding_for_new(unit, here, managed)
    binding = found if isinstance(found, Binding) else None
    band = await unit.bands.make(name=name, city=city, zone=zone, genres=genres, at=act.at)
    await unit.bands.add_member(band, act.person, role=Role.OWNER, part=None, required=True, at=act.at)
    if binding is not None:
        await unit.bands.bind(band, binding)
    await unit.people.set_last_band(act.person, band)
    taken = zone if (await unit.people.get(act.person)).zone is None else None
    if taken:
        await unit.people.set_zone(act.person, taken)
    await unit.journal.record(act, BandMadeFacts(band, binding.kind if binding else None))
    made = Band(band, name, city, zone, tuple(genres))
    unbound = found if isinstance(found, Unbound) else None
    return BandMade(made, binding.kind if binding else None, taken, unbound)


async def show(unit: BandUnit, band: Band, you: Person | None) -> BandCard:
    """The band and its members."""
    return BandCard(band, tuple(await unit.bands.members(band.id)), you.id if you else None)
