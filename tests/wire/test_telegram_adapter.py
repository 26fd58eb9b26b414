"""The real python-telegram-bot, a real dispatcher on SQLite, and a Telegram on the loopback."""

import asyncio
import contextlib
import logging
import re

import pytest

from bots.chat.buttons.conversation import UndoChange
from bots.chat.dispatch import Dispatcher
from bots.chat.reply import Action, Paragraph, Reply, line
from bots.chat.surface import CannotServe
from bots.chat.turn import BotAddress
from bots.telegram.client import TelegramSurface
from bots.telegram.delivery import AGAIN
from core.destinations import PrivateChat
from core.ids import AccountRef, Platform
from core.outbox import Later, Reach, Sent, Unreachable
from presentation.tokens import Tokens
from tests.fakes.web import WEB

BUSY = "/busy every Tuesday evening"


@pytest.fixture
def dispatcher(units, clock):
    return Dispatcher(
        units=units,
        clock=clock,
        tokens=Tokens(b"only for tests"),
        bot_address=BotAddress(WEB),
        new_code=lambda: "K7QXMP2D",
    )


@contextlib.asynccontextmanager
async def serving(dispatcher, telegram, **named):
    """The adapter, answering."""
    server = TelegramSurface(dispatcher, **{"token": telegram.token, "api_url": telegram.api_url} | named)
    running = asyncio.create_task(server.serve())
    try:
        ready = asyncio.create_task(server.ready())
        await asyncio.wait((ready, running), timeout=10, return_when=asyncio.FIRST_COMPLETED)
        assert ready.done()
        yield server
    finally:
        await server.stop()
        await running


@pytest.fixture
async def telegram(loopback_telegram, dispatcher):
    async with serving(dispatcher, loopback_telegram):
        yield loopback_telegram


async def at_home(telegram, name="Ann"):
    """Somebody who has opened the private chat and said a zone."""
    ann = telegram.add_user(name)
    await telegram.start(ann)
    await telegram.send(ann, "/timezone Leeds")
    return ann


def calls(telegram, method):
    return [fields for name, fields in telegram.requests if name == method]


async def test_menus_are_set_once(loopback_telegram, dispatcher):
    async with serving(dispatcher, loopback_telegram):
        assert {"default", "all_private_chats", "all_group_chats"} == set(loopback_telegram.commands)
    async with serving(dispatcher, loopback_telegram):
        pass
    assert len(calls(loopback_telegram, "setmycommands")) == 3
    assert dispatcher.bot_address.telegram == "bandwidth_bot"


async def test_a_command_in_private_is_answered_in_one_request(telegram):
    ann = await at_home(telegram)
    before = len(telegram.requests)
    said = await telegram.send(ann, BUSY)
    assert "every Tuesday" in said.text
    assert "Undo" in said.labels
    assert [name for name, _ in telegram.requests[before:]] == ["sendmessage"]
    assert calls(telegram, "sendmessage")[-1]["link_preview_options"] == {"is_disabled": True}


async def test_a_missing_argument_is_asked_for_and_answered_in_plain_words(telegram):
    ann = await at_home(telegram)
    asked = await telegram.send(ann, "/busy")
    assert not asked.message.markup.get("force_reply")
    said = await telegram.send(ann, "every Tuesday evening")
    assert "every Tuesday" in said.text
    assert "Undo" in said.labels


async def test_undo_and_redo_change_the_message_in_place(telegram):
    ann = await at_home(telegram)
    said = await telegram.send(ann, BUSY)
    undone = await telegram.press(ann, said, "Undo")
    assert undone.answered
    assert not undone.toast
    assert undone.edits[0] is said.message
    assert said.labels == ["Redo"]
    redone = await telegram.press(ann, undone, "Redo")
    assert redone.edits[0] is said.message
    assert "Undo" in said.labels
    assert telegram.inbox(ann)[-1] is said.message


