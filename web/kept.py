"""Answers that are known already: to whoever asks again, and to this program, which made them of late."""

from collections import OrderedDict
from collections.abc import Hashable
from hashlib import sha256
from typing import cast

from starlette.requests import Request
from starlette.responses import Response


class KeptAnswers:
    """The contents that were asked for last, each by what it was made of."""

    def __init__(self, most: int = 256) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()

    def get(self, made_of: Hashable) -> bytes | None:
        """What was made of that, if it is still here."""
        if made_of in self._kept:
            self._kept.move_to_end(made_of)
        return self._kept.get(made_of)

    def keep(self, made_of: Hashable, content: bytes) -> bytes:
        """Keep it; the one that was asked for least recently goes."""
        self._kept[made_of] = content
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return content


def kept_of(request: Request) -> KeptAnswers:
    """What the site that a request has come to has kept."""
    return cast("KeptAnswers", request.app.state.kept)


def tag_of(value: object) -> str:
    """A strong entity tag of bytes, or of what they are made of: its repr tells all of it."""
    content = value if isinstance(value, bytes) else repr(value).encode()
    return f'"{sha256(content).hexdigest()[:32]}"'


def knows(request: Request, tag: str) -> bool:
    """Whether the client has what has this tag; a weak tag counts, too (RFC 9110, section 13.1.2)."""
    asked = request.headers.get("if-none-match", "")
    return asked.strip() == "*" or tag in (each.strip().removeprefix("W/") for each in asked.split(","))


def unchanged(headers: dict[str, str]) -> Response:
    """That it is as it was; `headers`: those that the whole answer would have (RFC 9110, section 15.4.5)."""
    return Response(status_code=304, headers=headers)
