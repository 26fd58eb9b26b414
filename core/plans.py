"""How a kind of change is taken back and done again: one step for both, which is told the way it goes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from core.journal import Act, Change, ChangeFacts, NotYours

U_contra = TypeVar("U_contra", contravariant=True)
F = TypeVar("F", bound=ChangeFacts)
T = TypeVar("T")


class Direction(Enum):
    """Which way a recorded change is turned."""

    BACK = "back"
    """It is taken back."""
    AGAIN = "again"
    """It was taken back, and is done again."""

    def ends(self, old: T, new: T) -> tuple[T, T]:
        """What must stand now, and what is to stand then.

        A change of zone from London to Berlin, taken back, expects Berlin and makes it London.
        """
        return (new, old) if self is Direction.BACK else (old, new)


async def ones_own(_: object, act: Act, change: Change[ChangeFacts]) -> None:
    """A change is turned by the person who made it alone. Raises NotYours."""
    if act.person != change.person:
        raise NotYours


@dataclass(frozen=True, slots=True)
class UndoPlan(Generic[U_contra, F]):
    """How one kind of change is turned."""

    turn: Callable[[U_contra, Act, Change[F], Direction], Awaitable[None]]
    """Takes the change back, or does it again. Raises Superseded where somebody has changed it since."""
    allowed: Callable[[U_contra, Act, Change[F]], Awaitable[None]] = ones_own
    """Raises a refusal where the change is not the person's to turn."""


Plans = dict[type[ChangeFacts], UndoPlan[U_contra, Any]]
"""The plan of each kind of change that can be turned."""
