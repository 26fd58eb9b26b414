"""A half-filled request that waits for its person, addressed by argument name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from core.ids import PendingId, PersonId

LIFETIME = timedelta(hours=24)
"""How long an unanswered question stays open."""


@dataclass(frozen=True, slots=True)
class PendingCommand:
    """What a person has said so far of one command, and what is being asked."""

    id: PendingId
    person: PersonId
    chat: str
    """The platform and chat the question stands in, as `Chat.key` writes it."""
    command: str
    """The command's full name, such as "band create"."""
    answers: dict[str, str]
    """What was said, as typed, by argument name."""
    asking: str
    """The name of the argument, or of the prerequisite, that is asked for."""
    choices: list[dict[str, Any]]
    """What each button of the question stands for, as JSON; empty when the answer is typed."""
    asked_at: datetime
    """Aware, UTC: the words in `answers` were said then."""


class PendingCommands(Protocol):
    """Where pending commands are kept: at most one open question per person and place."""

    async def open(
        self,
        person: PersonId,
        chat: str,
        *,
        command: str,
        answers: dict[str, str],
        asking: str,
        choices: list[dict[str, Any]],
        at: datetime,
    ) -> PendingId:
        """Keep a pending command; an older one of this person in this place is set aside."""
        ...

    async def find(self, pending: PendingId, *, now: datetime) -> PendingCommand | None:
        """The open question with that id, unless it has expired."""
        ...

    async def close(self, pending: PendingId) -> None:
        """The question is answered or set aside."""
        ...
