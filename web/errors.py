"""What is answered where there is no page: in words, with a next step."""

import logging
import secrets
from datetime import date
from functools import lru_cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core import formats
from presentation.words import worded
from web.pages import Pages
from web.reader import PageReader

log = logging.getLogger(__name__)

NOT_FOUND, NOT_ALLOWED, TOO_MANY, BROKEN = 404, 405, 429, 500
_TEMPLATES = {NOT_FOUND: "not_found.html", NOT_ALLOWED: "not_allowed.html"}
_READER = PageReader(worded(formats.FALLBACK), "UTC", date.min)
"""Of one who asks for what is not there nothing is read: each gets the same bytes."""


class ErrorPages:
    """The pages. None of them holds anything of the request."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._text = lru_cache(maxsize=64)(self._drawn)

    async def http(self, _: Request, error: Exception) -> Response:
        """The answer to an HTTPException, the one way to say that something is not there or not allowed."""
        if not isinstance(error, HTTPException):
            raise error
        text = self._text(_TEMPLATES.get(error.status_code, "not_read.html"))
        return HTMLResponse(text, error.status_code, _headers(error))

    def too_many(self, seconds: int) -> Response:
        """The answer to a client that asks too often."""
        text = self._text("too_many.html", seconds)
        return HTMLResponse(text, TOO_MANY, {"Retry-After": str(seconds)})

    def broken(self, incident: str) -> Response:
        """The answer to a bug, with the number that finds it in the log."""
        return HTMLResponse(self._pages.drawn("broken.html", _READER, incident=incident), BROKEN)

    def _drawn(self, template: str, seconds: int = 0) -> str:
        return self._pages.drawn(template, _READER, seconds=seconds)


def _headers(error: HTTPException) -> dict[str, str]:
    """What the error says in headers; the allowed methods in one order: Starlette gives a set."""
    if error.status_code == NOT_FOUND or error.headers is None:
        return {}
    found = dict(error.headers)
    if "Allow" in found:
        found["Allow"] = ", ".join(sorted(found["Allow"].split(", ")))
    return found


class ErrorNet:
    """The one net for errors: they are written to the log, and the reader gets a page."""

    def __init__(self, app: ASGIApp, *, errors: ErrorPages) -> None:
        self._app = app
        self._errors = errors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Implements ASGI."""
        started = False

        async def sent(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except Exception:
            incident = secrets.token_hex(2).upper()
            log.exception("incident %s in the web part", incident)
            if started:
                raise  # the server breaks the connection off: half a page is not to be taken for a whole one
            await self._errors.broken(incident)(scope, receive, send)
