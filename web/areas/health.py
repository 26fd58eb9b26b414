"""Whether the program works, for those who watch it."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from web.site import site_of


async def health(request: Request) -> Response:
    """For each thing that the program needs, whether it answers: 200 when all do, else 503."""
    found = {name: await check() for name, check in site_of(request).checks.items()}
    well = all(found.values())
    return JSONResponse({"ok": well, **found}, status_code=200 if well else 503)


ROUTES = (Route("/healthz", health), Route("/health", health))
