"""How many tickets of a night are sold, as its ticket provider counts them.

Counts are read from a provider with a token of the venue's own. They are numbers alone: nobody who has
bought a ticket is asked for or kept.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.ids import CountingId, EventId, PersonId


class Viewers(StrEnum):
    """The people who see a night's counts, as its promoters choose; each includes those before it."""

    PROMOTERS = "promoters"
    BANDS = "bands"
    """The bands that are booked for it, too."""
    EVERYBODY = "everybody"
    """The night's page shows them."""

    def includes(self, other: "Viewers") -> bool:
        """Whether those others see them, too."""
        return _WIDER.index(other) <= _WIDER.index(self)


_WIDER = tuple(Viewers)


class CountsTrouble(StrEnum):
    """Why a provider has not told the counts."""

    REFUSED = "refused"
    """The token is wrong, revoked, or may not see this event."""
    NOT_FOUND = "not_found"
    """There is no such event, or the token may not know of it."""
    NOT_REACHED = "not_reached"
    TOO_SLOW = "too_slow"
    TOO_MUCH = "too_much"
    """The answer is larger than any count could be."""
    BUSY = "busy"
    """The provider asks us to wait."""
    BROKEN = "broken"
    """The provider answers with an error."""
    UNREADABLE = "unreadable"
    """The answer is not what that provider says."""
    PRIVATE = "private"
    """The address is on a private network, and the settings do not allow it."""
    ELSEWHERE = "elsewhere"
    """The address leads to another one, which gets no token."""
    LOCKED = "locked"
    """The token cannot be opened any more: the program has another key than when it was kept."""


LASTING = (
    CountsTrouble.REFUSED,
    CountsTrouble.NOT_FOUND,
    CountsTrouble.PRIVATE,
    CountsTrouble.ELSEWHERE,
    CountsTrouble.LOCKED,
)
"""Nothing helps but a promoter, who is told once."""


@dataclass(frozen=True, slots=True)
class TicketCounts:
    """The numbers of one night at one moment."""

    sold: int
    """Tickets that are paid, or free and given away."""
    pending: int
    """Tickets that are ordered and not yet paid."""
    left: int | None
    """Tickets that can still be bought; None: there is no limit."""
    checked_in: int | None
    """Tickets of people who have come; None: nobody is checked in there."""


@dataclass(frozen=True, slots=True)
class CountsSource:
    """Where the counts of a night come from."""

    provider: str
    """Its key, as in core.marketplace.tickets.providers."""
    base: str
    """The address of its service, without a slash at the end: people host pretix themselves."""
    place: str
    """The event's name there; of pretix the organiser's and its own (`heron/friday`)."""

    @property
    def host(self) -> str:
        """The host, as people read it."""
        return self.base.partition("://")[2]


@dataclass(frozen=True, slots=True)
class NewCounting:
    """That the tickets of a night are counted, before it has an id."""

    event: EventId
    source: CountsSource
    made_by: PersonId
    """The promoter who has given the token."""
    made_at: datetime
    """Aware, UTC, like all of the others."""


@dataclass(frozen=True, slots=True)
class Counting(NewCounting):
    """That the tickets of a night are counted, and the last counts. The token is with the store alone."""

    id: CountingId = field(kw_only=True)
    viewers: Viewers = Viewers.PROMOTERS
    counts: TicketCounts | None = None
    """None: none have come yet."""
    counted_at: datetime | None = None
    """When the provider told them."""
    asked_at: datetime | None = None
    """When it was asked last, with or without success."""
    failing_since: datetime | None = None
    why: CountsTrouble | None = None
    rests_until: datetime | None = None
    """The provider wants to be left alone until then."""
    due_at: datetime | None = None
    """When it is asked next."""

    def seen_by(self, viewers: Viewers) -> bool:
        """Whether these people see the counts, and there are some."""
        return self.counts is not None and self.viewers.includes(viewers)
