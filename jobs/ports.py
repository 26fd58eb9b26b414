"""What the work that nobody asks for needs: a store of due rows, and somebody who delivers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.ids import NoticeId
from core.notices import Dropped, Due, Later, Reach, Sent, Unreachable, Verdict

__all__ = [
    "Dropped",
    "Due",
    "Later",
    "OutboxStore",
    "Postman",
    "Reach",
    "Sent",
    "Unreachable",
    "Upkeep",
    "Verdict",
]


class Postman(Protocol):
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
        """Take due notices for accounts in reach: waiting ones, and those whose lease has run out."""
        ...

    async def mark_sent(self, notice: NoticeId, *, worker: str, now: datetime) -> None:
        """It was told; never claim it again."""
        ...

    async def put_back(self, notice: NoticeId, *, worker: str, due_at: datetime) -> None:
        """Claim it again from then on."""
        ...

    async def reroute(self, notice: NoticeId, *, worker: str, now: datetime, why: str) -> bool:
        """The account cannot be reached: try the person's next one. False: there is none, it is buried."""
        ...

    async def bury(self, notice: NoticeId, *, worker: str, now: datetime, why: str) -> None:
        """Give it up, keeping the row and the reason."""
        ...


class Upkeep(Protocol):
    """What has outlived its use and is cleared away."""

    async def purge(self, *, now: datetime, limit: int) -> int:
        """Remove up to `limit` rows of each kind; how many went. Called again while that is not 0."""
        ...
