"""/timezone: where a person lives, as far as clocks go."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import Text
from bots.chat.commands.person.places import settle
from bots.chat.conversations import Ask, Option
from bots.chat.turn import Turn
from core.scheduling.diary.zones import OldRules, ZoneAsked, set_zone


@dataclass(frozen=True, slots=True)
class Timezone:
    """A zone or a city."""

    place: Annotated[str, Text("Which city are you in, or which zone?", "Leeds", source="place")]


async def timezone(ask: Timezone, turn: Turn) -> object:
    """Set the zone; asks which city, and what to do with rules in another zone."""
    settled = settle(turn.raw.get("zone", ask.place), "place")
    if isinstance(settled, Ask):
        return settled
    old = OldRules(turn.raw["rules"]) if "rules" in turn.raw else None
    result = await set_zone(turn.unit, turn.act, settled.zone, old=old)
    if isinstance(result, ZoneAsked):
        where = {"zone": settled.zone}
        options = tuple(Option(each, {**where, "rules": each.value}) for each in OldRules)
        return Ask("", result, options)
    return result
