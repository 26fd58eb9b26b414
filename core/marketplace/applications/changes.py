"""The changes of applications and bookings as they are recorded."""

from dataclasses import dataclass

from core.ids import ApplicationId, BandId, EventId, PersonId
from core.journal import ChangeFacts, Whose
from core.marketplace.applications import LookAnswer, Side


@dataclass(frozen=True, slots=True)
class ApplicationFacts(ChangeFacts):
    """The base of all of these: they belong to the band and the venue."""

    whose = Whose.BAND

    application: ApplicationId
    event: EventId
    band: BandId


@dataclass(frozen=True, slots=True)
class ApplicationMade(ApplicationFacts):
    """A band applies; its players may have to be asked first."""

    kind = "application.made"

    sent: bool
    """The venue was told at once."""


@dataclass(frozen=True, slots=True)
class ApplicationSent(ApplicationFacts):
    """The band goes on, with or without those who have not said yes, and the venue is told."""

    kind = "application.sent"

    without: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class ApplicationWithdrawn(ApplicationFacts):
    """The band takes it back."""

    kind = "application.withdrawn"


@dataclass(frozen=True, slots=True)
class ApplicationShortlisted(ApplicationFacts):
    """A promoter has put it on the shortlist, or taken it off."""

    kind = "application.shortlisted"

    on: bool


@dataclass(frozen=True, slots=True)
class ApplicationAccepted(ApplicationFacts):
    """A promoter has accepted it: the slot is kept, and the invite is out."""

    kind = "application.accepted"


@dataclass(frozen=True, slots=True)
class ApplicationDeclined(ApplicationFacts):
    """One side does not want: a promoter the band, or the band an invite."""

    kind = "application.declined"

    by: Side


@dataclass(frozen=True, slots=True)
class SlotOffered(ApplicationFacts):
    """A venue has offered a slot unasked."""

    kind = "application.offered"


@dataclass(frozen=True, slots=True)
class InviteTakenBack(ApplicationFacts):
    """A promoter has revoked an invite."""

    kind = "application.revoked"


@dataclass(frozen=True, slots=True)
class GigBooked(ApplicationFacts):
    """The band has confirmed: it plays."""

    kind = "booking.made"


@dataclass(frozen=True, slots=True)
class GigUnbooked(ApplicationFacts):
    """One side has called a booking off."""

    kind = "booking.cancelled"

    by: Side


@dataclass(frozen=True, slots=True)
class ApplicationReopened(ApplicationFacts):
    """A band whose application was closed comes back."""

    kind = "application.reopened"


@dataclass(frozen=True, slots=True)
class PlayerLooked(ChangeFacts):
    """A player has answered a last look."""

    kind = "application.looked"

    event: EventId
    band: BandId
    old: LookAnswer | None
    new: LookAnswer


CHANGES = (
    ApplicationMade,
    ApplicationSent,
    ApplicationWithdrawn,
    ApplicationShortlisted,
    ApplicationAccepted,
    ApplicationDeclined,
    SlotOffered,
    InviteTakenBack,
    GigBooked,
    GigUnbooked,
    ApplicationReopened,
    PlayerLooked,
)
"""The kinds of change of this area."""
