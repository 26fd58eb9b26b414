"""A dispatcher that answers whatever it is told to: replies with pictures and files, before any view makes them."""

import asyncio
import contextlib
from dataclasses import replace
from io import BytesIO

from PIL import Image

from bandwidth.samples import SAMPLES
from bots.chat.buttons.conversation import UndoChange
from bots.chat.dispatch import Answer
from bots.chat.reply import Action, Audience, Listing, Placement, Reply, Strong, line, rows
from bots.chat.turn import BotAddress, PressedButton
from bots.discord.client import DiscordSurface
from bots.telegram.client import TelegramSurface
from presentation.tokens import Tokens
from tests.fakes.web import WEB

WORDS = Reply(line(Strong("Words alone")), buttons=rows(Action("Picture", UndoChange(1))))
PICTURED = Reply(
    line(Strong("The Foxes"), " in March"),
    (Listing((line("Fri 12"), line("Sat 13"))),),
    rows(Action("Words", UndoChange(2))),
    picture=SAMPLES["month"],
)
OTHER = replace(PICTURED, title=line("Another"), picture=SAMPLES["diary"])
WORDY = replace(PICTURED, blocks=(Listing(tuple(line(f"{n}: " + "words " * 12) for n in range(20))),))
"""Too many words for a caption."""


class PresetAnswering:
    """An answer of a dispatcher whose answers are set."""

    def __init__(self, dispatcher, incoming):
        self._dispatcher, self._incoming = dispatcher, incoming

    @property
    def private(self):
        return self._dispatcher.private

    async def answer(self):
        return await self._dispatcher.answer(self._incoming)


class PresetDispatcher:
    """A dispatcher: `next` is its next answer."""

    def __init__(self, reply: Reply = PICTURED, *, private: bool = False) -> None:
        self.tokens, self.bot_address = Tokens(b"only for tests"), BotAddress(WEB)
        self.next, self.private = reply, private

    def begin(self, incoming):
        return PresetAnswering(self, incoming)

    async def answer(self, incoming):
        placement = Placement.REPLACE if isinstance(incoming.said, PressedButton) else Placement.NEW
        audience = Audience.ASKER if self.private else Audience.EVERYONE
        return Answer(replace(self.next, placement=placement, audience=audience), None)


@contextlib.asynccontextmanager
async def on_discord(discord, dispatcher):
    """The adapter, answering on Discord."""
    server = DiscordSurface(
        dispatcher, token=discord.token, api_url=discord.api_url, gateway_url=discord.gateway_url
    )
    async with _running(server):
        await discord.wait_ready()
        yield server


@contextlib.asynccontextmanager
async def on_telegram(telegram, dispatcher):
    """The adapter, answering on Telegram."""
    server = TelegramSurface(dispatcher, token=telegram.token, api_url=telegram.api_url)
    async with _running(server):
        yield server


@contextlib.asynccontextmanager
async def _running(server):
    running = asyncio.create_task(server.serve())
    ready = asyncio.create_task(server.ready())
    try:
        await asyncio.wait((ready, running), timeout=10, return_when=asyncio.FIRST_COMPLETED)
        assert ready.done()
        yield
    finally:
        await server.stop()
        await running


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a picture."""
    with Image.open(BytesIO(png)) as image:
        return image.size
