"""Messages that nobody asked for, on the real libraries: into channels and threads, edited, and remembered."""

import asyncio
import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from bots.chat.buttons.conversation import RedoChange, UndoChange
from bots.chat.postman import Postman
from bots.chat.reply import Action, File, Reply, Strong, line, rows
from core.destinations import ChatThread, MessageGone, MessageRef, PrivateChat, SharedChat
from core.ids import AccountRef, BandId, Platform
from core.notices import KNOWN
from core.outbox import Later, Sent, Unreachable
from core.scheduling.green.notices import MonthsQuestion
from jobs.outbox import OutboxWorker
from storage.outbox.claims import SqlOutboxStore
from tests.wire.pictured import OTHER, PICTURED, WORDY, PresetDispatcher, on_discord, on_telegram

FIRST = Reply(line(Strong("Doors at seven")), buttons=rows(Action("Undo", UndoChange(1))))
SECOND = Reply(line(Strong("Doors at eight")), buttons=rows(Action("Redo", RedoChange(1))))


@pytest.fixture
async def discord(loopback_discord):
    """The messenger, a server and a thread in it."""
    async with on_discord(loopback_discord, PresetDispatcher()) as server:
        ana = loopback_discord.add_user("Ana")
        guild = loopback_discord.add_guild("Sea Dogs", ana)
        thread = loopback_discord.add_thread(guild, "The Foxes and the Ravens")
        yield server.messenger, loopback_discord, guild.channels[0], thread
    assert loopback_discord.unknown == []


@pytest.fixture
async def telegram(loopback_telegram):
    """The messenger, a group and a topic in it."""
    async with on_telegram(loopback_telegram, PresetDispatcher()) as server:
        group = loopback_telegram.add_group("Sea Dogs", [loopback_telegram.add_user("Ana")])
        topic = loopback_telegram.add_topic(group, "The Foxes and the Ravens")
        yield server.messenger, loopback_telegram, group, topic


def on(platform, chat, thread=None):
    shared = SharedChat(platform, str(chat))
    return shared if thread is None else ChatThread(shared, str(thread))


async def test_a_channel_and_a_thread_are_written_to_on_discord(discord):
    messenger, server, channel, thread = discord
    for where, to in (
        (channel, on(Platform.DISCORD, channel.id)),
        (thread, on(Platform.DISCORD, channel.id, thread.id)),
    ):
        sent = [await messenger.send(to, FIRST, nonce=f"n{where.id % 1000}") for _ in range(2)]
        [message] = server.said(where)
        assert message.text == "**Doors at seven**"
        assert sent == [Sent((MessageRef(Platform.DISCORD, str(where.id), str(message.id)),))] * 2


async def test_a_group_and_a_topic_are_written_to_on_telegram(telegram):
    messenger, server, group, topic = telegram
    assert await messenger.send(on(Platform.TELEGRAM, group.id), FIRST, nonce="1") == Sent(
        (MessageRef(Platform.TELEGRAM, str(group.id), str(server.said(group)[-1].id)),)
    )
    sent = await messenger.send(on(Platform.TELEGRAM, group.id, topic), PICTURED, nonce="2")
    plain, in_topic = server.said(group)
    assert "message_thread_id" not in plain.data
    assert in_topic.data["message_thread_id"] == topic
    assert sent == Sent((MessageRef(Platform.TELEGRAM, str(group.id), str(in_topic.id)),))


async def test_where_the_bot_may_not_write_is_unreachable(discord, telegram):
    messenger, server, channel, _ = discord
    assert isinstance(await messenger.send(on(Platform.DISCORD, 12), FIRST, nonce="1"), Unreachable)
    channel.writable = False
    closed = on(Platform.DISCORD, channel.id)
    assert isinstance(await messenger.send(closed, replace(FIRST, file=_file()), nonce="2"), Unreachable)
    server.fail("POST /channels/", 400, 160005)
    assert isinstance(await messenger.send(closed, FIRST, nonce="3"), Unreachable)
    messenger, server, group, _ = telegram
    for to in (on(Platform.TELEGRAM, -12), on(Platform.TELEGRAM, group.id, 999)):
        assert isinstance(await messenger.send(to, FIRST, nonce="1"), Unreachable)
    server.remove_bot(group, server.add_user("Ana"))
    assert isinstance(await messenger.send(on(Platform.TELEGRAM, group.id), FIRST, nonce="2"), Unreachable)


def _file():
    return File("line-up.txt", b"drums")


