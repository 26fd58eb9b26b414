"""The notices about ratings."""

from dataclasses import dataclass

from core.ids import ApplicationId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class RatingsOpened(Notice):
    """What both sides have said may be read now; told to both."""

    kind = "ratings_opened"

    application: ApplicationId
    by_time: bool
    """The time to rate is over; else both have rated."""


@dataclass(frozen=True, slots=True)
class RatingReplied(Notice):
    """The other side has replied; told to those who rated."""

    kind = "rating_replied"

    application: ApplicationId
    by_band: bool
    """The band has replied; else the venue."""


NOTICES = (RatingsOpened, RatingReplied)
"""The kinds of notice of this area."""
