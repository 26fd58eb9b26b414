"""Notices that wait, as rows: left by use cases, claimed and marked by those who deliver."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, false, func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncEngine

from core.destinations import MessageRef
from core.ids import AccountId, AccountRef, NoticeId, PersonId, Platform
from core.notices import Due, Letter, Notice, Reach, facts_of
from storage.statements import Statements
from storage.tables import NoticeState, account, outbox
from storage.transactions import Transactions

FAILURES = 3
"""So many permanent failures in a row, and an account counts as unreachable until its person writes again."""

# Telegram lets a bot write only to those who have written to it.
_WRITABLE = (account.c.platform != Platform.TELEGRAM.value) | account.c.opened
_REACHABLE = account.c.unreachable_at.is_(None)

# Reachable accounts first, then the one seen last. When none is reachable the best of them is tried
# all the same: things may have changed, and the reason ends up beside the notice.
_BEST_FIRST = (
    case((_REACHABLE, 0), else_=1),
    case((_WRITABLE, 0), else_=1),
    account.c.seen_at.desc(),
    account.c.id.desc(),
)
_BEST_ACCOUNT = (
    select(account.c.id)
    .where(account.c.person == bindparam("to_"))
    .order_by(*_BEST_FIRST)
    .limit(1)
    .scalar_subquery()
)
_OTHER_ACCOUNT = (
    select(account.c.id)
    .where(
        account.c.person == bindparam("person_"),
        account.c.id.not_in(bindparam("tried_", expanding=True)),
        _REACHABLE,
        _WRITABLE,
    )
    .order_by(account.c.seen_at.desc(), account.c.id.desc())
    .limit(1)
)

# Whoever lost the claim, because the lease ran out and another took it, changes nothing any more.
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
# To the person's next best account; where there is none, it waits for nobody.
_ELSEWHERE = (
    update(outbox)
    .where(outbox.c.account == bindparam("which"))
    .values(
        account=select(account.c.id)
        .where(account.c.person == outbox.c.person, account.c.id != bindparam("which"))
        .order_by(*_BEST_FIRST)
        .limit(1)
        .scalar_subquery()
    )
)


async def send_elsewhere(statements: Statements, account: AccountId) -> None:
    """What was for this account goes to others of those it is for: the account is theirs no more."""
    await statements.write(_ELSEWHERE, {"which": account})


EACH = 3
"""So many notices of one account are claimed at once."""


class SqlOutbox:
    """Implements core.notices.Outbox."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def put(self, notice: Notice, *, to: PersonId, key: str, due: datetime) -> None:
        """Leave a notice for a person. The same key again is the same notice, and is not left twice."""
        await self.put_all([Letter(notice, to, key, due)])

    async def put_all(self, letters: Sequence[Letter]) -> None:
        """Leave several, each as `put` does."""
        self._statements.must_write()
        if letters:
            leave = self._statements.insert(outbox).values(account=_BEST_ACCOUNT)
            leave = leave.on_conflict_do_nothing(index_elements=[outbox.c.key])
            await self._statements.write(leave, [_row(each) for each in letters])
            self._statements.leaves_notices = True


def _row(letter: Letter) -> dict[str, object]:
    return {
        "person": letter.to,
        "to_": letter.to,
        "kind": letter.notice.kind,
        "version": letter.notice.version,
        "facts": facts_of(letter.notice),
        "key": letter.key,
        "due_at": letter.due,
        "tried": [],
    }


@dataclass(frozen=True, slots=True)
class Unknown:
    """Notices that only another release can tell, and that are kept for it."""

    kind: str
    version: int
    waiting: int
    """How many wait for it."""
    due: int
    """How many of them should have been told by now."""


class SqlOutboxStore:
    """Implements jobs.ports.OutboxStore."""

    def __init__(self, engine: AsyncEngine, known: Collection[tuple[str, int]]) -> None:
        """`known`: the kinds and versions that this release can tell; all others are left alone."""
        self._transactions = Transactions(engine)
        self._known = sorted(known)

    async def unknown(self, *, now: datetime) -> list[Unknown]:
        """What waits for another release: left by a newer one before a downgrade, or by one beside this."""
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
        """Take due notices for accounts in reach: waiting ones, and those whose lease has run out.

        One of a kind or version that this release does not know stays, for whoever knows it.
        """
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
        """It was told, by these messages; never claim it again."""
        written = [each.as_json() for each in messages] or None
        async with self._transactions.write() as statements:
            if await _set(statements, notice, worker, state=NoticeState.SENT, done_at=now, messages=written):
                await statements.write(_HEALED, {"which": notice})

    async def put_back(self, notice: NoticeId, *, worker: str, due_at: datetime) -> None:
        """Claim it again from then on."""
        async with self._transactions.write() as statements:
            await _set(statements, notice, worker, state=NoticeState.WAITING, due_at=due_at, **_FREED)

    async def reroute(self, notice: NoticeId, *, worker: str, now: datetime, why: str) -> bool:
        """The account cannot be reached: try the person's next one. False: there is none, it is buried."""
        async with self._transactions.write() as statements:
            row = await statements.row(_FIND, {"which": notice, "worker": worker})
            if row is None:
                return True  # somebody else has it, and will find out
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
        """Give it up, keeping the row and the reason."""
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
    # Who has much to be told is told it in turns: platforms let only so many messages a minute into one
    # chat, and nobody else is to wait for that.
    place = func.row_number().over(partition_by=outbox.c.account, order_by=(outbox.c.due_at, outbox.c.id))
    in_turns = select(outbox.c.id, place.label("place")).where(ripe).subquery()
    return (
        select(outbox.c.id)
        .join_from(outbox, account, outbox.c.account == account.c.id)
        .where(
            ripe,
            or_(false(), *in_reach),
            outbox.c.id.in_(select(in_turns.c.id).where(in_turns.c.place <= EACH)),
        )
        .order_by(outbox.c.due_at, outbox.c.id)
        .limit(limit)
        .with_for_update(of=outbox, skip_locked=True)
    )


async def _set(statements: Statements, notice: NoticeId, worker: str, **values: object) -> int:
    return await statements.write(_SET, {"which": notice, "worker": worker, **values})
