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
"""Which of the server, channel or group around them a person manages."""


@dataclass(frozen=True, slots=True)
class BandBound:
    """The band is meant there without being named."""

    band: Band
    place: BindingKind
    before: bool
    """It was already bound there."""


@dataclass(frozen=True, slots=True)
class BandUnbound:
    """No band is bound there any longer."""

    band: Band
    place: BindingKind


@dataclass(frozen=True, slots=True)
class Unbound:
    """The reason why a new band was not bound to the chat in which it was made."""

    place: BindingKind
    """The narrowest binding there, or the one that another band has."""
    holder: str | None
    """The band that is bound there; None: none is, but the new band's maker does not manage it."""
    narrower: bool = False
    """The server is bound to another band, but the maker may still bind the channel alone."""


async def binding_for_new(
    unit: BandUnit, here: Sequence[Binding], managed: Managed
) -> Binding | Unbound | None:
    """The binding that a new band gets unasked: the widest that its maker manages, if no band is bound yet.

    None: there is nothing that a band could be bound to.
    """
    for binding in here:
        holder = await unit.bands.bound_to([binding])
        if holder is not None:
            narrower = binding is not here[0] and here[0].kind in managed
            return Unbound(binding.kind, holder.name, narrower)
    if not here:
        return None
    return _widest(here, managed) or Unbound(here[0].kind, None)


async def _widest_free(unit: BandUnit, here: Sequence[Binding], managed: Managed) -> Binding | None:
    """The widest binding that no band has and that the person manages."""
    free = [binding for binding in here if await unit.bands.bound_to([binding]) is None]
    return _widest(free, managed)


def _widest(bindings: Sequence[Binding], managed: Managed) -> Binding | None:
    return next((binding for binding in reversed(bindings) if binding.kind in managed), None)


async def bind_band(
    unit: BandUnit,
    act: Act,
    band: Band,
    here: Sequence[Binding],
    *,
    managed: Managed,
    wanted: BindingKind | None,
) -> BandBound:
    """Bind the band where the person is: to `wanted`, else to the widest free binding that they manage.

    Raises NothingToBind, ManagersOnly, BindingTaken.
    """
    meant = [binding for binding in here if wanted in (None, binding.kind)]
    if not meant:
        raise NothingToBind
    bound = await unit.bands.bound_to(meant if wanted else meant[:1])
    if bound is not None and bound.id != band.id:
        raise BindingTaken(bound.name)
    bound = await unit.bands.bound_to(meant)
    if bound is not None and bound.id == band.id:
        kinds = [binding.kind for binding in meant if await unit.bands.bound_to([binding])]
        return BandBound(band, kinds[0], before=True)
    free = await _widest_free(unit, meant, managed)
    if free is None:
        raise ManagersOnly(meant[0].kind, narrower=wanted is not None and here[0].kind in managed)
    await unit.bands.bind(band.id, free)
    await unit.journal.record(act, BandBoundFacts(band.id, free.kind))
    return BandBound(band, free.kind, before=False)


async def unbind_here(unit: BandUnit, act: Act, here: Sequence[Binding], *, managed: Managed) -> BandUnbound:
    """Remove the narrowest binding that a band has here, as the band's owner or as the chat's manager.

    Raises NothingToBind, NothingBound, NotAMember, OwnersOnly.
    """
    if not here:
        raise NothingToBind
    for binding in here:
        band = await unit.bands.bound_to([binding])
        if band is not None:
            break
    else:
        raise NothingBound
    if binding.kind not in managed:
        members = await unit.bands.members(band.id)
        mine = next((each for each in members if each.person == act.person), None)
        if mine is None:
            raise NotAMember(band.name)
        owning(band, mine, members)
    await unit.bands.unbind(binding)
    await unit.journal.record(act, BandUnboundFacts(band.id, binding.kind))
    return BandUnbound(band, binding.kind)
