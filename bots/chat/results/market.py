"""What is shown, asked and told about open dates, applications and bookings."""

from dataclasses import dataclass
from datetime import date

from bots.chat.results.shown import Paged
from bots.chat.turn import InviteLinks
from core.bands import Band
from core.marketplace.applications import Application, ApplicationStage, LookAnswer
from core.marketplace.applications.last_look import LookCard
from core.marketplace.applications.nights import NightCard
from core.marketplace.applications.parties import ApplicationCard
from core.marketplace.events import Event
from core.marketplace.events.store import OpenDate
from core.marketplace.matching.search import DatesFound, MatchCard
from core.marketplace.posts.values import MissingFact, Otherwise, Post, SlotKind
from core.marketplace.venues import Venue
from core.scheduling.phrases.understanding import Problem


@dataclass(frozen=True, slots=True)
class PostRead:
    """A message that offers a date to acts, from somebody who speaks for no venue."""

    post: Post


ABOUT_GIGS = (
    Otherwise.PLAYER_WANTED,
    Otherwise.GIG_WANTED,
    Otherwise.CORRECTION,
    Otherwise.BOOKING,
    Otherwise.WITHDRAWAL,
)
"""Messages about gigs that are no posts, and get an answer that says where such things are done."""


@dataclass(frozen=True, slots=True)
class NotHere:
    """A message about gigs that cannot be dealt with as a message: what it was, and what could be done."""

    reason: Otherwise


@dataclass(frozen=True, slots=True)
class VenueNameAsked:
    """A post came from somebody who speaks for no venue yet."""

    place: str | None
    """The room that the post names."""


@dataclass(frozen=True, slots=True)
class VenueCityAsked:
    """The venue of a post is being made, and needs its city."""

    name: str


@dataclass(frozen=True, slots=True)
class FactAsked:
    """One step of a post that is made step by step, or a fact that a post cannot do without."""

    fact: MissingFact
    unread: str = ""
    """An answer that gave no such fact."""
    needed: bool = False
    """Without it there is no post."""


@dataclass(frozen=True, slots=True)
class PostTroubled:
    """A post contradicts itself, or names a date that is past."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class EitherAsked:
    """A post offers one of several dates."""

    dates: tuple[date, ...]


class AllOfThem:
    """All of the dates, as a choice."""


class SkipStep:
    """Nothing is said about it, as a choice."""


@dataclass(frozen=True, slots=True)
class DraftKept:
    """The draft stays as a draft."""

    venue: Venue
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """What about a night, or about drafts, should change."""

    event: Event
    moving: bool
    unread: str = ""
    """An answer in which nothing was understood."""


@dataclass(frozen=True, slots=True)
class ReasonAsked:
    """Calling a night or a booking off: the reason, if one is to be given."""

    event: Event
    venue: Venue
    band: str | None
    """The band whose booking is called off; None: the whole night."""
    players: bool = False
    """The band calls it off, not the venue."""


class KeepIt:
    """Nothing is called off or declined after all, as a choice."""


class NoReason:
    """No reason is given, as a choice."""


class NotKnownYet:
    """A player can't say by when they will know, as a choice."""


class NoLine:
    """Just no, without a line, as a choice."""


@dataclass(frozen=True, slots=True)
class LineAsked:
    """A kind line with a no, if one is to be given."""

    card: ApplicationCard


@dataclass(frozen=True, slots=True)
class NightLine:
    """One night in a venue's list."""

    event: Event
    applicants: int
    """How many applications are open."""
    booked: tuple[str, ...]
    """Names of the bands that play."""


@dataclass(frozen=True, slots=True)
class NightList(Paged):
    """A venue's nights, by date."""

    venue: Venue
    nights: tuple[NightLine, ...]
    elsewhere: tuple[Venue, ...] = ()
    """The reader's other venues, where this one was not named."""


@dataclass(frozen=True, slots=True)
class DatesShown(Paged):
    """Open dates for a band, a page of them."""

    found: DatesFound

    @property
    def band(self) -> Band:
        """The band that they are for."""
        return self.found.band


