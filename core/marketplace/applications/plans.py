"""Undoing and redoing what was said of a night's tickets: any of the venue's promoters may."""

from dataclasses import dataclass

from core.access import VenueRight
from core.journal import Act, Change, ChangeFacts, Gone, Superseded
from core.marketplace.applications.store import ApplicationUnit
from core.marketplace.applications.tickets import saved, tell_bands_booked
from core.marketplace.events.changes import TicketsChanged
from core.marketplace.tickets.nights import TicketCard, night_on_sale
from core.marketplace.venues.creation import reached_venue
from core.plans import Direction, Plans, UndoPlan


@dataclass(frozen=True, slots=True)
class TicketsTurned:
    """A change of a night's tickets was undone or redone."""

    card: TicketCard
    change: Change[TicketsChanged]
    undone: bool
    """Undone, rather than redone."""
    before: bool
    """It already was; nothing changed now."""


async def tickets_after(
    unit: ApplicationUnit, change: Change[ChangeFacts], *, undone: bool, before: bool
) -> TicketsTurned:
    """The tickets as they stand after a change was undone or redone. Raises Gone."""
    facts = change.facts
    if not isinstance(facts, TicketsChanged):
        raise Gone
    event = await unit.events.get(facts.events[0])
    venue = await unit.venues.get(facts.venue)
    if event is None or venue is None:
        raise Gone
    counted = await unit.countings.of_events([event.id])
    card = TicketCard(venue, event, counted.get(event.id))
    edit: Change[TicketsChanged] = Change(
        change.id, change.person, change.cause, change.at, facts, change.undone
    )
    return TicketsTurned(card, edit, undone, before)


async def _turn(
    unit: ApplicationUnit, act: Act, change: Change[TicketsChanged], direction: Direction
) -> None:
    card = await night_on_sale(unit, act, change.facts.events[0])
    expected, target = direction.ends(change.facts.old, change.facts.new)
    if card.event.terms.tickets != expected:
        raise Superseded(TicketsChanged)
    now = await saved(unit, act, card.event, target)
    await tell_bands_booked(unit, act, now, change.id, undone=direction is Direction.BACK)


async def _allowed(unit: ApplicationUnit, act: Act, change: Change[TicketsChanged]) -> None:
    await reached_venue(unit, act, change.facts.venue, VenueRight.POST)


PLANS: Plans[ApplicationUnit] = {TicketsChanged: UndoPlan(_turn, _allowed)}
"""The kinds of change of a night that can be undone."""
