"""/timezone: a person's time zone, by city or by name."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import KeptField, TextField
from bots.chat.commands.person.cities import settle
from bots.chat.conversations import Ask, Option
from bots.chat.results.person import OfferedZone, ZoneOffered, ZoneUnknown
from bots.chat.turn import Turn
from core.moments import to_wall
from core.scheduling import cities
from core.scheduling.diary.zones import OldRules, ZoneAsked, ZoneSet, set_zone


@dataclass(frozen=True, slots=True)
class TimezoneArguments:
    """A zone or a city."""

    place: Annotated[str, TextField("Which city are you in, or which zone?", "Leeds", source="city")]
    zone: Annotated[str | None, KeptField()] = None
    """The zone of the city that was picked, where several share the name."""
    rules: Annotated[OldRules | None, KeptField(OldRules)] = None
    """What to do with rules made in the previous zone."""


def offered(name: str, turn: Turn) -> ZoneSet | Ask:
    """Ask whether the zone in a link is to be set; another may be typed instead."""
    zone = cities.find_zone(name)
    if zone is None:
        return Ask("place", ZoneUnknown(), command="timezone")
    if zone == turn.person.zone:
        return ZoneSet(zone, zone, 0, None)
    options = (Option(OfferedZone(zone), {"place": zone}),)
    return Ask("place", ZoneOffered(zone, to_wall(turn.now, zone).time()), options, command="timezone")


async def timezone(ask: TimezoneArguments, turn: Turn) -> ZoneSet | Ask:
    """Set the zone; asks which city if several fit, and what to do with rules in the previous zone."""
    settled = settle(ask.zone or ask.place, "place")
    if isinstance(settled, Ask):
        return settled
    result = await set_zone(turn.unit, turn.act, settled.zone, old=ask.rules)
    if isinstance(result, ZoneAsked):
        where = {"zone": settled.zone}
        options = tuple(Option(each, {**where, "rules": each.value}) for each in OldRules)
        return Ask("", result, options)
    return result
