"""How a kind of change is undone and redone: one step for both, which is given the direction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from core.journal import Act, Change, ChangeFacts, NotYours

U_contra = TypeVar("U_contra", contravariant=True)
F = TypeVar("F", bound=ChangeFacts)
T = TypeVar("T")


class Direction(Enum):
    """Whether a recorded change is undone or redone."""

    BACK = "back"
    """Undo it."""
    AGAIN = "again"
    """Redo it, after it was undone."""

    def ends(self, old: T, new: T) -> tuple[T, T]:
        """The state that must be there now, and the state that is wanted.

        A change of zone from London to Berlin, taken back, expects Berlin and makes it London.
        """
        return (new, old) if self is Direction.BACK else (old, new)


async def ones_own(_: object, act: Act, change: Change[ChangeFacts]) -> None:
    """Only the person who made a change may undo or redo it. Raises NotYours."""
    if act.person != change.person:
        raise NotYours


@dataclass(frozen=True, slots=True)
class UndoPlan(Generic[U_contra, F]):
    """How one kind of change is undone and redone."""

    apply: Callable[[U_contra, Act, Change[F], Direction], Awaitable[None]]
    """Undoes or redoes the change. Raises Superseded where somebody has changed the same thing since."""
    allowed: Callable[[U_contra, Act, Change[F]], Awaitable[None]] = ones_own
    """Raises a refusal where the person may not undo or redo the change."""


Plans = dict[type[ChangeFacts], UndoPlan[U_contra, Any]]
"""The plan of each kind of change that can be undone."""
