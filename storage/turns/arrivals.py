"""The change and the drafts that an incoming message meets, read in one statement."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, literal_column, select

from core.arrivals import Arrival
from core.drafts import LIFETIME
from core.ids import PersonId
from storage.engine.statements import Statements
from storage.turns.drafts import draft_from
from storage.turns.journal import change_from
from storage.turns.tables import change, draft

_ONE = select(literal_column("1").label("one")).subquery()
_MET = select(*change.c, *draft.c).select_from(
    _ONE.outerjoin(change, change.c.cause == bindparam("cause_")).outerjoin(
        draft,
        (draft.c.person == bindparam("person_"))
        & draft.c.place.in_(bindparam("places", expanding=True))
        & (draft.c.asked_at > bindparam("oldest")),
    )
)
_OF_CHANGE = len(change.c)


class SqlArrivals:
    """Implements core.arrivals.Arrivals."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def look(self, cause: str, person: PersonId, places: Sequence[str], *, now: datetime) -> Arrival:
        values = {"cause_": cause, "person_": person, "places": list(places), "oldest": now - LIFETIME}
        rows = await self._statements.rows(_MET, values)
        drafts = [draft_from(row[_OF_CHANGE:]) for row in rows if row[_OF_CHANGE] is not None]
        done = rows[0][:_OF_CHANGE]
        return Arrival(
            None if done[0] is None else change_from(done),
            tuple(sorted(drafts, key=lambda each: places.index(each.place))),
        )
