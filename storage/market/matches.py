"""Which band was told of which night, as rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, select

from core.ids import BandId, EventId
from core.marketplace.matching.store import NewMatch
from storage.engine.statements import Statements
from storage.market.tables import match

_EVENTS: BindParameter[Any] = bindparam("events", expanding=True)
_BANDS: BindParameter[Any] = bindparam("bands", expanding=True)
_TOLD = select(match.c.event, match.c.band).where(match.c.event.in_(_EVENTS), match.c.band.in_(_BANDS))
_TOLD_ALONE = select(match.c.band, match.c.at).where(
    match.c.band.in_(_BANDS), match.c.at >= bindparam("since"), match.c.alone.is_(True)
)
_ASIDE = select(match.c.event).where(match.c.band == bindparam("band_"), match.c.aside_at.is_not(None))
_THIS_ASIDE = _ASIDE.where(match.c.event == bindparam("event_"))
_WAITING = (
    select(match.c.event)
    .where(
        match.c.band == bindparam("band_"),
        match.c.at >= bindparam("since"),
        match.c.alone.is_(False),
        match.c.aside_at.is_(None),
    )
    .order_by(match.c.event)
)


class SqlMatches:
    """Implements core.marketplace.matching.store.Matches."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def of_events(self, events: Sequence[EventId], bands: Sequence[BandId]) -> set[tuple[int, int]]:
        if not events or not bands:
            return set()
        rows = await self._statements.rows(_TOLD, {"events": list(events), "bands": list(bands)})
        return {(row.event, row.band) for row in rows}

    async def told_since(self, bands: Mapping[BandId, datetime]) -> dict[BandId, int]:
        if not bands:
            return {}
        values = {"bands": list(bands), "since": min(bands.values())}
        rows = await self._statements.rows(_TOLD_ALONE, values)
        counts = Counter(BandId(row.band) for row in rows if row.at >= bands[BandId(row.band)])
        return dict(counts)

    async def add(self, matches: Sequence[NewMatch]) -> None:
        if matches:
            keep = self._statements.insert(match)
            keep = keep.on_conflict_do_nothing(index_elements=[match.c.event, match.c.band])
            values = [
                {"event": each.event, "band": each.band, "at": each.at, "alone": each.alone}
                for each in matches
            ]
            await self._statements.write(keep, values)

    async def set_aside(self, event: EventId, band: BandId, *, at: datetime) -> None:
        keep = self._statements.insert(match)
        keep = keep.on_conflict_do_update(
            index_elements=[match.c.event, match.c.band], set_={"aside_at": keep.excluded["aside_at"]}
        )
        values = {"event": event, "band": band, "at": at, "alone": False, "aside_at": at}
        await self._statements.write(keep, values)

    async def is_set_aside(self, event: EventId, band: BandId) -> bool:
        values = {"band_": band, "event_": event}
        return await self._statements.row(_THIS_ASIDE, values) is not None

    async def aside_of(self, band: BandId) -> set[EventId]:
        return {EventId(row.event) for row in await self._statements.rows(_ASIDE, {"band_": band})}

    async def waiting(self, band: BandId, since: datetime) -> list[EventId]:
        rows = await self._statements.rows(_WAITING, {"band_": band, "since": since})
        return [EventId(row.event) for row in rows]
