"""Pending commands, as rows of the table `draft`. A row is deleted when its question is answered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from core.ids import PendingId, PersonId
from core.pending import LIFETIME, PendingCommand
from storage.engine.statements import Statements
from storage.turns.tables import draft

_FIND = select(draft).where(draft.c.id == bindparam("which"), draft.c.asked_at > bindparam("oldest"))
_CLOSE = delete(draft).where(draft.c.id == bindparam("which"))
_REPLACED = ("id", "command", "answers", "asking", "choices", "asked_at")


class SqlPendingCommands:
    """Implements core.pending.PendingCommands."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def open(
        self,
        person: PersonId,
        chat: str,
        *,
        command: str,
        answers: dict[str, str],
        asking: str,
        choices: list[dict[str, Any]],
        at: datetime,
    ) -> PendingId:
        # The row gets a new id with its new contents, so that the buttons of the old question no longer
        # work. It is one statement, so that there is always exactly one open question.
        keep = self._statements.insert(draft)
        keep = keep.on_conflict_do_update(
            index_elements=[draft.c.person, draft.c.place],
            set_={name: keep.excluded[name] for name in _REPLACED},
        )
        values = {
            "person": person,
            "place": chat,
            "command": command,
            "answers": answers,
            "asking": asking,
            "choices": choices,
            "asked_at": at,
        }
        return PendingId(await self._statements.new_id(keep.returning(draft.c.id), values))

    async def find(self, pending: PendingId, *, now: datetime) -> PendingCommand | None:
        row = await self._statements.row(_FIND, {"which": pending, "oldest": now - LIFETIME})
        return pending_from(row) if row else None

    async def close(self, pending: PendingId) -> None:
        await self._statements.write(_CLOSE, {"which": pending})


def pending_from(row: Sequence[Any]) -> PendingCommand:
    """The pending command in a row with the columns of the table."""
    number, person, chat, command, answers, asking, choices, asked_at = row
    return PendingCommand(
        PendingId(number), PersonId(person), chat, command, answers, asking, choices, asked_at
    )
