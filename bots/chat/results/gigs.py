"""What is shown of rehearsals and gigs, and asked about them."""

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


@dataclass(frozen=True, slots=True)
class AgendaShown(Paged):
    """A band's diary as a list."""

    agenda: Agenda

    @property
    def band(self) -> Band:
        """Whose it is."""
        return self.agenda.band


@dataclass(frozen=True, slots=True)
class OptionsShown(Paged):
    """Times at which a band could rehearse, as a list."""

    found: OptionsFound
    location: str | None = None
    """Where, if that was said."""

    @property
    def band(self) -> Band:
        """Whose they are."""
        return self.found.band


class CardNote(StrEnum):
    """What a handler says above a card, beside what the use case does (core's `Note`)."""

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
    """The buttons that only some may press are shown, too: to them, and where everybody sees the card."""
    undo: ChangeId | None = None
    """The reader's own change that [Undo] takes back."""

    @classmethod
    def of(cls, outcome: CommitmentOutcome, *, decides: bool = True) -> Self:
        """The card after something was done about it."""
        return cls(outcome.standing, outcome.note, decides)

    @property
    def band(self) -> Band:
        """Whose it is."""
        return self.standing.band


@dataclass(frozen=True, slots=True)
class NewTimeUnsaid:
    """It is to be moved, and nobody has said to when."""

    commitment: Commitment


@dataclass(frozen=True, slots=True)
class NewLocationUnsaid:
    """Where is it?"""

    commitment: Commitment


@dataclass(frozen=True, slots=True)
class GigTimeUnsaid:
    """A gig needs a time, and only the day was said."""

    day: date


@dataclass(frozen=True, slots=True)
class CommitmentUnclear:
    """Several things are to come in the band's diary."""

    band: str


@dataclass(frozen=True, slots=True)
class CallOffAsked:
    """Calling it off needs a word more."""

    standing: Standing

    @property
    def band(self) -> Band:
        """Whose it is."""
        return self.standing.band
