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
    headers = {"Cache-Control": A_YEAR}
    if asset.packed is None:
        return Response(asset.content, media_type=asset.media_type, headers=headers)
    headers["Vary"] = "Accept-Encoding"
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(asset.content, media_type=asset.media_type, headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(asset.packed, media_type=asset.media_type, headers=headers)


ROUTES = (Route("/static/{name:path}", static),)
