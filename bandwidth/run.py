"""`bandwidth run`: everything that is set up, in one process, started and stopped in order."""

import argparse
import asyncio
import contextlib
import gc
import logging
import signal
import sys
from dataclasses import dataclass

from bandwidth.app import App, build
from bandwidth.chat import console_locale, login_name
from bandwidth.database import make_ready
from bandwidth.logs import start_logging
from bandwidth.settings import Settings, read
from bots.chat.postman import Messenger
from bots.chat.serving import Server
from core.ids import Platform
from jobs.ticker import Ticker
from web.server import WebServer

log = logging.getLogger(__name__)


@dataclass(slots=True)
class House:
    """What runs."""

    app: App
    servers: dict[str, Server]
    messengers: dict[Platform, Messenger]
    web: WebServer


def main(arguments: list[str]) -> int:
    """Run until SIGTERM, SIGINT, or until the console is left."""
    parser = argparse.ArgumentParser(
        prog="bandwidth run",
        description="Run all that is set up: bots, console, web, jobs.",
    )
    parser.parse_args(arguments)
    settings = read()
    start_logging(settings.log_level, settings.secrets)
    asyncio.run(_run(settings, interactive=sys.stdin.isatty()))
    return 0


async def _run(settings: Settings, *, interactive: bool) -> None:
    made = await make_ready(settings)
    if made:
        log.info("migrated the database: %s", ", ".join(made))
    app = await build(settings)
    try:
        house = _house(app, interactive=interactive)
        print(_summary(settings, house, interactive=interactive), file=sys.stderr, flush=True)
        await _serve(house)
    finally:
        await app.close()


def _house(app: App, *, interactive: bool) -> House:
    settings = app.settings
    servers: dict[str, Server] = {}
    messengers: dict[Platform, Messenger] = {}
    if settings.discord_token:
        from bots.discord.client import DiscordServer

        discord = DiscordServer(
            app.house,
            token=settings.discord_token,
            api_url=settings.discord_api_url,
            gateway_url=settings.discord_gateway_url,
        )
        servers["Discord"], messengers[Platform.DISCORD] = discord, discord.messenger
    if settings.telegram_token:
        from bots.telegram.client import TelegramServer

        telegram = TelegramServer(app.house, token=settings.telegram_token, api_url=settings.telegram_api_url)
        servers["Telegram"], messengers[Platform.TELEGRAM] = telegram, telegram.messenger
    if interactive:
        from bots.console.client import ConsoleServer

        console = ConsoleServer(app.house, name=login_name(), locale=console_locale())
        servers["console"], messengers[Platform.CONSOLE] = console, console.messenger
    web = WebServer({"database": app.answers}, host=settings.web_host, port=settings.web_port)
    return House(app, servers, messengers, web)


def _summary(settings: Settings, house: House, *, interactive: bool) -> str:
    bots = [name for name in ("Discord", "Telegram") if name in house.servers]
    missing = [name for name in ("Discord", "Telegram") if name not in house.servers]
    wanted = " and ".join(f"BANDWIDTH_{name.upper()}_TOKEN" for name in missing)
    console = "the console below (/help; /quit leaves)" if interactive else "no console (no terminal)"
    running = f"Running: {', '.join([*bots, console])}; data in {_shown(settings.database_url)}"
    return "\n".join(
        (
            running,
            f"Web: {house.web.address}/health, on this machine only"
            if settings.public_url is None
            else f"Web: {house.web.address}/health, from outside {settings.public_url}",
            f"Not running: {' and '.join(missing)}. To add: set {wanted} (bandwidth doctor tells how)"
            if missing
            else "Every platform is on. bandwidth doctor prints the links that invite the bots",
        )
    )


def _shown(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


async def _serve(house: House) -> None:
    """Serve until told to stop; the first surface that cannot serve stops the others and is raised."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stopping.set)
    ticker = house.app.ticker(house.messengers)
    tasks = {asyncio.create_task(each.serve(), name=name) for name, each in house.servers.items()}
    web = asyncio.create_task(house.web.serve(), name="web")
    told = asyncio.create_task(stopping.wait(), name="stop")
    starting = asyncio.create_task(_started(house, ticker), name="start")
    try:
        done, _ = await asyncio.wait({*tasks, web, told}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        starting.cancel()
        told.cancel()
        await _stop(house, ticker)
    await asyncio.gather(starting, told, return_exceptions=True)
    results = await asyncio.gather(*tasks, web, return_exceptions=True)
    failures = [each for each in results if isinstance(each, Exception)]
    for failure in failures[1:]:
        log.error("%s", failure)
    if failures:
        raise failures[0]
    log.info("stopped: %s", ", ".join(task.get_name() for task in done))


async def _started(house: House, ticker: Ticker) -> None:
    await ticker.start()
    await asyncio.gather(*(each.ready() for each in house.servers.values()))
    await house.app.remember_doors()
    # What is here now stays: to go through all of it again and again would halt everybody's answers.
    gc.collect()
    gc.freeze()
    log.info("ready: %s", ", ".join([*house.servers, "web", "jobs"]))


async def _stop(house: House, ticker: Ticker) -> None:
    """Intake first, then the jobs, then the web: nothing new comes in while the rest ends."""
    await asyncio.gather(*(each.stop() for each in house.servers.values()), return_exceptions=True)
    await ticker.stop()
    await house.web.stop()
