"""Counted nights, as rows that their promoters add, change and remove."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, insert, select, update

from core.ids import CountingId, EventId, PersonId
from core.marketplace.tickets import (
    Counting,
    CountsSource,
    CountsTrouble,
    NewCounting,
    TicketCounts,
    Viewers,
)
from storage.engine.sealing import sealed
from storage.engine.statements import Statements
from storage.market.tables import counting

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_SHOWN = select(*(each for each in counting.c if each.name not in ("token", "claimed_by", "lease_until")))
_OF_EVENTS = _SHOWN.where(counting.c.event.in_(_IDS))
_GET = _SHOWN.where(counting.c.id == bindparam("which"))
_ADD = insert(counting).returning(counting.c.id)
_SET = update(counting).where(counting.c.id == bindparam("which"))
_HASTEN = _SET.where(counting.c.due_at > bindparam("sooner"))
_FORGET = delete(counting).where(counting.c.id == bindparam("which"))
# A claim is withdrawn: what a fetch under way brings from the source before is dropped.
_NOTHING_YET: dict[str, Any] = dict.fromkeys(
    (
        "sold",
        "pending",
        "available",
        "checked_in",
        "counted_at",
        "asked_at",
        "failing_since",
        "why",
        "rests_until",
        "told_at",
        "claimed_by",
        "lease_until",
    )
)


class SqlCountings:
    """Implements core.marketplace.tickets.store.Countings."""

    __slots__ = ("_secret", "_statements")

    def __init__(self, statements: Statements, *, secret: bytes) -> None:
        self._statements = statements
        self._secret = secret

    async def of_events(self, events: Sequence[EventId]) -> Mapping[EventId, Counting]:
        if not events:
            return {}
        rows = await self._statements.rows(_OF_EVENTS, {"ids": list(events)})
        return {found.event: found for found in map(_counting, rows)}

    async def get(self, counting: CountingId) -> Counting | None:
        row = await self._statements.row(_GET, {"which": counting})
        return None if row is None else _counting(row)

    async def add(self, new: NewCounting, *, token: str) -> CountingId:
        return CountingId(await self._statements.new_id(_ADD, self._values(new, token)))

    async def renew(self, counting: CountingId, new: NewCounting, *, token: str) -> None:
        values = {"which": counting, **_NOTHING_YET, **self._values(new, token)}
        await self._statements.write(_SET, values)

    async def set_viewers(self, counting: CountingId, viewers: Viewers) -> None:
        await self._statements.write(_SET, {"which": counting, "viewers": viewers.value})

    async def hasten(self, counting: CountingId, *, due_at: datetime) -> None:
        await self._statements.write(_HASTEN, {"which": counting, "sooner": due_at, "due_at": due_at})

    async def forget(self, counting: CountingId) -> None:
        await self._statements.write(_FORGET, {"which": counting})

    def _values(self, new: NewCounting, token: str) -> dict[str, Any]:
        return {
            "event": new.event,
            "provider": new.source.provider,
            "base": new.source.base,
            "place": new.source.place,
            "token": sealed(token, about(new.event), key=self._secret),
            "made_by": new.made_by,
            "made_at": new.made_at,
            "due_at": new.made_at,
        }


def about(event: EventId) -> str:
    """What a token is sealed for: it opens in the row of this night alone."""
    return f"counting of event {event}"


def source_from(row: Row[Any]) -> CountsSource:
    """Where the counts of a row come from."""
    return CountsSource(row.provider, row.base, row.place)


def _counting(row: Row[Any]) -> Counting:
    return Counting(
        EventId(row.event),
        source_from(row),
        PersonId(row.made_by),
        row.made_at,
        id=CountingId(row.id),
        viewers=Viewers(row.viewers),
        counts=_counts(row),
        counted_at=row.counted_at,
        asked_at=row.asked_at,
        failing_since=row.failing_since,
        why=CountsTrouble(row.why) if row.why in set(CountsTrouble) else None,
        rests_until=row.rests_until,
        due_at=row.due_at,
    )


def _counts(row: Row[Any]) -> TicketCounts | None:
    if row.sold is None:
        return None
    return TicketCounts(row.sold, row.pending or 0, row.available, row.checked_in)
