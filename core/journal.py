"""The record of every change: who made it, when, because of which message; and what Undo would take back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from core.errors import Refusal
from core.ids import ChangeId, PersonId

F_co = TypeVar("F_co", bound="ChangeFacts", covariant=True)


class Whose(Enum):
    """The owner of a change's facts: this decides their fate when people are merged or erased."""

    BAND = "band"
    """They outlive the person who made the change."""
    PERSON = "person"
    """They are erased with the person."""
    ONESELF = "oneself"
    """They describe the person as such, and are erased with them.

    When two people become one, such changes of the one merged away are set aside: the profile that they
    would restore no longer exists.
    """


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """The facts needed to describe a change, undo it and redo it; each kind of change has its own class.

    They are declared in each area's `changes.py`; core/changes.py collects them.
    """

    kind: ClassVar[str]
    """The name under which it is stored, for years."""
    whose: ClassVar[Whose] = Whose.PERSON
    undoable: ClassVar[bool] = False
    """/undo takes it back: a person's own diary and zone. The rest has a button (core/undo.py, PLANS) or a
    named opposite (join - leave)."""

    @property
    def of_another(self) -> PersonId | None:
        """The person who owns the facts, where somebody else made the change."""
        return None


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody doing something: every use case that changes anything is given one, with its own arguments."""

    person: PersonId
    at: datetime
    """Aware, UTC."""
    cause: str
    """The platform's name for the message or press, unique for ever: a redelivery has the same one."""


@dataclass(frozen=True, slots=True)
class Change(Generic[F_co]):
    """One recorded act."""

    id: ChangeId
    person: PersonId
    cause: str
    at: datetime
    facts: F_co
    undone: bool


@dataclass(frozen=True, slots=True)
class ChangeSetAside(ChangeFacts):
    """A change that once had another kind and cannot be undone, because what it was about is gone."""

    kind = "journal.set_aside"


@dataclass(frozen=True, slots=True)
class ChangeUndone(ChangeFacts):
    """A change was taken back."""

    kind = "journal.undone"

    change: ChangeId


@dataclass(frozen=True, slots=True)
class ChangeRedone(ChangeFacts):
    """A change that had been taken back was done again."""

    kind = "journal.redone"

    change: ChangeId


@dataclass(frozen=True, slots=True)
class UnknownFacts(ChangeFacts):
    """Facts of a kind, or in a shape, that this release does not know: they are kept but cannot be undone."""

    kind = ""

    stored_kind: str
    json: Mapping[str, Any]


CHANGES = (ChangeSetAside, ChangeUndone, ChangeRedone)
"""The kinds of change that are about a change."""


class Journal(Protocol):
    """Where changes are kept."""

    async def record(self, act: Act, facts: ChangeFacts) -> ChangeId:
        """Write a change down; its cause must be new."""
        ...

    async def find(self, change: ChangeId) -> Change[ChangeFacts] | None:
        """The change with that id."""
        ...

    async def take(self, change: ChangeId) -> Change[ChangeFacts] | None:
        """The change with that id, locked for undoing or redoing it; other units that take it wait."""
        ...

    async def by_cause(self, cause: str) -> Change[ChangeFacts] | None:
        """The change that a message or press has already led to."""
        ...

    async def last_undoable(self, person: PersonId) -> Change[ChangeFacts] | None:
        """The person's latest undoable change that is not undone."""
        ...

    async def since(self, change: ChangeId, person: PersonId, *, causes: str) -> list[Change[ChangeFacts]]:
        """The person's changes from that one on, in their order, whose causes begin so."""
        ...

    async def set_undone(self, change: ChangeId, *, undone: bool) -> None:
        """Mark a change as taken back, or as standing again."""
        ...


@dataclass(eq=False)
class NothingToUndo(Refusal):
    """The person has no change that could be taken back."""


@dataclass(eq=False)
class NotYours(Refusal):
    """A button that belongs to somebody else's change or question."""


@dataclass(eq=False)
class Gone(Refusal):
    """The thing that a button is about no longer exists."""


@dataclass(eq=False)
class Superseded(Refusal):
    """A later change stands in the way of undoing or redoing this one."""

    kind: type[ChangeFacts]
    """The kind of the change that was to be undone or redone."""
