"""/timezone: where a person lives, as far as clocks go."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import Text
from bots.chat.commands.places import settle
from bots.chat.conversations import Ask, Option
from bots.chat.turn import Turn
from core.scheduling.zones import ZoneAsked, set_zone


@dataclass(frozen=True, slots=True)
class Timezone:
    """A zone or a city."""

    place: Annotated[str, Text("Which city are you in, or which zone?", "Leeds", source="place")]


async def timezone(ask: Timezone, turn: Turn) -> object:
    """Set the zone; asks which city, and what to do with rules in another zone."""
    settled = settle(turn.raw.get("zone", ask.place), "place")
    if isinstance(settled, Ask):
        return settled
    move = {"move": True, "keep": False}.get(turn.raw.get("rules", ""))
    result = await set_zone(turn.unit, turn.act, settled.zone, move=move)
    if isinstance(result, ZoneAsked):
        where = {"zone": settled.zone}
        options = (Option(True, {**where, "rules": "move"}), Option(False, {**where, "rules": "keep"}))
        return Ask("", result, options)
    return result
