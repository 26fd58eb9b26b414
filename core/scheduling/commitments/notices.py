"""The notices about rehearsals and gigs."""

from dataclasses import dataclass

from core.ids import ChangeId, CommitmentId, PersonId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class CommitmentNotice(Notice):
    """A notice about one revision of a commitment."""

    commitment: CommitmentId
    revision: int
    """If the commitment has been moved since, the notice is dropped."""


@dataclass(frozen=True, slots=True)
class RehearsalAsked(CommitmentNotice):
    """A rehearsal is proposed; told to those who are asked and cannot see the card."""

    kind = "rehearsal_asked"


@dataclass(frozen=True, slots=True)
class RehearsalNudge(CommitmentNotice):
    """Half of the time to answer is over; told once to those who have not answered."""

    kind = "rehearsal_nudge"


@dataclass(frozen=True, slots=True)
class AnswersDue(CommitmentNotice):
    """The time to answer is over; told to the proposer."""

    kind = "answers_due"


@dataclass(frozen=True, slots=True)
class EverybodyCan(CommitmentNotice):
    """Everybody who has to be there can; told to the proposer."""

    kind = "everybody_can"


@dataclass(frozen=True, slots=True)
class CommitmentTold(Notice):
    """A commitment was confirmed, entered, moved, called off or put back; told to those concerned."""

    kind = "commitment_told"

    change: ChangeId


@dataclass(frozen=True, slots=True)
class AnswerTurned(Notice):
    """A player can't make what is confirmed after all, or can again; told to those who decide."""

    kind = "answer_turned"

    commitment: CommitmentId
    player: PersonId
    revision: int


@dataclass(frozen=True, slots=True)
class CommitmentAhead(CommitmentNotice):
    """It is the day before; told to each player who is in."""

    kind = "commitment_ahead"


NOTICES = (
    RehearsalAsked,
    RehearsalNudge,
    AnswersDue,
    EverybodyCan,
    CommitmentTold,
    AnswerTurned,
    CommitmentAhead,
)
"""All notices of this area."""
