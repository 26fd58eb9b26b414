"""How the result of a recorded change is told a second time."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bots.chat.turn import Retelling
from core.journal import Change, ChangeFacts


@dataclass(frozen=True, slots=True)
class Replay:
    """One kind of change."""

    rebuild: Callable[[Retelling, Change[Any]], Awaitable[object]]
    """The result as a view words it, from what was recorded; changes nothing."""
    though_undone: bool = False
    """Told again even after the change was undone; otherwise only while it stands."""


Replays = Mapping[type[ChangeFacts], Replay]
