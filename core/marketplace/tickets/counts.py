"""The counts of nights, as far as people may see them."""

from collections.abc import Mapping, Sequence

from core.ids import EventId
from core.marketplace.tickets import Counting, Viewers
from core.marketplace.tickets.store import TicketUnit


async def counts_for(
    unit: TicketUnit, viewers: Viewers, events: Sequence[EventId]
) -> Mapping[EventId, Counting]:
    """The counts of these nights that such people see, read in one statement. Others are left out."""
    if not events:
        return {}
    found = await unit.countings.of_events(events)
    return {event: each for event, each in found.items() if each.seen_by(viewers)}
