"""Forms as browsers send them: read up to a size, and only as plain fields.

They are urlencoded, which the standard library reads. Starlette's own `form()` needs a further library
(python-multipart), which is for files above all, and no page takes one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

MOST_BYTES = 64 * 1024
"""What a form may hold: a long note, with room to spare."""
_MOST_FIELDS = 100
_URLENCODED = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class SentForm:
    """The fields of a form."""

    fields: Mapping[str, tuple[str, ...]]

    def get(self, name: str) -> str:
        """The first value of a field, without spaces around it; empty where there is none."""
        return next(iter(self.fields.get(name, ())), "").strip()

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a field, as of boxes that were ticked."""
        return self.fields.get(name, ())


async def body_of(request: Request, *, most: int = MOST_BYTES) -> bytes:
    """The body of a request. Raises HTTPException for one that is longer, as soon as that is known."""
    if _said(request.headers.get("content-length")) > most:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > most:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return bytes(read)


async def form_of(request: Request) -> SentForm:
    """The fields of a form. Raises HTTPException for what is no such form, or too long."""
    kind = request.headers.get("content-type", _URLENCODED).partition(";")[0].strip().lower()
    if kind != _URLENCODED:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    body = await body_of(request)
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from error
    fields: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        # Browsers send line breaks as CRLF (HTML, 4.10.22.8). PostgreSQL takes no NUL.
        fields[name] = (*fields.get(name, ()), value.replace("\r\n", "\n").replace("\0", ""))
    return SentForm(fields)


def _said(length: str | None) -> int:
    return int(length) if length and length.isascii() and length.isdigit() else 0
