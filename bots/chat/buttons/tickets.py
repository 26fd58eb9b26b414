"""Buttons of a night's tickets: what is said of them, and how many are sold."""

from dataclasses import dataclass
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import EventId


@dataclass(frozen=True, slots=True)
class ShowTickets(Payload):
    """The tickets of a night."""

    verb: ClassVar[str] = "ticketcard"

    event: EventId


@dataclass(frozen=True, slots=True)
class AskTicketFact(Payload):
    """Ask for the link, the prices or the beginning of the sale, by number (TICKET_FACTS)."""

    verb: ClassVar[str] = "ticketask"

    event: EventId
    fact: int


@dataclass(frozen=True, slots=True)
class SetTicketSort(Payload):
    """Tickets are on sale, free, in presale or sold out, by number (TICKET_SORTS)."""

    verb: ClassVar[str] = "ticketsort"

    event: EventId
    sort: int


@dataclass(frozen=True, slots=True)
class TakeTicketLink(Payload):
    """Take the link away."""

    verb: ClassVar[str] = "ticketunlink"

    event: EventId


@dataclass(frozen=True, slots=True)
class ShowCounts(Payload):
    """How many are sold; where nobody counts them yet, ask where that could be read."""

    verb: ClassVar[str] = "ticketcounts"

    event: EventId


@dataclass(frozen=True, slots=True)
class AskForToken(Payload):
    """Ask for another source or token of the counts."""

    verb: ClassVar[str] = "tickettoken"

    event: EventId


@dataclass(frozen=True, slots=True)
class ChooseViewers(Payload):
    """Choose who sees the counts, by number (VIEWERS)."""

    verb: ClassVar[str] = "ticketviewers"

    event: EventId
    viewers: int


@dataclass(frozen=True, slots=True)
class CountNow(Payload):
    """Have the provider asked now."""

    verb: ClassVar[str] = "ticketnow"

    event: EventId


@dataclass(frozen=True, slots=True)
class ShowTicketHook(Payload):
    """The address at which the provider may say that something has changed."""

    verb: ClassVar[str] = "tickethook"

    event: EventId


@dataclass(frozen=True, slots=True)
class ForgetCounts(Payload):
    """Remove the token and the counts."""

    verb: ClassVar[str] = "ticketforget"

    event: EventId
