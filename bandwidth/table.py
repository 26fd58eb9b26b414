"""Running `bandwidth chat`: one person at the terminal, or a transcript with several people."""

from functools import partial
from itertools import count

from bandwidth.app import build
from bandwidth.invite_codes import rehearsed
from bandwidth.settings import OperatorSettings
from bots.chat.postman import Postman
from bots.console.adapter import ConsoleAdapter
from bots.console.script import SetClock, TranscriptPlayer
from core.ids import Platform
from core.notices import KNOWN
from jobs.outbox import OutboxWorker
from storage.outbox.claims import SqlOutboxStore

_SEED = 1


async def talk(settings: OperatorSettings, name: str, locale: str | None) -> None:
    """Serve one person at the terminal, on a migrated database."""
    from bots.console.client import ConsoleSurface

    app = await build(settings)
    try:
        console = ConsoleSurface(app.dispatcher, name=name, locale=locale)
        ticker = app.ticker({Platform.CONSOLE: console.messenger})
        await ticker.start()
        try:
            await console.serve()
        finally:
            await ticker.stop()
    finally:
        await app.close()


async def play(script: str, settings: OperatorSettings) -> None:
    """Play a transcript on a migrated database, and print what everybody saw."""
    clock = SetClock()
    app = await build(settings, clock=clock, codes=rehearsed(_SEED))
    try:
        adapter = ConsoleAdapter(app.dispatcher, _nowhere, new_cause=partial(next, count(1)))
        postman = Postman(
            app.units,
            clock,
            {Platform.CONSOLE: adapter},
            app.name,
            app.dispatcher.bot_address.pages_for,
            app.dispatcher.bot_address.web,
        )
        worker = OutboxWorker(SqlOutboxStore(app.engine, KNOWN), postman, clock)
        feeds, matching = app.feed_worker(), app.matching_worker()

        async def deliver() -> int:
            return await feeds.run_once() + await matching.run_once() + await worker.run_once()

        player = TranscriptPlayer(adapter, clock, print, deliver)
        adapter.show = player.show
        await player.play(script.splitlines())
    finally:
        await app.close()


async def _nowhere(name: str, reply: object) -> None:
    del name, reply
