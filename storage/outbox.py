"""Notices that wait, as rows: left by use cases, claimed and marked by those who deliver."""

from datetime import datetime

from sqlalchemy import bindparam, case, select

from core.ids import PersonId, Platform
from core.notices import Notice, facts_of
from storage.statements import Statements
from storage.tables import account, outbox

WRITABLE = (account.c.platform != Platform.TELEGRAM.value) | account.c.opened
"""Telegram lets a bot write only to those who have written to it."""

# Reachable accounts first, then the one seen last. When none is reachable the best of them is tried
# all the same: things may have changed, and the reason ends up beside the notice.
_BEST_ACCOUNT = (
    select(account.c.id)
    .where(account.c.person == bindparam("person"))
    .order_by(
        case((account.c.unreachable_at.is_(None), 0), else_=1),
        case((WRITABLE, 0), else_=1),
        account.c.seen_at.desc(),
        account.c.id.desc(),
    )
    .limit(1)
    .scalar_subquery()
)


class SqlOutbox:
    """Implements core.notices.Outbox."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def put(self, notice: Notice, *, to: PersonId, key: str, due: datetime) -> None:
        """Leave a notice for a person. The same key again is the same notice, and is not left twice."""
        values = {
            "person": to,
            "kind": notice.kind,
            "version": notice.version,
            "facts": facts_of(notice),
            "key": key,
            "due_at": due,
            "tried": [],
        }
        leave = self._statements.insert(outbox).values(account=_BEST_ACCOUNT)
        await self._statements.write(leave.on_conflict_do_nothing(index_elements=[outbox.c.key]), values)
