"""The web part: for now, a page that shows whether the program works."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

Check = Callable[[], Awaitable[bool]]
"""Checks whether something that the program needs answers."""


def web_app(checks: dict[str, Check]) -> Starlette:
    """The pages: `/health` shows for each dependency whether it answers (200 when all do, else 503)."""

    async def health(_: Request) -> JSONResponse:
        found = {name: await check() for name, check in checks.items()}
        return JSONResponse(
            {"ok": all(found.values()), **found}, status_code=200 if all(found.values()) else 503
        )

    return Starlette(routes=[Route("/health", health)])
