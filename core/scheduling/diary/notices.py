"""The notices that people get about their own diary and their imported calendars."""

from dataclasses import dataclass

from core.ids import BandId, ChangeId, FeedId, PersonId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class EnteredForYou(Notice):
    """Somebody with the right to do so entered rules in a person's diary; told to that person."""

    kind = "entered_for_you"

    change: ChangeId
    band: BandId
    by: PersonId
    back: bool = False
    """The entry was undone, rather than made."""


@dataclass(frozen=True, slots=True)
class ChangedOnPage(Notice):
    """A person changed their own diary on its page; told to them in chat, once for all that came together."""

    kind = "changed_on_page"

    since: ChangeId
    """The first of the changes."""


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
    """An imported calendar cannot be read; told to its person at the first failure, and once after a week."""

    kind = "feed_failing"

    feed: FeedId
    why: str
    """A value of core.scheduling.calendars.outcome.FeedTrouble."""
    lasting: bool
    """It has failed for a week."""


NOTICES = (
    EnteredForYou,
    ChangedOnPage,
    FeedRead,
    FeedFailing,
)
"""The kinds of notice of this area."""
