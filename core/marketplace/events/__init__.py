"""One night at a venue: its date, its points of the day, its bill.

draft -> published -> cancelled -> (reopened) published; draft -> discarded -> (restored) draft. What people
read as its status (Booking Open, Need Support, Booked, Past) is derived from the slots and the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from core.ids import ApplicationId, BandId, EventId, PersonId, SlotId, VenueId
from core.marketplace.posts.values import Fee, PointOfDay, SlotKind, Tickets
from core.money import Money


class EventState(StrEnum):
    """What its promoters have decided about it."""

    DRAFT = "draft"
    DISCARDED = "discarded"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class EventStatus(StrEnum):
    """What people read; derived, never stored."""

    DRAFT = "draft"
    DISCARDED = "discarded"
    BOOKING_OPEN = "booking_open"
    """The headline slot is open."""
    NEED_SUPPORT = "need_support"
    """The headliner is settled, another slot is open."""
    BOOKED = "booked"
    """All slots are filled."""
    CANCELLED = "cancelled"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a night offers and asks, apart from its slots. Parts that were not said are None or empty."""

    points: tuple[PointOfDay, ...] = ()
    """Wall times at the venue, in the order in which they were said."""
    capacity: int | None = None
    sold: int | None = None
    draw: int | None = None
    """The number of people that each act must bring."""
    genres: tuple[str, ...] = ()
    any_genre: bool = False
    fee: Fee = field(default_factory=Fee)
    tickets: Tickets | None = None
    age_from: int | None = None
    notes: tuple[str, ...] = ()
    bands: int | None = None
    """Acts on the whole bill."""


@dataclass(frozen=True, slots=True)
class NewSlot:
    """A place on the bill, before it has an id."""

    number: int
    """Its place in the order in which the slots were said, from 1."""
    kind: SlotKind
    minutes: int | None = None
    """Set length; of each of `sets` when there are more."""
    minutes_most: int | None = None
    sets: int = 1
    position: int | None = None
    """"3rd on": counted from the first act of the night."""
    fee: Money | None = None
    """Set if this slot has a fee of its own."""


@dataclass(frozen=True, slots=True)
class Slot(NewSlot):
    """A place on the bill."""

    id: SlotId = field(kw_only=True)
    band: BandId | None = None
    """The band that is booked for it."""
    application: ApplicationId | None = None
    """The application that has led to the booking."""
    taken: bool = False
    """Filled by an act from outside, as the venue says."""

    @property
    def open(self) -> bool:
        """Whether nobody plays it yet. An accepted band that has still to confirm leaves it open."""
        return self.band is None and not self.taken


@dataclass(frozen=True, slots=True)
class NewEvent:
    """A night, before it has an id."""

    venue: VenueId
    day: date
    """The local date on which it begins."""
    zone: str
    """IANA: all points of its day are wall time there."""
    state: EventState
    terms: Terms
    made_by: PersonId
    made_at: datetime
    """Aware, UTC."""


@dataclass(frozen=True, slots=True)
class Event(NewEvent):
    """A night that is kept."""

    id: EventId = field(kw_only=True)
    post: EventId = field(kw_only=True)
    """The first of the nights that were posted together: they are shown and published as one."""
    slots: tuple[Slot, ...] = ()
    """In their order."""
    published_at: datetime | None = None

    @property
    def open_slots(self) -> tuple[Slot, ...]:
        """The slots that nobody plays yet."""
        return tuple(each for each in self.slots if each.open)

    def kinds_open(self) -> tuple[SlotKind, ...]:
        """The sorts of slots that are open, each once, in the order of the bill."""
        return tuple(dict.fromkeys(each.kind for each in self.open_slots))

    def slot(self, which: SlotId | None) -> Slot | None:
        """The slot with that id."""
        return next((each for each in self.slots if each.id == which), None)


_HEADLINING = (SlotKind.HEADLINER, SlotKind.ANY)
"""An act without a named place may well be the only one of the night."""


def status_of(event: Event, *, ends_at: datetime, now: datetime) -> EventStatus:
    """How it stands at an instant (`ends_at` and `now` aware): derived from its slots."""
    match event.state:
        case EventState.DRAFT:
            return EventStatus.DRAFT
        case EventState.DISCARDED:
            return EventStatus.DISCARDED
        case EventState.CANCELLED:
            return EventStatus.CANCELLED
        case EventState.PUBLISHED if ends_at <= now:
            return EventStatus.PAST
        case EventState.PUBLISHED:
            return _filled(event.slots)


def _filled(slots: Sequence[Slot]) -> EventStatus:
    left = [each.kind for each in slots if each.open]
    if not left:
        return EventStatus.BOOKED
    return EventStatus.BOOKING_OPEN if any(each in _HEADLINING for each in left) else EventStatus.NEED_SUPPORT
