"""Finds the zone for a city or a zone's name."""

from dataclasses import dataclass

from bots.chat.conversations import Ask, Option
from bots.chat.refusals import NoSuchCity
from bots.chat.results.person import CityUnclear
from core.scheduling import cities

_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Settled:
    """A zone, and the city that it was found by, if any."""

    zone: str
    city: str | None


def settle(words: str, asking: str) -> Settled | Ask:
    """The zone for a zone's name or a city; asks when several cities fit. Raises NoSuchCity."""
    zone = cities.find_zone(words)
    if zone is not None:
        return Settled(zone, None)
    found = cities.find(words, limit=_CHOICES)
    if not found:
        raise NoSuchCity(words)
    city = cities.clear_winner(found)
    if city is not None:
        return Settled(city.zone, city.name)
    if asking != "city" and len({each.zone for each in found}) == 1:
        return Settled(found[0].zone, None)  # all of them share one zone
    options = tuple(
        Option(each, {asking: words if asking == "city" else each.zone, "zone": each.zone}) for each in found
    )
    return Ask("", CityUnclear(words), options)
