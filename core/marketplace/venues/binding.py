"""Binding a venue to a server, channel or group, so that nobody there has to name it; and unbinding."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.access import VenueRight
from core.bands import Binding, BindingKind
from core.bands.binding import Managed
from core.journal import Act
from core.marketplace.venues import Venue
from core.marketplace.venues.changes import VenueBoundFacts, VenueUnboundFacts
from core.marketplace.venues.creation import reached_venue
from core.marketplace.venues.refusals import (
    ChatManagersOnly,
    NoChatForVenue,
    NoVenueBound,
    VenueBindingTaken,
)
from core.marketplace.venues.store import VenueUnit


@dataclass(frozen=True, slots=True)
class VenueBound:
    """The venue is meant there without being named."""

    venue: Venue
    place: BindingKind
    before: bool
    """It was already bound there."""


@dataclass(frozen=True, slots=True)
class VenueUnbound:
    """No venue is bound there any longer."""

    venue: Venue
    place: BindingKind


async def bind_venue(
    unit: VenueUnit, act: Act, venue: Venue, here: Sequence[Binding], *, managed: Managed
) -> VenueBound:
    """Bind the venue to the narrowest chat here that the caller manages.

    A server often belongs to a band or to many: a venue takes the channel, unless only more is managed.
    Raises NoChatForVenue, ChatManagersOnly, VenueBindingTaken.
    """
    if not here:
        raise NoChatForVenue
    bound = await unit.venues.bound_to(here[:1])
    if bound is not None and bound.id == venue.id:
        return VenueBound(venue, here[0].kind, before=True)
    if bound is not None:
        raise VenueBindingTaken(bound.name)
    binding = next((each for each in here if each.kind in managed), None)
    if binding is None:
        raise ChatManagersOnly(here[0].kind)
    taken = await unit.venues.bound_to([binding])
    if taken is not None and taken.id != venue.id:
        raise VenueBindingTaken(taken.name)
    if taken is None:
        await unit.venues.bind(venue.id, binding)
        await unit.journal.record(act, VenueBoundFacts(venue.id, binding.kind))
    return VenueBound(venue, binding.kind, before=taken is not None)


async def unbind_venue_here(
    unit: VenueUnit, act: Act, here: Sequence[Binding], *, managed: Managed
) -> VenueUnbound:
    """Remove the narrowest binding that a venue has here, as its promoter or as the chat's manager.

    Raises NoChatForVenue, NoVenueBound, NotAPromoter.
    """
    if not here:
        raise NoChatForVenue
    for binding in here:
        venue = await unit.venues.bound_to([binding])
        if venue is not None:
            break
    else:
        raise NoVenueBound
    if binding.kind not in managed:
        await reached_venue(unit, act, venue.id, VenueRight.EDIT)
    await unit.venues.unbind(binding)
    await unit.journal.record(act, VenueUnboundFacts(venue.id, binding.kind))
    return VenueUnbound(venue, binding.kind)
