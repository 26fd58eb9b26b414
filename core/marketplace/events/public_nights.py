"""Nights as everybody may see them on pages: what is published, or was called off since; and who plays.

Nothing is in it of bands that have only applied, nor of anybody's players.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from core.ids import BandId, EventId, VenueId
from core.marketplace.events import Event, EventState, Slot
from core.marketplace.venues import Venue

PUBLIC = (EventState.PUBLISHED, EventState.CANCELLED)
"""The states of nights that everybody may see. Only what was published can be called off."""


@dataclass(frozen=True, slots=True)
class PublicNight:
    """One night."""

    event: Event
    venue: Venue
    venue_open: bool = True
    """False: the venue has closed since, and has no page any longer."""
    bands: Mapping[BandId, str] = field(default_factory=dict)
    """The names of the bands that are booked."""
    changed_at: datetime | None = None
    """When it was published, changed or called off last, or when a band was booked last; aware, UTC."""
    changes: int = 0
    """How often its date, terms or state were changed."""

    @property
    def cancelled(self) -> bool:
        """It was called off."""
        return self.event.state is EventState.CANCELLED

    @property
    def published_at(self) -> datetime:
        """Since when everybody may see it."""
        return self.event.published_at or self.event.made_at

    @property
    def updated_at(self) -> datetime:
        """When it last changed in a way that its readers should hear of."""
        return self.changed_at or self.published_at

    @property
    def booked(self) -> tuple[tuple[Slot, str], ...]:
        """The slots that a band plays, each with the band's name, in the order of the bill."""
        return tuple(
            (each, self.bands[each.band])
            for each in self.event.slots
            if each.band and each.band in self.bands
        )


@dataclass(frozen=True, slots=True)
class OpenNight:
    """A published night with an open slot, as far as a search needs it."""

    event: EventId
    venue: VenueId
    city: str
    zone: str
    genres: tuple[str, ...]
    """The music that the night names, or else its venue. Empty: whatever is good."""


class PublicNights(Protocol):
    """Where they are read. The order is always by their beginning, then by id."""

    async def get(self, event: EventId) -> PublicNight | None:
        """The night with that id; None: there is none that everybody may see."""
        ...

    async def some(self, events: Sequence[EventId]) -> list[PublicNight]:
        """Those of these nights that everybody may see."""
        ...

    async def of_venue(self, venue: VenueId, *, since: datetime) -> list[PublicNight]:
        """The nights of a venue that end after an instant."""
        ...

    async def open_page(
        self, since: datetime, *, first: date | None, last: date | None, skip: int, take: int
    ) -> tuple[list[EventId], int]:
        """A page of the nights that `open` finds, and how many there are in all."""
        ...

    async def open(self, since: datetime, *, first: date | None, last: date | None) -> list[OpenNight]:
        """The nights with an open slot that begin after an instant, at venues that are not closed.

        `first`, `last`: on these dates and those between them alone.
        """
        ...

    async def open_counts(self, since: datetime) -> Mapping[VenueId, int]:
        """How many nights with an open slot each venue has that begin after an instant."""
        ...
