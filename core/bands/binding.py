"""Binding a band to a server, channel or group, so that nobody there has to name it; and unbinding."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from core.bands import Band, Binding, BindingKind
from core.bands.changes import BandBoundFacts, BandUnboundFacts
from core.bands.members import owning
from core.bands.refusals import BindingTaken, ManagersOnly, NotAMember, NothingBound, NothingToBind
from core.bands.store import BandUnit
from core.journal import Act

Managed = Collection[BindingKind]
"""What a person manages of where they are."""


@dataclass(frozen=True, slots=True)
class BandBound:
    """Nobody has to name the band there any more."""

    band: Band
    place: BindingKind
    before: bool
    """It was so already."""


@dataclass(frozen=True, slots=True)
class BandUnbound:
    """The place is nobody's any more."""

    band: Band
    place: BindingKind


@dataclass(frozen=True, slots=True)
class Unbound:
    """Why a new band was bound to nothing where it was made."""

    place: BindingKind
    """The narrowest place there, or the one that another band has."""
    holder: str | None
    """The band whose place it is; None: the place is free, but its maker does not manage it."""
    narrower: bool = False
    """The server is another band's, and its maker may still bind the channel alone."""


async def place_for_new(
    unit: BandUnit, places: Sequence[Binding], managed: Managed
) -> Binding | Unbound | None:
    """Where a new band is bound unasked: the widest place that its maker manages, if no band is there yet.

    None: there is nothing that a band could be bound to.
    """
    for place in places:
        holder = await unit.bands.bound_to([place])
        if holder is not None:
            narrower = place is not places[0] and places[0].kind in managed
            return Unbound(place.kind, holder.name, narrower)
    if not places:
        return None
    return _widest(places, managed) or Unbound(places[0].kind, None)


async def _free_place(unit: BandUnit, places: Sequence[Binding], managed: Managed) -> Binding | None:
    """The widest of the places that is free and that who manages it may bind."""
    free = [place for place in places if await unit.bands.bound_to([place]) is None]
    return _widest(free, managed)


def _widest(places: Sequence[Binding], managed: Managed) -> Binding | None:
    return next((place for place in reversed(places) if place.kind in managed), None)


async def bind_band(
    unit: BandUnit,
    act: Act,
    band: Band,
    places: Sequence[Binding],
    *,
    managed: Managed,
    wanted: BindingKind | None,
) -> BandBound:
    """Bind the band to where the person is: to `wanted`, else to the widest free place that they manage.

    Raises NothingToBind, ManagersOnly, PlaceTaken.
    """
    meant = [place for place in places if wanted in (None, place.kind)]
    if not meant:
        raise NothingToBind
    bound = await unit.bands.bound_to(meant if wanted else meant[:1])
    if bound is not None and bound.id != band.id:
        raise BindingTaken(bound.name)
    bound = await unit.bands.bound_to(meant)
    if bound is not None and bound.id == band.id:
        kinds = [place.kind for place in meant if await unit.bands.bound_to([place])]
        return BandBound(band, kinds[0], before=True)
    place = await _free_place(unit, meant, managed)
    if place is None:
        raise ManagersOnly(meant[0].kind, narrower=wanted is not None and places[0].kind in managed)
    await unit.bands.bind(band.id, place)
    await unit.journal.record(act, BandBoundFacts(band.id, place.kind))
    return BandBound(band, place.kind, before=False)


async def unbind_here(
    unit: BandUnit, act: Act, places: Sequence[Binding], *, managed: Managed
) -> BandUnbound:
    """Free the narrowest place that is bound: as the band's owner, or as who manages the place.

    Raises NothingToBind, PlaceFree, NotAMember, OwnersOnly.
    """
    if not places:
        raise NothingToBind
    for place in places:
        band = await unit.bands.bound_to([place])
        if band is not None:
            break
    else:
        raise NothingBound
    if place.kind not in managed:
        members = await unit.bands.members(band.id)
        mine = next((each for each in members if each.person == act.person), None)
        if mine is None:
            raise NotAMember(band.name)
        owning(band, mine, members)
    await unit.bands.unbind(place)
    await unit.journal.record(act, BandUnboundFacts(band.id, place.kind))
    return BandUnbound(band, place.kind)
