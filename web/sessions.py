"""People who are signed in: their cookie, the token in every form, and what is done in their name.

A cookie or a form that is wrong in any way is answered with the plain 404, as everywhere.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from core import formats
from core.journal import Act, Change, ChangeFacts
from core.moments import to_wall
from core.people import Person
from core.personal_data.store import PersonalDataUnit
from core.unit import Conflict
from core.web_sessions import SESSION_LIFETIME, WebSession
from core.web_sessions.notices import DoneOnAPage
from core.web_sessions.signing_in import own_turn, session_of, to_be_noted
from presentation.words import worded
from web.errors import NOT_FOUND
from web.forms import SentForm, form_of
from web.reader import PageReader
from web.site import Site, site_of

COOKIE = "bandwidth"
CSRF_FIELD = "csrf"
"""The hidden field that shows that a form comes from a page of ours; scripts send it as `CSRF_HEADER`."""
CSRF_HEADER = "x-csrf-token"
KEY_FIELD = "once"
"""The hidden field by which a form that is sent twice is done once."""
_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
_CSRF_PURPOSE = b"bandwidth form "
_ATTEMPTS = 3
_SAME = ("same-origin", "none")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The person whose browser asks."""

    session: WebSession
    person: Person
    token: str
    reader: PageReader
    """For words, and for times in the person's zone."""

    @property
    def csrf(self) -> str:
        """What each form on this person's pages carries."""
        return csrf_of(self.token)

    @staticmethod
    def once() -> str:
        """A fresh key for one form."""
        return secrets.token_urlsafe(16)


@dataclass(frozen=True, slots=True)
class Submission:
    """A form that a signed-in person has sent from a page of ours."""

    by: SignedIn
    form: SentForm
    cause: str
    """Unique for this form: sent twice, it is the same."""


@dataclass(frozen=True, slots=True)
class SentBefore:
    """The form was sent once before: what that led to."""

    change: Change[ChangeFacts]


async def signed_in(request: Request, cookie: str = COOKIE) -> SignedIn:
    """The person who is signed in. Raises HTTPException where nobody is."""
    site, token = site_of(request), request.cookies.get(cookie, "")
    now = site.clock.now()
    async with site.units.read() as unit:
        session = await session_of(unit, token, now=now)
        if session is None:
            raise HTTPException(NOT_FOUND)
        person = await unit.people.get(session.person)
    if to_be_noted(session, now=now):
        async with site.units.write() as unit:
            await unit.web_sessions.note(session.id, now)
    return SignedIn(session, person, token, reader_for(person, site))


def reader_for(person: Person, site: Site) -> PageReader:
    """The reader of a person's own pages: their language and zone are known, whatever the browser says."""
    zone = person.zone or formats.zone_of_locale(person.locale)
    today = to_wall(site.clock.now(), zone).date()
    return PageReader(worded(formats.regional(person.locale, person.zone)), zone, today)


async def submitted(request: Request, cookie: str = COOKIE) -> Submission:
    """The form that somebody signed in has sent from our page. Raises HTTPException for any other."""
    by = await signed_in(request, cookie)
    form = await form_of(request)
    checked(request, by, form.get(CSRF_FIELD))
    return Submission(by, form, cause_of(by, form.get(KEY_FIELD)))


def cause_of(by: SignedIn, key: str) -> str:
    """The cause of a change that a page's key stands for. Raises HTTPException for what is no key."""
    if not _KEY.fullmatch(key):
        raise HTTPException(NOT_FOUND)
    return f"web:{by.session.id}:{key}"


def checked(request: Request, by: SignedIn, csrf: str) -> None:
    """Raise HTTPException unless the request comes from a page that was made for this session.

    The token is what counts: Origin is "null" on our forms, because of Referrer-Policy.
    """
    if not from_here(request) or not same(csrf, by.csrf):
        raise HTTPException(NOT_FOUND)


def from_here(request: Request) -> bool:
    """False: the browser says that another site's page has made this request."""
    return request.headers.get("sec-fetch-site", "none") in _SAME


def csrf_of(token: str) -> str:
    """What a form carries for a token that only the browser's cookie holds (HMAC-SHA-256, RFC 2104)."""
    return hmac.digest(token.encode(), _CSRF_PURPOSE, hashlib.sha256).hex()


def same(said: str, expected: str) -> bool:
    """Whether two secrets are the same; compared in constant time."""
    return hmac.compare_digest(said.encode(), expected.encode())


async def carried_out(
    request: Request,
    by: SignedIn,
    cause: str,
    work: Callable[[PersonalDataUnit, Act], Awaitable[T]],
    *,
    told: bool = True,
) -> T | SentBefore:
    """Do something for a person in one writing unit, as in chat; again where others are in its way.

    `told`: the person is told in chat what was changed, if the work records a change under the act's cause.
    Raises what `work` does, and HTTPException where the session has ended meanwhile.
    """
    site = site_of(request)
    for attempt in range(_ATTEMPTS):
        try:
            async with site.units.write() as unit:
                now = site.clock.now()
                session = await own_turn(unit, by.token, now=now)
                if session is None:
                    raise HTTPException(NOT_FOUND)
                done = await unit.journal.by_cause(cause)
                if done is not None:
                    return SentBefore(done)
                act = Act(session.person, now, cause)
                result = await work(unit, act)
                if told:
                    await _tell(unit, act)
                return result
        except Conflict:
            if attempt + 1 == _ATTEMPTS:
                raise
    raise AssertionError(cause)


async def _tell(unit: PersonalDataUnit, act: Act) -> None:
    done = await unit.journal.by_cause(act.cause)
    if done is not None:
        notice = DoneOnAPage(done.id)
        await unit.outbox.put(notice, to=act.person, key=f"web:{done.id}", due=act.at)


def give(response: Response, site: Site, token: str) -> None:
    """Set the cookie by which a browser is known from now on."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(SESSION_LIFETIME.total_seconds()),
        path=site.path("") or "/",
        secure=site.addresses.secure,
        httponly=True,
        samesite="lax",
    )


def take_back(response: Response, site: Site, name: str = COOKIE) -> None:
    """Delete the cookie."""
    response.delete_cookie(
        name, path=site.path("") or "/", secure=site.addresses.secure, httponly=True, samesite="lax"
    )
