"""Calendars that people have imported: the facts kept about each, and their store."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from core.errors import Refusal
from core.ids import FeedId, PersonId
from core.moments import exact_seconds, zone
from core.scheduling.calendars.outcome import BusyTimes, FeedTrouble
from core.scheduling.recurrence.spans import Span, clipped, merged

MOST = 10
"""How many calendars one person may import."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One calendar elsewhere whose busy times count."""

    id: FeedId
    person: PersonId
    address: str = field(repr=False)
    """A secret: anybody who has it can read the calendar. Never logged, never shown whole."""
    busy: BusyTimes | None
    """None: it was never read."""
    read_at: datetime | None
    """Aware, UTC: when it was last read, or found to be unchanged."""
    failing_since: datetime | None
    """Aware, UTC; None: the last attempt succeeded."""
    why: FeedTrouble | None
    """The reason why the last attempt failed."""
    removed: bool

    def coming(self, now: datetime, zone_name: str) -> Sequence[Span]:
        """The busy times that are not over, for somebody who lives in that zone; POSIX seconds, tidy."""
        if self.busy is None:
            return ()
        clock = zone(zone_name)
        on_the_wall = ((clock.exact(start), clock.exact(end)) for start, end in self.busy.wall)
        both = merged([*self.busy.exact, *on_the_wall])
        return clipped(both, (exact_seconds(now), max(self.busy.until, exact_seconds(now))))


@dataclass(frozen=True, slots=True)
class DueFeed:
    """A feed, claimed by this process until its lease runs out."""

    id: FeedId
    person: PersonId
    address: str = field(repr=False)
    """A secret: for fetching, never for logs."""
    etag: str | None
    changed: str | None
    until: int | None
    """POSIX seconds: the end of its known busy times; None: it was never read."""
    failing_since: datetime | None
    told_at: datetime | None
    """When its person was last told about it; None: the person is waiting to hear."""


@dataclass(eq=False)
class TooManyFeeds(Refusal):
    """The person has imported MOST calendars."""

    limit: int = MOST


class Feeds(Protocol):
    """Where imported calendars are kept. Removed ones stay as rows, so that they can be put back."""

    async def add(self, person: PersonId, address: str, *, at: datetime) -> FeedId:
        """Import a calendar, to be read at once."""
        ...

    async def of(self, person: PersonId) -> list[Feed]:
        """The person's standing feeds, in the order in which they were imported."""
        ...

    async def find(self, feed: FeedId) -> Feed | None:
        """The feed with that id, standing or removed."""
        ...

    async def remove(self, feed: FeedId, *, at: datetime) -> None:
        """Stop counting and fetching a calendar."""
        ...

    async def restore(self, feed: FeedId, *, at: datetime) -> None:
        """Count its known times again, and have it read at once."""
        ...

    async def ask_again(self, feed: FeedId, *, at: datetime) -> None:
        """Have it read at once; its person is waiting to hear."""
        ...
