"""The refusals about tickets."""

from dataclasses import dataclass

from core.errors import Refusal


@dataclass(eq=False)
class NoTicketPage(Refusal):
    """The words are not the address of a page that everybody could open."""

    words: str


@dataclass(eq=False)
class OnlyInPrivate(Refusal):
    """A token is asked for where nobody but the promoter reads along."""


@dataclass(eq=False)
class NotCountedYet(Refusal):
    """The night's tickets are not counted."""
