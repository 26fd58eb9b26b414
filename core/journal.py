"""Who did what, when, because of which message; and what Undo would take back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from core.errors import Refusal
from core.ids import ChangeId, PersonId

F_co = TypeVar("F_co", bound="ChangeFacts", covariant=True)


class Whose(Enum):
    """Whose the facts of a kind of change are: what becomes of them when people are joined or erased."""

    BAND = "band"
    """They outlive the person who made the change."""
    PERSON = "person"
    """They are erased with the person."""
    ONESELF = "oneself"
    """They are of the person as such, and erased with them.

    Where two people become one, such a change of the one who goes is set aside, because there is nothing
    left to take it back from.
    """


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """What a change needs to be told, taken back and done again; each kind of change has a class of its own.

    They are declared in `changes.py` of an area; core/changes.py adds them up.
    """

    kind: ClassVar[str]
    """Under which name it is stored, for years."""
    whose: ClassVar[Whose] = Whose.PERSON
    undoable: ClassVar[bool] = False
    """/undo takes it back: a person's own diary and zone. The rest has a button (core/undo.py, PLANS) or a
    named opposite (join - leave)."""

    @property
    def of_another(self) -> PersonId | None:
        """The person whose own the facts are, where that is not the one who made the change."""
        return None


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody doing something: what every changing use case is told besides its arguments."""

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
    """Once of another kind; it speaks of what is no longer there, so that nothing can take it back."""

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
    """Facts of a kind, or in a shape, that this release does not know: kept, and undone by nothing."""

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
        """The change with that id, to be undone or redone: other units that take it wait for this one."""
        ...

    async def by_cause(self, cause: str) -> Change[ChangeFacts] | None:
        """The change that a message or press has already led to."""
        ...

    async def last_undoable(self, person: PersonId) -> Change[ChangeFacts] | None:
        """The person's latest undoable change that is not undone."""
        ...

    async def set_undone(self, change: ChangeId, *, undone: bool) -> None:
        """Mark a change as taken back, or as standing again."""
        ...


@dataclass(eq=False)
class NothingToUndo(Refusal):
    """The person has no change that could be taken back."""


@dataclass(eq=False)
class NotYours(Refusal):
    """A button of somebody else's change or question."""


@dataclass(eq=False)
class Gone(Refusal):
    """The thing a button speaks of no longer exists."""


@dataclass(eq=False)
class Superseded(Refusal):
    """A later change stands in the way of undoing or redoing this one."""

    kind: type[ChangeFacts]
    """Of which this one is."""
