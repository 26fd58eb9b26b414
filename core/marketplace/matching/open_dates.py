"""The nights with an open slot, for everybody: by date, by music, and around a city."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from core.ids import EventId
from core.marketplace.events.public_nights import OpenNight, PublicNight
from core.marketplace.events.store import EventUnit
from core.marketplace.matching.genres import shared_genres
from core.scheduling.cities import City, kilometres_between

PAGE = 50
"""So many nights are shown at once."""
RADIUS = 50
"""Kilometres around a city that was named, where nothing else was said."""


@dataclass(frozen=True, slots=True)
class OpenDatesWanted:
    """What is looked for."""

    first: date | None = None
    last: date | None = None
    """Included."""
    genre: str | None = None
    near: City | None = None
    radius: int = RADIUS
    """Kilometres around `near`."""
    skip: int = 0
    take: int = PAGE


@dataclass(frozen=True, slots=True)
class OpenDatesFound:
    """Open dates by their beginning, a page of them."""

    wanted: OpenDatesWanted
    nights: tuple[PublicNight, ...]
    total: int
    """How many there are on all pages."""
    kilometres: Mapping[EventId, int] = field(default_factory=dict)
    """How far each is from the city that was named."""


async def open_dates(unit: EventUnit, wanted: OpenDatesWanted, *, now: datetime) -> OpenDatesFound:
    """Look for open dates. It takes two or three statements, however many there are."""
    if wanted.genre is None and wanted.near is None:
        ids, total = await unit.public_nights.open_page(
            now, first=wanted.first, last=wanted.last, skip=wanted.skip, take=wanted.take
        )
        return OpenDatesFound(wanted, tuple(await unit.public_nights.some(ids)), total)
    open_ = await unit.public_nights.open(now, first=wanted.first, last=wanted.last)
    fit = [each for each in open_ if plays(each.genres, wanted.genre)]
    away: dict[EventId, int] = {}
    if wanted.near is not None:
        distances = _distances(fit, wanted.near)
        away = {each.event: far for each in fit if (far := distances[each.city, each.zone]) is not None}
        fit = [each for each in fit if away.get(each.event, wanted.radius + 1) <= wanted.radius]
    page = [each.event for each in fit[wanted.skip : wanted.skip + wanted.take]]
    nights = await unit.public_nights.some(page)
    return OpenDatesFound(
        wanted, tuple(nights), len(fit), {each: away[each] for each in page if each in away}
    )


def plays(named: tuple[str, ...], genre: str | None) -> bool:
    """Whether music is welcome where this is named; where nothing is named, all is."""
    return genre is None or not named or bool(shared_genres(named, [genre]))


def _distances(nights: list[OpenNight], near: City) -> dict[tuple[str, str], int | None]:
    """For each city, how far it is: many nights are in few cities."""
    places = {(each.city, each.zone) for each in nights}
    return {place: kilometres_between(near, *place) for place in places}
