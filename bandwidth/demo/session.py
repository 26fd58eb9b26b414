"""A session in the town: at the terminal, or out of a transcript."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count

from bandwidth.app import App, build
from bandwidth.database import make_ready
from bandwidth.demo.builder import RememberedCodes, make_town, people, simulated
from bandwidth.demo.delivery import Delivery
from bandwidth.demo.players import Seat, SimulatedPlayers
from bandwidth.demo.sights import known
from bandwidth.demo.table import DemoTable
from bandwidth.demo.town import BOOKER, CITY_ZONE, LOCALE
from bandwidth.invite_codes import new_code, rehearsed
from bandwidth.settings import OperatorSettings
from bots.chat.reply import Reply
from bots.chat.turn import reader_of
from bots.console.adapter import ConsoleAdapter, Show
from bots.console.script import SetClock, TranscriptPlayer, up_to_its_clock
from core.ids import Platform
from storage.engine.errors import StorageError

log = logging.getLogger(__name__)

MOMENT = 1.2
"""Seconds until one of the others answers."""
_SEED = 1


@dataclass(frozen=True, slots=True)
class Session:
    """Everybody in the town, and the one who sits at the table."""

    players: SimulatedPlayers
    table: DemoTable

    async def answers(self) -> int:
        """Let the others answer all that they have been asked; how often they did."""
        done = 0
        while await self.players.answer():
            await self.table.moved_on()
            done += 1
        return done

    async def answers_in_a_moment(self) -> None:
        """Let them answer one by one, each after a moment, for as long as this runs."""
        while True:
            await self.players.asked()
            await asyncio.sleep(MOMENT)
            try:
                if await self.players.answer():
                    await self.table.moved_on()
            except StorageError:
                log.exception("nobody could answer")


async def talk(settings: OperatorSettings, locale: str, made: Callable[[str | None], None]) -> None:
    """Make the town, and lead the person at the terminal through it.

    `made` hears the name of each part that there is by now, and None once all are there.
    """
    from bots.console.client import ConsoleSurface

    await make_ready(settings)
    codes = RememberedCodes(new_code)
    app = await build(settings, codes=codes)
    try:
        await make_town(app, codes, made)
        made(None)
        console = ConsoleSurface(app.dispatcher, name=BOOKER, locale=locale)
        session = await begin_session(app, console.messenger, console.messenger.show, locale)
        console.companion = session.table
        ticker = app.ticker({Platform.CONSOLE: session.players})
        await ticker.start()
        answering = asyncio.create_task(session.answers_in_a_moment(), name="players")
        try:
            await console.serve()
        finally:
            answering.cancel()
            with suppress(asyncio.CancelledError):
                await answering
            await ticker.stop()
    finally:
        await app.close()


async def play(script: str, settings: OperatorSettings) -> None:
    """Make the town at the transcript's first moment, play it there, and print what is seen."""
    await make_ready(settings)
    codes, clock = RememberedCodes(rehearsed(_SEED)), SetClock()
    app = await build(settings, clock=clock, codes=codes)
    try:
        adapter = ConsoleAdapter(app.dispatcher, _nowhere, LOCALE, new_cause=partial(next, count(1)))
        player = TranscriptPlayer(adapter, clock, print, _nothing)
        lines = script.splitlines()
        begin = up_to_its_clock(lines)
        await player.play(lines[:begin])
        await make_town(app, codes, lambda _: None)
        session = await begin_session(app, adapter, player.show, LOCALE)
        player.adapter, player.deliver = session.table, session.answers
        await session.table.greet()
        await player.play(lines[begin:], since=begin + 1)
    finally:
        await app.close()


async def begin_session(app: App, adapter: ConsoleAdapter, screen: Show, locale: str) -> Session:
    """A session in a town that is made; `screen` shows the person at the table what they see."""
    seat = Seat(BOOKER)
    players = SimulatedPlayers(adapter, app.units, app.clock, people=simulated(), seat=seat)
    async with app.units.read() as unit:
        there = await known(unit, people())
    table = DemoTable(
        adapter,
        there,
        units=app.units,
        clock=app.clock,
        seat=seat,
        players=players,
        delivery=Delivery(app, players),
        screen=screen,
        reader=lambda: reader_of(locale, CITY_ZONE, app.clock.now()),
    )
    adapter.show = table.show
    return Session(players, table)


async def _nothing() -> int:
    return 0


async def _nowhere(name: str, reply: Reply) -> None:
    del name, reply
