"""The store of events and their slots, as the use cases need it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.ids import ApplicationId, BandId, EventId, PersonId, SlotId, VenueId
from core.marketplace.events import Event, NewEvent, NewSlot
from core.marketplace.events.public_nights import PublicNights
from core.marketplace.venues import Promoter, Venue
from core.marketplace.venues.store import VenueUnit

OpenDate = tuple[Event, Venue]
"""A published night, and where it is."""


class Events(Protocol):
    """Where nights and their slots are kept. The order is always by date, then by id."""

    async def add(self, new: NewEvent, slots: Sequence[NewSlot], *, post: EventId | None) -> Event:
        """Keep a new one; `post` None: it is the first of its post."""
        ...

    async def get(self, event: EventId) -> Event | None:
        """The event with that id, whatever its state."""
        ...

    async def some(self, events: Sequence[EventId]) -> list[Event]:
        """Those with these ids."""
        ...

    async def of_post(self, post: EventId) -> list[Event]:
        """All that were posted together."""
        ...

    async def reach(self, event: EventId, person: PersonId) -> tuple[Event, Venue, Promoter | None] | None:
        """The event, its venue (even if it is closed), and the person's place there."""
        ...

    async def of_venue(self, venue: VenueId, *, start: datetime, end: datetime) -> list[Event]:
        """The venue's nights that share time with a span of two instants, all but discarded ones."""
        ...

    async def open_between(
        self, start: datetime, end: datetime, *, only: Sequence[EventId] | None = None
    ) -> list[OpenDate]:
        """Published nights of open venues with an open slot that begin between two instants.

        `only`: those with these ids alone.
        """
        ...

    async def replace(self, event: Event, *, at: datetime) -> None:
        """Write its date, state, terms and times, changed at that instant."""
        ...

    async def set_state(self, events: Sequence[Event], *, at: datetime) -> None:
        """Write the states of several, changed at that instant, and when they were published."""
        ...

    async def set_slots(self, event: EventId, slots: Sequence[NewSlot]) -> None:
        """Put these in place of the slots that are open."""
        ...

    async def fill(self, slot: SlotId, band: BandId | None, application: ApplicationId | None) -> None:
        """Give a slot to a band; None: it is open again."""
        ...

    async def set_taken(self, slots: Sequence[SlotId], *, taken: bool) -> None:
        """Say that acts from outside fill these slots, or that they are open again."""
        ...

    async def lock(self, *events: EventId) -> None:
        """Make every other writing unit that locks one of these wait (docs/mechanisms/locking.md)."""
        ...

    async def ask_for_matches(self, events: Sequence[EventId], *, at: datetime) -> None:
        """Have the bands that fit these nights looked for, from the first band on."""
        ...


class EventUnit(VenueUnit, Protocol):
    """A unit that reaches events."""

    @property
    def events(self) -> Events:
        """The events."""
        ...

    @property
    def public_nights(self) -> PublicNights:
        """The same as everybody may see them."""
        ...
