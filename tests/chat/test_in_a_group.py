"""A group in which nothing can be whispered: personal things wait until the private chat is open."""

import pytest

from bots.chat.reply import Audience, Door
from bots.chat.results.conversation import InPrivate
from bots.chat.turn import TypedLine
from core.ids import Platform
from tests.fakes.stage import text_of

TELEGRAM = Platform.TELEGRAM
GROUP = {"on": TELEGRAM, "where": "-1"}


@pytest.fixture
async def group(stage):
    """Blue, made in a Telegram group by Ana, whose private chat is not open."""
    await stage.says("Ana", "/band create Blue city: Leeds", **GROUP)
    return stage


@pytest.mark.parametrize(
    "text",
    [
        "/busy Tue 1 Dec",
        "/free Tue 1 Dec",
        "/maybe Tue 1 Dec",
        "/timezone London",
        "/mine",
        "/undo",
        "/band invite",
        "/band leave",
    ],
)
async def test_nothing_is_saved_before_the_private_chat_is_open(group, book, text):
    before = await book.rows()
    answer = await group.says("Ana", text, **GROUP)
    assert isinstance(answer.result, InPrivate)
    assert "Open our chat, and we'll go on there." in text_of(answer.reply)
    ((door,),) = answer.reply.buttons
    assert isinstance(door, Door)
    assert door.label == "Open the chat"
    assert await book.rows() == before


async def test_the_door_goes_on_with_what_was_asked(group, book):
    answer = await group.says("Ana", "/busy Tue 1 Dec", **GROUP)
    payload = group.token(answer, "Open the chat")
    gone_on = await group.says("Ana", f"/start {payload}", on=TELEGRAM)
    assert "Busy Tue 1 Dec" in text_of(gone_on.reply)
    assert await book.kinds("Ana", TELEGRAM) == ["busy"]
    # The chat is open from now on.
    answer = await group.says("Ana", "/maybe Fri 11 Dec", **GROUP)
    assert "Maybe Fri 11 Dec" in text_of(answer.reply)
    assert answer.reply.audience is Audience.ASKER


async def test_the_door_opens_once(group, book):
    answer = await group.says("Ana", "/busy Tue 1 Dec", **GROUP)
    payload = group.token(answer, "Open the chat")
    await group.says("Ana", f"/start {payload}", on=TELEGRAM)
    again = await group.says("Ana", f"/start {payload}", on=TELEGRAM)
    assert "That is gone" in text_of(again.reply)
    assert await book.kinds("Ana", TELEGRAM) == ["busy"]


async def test_the_door_is_shut_to_others(group, book):
    answer = await group.says("Ana", "/busy Tue 1 Dec", **GROUP)
    payload = group.token(answer, "Open the chat")
    refused = await group.says("Eve", f"/start {payload}", on=TELEGRAM)
    assert "belongs to somebody else" in text_of(refused.reply)
    await group.says("Ana", f"/start {payload}", on=TELEGRAM)
    assert await book.kinds("Ana", TELEGRAM) == ["busy"]


async def test_what_waits_behind_the_door_may_still_have_a_question(group, book):
    answer = await group.says("Ana", "/busy sometime", **GROUP)
    asked = await group.says("Ana", f"/start {group.token(answer, 'Open the chat')}", on=TELEGRAM)
    assert "For example: every Tuesday evening" in text_of(asked.reply)
    await group.says("Ana", "Tue 1 Dec", on=TELEGRAM)
    assert await book.kinds("Ana", TELEGRAM) == ["busy"]


async def test_shared_facts_are_shown_to_the_group_bound_to_the_band(group):
    for text in ("/green", "/band show", "/band members"):
        answer = await group.says("Ana", text, **GROUP)
        assert answer.reply.audience is Audience.EVERYONE, text
    elsewhere = await group.says("Ana", "/green", on=TELEGRAM, where="-2")
    assert elsewhere.reply.audience is Audience.ASKER


async def test_another_band_is_answered_privately(group):
    await group.says("Ana", "/start", on=TELEGRAM)
    await group.says("Ana", "/band create Red city: Leeds", on=TELEGRAM)
    answer = await group.says("Ana", "/green band: Red", **GROUP)
    assert answer.reply.audience is Audience.ASKER


async def test_refusals_are_private(group):
    answer = await group.says("Eve", "/green", **GROUP)
    assert "You don't play in Blue." in text_of(answer.reply)
    assert answer.reply.audience is Audience.ASKER


async def test_the_answer_to_a_personal_command_is_private_on_discord_too(stage):
    for text in ("/busy Tue 1 Dec", "/mine", "/timezone London", "/undo", "/help"):
        answer = await stage.does("Ana", TypedLine(text), on=Platform.DISCORD, where="room")
        assert answer.reply.audience is Audience.ASKER, text


async def test_start_with_words_that_mean_nothing_greets(stage):
    answer = await stage.says("Ana", "/start hello", on=TELEGRAM)
    assert "this is Bandwidth" in text_of(answer.reply)
    answer = await stage.says("Ana", "/start b1-nonsense-000000000", on=TELEGRAM)
    assert "not one of mine" in text_of(answer.reply)
