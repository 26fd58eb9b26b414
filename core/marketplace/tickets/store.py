"""The store of counted nights, as the use cases need it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.ids import CountingId, EventId
from core.marketplace.events.store import EventUnit
from core.marketplace.tickets import Counting, NewCounting, Viewers


class Countings(Protocol):
    """Where it is kept which nights are counted, with the last counts."""

    async def of_events(self, events: Sequence[EventId]) -> Mapping[EventId, Counting]:
        """Those of these nights that are counted, in one statement."""
        ...

    async def get(self, counting: CountingId) -> Counting | None:
        """The one with that id."""
        ...

    async def add(self, new: NewCounting, *, token: str) -> CountingId:
        """Count a night that is not counted; the token is kept encrypted. It is due at once."""
        ...

    async def renew(self, counting: CountingId, new: NewCounting, *, token: str) -> None:
        """Put another source and token in the place of those it has, and forget what came from them."""
        ...

    async def set_viewers(self, counting: CountingId, viewers: Viewers) -> None:
        """Say who sees the counts."""
        ...

    async def hasten(self, counting: CountingId, *, due_at: datetime) -> None:
        """Have the provider asked then, if that is sooner than it would be."""
        ...

    async def forget(self, counting: CountingId) -> None:
        """Remove it with its token and counts."""
        ...


class TicketUnit(EventUnit, Protocol):
    """A unit that reaches the counted nights."""

    @property
    def countings(self) -> Countings:
        """The counted nights."""
        ...
