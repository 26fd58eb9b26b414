"""Having a night's tickets counted: the provider's token, who sees the counts, and an end of it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.ids import CountingId, EventId
from core.journal import Act
from core.marketplace.tickets import Counting, CountsSource, NewCounting, Viewers
from core.marketplace.tickets.changes import CountsEntered, CountsForgottenFacts, CountsShown
from core.marketplace.tickets.nights import TicketCard, night_on_sale
from core.marketplace.tickets.refusals import NotCountedYet
from core.marketplace.tickets.store import TicketUnit

BETWEEN = timedelta(seconds=30)
"""However many ask for it, a provider is asked about one night no more often than this."""


@dataclass(frozen=True, slots=True)
class CountsAsked:
    """A provider has been entered, or is asked again: the counts come within a minute."""

    card: TicketCard
    entered: bool
    """A token was given just now."""


@dataclass(frozen=True, slots=True)
class CountsForgotten:
    """The token and the counts are removed."""

    card: TicketCard


async def enter(unit: TicketUnit, act: Act, which: EventId, source: CountsSource, token: str) -> CountsAsked:
    """Have a night's tickets counted with that token; it takes the place of another.

    Raises Gone, NotAPromoter, NoTicketsThen, NightPast.
    """
    card = await night_on_sale(unit, act, which)
    new = NewCounting(which, source, act.person, act.at)
    if card.counting is None:
        await unit.countings.add(new, token=token)
    else:
        await unit.countings.renew(card.counting.id, new, token=token)
    await unit.journal.record(act, CountsEntered(card.venue.id, (which,), source.provider))
    return CountsAsked(await _now(unit, card), entered=True)


async def show_to(unit: TicketUnit, act: Act, which: EventId, viewers: Viewers) -> TicketCard:
    """Choose who sees the counts. Raises Gone, NotAPromoter, NoTicketsThen, NightPast, NotCountedYet."""
    card, counting = await _counted(unit, act, which)
    if counting.viewers is viewers:
        return replace(card, before=True)
    await unit.countings.set_viewers(counting.id, viewers)
    facts = CountsShown(card.venue.id, (which,), counting.viewers, viewers)
    await unit.journal.record(act, facts)
    return await _now(unit, card)


async def ask_now(unit: TicketUnit, act: Act, which: EventId) -> CountsAsked:
    """Have the provider asked now. Raises as `show_to`."""
    card, counting = await _counted(unit, act, which)
    await unit.countings.hasten(counting.id, due_at=soonest(counting, act.at))
    return CountsAsked(card, entered=False)


async def forget(unit: TicketUnit, act: Act, which: EventId) -> CountsForgotten | TicketCard:
    """Remove the token and the counts. Raises Gone, NotAPromoter, NoTicketsThen, NightPast."""
    card = await night_on_sale(unit, act, which)
    if card.counting is None:
        return replace(card, before=True)
    await unit.countings.forget(card.counting.id)
    await unit.journal.record(act, CountsForgottenFacts(card.venue.id, (which,)))
    return CountsForgotten(replace(card, counting=None))


def soonest(counting: Counting, now: datetime) -> datetime:
    """When the provider may be asked at the soonest."""
    asked = now if counting.asked_at is None else counting.asked_at + BETWEEN
    return max(now, asked, counting.rests_until or now)


async def hasten(unit: TicketUnit, which: CountingId, *, now: datetime) -> None:
    """A provider says that something has changed: it is asked soon, and nothing else is believed."""
    counting = await unit.countings.get(which)
    if counting is not None:
        await unit.countings.hasten(which, due_at=soonest(counting, now))


async def _counted(unit: TicketUnit, act: Act, which: EventId) -> tuple[TicketCard, Counting]:
    card = await night_on_sale(unit, act, which)
    if card.counting is None:
        raise NotCountedYet
    return card, card.counting


async def _now(unit: TicketUnit, card: TicketCard) -> TicketCard:
    found = await unit.countings.of_events([card.event.id])
    return replace(card, counting=found.get(card.event.id))
