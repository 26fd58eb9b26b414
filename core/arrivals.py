"""What a new message or press finds in the store: its earlier result, and the person's open questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.ids import PersonId
from core.journal import Change, ChangeFacts
from core.pending import PendingCommand


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the store knows when a person's message or press comes in."""

    change: Change[ChangeFacts] | None
    """What it led to when it was delivered before; None: it is new."""
    pending: tuple[PendingCommand, ...]
    """The person's open questions in the chats that were looked at, in their order."""

    def waiting(self, chat: str) -> PendingCommand | None:
        """The pending command that a plain message in this chat answers."""
        return next((pending for pending in self.pending if pending.chat == chat), None)


class Arrivals(Protocol):
    """Looks it up in one read: every turn that may change something begins with it."""

    async def meet(self, cause: str, person: PersonId, chats: Sequence[str], *, now: datetime) -> Arrival:
        """What that cause has led to, and the questions open at `now` (aware, UTC) in these chats."""
        ...
