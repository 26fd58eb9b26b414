"""/band edit: a band's profile, its links, the gigs that it looks for, its habits."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import ChoiceField, KeptField, PickField, TextField
from bots.chat.commands.band.habits import HABITS, set_habit
from bots.chat.commands.band.wishes import wish
from bots.chat.commands.person.cities import settle
from bots.chat.conversations import Ask, Option
from bots.chat.results.band import ClockAsked, ClockChoice, ValueAsked
from bots.chat.turn import Turn
from bots.chat.views.band.profile import FIELDS as NAMES
from core import formats
from core.bands import SERVICES
from core.bands.edits import BandEdited, BandSheet, edit_band
from core.bands.habits import HabitsSet
from core.bands.links import link_of
from core.bands.names import tidy_genres, tidy_name
from core.bands.refusals import ValueUnclear
from core.bands.state import WISHES

# Exactly 25, which is as many choices as Discord takes: a further field needs a command of its own.
_FIELDS = tuple((field, NAMES[field]) for field in ("name", "city", "genres", *SERVICES, *WISHES, *HABITS))
_NOTHING = ("none", "remove", "delete", "nothing", "-")


@dataclass(frozen=True, slots=True)
class BandEditArguments:
    """One field of the band and its new value."""

    field: Annotated[str | None, ChoiceField("What do you want to change?", _FIELDS)] = None
    value: Annotated[str | None, TextField("What should it be?", "19:00-23:00", limit=500)] = None
    band: Annotated[str | None, PickField("For which band?", "band")] = None
    zone: Annotated[str | None, KeptField()] = None
    """The zone of the city that was picked."""
    clock: Annotated[ClockChoice | None, KeptField(ClockChoice)] = None
    """Whether the band's zone changes to the city's."""


async def edit(ask: BandEditArguments, turn: Turn) -> BandSheet | BandEdited | HabitsSet | Ask:
    """Change one thing; without a field show them all, without a value ask for it."""
    if ask.field is None:
        return BandSheet(turn.the_band)
    if ask.value is None:
        return Ask("value", ValueAsked(turn.the_band, ask.field))
    if ask.field in HABITS:
        return await set_habit(ask.field, ask.value, turn)
    if ask.field == "city":
        return await _city(ask, ask.value, turn)
    new = {ask.field: _value(ask.field, ask.value, turn)}
    return await edit_band(turn.unit, turn.act, turn.the_band.id, new)


def _value(field: str, words: str, turn: Turn) -> object:
    if field in WISHES:
        return wish(field, words, formats.regional(turn.person.locale, turn.person.zone))
    nothing = words.strip().casefold() in _NOTHING
    if field == "name" and not nothing:
        return tidy_name(words)
    if field == "name":
        raise ValueUnclear(field, words)
    if field == "genres":
        return [] if nothing else list(tidy_genres(words))
    return None if nothing else link_of(field, words)


async def _city(ask: BandEditArguments, words: str, turn: Turn) -> BandEdited | Ask:
    """Set the city; if it is in another zone, ask whether the band's zone follows."""
    band = turn.the_band
    if words.strip().casefold() in _NOTHING:
        return await edit_band(turn.unit, turn.act, band.id, {"city": None})
    zone = ask.zone
    if zone is None:
        found = settle(words, "city")
        if isinstance(found, Ask):
            return Ask("", found.about, tuple(map(_at_home, found.options)))
        if found.city is None:  # a zone's name was typed: only the zone changes
            return await edit_band(turn.unit, turn.act, band.id, {"zone": found.zone})
        words, zone = found.city, found.zone
    if zone != band.zone and ask.clock is None:
        options = tuple(
            Option(choice, {"value": words, "zone": zone, "clock": choice.value}) for choice in ClockChoice
        )
        return Ask("", ClockAsked(band, words, zone), options)
    moved = {"zone": zone} if ask.clock is ClockChoice.MOVE else {}
    return await edit_band(turn.unit, turn.act, band.id, {"city": words.strip(), **moved})


def _at_home(option: Option) -> Option:
    return Option(option.means, {"value": option.means.name, "zone": option.answers["zone"]})
