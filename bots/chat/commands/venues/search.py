"""/venues: the venues of a city, or near it, by genre."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import KeptField, TextField
from bots.chat.commands.venues.venues import CityMeant, city_of
from bots.chat.conversations import Ask, Option
from bots.chat.results.venues import VenueList
from bots.chat.turn import Turn
from core.marketplace.matching.venue_search import VenuesWanted, find_venues
from core.scheduling import cities


@dataclass(frozen=True, slots=True)
class VenuesArguments:
    """Where, and for what music."""

    near: Annotated[str | None, TextField("Near which city?", "Leeds", source="city")] = None
    genre: Annotated[str | None, TextField("For which music?", "indie")] = None
    zone: Annotated[str | None, KeptField()] = None
    """The zone of the city that was picked."""


async def listed(ask: VenuesArguments, turn: Turn) -> VenueList | Ask:
    """Venues, the nearest first; without a city all there are, by name."""
    city: CityMeant | None = None
    if ask.near is not None:
        settled = city_of(ask.near, ask.zone)
        if isinstance(settled, Ask):
            options = (
                Option(each.means, {"near": each.means.name, "zone": each.answers["zone"]})
                for each in settled.options
            )
            return Ask("", settled.about, tuple(options))
        city = settled
    near = cities.named(city.name, city.zone) if city is not None else None
    if city is not None and near is None:
        return VenueList((), city.name, ask.genre)
    found = await find_venues(turn.unit, VenuesWanted(near, genre=ask.genre), now=turn.now)
    return VenueList(tuple(found), city.name if city else None, ask.genre)