async def test_a_message_that_is_gone_is_answered_anew(telegram):
    ann = await at_home(telegram)
    said = await telegram.send(ann, BUSY)
    telegram.fail("editMessageText", 400, "Bad Request: message can't be edited")
    undone = await telegram.press(ann, said, "Undo")
    assert undone.messages[0].labels == ["Redo"]


async def test_an_update_that_comes_again_does_nothing_twice_and_is_answered(telegram):
    ann = await at_home(telegram)
    said = await telegram.send(ann, BUSY)
    again = await telegram.redeliver(said)
    assert len(again.messages) == 1
    assert "every Tuesday" in again.text
    mine = await telegram.send(ann, "/mine")
    assert mine.text.count("Busy every Tuesday") == 1
    pressed = await telegram.press(ann, said, "Undo")
    assert (await telegram.redeliver(pressed)).answered
    assert said.labels == ["Redo"]


async def test_what_no_button_carries_is_refused_in_a_toast(telegram):
    ann = await at_home(telegram)
    said = await telegram.send(ann, BUSY)
    said.message.buttons[0]["callback_data"] = "'; drop table people; --"
    refused = await telegram.press(ann, said, said.message.labels[0])
    assert refused.alert
    assert 0 < len(refused.toast) <= 200
    assert not refused.edits
    assert not refused.messages


async def test_a_personal_command_in_a_group_goes_on_behind_the_door(telegram, dispatcher):
    ann = telegram.add_user("Ann", language="en-GB")
    group = telegram.add_group("Foxes", [ann])
    shut = await telegram.send(ann, "/timezone Leeds", group)
    assert shut.labels == ["Open the chat"]
    assert calls(telegram, "sendmessage")[-1]["reply_parameters"]["message_id"] == shut.said.id
    assert telegram.inbox(ann) == []
    door = await telegram.press(ann, shut, "Open the chat")
    payload = re.fullmatch(r"https://t\.me/bandwidth_bot\?start=([A-Za-z0-9_-]{1,64})", door.url)[1]
    done = await telegram.start(ann, payload)
    assert "Europe/London" in done.text
    nodded = await telegram.send(ann, BUSY, group)
    assert nodded.said.reactions == ["👌"]
    assert telegram.said(group) == [shut.message]
    assert "every Tuesday" in telegram.inbox(ann)[-1].text


async def test_the_link_that_signs_in_comes_in_the_private_chat_and_never_in_the_group(telegram):
    ann = await at_home(telegram)
    group = telegram.add_group("Foxes", [ann])
    answer = await telegram.send(ann, "/web", group)
    links = [message for message in answer.messages if "/enter/" in message.text]
    assert len(links) == 1
    assert links[0].chat != group
    assert all("/enter/" not in message.text for message in telegram.said(group))


async def test_who_has_blocked_the_bot_is_told_in_the_group_alone(telegram):
    ann = await at_home(telegram)
    group = telegram.add_group("Foxes", [ann])
    telegram.block(ann)
    shut = await telegram.send(ann, BUSY, group)
    assert [m.chat for m in shut.messages] == [group]
    assert shut.message.buttons[0]["url"] == "https://t.me/bandwidth_bot?start="
    assert shut.said.reactions == []


async def test_a_band_made_in_a_group_is_bound_to_it_and_follows_it(telegram, dispatcher):
    ann = await at_home(telegram)
    group = telegram.add_group("Foxes", [ann])
    asked = await telegram.send(ann, "/band@bandwidth_bot create", group)
    forced = asked.message.markup
    assert (forced["force_reply"], forced["selective"], forced["input_field_placeholder"]) == (
        True,
        True,
        "The Foxes",
    )
    made = await telegram.send(ann, "Tea & <b>Ghosts</b>", group, reply_to=asked.message)
    assert "Tea & <b>Ghosts</b>" in made.text.replace("\u2060", "")
    shown = await telegram.send(ann, "/band show", group)
    assert [m.chat for m in shown.messages] == [group]

    telegram.privacy = False  # which does not keep such messages from a bot
    new = telegram.add_group("Foxes", [ann])
    await telegram.send(ann, chat=group, answered=False, migrate_to_chat_id=new.id)
    await telegram.send(ann, chat=new, answered=False, migrate_from_chat_id=group.id)
    moved = await telegram.send(ann, "/band show", new)
    assert [m.chat for m in moved.messages] == [new]
    assert "Ghosts" in moved.text


