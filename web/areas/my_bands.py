"""My bands: what is on for the person who is signed in. Nothing changes by looking."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.moments import to_wall
from core.web_sessions.signing_in import sessions_of
from presentation.addresses import MY
from web.pages import show
from web.sessions import SignedIn, signed_in
from web.site import site_of


async def page(request: Request) -> Response:
    """The page."""
    by, site = await signed_in(request), site_of(request)
    async with site.units.read() as unit:
        sessions = await sessions_of(unit, by.person.id, now=site.clock.now())
    others = [each for each in sessions if each.id != by.session.id]
    return show(
        request,
        "my.html",
        by.reader,
        by=by,
        until=by.reader.day(to_wall(by.session.ends_at, by.reader.zone).date()),
        others=[_used(each.used_at, by) for each in others],
    )


def _used(at: datetime, by: SignedIn) -> str:
    return by.reader.day(to_wall(at, by.reader.zone).date())


ROUTES = (Route(MY, page),)
