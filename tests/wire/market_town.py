"""One program on Discord and on Telegram at once, with its jobs: everybody reads at once what they are told."""

import asyncio
import contextlib
import re
from dataclasses import dataclass, field
from typing import Any

from bandwidth.invite_codes import rehearsed
from bots.chat.dispatch import Dispatcher
from bots.chat.postman import Postman
from bots.chat.turn import BotAddress
from bots.discord.client import DiscordSurface
from bots.telegram.client import TelegramSurface
from core.ids import Platform
from core.notices import KNOWN
from jobs.matching import MatchingWorker
from jobs.outbox import OutboxWorker
from presentation.tokens import Tokens
from storage.outbox.claims import SqlOutboxStore
from tests.fakes.web import WEB
from tests.wire.persons import PersonOnDiscord, PersonOnTelegram, plain

POST = "Fri 11 Dec, need 2 support, doors 7:30, 200 cap, indie/punk, £150 + rider"
NIGHT = "Fri 11 Dec, The Heron, Leeds"


@dataclass
class MarketTown:
    """People on both platforms, and the program between them; time stands still until it is moved."""

    discord: Any
    telegram: Any
    clock: Any
    workers: list[Any]
    guilds: list[Any] = field(default_factory=list)
    people: dict[str, Any] = field(default_factory=dict)

    def on_discord(self, *names: str) -> None:
        """These people are on Discord."""
        for name in names:
            self.people[name] = PersonOnDiscord(name, self.discord, self.guilds)

    def on_telegram(self, *names: str) -> None:
        """These people are on Telegram."""
        for name in names:
            self.people[name] = PersonOnTelegram(name, self.telegram)

    async def does(self, name: str, *steps: str) -> str:
        """Type lines or press [buttons], one after the other; what the last one shows this person."""
        shown = ""
        for step in steps:
            await self.hears(name)
            await self.people[name].does(step)
            await self.settles()
            shown = await self.hears(name)
        return shown

    async def does_as_stranger(self, name: str, step: str) -> str:
        """The same for somebody on Discord who has nothing to do with any of it."""
        self.on_discord(name)
        return await self.does(name, step)

    async def hears(self, name: str) -> str:
        """What this person has been shown since they last looked; "" if nothing."""
        toasts, self.people[name].toasts = self.people[name].toasts, []
        return plain("\n".join([*filter(None, toasts), *await self.people[name].takes()]))

    def buttons(self, name: str) -> list[str]:
        """Every [button] that this person can still press."""
        labels = [label for each in self.people[name].messages() for label in each.labels]
        return [f"[{each}]" for each in dict.fromkeys(labels)]

    async def hear_nothing(self, *names: str) -> None:
        """None of these has been shown anything since they last looked."""
        for name in names:
            heard = await self.hears(name)
            assert heard == "", (name, heard)

    async def passes(self, **span: float) -> None:
        """Let time pass, such as `passes(hours=3)`, and the jobs do what is due."""
        self.clock.advance(**span)
        await self.settles()

    async def settles(self) -> None:
        """The jobs do all that is due."""
        while any([await worker.run_once() for worker in self.workers]):
            pass

    async def forms(self, owner: str, *others: str, band: str = "The Foxes", wants: str = "indie") -> None:
        """A band in Leeds; nobody has anything left to read."""
        await self.does(owner, f"/band create {band} city: Leeds genres: {wants}")
        invite = await self.does(owner, "/band invite part: drums")
        for other in others:
            await self.does(other, f"/join {code_in(invite, 'join')}")
        await self.have_read_all()

    async def opens(self, promoter: str, post: str = POST) -> str:
        """The promoter's first words to the bot are a post; what Publish shows."""
        return await self.does(promoter, post, "The Heron", "Leeds", "[Publish]")

    async def have_read_all(self) -> None:
        """Everybody looks."""
        for name in self.people:
            await self.hears(name)


def code_in(text: str, command: str) -> str:
    """The code that a message says to type after a command."""
    found = re.search(rf"/{command} ([A-Z0-9]{{4}}-[A-Z0-9]{{4}})", text)
    assert found, text
    return found[1]


@contextlib.asynccontextmanager
async def running_market(discord, telegram, clock, units, engine):
    """The town, and both adapters serving in it."""
    dispatcher = Dispatcher(
        units=units, clock=clock, tokens=Tokens(b"market"), bot_address=BotAddress(WEB), new_code=rehearsed(1)
    )
    surface = DiscordSurface(
        dispatcher, token=discord.token, api_url=discord.api_url, gateway_url=discord.gateway_url
    )
    other = TelegramSurface(dispatcher, token=telegram.token, api_url=telegram.api_url)
    messengers = {Platform.DISCORD: surface.messenger, Platform.TELEGRAM: other.messenger}
    telling = OutboxWorker(SqlOutboxStore(engine, KNOWN), Postman(units, clock, messengers, "market"), clock)
    running = [asyncio.create_task(surface.serve()), asyncio.create_task(other.serve())]
    try:
        await asyncio.gather(surface.ready(), other.ready())
        await discord.wait_ready()
        yield MarketTown(discord, telegram, clock, [MatchingWorker(units, clock), telling])
    finally:
        await asyncio.gather(surface.stop(), other.stop())
        await asyncio.gather(*running)
    assert discord.unknown == []
