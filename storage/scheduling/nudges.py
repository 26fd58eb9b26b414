"""Nudges, as rows: the latest of each band to each person."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from core.ids import BandId, PersonId
from storage.engine.statements import Statements
from storage.scheduling.tables import nudge

_LAST = select(nudge.c.person, nudge.c.at).where(
    nudge.c.band == bindparam("band_"), nudge.c.person.in_(bindparam("people", expanding=True))
)


class SqlNudges:
    """Implements core.scheduling.availability.ports.Nudges."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def last(self, band: BandId, people: Sequence[PersonId]) -> Mapping[PersonId, datetime]:
        rows = await self._statements.rows(_LAST, {"band_": band, "people": list(people)})
        return {PersonId(row.person): row.at for row in rows}

    async def note(self, band: BandId, person: PersonId, *, by: PersonId, at: datetime) -> None:
        keep = self._statements.insert(nudge)
        keep = keep.on_conflict_do_update(
            index_elements=[nudge.c.band, nudge.c.person],
            set_={"by": keep.excluded.by, "at": keep.excluded.at},
        )
        await self._statements.write(keep, {"band": band, "person": person, "by": by, "at": at})
