"""/start and /help."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import Text
from bots.chat.buttons.conversation import LeaveAsItIs
from bots.chat.definition import READS, Press
from bots.chat.results.conversation import AsItIs, Welcome
from bots.chat.turn import Turn


@dataclass(frozen=True, slots=True)
class Start:
    """A greeting."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What help is about."""

    topic: Annotated[str | None, Text("About what?", "busy")] = None


async def start(_: Start, turn: Turn) -> Welcome:
    """Greet."""
    return Welcome(turn.person.name, bool(await turn.unit.bands.of(turn.person.id)))


async def as_it_is(_: LeaveAsItIs, turn: Turn) -> AsItIs:
    """[Not now] and [Keep it] under a question that only buttons answer."""
    del turn
    return AsItIs()


PRESSES: tuple[Press, ...] = (Press(LeaveAsItIs, as_it_is, READS),)
