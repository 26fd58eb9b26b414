"""The changes of nights as they are recorded."""

from dataclasses import dataclass
from datetime import date

from core.ids import EventId, VenueId
from core.journal import ChangeFacts, Whose
from core.marketplace.events import Terms
from core.marketplace.posts.values import Tickets


@dataclass(frozen=True, slots=True)
class EventFacts(ChangeFacts):
    """The base of all of these: they belong to the venue."""

    whose = Whose.BAND

    venue: VenueId
    events: tuple[EventId, ...]


@dataclass(frozen=True, slots=True)
class EventsDrafted(EventFacts):
    """A post was read, and kept as drafts."""

    kind = "event.drafted"


@dataclass(frozen=True, slots=True)
class EventsPublished(EventFacts):
    """Drafts were published."""

    kind = "event.published"


@dataclass(frozen=True, slots=True)
class EventsDiscarded(EventFacts):
    """Drafts were thrown away."""

    kind = "event.discarded"


@dataclass(frozen=True, slots=True)
class EventsRestored(EventFacts):
    """Discarded drafts are drafts again."""

    kind = "event.restored"


@dataclass(frozen=True, slots=True)
class NightSnapshot:
    """How a night stood, as far as those concerned are told of differences."""

    day: date
    terms: Terms


@dataclass(frozen=True, slots=True)
class EventEdited(EventFacts):
    """Its date, its times or what it offers have changed."""

    kind = "event.edited"

    before: NightSnapshot
    """Of the first of the events."""
    after: NightSnapshot
    slots: bool = False
    """Its slots have changed too."""


@dataclass(frozen=True, slots=True)
class TicketsChanged(EventFacts):
    """The audience pays something else, or gets its tickets elsewhere or at another time."""

    kind = "event.tickets"

    old: Tickets | None
    new: Tickets | None


@dataclass(frozen=True, slots=True)
class EventCancelled(EventFacts):
    """A published night was called off."""

    kind = "event.cancelled"

    reason: str | None = None


@dataclass(frozen=True, slots=True)
class EventReopened(EventFacts):
    """A night that was called off takes place after all."""

    kind = "event.reopened"


@dataclass(frozen=True, slots=True)
class SlotsMarked(EventFacts):
    """Slots were filled by acts from outside, or are open again."""

    kind = "event.slots_marked"

    taken: bool


CHANGES = (
    EventsDrafted,
    EventsPublished,
    EventsDiscarded,
    EventsRestored,
    EventEdited,
    TicketsChanged,
    EventCancelled,
    EventReopened,
    SlotsMarked,
)
"""The kinds of change of this area."""
