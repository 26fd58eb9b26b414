"""A band's free days for whoever has the address: a page, a text, a PDF, and the address as a QR code."""

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from core.bands import Band
from core.publications import PublicationKind
from core.publications.addresses import opened
from core.publications.availability import DayState, PublicAvailability, public_availability
from core.publications.store import PublicationUnit
from presentation.free_days.months import month_shown
from presentation.free_days.sheets import sheets
from presentation.free_days.text import written_out
from presentation.free_days.words import FreeDayWords, weekends
from presentation.qr_codes import qr_png, qr_svg
from web.errors import NOT_FOUND
from web.pages import show
from web.reader import reader_of
from web.site import site_of

CLOSED = "/free/"
"""Search engines are told to leave such addresses alone."""
_PRIVATE = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}
_WORDED = {**_PRIVATE, "Vary": "Accept-Language"}
_FIRST_WEEKENDS = 8


async def page(request: Request) -> Response:
    """The page."""
    found = await _found(request)
    reader = reader_of(request, zone=found.zone)
    words = FreeDayWords(found, reader.locale)
    free = [words.run(each) for month in found.months for each in weekends(month.days)]
    answer = show(
        request,
        "availability.html",
        reader,
        found=found,
        words=words,
        months=[month_shown(each, words) for each in found.months],
        first_weekends=free[:_FIRST_WEEKENDS],
        more_weekends=free[_FIRST_WEEKENDS:],
        states=tuple(DayState),
        here=_path(request),
        address=_address(request),
    )
    answer.headers.update(_PRIVATE)
    return answer


async def text(request: Request) -> Response:
    """The same as plain text."""
    found = await _found(request)
    locale = reader_of(request, zone=found.zone).locale
    said = written_out(found, locale, address=_address(request))
    return PlainTextResponse(said, headers=_WORDED)


async def paper(request: Request) -> Response:
    """The same to be printed."""
    found = await _found(request)
    locale = reader_of(request, zone=found.zone).locale
    content = await sheets(found, locale, address=_address(request))
    headers = {**_WORDED, "Content-Disposition": 'inline; filename="free-days.pdf"'}
    return Response(content, headers=headers, media_type="application/pdf")


async def code_svg(request: Request) -> Response:
    """The page's address as a QR code that can be printed in any size."""
    return await _code(request, qr_svg, "image/svg+xml")


async def code_png(request: Request) -> Response:
    """The same as a picture that can be sent."""
    return await _code(request, qr_png, "image/png")


async def _code(request: Request, drawn: Callable[[str], bytes], media_type: str) -> Response:
    """The code; there is none while nobody outside could open the address."""
    async with site_of(request).units.read() as unit:
        await _band(unit, request)
    address = _address(request)
    if address is None:
        raise HTTPException(NOT_FOUND)
    return Response(drawn(address), headers=_PRIVATE, media_type=media_type)


async def _found(request: Request) -> PublicAvailability:
    site = site_of(request)
    async with site.units.read() as unit:
        band = await _band(unit, request)
        return await public_availability(unit, band, now=site.clock.now())


async def _band(unit: PublicationUnit, request: Request) -> Band:
    """The band that the address leads to. Raises HTTPException: to anything else it leads nowhere."""
    secret = request.path_params["secret"]
    found = await opened(unit, site_of(request).secrets, secret, (PublicationKind.AVAILABILITY,))
    if found is None or found.band is None:
        raise HTTPException(NOT_FOUND)
    return found.band


def _path(request: Request) -> str:
    """The page's path, without what is put behind it for the other forms."""
    return f"{CLOSED}{request.path_params['secret']}"


def _address(request: Request) -> str | None:
    return site_of(request).address(_path(request))


ROUTES = (
    Route("/free/{secret}.txt", text),
    Route("/free/{secret}.pdf", paper),
    Route("/free/{secret}.svg", code_svg),
    Route("/free/{secret}.png", code_png),
    Route("/free/{secret}", page),
)
