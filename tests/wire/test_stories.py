"""The stories of tests/journeys, told by people on Discord and on Telegram: everybody reads what the console said.

The same script is played through the real libraries and the loopback servers, everybody on one platform or
each on another; what each person is shown must be, line by line, what the transcript expects at the console.
"""

import asyncio
import re
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bandwidth.invite_codes import rehearsed
from bots.chat.dispatch import Dispatcher
from bots.chat.postman import Postman
from bots.chat.turn import BotAddress
from bots.console.adapter import ConsoleAdapter
from bots.console.render import plain_lines
from bots.discord.client import DiscordSurface
from bots.telegram.client import TelegramSurface
from core.ids import Platform
from core.notices import KNOWN
from jobs.outbox import OutboxWorker
from presentation.tokens import Tokens
from storage.outbox.claims import SqlOutboxStore
from tests.fakes.web import WEB
from tests.wire.persons import PersonOnDiscord, PersonOnTelegram, essence

FOLDER = Path(__file__).parents[1] / "journeys"
BEGIN = "# The story"
"""What stands before this line in a script sets the stage, and is not compared."""


class AtTheConsole:
    """Somebody at a terminal."""

    def __init__(self, name, adapter, heard):
        self.name, self.adapter, self.heard = name, adapter, heard

    async def does(self, text):
        await self.adapter.typed(self.name, text)

    async def takes(self):
        seen, self.heard[self.name] = self.heard[self.name], []
        return seen


def expected(path):
    """What each person reads after each step of the story: the console's transcript, taken apart."""
    steps, at = [], None
    text = path.with_suffix(".expected").read_text("utf-8")
    for line in text.splitlines():
        if found := re.match(r"  (\w+) sees \| (.*)", line):
            at = steps[-1][1][found[1]]
            at.append([found[2]])
        elif found := re.match(r"\s+\| (.*)", line):
            at[-1].append(found[1])
        elif re.match(r"\w+: ", line):
            steps.append((line, defaultdict(list)))
    return steps


@pytest.fixture
async def dispatcher(units, clock):
    return Dispatcher(
        units=units,
        clock=clock,
        tokens=Tokens(b"stories"),
        bot_address=BotAddress(WEB),
        new_code=rehearsed(1),
    )


CASTS = {
    "all on Discord": lambda name: Platform.DISCORD,
    "all on Telegram": lambda name: Platform.TELEGRAM,
    "all at the console": lambda name: Platform.CONSOLE,
    "each elsewhere": {
        "Ana": Platform.DISCORD,
        "Bo": Platform.TELEGRAM,
        "Cy": Platform.CONSOLE,
        "Dee": Platform.TELEGRAM,
    }.get,
}


@pytest.mark.parametrize("story", ["friday_dads", "stale_diary"])
@pytest.mark.parametrize("cast", CASTS)
async def test_a_story_reads_the_same_everywhere(
    story, cast, dispatcher, clock, units, engine, loopback_discord, loopback_telegram
):
    heard = defaultdict(list)

    async def show(name, reply):
        heard[name].append("\n".join(plain_lines(reply)))

    adapter = ConsoleAdapter(dispatcher, show, "en-GB")
    discord = DiscordSurface(
        dispatcher,
        token=loopback_discord.token,
        api_url=loopback_discord.api_url,
        gateway_url=loopback_discord.gateway_url,
    )
    telegram = TelegramSurface(dispatcher, token=loopback_telegram.token, api_url=loopback_telegram.api_url)
    messengers = {
        Platform.DISCORD: discord.messenger,
        Platform.TELEGRAM: telegram.messenger,
        Platform.CONSOLE: adapter,
    }
    worker = OutboxWorker(SqlOutboxStore(engine, KNOWN), Postman(units, clock, messengers, "stories"), clock)
    running = [asyncio.create_task(discord.serve()), asyncio.create_task(telegram.serve())]
    try:
        await asyncio.gather(discord.ready(), telegram.ready())
        dispatcher.bot_address.telegram = None  # the transcript knows of no bot's name
        people, guilds = {}, []

        def person(name):
            if name not in people:
                people[name] = {
                    Platform.DISCORD: lambda: PersonOnDiscord(name, loopback_discord, guilds),
                    Platform.TELEGRAM: lambda: PersonOnTelegram(name, loopback_telegram),
                    Platform.CONSOLE: lambda: AtTheConsole(name, adapter, heard),
                }[CASTS[cast](name)]()
            return people[name]

        await played(FOLDER / f"{story}.txt", person, people, clock, worker)
    finally:
        await asyncio.gather(discord.stop(), telegram.stop())
        await asyncio.gather(*running)
    assert loopback_discord.unknown == []


async def played(path, person, people, clock, worker):
    steps = iter(expected(path))
    comparing = False
    compared = 0
    for line in path.read_text("utf-8").splitlines():
        comparing = comparing or line.startswith(BEGIN)
        if found := re.fullmatch(r"@ (.+)", line):
            clock.at = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
        said = re.fullmatch(r"(\w+): (.+)", line)
        if said is None:
            continue
        step, wanted = next(steps)
        assert step == line
        await person(said[1]).does(said[2])
        while await worker.run_once():
            pass
        for name, somebody in people.items():
            seen = [essence(message) for message in await somebody.takes()]
            if comparing:
                assert seen == [essence("\n".join(lines)) for lines in wanted.get(name, [])], (line, name)
                compared += 1
    assert compared
