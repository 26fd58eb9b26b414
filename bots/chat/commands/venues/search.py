"""/venues: the venues of a city, or near it, by genre."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import KeptField, TextField
from bots.chat.commands.venues.venues import CityMeant, city_of
from bots.chat.conversations import Ask, Option
from bots.chat.results.venues import VenueFound, VenueList
from bots.chat.turn import Turn
from core.marketplace.matching.genres import shared_genres
from core.marketplace.venues import Venue
from core.scheduling import cities
from core.scheduling.commitments.clashes import LOOKAHEAD

_AROUND = 80
"""Kilometres around a city that was named."""


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
    known = await turn.unit.venues.all_open()
    open_ = await turn.unit.events.open_between(turn.now, turn.now + LOOKAHEAD)
    counts = Counter(venue.id for _, venue in open_)
    found = [VenueFound(each, _far(each, city), counts[each.id]) for each in known if _plays(each, ask.genre)]
    if city is not None:
        found = [each for each in found if each.kilometres is not None and each.kilometres <= _AROUND]
    found.sort(key=lambda each: (each.kilometres or 0, each.venue.name.casefold(), each.venue.id))
    return VenueList(tuple(found), city.name if city else None, ask.genre)


def _far(venue: Venue, city: CityMeant | None) -> int | None:
    if city is None:
        return None
    here = cities.named(city.name, city.zone)
    there = cities.named(venue.profile.city, venue.zone)
    return None if here is None or there is None else round(here.at.kilometres_to(there.at))


def _plays(venue: Venue, genre: str | None) -> bool:
    own = venue.profile.genres
    return genre is None or not own or bool(shared_genres(own, [genre]))
