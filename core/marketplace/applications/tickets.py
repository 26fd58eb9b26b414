"""What a venue says of a night's tickets: where they are, what they cost, whether they are gone.

The bands that are booked for the night are told of each change once, as a difference: they sell it, too.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from core.bands.addresses import NoAddress, read_address
from core.ids import ChangeId, EventId
from core.journal import Act
from core.marketplace.applications import Application, ApplicationStage
from core.marketplace.applications.nights import told_of
from core.marketplace.applications.notices import TicketsNews
from core.marketplace.applications.parties import letters
from core.marketplace.applications.store import ApplicationUnit
from core.marketplace.events import Event
from core.marketplace.events.changes import TicketsChanged
from core.marketplace.posts.values import Tickets, TicketSale
from core.marketplace.tickets.nights import TicketCard, night_on_sale
from core.marketplace.tickets.refusals import NoTicketPage

Edit = Callable[[Tickets], Tickets]
"""What is said of a night's tickets, from what was said before."""


@dataclass(frozen=True, slots=True)
class TicketsEdited:
    """Something else is said of a night's tickets."""

    card: TicketCard
    before: Tickets | None
    change: ChangeId
    told: int
    """How many booked bands are told."""


async def edit_tickets(
    unit: ApplicationUnit, act: Act, which: EventId, edit: Edit
) -> TicketsEdited | TicketCard:
    """Say something else of a night's tickets; the card alone where that was said already.

    Raises Gone, NotAPromoter, NoTicketsThen, NightPast.
    """
    card = await night_on_sale(unit, act, which)
    old = card.event.terms.tickets
    edited = edit(old or Tickets())
    new = edited if edited != Tickets() else None
    if new == old:
        return replace(card, before=True)
    now = await saved(unit, act, card.event, new)
    change = await unit.journal.record(act, TicketsChanged(card.venue.id, (which,), old, new))
    told = await tell_bands_booked(unit, act, now, change, undone=False)
    return TicketsEdited(replace(card, event=now), old, change, told)


def with_link(words: str) -> Edit:
    """The page where tickets are. Raises NoTicketPage for what is no web address."""
    try:
        link = str(read_address(words.strip().strip("<>")))
    except NoAddress as error:
        raise NoTicketPage(words) from error
    return lambda tickets: replace(tickets, link=link)


def without_link(tickets: Tickets) -> Tickets:
    """Nothing of where and when they are sold; the prices stand."""
    return replace(tickets, link=None, on_sale=None, sale=TicketSale.ON_SALE)


def priced(price: Tickets) -> Edit:
    """These prices, and no others."""
    return lambda tickets: replace(
        tickets, advance=price.advance, advance_most=price.advance_most, door=price.door, free=price.free
    )


def for_free(tickets: Tickets) -> Tickets:
    """Free entry."""
    return replace(priced(Tickets(free=True))(tickets), sale=TicketSale.ON_SALE)


def sold_as(sale: TicketSale) -> Edit:
    """How the sale stands; only free tickets that are gone stay free."""

    def edit(tickets: Tickets) -> Tickets:
        return replace(tickets, sale=sale, free=tickets.free and sale is TicketSale.SOLD_OUT)

    return edit


def on_sale_at(at: datetime | None) -> Edit:
    """When the sale begins: naive wall time at the venue; None: that is not said."""
    return lambda tickets: replace(tickets, on_sale=at)


async def saved(unit: ApplicationUnit, act: Act, event: Event, tickets: Tickets | None) -> Event:
    """The night, kept with these tickets."""
    now = replace(event, terms=replace(event.terms, tickets=tickets))
    await unit.events.replace(now, at=act.at)
    return now


async def tell_bands_booked(
    unit: ApplicationUnit, act: Act, event: Event, change: ChangeId, *, undone: bool
) -> int:
    """Letters to those who play that night; how many bands that are."""
    found = [each for each, _ in await unit.applications.of_events([event.id]) if _plays(each, act)]
    key = f"tickets:{change}:{act.cause}"
    out = [
        letter
        for each, people in await told_of(unit, found)
        for letter in letters(act, TicketsNews(change, each.id, undone), people, f"{key}:{each.id}")
    ]
    await unit.outbox.put_all(out)
    return len(found)


def _plays(application: Application, act: Act) -> bool:
    return application.stage(act.at) is ApplicationStage.CONFIRMED
