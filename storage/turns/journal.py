"""Changes, as rows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from core.changes import CHANGES, facts_from, facts_to_json
from core.ids import ChangeId, PersonId
from core.journal import Act, Change, ChangeFacts
from storage.engine.statements import Statements
from storage.turns.tables import change

_CHANGE = select(change)
_FIND = _CHANGE.where(change.c.id == bindparam("which"))
_BY_CAUSE = _CHANGE.where(change.c.cause == bindparam("cause_"))
_LAST_UNDOABLE = (
    _CHANGE.where(
        change.c.person == bindparam("person_"),
        change.c.kind.in_([each.kind for each in CHANGES if each.undoable]),
        change.c.undone.is_(False),
    )
    .order_by(change.c.id.desc())
    .limit(1)
)
_SINCE = _CHANGE.where(
    change.c.person == bindparam("person_"),
    change.c.id >= bindparam("first"),
    change.c.cause.startswith(bindparam("causes"), autoescape=False),
).order_by(change.c.id)
_TAKE = _FIND.with_for_update(key_share=True)
_RECORD = insert(change).returning(change.c.id)
_SET = update(change).where(change.c.id == bindparam("which"))


class SqlJournal:
    """Implements core.journal.Journal."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def record(self, act: Act, facts: ChangeFacts) -> ChangeId:
        """Raises Conflict when the cause is not new."""
        values = {
            "person": act.person,
            "kind": facts.kind,
            "cause": act.cause,
            "at": act.at,
            "facts": facts_to_json(facts),
        }
        return ChangeId(await self._statements.new_id(_RECORD, values))

    async def find(self, change: ChangeId) -> Change[ChangeFacts] | None:
        return _found(await self._statements.row(_FIND, {"which": change}))

    async def take(self, change: ChangeId) -> Change[ChangeFacts] | None:
        """Locks the row, waiting for other units to end, and reads it as it is then."""
        return _found(next(iter(await self._statements.written(_TAKE, {"which": change})), None))

    async def by_cause(self, cause: str) -> Change[ChangeFacts] | None:
        return _found(await self._statements.row(_BY_CAUSE, {"cause_": cause}))

    async def last_undoable(self, person: PersonId) -> Change[ChangeFacts] | None:
        return _found(await self._statements.row(_LAST_UNDOABLE, {"person_": person}))

    async def since(self, change: ChangeId, person: PersonId, *, causes: str) -> list[Change[ChangeFacts]]:
        values = {"person_": person, "first": change, "causes": causes}
        return [change_from(row) for row in await self._statements.rows(_SINCE, values)]

    async def set_undone(self, change: ChangeId, *, undone: bool) -> None:
        await self._statements.write(_SET, {"which": change, "undone": undone})


def _found(row: Row[Any] | None) -> Change[ChangeFacts] | None:
    return None if row is None else change_from(row)


def change_from(row: Sequence[Any]) -> Change[ChangeFacts]:
    """The change in a row with the columns of the table."""
    number, person, kind, cause, at, facts, undone = row
    return Change(ChangeId(number), PersonId(person), cause, at, facts_from(kind, facts), undone)
