"""Who did what, when, because of which message; and what Undo would take back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from core.errors import Refusal
from core.ids import ChangeId, PersonId


class ChangeKind(StrEnum):
    """What a recorded act did. The area that owns a kind knows its facts and its undo plan."""

    MARKED = "marked"
    ENTERED = "entered"
    """Marked by somebody else for the person whose diary it is (facts: "of")."""
    CONFIRMED = "confirmed"
    SPARED = "spared"
    """A rule leaves one more date out."""
    NUDGED = "nudged"
    ZONE_SET = "zone_set"
    BAND_MADE = "band_made"
    INVITED = "invited"
    INVITE_REVOKED = "invite_revoked"
    JOINED = "joined"
    LEFT = "left"
    HABITS_SET = "habits_set"
    HANDED_OVER = "handed_over"
    PROPOSED = "proposed"
    """A rehearsal was proposed (facts of these: "commitment", "band", "before", "after")."""
    ANSWERED = "answered"
    """A player has answered (facts: "commitment", "band", "old", "new", "revision")."""
    COMMITTED = "committed"
    """A rehearsal was confirmed, or a gig entered."""
    MOVED = "moved"
    """A commitment has got other times, or another place."""
    CALLED_OFF = "called_off"
    PUT_BACK = "put_back"
    MEMBER_CHANGED = "member_changed"
    MEMBER_REMOVED = "member_removed"
    BAND_EDITED = "band_edited"
    BAND_BOUND = "band_bound"
    BAND_UNBOUND = "band_unbound"
    PROFILE_SET = "profile_set"
    SETTINGS_SET = "settings_set"
    LINKED = "linked"
    UNLINKED = "unlinked"
    ERASED = "erased"
    SET_ASIDE = "set_aside"
    """Once another kind; it speaks of what is no longer there, so that nothing can take it back."""
    FEED_ADDED = "feed_added"
    FEED_REMOVED = "feed_removed"
    UNDONE = "undone"
    REDONE = "redone"


UNDOABLE = (ChangeKind.MARKED, ChangeKind.ZONE_SET, ChangeKind.CONFIRMED, ChangeKind.SPARED)
"""What /undo takes back: a person's own diary and zone. The rest has a button
(core/undo.py, PLANS) or a named opposite (join - leave)."""


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody doing something: what every changing use case is told besides its arguments."""

    person: PersonId
    at: datetime
    """Aware, UTC."""
    cause: str
    """The platform's name for the message or press, unique for ever: a redelivery has the same one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One recorded act."""

    id: ChangeId
    person: PersonId
    kind: ChangeKind
    cause: str
    at: datetime
    facts: dict[str, Any]
    """JSON: what the owning area needs to tell, to undo and to redo it."""
    undone: bool


class Journal(Protocol):
    """Where changes are kept."""

    async def record(self, act: Act, kind: ChangeKind, facts: dict[str, Any]) -> ChangeId:
        """Write a change down; its cause must be new."""
        ...

    async def find(self, change: ChangeId) -> Change | None:
        """The change with that id."""
        ...

    async def take(self, change: ChangeId) -> Change | None:
        """The change with that id, to be undone or redone: other units that take it wait for this one."""
        ...

    async def by_cause(self, cause: str) -> Change | None:
        """The change that a message or press has already led to."""
        ...

    async def last_undoable(self, person: PersonId) -> Change | None:
        """The person's latest change among UNDOABLE that is not undone."""
        ...

    async def set_undone(self, change: ChangeId, *, undone: bool) -> None:
        """Mark a change as taken back, or as standing again."""
        ...


@dataclass(eq=False)
class NothingToUndo(Refusal):
    """The person has no change that could be taken back."""


@dataclass(eq=False)
class NotYours(Refusal):
    """A button of somebody else's change, draft or question."""


@dataclass(eq=False)
class Gone(Refusal):
    """The thing a button speaks of no longer exists."""


@dataclass(eq=False)
class Superseded(Refusal):
    """A later change stands in the way of undoing or redoing this one."""

    kind: ChangeKind
