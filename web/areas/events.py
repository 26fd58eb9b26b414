"""The page of one night: who plays, when and where, which bands are wanted; as a calendar file and a card."""

import asyncio
from dataclasses import dataclass

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.ids import EventId, Platform
from core.marketplace.events import EventStatus
from core.marketplace.events.public_nights import PublicNight
from core.marketplace.tickets import Counting, Viewers
from core.personal_data.store import PersonalDataUnit
from presentation.addresses import EVENTS, venue_path
from presentation.calendar_files.writer import written
from presentation.night_entries import night_file, place
from presentation.nights.data import local, schema_org
from presentation.nights.public import (
    bill_lines,
    night_path,
    pays_to_play_words,
    public_status,
    summary_words,
    time_lines,
    title_words,
    wanted_facts,
    wants_bands,
    zone_words,
)
from presentation.nights.standing import open_words
from presentation.nights.tickets import TicketLink, counts_words, on_sale_words, ticket_link, tickets_words
from presentation.share_cards import ShareCard, share_card
from presentation.venues import ages
from web.conditional import tagged
from web.errors import NOT_FOUND
from web.numbered import number_in, spelt_right
from web.pages import show
from web.reader import PageReader, reader_of
from web.site import site_of

_NAMED = {"Vary": "Accept-Language", "X-Robots-Tag": "all"}
_WARNED = (EventStatus.CANCELLED, EventStatus.PAST)


async def page(request: Request) -> Response:
    """The page."""
    night, counting = await _with_counts(request)
    path = night_path(night)
    if (moved := spelt_right(request, path)) is not None:
        return moved
    site = site_of(request)
    now = site.clock.now()
    reader = reader_of(request, zone=night.event.zone)
    title, bots = title_words(night, reader), site.bots()
    answer = show(
        request,
        "event.html",
        reader,
        searchable=True,
        night=night,
        title=title,
        summary=summary_words(night, reader),
        status=public_status(night, now).value,
        bill=bill_lines(night, reader),
        times=[
            (each, each.at and local(each.at, night.event.zone)) for each in time_lines(night.event, reader)
        ],
        zone=zone_words(night.event, reader),
        place=place(night.venue),
        ages=_ages(night, reader),
        tickets=_tickets(night, counting, reader),
        wanted=wanted_facts(night, reader) if wants_bands(night, now) else (),
        paying=pays_to_play_words(night, reader),
        venue_path=venue_path(night.venue.id, night.venue.name) if night.venue_open else None,
        here=path,
        address=site.address(path),
        picture=site.address(f"{path}.png"),
        data=schema_org(night, name=title, url=site.address(path)),
        telegram=bots.get(Platform.TELEGRAM),
        discord=bots.get(Platform.DISCORD),
        find=Markup("<code>/find</code>"),
    )
    return tagged(request, answer)


@dataclass(frozen=True, slots=True)
class TicketsShown:
    """The words about a night's tickets; empty where nothing is said."""

    words: str = ""
    link: TicketLink | None = None
    on_sale: str = ""
    counts: str = ""


def _tickets(night: PublicNight, counting: Counting | None, reader: PageReader) -> TicketsShown:
    tickets = night.event.terms.tickets
    if tickets is None:
        return TicketsShown()
    return TicketsShown(
        words=tickets_words(tickets, reader),
        link=ticket_link(night.event, reader),
        on_sale="" if tickets.on_sale is None else on_sale_words(tickets.on_sale, reader),
        counts="" if counting is None else counts_words(counting, night.event.zone, reader),
    )


def _ages(night: PublicNight, reader: PageReader) -> str:
    age = night.event.terms.age_from
    return "" if age is None else ages(age, reader)


async def calendar(request: Request) -> Response:
    """The night for a calendar."""
    night = await _found(request)
    path = night_path(night)
    if (moved := spelt_right(request, path, ".ics")) is not None:
        return moved
    site = site_of(request)
    reader = reader_of(request, zone=night.event.zone)
    file = night_file(night, reader, origin=site.secrets.origin, url=site.address(path) or "")
    headers = {**_NAMED, "Content-Disposition": f'inline; filename="{path.rpartition("/")[2]}.ics"'}
    content = await asyncio.to_thread(written, file)
    return tagged(request, Response(content, headers=headers, media_type="text/calendar; charset=utf-8"))


async def card(request: Request) -> Response:
    """The picture that is shown where the page's address is shared."""
    night = await _found(request)
    if (moved := spelt_right(request, night_path(night), ".png")) is not None:
        return moved
    site = site_of(request)
    reader = reader_of(request, zone=night.event.zone)
    status = public_status(night, site.clock.now())
    drawn = await share_card(_card(night, reader, site.name, status))
    return tagged(request, Response(drawn, headers=_NAMED, media_type="image/png"))


def _card(night: PublicNight, reader: PageReader, site: str, status: EventStatus) -> ShareCard:
    city = night.venue.profile.city
    said = [f"{each.name} {each.words}" for each in time_lines(night.event, reader)[:2]]
    foot = " · ".join(said)
    if status not in _WARNED and night.event.open_slots:
        foot = reader.label("Bands wanted: {slots}", slots=open_words(night.event, reader))
    return ShareCard(
        above=reader.day(night.event.day),
        title=title_words(night, reader),
        below=", ".join(filter(None, (night.venue.profile.address, city))),
        foot=foot,
        site=site,
        off=reader.label(_OFF[status]) if status in _OFF else "",
    )


_OFF = {EventStatus.CANCELLED: "Called off", EventStatus.PAST: "Over"}


async def _found(request: Request) -> PublicNight:
    """The night that the address names. Raises HTTPException where nobody may see one."""
    async with site_of(request).units.read() as unit:
        return await _of(unit, request)


async def _with_counts(request: Request) -> tuple[PublicNight, Counting | None]:
    """The night, and how many tickets are sold, where its promoters show that to everybody."""
    async with site_of(request).units.read() as unit:
        night = await _of(unit, request)
        counting = (await unit.countings.of_events([night.event.id])).get(night.event.id)
    return night, counting if counting is not None and counting.seen_by(Viewers.EVERYBODY) else None


async def _of(unit: PersonalDataUnit, request: Request) -> PublicNight:
    night = await unit.public_nights.get(EventId(number_in(request)))
    if night is None:
        raise HTTPException(NOT_FOUND)
    return night


ROUTES = (
    Route(f"{EVENTS}{{name}}.ics", calendar),
    Route(f"{EVENTS}{{name}}.png", card),
    Route(f"{EVENTS}{{name}}", page),
)
