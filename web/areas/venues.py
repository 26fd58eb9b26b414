"""Venues: the list of them with a map, and the page of each with its nights."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core import formats
from core.bands import SERVICES
from core.bands.fields import SERVICE_NAMES
from core.ids import VenueId
from core.marketplace.events.public_nights import PublicNight
from core.marketplace.matching.venue_search import AROUND, VenueFound, VenuesWanted, find_venues
from core.marketplace.venues import Venue
from core.scheduling import cities
from presentation.addresses import VENUES, venue_path
from presentation.atom_feeds import MEDIA_TYPE, AtomFeed, atom_of, tag_of
from presentation.distances import distance_words
from presentation.night_entries import place
from presentation.night_feeds import NOTHING_YET, night_in_feed
from presentation.nights.public import bands_words, night_path
from presentation.nights.standing import open_words
from presentation.share_cards import ShareCard, share_card
from presentation.venues import FIELDS, field_words, told
from presentation.words import worded
from web.conditional import tagged
from web.errors import NOT_FOUND
from web.filters import Filters
from web.headers import policy
from web.numbered import number_in, spelt_right
from web.pages import show
from web.reader import PageReader, reader_of
from web.site import site_of

PAGE = 50
_FURTHEST = 500
_LAST_PAGE = 10_000
_NAMED = 8
"""So many venues of one city are named on the map; the others are in the list."""


@dataclass(frozen=True, slots=True)
class VenueShown:
    """A venue in the list, in words."""

    path: str
    name: str
    facts: tuple[str, ...]
    open_dates: int


@dataclass(frozen=True, slots=True)
class NightAtVenue:
    """A night in the list of its venue, in words."""

    path: str
    iso: str
    day: str
    title: str
    facts: tuple[str, ...]


async def listed(request: Request) -> Response:
    """The list."""
    filters = Filters(request.query_params)
    near, radius = filters.around("near", "radius", AROUND, most=_FURTHEST)
    wanted = VenuesWanted(near, radius, filters.words("genre"), filters.words("words"))
    number = filters.number("page", 1, least=1, most=_LAST_PAGE)
    site = site_of(request)
    async with site.units.read() as unit:
        found = await find_venues(unit, wanted, now=site.clock.now())
    reader = reader_of(request)
    pages = max(1, -(-len(found) // PAGE))
    answer = show(
        request,
        "venues.html",
        reader,
        searchable=True,
        filters=filters,
        found=[_venue(each, reader) for each in found[(number - 1) * PAGE : number * PAGE]],
        total=len(found),
        number=number,
        pages=pages,
        problems={each.name: each.words(reader) for each in filters.faults},
        choices=filters.choices(VENUES),
        before=filters.address(VENUES, page=number - 1) if number > 1 else None,
        after=filters.address(VENUES, page=number + 1) if number < pages else None,
        radius=radius,
        places=json.dumps(_places((each.venue for each in found), request)),
        tiles=site.tiles,
    )
    return tagged(request, _with_tiles(request, answer))


def _venue(found: VenueFound, reader: PageReader) -> VenueShown:
    venue = found.venue
    city = venue.profile.city
    if found.kilometres:
        away = distance_words(found.kilometres, reader)
        city = reader.label("{city}, {distance} away", city=city, distance=away)
    capacity = venue.profile.capacity
    people = reader.label("{people} cap", people=str(capacity)) if capacity is not None else ""
    facts = (city, people, field_words(venue, "genres", reader))
    path = venue_path(venue.id, venue.name)
    return VenueShown(path, venue.name, tuple(filter(None, facts)), found.open_dates)


def _places(venues: Iterable[Venue], request: Request) -> list[dict[str, object]]:
    """The cities on the map, each with its venues, of whose places nothing but the city is known."""
    found: dict[tuple[str, str], list[Venue]] = {}
    for each in venues:
        found.setdefault((each.profile.city, each.zone), []).append(each)
    site = site_of(request)
    return [
        {
            "city": city,
            "at": [at.latitude, at.longitude],
            "count": len(those),
            "venues": [[each.name, site.path(venue_path(each.id, each.name))] for each in those[:_NAMED]],
        }
        for (city, zone), those in found.items()
        if (at := cities.place_of(city, zone)) is not None
    ]


def _with_tiles(request: Request, answer: Response) -> Response:
    """Let the page show the ground of its map, if there is one: from that server, which may see who asks.

    Servers of tiles turn browsers away that do not say for which site they come.
    """
    tiles = site_of(request).tiles
    if tiles is not None:
        answer.headers["Content-Security-Policy"] = policy(images=(tiles.origin,))
        answer.headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
    return answer


async def page(request: Request) -> Response:
    """The page of one venue."""
    venue, nights = await _found(request)
    path = venue_path(venue.id, venue.name)
    if (moved := spelt_right(request, path)) is not None:
        return moved
    site, reader = site_of(request), reader_of(request, zone=venue.zone)
    links = venue.profile.links
    answer = show(
        request,
        "venue.html",
        reader,
        searchable=True,
        venue=venue,
        about=_about(venue, reader),
        facts=told(venue, FIELDS[2:], reader),
        links=[(SERVICE_NAMES[each], links[each]) for each in SERVICES if each in links],
        nights=[_night(each, reader) for each in nights],
        place=place(venue),
        places=json.dumps(_places([venue], request)) if site.tiles else None,
        tiles=site.tiles,
        here=path,
        address=site.address(path),
        picture=site.address(f"{path}.png"),
    )
    return tagged(request, _with_tiles(request, answer))


def _about(venue: Venue, reader: PageReader) -> str:
    return " · ".join(filter(None, (venue.profile.city, field_words(venue, "genres", reader))))


def _night(night: PublicNight, reader: PageReader) -> NightAtVenue:
    event = night.event
    facts: list[str] = []
    if night.cancelled:
        facts.append(reader.label("called off"))
    elif event.open_slots:
        facts.append(reader.label("bands wanted: {slots}", slots=open_words(event, reader)))
    return NightAtVenue(
        night_path(night),
        event.day.isoformat(),
        reader.day(event.day),
        bands_words(night, reader) or reader.label("A night"),
        tuple(facts),
    )


async def feed(request: Request) -> Response:
    """The nights of a venue for feed readers, by date."""
    venue, nights = await _found(request)
    path = venue_path(venue.id, venue.name)
    if (moved := spelt_right(request, path, ".atom")) is not None:
        return moved
    site = site_of(request)
    reader = PageReader(worded(formats.FALLBACK), venue.zone, site.clock.now().date())
    origin = site.secrets.origin
    content = atom_of(
        AtomFeed(
            id=tag_of(origin, "venue", venue.id),
            title=venue.name,
            author=venue.name,
            updated=max((each.updated_at for each in nights), default=NOTHING_YET),
            link=site.link(path),
            here=site.link(f"{path}.atom"),
            entries=tuple(
                night_in_feed(each, reader, origin=origin, link=site.link(night_path(each)))
                for each in nights
            ),
            subtitle=place(venue),
        )
    )
    headers = {"X-Robots-Tag": "all"}
    return tagged(request, Response(content, headers=headers, media_type=MEDIA_TYPE))


async def card(request: Request) -> Response:
    """The picture that is shown where the page's address is shared."""
    venue, nights = await _found(request)
    path = venue_path(venue.id, venue.name)
    if (moved := spelt_right(request, path, ".png")) is not None:
        return moved
    reader = reader_of(request, zone=venue.zone)
    ahead = sum(not each.cancelled for each in nights)
    nights_ahead = reader.counted(ahead, "1 night ahead", "{n} nights ahead") if ahead else ""
    drawn = await share_card(
        ShareCard(
            above=venue.profile.city,
            title=venue.name,
            below=field_words(venue, "genres", reader),
            foot=nights_ahead or venue.profile.address or "",
            site=site_of(request).name,
        )
    )
    headers = {"Vary": "Accept-Language", "X-Robots-Tag": "all"}
    return tagged(request, Response(drawn, headers=headers, media_type="image/png"))


async def _found(request: Request) -> tuple[Venue, Sequence[PublicNight]]:
    """The venue that the address names, and its nights that are not over. Raises HTTPException."""
    number = VenueId(number_in(request))
    site = site_of(request)
    async with site.units.read() as unit:
        venue = await unit.venues.get(number)
        if venue is None:
            raise HTTPException(NOT_FOUND)
        return venue, await unit.public_nights.of_venue(number, since=site.clock.now())


ROUTES = (
    Route(f"{VENUES}/{{name}}.atom", feed),
    Route(f"{VENUES}/{{name}}.png", card),
    Route(f"{VENUES}/{{name}}", page),
    Route(VENUES, listed),
)
