"""Results and questions about rehearsals and gigs, as chat shows them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from bots.chat.results.shown import Paged
from core.bands import Band
from core.ids import ChangeId
from core.scheduling.commitments.agenda import Agenda
from core.scheduling.commitments.card import CommitmentOutcome, Note, Standing
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.commitments.search import OptionsFound
from core.scheduling.kinds import Rsvp


@dataclass(frozen=True, slots=True)
class AgendaShown(Paged):
    """A band's diary as a list."""

    agenda: Agenda

    @property
    def band(self) -> Band:
        """The band that it is about."""
        return self.agenda.band


@dataclass(frozen=True, slots=True)
class OptionsShown(Paged):
    """Times at which a band could rehearse, as a list."""

    found: OptionsFound
    location: str | None = None
    """Where, if that was said."""

    @property
    def band(self) -> Band:
        """The band that they are about."""
        return self.found.band


class CardNote(StrEnum):
    """A handler's notes above a card, beside those of the use cases (core's `Note`)."""

    TOLD = "told"
    """Those who decide have been told that the player can't."""
    END_TAKEN = "end_taken"
    """No end was said, and one was taken."""


@dataclass(frozen=True, slots=True)
class StandingShown:
    """The card of a commitment."""

    standing: Standing
    note: Note | CardNote | None = None
    decides: bool = True
    """Buttons that only some may press are shown: in private only to them, in a group always."""
    undo: ChangeId | None = None
    """The reader's own change that [Undo] takes back."""

    @classmethod
    def of(cls, outcome: CommitmentOutcome, *, decides: bool = True) -> Self:
        """The card after something was done about it."""
        return cls(outcome.standing, outcome.note, decides)

    @property
    def band(self) -> Band:
        """The band that it is about."""
        return self.standing.band


@dataclass(frozen=True, slots=True)
class NewTimeUnsaid:
    """A commitment is being moved, and the new time was not said."""

    commitment: Commitment


@dataclass(frozen=True, slots=True)
class NewLocationUnsaid:
    """The location of a commitment is being changed, and was not said."""

    commitment: Commitment


@dataclass(frozen=True, slots=True)
class GigTimeUnsaid:
    """A gig needs a time, and only the day was said."""

    day: date


@dataclass(frozen=True, slots=True)
class CommitmentUnclear:
    """Several commitments are coming up, and none was named."""

    band: str


@dataclass(frozen=True, slots=True)
class CallOffAsked:
    """Calling it off has to be confirmed."""

    standing: Standing

    @property
    def band(self) -> Band:
        """The band that it is about."""
        return self.standing.band


@dataclass(frozen=True, slots=True)
class AnsweredOnTheWeb:
    """The person has answered on a page whether they can make it."""

    standing: Standing
    answer: Rsvp
    change: ChangeId
    """The answer, for [Undo]."""
