"""What is there already when something comes in: what it led to before, and the questions that wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.ids import PersonId
from core.journal import Change, ChangeFacts
from core.pending import PendingCommand


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a person's message or press meets."""

    change: Change[ChangeFacts] | None
    """What it has led to when it was delivered before."""
    pending: tuple[PendingCommand, ...]
    """The person's open questions in the chats that were looked at, in their order."""

    def waiting(self, chat: str) -> PendingCommand | None:
        """The pending command that a plain message in this chat answers."""
        return next((pending for pending in self.pending if pending.chat == chat), None)


class Arrivals(Protocol):
    """Finds it in one read: every turn that may change something begins with it."""

    async def meet(self, cause: str, person: PersonId, chats: Sequence[str], *, now: datetime) -> Arrival:
        """What that cause has led to, and what is open at `now` (aware, UTC) in chats that differ."""
        ...
