"""Discord's side of the program: connects, registers the commands, lets people be answered."""

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from typing import Any

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bots.chat.catalogue import COMMANDS
from bots.chat.dispatch import Dispatcher
from bots.chat.surface import CannotServe, TokenRefused
from bots.discord.answers import Attendant
from bots.discord.compile import JsonObject, compiled, same
from bots.discord.incoming import Interaction
from bots.discord.messenger import DiscordMessenger
from bots.discord.native.read_menu import READING
from bots.discord.render import Painter, TokenButton

log = logging.getLogger(__name__)

INVITE_PERMISSIONS = discord.Permissions.none()
"""Answers to interactions and direct messages need none; the server's own settings do the rest."""
FINISH_SECONDS = 10.0
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_BAD_TOKEN = 4004
_UNAUTHORISED, _TOO_MANY, _BROKEN = 401, 429, 500
REFUSED = "Discord does not accept the bot's token"
_MESSAGES = (discord.MessageType.default, discord.MessageType.reply)


def invite_link(application_id: int) -> str:
    """The link by which somebody brings the bot into a server."""
    return discord.utils.oauth_url(
        application_id, permissions=INVITE_PERMISSIONS, scopes=("bot", "applications.commands")
    )


class DiscordSurface:
    """Implements bots.chat.surface.Surface."""

    def __init__(
        self, dispatcher: Dispatcher, *, token: str, api_url: str | None, gateway_url: str | None
    ) -> None:
        self._token = token
        self._addresses = api_url, gateway_url
        self._bot_address = dispatcher.bot_address
        self._painter = Painter(dispatcher.tokens)
        self._attendant = Attendant(dispatcher, self._painter)
        self._client: _Client | None = None
        self._up = asyncio.Event()
        self._stopped = asyncio.Event()
        self.messenger = DiscordMessenger(lambda: self._client if self._up.is_set() else None, self._painter)

    async def serve(self) -> None:
        """Connect and answer until stopped. Raises CannotServe."""
        _point_at(*self._addresses)
        pause = _FIRST_PAUSE
        while not self._stopped.is_set():
            self._client = _Client(self._attendant, self._painter, self._up)
            try:
                await self._client.start(self._token)
            except (OSError, aiohttp.ClientError, discord.HTTPException, discord.RateLimited) as error:
                _give_up_or_wait(error, pause)
            except discord.LoginFailure as error:
                raise TokenRefused(REFUSED) from error
            except discord.ConnectionClosed as error:
                if error.code == _BAD_TOKEN:
                    raise TokenRefused(REFUSED) from error
                raise CannotServe(f"Discord's gateway closes with {error.code}") from error
            except RuntimeError:
                if not self._stopped.is_set():  # stopped in the middle of logging in, aiohttp complains
                    raise
            finally:
                self._up.clear()
                await self._client.close()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopped.wait(), pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def ready(self) -> None:
        """Return once the commands are registered and the gateway is open."""
        await self._up.wait()
        if self._client is not None and self._client.application_id is not None:
            self._bot_address.discord_invite = invite_link(self._client.application_id)

    async def stop(self) -> None:
        """Take nothing more in, finish what is under way, disconnect."""
        self._stopped.set()
        if self._client is not None:
            await self._client.finish(FINISH_SECONDS)
            self._up.clear()
            await self._client.close()


