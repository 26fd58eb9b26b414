"""The Mini App's door: Telegram opens the page, and its data sign in whoever they are for.

They come behind the `#` of the address, which no server sees. A script of the page reads them, takes them out
of the address, and sends them here.
"""

from typing import cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from core.ids import AccountRef
from core.personal_data.store import PersonalDataUnit
from core.web_sessions.signing_in import session_of
from core.web_sessions.tokens import new_secret, proof_of, token_of
from presentation.addresses import MINI_APP
from web.areas.diary.doors import BY_TELEGRAM
from web.errors import NOT_FOUND
from web.forms import form_of
from web.init_data import UsedData, read_init_data
from web.pages import show
from web.reader import reader_of
from web.sessions import from_here
from web.site import Site, site_of

REFUSED = 403
_HALF_A_DAY = 12 * 3600


async def door(request: Request) -> Response:
    """The page that Telegram opens."""
    if site_of(request).mini_app_key is None:
        raise HTTPException(NOT_FOUND)
    found = show(request, "telegram.html")
    found.headers.update(BY_TELEGRAM.headers)
    return found


async def enter(request: Request) -> Response:
    """Sign in by Telegram's data, and say to the script where to go."""
    site = site_of(request)
    form = await form_of(request)
    if site.mini_app_key is None or not from_here(request):
        raise HTTPException(NOT_FOUND)
    reader, now = reader_of(request), site.clock.now()
    data = read_init_data(form.get("data"), site.mini_app_key, now=now)
    if data is None:
        return _refused(reader.label("This page is too old. Close it and open it again from the chat."))
    async with site.units.read() as unit:
        known = await unit.people.by_account(data.account)
        again = await _is_here(unit, request, data.account)
    if known is None:
        return _refused(reader.label("We have not met yet. Send /start in our chat, then open this again."))
    answer = JSONResponse({"to": site.path(BY_TELEGRAM.path)}, headers=BY_TELEGRAM.headers)
    if not again:
        used = cast("UsedData", request.app.state.used_init_data)
        if not used.use(data, now=now):
            return _refused(reader.label("This was opened before. Close it and open it again from the chat."))
        await _give(answer, site, data.account)
    return answer


async def _is_here(unit: PersonalDataUnit, request: Request, account: AccountRef) -> bool:
    """Whether this browser has a session of that account's person already."""
    token = request.cookies.get(BY_TELEGRAM.cookie, "")
    session = await session_of(unit, token, now=site_of(request).clock.now())
    known = await unit.people.by_account(account)
    return session is not None and known is not None and known[0].id == session.person


async def _give(answer: Response, site: Site, account: AccountRef) -> None:
    """Begin a session. Its cookie is good inside Telegram's frame, and on these pages alone."""
    secret = new_secret()
    async with site.units.write() as unit:
        known = await unit.people.by_account(account)
        if known is None:
            raise HTTPException(NOT_FOUND)
        session = await unit.web_sessions.begin(known[0].id, proof_of(secret), at=site.clock.now())
    path = site.path(MINI_APP)
    # Starlette knows Partitioned from Python 3.14 on.
    answer.headers.append(
        "set-cookie",
        f"{BY_TELEGRAM.cookie}={token_of(session, secret)}; Max-Age={_HALF_A_DAY}; Path={path}; "
        "HttpOnly; Secure; SameSite=None; Partitioned",
    )


def _refused(words: str) -> Response:
    return JSONResponse({"said": words}, REFUSED, headers=BY_TELEGRAM.headers)


ROUTES = (Route(MINI_APP, door), Route(MINI_APP, enter, methods=["POST"]))
