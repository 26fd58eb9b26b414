"""Editing a venue's profile; each edit records the old values, so that it can be undone."""

from dataclasses import dataclass, replace

from core.access import VenueRight
from core.ids import ChangeId, VenueId
from core.journal import Act
from core.marketplace.venues import Venue
from core.marketplace.venues.changes import VenueEditedFacts
from core.marketplace.venues.creation import reached_venue
from core.marketplace.venues.state import VenueState, profile_with, venue_state
from core.marketplace.venues.store import VenueUnit


@dataclass(frozen=True, slots=True)
class VenueSheet:
    """All of a venue that can be edited, to show it."""

    venue: Venue


@dataclass(frozen=True, slots=True)
class VenueEdited:
    """The venue's profile was changed."""

    venue: Venue
    """As it is from now on."""
    fields: tuple[str, ...]
    """The fields that were to change, by the names in state.py."""
    change: ChangeId | None
    """None: they had these values already, and nothing has changed."""


async def edit_venue(unit: VenueUnit, act: Act, venue: VenueId, new: VenueState) -> VenueEdited:
    """Change some of a venue's facts. Raises Gone, NotAPromoter."""
    await unit.venues.lock(venue)
    now, _ = await reached_venue(unit, act, venue, VenueRight.EDIT)
    before = venue_state(now.profile)
    changed = {field: value for field, value in new.items() if before[field] != value}
    if not changed:
        return VenueEdited(now, tuple(new), None)
    after = await save_venue(unit, now, changed)
    old = {field: before[field] for field in changed}
    change = await unit.journal.record(act, VenueEditedFacts(venue, old, changed))
    return VenueEdited(after, tuple(new), change)


async def save_venue(unit: VenueUnit, venue: Venue, new: VenueState) -> Venue:
    """Store the venue with those facts changed."""
    after = replace(venue, profile=profile_with(venue.profile, new))
    await unit.venues.set_profile(after)
    return after
