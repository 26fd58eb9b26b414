"""A half-filled request that waits for its person, addressed by argument name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from core.ids import DraftId, PersonId

LIFETIME = timedelta(hours=24)
"""How long an unanswered question stays open."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person has said so far of one command, and what is being asked."""

    id: DraftId
    person: PersonId
    place: str
    """The platform and chat the question stands in, as `Place.key` writes it."""
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


class Drafts(Protocol):
    """Where drafts are kept: at most one open draft per person and place."""

    async def open(
        self,
        person: PersonId,
        place: str,
        *,
        command: str,
        answers: dict[str, str],
        asking: str,
        choices: list[dict[str, Any]],
        at: datetime,
    ) -> DraftId:
        """Keep a draft; an older one of this person in this place is set aside."""
        ...

    async def find(self, draft: DraftId, *, now: datetime) -> Draft | None:
        """The open draft with that id, unless it has expired."""
        ...

    async def close(self, draft: DraftId) -> None:
        """The question is answered or set aside."""
        ...
