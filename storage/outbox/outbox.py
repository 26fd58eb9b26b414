"""Waiting notices, as rows that use cases leave in their own transactions."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from core.ids import AccountId, PersonId
from core.notices import facts_of
from core.outbox import Letter, Notice
from storage.engine.statements import Statements
from storage.outbox.best_account import BEST_FIRST
from storage.outbox.tables import NoticeState, outbox
from storage.people.tables import account

_BEST_ACCOUNT = (
    select(account.c.id)
    .where(account.c.person == bindparam("to_"))
    .order_by(*BEST_FIRST)
    .limit(1)
    .scalar_subquery()
)
# To the person's next best account. Without one, the notice has no account and is not sent.
_ELSEWHERE = (
    update(outbox)
    .where(outbox.c.account == bindparam("which"))
    .values(
        account=select(account.c.id)
        .where(account.c.person == outbox.c.person, account.c.id != bindparam("which"))
        .order_by(*BEST_FIRST)
        .limit(1)
        .scalar_subquery()
    )
)

_PUT_OFF = (
    update(outbox)
    .where(
        outbox.c.person == bindparam("to_"),
        outbox.c.kind == bindparam("kind_"),
        outbox.c.state == NoticeState.WAITING.value,
    )
    .values(due_at=bindparam("until"))
    .returning(outbox.c.id)
)


class SqlOutbox:
    """Implements core.outbox.Outbox."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def put(self, notice: Notice, *, to: PersonId, key: str, due: datetime) -> None:
        await self.put_all([Letter(notice, to, key, due)])

    async def put_all(self, letters: Sequence[Letter]) -> None:
        self._statements.must_write()
        if letters:
            leave = self._statements.insert(outbox).values(account=_BEST_ACCOUNT)
            leave = leave.on_conflict_do_nothing(index_elements=[outbox.c.key])
            await self._statements.write(leave, [_row(each) for each in letters])
            self._statements.leaves_notices = True

    async def put_off(self, kind: type[Notice], *, to: PersonId, until: datetime) -> bool:
        values = {"to_": to, "kind_": kind.kind, "until": until}
        return bool(await self._statements.written(_PUT_OFF, values))


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


async def send_elsewhere(statements: Statements, account: AccountId) -> None:
    """Readdress notices whose account no longer belongs to their person."""
    await statements.write(_ELSEWHERE, {"which": account})
