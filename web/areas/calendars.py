"""Calendars that calendar apps subscribe to, by secret addresses."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.publications import CALENDARS, PublicationKind
from core.publications.addresses import Opened, opened
from core.publications.calendars import begins, commitments_shown, zones_shown
from core.publications.store import PublicationUnit
from presentation.calendar_entries import commitment_file, green_file
from presentation.calendar_files.values import CalendarFile
from presentation.calendar_files.writer import written
from web.conditional import known, tag_of, unchanged
from web.errors import NOT_FOUND
from web.kept import kept_of
from web.site import Site, site_of

CLOSED = "/calendar/"
"""Search engines are told to leave such addresses alone."""
_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Disposition": 'inline; filename="bandwidth.ics"',
    "X-Robots-Tag": "noindex",
}
_TYPE = "text/calendar; charset=utf-8"
_LOCALE = "en"


async def calendar(request: Request) -> Response:
    """A calendar, or that it is as it was (RFC 9110, section 13)."""
    site = site_of(request)
    async with site.units.read() as unit:
        found = await opened(unit, site.secrets, request.path_params["secret"], CALENDARS)
        if found is None:
            raise HTTPException(NOT_FOUND)
        if found.publication.kind is PublicationKind.GREEN_CALENDAR:
            return await _green(request, unit, found, site)
        return await _commitments(request, unit, found, site)


async def _commitments(request: Request, unit: PublicationUnit, found: Opened, site: Site) -> Response:
    """Rehearsals and gigs: whether they are as they were is known without reading them."""
    now = site.clock.now()
    state = await unit.publications.state_of(found.publication, since=begins(now))

    async def file() -> CalendarFile:
        shown = await commitments_shown(unit, found, now=now)
        return commitment_file(shown, site.secrets.origin, _LOCALE)

    return await _answer(request, tag_of((now.date(), state)), file)


async def _green(request: Request, unit: PublicationUnit, found: Opened, site: Site) -> Response:
    """Green zones hang on the diaries of all: they are worked out each time, and written once."""
    now = site.clock.now()
    shown = await zones_shown(unit, found, now=now)
    stretches = [(each.start, each.end) for each in shown.zones.stretches]
    tag = tag_of((now.date(), found.publication, shown.band.name, shown.band.zone, stretches))

    async def file() -> CalendarFile:
        return green_file(shown, site.secrets.origin, _LOCALE, now=now)

    return await _answer(request, tag, file)


async def _answer(request: Request, tag: str, file: Callable[[], Awaitable[CalendarFile]]) -> Response:
    """That it is as it was; else the calendar of this tag, made only if it is not kept.

    It is written in a thread: hundreds of entries take tenths of a second.
    """
    if known(request, tag):
        return unchanged({"ETag": tag, "Cache-Control": _HEADERS["Cache-Control"]})
    content = kept_of(request).get(tag)
    if content is None:
        content = kept_of(request).keep(tag, await asyncio.to_thread(written, await file()))
    return Response(content, headers={**_HEADERS, "ETag": tag}, media_type=_TYPE)


ROUTES = (Route("/calendar/{secret}.ics", calendar),)
