"""The changes of a diary as they are recorded: rules entered, dates spared, calendars imported."""

from dataclasses import dataclass
from datetime import date, datetime

from core.ids import AvailabilityId, BandId, FeedId, PersonId
from core.journal import ChangeFacts


@dataclass(frozen=True, slots=True)
class DiaryMarked(ChangeFacts):
    """A person entered or removed rules in their own diary."""

    kind = "diary.marked"
    undoable = True

    said: tuple[AvailabilityId, ...]
    """The rules that were added."""
    removed: tuple[AvailabilityId, ...] = ()
    """The rules that were removed."""


@dataclass(frozen=True, slots=True)
class DiaryEntered(ChangeFacts):
    """Somebody entered rules in another person's diary, with the right to do so."""

    kind = "diary.entered"

    said: tuple[AvailabilityId, ...]
    of: PersonId
    """The diary's owner."""
    band: BandId | None = None
    """The band whose owner or booker entered it."""

    @property
    def of_another(self) -> PersonId:
        """The diary's owner, who owns the facts."""
        return self.of


@dataclass(frozen=True, slots=True)
class DiarySpared(ChangeFacts):
    """A rule leaves one more date out."""

    kind = "diary.spared"
    undoable = True

    rule: AvailabilityId
    day: date
    old: tuple[datetime, ...]
    """The starts that it left out before: naive wall times in the rule's zone."""
    new: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class DiaryDateMoved(ChangeFacts):
    """One date of a rule was moved: the rule leaves it out, and an entry of its own stands for it."""

    kind = "diary.date_moved"
    undoable = True

    rule: AvailabilityId
    begins: datetime
    """When the date began: naive wall time in the rule's zone."""
    old: tuple[datetime, ...]
    """The starts that the rule left out before."""
    new: tuple[datetime, ...]
    said: tuple[AvailabilityId, ...]
    """The entry that was added."""


@dataclass(frozen=True, slots=True)
class FeedAdded(ChangeFacts):
    """A calendar was imported, or restored."""

    kind = "feed.added"

    feed: FeedId


@dataclass(frozen=True, slots=True)
class FeedRemovedFacts(ChangeFacts):
    """A calendar was removed."""

    kind = "feed.removed"

    feed: FeedId


CHANGES = (DiaryMarked, DiaryEntered, DiarySpared, DiaryDateMoved, FeedAdded, FeedRemovedFacts)
"""The kinds of change of a diary."""
