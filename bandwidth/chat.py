"""`bandwidth chat`: the console alone, or a transcript played on a throw-away database."""

import argparse
import asyncio
import getpass
import os
import sys
import tempfile
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from bandwidth.app import build
from bandwidth.codes import rehearsed
from bandwidth.database import make_ready
from bandwidth.logs import start_logging
from bandwidth.settings import Settings, mention_strangers, read
from bots.chat.postman import Postman
from bots.console.desk import Desk
from bots.console.script import Player, SetClock
from core.ids import Platform
from jobs.outbox import OutboxWorker
from storage.outbox import SqlOutboxStore

_SEED = 1


def main(arguments: list[str]) -> int:
    """Open the console, or play a script and print what everybody saw."""
    parser = argparse.ArgumentParser(prog="bandwidth chat", description="Talk to Bandwidth in the terminal.")
    parser.add_argument("--as", dest="name", metavar="NAME", help="who you are (else your login's name)")
    parser.add_argument(
        "--script",
        metavar="FILE",
        help="play a transcript and print what each person saw (-: standard input)",
    )
    given = parser.parse_args(arguments)
    settings = read()
    start_logging("WARNING", settings.secrets)
    mention_strangers(settings)
    if given.script is not None:
        text = sys.stdin.read() if given.script == "-" else Path(given.script).read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            own = f"sqlite:///{Path(folder) / 'script.db'}"
            asyncio.run(_play(text, replace(settings, database_url=own, secret_key=None)))
    else:
        asyncio.run(_talk(settings, given.name or login_name()))
    return 0


def login_name() -> str:
    """What this machine calls the person at the terminal."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "you"


def console_locale() -> str | None:
    """The locale of the terminal, as BCP 47; None when it says nothing."""
    value = os.environ.get("LC_ALL") or os.environ.get("LC_TIME") or os.environ.get("LANG") or ""
    name = value.partition(".")[0].replace("_", "-")
    return name if name not in ("", "C", "POSIX") else None


async def _talk(settings: Settings, name: str) -> None:
    from bots.console.client import ConsoleServer

    await make_ready(settings)
    app = await build(settings)
    try:
        console = ConsoleServer(app.house, name=name, locale=console_locale())
        ticker = app.ticker({Platform.CONSOLE: console.messenger})
        await ticker.start()
        try:
            await console.serve()
        finally:
            await ticker.stop()
    finally:
        await app.close()


async def _play(script: str, settings: Settings) -> None:
    await make_ready(settings)
    clock = SetClock()
    app = await build(settings, clock=clock, codes=rehearsed(_SEED))
    try:
        desk = Desk(app.house, _nowhere, new_cause=partial(next, count(1)))
        postman = Postman(app.units, clock, {Platform.CONSOLE: desk}, app.name)
        worker = OutboxWorker(SqlOutboxStore(app.engine), postman, clock)
        feeds = app.feeds()

        async def deliver() -> int:
            return await feeds.run_once() + await worker.run_once()

        player = Player(desk, clock, print, deliver)
        desk.show = player.show
        await player.play(script.splitlines())
    finally:
        await app.close()


async def _nowhere(name: str, reply: object) -> None:
    del name, reply
