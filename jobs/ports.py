"""The ports of background work: stores of due rows, and the services that do the work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.destinations import MessageRef
from core.ids import NoticeId
from core.marketplace.tickets import CountsTrouble, TicketCounts
from core.marketplace.tickets.counter import DueCounting
from core.outbox import Dropped, Due, Later, Notice, Reach, Sent, Unreachable, Verdict
from core.scheduling.calendars.feeds import DueFeed
from core.scheduling.calendars.outcome import FeedTrouble, ReadCalendar, Unreadable
from core.scheduling.recurrence.spans import Span

__all__ = [
    "CalendarReader",
    "CountStore",
    "Deliverer",
    "Dropped",
    "Due",
    "DueCounting",
    "DueFeed",
    "FeedStore",
    "Fetched",
    "Fetcher",
    "JsonFetcher",
    "Later",
    "Limits",
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
        """The accounts that this process can deliver to at the moment."""
        ...

    async def deliver(self, due: Due) -> Verdict:
        """Try once. Does not raise for a platform's answer."""
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
        """Mark it as sent, by these messages; it is never claimed again."""
        ...

    async def put_back(self, notice: NoticeId, *, worker: str, due_at: datetime) -> None:
        """Make it due again at `due_at`."""
        ...

    async def reroute(self, notice: NoticeId, *, worker: str, now: datetime, why: str) -> bool:
        """Send it to the person's next account instead. Returns False when none is left, and buries it."""
        ...

    async def bury(self, notice: NoticeId, *, worker: str, now: datetime, why: str) -> None:
        """Give it up, keeping the row and the reason."""
        ...


class Upkeep(Protocol):
    """Removes rows that are no longer needed."""

    async def purge(self, *, now: datetime, limit: int) -> int:
        """Remove up to `limit` rows of each kind, and return how many. Called again until it returns 0."""
        ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """A calendar's decompressed bytes, and the validators for the next request."""

    body: bytes
    etag: str | None = None
    changed: str | None = None
    """The header Last-Modified, verbatim."""


@dataclass(frozen=True, slots=True)
class NotChanged:
    """The calendar has not changed since the last time."""


@dataclass(frozen=True, slots=True)
class Unfetched:
    """The calendar could not be fetched."""

    why: FeedTrouble
    wait_seconds: float = 0.0
    """How long the host asks us to wait."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for fetching one document."""

    total_seconds: float = 30.0
    """For everything, including redirects."""
    step_seconds: float = 10.0
    """For one connection, or one piece of a response."""
    redirects: int = 5
    most_bytes: int = 10 * 1024 * 1024
    """Both as received and decompressed."""


class Fetcher(Protocol):
    """Fetches a calendar from its address."""

    async def fetch(
        self, address: str, *, etag: str | None, changed: str | None
    ) -> Fetched | NotChanged | Unfetched:
        """Fetch once. Does not raise for failures of networks or hosts."""
        ...


class JsonFetcher(Protocol):
    """Fetches an answer of a provider's interface."""

    async def fetch_json(self, address: str, *, authorization: str) -> Fetched | Unfetched:
        """Fetch once. The token in `authorization` goes to that host alone. Does not raise for failures."""
        ...


class CountStore(Protocol):
    """The nights whose tickets are counted, while they are published and not over.

    Each method is one transaction. The last three do nothing for a worker that lost its claim.
    """

    async def claim(
        self, *, worker: str, now: datetime, lease_seconds: float, limit: int
    ) -> list[DueCounting]:
        """Take due ones: unclaimed ones, and those whose lease has run out."""
        ...

    async def keep(
        self, due: DueCounting, *, worker: str, now: datetime, due_at: datetime, found: TicketCounts
    ) -> None:
        """Store the counts."""
        ...

    async def failed(
        self,
        due: DueCounting,
        *,
        worker: str,
        now: datetime,
        due_at: datetime,
        why: CountsTrouble,
        rests_until: datetime | None,
        tell: Notice | None,
    ) -> None:
        """Record a failure, keep the last counts, and tell the promoter in the same transaction."""
        ...

    async def put_back(self, due: DueCounting, *, worker: str, now: datetime) -> None:
        """Give the claim back; it is due again."""
        ...


class CalendarReader(Protocol):
    """Reads a calendar's bytes without keeping anybody waiting."""

    async def read(self, data: bytes, horizon: Span) -> ReadCalendar | Unreadable:
        """The owner's busy times between two instants (POSIX seconds)."""
        ...


class FeedStore(Protocol):
    """The feeds that are fetched regularly. Each method is one transaction.

    The last four methods do nothing for a worker that lost its claim, or when the feed was removed.
    """

    async def claim(self, *, worker: str, now: datetime, lease_seconds: float, limit: int) -> list[DueFeed]:
        """Take due feeds: unclaimed ones, and those whose lease has run out."""
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
        """Store the busy times of a feed that was read, and tell its person in the same transaction."""
        ...

    async def unchanged(self, due: DueFeed, *, worker: str, now: datetime, due_at: datetime) -> None:
        """Record that the feed has not changed."""
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
        """Record a failure, keep the known busy times, and tell its person in the same transaction."""
        ...

    async def put_back(self, due: DueFeed, *, worker: str) -> None:
        """Give the claim back; the feed stays due."""
        ...
