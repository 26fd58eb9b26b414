"""Everything that pages need of the program."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

from starlette.requests import Request

from core.clock import Clock
from core.ids import Platform
from core.personal_data.store import PersonalDataUnit
from core.publications.addresses import Secrets
from core.unit import Units
from presentation.addresses import PageAddresses
from presentation.tokens import Tokens

Check = Callable[[], Awaitable[bool]]
"""Checks whether something that the program needs answers."""


@dataclass(frozen=True, slots=True)
class MapTiles:
    """The server from which browsers fetch the ground of maps."""

    address: str
    """With the places `{z}`, `{x}` and `{y}`."""
    attribution: str
    """Whose map it is."""

    @property
    def origin(self) -> str:
        """Scheme, host and port of the server."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True)
class Site:
    """The program, as its pages see it."""

    units: Units[PersonalDataUnit]
    clock: Clock
    tokens: Tokens
    secrets: Secrets
    """Opens secret addresses."""
    addresses: PageAddresses
    checks: Mapping[str, Check]
    """What `/healthz` looks at, by name."""
    bots: Callable[[], Mapping[Platform, str]]
    """The links to the bots that are running, as far as their platforms have told them by now."""
    new_code: Callable[[], str]
    """A fresh code for an invite."""
    name: str = "Bandwidth"
    tiles: MapTiles | None = None
    """None: maps have no ground, and nobody else is asked for anything."""
    mini_app_key: bytes | None = field(default=None, repr=False)
    """Checks what Telegram opens the Mini App with (web/init_data.py); None: there is no bot on Telegram."""

    def path(self, path: str) -> str:
        """The link to a page in another page."""
        return self.addresses.path(path)

    def address(self, path: str) -> str | None:
        """The link to a page in a message; None while nobody outside could open it."""
        return self.addresses.address(path)

    def link(self, path: str) -> str:
        """The link to a page for programs: its address, or its path while it has none."""
        return self.address(path) or self.path(path)


def site_of(request: Request) -> Site:
    """The site that a request has come to."""
    return cast("Site", request.app.state.site)
