"""/start and /help."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import TextField
from bots.chat.buttons.conversation import LeaveAsItIs
from bots.chat.definition import READS, Press
from bots.chat.results.conversation import AsItIs, Welcome
from bots.chat.turn import Turn


@dataclass(frozen=True, slots=True)
class StartArguments:
    """A greeting."""


@dataclass(frozen=True, slots=True)
class HelpArguments:
    """What help is about."""

    topic: Annotated[str | None, TextField("About what?", "busy")] = None


async def start(_: StartArguments, turn: Turn) -> Welcome:
    """Greet."""
    return Welcome(turn.person.name, bool(await turn.unit.bands.of(turn.person.id)))


async def as_it_is(_: LeaveAsItIs, turn: Turn) -> AsItIs:
    """[Not now] and [Keep it] under a question that only buttons answer."""
    del turn
    return AsItIs()


PRESSES: tuple[Press, ...] = (Press(LeaveAsItIs, as_it_is, READS),)
