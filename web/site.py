"""Everything that pages need of the program."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

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
    mini_app_key: bytes | None = field(default=None, repr=False)
    """Checks what Telegram opens the Mini App with (web/init_data.py); None: there is no bot on Telegram."""

    def path(self, path: str) -> str:
        """The link to a page in another page."""
        return self.addresses.path(path)

    def address(self, path: str) -> str | None:
        """The link to a page in a message; None while nobody outside could open it."""
        return self.addresses.address(path)


def site_of(request: Request) -> Site:
    """The site that a request has come to."""
    return cast("Site", request.app.state.site)
