"""The notices about applications and bookings."""

from dataclasses import dataclass

from core.ids import ApplicationId, BandId, ChangeId, EventId, PersonId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class LastLookAsked(Notice):
    """A player is asked whether they can play that night."""

    kind = "last_look_asked"

    event: EventId
    band: BandId
    application: ApplicationId | None
    """None: nothing is applied for yet; the night needs only this player to be green."""
    by: PersonId


@dataclass(frozen=True, slots=True)
class LookAnswered(Notice):
    """A player cannot, is not sure or has a stand-in; told to those who book for the band."""

    kind = "look_answered"

    event: EventId
    band: BandId
    player: PersonId
    application: ApplicationId | None


@dataclass(frozen=True, slots=True)
class LastLookDue(Notice):
    """The time to answer is over; those who book are asked whether to go on without the rest."""

    kind = "last_look_due"

    application: ApplicationId
    revision: int


@dataclass(frozen=True, slots=True)
class ApplicationCame(Notice):
    """A band applies; told to the venue's promoters."""

    kind = "application_came"

    application: ApplicationId
    revision: int


@dataclass(frozen=True, slots=True)
class ApplicationNews(Notice):
    """Something has become of an application; told to the other side."""

    kind = "application_news"

    change: ChangeId


@dataclass(frozen=True, slots=True)
class ApplicationSeen(Notice):
    """A promoter has looked at it; told to those who book for the band."""

    kind = "application_seen"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ApplicationEnds(Notice):
    """Its time is over: nobody answered, or an invite was not confirmed; told to both sides."""

    kind = "application_ends"

    application: ApplicationId
    revision: int
    until: str
    """The deadline in ISO form: it is another one once the night was moved."""


@dataclass(frozen=True, slots=True)
class SlotFilledNews(Notice):
    """The slot that a band applied for went to another; told to those who book for it."""

    kind = "slot_filled"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class WithdrawnByBooking(Notice):
    """A band's application was withdrawn, because it is booked elsewhere that night; told to the venue."""

    kind = "withdrawn_by_booking"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class SlotOpenAgain(Notice):
    """A slot is open again; told to the bands that had applied when it was filled."""

    kind = "slot_open_again"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class NightChanged(Notice):
    """A night was moved, changed, called off or reopened; told to the bands that have to do with it."""

    kind = "night_changed"

    change: ChangeId
    application: ApplicationId


@dataclass(frozen=True, slots=True)
class TicketsNews(Notice):
    """The tickets of a night are others, or elsewhere; told to the bands that are booked for it."""

    kind = "tickets_news"

    change: ChangeId
    application: ApplicationId
    undone: bool
    """The change was taken back: it is as it was before."""


@dataclass(frozen=True, slots=True)
class OtherSideGone(Notice):
    """The band, or the venue, has ended; told to the other side."""

    kind = "other_side_gone"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class NightOver(Notice):
    """A booked night is over: how was it? Told to those who may rate it, unless their side has."""

    kind = "night_over"

    application: ApplicationId


NOTICES = (
    LastLookAsked,
    LookAnswered,
    LastLookDue,
    ApplicationCame,
    ApplicationNews,
    ApplicationSeen,
    ApplicationEnds,
    SlotFilledNews,
    WithdrawnByBooking,
    SlotOpenAgain,
    NightChanged,
    TicketsNews,
    OtherSideGone,
    NightOver,
)
"""The kinds of notice of this area."""
