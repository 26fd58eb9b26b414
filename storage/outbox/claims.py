"""Due notices: claimed, sent, put back or buried by the job that delivers them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, false, func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncEngine

from core.destinations import MessageRef
from core.ids import AccountRef, NoticeId, PersonId, Platform
from core.outbox import Due, Reach
from storage.engine.statements import Statements
from storage.engine.transactions import Transactions
from storage.outbox.best_account import REACHABLE, WRITABLE
from storage.outbox.tables import NoticeState, outbox
from storage.people.tables import account

FAILURES = 3
"""Permanent failures in a row that make an account unreachable, until its person writes again."""

EACH = 3
"""How many notices of one account are claimed at once."""

_OTHER_ACCOUNT = (
    select(account.c.id)
    .where(
        account.c.person == bindparam("person_"),
        account.c.id.not_in(bindparam("tried_", expanding=True)),
        REACHABLE,
        WRITABLE,
    )
    .order_by(account.c.seen_at.desc(), account.c.id.desc())
    .limit(1)
)
# A worker that has lost its claim (the lease ran out, and another took it) changes nothing.
_MINE = and_(
    outbox.c.id == bindparam("which"),
    outbox.c.claimed_by == bindparam("worker"),
    outbox.c.state == NoticeState.LEASED.value,
)
_SET = update(outbox).where(_MINE)
_FREED = {"claimed_by": None, "lease_until": None}
_FIND = select(outbox.c.person, outbox.c.account, outbox.c.tried).where(_MINE).with_for_update()
_FAILED = (
    update(account)
    .where(account.c.id == bindparam("which"))
    .values(
        failures=account.c.failures + 1,
        unreachable_at=case(
            (account.c.failures + 1 >= FAILURES, bindparam("now", type_=account.c.unreachable_at.type)),
            else_=account.c.unreachable_at,
        ),
    )
)
_HEALED = (
    update(account)
    .where(
        account.c.failures > 0,
        account.c.id == select(outbox.c.account).where(outbox.c.id == bindparam("which")).scalar_subquery(),
    )
    .values(failures=0, unreachable_at=None)
)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Waiting notices of one kind that only another release can tell."""

    kind: str
    version: int
    waiting: int
    """How many are waiting."""
    due: int
    """How many of them should have been told by now."""


