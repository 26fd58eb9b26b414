"""What is there already when something comes in: what it led to before, and the questions that wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.drafts import Draft
from core.ids import PersonId
from core.journal import Change, ChangeFacts


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a person's message or press meets."""

    change: Change[ChangeFacts] | None
    """What it has led to when it was delivered before."""
    drafts: tuple[Draft, ...]
    """The person's open questions in the places that were looked at, in the order of the places."""

    def waiting(self, place: str) -> Draft | None:
        """The draft that a plain message in this place answers."""
        return next((draft for draft in self.drafts if draft.place == place), None)


class Arrivals(Protocol):
    """Finds it in one look: every turn that may change something begins with it."""

    async def look(self, cause: str, person: PersonId, places: Sequence[str], *, now: datetime) -> Arrival:
        """What that cause has led to, and what is open at `now` (aware, UTC) in places that differ."""
        ...
