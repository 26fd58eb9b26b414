"""/profile: a person's name, instruments and zone."""

from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import Missing, TextField, arguments_of
from bots.chat.buttons.person import AskProfileField
from bots.chat.commands.person.zones import TimezoneArguments, timezone
from bots.chat.conversations import Ask, Option, ask_for
from bots.chat.results.person import ProfileShown
from bots.chat.turn import Turn
from core.people import profile as profiles
from core.people.names import usable_instruments, usable_name
from core.scheduling.diary.zones import ZoneSet

_NONE = frozenset({"none", "nothing", "-"})


@dataclass(frozen=True, slots=True)
class ProfileArguments:
    """What to change."""

    name: Annotated[str | None, TextField("What should I call you?", "Jo", limit=400)] = None
    instruments: Annotated[str | None, TextField("What do you play?", "drums, vocals", limit=800)] = None
    zone: Annotated[
        str | None, TextField("Which city are you in, or which zone?", "Leeds", source="city")
    ] = None


async def profile(ask: ProfileArguments, turn: Turn) -> ProfileShown | ZoneSet | Ask:
    """Show the card, or change it; a zone alone is set as /timezone does."""
    if ask.name is None and ask.instruments is None:
        if ask.zone is not None:
            return await _set_zone(ask.zone, turn)
        return ProfileShown(profiles.Profile(turn.person))
    name = None if ask.name is None else usable_name(ask.name)
    instruments = None if ask.instruments is None else _instruments(ask.instruments)
    changed = await profiles.set_profile(turn.unit, turn.act, name=name, instruments=instruments)
    return ProfileShown(changed, zone_said=ask.zone)


async def profile_ask(press: AskProfileField, turn: Turn) -> Ask | ProfileShown:
    """[Name], [Instruments] and [Time zone] under the card: each asks for one thing."""
    if not 0 <= press.field < len(_ASKED):
        return ProfileShown(profiles.Profile(turn.person))
    command, shape, name = _ASKED[press.field]
    argument = next(each for each in arguments_of(shape) if each.name == name)
    return replace(ask_for(Missing(argument)), command=command)


_ASKED = (
    ("profile", ProfileArguments, "name"),
    ("profile", ProfileArguments, "instruments"),
    ("timezone", TimezoneArguments, "place"),
)


async def _set_zone(place: str, turn: Turn) -> ZoneSet | Ask:
    found = await timezone(TimezoneArguments(place), turn)
    if not isinstance(found, Ask):
        return found
    options = tuple(Option(each.means, {"place": place, **each.answers}) for each in found.options)
    return replace(found, command="timezone", options=options)


def _instruments(words: str) -> tuple[str, ...]:
    return () if words.strip().casefold() in _NONE else usable_instruments(words)
