"""/tickets: where a night's tickets are, what they cost, whether they are gone."""

import re
from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import KeptField, PickField, TextField, WordsField
from bots.chat.buttons.tickets import AskTicketFact, SetTicketSort, ShowTickets, TakeTicketLink
from bots.chat.commands.market.meant import dates_meant
from bots.chat.commands.market.ticket_counts import entered
from bots.chat.contexts import venue_context
from bots.chat.conversations import Ask, Option
from bots.chat.results.market import DateMeant
from bots.chat.results.tickets import (
    TICKET_FACTS,
    TICKET_SORTS,
    NothingSaid,
    TicketFact,
    TicketFactAsked,
    TicketNightUnclear,
    TicketSort,
)
from bots.chat.turn import Turn
from core import formats
from core.ids import EventId
from core.journal import Gone
from core.marketplace.applications import tickets as selling
from core.marketplace.applications.tickets import TicketsEdited
from core.marketplace.events import Event, EventState
from core.marketplace.events.refusals import NoSuchDate
from core.marketplace.events.times import night_times
from core.marketplace.posts.values import Tickets, TicketSale
from core.marketplace.tickets.counting import CountsAsked
from core.marketplace.tickets.nights import TicketCard, ticket_card
from core.marketplace.tickets.reading import price_of, sale_begins
from core.marketplace.tickets.refusals import NoTicketPage
from core.moments import to_exact
from core.scheduling.commitments.clashes import LOOKAHEAD

