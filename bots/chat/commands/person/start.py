"""/start and /help."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import Text
from bots.chat.turn import Turn
from bots.chat.views.person.start import Welcome


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
