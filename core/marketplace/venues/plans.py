"""Undoing and redoing an edit of a venue: any of its promoters may."""

from dataclasses import dataclass

from core.access import VenueRight
from core.journal import Act, Change, ChangeFacts, Gone, Superseded
from core.marketplace.venues import Venue
from core.marketplace.venues.changes import VenueEditedFacts
from core.marketplace.venues.creation import reached_venue
from core.marketplace.venues.edits import save_venue
from core.marketplace.venues.state import venue_state
from core.marketplace.venues.store import VenueUnit
from core.plans import Direction, Plans, UndoPlan


@dataclass(frozen=True, slots=True)
class VenueTurned:
    """An edit of a venue was undone or redone."""

    venue: Venue
    """As it stands now."""
    change: Change[VenueEditedFacts]
    undone: bool
    """Undone, rather than redone."""
    before: bool
    """It already was; nothing changed now."""


async def venue_after(
    unit: VenueUnit, change: Change[ChangeFacts], *, undone: bool, before: bool
) -> VenueTurned:
    """The venue as it stands after an edit was undone or redone. Raises Gone."""
    facts = change.facts
    venue = await unit.venues.get(facts.venue) if isinstance(facts, VenueEditedFacts) else None
    if venue is None or not isinstance(facts, VenueEditedFacts):
        raise Gone
    edit: Change[VenueEditedFacts] = Change(
        change.id, change.person, change.cause, change.at, facts, change.undone
    )
    return VenueTurned(venue, edit, undone, before)


async def _allowed(unit: VenueUnit, act: Act, change: Change[VenueEditedFacts]) -> None:
    await reached_venue(unit, act, change.facts.venue, VenueRight.EDIT)


async def _edit(unit: VenueUnit, act: Act, change: Change[VenueEditedFacts], direction: Direction) -> None:
    await unit.venues.lock(change.facts.venue)
    venue, _ = await reached_venue(unit, act, change.facts.venue, VenueRight.EDIT)
    expected, target = direction.ends(change.facts.old, change.facts.new)
    state = venue_state(venue.profile)
    if any(state.get(field) != value for field, value in expected.items()):
        raise Superseded(VenueEditedFacts)
    await save_venue(unit, venue, target)


PLANS: Plans[VenueUnit] = {VenueEditedFacts: UndoPlan(_edit, _allowed)}
"""The kinds of change of a venue that can be undone."""
