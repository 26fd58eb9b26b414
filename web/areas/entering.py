"""Signing in by the link that a bot gives, and signing out.

Opening the link asks, as programs that show previews of links open it, too; the button on the page signs in.
"""

import secrets

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from core.unit import Conflict
from core.web_sessions import SESSION_LIFETIME
from core.web_sessions.signing_in import (
    SessionBegun,
    link_of,
    session_of,
    sign_in,
    sign_out_everywhere,
)
from core.web_sessions.tokens import new_secret
from presentation.addresses import ENTER, MY
from web.errors import NOT_FOUND
from web.forms import form_of
from web.pages import show
from web.sessions import (
    COOKIE,
    CSRF_FIELD,
    carried_out,
    csrf_of,
    from_here,
    give,
    reader_for,
    same,
    submitted,
    take_back,
)
from web.site import site_of

GUESSED = ENTER
CLOSED = (ENTER, MY)
"""Search engines are told to leave such addresses alone."""
ASKED = "bandwidth-enter"
"""The cookie of a browser that has been asked whether to sign in: no other site can send it our form."""
_ASKED_SECONDS = 15 * 60
_SEE_OTHER = 303
_ATTEMPTS = 3


async def ask(request: Request) -> Response:
    """Ask whether this browser is to be signed in."""
    site = site_of(request)
    async with site.units.read() as unit:
        found = await link_of(unit, request.path_params["token"], now=site.clock.now())
        if found is None:
            raise HTTPException(NOT_FOUND)
        person = await unit.people.get(found.person)
    asked = request.cookies.get(ASKED) or secrets.token_urlsafe(16)
    answer = show(
        request,
        "enter.html",
        reader_for(person, site),
        name=person.name,
        days=SESSION_LIFETIME.days,
        csrf=csrf_of(asked),
        here=f"{ENTER}{request.path_params['token']}",
    )
    answer.set_cookie(
        ASKED,
        asked,
        max_age=_ASKED_SECONDS,
        path=site.path("") or "/",
        secure=site.addresses.secure,
        httponly=True,
        samesite="lax",
    )
    return answer


async def enter(request: Request) -> Response:
    """Sign in: a session with a token of its own begins, and one that this browser had before ends."""
    site, asked = site_of(request), request.cookies.get(ASKED, "")
    form = await form_of(request)
    if not asked or not from_here(request) or not same(form.get(CSRF_FIELD), csrf_of(asked)):
        raise HTTPException(NOT_FOUND)
    begun = await _begun(request)
    if begun is None:
        raise HTTPException(NOT_FOUND)
    answer = RedirectResponse(site.path(MY), _SEE_OTHER)
    give(answer, site, begun.token)
    take_back(answer, site, ASKED)
    return answer


async def _begun(request: Request) -> SessionBegun | None:
    site = site_of(request)
    for attempt in range(_ATTEMPTS):
        try:
            async with site.units.write() as unit:
                now = site.clock.now()
                begun = await sign_in(unit, request.path_params["token"], secret=new_secret(), now=now)
                if begun is not None:
                    before = await session_of(unit, request.cookies.get(COOKIE, ""), now=now)
                    if before is not None:
                        await unit.web_sessions.end(before.id)
                return begun
        except Conflict:
            if attempt + 1 == _ATTEMPTS:
                raise
    raise AssertionError(request.url.path)


async def sign_out(request: Request) -> Response:
    """End this browser's session, or all of the person's."""
    form = await submitted(request)
    if form.form.get("everywhere"):
        await carried_out(request, form.by, form.cause, sign_out_everywhere)
    else:
        async with site_of(request).units.write() as unit:
            await unit.web_sessions.end(form.by.session.id)
    answer = RedirectResponse(site_of(request).path("/signed-out"), _SEE_OTHER)
    take_back(answer, site_of(request))
    return answer


async def signed_out(request: Request) -> Response:
    """What one sees after that."""
    return show(request, "signed_out.html", command=Markup("<code>/web</code>"))


ROUTES = (
    Route(f"{ENTER}{{token}}", ask),
    Route(f"{ENTER}{{token}}", enter, methods=["POST"]),
    Route(f"{MY}/sign-out", sign_out, methods=["POST"]),
    Route("/signed-out", signed_out),
)
