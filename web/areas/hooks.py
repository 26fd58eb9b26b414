"""Where a ticket provider says that something has changed: its counts are then asked for at once.

Nothing that is sent is believed, and of a body only the size is looked at: the provider is asked.
"""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from core.marketplace.tickets.counting import hasten
from core.marketplace.tickets.hooks import PATH, HookSecrets, behind
from core.unit import Conflict
from web.errors import NOT_FOUND
from web.site import site_of

CLOSED = PATH
"""Search engines are told to leave such addresses alone."""
MOST_BYTES = 16 * 1024
"""pretix sends about 200 bytes."""


async def told(request: Request) -> Response:
    """Have the counts asked for; the answer to everything wrong is the same."""
    site = site_of(request)
    if not await _small(request):
        raise HTTPException(NOT_FOUND)
    async with site.units.read() as unit:
        found = await behind(unit, HookSecrets(site.secrets.key), request.path_params["secret"])
    if found is None:
        raise HTTPException(NOT_FOUND)
    try:
        async with site.units.write() as unit:
            await hasten(unit, found.id, now=site.clock.now())
    except Conflict:
        pass  # another one of several at once was quicker, or the provider is being asked just now
    return Response(status_code=HTTPStatus.NO_CONTENT)


async def _small(request: Request) -> bool:
    """Whether the body ends within the limit; what comes after that is not waited for."""
    size = 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > MOST_BYTES:
                return False
    except ClientDisconnect:
        return False
    return True


ROUTES = (Route(PATH + "{secret}", told, methods=["POST"]),)
