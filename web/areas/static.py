"""The files that pages load."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from web.assets import A_YEAR
from web.errors import NOT_FOUND
from web.pages import pages_of


async def static(request: Request) -> Response:
    """One file."""
    asset = pages_of(request).assets.found(request.path_params["name"])
    if asset is None:
        raise HTTPException(NOT_FOUND)
    return Response(asset.content, media_type=asset.media_type, headers={"Cache-Control": A_YEAR})


ROUTES = (Route("/static/{name:path}", static),)
