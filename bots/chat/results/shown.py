"""The facts of an answer that are no facts of the domain: the page, the asker's other bands, the offers."""

from dataclasses import dataclass

from core.access import Right
from core.bands import Band
from core.ids import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """Part of a list, about one of the asker's bands."""

    skip: int = 0
    """How many of it were shown before."""
    others: tuple[Band, ...] = ()
    """The asker's other bands, where the band was not named or bound."""


@dataclass(frozen=True, slots=True)
class Offers:
    """The asker, and what is offered to them."""

    you: PersonId
    rights: frozenset[Right]
    """The asker's rights in the band."""
    nudges: bool
    """The asker may nudge the others, or all see the answer."""
