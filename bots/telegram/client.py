"""The bot's life on Telegram: connecting, polling, being stopped."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx
from telegram import BotCommand, BotCommandScope, Update, User
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder, TypeHandler
from telegram.request import HTTPXRequest

from bots.chat.catalogue import COMMANDS
from bots.chat.dispatch import Dispatcher
from bots.chat.surface import CannotServe, TokenRefused
from bots.telegram.answers import Answers
from bots.telegram.compile import menus
from bots.telegram.delivery import shut, wait_of
from bots.telegram.incoming import AnonymousMessage, CallbackPress, GroupMigrated, PersonMessage, read
from bots.telegram.messenger import TelegramMessenger
from bots.telegram.photos import Photos
from bots.telegram.queues import AT_ONCE, Queues

log = logging.getLogger(__name__)

ALLOWED = (Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
POLL_SECONDS = 30
STOP_SECONDS = 10.0
BACK_OFF = (1.0, 2.0, 5.0, 10.0, 30.0)
REFUSED = "Telegram does not accept the bot's token"

App = Application[Any, Any, Any, Any, Any, Any]
T = TypeVar("T")


class TelegramSurface:
    """Implements bots.chat.surface.Surface."""

    def __init__(self, dispatcher: Dispatcher, *, token: str, api_url: str | None) -> None:
        self._photos = Photos()
        self.messenger = TelegramMessenger(dispatcher.tokens, dispatcher.bot_address, self._photos)
        self._dispatcher = dispatcher
        self._token = token
        self._api_url = api_url
        self._ready = asyncio.Event()
        self._stopping = asyncio.Event()
        self._refused = asyncio.Event()
        self._closing = asyncio.Event()
        self._closed = asyncio.Event()
        self._closed.set()

    async def serve(self) -> None:
        """Connect and answer until stopped. Raises CannotServe."""
        self._closed.clear()
        self._closing.clear()
        self._refused.clear()
        self._ready.clear()
        try:
            app = self._built()
            work = asyncio.create_task(self._work(app))
            stopping = asyncio.create_task(self._stopping.wait())
            try:
                await asyncio.wait((work, stopping), return_when=asyncio.FIRST_COMPLETED)
            finally:
                await _cancelled(stopping)
                await _cancelled(work)
                self.messenger.bot = None
                self._closing.set()
                await _close(app)
            if not work.cancelled():
                work.result()
        finally:
            self._closed.set()

    async def ready(self) -> None:
        """Return once the bot polls and its menus are set."""
        await self._ready.wait()

    async def stop(self) -> None:
        """Take nothing more in, finish the turns under way, disconnect."""
        self._stopping.set()
        await self._closed.wait()

    def _built(self) -> App:
        for noisy in ("httpx", "httpcore"):  # they write addresses, and the token is part of each
            logging.getLogger(noisy).setLevel(logging.WARNING)
        limits = httpx.Limits(max_connections=2 * AT_ONCE, keepalive_expiry=_KEEP_SECONDS)
        builder = (
            ApplicationBuilder()
            .token(self._token)
            .job_queue(None)
            .concurrent_updates(Queues())
            .request(HTTPXRequest(pool_timeout=5.0, httpx_kwargs={"limits": limits}))
            .get_updates_request(_PollRequest(self._refused, self._closing))
        )
        if self._api_url is not None:
            if (
                urlsplit(self._api_url).scheme not in {"http", "https"}
                or not urlsplit(self._api_url).hostname
            ):
                raise CannotServe(f"{self._api_url} is not the address of a Telegram server")
            builder.base_url(f"{self._api_url}/bot").base_file_url(f"{self._api_url}/file/bot")
        try:
            return builder.build()
        except InvalidToken:
            raise TokenRefused(REFUSED) from None

    async def _work(self, app: App) -> None:
        await self._insisting(app.initialize)
        me = app.bot.bot
        self._dispatcher.bot_address.telegram = me.username
        await self._insisting(lambda: _set_menus(app))
        answers = Answers(self._dispatcher, app.bot, self._photos)
        app.add_handler(TypeHandler(Update, _Handler(self._dispatcher, answers, me)))
        await app.start()
        if app.updater is not None:
            await app.updater.start_polling(
                poll_interval=0,
                timeout=POLL_SECONDS,
                allowed_updates=ALLOWED,
                bootstrap_retries=-1,
                error_callback=_told,
            )
        self.messenger.bot = app.bot
        self._ready.set()
        log.info("Telegram: polling as @%s", me.username)
        await self._refused.wait()
        raise TokenRefused(REFUSED)

    async def _insisting(self, request: Callable[[], Awaitable[T]]) -> T:
        """The outcome, however long the network is down."""
        tries = 0
        while True:
            try:
                return await request()
            except InvalidToken:
                raise TokenRefused(REFUSED) from None  # the library's message quotes the token
            except TelegramError as error:
                wait = BACK_OFF[min(tries, len(BACK_OFF) - 1)]
                if isinstance(error, RetryAfter):
                    wait = max(wait, wait_of(error))
                log.warning("Telegram does not answer (%s); trying again in %g s", error, wait)
            tries += 1
            await asyncio.sleep(wait)


_KEEP_SECONDS = 60.0
"""How long a connection stays open unused: a new one costs somebody three round trips."""


class _Handler:
    """Hands each update to its answer, and catches every error on the way out."""

    def __init__(self, dispatcher: Dispatcher, answers: Answers, me: User) -> None:
        self._dispatcher = dispatcher
        self._answers = answers
        self._me = me

    async def __call__(self, update: Update, _: object) -> None:
        try:
            match read(update, self._me):
                case PersonMessage() as said:
                    await self._answers.to_message(said)
                case CallbackPress() as press:
                    await self._answers.to_press(press)
                case GroupMigrated(old=old, new=new):
                    await self._dispatcher.rebind(old, new)
                case AnonymousMessage() as masked:
                    await self._answers.to_masked(masked)
        except TelegramError as error:
            level = logging.DEBUG if shut(error) else logging.ERROR
            log.log(level, "an answer could not be sent: %s", error)
        except Exception:
            log.exception("an update was not answered")


class _PollRequest(HTTPXRequest):
    """Asks for updates, and notices when the token is no longer good.

    The updater never hears of that. It would write a trace, and raise when it is stopped.
    """

    __slots__ = ("_closing", "_refused")

    def __init__(self, refused: asyncio.Event, closing: asyncio.Event) -> None:
        super().__init__(connection_pool_size=1)
        self._refused = refused
        self._closing = closing

    async def do_request(self, *args: Any, **named: Any) -> tuple[int, bytes]:
        if self._refused.is_set():
            return _NO_UPDATES  # it asks once more while it is stopped
        status, payload = await super().do_request(*args, **named)
        if status == httpx.codes.UNAUTHORIZED:
            self._refused.set()
            if self._closing.is_set():
                return _NO_UPDATES  # the last request, which nobody would call off
            await asyncio.Event().wait()  # until it is stopped, which calls this off
        return status, payload


_NO_UPDATES = httpx.codes.OK, b'{"ok": true, "result": []}'


async def _set_menus(app: App) -> None:
    await asyncio.gather(*(_set_menu(app, scope, menu) for scope, menu in menus(COMMANDS)))


async def _set_menu(app: App, scope: BotCommandScope, menu: tuple[BotCommand, ...]) -> None:
    try:
        if await app.bot.get_my_commands(scope) != menu:
            await app.bot.set_my_commands(menu, scope)
    except BadRequest as error:
        log.warning("Telegram does not take the command menu: %s", error)


def _told(error: TelegramError) -> None:
    cause = "network" if isinstance(error, NetworkError) else type(error).__name__
    log.warning("Telegram: no updates just now (%s: %s); trying again", cause, error)


async def _cancelled(task: asyncio.Task[Any]) -> None:
    task.cancel()
    await asyncio.wait((task,))


async def _close(app: App) -> None:
    if app.updater is not None and app.updater.running:
        await app.updater.stop()
    if app.running:
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await app.stop()
        except TimeoutError:
            log.warning("Telegram: some answers were not finished in time")
            await app.update_processor.shutdown()
    await app.shutdown()
    await app.bot.shutdown()  # which the line above leaves out where the start never got that far
