"""A file that came with a message: loaded and decoded while no unit is open."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from core.bands.kits.files import FILE_LIMIT, CheckedFile, FileRefused, FileTrouble
from presentation.uploads.reading import checked

log = logging.getLogger(__name__)

_SECONDS = 45.0
"""How long loading may take; what is slower will not come."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file, as a platform hands it over: nothing of it but its size is relied on."""

    name: str
    size: int | None
    """Bytes, as declared."""
    media_type: str | None
    """As declared."""
    load: Callable[[], Awaitable[bytes]]
    """Fetches its content."""


class Unchecked(Exception):
    """The file has to be loaded and decoded outside the unit before the turn can go on."""


class SentFile:
    """The file of one message, kept while its turn is run again."""

    def __init__(self, attachments: Sequence[Attachment]) -> None:
        self._attachments = attachments
        self._found: CheckedFile | FileRefused | None = None

    def checked(self) -> CheckedFile:
        """The file. Raises FileRefused, and Unchecked if nobody has looked yet."""
        if self._found is None:
            [only, *more] = self._attachments
            if more:
                raise FileRefused(FileTrouble.SEVERAL)
            if only.size is not None and only.size > FILE_LIMIT:
                raise FileRefused(FileTrouble.TOO_LARGE)
            raise Unchecked
        if isinstance(self._found, FileRefused):
            raise self._found
        return self._found

    async def check(self) -> None:
        """Look now; no unit may be open."""
        try:
            self._found = await checked(await self._loaded(self._attachments[0]))
        except FileRefused as refusal:
            self._found = refusal

    async def _loaded(self, attachment: Attachment) -> bytes:
        try:
            async with asyncio.timeout(_SECONDS):
                return await attachment.load()
        except Exception as error:
            log.warning("a file was not handed over: %s", type(error).__name__)
            raise FileRefused(FileTrouble.NOT_LOADED) from error