async def test_a_group_hears_nothing_about_what_is_said_to_others(telegram):
    telegram.privacy = False
    ann = await at_home(telegram)
    group = telegram.add_group("Foxes", [ann])
    for chatter in (
        "Thursday was brutal",
        "/busy@another_bot all day",
        "/weather Leeds",
        "@bandwidth_bot hello",
    ):
        heard = await telegram.send(ann, chatter, group, answered=False)
        assert not heard.anything, chatter
    masked = await telegram.send(ann, "/mine", group, sender_chat=group.json())
    assert "can't tell who you are" in masked.text


async def test_an_invites_link_shows_the_band_and_asks(telegram):
    ann, bob = await at_home(telegram), telegram.add_user("Bob")
    await telegram.send(ann, "/band create The Foxes")
    invited = await telegram.send(ann, "/band invite drums")
    assert "https://t.me/bandwidth_bot?start=join_K7QXMP2D" in invited.text
    shown = await telegram.start(bob, "join_K7QXMP2D")
    assert "The Foxes" in shown.text
    assert shown.labels == ["Join"]
    joined = await telegram.press(bob, shown, "Join")
    assert joined.edits
    assert "drums" in joined.text


async def test_nobody_waits_for_a_slow_turn_and_everybodys_order_stays(telegram, dispatcher, monkeypatch):
    ann, bob = await at_home(telegram), await at_home(telegram, "Bob")
    gate, heard, answer = asyncio.Event(), [], Dispatcher.answer

    async def slow(self, incoming):
        heard.append((incoming.name, incoming.said.text))
        if incoming.said.text == "/mine":
            await gate.wait()
        return await answer(self, incoming)

    monkeypatch.setattr(Dispatcher, "answer", slow)
    first = asyncio.create_task(telegram.send(ann, "/mine"))
    await telegram.wait_for(lambda: heard, "hear Ann")
    second = asyncio.create_task(telegram.send(ann, "/help"))
    assert "Hello" in (await telegram.send(bob, "/start")).text
    assert heard == [("Ann", "/mine"), ("Bob", "/start")]
    gate.set()
    await asyncio.gather(first, second)
    assert heard[2:] == [("Ann", "/help")]


async def test_a_slow_press_stops_turning_before_the_work_is_done(telegram, monkeypatch):
    ann = await at_home(telegram)
    said = await telegram.send(ann, BUSY)
    answer = Dispatcher.answer
    monkeypatch.setattr("bots.telegram.spinner.PATIENCE", 0.01)

    async def slow(self, incoming):
        await telegram.wait_for(lambda: calls(telegram, "answercallbackquery"), "answer the press")
        return await answer(self, incoming)

    monkeypatch.setattr(Dispatcher, "answer", slow)
    pressed = await telegram.press(ann, said, "Undo")
    assert pressed.edits
    said.message.buttons[0]["callback_data"] = "garbage"
    telegram.requests.clear()
    late = await telegram.press(ann, said, "Redo")
    assert not late.toast
    assert "not one of mine" in late.text


