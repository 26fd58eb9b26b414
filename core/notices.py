"""Something that a person is told without asking: facts only, worded when it is sent."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol, get_args

from core.destinations import MessageRef
from core.ids import AccountRef, BandId, ChangeId, CommitmentId, FeedId, NoticeId, PersonId, Platform


@dataclass(frozen=True, slots=True)
class MemberJoined:
    """Somebody joined a band; told to its owners."""

    kind: ClassVar[str] = "member_joined"
    version: ClassVar[int] = 1

    band: BandId
    member: PersonId


@dataclass(frozen=True, slots=True)
class EnteredForYou:
    """Somebody who may has written into a person's diary; told to that person."""

    kind: ClassVar[str] = "entered_for_you"
    version: ClassVar[int] = 1

    change: ChangeId
    band: BandId
    by: PersonId
    back: bool = False
    """It was taken out again, rather than put in."""


@dataclass(frozen=True, slots=True)
class PlaceChanged:
    """Somebody else has changed a person's place in a band (role, part, required); told to that person."""

    kind: ClassVar[str] = "place_changed"
    version: ClassVar[int] = 1

    band: BandId
    by: PersonId
    change: ChangeId
    back: bool
    """The change was taken back, rather than made."""


@dataclass(frozen=True, slots=True)
class BandHandedOver:
    """Somebody handed a band over; told to the heir."""

    kind: ClassVar[str] = "band_handed_over"
    version: ClassVar[int] = 1

    band: BandId
    by: PersonId


@dataclass(frozen=True, slots=True)
class MemberRemoved:
    """An owner took a person out of a band; told to that person."""

    kind: ClassVar[str] = "member_removed"
    version: ClassVar[int] = 1

    band: BandId
    by: PersonId


@dataclass(frozen=True, slots=True)
class LookAtMonths:
    """A band wants to know whether some months are right as they stand in a member's diary."""

    kind: ClassVar[str] = "look_at_months"
    version: ClassVar[int] = 1

    band: BandId
    by: PersonId
    first: str
    """The first day of the first month (ISO 8601)."""
    count: int


@dataclass(frozen=True, slots=True)
class FeedRead:
    """An imported calendar was read, for the first time or because its person asked; told to that person."""

    kind: ClassVar[str] = "feed_read"
    version: ClassVar[int] = 1

    feed: FeedId
    events: int
    """How many events it holds."""
    skipped: int
    """How many of them could not be read."""


@dataclass(frozen=True, slots=True)
class FeedFailing:
    """An imported calendar cannot be read; told to its person at the first try, and once after a week."""

    kind: ClassVar[str] = "feed_failing"
    version: ClassVar[int] = 1

    feed: FeedId
    why: str
    """A value of core.scheduling.calendars.outcome.FeedTrouble."""
    lasting: bool
    """It has been so for a week."""


@dataclass(frozen=True, slots=True)
class RehearsalAsked:
    """A rehearsal is proposed; told to those who are asked and cannot see the card."""

    kind: ClassVar[str] = "rehearsal_asked"
    version: ClassVar[int] = 1

    commitment: CommitmentId
    revision: int
    """Which of its times it is about, here and below: moved since, it is not told."""


@dataclass(frozen=True, slots=True)
class RehearsalNudge:
    """Half of the time to answer is over; told once to those who have not answered."""

    kind: ClassVar[str] = "rehearsal_nudge"
    version: ClassVar[int] = 1

    commitment: CommitmentId
    revision: int


@dataclass(frozen=True, slots=True)
class AnswersDue:
    """The time to answer is over; told to the proposer."""

    kind: ClassVar[str] = "answers_due"
    version: ClassVar[int] = 1

    commitment: CommitmentId
    revision: int


@dataclass(frozen=True, slots=True)
class EverybodyCan:
    """Everybody who has to be there can; told to the proposer."""

    kind: ClassVar[str] = "everybody_can"
    version: ClassVar[int] = 1

    commitment: CommitmentId
    revision: int


@dataclass(frozen=True, slots=True)
class CommitmentTold:
    """A commitment was confirmed, entered, moved, called off or put back; told to those concerned."""

    kind: ClassVar[str] = "commitment_told"
    version: ClassVar[int] = 1

    change: ChangeId


@dataclass(frozen=True, slots=True)
class AnswerTurned:
    """A player can't make what is confirmed after all, or can again; told to those who decide."""

    kind: ClassVar[str] = "answer_turned"
    version: ClassVar[int] = 1

    commitment: CommitmentId
    player: PersonId
    revision: int


@dataclass(frozen=True, slots=True)
class CommitmentAhead:
    """It is the day before; told to each player who is in."""

    kind: ClassVar[str] = "commitment_ahead"
    version: ClassVar[int] = 1

    commitment: CommitmentId
    revision: int


Notice = (
    MemberJoined
    | EnteredForYou
    | PlaceChanged
    | BandHandedOver
    | MemberRemoved
    | LookAtMonths
    | FeedRead
    | FeedFailing
    | RehearsalAsked
    | RehearsalNudge
    | AnswersDue
    | EverybodyCan
    | CommitmentTold
    | AnswerTurned
    | CommitmentAhead
)
"""Every kind of notice."""

NOTICES: tuple[type[Notice], ...] = get_args(Notice)
_KINDS: dict[tuple[str, int], type[Notice]] = {(each.kind, each.version): each for each in NOTICES}

KNOWN = frozenset(_KINDS)
"""Every kind and version that this release can tell."""


class UnknownNotice(Exception):
    """A stored notice of a kind or version that this release does not know."""


def facts_of(notice: Notice) -> dict[str, Any]:
    """The notice as JSON facts."""
    return asdict(notice)


def notice_from(kind: str, version: int, facts: dict[str, Any]) -> Notice:
    """The notice that was stored; raises UnknownNotice."""
    try:
        return _KINDS[kind, version](**facts)
    except (KeyError, TypeError) as error:
        raise UnknownNotice(kind, version) from error


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom this process can tell something just now."""

    platform: Platform
    keys: frozenset[str] | None = None
    """Only the accounts with these keys (the people at a console); None: all of the platform."""


@dataclass(frozen=True, slots=True)
class Due:
    """One notice, claimed by this process until its lease runs out."""

    id: NoticeId
    person: PersonId
    account: AccountRef
    """Where it is to go."""
    kind: str
    version: int
    facts: dict[str, Any]
    due_at: datetime
    tries: int
    """How often it has been claimed, this time included."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice about to be left for a person."""

    notice: Notice
    to: PersonId
    key: str
    """The same key again is the same notice."""
    due: datetime


class Outbox(Protocol):
    """Where a use case leaves what others are to be told, in its own transaction."""

    async def put(self, notice: Notice, *, to: PersonId, key: str, due: datetime) -> None:
        """Leave a notice for a person. The same key again is the same notice, and is not left twice."""
        ...

    async def put_all(self, letters: Sequence[Letter]) -> None:
        """Leave several, each as `put` does."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has taken the message."""

    messages: tuple[MessageRef, ...] = ()
    """What was written; the first has the words and the buttons, and is the one to edit."""


@dataclass(frozen=True, slots=True)
class Later:
    """Not now: the platform asked to wait, or did not answer."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unreachable:
    """This account cannot be written to (blocked, never opened, closed); another may."""

    why: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """There is nothing to tell any more (its facts are gone, or of an unknown kind)."""

    why: str


Verdict = Sent | Later | Unreachable | Dropped
