"""A band's time taken: what it is, whom it concerns, and where it is kept.

proposed -> confirmed -> called off -> (put back) confirmed; proposed -> called off -> (put back) proposed;
a proposal that nobody confirmed before it starts has run out. Only a confirmed commitment takes time.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from core.bands import Band, Membership, Role
from core.errors import Refusal
from core.ids import BandId, CommitmentId, PersonId, Platform
from core.moments import exact_seconds, to_exact, to_wall
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from core.scheduling.recurrence.spans import Span

LONGEST = timedelta(days=2)
"""No commitment takes more."""
LOCATION_LIMIT = 100


class Phase(StrEnum):
    """How a commitment stands at a moment; derived, never stored."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CALLED_OFF = "called_off"
    RAN_OUT = "ran_out"
    """It was proposed, and nobody confirmed it before it started."""
    OVER = "over"


@dataclass(frozen=True, slots=True)
class NewCommitment:
    """A band's time taken by a rehearsal or a gig, or meant to be, before it has an id."""

    band: BandId
    kind: CommitmentKind
    state: CommitmentState
    start: datetime
    """Naive wall time in `zone`: the truth, as is `end`; the instants are derived from them."""
    end: datetime
    zone: str
    """The band's zone when it was made."""
    location: str | None
    made_by: PersonId
    made_at: datetime
    """Aware, UTC."""
    answer_by: datetime | None
    """Aware, UTC: until when the players are asked to answer; None once it is confirmed, or entered so.

    A commitment that was called off keeps it, and so remembers whether it was confirmed.
    """
    agreed: bool = False
    """A booking: agreed with a venue, and changed through it (core/marketplace/applications)."""


@dataclass(frozen=True, slots=True)
class Commitment(NewCommitment):
    """A commitment that is kept."""

    id: CommitmentId = field(kw_only=True)
    revision: int = 0
    """How often it was moved: answers and notices are about one revision."""
    changed_at: datetime | None = None
    """When anything about it was changed last; None: never."""
    changes: int = 0
    """How often: the SEQUENCE of RFC 5545, section 3.8.7.4."""

    @property
    def starts_at(self) -> datetime:
        """`start` as an aware UTC instant."""
        return to_exact(self.start, self.zone)

    @property
    def ends_at(self) -> datetime:
        """`end` as an aware UTC instant."""
        return to_exact(self.end, self.zone)

    @property
    def span(self) -> Span:
        """POSIX seconds, half-open."""
        return exact_seconds(self.starts_at), exact_seconds(self.ends_at)

    def in_zone(self, zone: str) -> "Commitment":
        """The same instants as wall times of another zone: the band may have changed zones since."""
        if zone == self.zone:
            return self
        start, end = to_wall(self.starts_at, zone), to_wall(self.ends_at, zone)
        return replace(self, start=start, end=end, zone=zone)

    def phase(self, now: datetime) -> Phase:
        """How it stands at an aware instant."""
        if self.state is CommitmentState.CANCELLED:
            return Phase.CALLED_OFF
        if self.state is CommitmentState.PROPOSED:
            return Phase.PROPOSED if now < self.starts_at else Phase.RAN_OUT
        return Phase.CONFIRMED if now < self.ends_at else Phase.OVER


def kept(new: NewCommitment, number: CommitmentId) -> Commitment:
    """The commitment that a new one becomes under that id."""
    return Commitment(id=number, **{each.name: getattr(new, each.name) for each in fields(new)})


@dataclass(frozen=True, slots=True)
class Answered:
    """A player's answer to a commitment."""

    answer: Rsvp
    at: datetime
    """Aware, UTC."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A commitment that concerns a player, with its band's name and the player's answer."""

    commitment: Commitment
    band: str
    answer: Rsvp | None


@dataclass(eq=False)
class BandTaken(Refusal):
    """The band has something at that time already."""

    band: str
    other: Commitment


@dataclass(eq=False)
class TooLate(Refusal):
    """It has begun, is over or has run out: nothing can be changed about it any more."""


@dataclass(eq=False)
class TimePast(Refusal):
    """The time that was named has passed."""


