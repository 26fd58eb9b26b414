"""Removing rows that are no longer needed."""

from datetime import datetime, timedelta

from sqlalchemy import Delete, Table, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from core.pending import LIFETIME
from core.web_sessions import LINK_LIFETIME, SESSION_LIFETIME
from storage.engine.transactions import Transactions
from storage.outbox.tables import NoticeState, outbox
from storage.scheduling.tables import feed
from storage.turns.tables import draft
from storage.web_sessions.tables import web_link, web_session

SENT_KEPT = timedelta(days=30)
"""How long a notice is kept after it was sent. Buried ones are kept for good, with the reason."""

REMOVED_KEPT = timedelta(days=30)
"""How long a removed calendar can be restored. After that its address, a secret, is deleted."""


def _oldest_drafts() -> Delete:
    old = select(draft.c.id).where(draft.c.asked_at <= bindparam("before")).limit(bindparam("most"))
    return delete(draft).where(draft.c.id.in_(old.scalar_subquery()))


def _oldest_sent() -> Delete:
    told = outbox.c.state == NoticeState.SENT.value
    old = select(outbox.c.id).where(told, outbox.c.done_at <= bindparam("before")).limit(bindparam("most"))
    return delete(outbox).where(outbox.c.id.in_(old.scalar_subquery()))


def _oldest_removed() -> Delete:
    old = select(feed.c.id).where(feed.c.removed_at <= bindparam("before")).limit(bindparam("most"))
    return delete(feed).where(feed.c.id.in_(old.scalar_subquery()))


def _oldest_of(table: Table) -> Delete:
    old = select(table.c.id).where(table.c.made_at <= bindparam("before")).limit(bindparam("most"))
    return delete(table).where(table.c.id.in_(old.scalar_subquery()))


class SqlUpkeep:
    """Implements jobs.ports.Upkeep."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._transactions = Transactions(engine)

    async def purge(self, *, now: datetime, limit: int) -> int:
        """Deletes expired pending commands, links and sessions, and notices and calendars of long ago."""
        async with self._transactions.write() as statements:
            drafts = await statements.write(_oldest_drafts(), {"before": now - LIFETIME, "most": limit})
            notices = await statements.write(_oldest_sent(), {"before": now - SENT_KEPT, "most": limit})
            feeds = await statements.write(_oldest_removed(), {"before": now - REMOVED_KEPT, "most": limit})
            links = await statements.write(
                _oldest_of(web_link), {"before": now - LINK_LIFETIME, "most": limit}
            )
            sessions = await statements.write(
                _oldest_of(web_session), {"before": now - SESSION_LIFETIME, "most": limit}
            )
        return drafts + notices + feeds + links + sessions
