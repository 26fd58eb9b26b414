"""Half-filled commands that wait for the person's answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from core.ids import PendingId, PersonId

LIFETIME = timedelta(hours=24)
"""How long an unanswered question stays open."""


@dataclass(frozen=True, slots=True)
class PendingCommand:
    """One command as far as a person has filled it in, and the question that is open."""

    id: PendingId
    person: PersonId
    chat: str
    """The platform and chat in which it was asked, as `Chat.key` writes it."""
    command: str
    """The command's full name, such as "band create"."""
    answers: dict[str, str]
    """The arguments given so far, as typed, by name."""
    asking: str
    """The name of the argument, or of the prerequisite, that is asked for."""
    choices: list[dict[str, Any]]
    """What each button of the question stands for, as JSON; empty when the answer is typed."""
    asked_at: datetime
    """Aware, UTC: the words in `answers` were said then."""


class PendingCommands(Protocol):
    """Where pending commands are kept: at most one open question per person and chat."""

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
        """Keep a pending command, in place of the person's older one in that chat."""
        ...

    async def find(self, pending: PendingId, *, now: datetime) -> PendingCommand | None:
        """The open question with that id, unless it has expired."""
        ...

    async def close(self, pending: PendingId) -> None:
        """Close a question that was answered or set aside."""
        ...
