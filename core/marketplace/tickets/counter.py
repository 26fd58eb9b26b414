"""The port by which a ticket provider is asked, and a counting whose time has come."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from core.ids import CountingId, EventId, PersonId
from core.marketplace.tickets import CountsSource, CountsTrouble, TicketCounts


@dataclass(frozen=True, slots=True)
class DueCounting:
    """A counted night whose provider is to be asked now."""

    id: CountingId
    event: EventId
    source: CountsSource
    token: str | None = field(repr=False)
    """None: it cannot be opened any more."""
    made_by: PersonId
    failing_since: datetime | None
    told_at: datetime | None
    """When the promoter was told that it fails; None: not since it last worked."""


@dataclass(frozen=True, slots=True)
class NotCounted:
    """The provider has not told the counts."""

    why: CountsTrouble
    wait_seconds: float = 0.0
    """How long the provider asks us to wait."""


class TicketCounter(Protocol):
    """Asks one provider for numbers, and for nothing about those who have bought."""

    async def counted(self, source: CountsSource, token: str) -> TicketCounts | NotCounted:
        """Ask once. Does not raise for failures of networks or providers."""
        ...
