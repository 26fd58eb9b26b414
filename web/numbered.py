"""Pages whose address has a number and a name: the number decides, and there is one right spelling."""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from web.errors import NOT_FOUND
from web.site import site_of

_NUMBERED = re.compile(r"(?P<number>[1-9][0-9]{0,17})(?:-.*)?")
MOVED = 301


def number_in(request: Request) -> int:
    """The number in the last part of a path, `12` in `/venues/12-the-heron`. Raises HTTPException."""
    found = _NUMBERED.fullmatch(request.path_params["name"])
    if found is None:
        raise HTTPException(NOT_FOUND)
    return int(found["number"])


def spelt_right(request: Request, path: str, form: str = "") -> Response | None:
    """Where a page is to be asked for instead; None: its address is spelt right.

    `path`: of the page; `form`: what stands behind it for another form, such as `.atom`.
    """
    if path.rpartition("/")[2] == request.path_params["name"]:
        return None
    return RedirectResponse(site_of(request).path(path + form), MOVED)
