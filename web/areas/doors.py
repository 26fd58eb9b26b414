"""What is behind a link that somebody was sent: an invite, and the way on in chat; and one's time zone.

Opening a page changes nothing: programs that show a preview of a link open it, too.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.bands import Role
from core.bands.invites import InviteShown
from core.codes import one_spelling, spaced
from core.errors import Refusal
from core.ids import Platform
from core.marketplace.applications.handed_on import GigInviteShown, show_gig_invite
from core.marketplace.posts.values import SlotKind
from core.marketplace.venues.promoters import VenueInviteShown, show_any_invite
from core.moments import to_wall
from presentation.addresses import GIG, JOIN
from presentation.nights.terms import kind_words
from web.errors import NOT_FOUND
from web.pages import show
from web.reader import PageReader, reader_of
from web.site import site_of

Shown = TypeVar("Shown")
CLOSED = (JOIN, GIG)
"""How the paths begin that hold a code."""
_AS = {
    Role.OWNER: "An invite into {band}, as an owner",
    Role.BOOKER: "An invite into {band}, as a booker",
    Role.MEMBER: "An invite into {band}, as a member",
    Role.DEP: "An invite into {band}, as a dep (a stand-in)",
}
_ON = {
    Role.OWNER: "An invite into {band}, as an owner on {part}",
    Role.BOOKER: "An invite into {band}, as a booker on {part}",
    Role.MEMBER: "An invite into {band}, as a member on {part}",
    Role.DEP: "An invite into {band}, as a dep (a stand-in) on {part}",
}


@dataclass(frozen=True, slots=True)
class WaysOn:
    """How one goes on in chat."""

    code: str
    """As it is easiest to copy."""
    command: Markup
    """What one types."""
    telegram: str | None
    """The link that hands the code over; None: there is no bot on Telegram."""
    discord: str | None
    """The link that brings the bot into a server; None: it is not on Discord."""


async def join(request: Request) -> Response:
    """An invite into a band, or to speak for a venue."""
    found = await _opened(request, show_any_invite)
    zone = found.band.zone if isinstance(found, InviteShown) else found.venue.zone
    reader = reader_of(request, zone=zone)
    until = reader.day(to_wall(found.expires_at, zone).date())
    ways = _ways(request, command="join", payload="join_")
    return show(request, "join.html", reader, title=_title(found, reader), until=until, ways=ways)


def _title(found: InviteShown | VenueInviteShown, reader: PageReader) -> Markup:
    if isinstance(found, VenueInviteShown):
        city = found.venue.profile.city
        return reader.say("An invite to speak for {venue}, {city}", venue=found.venue.name, city=city)
    if found.part is None:
        return reader.say(_AS[found.role], band=found.band.name)
    return reader.say(_ON[found.role], band=found.band.name, part=found.part)


async def gig(request: Request) -> Response:
    """An invite to a gig, as anybody may read it who was handed its code."""
    found = await _opened(request, show_gig_invite)
    reader = reader_of(request, zone=found.zone)
    return show(
        request,
        "gig.html",
        reader,
        gig=found,
        slot=_slot(found.slot, reader),
        sets=_sets(found, reader),
        ways=_ways(request, command="invite", payload="gig_"),
    )


def _sets(found: GigInviteShown, reader: PageReader) -> str:
    """The times on stage, if any are said."""
    return ", ".join(
        reader.clock(each.start) if each.end is None else reader.hours(each.start, each.end)
        for each in found.sets
    )


def _slot(kind: SlotKind, reader: PageReader) -> str:
    return reader.label("any slot") if kind is SlotKind.ANY else kind_words(kind, reader)


async def _opened(request: Request, look: Callable[..., Awaitable[Shown]]) -> Shown:
    """What the code in the address opens. Raises HTTPException where it opens nothing."""
    site = site_of(request)
    try:
        async with site.units.read() as unit:
            return await look(unit, _code(request), now=site.clock.now())
    except Refusal as refusal:
        raise HTTPException(NOT_FOUND) from refusal


def _code(request: Request) -> str:
    """The code in the address, in its one spelling."""
    return one_spelling(request.path_params["code"])


def _ways(request: Request, *, command: str, payload: str) -> WaysOn:
    bots, code = site_of(request).bots(), _code(request)
    telegram = bots.get(Platform.TELEGRAM)
    typed = Markup("<code>/{} {}</code>").format(command, spaced(code))
    link = f"{telegram}?start={payload}{code}" if telegram else None
    return WaysOn(spaced(code), typed, link, bots.get(Platform.DISCORD))


async def zone(request: Request) -> Response:
    """How one says where one lives; a script fills in the zone that the browser knows."""
    return show(
        request,
        "zone.html",
        searchable=True,
        telegram=site_of(request).bots().get(Platform.TELEGRAM),
        here=Markup('<span id="zone"></span>'),
        by_city=Markup("<code>/timezone Leeds</code>"),
        by_zone=Markup("<code>/timezone Europe/London</code>"),
    )


ROUTES = (Route(f"{JOIN}{{code}}", join), Route(f"{GIG}{{code}}", gig), Route("/zone", zone))