@dataclass(eq=False)
class AgreedElsewhere(Refusal):
    """It is agreed with a venue, so that the band alone does not change it here."""

    place: str


@dataclass(eq=False)
class CalledOff(Refusal):
    """It was called off; it can be put back."""


@dataclass(eq=False)
class NothingAhead(Refusal):
    """The band has nothing coming up."""

    band: str


@dataclass(eq=False)
class TooLong(Refusal):
    """Longer than LONGEST."""


def concerned(members: Iterable[Membership], answers: Container[PersonId]) -> list[Membership]:
    """The members who are told about it: all but those deps who have not answered."""
    return [each for each in members if each.role is not Role.DEP or each.person in answers]


def takes_part(member: Membership, answer: Rsvp | None) -> bool:
    """Whether it takes the player's time once it is confirmed."""
    return answer is not Rsvp.NO if member.required else answer is Rsvp.YES


def ending(start: datetime, zone: str, length: timedelta) -> datetime:
    """The wall time at which so much *elapsed* time has passed since a wall time.

    A wall time that occurs twice means its first occurrence; where the end would be the second, the
    length is counted on the wall instead, so that it is never shorter than asked.
    """
    exact = to_exact(start, zone) + length
    end = to_wall(exact, zone)
    return end if to_exact(end, zone) == exact else start + length


class Commitments(Protocol):
    """The store of commitments and the answers to them."""

    async def add(self, new: NewCommitment) -> CommitmentId:
        """Keep a new one."""
        ...

    async def get(self, commitment: CommitmentId) -> Commitment | None:
        """The commitment with that id."""
        ...

    async def replace(self, commitment: Commitment, *, at: datetime) -> None:
        """Write its state, times, zone, location, deadline and revision, and that it changed then."""
        ...

    async def of_band(self, band: BandId, *, start: datetime, end: datetime) -> list[Commitment]:
        """Commitments, not called off, that share time with a span of two instants (aware, UTC), by start."""
        ...

    async def shown(
        self, person: PersonId, band: BandId | None, *, since: datetime
    ) -> list[tuple[Commitment, str, Rsvp | None]]:
        """Commitments of a person's bands, or of one, that end after an instant: for a calendar.

        Each with its band's name and the person's answer; also those that were called off. By start.
        """
        ...

    async def rehearsed(self, band: BandId, *, since: datetime) -> list[datetime]:
        """When the band's confirmed rehearsals after an instant began or begin: wall times, in its zones."""
        ...

    async def clashes(self, person: PersonId, *, start: datetime, end: datetime) -> list[Clash]:
        """Commitments that concern a player, in all bands, between two instants, by start.

        None that was called off or declined; for a dep only those they have answered.
        """
        ...

    async def answers(
        self, commitments: Sequence[CommitmentId]
    ) -> Mapping[CommitmentId, Mapping[PersonId, Rsvp]]:
        """Everybody's answers to these."""
        ...

    async def answer(
        self, commitment: CommitmentId, person: PersonId, answer: Rsvp | None, *, at: datetime
    ) -> None:
        """Keep a player's answer; None removes it."""
        ...

    async def answer_all(
        self, commitment: CommitmentId, answers: Mapping[PersonId, Rsvp], *, at: datetime
    ) -> None:
        """Keep the answers of several players to a new commitment."""
        ...

    async def players(
        self, band: BandId, commitment: CommitmentId
    ) -> list[tuple[Membership, Answered | None]]:
        """`Bands.members` of the band, and what each has answered to this."""
        ...

    async def reach(
        self, commitment: CommitmentId, person: PersonId
    ) -> tuple[Commitment, Band, Membership | None] | None:
        """The commitment with that id, its band unless dissolved, and the person's membership in it."""
        ...

    async def forget_answers(self, commitment: CommitmentId) -> None:
        """Drop all answers: everybody is to be asked again."""
        ...

    async def lock_players(self, people: Sequence[PersonId]) -> None:
        """Make every other writing unit that locks one of these players wait, whatever its band."""
        ...

    async def on_platform(self, people: Sequence[PersonId], platform: Platform) -> frozenset[PersonId]:
        """Which of these people have an account there."""
        ...
