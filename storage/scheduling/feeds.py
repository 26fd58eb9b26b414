"""Imported calendars, as rows that their people add, remove and restore."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from core.ids import FeedId, PersonId
from core.scheduling.calendars.feeds import Feed
from core.scheduling.calendars.outcome import BusyTimes, FeedTrouble
from storage.bands.freed import mark, marking
from storage.engine.statements import Statements
from storage.scheduling.tables import feed

_ADD = insert(feed).returning(feed.c.id)
_FIND = select(feed).where(feed.c.id == bindparam("which"))
_OF = (
    select(feed)
    .where(feed.c.person == bindparam("person_"), feed.c.removed_at.is_(None))
    .order_by(feed.c.made_at, feed.c.id)
)
_SET = update(feed).where(feed.c.id == bindparam("which"))
# The claim is withdrawn: the result of a fetch under way is dropped, and the calendar is fetched again.
_AT_ONCE = {"claimed_by": None, "lease_until": None, "told_at": None}
_RESTORE = _SET.where(feed.c.removed_at.is_not(None)).values(removed_at=None, **_AT_ONCE)
_REMOVE = _SET.where(feed.c.removed_at.is_(None))
FREE = marking(select(feed.c.person).where(feed.c.id == bindparam("which")))
"""Marks the bands of the person whose calendar it is."""
_ASK_AGAIN = _SET.where(feed.c.removed_at.is_(None)).values(**_AT_ONCE)


class SqlFeeds:
    """Implements core.scheduling.calendars.feeds.Feeds."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def add(self, person: PersonId, address: str, *, at: datetime) -> FeedId:
        values = {"person": person, "address": address, "made_at": at, "due_at": at}
        return FeedId(await self._statements.new_id(_ADD, values))

    async def of(self, person: PersonId) -> list[Feed]:
        return [_feed(row) for row in await self._statements.rows(_OF, {"person_": person})]

    async def find(self, feed: FeedId) -> Feed | None:
        row = await self._statements.row(_FIND, {"which": feed})
        return None if row is None else _feed(row)

    async def remove(self, feed: FeedId, *, at: datetime) -> None:
        await self._statements.write(_REMOVE, {"which": feed, "removed_at": at})
        await mark(self._statements, FREE, {"which": feed})

    async def restore(self, feed: FeedId, *, at: datetime) -> None:
        await self._statements.write(_RESTORE, {"which": feed, "due_at": at})

    async def ask_again(self, feed: FeedId, *, at: datetime) -> None:
        await self._statements.write(_ASK_AGAIN, {"which": feed, "due_at": at})


def _feed(row: Row[Any]) -> Feed:
    return Feed(
        id=FeedId(row.id),
        person=PersonId(row.person),
        address=row.address,
        busy=_busy(row.busy),
        read_at=row.read_at,
        failing_since=row.failing_since,
        why=_why(row.why),
        removed=row.removed_at is not None,
    )


def _busy(stored: dict[str, Any] | None) -> BusyTimes | None:
    if stored is None:
        return None
    exact, wall = (tuple((start, end) for start, end in stored[kind]) for kind in ("exact", "wall"))
    return BusyTimes(exact, wall, stored.get("until", 0))


def _why(stored: str | None) -> FeedTrouble | None:
    return FeedTrouble(stored) if stored in set(FeedTrouble) else None
