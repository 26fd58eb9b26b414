"""Pictures on Telegram: uploaded once, and from then on sent by the id that Telegram gave them."""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from telegram import Message
from telegram.error import BadRequest

from presentation.painting.painter import painting
from presentation.picture import CalendarPicture

log = logging.getLogger(__name__)

KEPT = 1000
"""Pictures whose ids are remembered; an id is good for this bot alone."""

Request = Callable[[str | bytes], Awaitable[Message | bool]]
"""Sends a photo, or puts one into a message; takes a known photo's id, or a PNG."""


class Photos:
    """One bot's uploaded pictures, kept in memory."""

    def __init__(self) -> None:
        self._ids: OrderedDict[CalendarPicture, str] = OrderedDict()

    async def used(self, calendar: CalendarPicture, request: Request) -> Message | bool:
        """Make the request with the picture; what it gave, a message when it was sent.

        False: the picture can't be drawn, or Telegram won't take it there. Raises TelegramError where it is
        not the picture that Telegram minds.
        """
        known = self._ids.get(calendar)
        if known is not None and (taken := await self._taken(calendar, known, request)):
            return taken
        self._ids.pop(calendar, None)
        content = await painting(calendar)
        return content is not None and await self._taken(calendar, content, request)

    async def _taken(self, calendar: CalendarPicture, photo: str | bytes, request: Request) -> Message | bool:
        try:
            message = await request(photo)
        except BadRequest as error:
            if not about_photo(error):
                raise
            log.warning("Telegram does not take a picture: %s", error)
            return False
        if isinstance(message, Message) and message.photo:
            self._ids[calendar] = message.photo[-1].file_id
            self._ids.move_to_end(calendar)
            while len(self._ids) > KEPT:
                self._ids.popitem(last=False)
        return message


def about_photo(error: BadRequest) -> bool:
    """Whether the photo itself was refused, or photos are there: an id gone stale, a group that has none."""
    said = str(error).casefold()
    return any(each in said for each in _MINDED)


_MINDED = ("photo", "image", "file", "media", "wrong type of the web page")
