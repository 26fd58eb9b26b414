"""Signing in by a link, being known again by a session, and signing out.

A token that is wrong in any way (none at all, guessed, used, run out, ended) gives None. One row is looked
for and one hash compared in each of these cases.
"""

from dataclasses import dataclass
from datetime import datetime

from core.ids import PersonId, WebLinkId, WebSessionId
from core.journal import Act
from core.unit import Conflict
from core.web_sessions import LINK_LIFETIME, NOTED_EVERY, WebLink, WebSession
from core.web_sessions.store import WebSessionUnit
from core.web_sessions.tokens import NO_PROOF, parts_of_token, proof_of, proves, token_of


@dataclass(frozen=True, slots=True)
class WebLinkOffered:
    """A link was made. Its token is known only now."""

    token: str
    expires_at: datetime
    """Aware, UTC."""
    sessions: tuple[WebSession, ...]
    """Where the person is signed in already."""


@dataclass(frozen=True, slots=True)
class SessionBegun:
    """Somebody has signed in. The token is known only now, and to their browser."""

    token: str
    person: PersonId


@dataclass(frozen=True, slots=True)
class SignedOutEverywhere:
    """All of a person's sessions have ended."""

    ended: int
    """How many there were."""


async def offer_link(unit: WebSessionUnit, act: Act, *, secret: str) -> WebLinkOffered:
    """Make a link; `secret` is a fresh one, and older links lead nowhere from now on.

    Nothing is recorded: if the message is delivered twice, it is answered with a second link.
    """
    link = await unit.web_sessions.offer(act.person, proof_of(secret), at=act.at)
    sessions = await sessions_of(unit, act.person, now=act.at)
    return WebLinkOffered(token_of(link, secret), act.at + LINK_LIFETIME, sessions)


async def link_of(unit: WebSessionUnit, token: str, *, now: datetime) -> WebLink | None:
    """The link that a token opens; nothing has changed."""
    number, secret = parts_of_token(token)
    found = await unit.web_sessions.link(WebLinkId(number))
    right = proves(secret, found.proof if found else NO_PROOF)
    if found is None or not right or found.made_at + LINK_LIFETIME <= now:
        return None
    return found


async def sign_in(unit: WebSessionUnit, token: str, *, secret: str, now: datetime) -> SessionBegun | None:
    """Begin a session by a link, which leads nowhere after that; `secret` is a fresh one for the session."""
    found = await link_of(unit, token, now=now)
    if found is None:
        return None
    await unit.people.lock_accounts([found.person])
    again = await link_of(unit, token, now=now)
    if again is None:
        return None
    if again.person != found.person:
        raise Conflict("The link is another person's by now.")
    await unit.web_sessions.use(found.id)
    session = await unit.web_sessions.begin(found.person, proof_of(secret), at=now)
    return SessionBegun(token_of(session, secret), found.person)


async def session_of(unit: WebSessionUnit, token: str, *, now: datetime) -> WebSession | None:
    """The session that a token belongs to."""
    number, secret = parts_of_token(token)
    found = await unit.web_sessions.get(WebSessionId(number))
    right = proves(secret, found.proof if found else NO_PROOF)
    if found is None or not right or found.ends_at <= now:
        return None
    return found


async def own_turn(unit: WebSessionUnit, token: str, *, now: datetime) -> WebSession | None:
    """The session, with the person's own turn locked, as each writing unit does first of all."""
    found = await session_of(unit, token, now=now)
    if found is None:
        return None
    await unit.people.lock_accounts([found.person])
    again = await session_of(unit, token, now=now)
    if again is not None and again.person != found.person:
        raise Conflict("The session is another person's by now.")
    return again


def to_be_noted(session: WebSession, *, now: datetime) -> bool:
    """Whether it is worth while to note that the session is in use."""
    return now - session.used_at >= NOTED_EVERY


async def sessions_of(unit: WebSessionUnit, person: PersonId, *, now: datetime) -> tuple[WebSession, ...]:
    """Where a person is signed in, the one used last first."""
    return tuple(each for each in await unit.web_sessions.of(person) if each.ends_at > now)


async def sign_out_everywhere(unit: WebSessionUnit, act: Act) -> SignedOutEverywhere:
    """End all of the caller's sessions, and the link that is still open."""
    ended = len(await sessions_of(unit, act.person, now=act.at))
    await unit.web_sessions.end_all(act.person)
    return SignedOutEverywhere(ended)
