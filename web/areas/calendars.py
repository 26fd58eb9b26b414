"""Calendars that calendar apps subscribe to, by secret addresses."""

import asyncio
from collections import OrderedDict
from hashlib import sha256

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
from web.conditional import known
from web.errors import NOT_FOUND
from web.site import Site, site_of

CLOSED = "/calendar/"
"""Search engines are told to leave such addresses alone."""
_KEPT = 256
_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Disposition": 'inline; filename="bandwidth.ics"',
    "X-Robots-Tag": "noindex",
}
_TYPE = "text/calendar; charset=utf-8"
_LOCALE = "en"


class WrittenCalendars:
    """The calendars that were asked for last, as they were written: each by its tag."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    def get(self, tag: str) -> bytes | None:
        """The calendar that has this tag."""
        if tag in self._kept:
            self._kept.move_to_end(tag)
        return self._kept.get(tag)

    def keep(self, tag: str, content: bytes) -> None:
        """Keep it; the one that was asked for least recently goes."""
        self._kept[tag] = content
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


async def calendar(request: Request) -> Response:
    """A calendar, or that it is as it was (RFC 9110, section 13)."""
    site = site_of(request)
    async with site.units.read() as unit:
        found = await opened(unit, site.secrets, request.path_params["secret"], CALENDARS)
        if found is None:
            raise HTTPException(NOT_FOUND)
        if found.publication.kind is PublicationKind.GREEN_CALENDAR:
            return _answer(request, *await _green(unit, found, site))
        return await _commitments(request, unit, found, site)


async def _commitments(request: Request, unit: PublicationUnit, found: Opened, site: Site) -> Response:
    """Rehearsals and gigs: whether they are as they were is known without writing them."""
    now = site.clock.now()
    state = await unit.publications.state_of(found.publication, since=begins(now))
    tag = f'"{now.date():%y%m%d}{state}"'
    if known(request, tag):
        return _unchanged(tag)
    calendars: WrittenCalendars = request.app.state.calendars
    content = calendars.get(tag)
    if content is None:
        shown = await commitments_shown(unit, found, now=now)
        content = await _written(commitment_file(shown, site.secrets.origin, _LOCALE))
        calendars.keep(tag, content)
    return _answer(request, tag, content)


async def _green(unit: PublicationUnit, found: Opened, site: Site) -> tuple[str, bytes]:
    """Green zones hang on the diaries of all: they are worked out each time."""
    now = site.clock.now()
    shown = await zones_shown(unit, found, now=now)
    content = await _written(green_file(shown, site.secrets.origin, _LOCALE, now=now))
    return f'"{sha256(content).hexdigest()[:32]}"', content


async def _written(file: CalendarFile) -> bytes:
    """In a thread: hundreds of entries take tenths of a second."""
    return await asyncio.to_thread(written, file)


def _answer(request: Request, tag: str, content: bytes) -> Response:
    if known(request, tag):
        return _unchanged(tag)
    return Response(content, headers={**_HEADERS, "ETag": tag}, media_type=_TYPE)


def _unchanged(tag: str) -> Response:
    return Response(status_code=304, headers={"ETag": tag, "Cache-Control": _HEADERS["Cache-Control"]})


ROUTES = (Route("/calendar/{secret}.ics", calendar),)
