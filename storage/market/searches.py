"""The searches for bands that fit a night, as rows."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from core.ids import BandId, EventId
from core.marketplace.matching.store import BandSearch
from storage.engine.statements import Statements
from storage.market.tables import search

_DUE = select(search).where(search.c.due_at <= bindparam("now_"))
_ANY = _DUE.limit(1)
_TAKE = _DUE.order_by(search.c.due_at, search.c.id).limit(1).with_for_update(skip_locked=True)
_GO_ON = update(search).where(search.c.event == bindparam("which"))
_END = delete(search).where(search.c.event == bindparam("which"))


class SqlBandSearches:
    """Implements core.marketplace.matching.store.BandSearches."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def any_due(self, now: datetime) -> bool:
        return await self._statements.row(_ANY, {"now_": now}) is not None

    async def take(self, now: datetime) -> BandSearch | None:
        rows = await self._statements.written(_TAKE, {"now_": now})
        return BandSearch(EventId(rows[0].event), BandId(rows[0].after)) if rows else None

    async def go_on(self, event: EventId, after: BandId, *, due: datetime) -> None:
        await self._statements.write(_GO_ON, {"which": event, "after": after, "due_at": due})

    async def end(self, event: EventId) -> None:
        await self._statements.write(_END, {"which": event})
