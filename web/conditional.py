"""Answers that may be kept for a while, and asked after: "has it changed since?" (RFC 9110, section 13)."""

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

NOT_MODIFIED = 304
PUBLIC = "public, max-age=60"
"""Everybody may keep it for a minute."""
PRIVATE = "private, no-cache"
"""The reader's own browser may keep it, and asks each time."""
_OF_CONTENT = ("content-length", "content-type")


def tagged(request: Request, answer: Response, *, kept: str = PUBLIC) -> Response:
    """The answer with a tag of what is in it; or, to one who has that already, that it is as it was.

    The headers are the same in both: a browser shows with them what it has kept.
    """
    tag = tag_of(bytes(answer.body))
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = kept
    if not known(request, tag):
        return answer
    headers = {name: value for name, value in answer.headers.items() if name not in _OF_CONTENT}
    return unchanged(headers)


def tag_of(value: object) -> str:
    """A strong entity tag of bytes, or of what they are made of: its repr tells all of it."""
    content = value if isinstance(value, bytes) else repr(value).encode()
    return f'"{sha256(content).hexdigest()[:32]}"'


def unchanged(headers: dict[str, str]) -> Response:
    """That it is as it was; `headers`: those that the whole answer would have (RFC 9110, section 15.4.5)."""
    return Response(status_code=NOT_MODIFIED, headers=headers)


def known(request: Request, tag: str) -> bool:
    """Whether the client has what has this tag; a weak tag counts, too (RFC 9110, section 13.1.2)."""
    asked = request.headers.get("if-none-match", "")
    return asked.strip() == "*" or tag in (each.strip().removeprefix("W/") for each in asked.split(","))


def prefers_json(request: Request) -> bool:
    """Whether the client wants JSON rather than a page (RFC 9110, section 12.5.1)."""
    wanted = _wanted(request.headers.get("accept", ""))
    json = max(wanted.get("application/json", 0.0), wanted.get("application/*", 0.0))
    return json > 0 and json > max(wanted.get("text/html", 0.0), wanted.get("text/*", 0.0))


def _wanted(header: str) -> dict[str, float]:
    """How much each media type is wanted, from 0 to 1."""
    found: dict[str, float] = {}
    for each in header.split(","):
        name, *parameters = (part.strip().lower() for part in each.split(";"))
        weights = [part[2:] for part in parameters if part.startswith("q=")]
        try:
            found[name] = float(weights[0]) if weights else 1.0
        except ValueError:
            found[name] = 0.0
    return found