@dataclass(frozen=True, slots=True)
class MatchGone:
    """A match is looked at that is no longer open."""

    band: Band


@dataclass(frozen=True, slots=True)
class SetAsideDone:
    """The band does not want a night, and is not told of it again."""

    card: MatchCard
    before: bool = False


@dataclass(frozen=True, slots=True)
class DateUnclear:
    """Several open dates fit the words."""


@dataclass(frozen=True, slots=True)
class SlotUnclear:
    """Several sorts of slots are open that night."""

    event: Event
    venue: Venue


@dataclass(frozen=True, slots=True)
class DrawAsked:
    """The venue wants to know how many people the band draws."""

    venue: Venue


@dataclass(frozen=True, slots=True)
class PitchAsked:
    """The venue wants a line from the band."""

    venue: Venue


@dataclass(frozen=True, slots=True)
class ByWhenAsked:
    """A player is not sure, and is asked by when they will be."""

    event: Event
    venue: Venue


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """One application in a list."""

    application: Application
    stage: ApplicationStage
    event: Event
    venue: Venue
    band: str


@dataclass(frozen=True, slots=True)
class ApplicationList:
    """Applications of one's bands, and those to one's venues."""

    of_bands: tuple[ApplicationLine, ...]
    at_venues: tuple[ApplicationLine, ...]
    skip: int = 0


@dataclass(frozen=True, slots=True)
class InviteOpened:
    """An invite to a gig, opened; nothing has changed."""

    card: ApplicationCard
    clashes: tuple[OpenDate, ...]
    """What confirming would withdraw from."""


@dataclass(frozen=True, slots=True)
class InviteSent:
    """A band was accepted, or was offered a slot; its invite is out."""

    card: ApplicationCard
    code: str | None
    """Shown only now; None: it was out already."""
    links: InviteLinks | None
    """None: it was out already."""


@dataclass(frozen=True, slots=True)
class BandMeantUnclear:
    """Several bands have that name."""


@dataclass(frozen=True, slots=True)
class NightNews:
    """A night that a band has to do with was changed, called off or reopened."""

    card: ApplicationCard
    change: object
    """The recorded facts: EventEdited, TicketsChanged, EventCancelled, EventReopened or SlotsMarked."""
    undone: bool = False
    """They were taken back."""


@dataclass(frozen=True, slots=True)
class ApplicationTold:
    """Something has become of an application, told to one of its sides."""

    card: ApplicationCard
    news: object
    """The recorded facts, or the notice."""
    by: str = ""
    """Name of the person who has done it."""
    left_out: bool = False
    """The reader plays in the band, but not this time."""


@dataclass(frozen=True, slots=True)
class LookTold:
    """A player's answer to a last look, told to those who book."""

    band: Band
    event: Event
    venue: Venue
    player: str
    answer: LookAnswer
    by_when: str | None
    application: Application | None
    deps: tuple[str, ...] = ()
    """Names of stand-ins on the same part."""


@dataclass(frozen=True, slots=True)
class DigestTold:
    """Several nights that fit a band, in one message."""

    band: Band
    cards: tuple[MatchCard, ...]


@dataclass(frozen=True, slots=True)
class MatchTold:
    """One night that fits a band, in a message that nobody asked for."""

    card: MatchCard


@dataclass(frozen=True, slots=True)
class LookAsked:
    """A player is asked about one night, in a message that nobody asked for."""

    card: LookCard
    by: str
    """Name of the person who wants to know."""


@dataclass(frozen=True, slots=True)
class KindMeant:
    """A sort of slot, as a choice."""

    kind: SlotKind


@dataclass(frozen=True, slots=True)
class DateMeant:
    """An open date, as a choice."""

    event: Event
    venue: Venue


@dataclass(frozen=True, slots=True)
class Applicants:
    """The applications to one night, a page of them."""

    card: NightCard
    skip: int = 0
