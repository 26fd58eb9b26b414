"""Answers that were made of late, kept so that they need not be made again."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import cast

from starlette.requests import Request


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
