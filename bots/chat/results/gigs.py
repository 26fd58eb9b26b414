"""What is asked about rehearsals and gigs."""

from dataclasses import dataclass
from datetime import date

from core.bands import Band
from core.scheduling.commitments.card import Standing
from core.scheduling.commitments.commitment import Commitment


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
