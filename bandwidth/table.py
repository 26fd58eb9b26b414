"""What `bandwidth chat` runs: one person at the terminal, or a transcript with all of its people."""

from functools import partial
from itertools import count

from bandwidth.app import build
from bandwidth.codes import rehearsed
from bandwidth.settings import Settings
from bots.chat.postman import Postman
from bots.console.desk import Desk
from bots.console.script import Player, SetClock
from core.ids import Platform
from core.notices import KNOWN
from jobs.outbox import OutboxWorker
from storage.outbox import SqlOutboxStore

_SEED = 1


async def talk(settings: Settings, name: str, locale: str | None) -> None:
    """Serve one person at the terminal, on a database that is ready."""
    from bots.console.client import ConsoleServer

    app = await build(settings)
    try:
        console = ConsoleServer(app.house, name=name, locale=locale)
        ticker = app.ticker({Platform.CONSOLE: console.messenger})
        await ticker.start()
        try:
            await console.serve()
        finally:
            await ticker.stop()
    finally:
        await app.close()


async def play(script: str, settings: Settings) -> None:
    """Play a transcript on a database that is ready, and print what everybody saw."""
    clock = SetClock()
    app = await build(settings, clock=clock, codes=rehearsed(_SEED))
    try:
        desk = Desk(app.house, _nowhere, new_cause=partial(next, count(1)))
        postman = Postman(app.units, clock, {Platform.CONSOLE: desk}, app.name)
        worker = OutboxWorker(SqlOutboxStore(app.engine, KNOWN), postman, clock)
        feeds = app.feed_worker()

        async def deliver() -> int:
            return await feeds.run_once() + await worker.run_once()

        player = Player(desk, clock, print, deliver)
        desk.show = player.show
        await player.play(script.splitlines())
    finally:
        await app.close()


async def _nowhere(name: str, reply: object) -> None:
    del name, reply
