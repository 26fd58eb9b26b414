"""The change and the pending commands that a turn begins with, read in one statement."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, literal_column, select

from core.arrivals import Arrival
from core.ids import PersonId
from core.pending import LIFETIME
from storage.engine.statements import Statements
from storage.turns.journal import change_from
from storage.turns.pending import pending_from
from storage.turns.tables import change, draft

_ONE = select(literal_column("1").label("one")).subquery()
_MET = select(*change.c, *draft.c).select_from(
    _ONE.outerjoin(change, change.c.cause == bindparam("cause_")).outerjoin(
        draft,
        (draft.c.person == bindparam("person_"))
        & draft.c.place.in_(bindparam("chats", expanding=True))
        & (draft.c.asked_at > bindparam("oldest")),
    )
)
_OF_CHANGE = len(change.c)


class SqlArrivals:
    """Implements core.arrivals.Arrivals."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def meet(self, cause: str, person: PersonId, chats: Sequence[str], *, now: datetime) -> Arrival:
        values = {"cause_": cause, "person_": person, "chats": list(chats), "oldest": now - LIFETIME}
        rows = await self._statements.rows(_MET, values)
        pending = [pending_from(row[_OF_CHANGE:]) for row in rows if row[_OF_CHANGE] is not None]
        done = rows[0][:_OF_CHANGE]
        return Arrival(
            None if done[0] is None else change_from(done),
            tuple(sorted(pending, key=lambda each: chats.index(each.chat))),
        )
