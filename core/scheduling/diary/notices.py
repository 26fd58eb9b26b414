"""What people are told without asking of their own diary and their imported calendars."""

from dataclasses import dataclass

from core.ids import BandId, ChangeId, FeedId, PersonId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class EnteredForYou(Notice):
    """Somebody who may has written into a person's diary; told to that person."""

    kind = "entered_for_you"

    change: ChangeId
    band: BandId
    by: PersonId
    back: bool = False
    """It was taken out again, rather than put in."""


@dataclass(frozen=True, slots=True)
class FeedRead(Notice):
    """An imported calendar was read, for the first time or because its person asked; told to that person."""

    kind = "feed_read"

    feed: FeedId
    events: int
    """How many events it holds."""
    skipped: int
    """How many of them could not be read."""


@dataclass(frozen=True, slots=True)
class FeedFailing(Notice):
    """An imported calendar cannot be read; told to its person at the first try, and once after a week."""

    kind = "feed_failing"

    feed: FeedId
    why: str
    """A value of core.scheduling.calendars.outcome.FeedTrouble."""
    lasting: bool
    """It has been so for a week."""


NOTICES = (
    EnteredForYou,
    FeedRead,
    FeedFailing,
)
"""What this area tells."""
