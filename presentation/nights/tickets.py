"""A night's tickets in words: prices, where and when they are sold, how many are gone."""

from dataclasses import dataclass
from datetime import datetime

from core import formats
from core.marketplace.events import Event
from core.marketplace.posts.values import Tickets, TicketSale
from core.marketplace.tickets import Counting, TicketCounts
from core.marketplace.tickets.providers import provider_of
from core.moments import to_wall
from core.money import Money
from presentation.wording import Wording

_SALE = {TicketSale.PRESALE: "presale", TicketSale.SOLD_OUT: "sold out"}


@dataclass(frozen=True, slots=True)
class TicketLink:
    """Where a night's tickets are."""

    address: str
    provider: str
    """Its name, or a word for it where it is not known."""
    label: str
    """What a button or link to it says."""


def ticket_link(event: Event, reader: Wording) -> TicketLink | None:
    """The link to a night's tickets; None: there is none, or nothing is to be had there any more."""
    tickets = event.terms.tickets
    if tickets is None or tickets.link is None:
        return None
    return TicketLink(tickets.link, provider_words(tickets.link, reader), reader.label("Tickets"))


def provider_words(address: str, reader: Wording) -> str:
    """The service that an address belongs to ("pretix", "a ticket page")."""
    known = provider_of(address)
    return known.name if known is not None else reader.label("a ticket page")


def ticket_facts(tickets: Tickets | None, reader: Wording) -> tuple[tuple[str, str], ...]:
    """All that is said of a night's tickets, as facts: the prices, the sale, the address."""
    if tickets is None:
        return ()
    facts = [
        (reader.label("Tickets"), tickets_words(tickets, reader)),
        (reader.label("On sale"), "" if tickets.on_sale is None else on_sale_words(tickets.on_sale, reader)),
        (reader.label("Ticket link"), link_words(tickets, reader)),
    ]
    return tuple((name, words) for name, words in facts if words)


def tickets_words(tickets: Tickets, reader: Wording) -> str:
    """The prices, and how the sale stands ("£12 to £15 in advance, £16 on the door, presale")."""
    parts = [reader.label("free entry")] if tickets.free else _prices(tickets, reader)
    if tickets.sale in _SALE:
        parts.append(reader.label(_SALE[tickets.sale]))
    return ", ".join(parts)


def _prices(tickets: Tickets, reader: Wording) -> list[str]:
    sums = []
    if tickets.advance is not None and tickets.advance_most is not None:
        least, most = _sum(tickets.advance, reader), _sum(tickets.advance_most, reader)
        sums.append(reader.label("{least} to {most} in advance", least=least, most=most))
    elif tickets.advance is not None:
        sums.append(reader.label("{sum} in advance", sum=_sum(tickets.advance, reader)))
    if tickets.door is not None:
        sums.append(reader.label("{sum} on the door", sum=_sum(tickets.door, reader)))
    return sums


def _sum(money: Money, reader: Wording) -> str:
    return formats.money(money.amount, money.currency, reader.locale)


def on_sale_words(at: datetime, reader: Wording) -> str:
    """When the sale begins; `at` is wall time at the venue, as all times of a night are."""
    return formats.moment(at, reader.locale, today=reader.today)


def link_words(tickets: Tickets, reader: Wording) -> str:
    """The address with its service ("pretix: https://pretix.eu/heron/friday")."""
    if tickets.link is None:
        return ""
    provider = provider_words(tickets.link, reader)
    return reader.label("{provider}: {address}", provider=provider, address=tickets.link)


def counts_words(counting: Counting, zone: str, reader: Wording) -> str:
    """The counts with their age ("80 sold, 3 not yet paid, 120 left, 12 checked in, as of Fri 11 Dec 19:05").

    Empty while there are none. The age is said in the venue's time, whose city is named where it is not the
    reader's.
    """
    if counting.counts is None or counting.counted_at is None:
        return ""
    at = formats.moment(to_wall(counting.counted_at, zone), reader.locale, today=reader.today)
    if zone != reader.zone:
        at = f"{at} ({formats.city_of(zone)})"
    return reader.label("{counts}, as of {moment}", counts=numbers_words(counting.counts, reader), moment=at)


def numbers_words(counts: TicketCounts, reader: Wording) -> str:
    """The numbers alone."""
    parts = [reader.label("{n} sold", n=str(counts.sold))]
    if counts.pending:
        parts.append(reader.label("{n} not yet paid", n=str(counts.pending)))
    parts.append(
        reader.label("no limit") if counts.left is None else reader.label("{n} left", n=str(counts.left))
    )
    if counts.checked_in is not None:
        parts.append(reader.label("{n} checked in", n=str(counts.checked_in)))
    return ", ".join(parts)
