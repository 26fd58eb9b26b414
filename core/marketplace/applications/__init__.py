"""A band's way to a slot: asked for by the band, or offered by the venue.

looking (its players are asked) -> pending -> accepted (the invite is out) -> confirmed -> played.
Ends: declined, withdrawn, expired (nobody answered in time), filled (another act has the slot), cancelled.
Deadlines are kept as instants and compared with the clock, so an application is over at the right moment even
where nothing is running.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.ids import ApplicationId, BandId, CommitmentId, EventId, PersonId, SlotId
from core.marketplace.posts.values import SlotKind

LOOK_FOR = timedelta(hours=24)
"""How long a last look waits for the players."""
PENDING_UNTIL = timedelta(hours=48)
"""How long before doors a pending application ends."""
KEPT_FOR = timedelta(hours=72)
"""How long an accepted band has to confirm."""
KEPT_UNTIL = timedelta(hours=12)
"""How long before doors that ends at the latest."""
TO_ANSWER = timedelta(hours=12)
"""So long a venue has at least to answer an application, or half of the time until doors if that is less."""
TO_CONFIRM = timedelta(hours=1)
"""So long a band has at least to confirm, or a quarter of the time until doors if that is less."""
ASKED_AFTER = timedelta(hours=14)
"""How long after the end of a night its two sides are asked how it was: around noon."""
LINE_LIMIT = 300


class ApplicationState(StrEnum):
    """What its two sides have done about it."""

    LOOKING = "looking"
    PENDING = "pending"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    FILLED = "filled"
    CANCELLED = "cancelled"


class ApplicationStage(StrEnum):
    """How it stands at a moment; derived from its state and the clock."""

    LOOKING = "looking"
    """The band's players are asked; the venue does not know of it yet."""
    PENDING = "pending"
    ACCEPTED = "accepted"
    """The slot is kept until the band confirms."""
    CONFIRMED = "confirmed"
    PLAYED = "played"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    FILLED = "filled"
    CANCELLED = "cancelled"


OPEN = (ApplicationStage.LOOKING, ApplicationStage.PENDING, ApplicationStage.ACCEPTED)
"""Something may still come of it."""


class Side(StrEnum):
    """The two that agree."""

    BAND = "band"
    VENUE = "venue"


@dataclass(frozen=True, slots=True)
class NewApplication:
    """A band's way to a slot, before it has an id."""

    event: EventId
    band: BandId
    kind: SlotKind
    """The sort of slot; which one is settled when it is accepted."""
    state: ApplicationState
    made_by: PersonId
    made_at: datetime
    """Aware, UTC, as are all its instants; once the band has come back, when it did."""
    doors_at: datetime
    """When the doors open on that night."""
    ends_at: datetime
    """When that night is over."""
    slot: SlotId | None = None
    offered: bool = False
    """The venue has asked the band, not the other way round."""
    note: str | None = None
    """The band's line to the venue."""
    draw: int | None = None
    """How many people the band says it brings."""
    sent_at: datetime | None = None
    """When the venue was told."""
    look_until: datetime | None = None
    """Until when the players are asked; None: they are not asked any longer."""
    keeps_until: datetime | None = None
    """Until when an accepted band may confirm."""


@dataclass(frozen=True, slots=True)
class Application(NewApplication):
    """A band's way to a slot."""

    id: ApplicationId = field(kw_only=True)
    seen_at: datetime | None = None
    shortlisted_at: datetime | None = None
    line: str | None = None
    """The venue's line to the band; or the reason that was given for calling it off."""
    ended_by: Side | None = None
    """The side that has called it off."""
    commitment: CommitmentId | None = None
    """The gig in the band's diary, once it is confirmed."""
    revision: int = 0
    """How often it was reopened or accepted: notices are about one revision."""

    @property
    def pending_until(self) -> datetime:
        """When it ends unless the venue has answered: 48 hours before doors.

        A late application has 12 hours, or half of the time that was left when it was made.
        """
        since = self.sent_at or self.made_at
        return max(self.doors_at - PENDING_UNTIL, since + min(TO_ANSWER, (self.doors_at - since) / 2))

    @property
    def deadline(self) -> datetime | None:
        """When it ends unless somebody does something; None: nothing is waited for."""
        if self.state in (ApplicationState.LOOKING, ApplicationState.PENDING):
            return self.pending_until
        return self.keeps_until if self.state is ApplicationState.ACCEPTED else None

    def stage(self, now: datetime) -> ApplicationStage:
        """How it stands at an aware instant."""
        match self.state:
            case ApplicationState.LOOKING if now >= self.pending_until:
                return ApplicationStage.EXPIRED
            case ApplicationState.PENDING if now >= self.pending_until:
                return ApplicationStage.EXPIRED
            case ApplicationState.ACCEPTED if self.keeps_until is not None and now >= self.keeps_until:
                return ApplicationStage.EXPIRED
            case ApplicationState.CONFIRMED if now >= self.ends_at:
                return ApplicationStage.PLAYED
            case _:
                return ApplicationStage(self.state.value)

    def keeps(self, slot: SlotId, now: datetime) -> bool:
        """Whether that slot is kept for the band."""
        return self.slot == slot and self.stage(now) is ApplicationStage.ACCEPTED


class LookAnswer(StrEnum):
    """A player's answer to a last look."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
    DEP = "dep"
    """No, but a stand-in could."""


@dataclass(frozen=True, slots=True)
class PlayerLook:
    """One player, asked about one night by one band."""

    event: EventId
    band: BandId
    person: PersonId
    asked_at: datetime
    answer: LookAnswer | None = None
    """None: not yet."""
    by_when: str | None = None
    """In the player's words: by when a maybe is settled."""
    answered_at: datetime | None = None
    left_out: bool = False
    """The band has gone on without them."""


def keep_until(doors_at: datetime, now: datetime) -> datetime:
    """Until when an accepted band may confirm: 72 hours, or 12 hours before doors if that is sooner.

    Where little or nothing is left until then: one hour, or a quarter of the time until doors.
    """
    least = min(TO_CONFIRM, (doors_at - now) / 4)
    return min(now + KEPT_FOR, max(doors_at - KEPT_UNTIL, now + least))


def look_until(pending_until: datetime, now: datetime) -> datetime:
    """Until when the players are asked: a day, or half of the time in which the venue can still answer."""
    return min(now + LOOK_FOR, now + (pending_until - now) / 2)
