"""Pictures and files before the strict simulators of both platforms, where they are at hand."""

import sys
from dataclasses import replace

import pytest
import yarl

from bots.chat.reply import File
from core.destinations import PrivateChat
from core.ids import AccountRef, Platform
from core.outbox import Sent
from presentation.painting.painter import painted
from tests.beside import SHARED, needs
from tests.wire.pictured import OTHER, PICTURED, WORDS, WORDY, PresetDispatcher, on_discord, on_telegram

pytestmark = [
    *needs("sim"),
    # The simulators read files and close sockets in their own way.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture
def sim():
    if str(SHARED) not in sys.path:
        sys.path.append(str(SHARED))
    import sim

    return sim


async def test_discord_takes_every_way_of_sending_a_picture(sim, monkeypatch):
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL("ws://127.0.0.1"))
    discord, dispatcher = await sim.DiscordSim().start(), PresetDispatcher()
    ana = discord.add_user("Ana")
    guild = discord.add_guild("Sea Dogs", [ana])
    async with on_discord(discord, dispatcher) as server:
        shown = await discord.slash(ana, guild, "/green", when="March")
        assert shown.files == {"calendar.png": painted(PICTURED.picture)}
        dispatcher.next = OTHER
        await discord.click(ana, shown, "Words")
        dispatcher.next = WORDS
        await discord.click(ana, shown, "Words")
        dispatcher.next = replace(PICTURED, file=File("mydata.json", b"{}"))
        await discord.click(ana, shown, "Picture")
        dispatcher.private = True
        assert (await discord.slash(ana, guild, "/mine")).ephemeral
        monkeypatch.setattr("bots.discord.answers.PATIENCE", 0.0)
        late = await discord.slash(ana, guild, "/mine")
        assert late.deferred
        await discord.click(ana, late, "Words")
        dispatcher.private = False
        await discord.say(ana, "dm", "when can we play?")
        await discord.say(ana, guild, f"<@{discord.bot.id}> when can we play?")
        private = PrivateChat(AccountRef(Platform.DISCORD, str(ana.id)))
        assert isinstance(await server.messenger.send(private, PICTURED, nonce="1"), Sent)
        await discord.wait_for(lambda: len(discord.dms(ana)) >= 2)
    faults = [*discord.violations, *discord.self_check]
    await discord.stop()
    assert not faults, "\n".join(map(str, faults))


async def test_telegram_takes_every_way_of_sending_a_picture(sim):
    telegram, dispatcher = await sim.TelegramSim().start(), PresetDispatcher()
    async with on_telegram(telegram, dispatcher) as server:
        await telegram.wait_ready(commands=True)
        bo = telegram.add_user("Bo")
        group = telegram.add_group("The Foxes", [bo])
        shown = await telegram.start(bo)
        assert shown.message.file == painted(PICTURED.picture)
        dispatcher.next = OTHER
        await telegram.press(bo, shown, "Words")
        dispatcher.next = WORDS
        text = await telegram.press(bo, shown, "Words")
        dispatcher.next = PICTURED
        await telegram.press(bo, text, "Picture")
        dispatcher.next = WORDY
        wordy = await telegram.send(bo, "/green", chat=group)
        assert len(wordy.messages) == 2
        dispatcher.next = replace(PICTURED, file=File("mydata.json", b"{}"))
        await telegram.send(bo, "/mydata")
        private = PrivateChat(AccountRef(Platform.TELEGRAM, str(bo.id)))
        assert isinstance(await server.messenger.send(private, PICTURED, nonce="1"), Sent)
    faults = [*telegram.violations, *telegram.self_check]
    await telegram.stop()
    assert not faults, "\n".join(map(str, faults))
