"""Buttons of open dates, applications and bookings."""

from dataclasses import dataclass
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import ApplicationId, BandId, EventId, PersonId, VenueId


@dataclass(frozen=True, slots=True)
class PublishPost(Payload):
    """Publish all drafts of a post."""

    verb: ClassVar[str] = "postpublish"

    post: EventId


@dataclass(frozen=True, slots=True)
class KeepDraft(Payload):
    """Leave a post as a draft."""

    verb: ClassVar[str] = "postkeep"

    post: EventId


@dataclass(frozen=True, slots=True)
class DiscardPost(Payload):
    """Throw the drafts of a post away."""

    verb: ClassVar[str] = "postdiscard"

    post: EventId


@dataclass(frozen=True, slots=True)
class RestorePost(Payload):
    """Take discarded drafts back."""

    verb: ClassVar[str] = "postrestore"

    post: EventId


@dataclass(frozen=True, slots=True)
class ShowDrafts(Payload):
    """The drafts of a post."""

    verb: ClassVar[str] = "postshow"

    post: EventId


@dataclass(frozen=True, slots=True)
class EditNight(Payload):
    """Ask what should change about a night, or about all drafts of its post."""

    verb: ClassVar[str] = "nightedit"

    event: EventId


@dataclass(frozen=True, slots=True)
class FeeInAll(Payload):
    """The guarantee of a draft is for all acts together, or for each."""

    verb: ClassVar[str] = "postfee"

    post: EventId
    in_all: bool


@dataclass(frozen=True, slots=True)
class ShowNight(Payload):
    """A night as its promoters see it."""

    verb: ClassVar[str] = "nightcard"

    event: EventId


@dataclass(frozen=True, slots=True)
class MoveNight(Payload):
    """Ask to when a night moves."""

    verb: ClassVar[str] = "nightmove"

    event: EventId


@dataclass(frozen=True, slots=True)
class CancelNight(Payload):
    """Ask whether, and why, a night is called off."""

    verb: ClassVar[str] = "nightcancel"

    event: EventId


@dataclass(frozen=True, slots=True)
class ReopenNight(Payload):
    """Put a cancelled night back."""

    verb: ClassVar[str] = "nightreopen"

    event: EventId


@dataclass(frozen=True, slots=True)
class MarkTaken(Payload):
    """The open slots of a night are filled from outside, or open again."""

    verb: ClassVar[str] = "nighttaken"

    event: EventId
    taken: bool


@dataclass(frozen=True, slots=True)
class ShowApplicants(Payload):
    """The applications to a night."""

    verb: ClassVar[str] = "nightapps"

    event: EventId


@dataclass(frozen=True, slots=True)
class ApplicantsPage(Payload):
    """More of them."""

    verb: ClassVar[str] = "nightappspage"

    event: EventId
    skip: int


@dataclass(frozen=True, slots=True)
class NightsPage(Payload):
    """More of a venue's nights."""

    verb: ClassVar[str] = "nightlist"

    venue: VenueId
    skip: int


@dataclass(frozen=True, slots=True)
class FindPage(Payload):
    """A search for open dates, packed (views/pages.py), for a band; a page, or the picture."""

    verb: ClassVar[str] = "findpage"

    band: BandId
    days: int
    rest: int


@dataclass(frozen=True, slots=True)
class FindPicture(Payload):
    """The month's picture with the open dates on it."""

    verb: ClassVar[str] = "findpicture"

    band: BandId
    days: int
    rest: int


@dataclass(frozen=True, slots=True)
class ShowMatch(Payload):
    """One open date as it fits a band."""

    verb: ClassVar[str] = "matchcard"

    event: EventId
    band: BandId


@dataclass(frozen=True, slots=True)
class ApplyForDate(Payload):
    """Apply for an open date."""

    verb: ClassVar[str] = "matchapply"

    event: EventId
    band: BandId


@dataclass(frozen=True, slots=True)
class NotForUs(Payload):
    """The band does not want that night."""

    verb: ClassVar[str] = "matchaside"

    event: EventId
    band: BandId


@dataclass(frozen=True, slots=True)
class AskPlayer(Payload):
    """Ask the one player on whom a night hangs."""

    verb: ClassVar[str] = "matchask"

    event: EventId
    band: BandId
    player: PersonId


@dataclass(frozen=True, slots=True)
class AnswerLook(Payload):
    """A player's answer to a last look, by number (LOOK_ANSWERS)."""

    verb: ClassVar[str] = "lookanswer"

    event: EventId
    band: BandId
    answer: int


@dataclass(frozen=True, slots=True)
class ShowApplication(Payload):
    """An application as it stands."""

    verb: ClassVar[str] = "appcard"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class GoOnWithout(Payload):
    """Send an application without waiting for the rest."""

    verb: ClassVar[str] = "appgoon"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class WithdrawApplication(Payload):
    """Take an application back."""

    verb: ClassVar[str] = "appwithdraw"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ShortlistApplication(Payload):
    """Put an application on the shortlist, or take it off."""

    verb: ClassVar[str] = "appshortlist"

    application: ApplicationId
    on: bool


@dataclass(frozen=True, slots=True)
class AcceptApplication(Payload):
    """Keep the slot for the band, and send it the invite."""

    verb: ClassVar[str] = "appaccept"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class DeclineApplication(Payload):
    """Say no to a band; asks for a kind line first."""

    verb: ClassVar[str] = "appdecline"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class TakeInviteBack(Payload):
    """Revoke an invite that is out."""

    verb: ClassVar[str] = "apptakeback"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class OpenGigInvite(Payload):
    """Look at an invite to a gig."""

    verb: ClassVar[str] = "appinvite"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ConfirmGig(Payload):
    """Take the invite: the band is booked."""

    verb: ClassVar[str] = "appconfirm"

    application: ApplicationId
    keep_others: bool


@dataclass(frozen=True, slots=True)
class TurnDownInvite(Payload):
    """The band does not take the invite."""

    verb: ClassVar[str] = "appturndown"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class CallOffBooking(Payload):
    """Ask whether, and why, a booking is called off."""

    verb: ClassVar[str] = "appcalloff"

    application: ApplicationId


@dataclass(frozen=True, slots=True)
class ApplyAgain(Payload):
    """Come back with an application that was closed."""

    verb: ClassVar[str] = "appagain"

    application: ApplicationId
