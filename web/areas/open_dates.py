"""Nights with an open slot: for everybody, and those that one band is green for; as a page, JSON and Atom."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from core import formats
from core.marketplace.events.from_posts import as_post
from core.marketplace.events.public_nights import PublicNight
from core.marketplace.matching.open_dates import PAGE, RADIUS, OpenDatesFound, OpenDatesWanted, open_dates
from core.publications import PublicationKind
from core.publications.addresses import opened
from core.publications.open_dates import open_dates_for
from presentation.addresses import OPEN_DATES, OPEN_DATES_FOR, venue_path
from presentation.atom_feeds import MEDIA_TYPE, AtomFeed, atom_of, tag_of
from presentation.distances import distance_words
from presentation.night_feeds import NOTHING_YET, night_in_feed
from presentation.nights.data import night_data
from presentation.nights.public import night_path, title_words
from presentation.nights.standing import open_words
from presentation.nights.terms import fees_words, genres_words, paying_words
from presentation.words import worded
from web.conditional import PRIVATE, PUBLIC, prefers_json, tagged
from web.errors import NOT_FOUND
from web.filters import Filters, city_words
from web.pages import show
from web.reader import PageReader, reader_of
from web.site import Site, site_of

CLOSED = OPEN_DATES_FOR
"""Search engines are told to leave such addresses alone."""
_FURTHEST = 500
_MOST = 200
"""So many nights are in one answer for programs."""
_LAST_PAGE = 10_000
_IN_A_FEED = 100
_NOT_READ = 400
_VARY = "Accept, Accept-Language"
_LOCALE = worded(formats.FALLBACK)
"""Programs are answered in one language."""


@dataclass(frozen=True, slots=True)
class DateShown:
    """A night in the list, in words."""

    path: str
    iso: str
    day: str
    title: str
    facts: tuple[str, ...]
    paying: str


@dataclass(frozen=True, slots=True)
class DatesAsked:
    """What was asked, and what was found."""

    filters: Filters
    found: OpenDatesFound
    number: int
    """Of the page."""
    path: str
    """Of the list, without what stands behind it for other forms."""
    now: datetime
    band: str | None = None
    """The band that the nights fit; None: they are for everybody."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.found.total // self.found.wanted.take))

    @property
    def kept(self) -> str:
        """How the answer may be kept, and by whom."""
        return PUBLIC if self.band is None else PRIVATE


async def page(request: Request) -> Response:
    """The list; to programs that ask for it, as JSON."""
    if prefers_json(request):
        return _vary(await as_json(request))
    asked = await _asked(request, PAGE)
    filters, found = asked.filters, asked.found
    reader = reader_of(request)
    answer = show(
        request,
        "open_dates.html",
        reader,
        searchable=asked.band is None,
        asked=asked,
        filters=filters,
        months=_by_month(found, reader),
        problems={each.name: each.words(reader) for each in filters.faults},
        choices=filters.choices(asked.path),
        before=filters.address(asked.path, page=asked.number - 1) if asked.number > 1 else None,
        after=filters.address(asked.path, page=asked.number + 1) if asked.number < asked.pages else None,
        atom=filters.address(f"{asked.path}.atom", page=None),
        json=filters.address(f"{asked.path}.json", page=None),
        atom_link=_form("Atom", filters.address(f"{asked.path}.atom", page=None), request),
        json_link=_form("JSON", filters.address(f"{asked.path}.json", page=None), request),
        number=asked.number,
        pages=asked.pages,
        radius=found.wanted.radius,
    )
    return tagged(request, _vary(answer), kept=asked.kept)


def _form(name: str, address: str, request: Request) -> Markup:
    """A link to the same in another form, by its name."""
    return Markup('<a href="{}">{}</a>').format(site_of(request).path(address), name)


def _vary(answer: Response) -> Response:
    answer.headers["Vary"] = _VARY
    return answer


def _by_month(found: OpenDatesFound, reader: PageReader) -> list[tuple[str, list[DateShown]]]:
    """The nights under the names of their months."""
    months: dict[str, list[DateShown]] = {}
    for night in found.nights:
        name = formats.month_of(night.event.day, reader.locale)
        months.setdefault(name, []).append(_shown(night, found.kilometres.get(night.event.id), reader))
    return list(months.items())


def _shown(night: PublicNight, kilometres: int | None, reader: PageReader) -> DateShown:
    event, post = night.event, as_post([night.event])
    place = night.venue.profile.city
    if kilometres:
        away = distance_words(kilometres, reader)
        place = reader.label("{city}, {distance} away", city=place, distance=away)
    wanted = reader.label("wanted: {slots}", slots=open_words(event, reader))
    facts = (place, wanted, fees_words(post, reader), genres_words(post, reader))
    return DateShown(
        night_path(night),
        event.day.isoformat(),
        reader.day(event.day),
        title_words(night, reader),
        tuple(filter(None, facts)),
        paying_words(post, reader),
    )