async def test_a_group_that_became_a_supergroup_is_followed(telegram):
    messenger, server, group, _ = telegram
    new = server.add_group("Sea Dogs", [server.add_user("Bo")])
    server.fail("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=new.id)
    sent = await messenger.send(on(Platform.TELEGRAM, group.id), FIRST, nonce="1")
    assert sent.messages[0].chat == str(new.id)
    assert server.said(group) == []
    assert len(server.said(new)) == 1


async def test_a_message_is_edited_on_discord(discord):
    messenger, server, channel, thread = discord
    for where, to in (
        (channel, on(Platform.DISCORD, channel.id)),
        (thread, on(Platform.DISCORD, channel.id, thread.id)),
    ):
        [ref] = (await messenger.send(to, PICTURED, nonce=f"n{where.id % 1000}")).messages
        assert await messenger.edit(ref, SECOND) == Sent((ref,))
        [message] = server.said(where)
        assert (message.text, message.labels, message.files) == ("**Doors at eight**", ["Redo"], {})


async def test_a_message_is_edited_on_telegram(telegram):
    messenger, server, group, topic = telegram
    to = on(Platform.TELEGRAM, group.id, topic)
    [ref] = (await messenger.send(to, FIRST, nonce="1")).messages
    for _ in range(2):  # the second time there is nothing to change
        assert await messenger.edit(ref, SECOND) == Sent((ref,))
    [message] = server.said(group)
    assert (message.raw, message.labels) == ("<b>Doors at eight</b>", ["Redo"])
    assert await messenger.edit(ref, PICTURED) == Sent((ref,))
    assert message.file is not None
    first = message.file
    assert await messenger.edit(ref, OTHER) == Sent((ref,))
    assert message.file != first


async def test_the_words_under_a_photo_are_edited_as_its_caption(telegram):
    messenger, server, group, _ = telegram
    [ref] = (await messenger.send(on(Platform.TELEGRAM, group.id), PICTURED, nonce="1")).messages
    for _ in range(2):
        assert await messenger.edit(ref, SECOND) == Sent((ref,))
    [message] = server.said(group)
    assert (message.raw, message.labels) == ("<b>Doors at eight</b>", ["Redo"])
    assert message.file is not None
    wordy = replace(WORDY, picture=None)
    assert isinstance(await messenger.edit(ref, wordy), MessageGone)  # no caption holds so many words


async def test_a_long_reply_is_several_messages_of_which_the_first_has_the_words(telegram):
    messenger, server, group, _ = telegram
    wordy = replace(WORDY, file=_file())
    sent = await messenger.send(on(Platform.TELEGRAM, group.id), wordy, nonce="1")
    photo, words, file = server.said(group)
    assert [each.message for each in sent.messages] == [str(each.id) for each in (words, photo, file)]
    assert await messenger.edit(sent.messages[0], SECOND) == Sent((sent.messages[0],))
    assert words.raw == "<b>Doors at eight</b>"


async def test_a_message_that_was_deleted_is_gone(discord, telegram, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns of itself
    messenger, server, channel, _ = discord
    [ref] = (await messenger.send(on(Platform.DISCORD, channel.id), FIRST, nonce="1")).messages
    server.said(channel)[-1].deleted = True
    assert isinstance(await messenger.edit(ref, replace(SECOND, file=_file())), MessageGone)
    assert isinstance(await messenger.edit(replace(ref, chat="12"), SECOND), Unreachable)
    server.fail("PATCH /channels/", 400, 30046)
    assert isinstance(await messenger.edit(ref, SECOND), Later)
    messenger, server, group, _ = telegram
    [ref] = (await messenger.send(on(Platform.TELEGRAM, group.id), FIRST, nonce="1")).messages
    server.said(group)[-1].deleted = True
    assert isinstance(await messenger.edit(ref, SECOND), MessageGone)
    assert isinstance(await messenger.edit(replace(ref, chat="12"), SECOND), Unreachable)
    server.fail("editMessageText", 429, "Too Many Requests: retry after 7", retry_after=7)
    assert await messenger.edit(ref, SECOND) == Later(7)


async def test_the_outbox_remembers_by_which_messages_a_notice_was_told(discord, units, engine, clock):
    messenger, server, _, _ = discord
    ana = next(user for user in server.users.values() if user.name == "Ana")
    async with units.write() as unit:
        account = AccountRef(Platform.DISCORD, str(ana.id))
        who = await unit.people.register(account, name="Ana", locale=None, at=clock.now())
        await unit.outbox.put(
            MonthsQuestion(BandId(1), who.id, "2026-12-01", 1), to=who.id, key="k", due=clock.now()
        )
    postman = _Announcing(units, clock, {Platform.DISCORD: messenger}, "test")
    worker = OutboxWorker(SqlOutboxStore(engine, KNOWN), postman, clock)
    assert await worker.run_once() == 1
    [written] = server.dms(ana)
    async with engine.connect() as connection:
        kept = (await connection.execute(text("SELECT state, messages FROM outbox"))).one()
    ref = MessageRef(Platform.DISCORD, str(ana.dm.id), str(written.id))
    assert kept.state == "sent"
    assert _json(kept.messages) == [ref.as_json()]
    assert isinstance(await messenger.edit(ref, SECOND), Sent)
    assert server.dms(ana)[0].text == "**Doors at eight**"


def _json(value):
    return json.loads(value) if isinstance(value, str) else value


class _Announcing(Postman):
    """Words every notice in the same way: here it matters where the words end up."""

    async def _worded(self, due):
        await asyncio.sleep(0)
        return FIRST


async def test_whoever_is_not_connected_is_tried_later(loopback_telegram):
    async with on_telegram(loopback_telegram, PresetDispatcher()) as server:
        pass
    ref = MessageRef(Platform.TELEGRAM, "1", "1")
    assert isinstance(await server.messenger.edit(ref, SECOND), Later)
    to = PrivateChat(AccountRef(Platform.TELEGRAM, "1"))
    assert isinstance(await server.messenger.send(to, SECOND, nonce="1"), Later)
