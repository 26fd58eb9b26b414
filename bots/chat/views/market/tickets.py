"""A night's tickets as its promoters see them: what is said of them, what has changed, what is asked."""

from bots.chat.buttons.conversation import RedoChange, UndoChange
from bots.chat.buttons.market import ShowNight
from bots.chat.buttons.tickets import AskTicketFact, SetTicketSort, ShowCounts, TakeTicketLink
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Facts,
    Line,
    Link,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    line,
    rows,
)
from bots.chat.results.tickets import (
    TICKET_FACTS,
    TICKET_SORTS,
    TicketFact,
    TicketFactAsked,
    TicketNightUnclear,
    TicketSort,
)
from bots.chat.turn import Reader
from bots.chat.views import QuestionText
from bots.chat.views.market.counts import counts_fact
from bots.chat.views.market.differences import ticket_differences
from bots.chat.views.market.words import parts_of_night
from core.marketplace.applications.plans import TicketsTurned
from core.marketplace.applications.tickets import TicketsEdited
from core.marketplace.posts.values import Tickets, TicketSale
from core.marketplace.tickets.nights import TicketCard
from presentation.nights.tickets import provider_words, ticket_facts

EXAMPLES = {
    TicketFact.LINK: "https://pretix.eu/heron/friday",
    TicketFact.PRICE: "£8 in advance, £10 on the door",
    TicketFact.ON_SALE: "Fri 4 Dec 10:00",
}
_ASKED = {
    TicketFact.LINK: "Where are the tickets for {night}?",
    TicketFact.PRICE: "What do tickets for {night} cost?",
    TicketFact.ON_SALE: "When do tickets for {night} go on sale?",
}
_UNREAD = {
    TicketFact.LINK: "{words} is no web address that everybody could open.",
    TicketFact.PRICE: "I find no price in {words}.",
    TicketFact.ON_SALE: "I find no day with a time before the night's end in {words}.",
}
_FACT_BUTTONS = {TicketFact.LINK: "Link", TicketFact.PRICE: "Prices", TicketFact.ON_SALE: "On sale from"}
_SORT_BUTTONS = {
    TicketSort.ON_SALE: "On sale",
    TicketSort.FREE: "Free",
    TicketSort.PRESALE: "Presale",
    TicketSort.SOLD_OUT: "Sold out",
}
_SORT_OF_SALE = {
    TicketSale.ON_SALE: TicketSort.ON_SALE,
    TicketSale.PRESALE: TicketSort.PRESALE,
    TicketSale.SOLD_OUT: TicketSort.SOLD_OUT,
}


def ticket_card(result: TicketCard, reader: Reader) -> Reply:
    """What is said of a night's tickets, and how many are sold."""
    title = reader.say("🎟 Tickets: {night}", **parts_of_night(result.event, result.venue, reader))
    blocks: list[Block] = []
    if result.before:
        blocks.append(Paragraph(reader.say("Nothing has changed: it was like this already.")))
    return Reply(title, (*blocks, *_said(result, reader)), _buttons(result, reader), Tone.BAND)


def tickets_edited(result: TicketsEdited, reader: Reader) -> Reply:
    """What has changed, as a difference, and who is told."""
    card = result.card
    title = reader.say("🎟 Changed: tickets for {night}", **parts_of_night(card.event, card.venue, reader))
    blocks: list[Block] = [Listing(tuple(ticket_differences(result.before, card.event, reader)))]
    if result.told:
        told = reader.plural(result.told, "1 booked band is told.", "{n} booked bands are told.")
        blocks.append(Paragraph(told))
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    return Reply(title, tuple(blocks), ((undo,), *_buttons(card, reader)), Tone.BAND)


def tickets_turned(result: TicketsTurned, reader: Reader) -> Reply:
    """A change was undone or redone."""
    card, facts = result.card, result.change.facts
    parts = parts_of_night(card.event, card.venue, reader)
    if result.undone:
        title = reader.say("↩ Tickets for {night} are as they were before", **parts)
        button = Action(reader.label("Redo"), RedoChange(result.change.id))
    else:
        title = reader.say("🎟 Changed again: tickets for {night}", **parts)
        button = Action(reader.label("Undo"), UndoChange(result.change.id))
    changed = ticket_differences(facts.new if result.undone else facts.old, card.event, reader)
    blocks = (Listing(tuple(changed)),) if changed else ()
    return Reply(title, blocks, rows(button), Tone.BAND)


def _said(card: TicketCard, reader: Reader) -> list[Block]:
    tickets = card.event.terms.tickets
    facts = [(name, _linked(tickets, words, reader)) for name, words in ticket_facts(tickets, reader)]
    if card.counting is not None:
        facts += counts_fact(card.counting, card.event.zone, reader)
    if facts:
        return [Facts(tuple(facts))]
    return [Paragraph(reader.say("Nothing is said of them yet."))]


def _linked(tickets: Tickets | None, words: str, reader: Reader) -> Line:
    """The words of a fact; the address in it as a link."""
    if tickets is None or tickets.link is None or not words.endswith(tickets.link):
        return line(words)
    link = Link(tickets.link, tickets.link)
    return reader.say("{provider}: {address}", provider=provider_words(tickets.link, reader), address=link)


def _buttons(card: TicketCard, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    which, tickets = card.event.id, card.event.terms.tickets or Tickets()
    facts: list[Button] = [
        Action(
            reader.label(_FACT_BUTTONS[each]),
            AskTicketFact(which, number),
            Weight.FIRST if each is TicketFact.LINK and tickets.link is None else Weight.PLAIN,
        )
        for number, each in enumerate(TICKET_FACTS)
    ]
    now = TicketSort.FREE if tickets.free else _SORT_OF_SALE[tickets.sale]
    sorts: list[Button] = [
        Action(reader.label(_SORT_BUTTONS[each]), SetTicketSort(which, number))
        for number, each in enumerate(TICKET_SORTS)
        if each is not now
    ]
    last: list[Button] = [Action(reader.label("Counts"), ShowCounts(which))]
    if tickets.link is not None:
        away = Action(reader.label("Take the link away"), TakeTicketLink(which), Weight.DANGER)
        last.append(away)
    last.append(Action(reader.label("Back"), ShowNight(which)))
    return (tuple(facts), tuple(sorts), tuple(last))


def fact_asked(about: TicketFactAsked, reader: Reader) -> QuestionText:
    """A question for one fact, or the same again with what was not understood."""
    card = about.card
    asked = reader.say(_ASKED[about.fact], **parts_of_night(card.event, card.venue, reader))
    example = Strong(EXAMPLES[about.fact])
    blocks: list[Block] = [Paragraph(reader.say("For example: {example}", example=example))]
    if about.fact is TicketFact.ON_SALE:
        blocks.append(Paragraph(reader.say("It is the venue's time.")))
    if not about.unread:
        return asked, tuple(blocks)
    title = reader.say(_UNREAD[about.fact], words=Strong(about.unread[:60]))
    return title, (Paragraph(asked), *blocks)


def night_unclear(_: TicketNightUnclear, reader: Reader) -> QuestionText:
    """Which night is meant."""
    hint = reader.say("A new date: {say}", say=Say("post"))
    return reader.say("For which of your dates?"), (Paragraph(hint),)
