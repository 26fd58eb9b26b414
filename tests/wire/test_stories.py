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
from bots.chat.arguments import split_line
from bots.chat.catalogue import BY_NAME, GROUPS
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

FOLDER = Path(__file__).parents[1] / "journeys"
BEGIN = "# The story"
"""What stands before this line in a script sets the stage, and is not compared."""
MARKS = re.compile(r"\*\*|[\\`•]|(?<![\w(])_|_(?!\w)")
COMMAND = re.compile(r"</([a-z ]+):\d+>")


def essence(text: str) -> list[str]:
    """The lines that somebody reads, without a platform's marks, bullets and order of blocks."""
    plain = MARKS.sub("", COMMAND.sub(r"/\1", text.replace("```text", ""))).replace("\u2060", "")
    lines = (re.sub(r"\s+", " ", line).strip(" -") for line in plain.splitlines())
    out = []
    for line in filter(None, lines):
        row = re.fullmatch(r"(?:\[[^\]]+\] ?)+", line)
        out += re.findall(r"\[[^\]]+\]", line) if row else [line]
    return sorted(out)


class AtTheConsole:
    """Somebody at a terminal."""

    def __init__(self, name, adapter, heard):
        self.name, self.adapter, self.heard = name, adapter, heard

    async def does(self, text):
        await self.adapter.typed(self.name, text)

    async def takes(self):
        seen, self.heard[self.name] = self.heard[self.name], []
        return seen


class PersonOnDiscord:
    """Somebody in the direct messages with the bot on Discord: commands as commands, words as words."""

    def __init__(self, name, discord, guilds):
        self.discord, self.user = discord, discord.add_user(name)
        if not guilds:
            guilds.append(discord.add_guild("Where they have met", self.user))
        else:
            discord.join(guilds[0], self.user)
        self.answers, self.read = [], 0

    async def does(self, text):
        if text.startswith("["):
            messages = [*self.discord.dms(self.user), *self.answers]
            label = text.strip("[]")
            on = max((m for m in messages if label in m.labels), key=lambda m: (m.edited or m.created, m.id))
            self._keep(await self.discord.press(self.user, on, label))
        elif text.startswith("/"):
            name, values = command_in(text)
            self._keep(await self.discord.slash(self.user, "dm", f"/{name}", **values))
        else:
            before = len(self.discord.dms(self.user))
            await self.discord.say(self.user, "dm", text)
            await self.discord.wait_for(lambda: len(self.discord.dms(self.user)) > before, "an answer")

    def _keep(self, answer):
        self.shown = answer.seen
        self.answers += answer.seen

    async def takes(self):
        shown, self.shown = getattr(self, "shown", []), []
        messages = [m for m in self.discord.dms(self.user)[self.read :] if m not in shown]
        self.read = len(self.discord.dms(self.user))
        return ["\n".join((m.text, buttons(m.labels))) for m in [*shown, *messages]]


class PersonOnTelegram:
    """Somebody in the private chat with the bot on Telegram."""

    def __init__(self, name, telegram):
        self.telegram, self.user = telegram, telegram.add_user(name, language="en-GB", started=True)
        self.shown = []
        self.read = set()

    async def does(self, text):
        if text.startswith("["):
            label = text.strip("[]")
            on = [m for m in self.telegram.inbox(self.user) if not m.deleted and label in m.labels][-1]
            answer = await self.telegram.press(self.user, on, label)
            self.shown = [m for m in answer.edits if m not in answer.messages]
        else:
            await self.telegram.send(self.user, text)

    async def takes(self):
        shown, self.shown = self.shown, []
        inbox = self.telegram.inbox(self.user)
        messages = [m for m in inbox if m.id not in self.read and m not in shown]
        self.read |= {m.id for m in inbox}
        return ["\n".join((m.text, buttons(m.labels))) for m in [*shown, *messages]]


def buttons(labels):
    return "".join(f"[{label}]" for label in labels if label != "Type it")


def command_in(text):
    head, _, rest = text.removeprefix("/").partition(" ")
    if head in GROUPS:
        action, _, rest = rest.partition(" ")
        head = f"{head} {action}"
    return head, split_line(BY_NAME[head].arguments, rest)


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
        units=units, clock=clock, tokens=Tokens(b"stories"), bot_address=BotAddress(), new_code=rehearsed(1)
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
