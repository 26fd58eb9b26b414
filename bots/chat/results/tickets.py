"""What is shown, asked and told about a night's tickets."""

from dataclasses import dataclass
from enum import StrEnum

from core.marketplace.events import Event
from core.marketplace.tickets import CountsSource, CountsTrouble
from core.marketplace.tickets.nights import TicketCard
from core.marketplace.venues import Venue


class TicketFact(StrEnum):
    """Something to be typed about tickets; the value is the argument that holds it."""

    LINK = "link"
    PRICE = "price"
    ON_SALE = "on_sale"


class TicketSort(StrEnum):
    """What the tickets of a night are, as a promoter chooses with a button."""

    ON_SALE = "on_sale"
    FREE = "free"
    PRESALE = "presale"
    SOLD_OUT = "sold_out"


TICKET_FACTS, TICKET_SORTS = tuple(TicketFact), tuple(TicketSort)
"""Both by the numbers on buttons: new ones go to the end."""


@dataclass(frozen=True, slots=True)
class TicketFactAsked:
    """A fact about a night's tickets is asked for."""

    card: TicketCard
    fact: TicketFact
    unread: str = ""
    """An answer in which nothing was understood."""


@dataclass(frozen=True, slots=True)
class TicketNightUnclear:
    """For which of a venue's nights."""


class NothingSaid:
    """The fact is no longer said, as a choice."""


@dataclass(frozen=True, slots=True)
class SourceAsked:
    """Where the tickets of a night are counted."""

    card: TicketCard
    unread: str = ""
    """An answer that is no address of an event there."""


@dataclass(frozen=True, slots=True)
class TokenAsked:
    """The token with which the provider may be asked."""

    card: TicketCard
    source: CountsSource
    unread: bool = False
    """The last answer was no token; it is not said back."""


class OtherSource:
    """The tickets are counted elsewhere, as a choice."""


@dataclass(frozen=True, slots=True)
class CountsCard:
    """The counts of a night as its promoters see them, with all that can be done about them."""

    card: TicketCard


@dataclass(frozen=True, slots=True)
class HookShown:
    """The address for a provider's messages."""

    card: TicketCard
    address: str | None
    """None: nobody outside reaches this machine."""


@dataclass(frozen=True, slots=True)
class CountsFailingTold:
    """A provider tells no counts, told to the promoter who gave its token."""

    event: Event
    venue: Venue
    source: CountsSource
    why: CountsTrouble