async def test_flood_waits_are_obeyed_and_faults_outlived(telegram, monkeypatch):
    waits = []

    async def counted(seconds):
        waits.append(seconds)

    ann = await at_home(telegram)
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns of itself
    monkeypatch.setattr("bots.telegram.delivery.sleep", counted)
    telegram.fail("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)
    telegram.fail("sendMessage", 502, "Bad Gateway")
    assert "Hello" in (await telegram.send(ann, "/start")).text
    assert waits == [3, AGAIN]


async def test_the_messenger_says_what_became_of_a_message(loopback_telegram, dispatcher, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    telegram = loopback_telegram
    reply = Reply(line("News"), (Paragraph(line("for you")),), ((Action("Undo", UndoChange(1)),),))
    async with serving(dispatcher, telegram) as server:
        ann, bob = await at_home(telegram), telegram.add_user("Bob")
        tell = server.messenger.send
        to_ann, to_bob, to_nobody = (
            PrivateChat(AccountRef(Platform.TELEGRAM, key)) for key in (str(ann.id), str(bob.id), "12")
        )
        assert server.messenger.reach() == Reach(Platform.TELEGRAM)
        assert isinstance(await tell(to_ann, reply, nonce="a-1"), Sent)
        assert telegram.inbox(ann)[-1].raw == "<b>News</b>\nfor you"
        assert telegram.inbox(ann)[-1].labels == ["Undo"]
        assert isinstance(await tell(to_bob, reply, nonce="a-2"), Unreachable)
        assert isinstance(await tell(to_nobody, reply, nonce="a-3"), Unreachable)
        telegram.fail("sendMessage", 429, "Too Many Requests: retry after 7", retry_after=7)
        assert await tell(to_ann, reply, nonce="a-4") == Later(7)
        telegram.fail("sendMessage", 500, "Internal Server Error")
        assert isinstance(await tell(to_ann, reply, nonce="a-5"), Later)
        telegram.block(ann)
        assert isinstance(await tell(to_ann, reply, nonce="a-6"), Unreachable)
    assert server.messenger.reach() is None
    assert isinstance(await tell(to_ann, reply, nonce="a-7"), Later)


@pytest.mark.parametrize(
    "named", [{"token": "7000000001:wrong"}, {"token": ""}, {"api_url": "telegram"}, {"api_url": "ftp://x"}]
)
async def test_what_cannot_be_served_is_said_in_one_line_without_the_token(
    loopback_telegram, dispatcher, named
):
    server = TelegramSurface(
        dispatcher, **{"token": loopback_telegram.token, "api_url": loopback_telegram.api_url} | named
    )
    with pytest.raises(CannotServe) as said:
        await server.serve()
    assert len(str(said.value).splitlines()) == 1
    assert "wrong" not in str(said.value)
    await server.stop()


async def test_a_start_without_network_goes_on_trying(loopback_telegram, dispatcher, monkeypatch, caplog):
    monkeypatch.setattr("bots.telegram.client.BACK_OFF", (0.01,))
    loopback_telegram.fail("getMe", 502, "Bad Gateway", times=2)
    async with serving(dispatcher, loopback_telegram):
        said = [each for each in caplog.records if each.name == "bots.telegram.client"]
        assert [each.levelno for each in said[:2]] == [logging.WARNING] * 2
    assert loopback_telegram.token not in caplog.text


async def test_a_bot_that_never_connects_can_be_stopped(dispatcher):
    server = TelegramSurface(dispatcher, token="1:x", api_url="http://127.0.0.1:9")
    running = asyncio.create_task(server.serve())
    await asyncio.sleep(0)
    await server.stop()
    await running


async def test_a_button_in_a_group_that_runs_a_personal_command_answers_in_private(telegram, dispatcher):
    ann, bob = await at_home(telegram), telegram.add_user("Bob")
    group = telegram.add_group("Foxes", [ann, bob])
    await telegram.send(ann, "/band create The Foxes", group)
    card = (await telegram.send(ann, "/green", group)).message
    card.buttons[0]["callback_data"] = dispatcher.tokens.encode("mine")
    label, before = card.labels[0], card.text
    mine = await telegram.press(ann, card, label)
    assert mine.toast == "I have answered you in our private chat."
    assert "Your diary" in telegram.inbox(ann)[-1].text
    shut = await telegram.press(bob, card, label)
    assert shut.url.startswith("https://t.me/bandwidth_bot?start=b2-resume-")
    assert card.text == before


async def test_more_under_a_shared_card_turns_its_page_for_all(telegram):
    ann, bob = await at_home(telegram), telegram.add_user("Bob")
    group = telegram.add_group("Foxes", [ann, bob])
    await telegram.send(ann, "/band create The Foxes", group)
    card = await telegram.send(ann, "/green", group)
    more = await telegram.press(ann, card, "More")
    assert more.edits[0] is card.message
    refused = await telegram.press(bob, card, "More")
    assert refused.alert
    assert not refused.edits


async def test_a_card_in_a_group_is_pressed_by_all_and_a_question_goes_to_the_one(telegram):
    ann, bob = await at_home(telegram), await at_home(telegram, "Bob")
    group = telegram.add_group("Foxes", [ann, bob])
    await telegram.send(ann, "/band create The Foxes", group)
    invite = await telegram.send(ann, "/band invite")
    await telegram.send(bob, "/join K7QX-MP2D")
    assert "K7QX" in invite.text
    found = await telegram.send(ann, "/rehearse Tue 1 Dec", group)
    card = await telegram.press(ann, found, "Propose 1")
    assert card.edits[0] is found.message
    both = await telegram.press(bob, card, "I can")
    assert both.edits[0] is found.message
    assert "Ann and Bob" in found.message.text
    asked = await telegram.press(ann, found.message, "Move")
    assert asked.toast == "I have answered you in our private chat."
    assert "Ann and Bob" in found.message.text, "the card stays for the others"
    moved = await telegram.send(ann, "an hour later")
    assert "has moved" in moved.text
    shown = await telegram.press(bob, found.message, "Answers")
    assert shown.edits[0] is found.message
    assert "19:00-22:00" in found.message.text


async def test_a_turn_that_never_ends_is_given_up_when_the_bot_stops(
    loopback_telegram, dispatcher, monkeypatch
):
    monkeypatch.setattr("bots.telegram.client.STOP_SECONDS", 0.05)
    heard, given_up = [], []

    async def stuck(self, incoming):
        heard.append(incoming.said.text)
        try:
            await asyncio.Event().wait()
        finally:
            given_up.append(incoming.said.text)

    monkeypatch.setattr(Dispatcher, "answer", stuck)
    ann = loopback_telegram.add_user("Ann", started=True)
    async with serving(dispatcher, loopback_telegram):
        await loopback_telegram.send(ann, "/mine", answered=False)
        await loopback_telegram.send(ann, "/help", answered=False)
    assert heard == given_up == ["/mine"]


async def test_a_group_is_bound_by_its_admins_alone_and_telegram_is_asked_only_then(telegram):
    ann, bob, cy = [await at_home(telegram, name) for name in ("Ann", "Bob", "Cy")]
    group = telegram.add_group("Foxes", [ann, bob, cy], admins=(cy,))
    asked = ("getchatadministrators", {"chat_id": group.id})
    made = await telegram.send(bob, "/band create Hijack", group)
    assert "This group is not the band's yet. A band owner who is an admin here can bind it" in made.text
    assert [each[0] for each in telegram.requests].count(asked[0]) == 1
    refused = await telegram.send(bob, "/band bind", group)
    assert "Only an admin of the group can bind it." in telegram.inbox(bob)[-1].text
    assert not refused.messages or refused.messages[-1].chat is not group
    bound = await telegram.send(cy, "/band create The Foxes", group)
    assert "You don't have to name the band in this group." in bound.text
    late = await telegram.send(ann, "/band create Ravens", group)
    assert "This group already belongs to The Foxes." in late.text
    before = len(telegram.requests)
    await telegram.send(cy, "/green", group)
    assert asked[0] not in [each[0] for each in telegram.requests[before:]]


async def test_where_telegram_does_not_name_the_admins_nothing_is_bound(telegram):
    ann = await at_home(telegram)
    group = telegram.add_group("Foxes", [ann])
    telegram.fail("getChatAdministrators", 400, "Bad Request: chat not found")
    made = await telegram.send(ann, "/band create The Foxes", group)
    assert "This group is not the band's yet." in made.text
    bound = await telegram.send(ann, "/band bind", group)
    assert "You don't have to name the band in this group." in bound.text
