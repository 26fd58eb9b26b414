"""The store of the nights that bands were told of, and the unit that reaches all of the market."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.ids import BandId, EventId
from core.marketplace.ratings.store import RatingUnit


@dataclass(frozen=True, slots=True)
class NewMatch:
    """A band that is told of a night, or is going to be."""

    event: EventId
    band: BandId
    at: datetime
    """Aware, UTC."""
    alone: bool
    """In a message of its own; False: it waits for the day's digest."""


class Matches(Protocol):
    """Where it is kept which band was told of which night."""

    async def of_events(self, events: Sequence[EventId], bands: Sequence[BandId]) -> set[tuple[int, int]]:
        """The pairs of a night and a band that were told, or are going to be."""
        ...

    async def told_since(self, bands: Mapping[BandId, datetime]) -> dict[BandId, int]:
        """How many single messages each band got since its own instant; without those that got none."""
        ...

    async def add(self, matches: Sequence[NewMatch]) -> None:
        """Keep these; one that is there stays as it is."""
        ...

    async def set_aside(self, event: EventId, band: BandId, *, at: datetime) -> None:
        """The band does not want this night."""
        ...

    async def is_set_aside(self, event: EventId, band: BandId) -> bool:
        """Whether the band does not want this night."""
        ...

    async def aside_of(self, band: BandId) -> set[EventId]:
        """The nights that the band does not want."""
        ...

    async def waiting(self, band: BandId, since: datetime) -> list[EventId]:
        """The nights that wait for the band's digest, kept since an instant."""
        ...


@dataclass(frozen=True, slots=True)
class BandSearch:
    """A search for the bands that fit a night, as far as it has got."""

    event: EventId
    after: BandId
    """The last band that was looked at."""


class BandSearches(Protocol):
    """Where it is kept for which nights bands are still to be looked for."""

    async def any_due(self, now: datetime) -> bool:
        """Whether one is due."""
        ...

    async def take(self, now: datetime) -> BandSearch | None:
        """One that is due, locked until the end of the unit: others who look get another one."""
        ...

    async def go_on(self, event: EventId, after: BandId, *, due: datetime) -> None:
        """Keep how far it has got, and when it goes on."""
        ...

    async def end(self, event: EventId) -> None:
        """It is over."""
        ...


class MarketUnit(RatingUnit, Protocol):
    """A unit that reaches all of the market."""

    @property
    def matches(self) -> Matches:
        """The matches."""
        ...

    @property
    def searches(self) -> BandSearches:
        """The searches for bands."""
        ...
