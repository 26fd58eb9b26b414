"""Tells people what they have not asked for, in their private chats."""

import logging

from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from bots.chat.reply import Reply
from bots.chat.turn import Doors
from bots.telegram.photos import Photos
from bots.telegram.render import draw
from bots.telegram.sending import once, send, shut, wait_of
from core.ids import AccountRef, Platform
from core.outbox import Later, Reach, Sent, Unreachable, Verdict
from presentation.tokens import Tokens

log = logging.getLogger(__name__)

_AGAIN_SECONDS = 30.0
_REFUSED_SECONDS = 600.0


class TelegramMessenger:
    """Implements bots.chat.postman.Messenger."""

    def __init__(self, tokens: Tokens, doors: Doors, photos: Photos) -> None:
        self._tokens = tokens
        self._photos = photos
        self._doors = doors
        self.bot: Bot | None = None
        """Set while the bot polls."""

    def reach(self) -> Reach | None:
        """All of Telegram, while the bot polls."""
        return Reach(Platform.TELEGRAM) if self.bot is not None else None

    async def tell(self, account: AccountRef, reply: Reply, *, nonce: str) -> Verdict:
        """Send once. Telegram takes no nonce: a message whose receipt got lost is sent twice."""
        del nonce
        if self.bot is None:
            return Later(_AGAIN_SECONDS)
        drawn = draw(reply, self._tokens, self._doors)
        try:
            await send(self.bot, int(account.key), drawn, self._photos, asking=once)
        except RetryAfter as error:
            return Later(wait_of(error))
        except TelegramError as error:
            return _verdict(error)
        return Sent()


def _verdict(error: TelegramError) -> Verdict:
    if shut(error):
        return Unreachable(str(error))
    if isinstance(error, BadRequest):
        log.error("Telegram does not take a message: %s", error)
        return Later(_REFUSED_SECONDS)
    return Later(_AGAIN_SECONDS)
