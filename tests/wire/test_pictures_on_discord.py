"""Pictures and files on Discord's wire: in first responses, late ones, edits, direct messages, and refused."""

import asyncio
import threading
from dataclasses import replace

import pytest

from bots.chat.reply import File
from core.destinations import PrivateChat
from core.ids import AccountRef, Platform
from core.outbox import Later, Sent
from presentation.painting.painter import painted
from tests.wire.pictured import OTHER, PICTURED, WORDS, PresetDispatcher, on_discord

ALT = PICTURED.picture.alt


@pytest.fixture
def dispatcher():
    return PresetDispatcher()


@pytest.fixture
async def server(loopback_discord, dispatcher):
    async with on_discord(loopback_discord, dispatcher) as server:
        yield server
    assert loopback_discord.unknown == []


@pytest.fixture
def ann(loopback_discord):
    return loopback_discord.add_user("Ann")


@pytest.fixture
def guild(loopback_discord, ann):
    return loopback_discord.add_guild("Sea Dogs", ann)


async def test_a_picture_comes_with_the_first_response_inside_the_embed(loopback_discord, server, ann, guild):
    before = len(loopback_discord.requests)
    answer = await loopback_discord.slash(ann, guild, "/green")
    assert answer.message.picture == painted(PICTURED.picture)
    assert len(loopback_discord.requests) == before + 1
    assert [each["description"] for each in answer.message.attachments] == [ALT]
    assert "Sat 13" in answer.text
    assert answer.labels == ["Words"]


async def test_a_personal_picture_is_seen_by_one(loopback_discord, dispatcher, server, ann, guild):
    dispatcher.private = True
    answer = await loopback_discord.slash(ann, guild, "/mine")
    assert answer.ephemeral
    assert answer.message.picture == painted(PICTURED.picture)


async def test_pictures_come_and_go_in_one_message(loopback_discord, dispatcher, server, ann, guild):
    dispatcher.next = WORDS
    said = await loopback_discord.slash(ann, guild, "/green")
    assert said.message.picture is None
    dispatcher.next = PICTURED
    shown = await loopback_discord.press(ann, said, "Picture")
    assert shown.message is said.message
    assert said.message.picture == painted(PICTURED.picture)
    dispatcher.next = OTHER
    await loopback_discord.press(ann, said, "Words")
    assert said.message.picture == painted(OTHER.picture)
    assert len(said.message.attachments) == 1
    dispatcher.next = WORDS
    await loopback_discord.press(ann, said, "Words")
    assert said.message.picture is None
    assert said.message.attachments == []
    assert "Words alone" in said.message.text


async def test_a_slow_painting_leads_to_a_deferral(
    loopback_discord, server, ann, guild, monkeypatch, dispatcher
):
    brush = threading.Event()
    monkeypatch.setattr("bots.discord.answers.PATIENCE", 0.01)
    monkeypatch.setattr("presentation.painting.painter.painted", lambda it: brush.wait(10) and painted(it))

    async def patient(doing):
        """Let the painter paint only when the interaction has been acknowledged."""
        known = set(loopback_discord.interactions)
        acting = asyncio.create_task(doing)
        await loopback_discord.wait_for(lambda: set(loopback_discord.interactions) - known, "be asked")
        [new] = set(loopback_discord.interactions) - known
        await loopback_discord.wait_for(lambda: loopback_discord.interactions[new].kind in (5, 6), "defer")
        brush.set()
        answer = await acting
        brush.clear()
        return answer

    answer = await patient(loopback_discord.slash(ann, guild, "/green"))
    assert answer.deferred
    assert answer.message.picture == painted(PICTURED.picture)
    dispatcher.next = OTHER
    pressed = await patient(loopback_discord.press(ann, answer, "Words"))
    assert pressed.deferred
    assert answer.message.picture == painted(OTHER.picture)


async def test_direct_messages_and_mentions_have_pictures_too(
    loopback_discord, dispatcher, server, ann, guild
):
    await loopback_discord.say(ann, "dm", "when can we play in March?")
    await loopback_discord.wait_for(lambda: loopback_discord.dms(ann), "answer")
    assert loopback_discord.dms(ann)[0].picture == painted(PICTURED.picture)
    await loopback_discord.say(ann, guild, f"<@{loopback_discord.bot.id}> when can we play in March?")
    await loopback_discord.wait_for(lambda: loopback_discord.said(guild), "answer")
    assert loopback_discord.said(guild)[0].picture == painted(PICTURED.picture)


async def test_what_nobody_asked_for_may_have_a_picture(loopback_discord, server, ann, guild):
    private = PrivateChat(AccountRef(Platform.DISCORD, str(ann.id)))
    assert isinstance(await server.messenger.send(private, PICTURED, nonce="1"), Sent)
    assert loopback_discord.dms(ann)[0].picture == painted(PICTURED.picture)
    loopback_discord.fail(r"POST /channels/\d+/messages", 400, 40005, message="Request entity too large")
    assert isinstance(await server.messenger.send(private, PICTURED, nonce="2"), Sent)
    assert loopback_discord.dms(ann)[1].attachments == []
    assert "Sat 13" in loopback_discord.dms(ann)[1].text
    loopback_discord.fail(r"POST /channels/\d+/messages", 403, 40003, message="Too fast")
    assert isinstance(await server.messenger.send(private, PICTURED, nonce="3"), Later)
    assert len(loopback_discord.dms(ann)) == 2


async def test_a_file_is_attached_beside_the_picture(loopback_discord, dispatcher, server, ann, guild):
    dispatcher.next = replace(PICTURED, file=File("mydata.json", b"{}"))
    answer = await loopback_discord.slash(ann, guild, "/mine")
    assert answer.message.files == {"calendar.png": painted(PICTURED.picture), "mydata.json": b"{}"}
    dispatcher.next = replace(WORDS, file=File("mydata.json", b"{}"))
    answer = await loopback_discord.slash(ann, guild, "/mine")
    assert answer.message.files == {"mydata.json": b"{}"}
    assert answer.message.picture is None


async def test_where_files_are_refused_the_words_arrive(loopback_discord, server, ann, guild):
    loopback_discord.fail(r"POST /interactions/", 403, 50013, message="Missing Permissions")
    answer = await loopback_discord.slash(ann, guild, "/green")
    assert "Sat 13" in answer.text
    assert answer.message.attachments == []
    assert answer.embeds[0].get("image") is None
    loopback_discord.fail(r"POST /channels/\d+/messages", 403, 50013, message="Missing Permissions")
    await loopback_discord.say(ann, guild, f"<@{loopback_discord.bot.id}> when can we play?")
    await loopback_discord.wait_for(lambda: len(loopback_discord.said(guild)) == 2, "answer")
    assert "Sat 13" in loopback_discord.said(guild)[-1].text


async def test_a_painter_that_breaks_costs_no_words(loopback_discord, server, ann, guild, monkeypatch):
    monkeypatch.setattr("presentation.painting.painter.painted", lambda calendar: 1 / 0)
    answer = await loopback_discord.slash(ann, guild, "/green")
    assert "Sat 13" in answer.text
    assert answer.message.attachments == []