_SORTS = {
    TicketSort.ON_SALE: selling.sold_as(TicketSale.ON_SALE),
    TicketSort.FREE: selling.for_free,
    TicketSort.PRESALE: selling.sold_as(TicketSale.PRESALE),
    TicketSort.SOLD_OUT: selling.sold_as(TicketSale.SOLD_OUT),
}
NOTHING = "-"
_CHOICES = 12
_ADDRESS = re.compile(r"\b[a-z][a-z\d+.-]*://\S+|\bwww\.\S+|\b(?:[\w-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)


def _event(kept: str) -> EventId:
    return EventId(int(kept))


@dataclass(frozen=True, slots=True)
class TicketsArguments:
    """One of the venue's nights, and the page of its tickets; and what buttons have asked for."""

    event: Annotated[
        str | None, WordsField("For which of your dates?", "Fri 11 Dec", preview=False, limit=600)
    ] = None
    url: Annotated[
        str | None, TextField("Where are the tickets?", "https://pretix.eu/heron/friday", limit=600)
    ] = None
    venue: Annotated[str | None, PickField("At which venue?", "venue")] = None
    night: Annotated[EventId | None, KeptField(_event)] = None
    link: Annotated[str | None, KeptField()] = None
    price: Annotated[str | None, KeptField()] = None
    on_sale: Annotated[str | None, KeptField()] = None
    source: Annotated[str | None, KeptField()] = None
    """Where the tickets are counted, as typed."""
    token: Annotated[str | None, KeptField()] = None
    """Never kept with a question: it is the last thing that is asked for."""


async def tickets(ask: TicketsArguments, turn: Turn) -> TicketsEdited | TicketCard | CountsAsked | Ask:
    """Show a night's tickets, or say something of them."""
    words, link = _apart(ask)
    which = ask.night or await _meant(words, link, turn)
    if isinstance(which, Ask):
        return which
    if ask.source is not None or ask.token is not None:
        return await entered(which, ask.source, ask.token, turn)
    for fact in TICKET_FACTS:
        said = getattr(ask, fact.value)
        if said is not None:
            return await _said(which, fact, said, turn)
    if link is not None:
        return await selling.edit_tickets(turn.unit, turn.act, which, selling.with_link(link))
    return await ticket_card(turn.unit, turn.act, which)


def _apart(ask: TicketsArguments) -> tuple[str, str | None]:
    """The words for the night, and the address, which people type behind them."""
    words = ask.event or ""
    found = _ADDRESS.search(words) if ask.url is None else None
    if found is None:
        return words, ask.url
    return f"{words[: found.start()]} {words[found.end() :]}".strip(), found[0]


async def _meant(words: str, link: str | None, turn: Turn) -> EventId | Ask:
    """The night that is meant; asks where it could be several, or none was named."""
    if link is not None:
        selling.with_link(link)  # a link that is none is refused before anything is asked
    venue = turn.the_venue
    nights = await turn.unit.events.of_venue(venue.id, start=turn.now, end=turn.now + LOOKAHEAD)
    dates = [(each, venue) for each in nights]
    if words:
        found = dates_meant(words, dates, venue_context(turn, venue.zone))
        if not found:
            raise NoSuchDate(words)
    else:
        found = [each for each in dates if each[0].state is EventState.PUBLISHED]
    if words and len(found) == 1:
        return found[0][0].id
    kept = {"url": link} if link is not None else {}
    options = tuple(Option(DateMeant(*each), {**kept, "night": str(each[0].id)}) for each in found[:_CHOICES])
    return Ask("event", TicketNightUnclear(), options)


async def show(press: ShowTickets, turn: Turn) -> TicketCard:
    """[Tickets] under a night."""
    return await ticket_card(turn.unit, turn.act, press.event)


async def ask_fact(press: AskTicketFact, turn: Turn) -> Ask:
    """[Link], [Prices], [On sale from]."""
    if press.fact >= len(TICKET_FACTS):
        raise Gone
    card = await ticket_card(turn.unit, turn.act, press.event)
    return _asked(card, TICKET_FACTS[press.fact])


def _asked(card: TicketCard, fact: TicketFact, unread: str = "") -> Ask:
    given = {"night": str(card.event.id), "venue": str(card.venue.id)}
    there = fact is not TicketFact.LINK and _has(card.event.terms.tickets, fact)
    options = (Option(NothingSaid(), {fact.value: NOTHING}),) if there else ()
    about = TicketFactAsked(card, fact, unread)
    return Ask(fact.value, about, options, command="tickets", given=given)


def _has(tickets: Tickets | None, fact: TicketFact) -> bool:
    if tickets is None:
        return False
    if fact is TicketFact.ON_SALE:
        return tickets.on_sale is not None
    return tickets.free or tickets.advance is not None or tickets.door is not None


async def _said(which: EventId, fact: TicketFact, said: str, turn: Turn) -> TicketsEdited | TicketCard | Ask:
    """The answer to a question, or the same question again where it says nothing of the kind."""
    card = await ticket_card(turn.unit, turn.act, which)
    edit = _edit(card.event, fact, said, turn)
    if edit is None:
        return _asked(card, fact, said)
    return await selling.edit_tickets(turn.unit, turn.act, which, edit)


def _edit(event: Event, fact: TicketFact, said: str, turn: Turn) -> selling.Edit | None:
    context = venue_context(turn, event.zone)
    match fact:
        case TicketFact.LINK:
            try:
                return selling.with_link(said)
            except NoTicketPage:
                return None
        case TicketFact.PRICE:
            country = formats.regional("en", event.zone)
            price = Tickets() if said == NOTHING else price_of(said, context, locale=country)
            return None if price is None else selling.priced(price)
        case TicketFact.ON_SALE:
            at = None if said == NOTHING else sale_begins(said, context)
            late = at is not None and to_exact(at, event.zone) >= night_times(event).ends_at
            unread = late or (at is None and said != NOTHING)
            return None if unread else selling.on_sale_at(at)


async def sort(press: SetTicketSort, turn: Turn) -> TicketsEdited | TicketCard:
    """[On sale], [Free], [Presale], [Sold out]."""
    if press.sort >= len(TICKET_SORTS):
        raise Gone
    return await selling.edit_tickets(turn.unit, turn.act, press.event, _SORTS[TICKET_SORTS[press.sort]])


async def take_link(press: TakeTicketLink, turn: Turn) -> TicketsEdited | TicketCard:
    """[Take the link away]."""
    return await selling.edit_tickets(turn.unit, turn.act, press.event, selling.without_link)
