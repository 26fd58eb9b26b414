"""`/venues`: the venues of a city, or around it, by music and by words."""

from dataclasses import dataclass
from datetime import datetime

from core.marketplace.events.store import EventUnit
from core.marketplace.matching.open_dates import plays
from core.marketplace.venues import Venue
from core.scheduling.cities import City, fold, kilometres_between

AROUND = 80
"""Kilometres around a city that was named, where nothing else was said."""


@dataclass(frozen=True, slots=True)
class VenuesWanted:
    """Which venues are looked for."""

    near: City | None = None
    radius: int = AROUND
    """Kilometres around `near`."""
    genre: str | None = None
    words: str | None = None
    """All of them are in its name, city or address."""


@dataclass(frozen=True, slots=True)
class VenueFound:
    """One venue in a list, and how far it is from where was asked."""

    venue: Venue
    kilometres: int | None
    open_dates: int


async def find_venues(unit: EventUnit, wanted: VenuesWanted, *, now: datetime) -> list[VenueFound]:
    """Venues, the nearest first; without a city all there are, by name."""
    known = await unit.venues.all_open()
    counts = await unit.public_nights.open_counts(now)
    found = [
        VenueFound(each, _far(each, wanted.near), counts.get(each.id, 0))
        for each in known
        if plays(each.profile.genres, wanted.genre) and _has(each, wanted.words)
    ]
    if wanted.near is not None:
        found = [each for each in found if each.kilometres is not None and each.kilometres <= wanted.radius]
    return sorted(found, key=lambda each: (each.kilometres or 0, each.venue.name.casefold(), each.venue.id))


def _far(venue: Venue, near: City | None) -> int | None:
    return None if near is None else kilometres_between(near, venue.profile.city, venue.zone)


def _has(venue: Venue, words: str | None) -> bool:
    if not words:
        return True
    profile = venue.profile
    there = fold(" ".join(filter(None, (profile.name, profile.city, profile.address))))
    return all(each in there for each in fold(words).split())
