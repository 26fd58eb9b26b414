"""Codes that link accounts, as rows with only a hash of the code. A person has one at most."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from core.ids import LinkCodeId, PersonId
from core.people import LinkCode
from core.unit import Conflict
from storage.engine.code_hashes import code_hash
from storage.engine.statements import Statements
from storage.people.tables import link_code

_BY_CODE = select(link_code).where(link_code.c.code == bindparam("code_"))
_FIND = select(link_code).where(link_code.c.id == bindparam("which"))
_CLEAR = delete(link_code).where(link_code.c.person == bindparam("person_"))
_ADD = insert(link_code).returning(link_code.c.id)
_USE = update(link_code).where(link_code.c.id == bindparam("which"), link_code.c.used_at.is_(None))


class SqlLinkCodes:
    """Implements core.people.store.LinkCodes."""

    __slots__ = ("_secret", "_statements")

    def __init__(self, statements: Statements, *, secret: bytes) -> None:
        self._statements = statements
        self._secret = secret

    async def offer(self, person: PersonId, code: str, *, at: datetime) -> LinkCodeId:
        await self._statements.write(_CLEAR, {"person_": person})
        values = {"person": person, "code": code_hash(code, secret=self._secret), "made_at": at}
        return LinkCodeId(await self._statements.new_id(_ADD, values))

    async def by_code(self, code: str) -> LinkCode | None:
        values = {"code_": code_hash(code, secret=self._secret)}
        return _link_code(await self._statements.row(_BY_CODE, values))

    async def find(self, code: LinkCodeId) -> LinkCode | None:
        return _link_code(await self._statements.row(_FIND, {"which": code}))

    async def use(self, code: LinkCodeId, *, at: datetime) -> None:
        if not await self._statements.write(_USE, {"which": code, "used_at": at}):
            raise Conflict("The code has just been used.")


def _link_code(row: Row[Any] | None) -> LinkCode | None:
    if row is None:
        return None
    return LinkCode(
        LinkCodeId(row.id), PersonId(row.person), made_at=row.made_at, used=row.used_at is not None
    )
