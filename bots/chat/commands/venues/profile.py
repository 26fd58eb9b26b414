"""/venue edit: a venue's profile, read from what is typed for one of its fields."""

import re
from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import ChoiceField, KeptField, PickField, TextField
from bots.chat.commands.venues.venues import city_of
from bots.chat.conversations import Ask, Option
from bots.chat.results.venues import VenueValueAsked
from bots.chat.turn import Turn
from core.bands import SERVICES
from core.bands.links import link_of
from core.bands.names import tidy_genres, tidy_name, visible
from core.bands.refusals import ValueUnclear
from core.marketplace.venues import Requirement
from core.marketplace.venues.edits import VenueEdited, VenueSheet, edit_venue
from core.marketplace.venues.refusals import VenueNameNotUsable, VenueValueUnclear

FIELDS = {
    "name": "name",
    "city": "city",
    "address": "address",
    "capacity": "capacity",
    "rooms": "rooms",
    "genres": "genres",
    "ages": "age_from",
    "backline": "backline",
    "terms": "house_terms",
    "asks": "requires",
    **{service: service for service in SERVICES},
}
"""What people type to name a field, and what it is called in the profile."""
_TEXT_LIMIT = 500
_ROOMS = 8
_NOTHING = ("none", "remove", "delete", "nothing", "-")
_ALL_AGES = ("all ages", "all", "any", "0+", "everybody")
_ROOM = re.compile(r"(?P<name>.*?)(?:[\s:(]+(?P<capacity>\d{1,5})\)?)?")
_AGE = re.compile(r"(\d{1,2})\s*\+?")
_WORDS = {
    "links": Requirement.LINKS,
    "link": Requirement.LINKS,
    "music": Requirement.LINKS,
    "draw": Requirement.DRAW,
    "line": Requirement.LINE,
    "note": Requirement.LINE,
}


@dataclass(frozen=True, slots=True)
class VenueEditArguments:
    """One field of the venue and its new value."""

    field: Annotated[
        str | None, ChoiceField("What do you want to change?", tuple((each, each) for each in FIELDS))
    ] = None
    value: Annotated[str | None, TextField("What should it be?", "200", limit=_TEXT_LIMIT)] = None
    venue: Annotated[str | None, PickField("For which venue?", "venue")] = None
    zone: Annotated[str | None, KeptField()] = None
    """The zone of the city that was picked."""


async def edit(ask: VenueEditArguments, turn: Turn) -> VenueSheet | VenueEdited | Ask:
    """Change one thing; without a field show them all, without a value ask for it."""
    venue = turn.the_venue
    if ask.field is None:
        return VenueSheet(venue)
    if ask.value is None:
        return Ask("value", VenueValueAsked(venue, ask.field))
    if ask.field == "city":
        city = city_of(ask.value, ask.zone)
        if isinstance(city, Ask):
            return Ask("", city.about, tuple(_valued(option) for option in city.options))
        return await edit_venue(turn.unit, turn.act, venue.id, {"city": city.name, "zone": city.zone})
    return await edit_venue(
        turn.unit, turn.act, venue.id, {FIELDS[ask.field]: _value(ask.field, ask.value.strip())}
    )


def _valued(option: Option) -> Option:
    """The choice of a city as the value of the field."""
    return Option(option.means, {"value": option.means.name, "zone": option.answers["zone"]})


def _value(field: str, words: str) -> object:
    """The JSON value of a field. Raises VenueValueUnclear, VenueNameNotUsable."""
    nothing = words.casefold() in _NOTHING
    if field == "name":
        return _name(words)
    if nothing:
        return [] if field in ("rooms", "genres", "asks") else None
    try:
        return _read(field, words)
    except ValueUnclear as unclear:
        raise VenueValueUnclear(field, words) from unclear


def _name(words: str) -> str:
    try:
        return tidy_name(words)
    except ValueUnclear as unclear:
        raise VenueNameNotUsable from unclear


def _read(field: str, words: str) -> object:
    match field:
        case "capacity":
            return _capacity(words)
        case "rooms":
            return _rooms(words)
        case "genres":
            return list(tidy_genres(words))
        case "ages":
            return _age(words)
        case "asks":
            return _requirements(words)
        case "address" | "backline" | "terms":
            return _text(field, words)
        case _:
            return link_of(field, words)


def _capacity(words: str) -> int:
    found = re.search(r"\d{1,5}", words)
    if found is None or int(found[0]) < 1:
        raise VenueValueUnclear("capacity", words)
    return int(found[0])


def _rooms(words: str) -> list[dict[str, object]]:
    """Rooms between commas, each with its capacity or without: "Main hall 300, Cellar 80"."""
    rooms: list[dict[str, object]] = []
    for each in re.split(r"[,;/]", words):
        found = _ROOM.fullmatch(each.strip())
        name = found["name"].strip(" :(") if found else ""
        if not name or not visible(name) or len(name) > 60:
            raise VenueValueUnclear("rooms", words)
        capacity = found["capacity"] if found else None
        rooms.append({"name": name, "capacity": int(capacity) if capacity else None})
    if not 0 < len(rooms) <= _ROOMS:
        raise VenueValueUnclear("rooms", words)
    return rooms


def _age(words: str) -> int:
    if words.casefold() in _ALL_AGES:
        return 0
    found = _AGE.fullmatch(words.casefold().replace("over", "").strip())
    if found is None or not 0 <= int(found[1]) <= 25:
        raise VenueValueUnclear("ages", words)
    return int(found[1])


def _requirements(words: str) -> list[str]:
    named = re.findall(r"[a-z]+", words.casefold())
    found = {_WORDS[each] for each in named if each in _WORDS}
    if not found:
        raise VenueValueUnclear("asks", words)
    return [each.value for each in Requirement if each in found]


def _text(field: str, words: str) -> str:
    tidy = " ".join(words.split())
    if not visible(tidy) or len(tidy) > _TEXT_LIMIT:
        raise VenueValueUnclear(field, words)
    return tidy
