"""Why a rating is not taken."""

from dataclasses import dataclass
from datetime import datetime

from core.errors import Refusal


@dataclass(eq=False)
class NotPlayed(Refusal):
    """Nothing was played: only who has played, or put the night on, can say how it was."""

    band: str
    venue: str


@dataclass(eq=False)
class NotOverYet(Refusal):
    """The night is not over."""

    band: str
    venue: str
    ends_at: datetime
    zone: str


@dataclass(eq=False)
class RatingClosed(Refusal):
    """The time to rate is over, or both sides have rated: nothing changes any longer."""

    band: str
    venue: str


@dataclass(eq=False)
class NoReplyPossible(Refusal):
    """There is nothing to reply to: nothing is open, or the one reply was given."""

    given: bool
