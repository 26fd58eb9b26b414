"""Direct messages that nobody asked for, and what became of them."""

import logging
from collections.abc import Callable

import aiohttp
import discord

from bots.chat.reply import Reply
from bots.discord.render import Drawn, Painter
from core.ids import AccountRef, Platform
from core.outbox import Later, Reach, Sent, Unreachable, Verdict
from presentation.painting.painter import painting

log = logging.getLogger(__name__)

_NOBODY = {10003, 10013, 50001, 50007, 50033, 50278}
"""Unknown channel, unknown user, no access, will have no messages, no such recipient, shares no server."""
_TOO_FAST = 40003
"""Direct messages are being opened too fast."""
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

    async def tell(self, account: AccountRef, reply: Reply, *, nonce: str) -> Verdict:
        """Send a direct message; Discord takes the same nonce only once within some minutes."""
        client = self._client()
        if client is None:
            return Later(_SOON)
        drawn = self._painter.draw(reply, await painting(reply.picture))
        try:
            channel = await client.create_dm(discord.Object(int(account.key)))
            await _send(channel, drawn, nonce)
        except discord.RateLimited as error:
            return Later(error.retry_after)
        except discord.HTTPException as error:
            return _verdict(error)
        except (aiohttp.ClientError, OSError) as error:
            log.warning("Discord cannot be reached: %s", type(error).__name__)
            return Later(_SOON)
        return Sent()


async def _send(channel: discord.DMChannel, drawn: Drawn, nonce: str) -> None:
    """Send it; where it is the files that are refused, the words alone."""
    try:
        await channel.send(**drawn.new, nonce=nonce)
    except discord.HTTPException as error:
        passing = error.status in (_TOO_MANY, *range(_BROKEN, 600)) or error.code in {_TOO_FAST, *_NOBODY}
        if passing or not drawn.uploads:
            raise
        await channel.send(**drawn.bare.new, nonce=nonce)


def _verdict(error: discord.HTTPException) -> Verdict:
    if error.code in _NOBODY:
        return Unreachable(f"{error.code} {error.text}"[:200])
    if error.status == _TOO_MANY or error.code == _TOO_FAST:
        return Later(_AFTER_PAUSE)
    if error.status >= _BROKEN:
        return Later(_SOON)
    # Not the account's fault: the bot itself was refused (flagged, its token revoked), or it is a bug.
    log.error("Discord refuses a direct message: %s %s", error.status, error.code)
    return Later(_REFUSED)
