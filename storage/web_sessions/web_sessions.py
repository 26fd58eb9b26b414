"""Links that sign in, and sessions, as rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from core.ids import PersonId, WebLinkId, WebSessionId
from core.web_sessions import WebLink, WebSession
from storage.engine.statements import Statements
from storage.web_sessions.tables import web_link, web_session

_ADD_LINK = insert(web_link).returning(web_link.c.id)
_LINK = select(web_link).where(web_link.c.id == bindparam("which"))
_USE = delete(web_link).where(web_link.c.id == bindparam("which"))
_VOID = delete(web_link).where(web_link.c.person == bindparam("person_"))
_ADD = insert(web_session).returning(web_session.c.id)
_GET = select(web_session).where(web_session.c.id == bindparam("which"))
_OF_PERSON = (
    select(web_session)
    .where(web_session.c.person == bindparam("person_"))
    .order_by(web_session.c.used_at.desc(), web_session.c.id.desc())
)
_NOTE = update(web_session).where(web_session.c.id == bindparam("which"))
_END = delete(web_session).where(web_session.c.id == bindparam("which"))
_END_ALL = delete(web_session).where(web_session.c.person == bindparam("person_"))


class SqlWebSessions:
    """Implements core.web_sessions.store.WebSessions."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def offer(self, person: PersonId, proof: str, *, at: datetime) -> WebLinkId:
        await self._statements.write(_VOID, {"person_": person})
        values = {"person": person, "proof": proof, "made_at": at}
        return WebLinkId(await self._statements.new_id(_ADD_LINK, values))

    async def link(self, link: WebLinkId) -> WebLink | None:
        row = await self._statements.row(_LINK, {"which": link})
        return None if row is None else WebLink(link, PersonId(row.person), row.proof, row.made_at)

    async def use(self, link: WebLinkId) -> None:
        await self._statements.write(_USE, {"which": link})

    async def begin(self, person: PersonId, proof: str, *, at: datetime) -> WebSessionId:
        values = {"person": person, "proof": proof, "made_at": at, "used_at": _hour(at)}
        return WebSessionId(await self._statements.new_id(_ADD, values))

    async def get(self, session: WebSessionId) -> WebSession | None:
        row = await self._statements.row(_GET, {"which": session})
        return None if row is None else _session(row)

    async def of(self, person: PersonId) -> list[WebSession]:
        return [_session(row) for row in await self._statements.rows(_OF_PERSON, {"person_": person})]

    async def note(self, session: WebSessionId, used_at: datetime) -> None:
        await self._statements.write(_NOTE, {"which": session, "used_at": _hour(used_at)})

    async def end(self, session: WebSessionId) -> None:
        await self._statements.write(_END, {"which": session})

    async def end_all(self, person: PersonId) -> None:
        await self._statements.write(_END_ALL, {"person_": person})
        await self._statements.write(_VOID, {"person_": person})


def _session(row: Row[Any]) -> WebSession:
    return WebSession(WebSessionId(row.id), PersonId(row.person), row.proof, row.made_at, row.used_at)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
