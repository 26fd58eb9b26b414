"""Binding a band to a server, channel or group, so that nobody there has to name it; and unbinding."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.bands import Band, Bound, PlaceKind
from core.bands.members import owning
from core.bands.refusals import ManagersOnly, NotAMember, NothingToBind, PlaceFree, PlaceTaken
from core.bands.store import BandUnit
from core.journal import Act, ChangeKind


@dataclass(frozen=True, slots=True)
class BandBound:
    """Nobody has to name the band there any more."""

    band: Band
    place: PlaceKind
    before: bool
    """It was so already."""


@dataclass(frozen=True, slots=True)
class BandUnbound:
    """The place is nobody's any more."""

    band: Band
    place: PlaceKind


async def free_place(unit: BandUnit, places: Sequence[Bound], *, manages: bool) -> Bound | None:
    """The widest of the places that is free and may be bound (product.md, Defaults: binding)."""
    free = [place for place in places if await unit.bands.bound_to([place]) is None]
    servers = [place for place in free if place.kind is PlaceKind.SERVER and manages]
    others = [place for place in free if place.kind is not PlaceKind.SERVER]
    return next(iter(servers + others), None)


async def bind_band(
    unit: BandUnit,
    act: Act,
    band: Band,
    places: Sequence[Bound],
    *,
    manages: bool,
    wanted: PlaceKind | None,
) -> BandBound:
    """Bind the band to where the person is: to `wanted`, else to the widest place that may be had.

    Raises NothingToBind, ManagersOnly, PlaceTaken.
    """
    meant = [place for place in places if wanted in (None, place.kind)]
    if not meant:
        raise NothingToBind
    bound = await unit.bands.bound_to(meant if wanted else meant[:1])
    if bound is not None and bound.id != band.id:
        raise PlaceTaken(bound.name)
    bound = await unit.bands.bound_to(meant)
    if bound is not None and bound.id == band.id:
        kinds = [place.kind for place in meant if await unit.bands.bound_to([place])]
        return BandBound(band, kinds[0], before=True)
    place = await free_place(unit, meant, manages=manages)
    if place is None:
        raise ManagersOnly
    await unit.bands.bind(band.id, place)
    await unit.journal.record(act, ChangeKind.BAND_BOUND, {"band": band.id, "place": place.kind.value})
    return BandBound(band, place.kind, before=False)


async def unbind_here(unit: BandUnit, act: Act, places: Sequence[Bound], *, manages: bool) -> BandUnbound:
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
        raise PlaceFree
    if not manages:
        members = await unit.bands.members(band.id)
        mine = next((each for each in members if each.person == act.person), None)
        if mine is None:
            raise NotAMember(band.name)
        owning(band, mine, members)
    await unit.bands.unbind(place)
    await unit.journal.record(act, ChangeKind.BAND_UNBOUND, {"band": band.id, "place": place.kind.value})
    return BandUnbound(band, place.kind)
