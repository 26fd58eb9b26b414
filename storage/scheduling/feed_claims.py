"""Due feeds: claimed and settled by the job that fetches them. Each method is one transaction."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from core.ids import FeedId, PersonId
from core.outbox import Notice
from core.scheduling.calendars.feeds import DueFeed
from core.scheduling.calendars.outcome import FeedTrouble, ReadCalendar
from storage.bands.freed import mark
from storage.engine.columns import Instant
from storage.engine.statements import Statements
from storage.engine.transactions import Transactions
from storage.outbox.outbox import SqlOutbox
from storage.scheduling.feeds import FREE
from storage.scheduling.tables import feed

_RIPE = and_(
    feed.c.removed_at.is_(None),
    feed.c.due_at <= bindparam("now_"),
    or_(feed.c.lease_until.is_(None), feed.c.lease_until <= bindparam("now_")),
)
_ANY = select(feed.c.id).where(_RIPE).limit(1)
_TAKE = (
    update(feed)
    .where(
        feed.c.id.in_(
            select(feed.c.id)
            .where(_RIPE)
            .order_by(feed.c.due_at, feed.c.id)
            .limit(bindparam("most"))
            .with_for_update(skip_locked=True)
        )
    )
    .values(claimed_by=bindparam("worker"), lease_until=bindparam("lease", type_=Instant))
    .returning(feed)
)
# A worker that has lost its claim (the lease ran out, or somebody asked for it at once) changes nothing,
# and nobody is told about a feed that has been removed meanwhile.
_MINE = and_(
    feed.c.id == bindparam("which"),
    feed.c.claimed_by == bindparam("worker"),
    feed.c.removed_at.is_(None),
)
_SET = update(feed).where(_MINE)
_FREED = {"claimed_by": None, "lease_until": None}
_WELL = {"failing_since": None, "why": None}
_TOLD = update(feed).where(feed.c.id == bindparam("which"))


class SqlFeedStore:
    """Implements jobs.ports.FeedStore."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._transactions = Transactions(engine)

    async def claim(self, *, worker: str, now: datetime, lease_seconds: float, limit: int) -> list[DueFeed]:
        async with self._transactions.read() as statements:
            # Usually none is due, and reading keeps no writer waiting.
            if await statements.row(_ANY, {"now_": now}) is None:
                return []
        lease = now + timedelta(seconds=lease_seconds)
        async with self._transactions.write() as statements:
            values = {"now_": now, "most": limit, "worker": worker, "lease": lease}
            return [_due(row) for row in await statements.written(_TAKE, values)]

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
        async with self._transactions.write() as statements:
            values = {"busy": found.busy.as_json(), "etag": etag, "changed": changed, "read_at": now, **_WELL}
            if await _set(statements, due, worker, due_at=due_at, **values):
                await mark(statements, FREE, {"which": due.id})
                await _tell(statements, due, tell, now)

    async def unchanged(self, due: DueFeed, *, worker: str, now: datetime, due_at: datetime) -> None:
        async with self._transactions.write() as statements:
            await _set(statements, due, worker, due_at=due_at, read_at=now, **_WELL)

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
        since = func.coalesce(feed.c.failing_since, bindparam("now_", now, type_=Instant))
        async with self._transactions.write() as statements:
            if await _set(statements, due, worker, due_at=due_at, failing_since=since, why=why.value):
                await _tell(statements, due, tell, now)

    async def put_back(self, due: DueFeed, *, worker: str) -> None:
        async with self._transactions.write() as statements:
            await _set(statements, due, worker)


async def _set(statements: Statements, due: DueFeed, worker: str, **values: object) -> int:
    return await statements.write(_SET.values(**values, **_FREED), {"which": due.id, "worker": worker})


async def _tell(statements: Statements, due: DueFeed, notice: Notice | None, now: datetime) -> None:
    if notice is None:
        return
    key = (
        f"{notice.kind}:{due.id}:{secrets.token_hex(8)}"  # told once: only the holder of the claim gets here
    )
    await SqlOutbox(statements).put(notice, to=due.person, key=key, due=now)
    await statements.write(_TOLD, {"which": due.id, "told_at": now})


def _due(row: Row[Any]) -> DueFeed:
    return DueFeed(
        id=FeedId(row.id),
        person=PersonId(row.person),
        address=row.address,
        etag=row.etag,
        changed=row.changed,
        until=None if row.busy is None else row.busy.get("until", 0),
        failing_since=row.failing_since,
        told_at=row.told_at,
    )
