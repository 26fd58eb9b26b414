"""The changes of rehearsals and gigs that are recorded, and of players' answers to them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from core.ids import BandId, CommitmentId
from core.journal import ChangeFacts, Whose
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.kinds import CommitmentState, Rsvp


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How a commitment stood."""

    state: CommitmentState
    start: datetime
    """A naive wall time in its zone, as is `end`."""
    end: datetime
    place: str | None
    revision: int


def snapshot(commitment: Commitment) -> Snapshot:
    """How it stands."""
    return Snapshot(
        commitment.state, commitment.start, commitment.end, commitment.location, commitment.revision
    )


@dataclass(frozen=True, slots=True)
class CommitmentFacts(ChangeFacts):
    """A commitment as it was before the change, and after it."""

    whose = Whose.BAND

    commitment: CommitmentId
    band: BandId
    before: Snapshot | None
    """None: there was none before."""
    after: Snapshot

    @classmethod
    def of(cls, after: Commitment, *, before: Commitment | None) -> Self:
        """The facts of a change from one to the other."""
        return cls(after.id, after.band, snapshot(before) if before else None, snapshot(after))


@dataclass(frozen=True, slots=True)
class RehearsalProposed(CommitmentFacts):
    """A rehearsal was proposed."""

    kind = "rehearsal.proposed"


@dataclass(frozen=True, slots=True)
class CommitmentConfirmed(CommitmentFacts):
    """A rehearsal was confirmed, or a gig entered."""

    kind = "commitment.confirmed"


@dataclass(frozen=True, slots=True)
class CommitmentMoved(CommitmentFacts):
    """Its times, or its location, have changed."""

    kind = "commitment.moved"


@dataclass(frozen=True, slots=True)
class CommitmentCalledOff(CommitmentFacts):
    """It was called off."""

    kind = "commitment.called_off"


@dataclass(frozen=True, slots=True)
class CommitmentPutBack(CommitmentFacts):
    """It was called off, and stands again."""

    kind = "commitment.put_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentAnswered(ChangeFacts):
    """A player has answered."""

    kind = "commitment.answered"

    commitment: CommitmentId
    band: BandId
    old: Rsvp | None
    """None: there was no answer."""
    new: Rsvp
    old_at: datetime | None = None
    """When the old answer was given (aware, UTC)."""
    new_at: datetime | None = None
    revision: int
    """The revision of the commitment that was answered."""
    aloud: bool
    """Those who decide were told."""


CHANGES = (
    RehearsalProposed,
    CommitmentConfirmed,
    CommitmentMoved,
    CommitmentCalledOff,
    CommitmentPutBack,
    CommitmentAnswered,
)
"""The kinds of change of a commitment."""