async def as_json(request: Request) -> Response:
    """The same for programs; a wrong value is an error that names it."""
    asked = await _asked(request, PAGE, most=_MOST)
    reader = _program_reader(asked.now)
    if asked.filters.faults:
        errors = [
            {
                "field": each.name,
                "value": each.value,
                "code": each.problem.value,
                "message": each.words(reader),
                "choices": [city_words(city) for city in each.choices],
            }
            for each in asked.filters.faults
        ]
        return JSONResponse({"errors": errors}, status_code=_NOT_READ)
    answer = JSONResponse(_data(asked, site_of(request)))
    if asked.band is None:
        answer.headers["X-Robots-Tag"] = "all"
    return tagged(request, answer, kept=asked.kept)


def _data(asked: DatesAsked, site: Site) -> dict[str, object]:
    wanted, found = asked.found.wanted, asked.found
    further = asked.filters.address(f"{asked.path}.json", page=asked.number + 1)
    return {
        "version": 1,
        "filters": {
            "from": wanted.first and wanted.first.isoformat(),
            "to": wanted.last and wanted.last.isoformat(),
            "genre": wanted.genre,
            "near": wanted.near and city_words(wanted.near),
            "radius_km": wanted.radius if wanted.near and asked.band is None else None,
        },
        "band": asked.band,
        "total": found.total,
        "page": asked.number,
        "pages": asked.pages,
        "next": site.link(further) if asked.number < asked.pages else None,
        "events": [
            night_data(
                each,
                url=site.link(night_path(each)),
                venue_url=site.link(venue_path(each.venue.id, each.venue.name)),
                kilometres=found.kilometres.get(each.event.id),
                now=asked.now,
            )
            for each in found.nights
        ],
    }


async def as_atom(request: Request) -> Response:
    """The same for feed readers: what changed last stands first. A wrong value narrows nothing."""
    asked = await _asked(request, _IN_A_FEED)
    site, reader = site_of(request), _program_reader(asked.now)
    nights = sorted(asked.found.nights, key=lambda each: (each.updated_at, each.event.id), reverse=True)
    here = asked.filters.address(f"{asked.path}.atom")
    feed = AtomFeed(
        id=tag_of(site.secrets.origin, here.removeprefix("/")),
        title=_title(asked, reader),
        author=site.name,
        updated=max((each.updated_at for each in nights), default=NOTHING_YET),
        link=site.link(asked.filters.address(asked.path)),
        here=site.link(here),
        entries=tuple(
            night_in_feed(each, reader, origin=site.secrets.origin, link=site.link(night_path(each)))
            for each in nights
        ),
    )
    return tagged(request, Response(atom_of(feed), media_type=MEDIA_TYPE), kept=asked.kept)


async def _asked(request: Request, take: int, *, most: int | None = None) -> DatesAsked:
    """Read the question and answer it; `most`: the client may say how many it wants at once, up to that."""
    filters = Filters(request.query_params)
    first, last = filters.days("from", "to")
    near, radius = filters.around("near", "radius", RADIUS, most=_FURTHEST)
    genre = filters.words("genre")
    number = filters.number("page", 1, least=1, most=_LAST_PAGE)
    size = take if most is None else filters.number("limit", take, least=1, most=most)
    wanted = OpenDatesWanted(first, last, genre, near, radius, skip=(number - 1) * size, take=size)
    site = site_of(request)
    now, secret = site.clock.now(), request.path_params.get("secret")
    async with site.units.read() as unit:
        if secret is None:
            found = await open_dates(unit, wanted, now=now)
            return DatesAsked(filters, found, number, OPEN_DATES, now)
        behind = await opened(unit, site.secrets, secret, (PublicationKind.OPEN_DATES,))
        if behind is None or behind.band is None:
            raise HTTPException(NOT_FOUND)
        found = await open_dates_for(unit, behind.band, wanted, now=now)
        return DatesAsked(filters, found, number, f"{OPEN_DATES_FOR}{secret}", now, behind.band.name)


def _title(asked: DatesAsked, reader: PageReader) -> str:
    if asked.band is None:
        return reader.label("Open dates")
    return reader.label("Open dates for {band}", band=asked.band)


def _program_reader(now: datetime) -> PageReader:
    """A reader of programs, which show for long what they have kept."""
    return PageReader(_LOCALE, "UTC", now.date())


ROUTES = (
    Route(f"{OPEN_DATES_FOR}{{secret}}.json", as_json),
    Route(f"{OPEN_DATES_FOR}{{secret}}.atom", as_atom),
    Route(f"{OPEN_DATES_FOR}{{secret}}", page),
    Route(f"{OPEN_DATES}.json", as_json),
    Route(f"{OPEN_DATES}.atom", as_atom),
    Route(OPEN_DATES, page),
)
