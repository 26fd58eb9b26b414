"""`bandwidth run`: everything that is set up, in one process, started and stopped in order."""

import asyncio
import contextlib
import gc
import logging
import signal
import sys
from dataclasses import dataclass

from bandwidth.app import App, build
from bandwidth.called import command
from bandwidth.chat import console_locale, login_name
from bandwidth.settings import OperatorSettings
from bandwidth.surfaces import NothingLeft, Surfaces
from bandwidth.website import site_of
from bots.chat.postman import Messenger
from bots.chat.surface import Surface
from core.ids import Platform
from jobs.ticker import Ticker
from web.server import CannotListen, WebServer
from web.site import Site

log = logging.getLogger(__name__)

_MADE_BETWEEN = 20_000
"""How many new objects may be made before the garbage collector scans the youngest."""


@dataclass(slots=True)
class Process:
    """Everything that one process runs."""

    app: App
    surfaces: dict[str, Surface]
    """The bots and the console; without any of these, the web server alone."""
    messengers: dict[Platform, Messenger]
    web: WebServer | None
    """None: its address cannot be used, and the rest runs without it."""


async def run(settings: OperatorSettings, *, interactive: bool) -> None:
    """Serve on a migrated database until told to stop; `interactive`: with a console."""
    app = await build(settings)
    try:
        process = _assembled(app, interactive=interactive)
        print(_summary(settings, process, interactive=interactive), file=sys.stderr, flush=True)
        await _serve(process)
    finally:
        await app.close()


def _assembled(app: App, *, interactive: bool) -> Process:
    settings = app.settings
    surfaces: dict[str, Surface] = {}
    messengers: dict[Platform, Messenger] = {}
    if settings.discord_token:
        from bots.discord.client import DiscordSurface

        discord = DiscordSurface(
            app.dispatcher,
            token=settings.discord_token,
            api_url=settings.discord_api_url,
            gateway_url=settings.discord_gateway_url,
        )
        surfaces["Discord"], messengers[Platform.DISCORD] = discord, discord.messenger
    if settings.telegram_token:
        from bots.telegram.client import TelegramSurface

        telegram = TelegramSurface(
            app.dispatcher, token=settings.telegram_token, api_url=settings.telegram_api_url
        )
        surfaces["Telegram"], messengers[Platform.TELEGRAM] = telegram, telegram.messenger
    if interactive:
        from bots.console.client import ConsoleSurface

        console = ConsoleSurface(app.dispatcher, name=login_name(), locale=console_locale())
        surfaces["console"], messengers[Platform.CONSOLE] = console, console.messenger
    web = _web(app, site_of(app, messengers), alone=not surfaces)
    if web and not surfaces:
        surfaces["web"] = web
    return Process(app, surfaces, messengers, web)


def _web(app: App, site: Site, *, alone: bool) -> WebServer | None:
    """The web server; None if it cannot listen. Raises NothingLeft if there is nothing else to run."""
    settings = app.settings
    try:
        return WebServer(site, host=settings.web_host, port=settings.web_port)
    except CannotListen as error:
        todo = (
            "Set BANDWIDTH_WEB_PORT to a free port (0 takes any)."
            if error.port_at_fault
            else "Set BANDWIDTH_WEB_HOST to an address of this machine."
        )
        if alone:
            raise NothingLeft(f"{error} {todo}") from error
        log.error("The web part is off. %s %s Everything else carries on.", error, todo)  # noqa: TRY400 - no bug
        return None


def _summary(settings: OperatorSettings, process: Process, *, interactive: bool) -> str:
    bots = [name for name in ("Discord", "Telegram") if name in process.surfaces]
    missing = [name for name in ("Discord", "Telegram") if name not in process.surfaces]
    wanted = " and ".join(f"BANDWIDTH_{name.upper()}_TOKEN" for name in missing)
    console = "the console below (/help; /quit leaves)" if interactive else "no console (no terminal)"
    doctor = command("doctor")
    running = f"Running: {', '.join([*bots, console])}; data in {_shown(settings.database_url)}"
    return "\n".join(
        (
            running,
            _web_summary(settings, process.web),
            f"Not running: {' and '.join(missing)}. To add: set {wanted} ({doctor} tells how)"
            if missing
            else f"Every platform is on. {doctor} prints the links that invite the bots",
        )
    )


def _web_summary(settings: OperatorSettings, web: WebServer | None) -> str:
    if web is None:
        return (
            f"Web: off, because {settings.web_host}:{settings.web_port} cannot be used (BANDWIDTH_WEB_PORT)"
        )
    if settings.public_url is None:
        return f"Web: {web.address}/, on this machine only"
    return f"Web: {web.address}/, from outside {settings.public_url}"


def _shown(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


async def _serve(process: Process) -> None:
    """Serve until told to stop, or until somebody quits the console. Raises NothingLeft."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stopping.set)
    ticker = process.app.ticker(process.messengers)
    surfaces = Surfaces(process.surfaces, process.app.remember_address)
    await ticker.start()
    serving = asyncio.create_task(surfaces.serve(), name="surfaces")
    settling = asyncio.create_task(_settled(surfaces), name="settling")
    told = asyncio.create_task(stopping.wait(), name="stop")
    web = asyncio.create_task(_aside(process.web), name="web") if "web" not in process.surfaces else None
    try:
        await asyncio.wait((serving, told), return_when=asyncio.FIRST_COMPLETED)
    finally:
        settling.cancel()
        told.cancel()
        await _stop(process, surfaces, ticker)
        if web:
            await web
    (left,) = await asyncio.gather(serving, return_exceptions=True)
    if isinstance(left, Exception) and not stopping.is_set():
        raise left
    log.info("stopped: %s", "told to" if stopping.is_set() else left)


async def _settled(surfaces: Surfaces) -> None:
    await surfaces.settled()
    # Everything loaded so far stays: scanning it repeatedly would delay everybody's answers.
    gc.collect()
    gc.freeze()
    # An answer makes thousands of objects and keeps few: with rarer scans, most are gone by the next one.
    gc.set_threshold(_MADE_BETWEEN, 20, 20)


async def _aside(web: WebServer | None) -> None:
    """Run the web server beside the bots, which carry on if it crashes."""
    if web is None:
        return
    log.info("ready: web")
    try:
        await web.serve()
    except Exception:
        log.exception("The web part has crashed. Everything else carries on")


async def _stop(process: Process, surfaces: Surfaces, ticker: Ticker) -> None:
    """Stop the bots first, then the jobs, then the web: nothing new comes in while the rest ends."""
    try:
        await surfaces.stop()
    finally:
        await ticker.stop()
        if process.web:
            await process.web.stop()
