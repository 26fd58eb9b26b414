"""The ports of background work: stores of due rows, and the services that do the work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.destinations import MessageRef
from core.ids import NoticeId
from core.outbox import Dropped, Due, Later, Notice, Reach, Sent, Unreachable, Verdict
from core.scheduling.calendars.feeds import DueFeed
from core.scheduling.calendars.outcome import FeedTrouble, ReadCalendar, Unreadable
from core.scheduling.recurrence.spans import Span

__all__ = [
    "CalendarReader",
    "Deliverer",
    "Dropped",
    "Due",
    "DueFeed",
    "FeedStore",
    "Fetched",
    "Fetcher",
    "Later",
    "NotChanged",
    "OutboxStore",
    "Reach",
    "Sent",
    "Unfetched",
    "Unreachable",
    "Upkeep",
    "Verdict",
]


class Deliverer(Protocol):
    """Puts a due notice into words and hands it to the right messenger."""

    def reaches(self) -> Sequence[Reach]:
        """Whom this process can deliver to just now."""
        ...

    async def deliver(self, due: Due) -> Verdict:
        """Try once. Never raises for what a platform answers."""
        ...


class OutboxStore(Protocol):
    """The notices that wait. Each method is one transaction (docs/mechanisms/outbox.md)."""

    async def claim(
        self, reaches: Sequence[Reach], *, worker: str, now: datetime, lease_seconds: float, limit: int
    ) -> list[Due]:
        """Take due notices for accounts in reach: waiting ones, and those whose lease has run out.

        A kind or version that this release does not know is left for a release that knows it.
        """
        ...

    async def mark_sent(
        self, notice: NoticeId, *, worker: str, now: datetime, messages: Sequence[MessageRef] = ()
    ) -> None:
        """It was told, by these messages; never claim it again."""
        ...

    async def put_back(self, notice: NoticeId, *, worker: str, due_at: datetime) -> None:
        """Claim it again from then on."""
        ...

    async def reroute(self, notice: NoticeId, *, worker: str, now: datetime, why: str) -> bool:
        """The account cannot be reached: try the person's next one. False: none is left; it is buried."""
        ...

    async def bury(self, notice: NoticeId, *, worker: str, now: datetime, why: str) -> None:
        """Give it up, keeping the row and the reason."""
        ...


class Upkeep(Protocol):
    """Clears away rows that have outlived their use."""

    async def purge(self, *, now: datetime, limit: int) -> int:
        """Remove up to `limit` rows of each kind; how many went. Called again while that is not 0."""
        ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """A calendar's bytes, unpacked, and the validators for the next request."""

    body: bytes
    etag: str | None = None
    changed: str | None = None
    """The header Last-Modified, letter for letter."""


@dataclass(frozen=True, slots=True)
class NotChanged:
    """It is as it was the last time."""


@dataclass(frozen=True, slots=True)
class Unfetched:
    """It could not be had."""

    why: FeedTrouble
    wait_seconds: float = 0.0
    """How long the host asks us to stay away."""


class Fetcher(Protocol):
    """Fetches a calendar from its address."""

    async def fetch(
        self, address: str, *, etag: str | None, changed: str | None
    ) -> Fetched | NotChanged | Unfetched:
        """Fetch once. Raises nothing for what a network or a host does."""
        ...


class CalendarReader(Protocol):
    """Reads a calendar's bytes without keeping anybody waiting."""

    async def read(self, data: bytes, horizon: Span) -> ReadCalendar | Unreadable:
        """When the calendar's owner is busy, between two instants (POSIX seconds)."""
        ...


class FeedStore(Protocol):
    """The feeds that are fetched again and again. Each method is one transaction.

    A worker that lost its claim changes nothing by the last four, nor does one whose feed was removed.
    """

    async def claim(self, *, worker: str, now: datetime, lease_seconds: float, limit: int) -> list[DueFeed]:
        """Take feeds that are due: unclaimed ones, and those whose lease has run out."""
        ...

    async def keep(
        self,
        due: DueFeed,
        *,
        worker: str,
        now: datetime,
        due_at: datetime,
        found: ReadCalendar,
        etag: str | None,
        changed: str | None,
        tell: Notice | None,
    ) -> None:
        """It was read: these are its busy times now; tell its person in the same transaction."""
        ...

    async def unchanged(self, due: DueFeed, *, worker: str, now: datetime, due_at: datetime) -> None:
        """It is as it was the last time."""
        ...

    async def failed(
        self,
        due: DueFeed,
        *,
        worker: str,
        now: datetime,
        due_at: datetime,
        why: FeedTrouble,
        tell: Notice | None,
    ) -> None:
        """It could not be read; what was known stays. Tell its person in the same transaction."""
        ...

    async def put_back(self, due: DueFeed, *, worker: str) -> None:
        """Nothing came of it: it stays due."""
        ...
