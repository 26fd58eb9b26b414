"""The changes of counted nights as they are recorded. No token is in them."""

from dataclasses import dataclass

from core.marketplace.events.changes import EventFacts
from core.marketplace.tickets import Viewers


@dataclass(frozen=True, slots=True)
class CountsEntered(EventFacts):
    """A promoter gave a provider's token, so that the night's tickets are counted."""

    kind = "event.counts_entered"

    provider: str


@dataclass(frozen=True, slots=True)
class CountsShown(EventFacts):
    """A promoter chose who sees the counts."""

    kind = "event.counts_shown"

    old: Viewers
    new: Viewers


@dataclass(frozen=True, slots=True)
class CountsForgottenFacts(EventFacts):
    """The token and the counts were removed."""

    kind = "event.counts_forgotten"


CHANGES = (CountsEntered, CountsShown, CountsForgottenFacts)
"""The kinds of change of this area."""