class _Client(discord.Client):
    """One connection. It keeps nothing but the list of servers that discord.py wants."""

    def __init__(self, attendant: Attendant, painter: Painter, up: asyncio.Event) -> None:
        intents = discord.Intents.none()
        intents.guilds = True
        intents.messages = True  # plain words may answer a question; in servers only mentions come with words
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody speaks
        super().__init__(
            intents=intents,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=30.0,
        )
        self._attendant = attendant
        self._painter = painter
        self._up = up
        self._turns: set[asyncio.Task[Any]] = set()
        self._taking = True
        self.add_dynamic_items(TokenButton)

    async def setup_hook(self) -> None:
        """Logged in, not connected yet: see that Discord knows the commands as they are."""
        application = self.application_id
        if application is None:
            raise CannotServe("Discord names no application for this token")
        wanted = [*compiled(COMMANDS), READING]
        known: list[Any] = list(await self.http.get_global_commands(application))
        if not same(known, wanted):
            known = list(await self.http.bulk_upsert_global_commands(application, wanted))
            log.info("%d commands registered with Discord", len(known))
        self._painter.commands.update(_ids(known))
        self._painter.bot = self.user.id if self.user else None

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Drop events once the client is closed: discord.py no longer has a loop for them."""
        if not self.is_closed():
            super().dispatch(event, *args, **kwargs)

    async def finish(self, seconds: float) -> None:
        """Take no more turns, and let those under way finish."""
        self._taking = False
        if self._turns:
            _, late = await asyncio.wait(self._turns, timeout=seconds)
            for each in late:
                each.cancel()

    async def pressed(self, interaction: Interaction, token: str) -> None:
        """A button was pressed (render.TokenButton)."""
        with self._counted() as taken:
            if taken:
                await self._attendant.pressed(interaction, token)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Everything but presses, which come by their button."""
        with self._counted() as taken:
            if not taken:
                return
            match interaction.type:
                case discord.InteractionType.application_command:
                    await self._attendant.command(interaction)
                case discord.InteractionType.autocomplete:
                    await self._attendant.suggested(interaction)
                case discord.InteractionType.modal_submit:
                    await self._attendant.filled(interaction)
                case _:
                    pass

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote; people's words in direct messages are taken up, elsewhere only to the bot."""
        if message.author.bot or message.type not in _MESSAGES:
            return
        if not message.content and (message.guild is not None or not message.attachments):
            return
        if message.guild is None or self.user in message.mentions:
            with self._counted() as taken:
                if taken:
                    await self._attendant.message(message)

    async def on_connect(self) -> None:
        """READY has come."""
        self._up.set()

    async def on_resumed(self) -> None:
        """The connection is back."""
        self._up.set()

    async def on_disconnect(self) -> None:
        """The connection is gone; discord.py takes it up again."""
        self._up.clear()

    @contextlib.contextmanager
    def _counted(self) -> Iterator[bool]:
        """Whether to take this turn. `finish` waits for it."""
        task = asyncio.current_task()
        if task is None or not self._taking:
            yield False
            return
        self._turns.add(task)
        try:
            yield True
        finally:
            self._turns.discard(task)


def _point_at(api_url: str | None, gateway_url: str | None) -> None:
    """Use other addresses than Discord's own; discord.py has one of each for the whole process."""
    if api_url:
        Route.BASE = str(_address(api_url, "http", "https")).rstrip("/")
    if gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = _address(gateway_url, "ws", "wss")


def _address(text: str, *schemes: str) -> yarl.URL:
    try:
        url = yarl.URL(text)
    except ValueError as error:
        raise CannotServe("Discord's address is none") from error
    if url.scheme not in schemes or not url.host:
        raise CannotServe(f"Discord's address must begin with {schemes[0]}:// or {schemes[1]}://")
    return url


def _give_up_or_wait(error: Exception, pause: float) -> None:
    if isinstance(error, discord.HTTPException) and error.status == _UNAUTHORISED:
        raise TokenRefused(REFUSED) from error
    if isinstance(error, discord.HTTPException) and error.status < _BROKEN and error.status != _TOO_MANY:
        raise CannotServe(f"Discord refuses: {error.status} {' '.join(error.text.split())}"[:200]) from error
    log.warning("Discord cannot be reached (%s); again in %.0f s", type(error).__name__, pause)


def _ids(known: list[JsonObject]) -> dict[str, int]:
    """The ids of commands by full name. Actions share the id of their group."""
    ids = {}
    for command in known:
        actions = [each["name"] for each in command.get("options") or () if each["type"] == 1]
        for name in [f"{command['name']} {each}" for each in actions] or [command["name"]]:
            ids[name] = int(command["id"])
    return ids
