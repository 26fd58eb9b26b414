"""Channels, threads and edits before the strict simulators of both platforms, where they are at hand."""

import sys

import pytest
import yarl

from core.destinations import ChatThread, MessageGone, SharedChat
from core.ids import Platform
from core.outbox import Sent, Unreachable
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


async def test_discord_takes_messages_in_channels_and_threads(sim, monkeypatch):
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL("ws://127.0.0.1"))
    discord = await sim.DiscordSim().start()
    guild = discord.add_guild("Sea Dogs", [discord.add_user("Ana")])
    async with on_discord(discord, PresetDispatcher()) as server:
        channel = next(each for each in guild.channels.values() if each.type == 0)
        thread = discord._new_thread(channel, "Foxes and Ravens", 11, discord.bot)
        shared = SharedChat(Platform.DISCORD, str(channel.id))
        for to in (shared, ChatThread(shared, str(thread.id))):
            sent = await server.messenger.send(to, PICTURED, nonce="1")
            [ref] = sent.messages
            assert await server.messenger.edit(ref, OTHER) == Sent((ref,))
            assert await server.messenger.edit(ref, WORDS) == Sent((ref,))
        [message] = [each for each in discord.channel_messages(thread) if each.author is discord.bot]
        assert "Words alone" in message.text
        message.deleted = True
    faults = [*discord.violations, *discord.self_check]
    await discord.stop()
    assert not faults, "\n".join(map(str, faults))


async def test_telegram_takes_messages_in_groups_and_topics(sim):
    telegram = await sim.TelegramSim().start()
    async with on_telegram(telegram, PresetDispatcher()) as server:
        await telegram.wait_ready(commands=True)
        group = telegram.add_group("The Foxes", [telegram.add_user("Bo")], forum=True)
        group.topics[77] = "Foxes and Ravens"
        shared = SharedChat(Platform.TELEGRAM, str(group.id))
        for to in (shared, ChatThread(shared, "77")):
            sent = await server.messenger.send(to, WORDS, nonce="1")
            [ref] = sent.messages
            for reply in (PICTURED, OTHER, WORDS):
                assert await server.messenger.edit(ref, reply) == Sent((ref,))
            assert len((await server.messenger.send(to, WORDY, nonce="2")).messages) == 2
        gone = ChatThread(shared, "78")
        assert isinstance(await server.messenger.send(gone, WORDS, nonce="3"), Unreachable)
        telegram.violations.clear()  # that there is no such topic was known
        message = telegram.chat_messages(group)[-1]
        message.deleted = True
        lost = type(ref)(ref.platform, ref.chat, str(message.id))
        assert isinstance(await server.messenger.edit(lost, WORDS), MessageGone)
    faults = [*telegram.violations, *telegram.self_check]
    await telegram.stop()
    assert not faults, "\n".join(map(str, faults))
