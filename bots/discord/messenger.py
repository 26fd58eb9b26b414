"""Messages that nobody asked for: written, edited, and what became of them."""

import logging
from collections.abc import Callable
from typing import assert_never

import aiohttp
import discord
from discord.abc import Messageable

from bots.chat.reply import Reply
from bots.discord.render import EmbedMessage, Painter
from core.destinations import ChatThread, Destination, MessageGone, MessageRef, PrivateChat, SharedChat
from core.ids import Platform
from core.outbox import Later, Reach, Sent, Unreachable, Verdict
from presentation.painting.painter import painting

log = logging.getLogger(__name__)

_TROUBLES = (discord.RateLimited, discord.HTTPException, aiohttp.ClientError, OSError)
_UNKNOWN_MESSAGE = 10008
_NOBODY = {10003, 10013, 50001, 50007, 50033, 50278}
"""Unknown channel, unknown user, no access, will have no messages, no such recipient, shares no server."""
_CLOSED = {50013, 50083, 160005}
"""Of a channel or thread: the bot may not write there; the thread is archived, or locked."""
_TOO_FAST = {30046, 40003}
"""Old messages are being edited, or direct messages opened, too fast."""
_SOON, _AFTER_PAUSE, _REFUSED = 30.0, 120.0, 3600.0
_TOO_MANY, _BROKEN = 429, 500


class DiscordMessenger:
    """Implements bots.chat.postman.Messenger."""

    def __init__(self, client: Callable[[], discord.Client | None], painter: Painter) -> None:
        self._client = client
        self._painter = painter

    def reach(self) -> Reach | None:
        """Everybody on Discord, while there is a connection."""
        return Reach(Platform.DISCORD) if self._client() else None

    async def send(self, to: Destination, reply: Reply, *, nonce: str) -> Verdict:
        """Write there; Discord takes the same nonce only once within some minutes."""
        client = self._client()
        if client is None:
            return Later(_SOON)
        drawn = self._painter.draw(reply, await painting(reply.picture))
        try:
            written = await _write(await _channel(client, to), drawn, nonce)
        except _TROUBLES as error:
            return _verdict(error)
        return Sent((MessageRef(Platform.DISCORD, str(written.channel.id), str(written.id)),))

    async def edit(self, message: MessageRef, reply: Reply) -> Verdict | MessageGone:
        """Put the reply in place of what the message shows; buttons and files that it had go."""
        client = self._client()
        if client is None:
            return Later(_SOON)
        drawn = self._painter.draw(reply, await painting(reply.picture))
        channel = client.get_partial_messageable(int(message.chat))
        try:
            await _change(channel.get_partial_message(int(message.message)), drawn)
        except discord.NotFound as error:
            return MessageGone(_why(error)) if error.code == _UNKNOWN_MESSAGE else _verdict(error)
        except _TROUBLES as error:
            return _verdict(error)
        return Sent((message,))


async def _channel(client: discord.Client, to: Destination) -> Messageable:
    """Where to write: to Discord a thread is a channel of its own."""
    match to:
        case PrivateChat(account=account):
            return await client.create_dm(discord.Object(int(account.key)))
        case SharedChat(key=key) | ChatThread(key=key):
            return client.get_partial_messageable(int(key))
        case _:
            assert_never(to)


async def _write(channel: Messageable, drawn: EmbedMessage, nonce: str) -> discord.Message:
    """Send it; where the files are refused, send the words alone."""
    try:
        return await channel.send(**drawn.new, nonce=nonce)
    except discord.HTTPException as error:
        if not _files_refused(error, drawn):
            raise
        return await channel.send(**drawn.bare.new, nonce=nonce)


async def _change(message: discord.PartialMessage, drawn: EmbedMessage) -> None:
    """Edit it; where the files are refused, put the words alone."""
    try:
        await message.edit(**drawn.instead)
    except discord.HTTPException as error:
        if not _files_refused(error, drawn):
            raise
        await message.edit(**drawn.bare.instead)


def _files_refused(error: discord.HTTPException, drawn: EmbedMessage) -> bool:
    """Whether the refusal may be about the files, and not about the chat, the message or the moment."""
    passing = error.status in (_TOO_MANY, *range(_BROKEN, 600))
    return bool(drawn.uploads) and not passing and error.code not in {_UNKNOWN_MESSAGE, *_TOO_FAST, *_NOBODY}


def _verdict(error: Exception) -> Verdict:
    if isinstance(error, discord.RateLimited):
        return Later(error.retry_after)
    if not isinstance(error, discord.HTTPException):
        log.warning("Discord cannot be reached: %s", type(error).__name__)
        return Later(_SOON)
    if error.code in _NOBODY | _CLOSED:
        return Unreachable(_why(error))
    if error.status == _TOO_MANY or error.code in _TOO_FAST:
        return Later(_AFTER_PAUSE)
    if error.status >= _BROKEN:
        return Later(_SOON)
    # Not the chat's fault: the bot itself was refused (flagged, its token revoked), or it is a bug.
    log.error("Discord refuses a message: %s %s", error.status, error.code)
    return Later(_REFUSED)


def _why(error: discord.HTTPException) -> str:
    return f"{error.code} {error.text}"[:200]
