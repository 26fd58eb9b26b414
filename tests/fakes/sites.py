"""A site without bots, and a browser without a screen: requests that go straight to the pages."""

import httpx

from bandwidth.invite_codes import new_code
from presentation.addresses import PageAddresses
from presentation.tokens import Tokens
from tests.fakes.clock import FrozenClock
from tests.fakes.web import WEB
from web.app import web_app
from web.site import Site


async def answers():
    return True


def a_site(*, units=None, clock=None, public_url=None, checks=None, bots=None, **more) -> Site:
    """A site whose database answers; what a page under test does not need may be left out."""
    return Site(
        units=units,
        clock=clock or FrozenClock(),
        tokens=Tokens(b"only for tests"),
        secrets=WEB.secrets,
        addresses=PageAddresses(public_url),
        checks={"database": answers} if checks is None else checks,
        bots=lambda: bots or {},
        **more,
        new_code=new_code,
    )


def asking(site, *, client="203.0.113.7", **made) -> httpx.AsyncClient:
    """Asks for pages from an address; it follows no redirects, and knows no base but the path."""
    transport = httpx.ASGITransport(web_app(site, **made), client=(client, 1234), raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://pages.test")
