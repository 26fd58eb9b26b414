"""Counted nights that are due: claimed and settled by the job that asks. Each method is one transaction."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from core.ids import CountingId, EventId, PersonId
from core.marketplace.events import EventState
from core.marketplace.tickets import CountsTrouble, TicketCounts
from core.marketplace.tickets.counter import DueCounting
from core.outbox import Notice
from storage.engine.columns import Instant
from storage.engine.sealing import CannotOpen, opened
from storage.engine.statements import Statements
from storage.engine.transactions import Transactions
from storage.market.countings import about, source_from
from storage.market.tables import counting, event
from storage.outbox.outbox import SqlOutbox

_RIPE = and_(
    counting.c.due_at <= bindparam("now_"),
    or_(counting.c.lease_until.is_(None), counting.c.lease_until <= bindparam("now_")),
    event.c.state == EventState.PUBLISHED.value,
    event.c.ends_at > bindparam("now_"),
)
_DUE = select(counting.c.id).join_from(counting, event, counting.c.event == event.c.id).where(_RIPE)
_ANY = _DUE.limit(1)
_TAKE = (
    update(counting)
    .where(
        counting.c.id.in_(
            _DUE.order_by(counting.c.due_at, counting.c.id)
            .limit(bindparam("most"))
            .with_for_update(skip_locked=True, of=counting)
        )
    )
    .values(
        claimed_by=bindparam("worker"),
        lease_until=bindparam("lease", type_=Instant),
        # Sooner than that only if a hook tells of news meanwhile, which this fetch may not have seen.
        due_at=bindparam("lease", type_=Instant),
    )
    .returning(counting)
)
# A worker that has lost its claim changes nothing: the lease ran out, or a promoter gave another token.
_MINE = and_(counting.c.id == bindparam("which"), counting.c.claimed_by == bindparam("worker"))
_SET = update(counting).where(_MINE)
_FREED = {"claimed_by": None, "lease_until": None}
_WELL = {"failing_since": None, "why": None, "rests_until": None, "told_at": None}


class SqlCountStore:
    """Implements jobs.ports.CountStore."""

    def __init__(self, engine: AsyncEngine, *, secret: bytes) -> None:
        self._transactions = Transactions(engine)
        self._secret = secret

    async def claim(
        self, *, worker: str, now: datetime, lease_seconds: float, limit: int
    ) -> list[DueCounting]:
        async with self._transactions.read() as statements:
            # Usually none is due, and reading keeps no writer waiting.
            if await statements.row(_ANY, {"now_": now}) is None:
                return []
        lease = now + timedelta(seconds=lease_seconds)
        async with self._transactions.write() as statements:
            values = {"now_": now, "most": limit, "worker": worker, "lease": lease}
            return [self._due(row) for row in await statements.written(_TAKE, values)]

    async def keep(
        self, due: DueCounting, *, worker: str, now: datetime, due_at: datetime, found: TicketCounts
    ) -> None:
        values = {
            "sold": found.sold,
            "pending": found.pending,
            "available": found.left,
            "checked_in": found.checked_in,
            "counted_at": now,
            **_WELL,
        }
        then = bindparam("then", due_at, type_=Instant)
        hastened = and_(counting.c.due_at < counting.c.lease_until, counting.c.due_at < then)
        sooner = case((hastened, counting.c.due_at), else_=then)
        async with self._transactions.write() as statements:
            await _set(statements, due, worker, asked_at=now, due_at=sooner, **values)

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
        since = func.coalesce(counting.c.failing_since, bindparam("now_", now, type_=Instant))
        values: dict[str, object] = {"failing_since": since, "why": why.value, "rests_until": rests_until}
        if tell is not None:
            values["told_at"] = now
        async with self._transactions.write() as statements:
            mine = await _set(statements, due, worker, asked_at=now, due_at=due_at, **values)
            if mine and tell is not None:
                key = f"{tell.kind}:{due.id}:{now.isoformat()}"
                await SqlOutbox(statements).put(tell, to=due.made_by, key=key, due=now)

    async def put_back(self, due: DueCounting, *, worker: str, now: datetime) -> None:
        async with self._transactions.write() as statements:
            await _set(statements, due, worker, due_at=now)

    def _due(self, row: Row[Any]) -> DueCounting:
        night = EventId(row.event)
        try:
            token: str | None = opened(row.token, about(night), key=self._secret)
        except CannotOpen:
            token = None
        return DueCounting(
            CountingId(row.id),
            night,
            source_from(row),
            token,
            PersonId(row.made_by),
            row.failing_since,
            row.told_at,
        )


async def _set(statements: Statements, due: DueCounting, worker: str, **values: object) -> int:
    return await statements.write(_SET.values(**values, **_FREED), {"which": due.id, "worker": worker})
