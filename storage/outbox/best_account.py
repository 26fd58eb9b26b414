"""Which of a person's accounts is written to."""

from sqlalchemy import case

from core.ids import Platform
from storage.people.tables import account

# Telegram lets a bot write only to those who have written to it.
WRITABLE = (account.c.platform != Platform.TELEGRAM.value) | account.c.opened
REACHABLE = account.c.unreachable_at.is_(None)

# Reachable accounts first, then the one seen last. When none is reachable the best of them is tried
# all the same: things may have changed, and the reason ends up beside the notice.
BEST_FIRST = (
    case((REACHABLE, 0), else_=1),
    case((WRITABLE, 0), else_=1),
    account.c.seen_at.desc(),
    account.c.id.desc(),
)
