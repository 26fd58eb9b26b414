"""The front page, and what is said to search engines."""

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from core.ids import Platform
from web.pages import show
from web.site import site_of


async def home(request: Request) -> Response:
    """What this is, and where its bots are."""
    bots = site_of(request).bots()
    return show(
        request,
        "home.html",
        searchable=True,
        discord=bots.get(Platform.DISCORD),
        telegram=bots.get(Platform.TELEGRAM),
        web=Markup("<code>/web</code>"),
    )


async def robots(request: Request) -> Response:
    """Which paths search engines leave alone."""
    closed = [site_of(request).path(each) for each in request.app.state.secret]
    lines = ["User-agent: *", *(f"Disallow: {each}" for each in closed or [""])]
    return PlainTextResponse("\n".join((*lines, "")))


ROUTES = (Route("/", home), Route("/robots.txt", robots))
