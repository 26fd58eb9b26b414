"""The account of a person that notices are sent to."""

from sqlalchemy import case

from core.ids import Platform
from storage.people.tables import account

# On Telegram a bot may write only to people who have written to it.
WRITABLE = (account.c.platform != Platform.TELEGRAM.value) | account.c.opened
REACHABLE = account.c.unreachable_at.is_(None)

# Reachable accounts first, then the one seen last. When none is reachable, the best of them is tried anyway:
# things may have changed, and if not, the reason is kept with the notice.
BEST_FIRST = (
    case((REACHABLE, 0), else_=1),
    case((WRITABLE, 0), else_=1),
    account.c.seen_at.desc(),
    account.c.id.desc(),
)
