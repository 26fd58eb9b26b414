"""Drafts, as rows. One that is answered is deleted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from core.drafts import LIFETIME, Draft
from core.ids import DraftId, PersonId
from storage.engine.statements import Statements
from storage.turns.tables import draft

_FIND = select(draft).where(draft.c.id == bindparam("which"), draft.c.asked_at > bindparam("oldest"))
_CLOSE = delete(draft).where(draft.c.id == bindparam("which"))
_REPLACED = ("id", "command", "answers", "asking", "choices", "asked_at")


class SqlDrafts:
    """Implements core.drafts.Drafts."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def open(
        self,
        person: PersonId,
        place: str,
        *,
        command: str,
        answers: dict[str, str],
        asking: str,
        choices: list[dict[str, Any]],
        at: datetime,
    ) -> DraftId:
        # The row gets a new id together with its new contents, so that the buttons of the old draft lead
        # nowhere. It is one statement, so that at no moment two drafts are open, or none.
        keep = self._statements.insert(draft)
        keep = keep.on_conflict_do_update(
            index_elements=[draft.c.person, draft.c.place],
            set_={name: keep.excluded[name] for name in _REPLACED},
        )
        values = {
            "person": person,
            "place": place,
            "command": command,
            "answers": answers,
            "asking": asking,
            "choices": choices,
            "asked_at": at,
        }
        return DraftId(await self._statements.new_id(keep.returning(draft.c.id), values))

    async def find(self, draft: DraftId, *, now: datetime) -> Draft | None:
        row = await self._statements.row(_FIND, {"which": draft, "oldest": now - LIFETIME})
        return draft_from(row) if row else None

    async def close(self, draft: DraftId) -> None:
        await self._statements.write(_CLOSE, {"which": draft})


def draft_from(row: Sequence[Any]) -> Draft:
    """The draft in a row with the columns of the table."""
    number, person, place, command, answers, asking, choices, asked_at = row
    return Draft(DraftId(number), PersonId(person), place, command, answers, asking, choices, asked_at)
