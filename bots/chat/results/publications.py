"""Results about secret addresses, as chat shows them."""

from dataclasses import dataclass

from core.publications.calendars import ShownCommitment
from core.publications.sharing import PublicationCard


@dataclass(frozen=True, slots=True)
class AddressShown:
    """A secret address, with the words that lead there."""

    card: PublicationCard
    address: str
    everywhere: bool
    """False: it leads there on the machine alone that the program runs on."""


@dataclass(frozen=True, slots=True)
class CalendarsShown:
    """The caller's calendars."""

    calendars: tuple[AddressShown, ...]


@dataclass(frozen=True, slots=True)
class EntryWritten:
    """One rehearsal or gig as a file for a calendar."""

    shown: ShownCommitment
    content: bytes
