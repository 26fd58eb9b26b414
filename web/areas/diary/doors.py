"""The two ways to the calendar: a browser that is signed in, and the Mini App inside Telegram."""

from dataclasses import dataclass

from presentation.addresses import MINI_APP, MY
from web.headers import framed_by
from web.sessions import COOKIE

TELEGRAM_WEB = "https://web.telegram.org"
"""Telegram's client for browsers, the only site that may show the Mini App in a frame."""


@dataclass(frozen=True, slots=True)
class CalendarDoor:
    """Where the calendar's pages are, and which cookie opens them."""

    path: str
    cookie: str
    headers: dict[str, str]
    """What the pages send beside what all pages send."""


BY_BROWSER = CalendarDoor(f"{MY}/calendar", COOKIE, {})
BY_TELEGRAM = CalendarDoor(
    f"{MINI_APP}/calendar",
    "bandwidth-telegram",
    {"Content-Security-Policy": framed_by(TELEGRAM_WEB)},
)