class SqlOutboxStore:
    """Implements jobs.ports.OutboxStore."""

    def __init__(self, engine: AsyncEngine, known: Collection[tuple[str, int]]) -> None:
        """`known`: the kinds and versions that this release can tell; others are left alone."""
        self._transactions = Transactions(engine)
        self._known = sorted(known)

    async def unknown(self, *, now: datetime) -> list[Unknown]:
        """The notices left by another release, newer or running at the same time."""
        due = func.sum(case((outbox.c.due_at <= now, 1), else_=0))
        query = (
            select(outbox.c.kind, outbox.c.version, func.count(), due)
            .where(
                outbox.c.state.in_((NoticeState.WAITING.value, NoticeState.LEASED.value)),
                ~_kinds_in(self._known),
            )
            .group_by(outbox.c.kind, outbox.c.version)
            .order_by(outbox.c.kind, outbox.c.version)
        )
        async with self._transactions.read() as statements:
            return [Unknown(*found) for found in map(tuple, await statements.rows(query))]

    async def claim(
        self, reaches: Sequence[Reach], *, worker: str, now: datetime, lease_seconds: float, limit: int
    ) -> list[Due]:
        """Leaves notices of unknown kinds and versions for a release that knows them."""
        take = (
            update(outbox)
            .where(outbox.c.id.in_(_due(reaches, self._known, now, limit)))
            .values(
                state=NoticeState.LEASED.value,
                claimed_by=worker,
                lease_until=now + timedelta(seconds=lease_seconds),
                tries=outbox.c.tries + 1,
            )
            .returning(
                outbox,
                *(
                    select(column).where(account.c.id == outbox.c.account).scalar_subquery().label(name)
                    for name, column in (("platform", account.c.platform), ("account_key", account.c.key))
                ),
            )
        )
        async with self._transactions.write() as statements:
            rows = await statements.written(take)
        claimed = [
            Due(
                id=NoticeId(row.id),
                person=PersonId(row.person),
                account=AccountRef(Platform(row.platform), row.account_key),
                kind=row.kind,
                version=row.version,
                facts=row.facts,
                due_at=row.due_at,
                tries=row.tries,
            )
            for row in rows
        ]
        return sorted(claimed, key=lambda due: (due.due_at, due.id))

    async def mark_sent(
        self, notice: NoticeId, *, worker: str, now: datetime, messages: Sequence[MessageRef] = ()
    ) -> None:
        written = [each.as_json() for each in messages] or None
        async with self._transactions.write() as statements:
            if await _set(statements, notice, worker, state=NoticeState.SENT, done_at=now, messages=written):
                await statements.write(_HEALED, {"which": notice})

    async def put_back(self, notice: NoticeId, *, worker: str, due_at: datetime) -> None:
        async with self._transactions.write() as statements:
            await _set(statements, notice, worker, state=NoticeState.WAITING, due_at=due_at, **_FREED)

    async def reroute(self, notice: NoticeId, *, worker: str, now: datetime, why: str) -> bool:
        async with self._transactions.write() as statements:
            row = await statements.row(_FIND, {"which": notice, "worker": worker})
            if row is None:
                return True  # another worker has claimed it, and will find out
            await statements.write(_FAILED, {"which": row.account, "now": now})
            tried = [*row.tried, row.account]
            other = await statements.row(_OTHER_ACCOUNT, {"person_": row.person, "tried_": tried})
            if other is None:
                await _set(
                    statements, notice, worker, state=NoticeState.BURIED, done_at=now, tried=tried, why=why
                )
                return False
            await _set(
                statements,
                notice,
                worker,
                state=NoticeState.WAITING,
                due_at=now,
                account=other.id,
                tried=tried,
                why=why,
                **_FREED,
            )
            return True

    async def bury(self, notice: NoticeId, *, worker: str, now: datetime, why: str) -> None:
        async with self._transactions.write() as statements:
            await _set(statements, notice, worker, state=NoticeState.BURIED, done_at=now, why=why)


def _kinds_in(known: Sequence[tuple[str, int]]) -> ColumnElement[bool]:
    return tuple_(outbox.c.kind, outbox.c.version).in_(known)


def _due(
    reaches: Sequence[Reach], known: Sequence[tuple[str, int]], now: datetime, limit: int
) -> Select[tuple[int]]:
    in_reach = [
        account.c.platform == reach.platform.value
        if reach.keys is None
        else and_(account.c.platform == reach.platform.value, account.c.key.in_(sorted(reach.keys)))
        for reach in reaches
    ]
    ripe = and_(
        _kinds_in(known),
        or_(
            and_(outbox.c.state == NoticeState.WAITING.value, outbox.c.due_at <= now),
            and_(outbox.c.state == NoticeState.LEASED.value, outbox.c.lease_until <= now),
        ),
    )
    # An account with many notices gets a few at a time: platforms limit the messages a minute in one chat,
    # and nobody else should have to wait for that.
    number = func.row_number().over(partition_by=outbox.c.account, order_by=(outbox.c.due_at, outbox.c.id))
    in_turns = select(outbox.c.id, number.label("number")).where(ripe).subquery()
    return (
        select(outbox.c.id)
        .join_from(outbox, account, outbox.c.account == account.c.id)
        .where(
            ripe,
            or_(false(), *in_reach),
            outbox.c.id.in_(select(in_turns.c.id).where(in_turns.c.number <= EACH)),
        )
        .order_by(outbox.c.due_at, outbox.c.id)
        .limit(limit)
        .with_for_update(of=outbox, skip_locked=True)
    )


async def _set(statements: Statements, notice: NoticeId, worker: str, **values: object) -> int:
    return await statements.write(_SET, {"which": notice, "worker": worker, **values})
