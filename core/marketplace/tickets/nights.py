"""A night with its tickets, for those who sell them and those who look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.access import VenueRight
from core.ids import EventId
from core.journal import Act, Gone
from core.marketplace.events import Event, EventState
from core.marketplace.events.refusals import NightPast, NoTicketsThen
from core.marketplace.events.times import night_times
from core.marketplace.tickets import Counting, Viewers
from core.marketplace.tickets.store import TicketUnit
from core.marketplace.venues import Venue
from core.marketplace.venues.creation import reached_venue


@dataclass(frozen=True, slots=True)
class TicketCard:
    """A night's tickets as its promoters see them."""

    venue: Venue
    event: Event
    counting: Counting | None
    """None: they are not counted."""
    before: bool = False
    """It was like this already; nothing changed now."""


async def ticket_card(unit: TicketUnit, act: Act, which: EventId) -> TicketCard:
    """The tickets of a night. Raises Gone, NotAPromoter, NoTicketsThen, NightPast."""
    event = await unit.events.get(which)
    if event is None:
        raise Gone
    venue = await _venue(unit, act, event)
    counted = await unit.countings.of_events([which])
    return TicketCard(venue, event, counted.get(which))


async def night_on_sale(unit: TicketUnit, act: Act, which: EventId) -> TicketCard:
    """The same under the lock of the night, to change something about it."""
    await unit.events.lock(which)
    return await ticket_card(unit, act, which)


async def _venue(unit: TicketUnit, act: Act, event: Event) -> Venue:
    venue, _ = await reached_venue(unit, act, event.venue, VenueRight.POST)
    if event.state is not EventState.PUBLISHED:
        raise NoTicketsThen(venue.name, event.day, cancelled=event.state is EventState.CANCELLED)
    if night_times(event).ends_at <= act.at:
        raise NightPast(event.day)
    return venue


async def counts_for(
    unit: TicketUnit, viewers: Viewers, events: Sequence[EventId]
) -> Mapping[EventId, Counting]:
    """The counts of these nights that such people see, read in one statement. Others are left out."""
    found = await unit.countings.of_events(events) if events else {}
    return {event: each for event, each in found.items() if each.seen_by(viewers)}
