"""What is recorded when a diary is changed: rules said, entered for another, spared; calendars imported."""

from dataclasses import dataclass
from datetime import date, datetime

from core.ids import AvailabilityId, BandId, FeedId, PersonId
from core.journal import ChangeFacts


@dataclass(frozen=True, slots=True)
class DiaryMarked(ChangeFacts):
    """A person has said something of their own time, or has taken it out."""

    kind = "diary.marked"
    undoable = True

    said: tuple[AvailabilityId, ...]
    """The rules that were put in."""
    removed: tuple[AvailabilityId, ...] = ()
    """The rules that were taken out."""


@dataclass(frozen=True, slots=True)
class DiaryEntered(ChangeFacts):
    """Something was written into the diary of another, by somebody who may."""

    kind = "diary.entered"

    said: tuple[AvailabilityId, ...]
    of: PersonId
    """Whose diary it is."""
    band: BandId | None = None
    """As whose owner or booker it was entered."""

    @property
    def of_another(self) -> PersonId:
        """The facts are the diary owner's."""
        return self.of


@dataclass(frozen=True, slots=True)
class DiarySpared(ChangeFacts):
    """A rule leaves one more date out."""

    kind = "diary.spared"
    undoable = True

    rule: AvailabilityId
    day: date
    old: tuple[datetime, ...]
    """Which starts it left out before: naive wall times in the rule's zone."""
    new: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class FeedAdded(ChangeFacts):
    """A calendar was imported, or put back."""

    kind = "feed.added"

    feed: FeedId


@dataclass(frozen=True, slots=True)
class FeedRemovedFacts(ChangeFacts):
    """A calendar counts no longer."""

    kind = "feed.removed"

    feed: FeedId


CHANGES = (DiaryMarked, DiaryEntered, DiarySpared, FeedAdded, FeedRemovedFacts)
"""The kinds of change of a diary."""
