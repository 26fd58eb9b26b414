"""The web part: the areas' pages added up, and what stands around them all."""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from web.areas import (
    applicants,
    availability,
    calendars,
    doors,
    entering,
    health,
    home,
    my_answers,
    my_bands,
    static,
)
from web.areas.diary import routes as diary
from web.errors import ErrorNet, ErrorPages
from web.headers import SafeHeaders
from web.init_data import UsedData
from web.limits import GuessLimit, RateLimit, RequestBuckets, guess_buckets
from web.pages import Pages
from web.site import Site

ROUTES = (
    *availability.ROUTES,
    *calendars.ROUTES,
    *doors.ROUTES,
    *entering.ROUTES,
    *my_bands.ROUTES,
    *diary.ROUTES,
    *my_answers.ROUTES,
    *applicants.ROUTES,
    *home.ROUTES,
    *health.ROUTES,
    *static.ROUTES,
)
SECRET: tuple[str, ...] = (
    availability.CLOSED,
    calendars.CLOSED,
    *doors.CLOSED,
    *entering.CLOSED,
    *diary.CLOSED,
)
"""The beginnings of paths that hold a secret; search engines are told to leave them alone."""


def web_app(
    site: Site,
    *,
    buckets: RequestBuckets | None = None,
    guesses: RequestBuckets | None = None,
    routes: Sequence[Route] = ROUTES,
) -> Starlette:
    """All pages."""
    pages = Pages(site)
    guessed = (*doors.CLOSED, entering.GUESSED)
    errors = ErrorPages(pages)
    app = Starlette(
        routes=[*_under(site.addresses.prefix, routes), *routes],
        middleware=[  # the first is the outermost
            Middleware(SafeHeaders, secure=site.addresses.secure),
            Middleware(ErrorNet, errors=errors),
            Middleware(
                RateLimit,
                buckets=buckets or RequestBuckets(),
                proxied=site.addresses.public_url is not None,
                refused=errors.too_many,
            ),
            Middleware(
                GuessLimit,
                buckets=guesses or guess_buckets(),
                proxied=site.addresses.public_url is not None,
                refused=errors.too_many,
                paths=(*guessed, *map(site.path, guessed)),
            ),
        ],
        exception_handlers={HTTPException: errors.http},
    )
    app.router.redirect_slashes = False
    app.state.site, app.state.pages, app.state.secret = site, pages, SECRET
    app.state.calendars = calendars.WrittenCalendars()
    app.state.used_init_data = UsedData()
    return app


def _under(prefix: str, routes: Sequence[Route]) -> list[Route]:
    """The same pages under the path of the public address, for a proxy that passes it on.

    They come first: below `/band`, `/band/healthz` is the page `/healthz`, and no band called healthz.
    """
    if not prefix:
        return []
    return [
        Route(prefix + path, each.endpoint, methods=each.methods)
        for each in routes
        for path in (("", "/") if each.path == "/" else (each.path,))
    ]
