"""The Discord adapter, with the real library on the wire and the real program behind it."""

import asyncio
import contextlib
import re
from dataclasses import replace

import aiohttp
import pytest

from bots.chat.buttons.conversation import UndoChange
from bots.chat.dispatch import Answer
from bots.chat.reply import Action, Audience, Placement, Reply, Strong, line, rows
from bots.chat.surface import CannotServe
from bots.chat.turn import BotAddress, PressedButton
from bots.discord.client import DiscordSurface, invite_link
from core.destinations import PrivateChat
from core.ids import AccountRef, Platform
from core.outbox import Later, Reach, Sent, Unreachable
from presentation.tokens import Tokens
from tests.fakes.stage import make_dispatcher
from tests.fakes.web import WEB
from tests.wire.pictured import PresetAnswering


@contextlib.asynccontextmanager
async def serving(discord, dispatcher):
    server = DiscordSurface(
        dispatcher, token=discord.token, api_url=discord.api_url, gateway_url=discord.gateway_url
    )
    running = asyncio.create_task(server.serve())
    try:
        await discord.wait_ready()
        await server.ready()
        yield server
    finally:
        await server.stop()
        await running


@pytest.fixture
def dispatcher(units, clock):
    return make_dispatcher(units, clock)


@pytest.fixture
async def server(loopback_discord, dispatcher):
    async with serving(loopback_discord, dispatcher) as server:
        yield server
    assert loopback_discord.unknown == []


@pytest.fixture
def ann(loopback_discord):
    return loopback_discord.add_user("Ann")


@pytest.fixture
def guild(loopback_discord, ann):
    return loopback_discord.add_guild("Sea Dogs", ann)


class Slow:
    """A dispatcher that answers when it is told to."""

    def __init__(self, *, private: bool, reply: Reply) -> None:
        self.tokens, self.bot_address = Tokens(b"only for tests"), BotAddress(WEB)
        self.private, self.reply = private, reply
        self.go = asyncio.Event()
        self.asked = asyncio.Event()

    def begin(self, incoming):
        return PresetAnswering(self, incoming)

    async def answer(self, incoming):
        self.asked.set()
        await self.go.wait()
        placement = Placement.REPLACE if isinstance(incoming.said, PressedButton) else Placement.NEW
        return Answer(replace(self.reply, placement=placement), None)


REPLY = Reply(line(Strong("Late")), buttons=rows(Action("Again", UndoChange(1))))
SHARED = replace(REPLY, audience=Audience.EVERYONE)


@contextlib.asynccontextmanager
async def slowly(discord, slow, monkeypatch):
    monkeypatch.setattr("bots.discord.answers.PATIENCE", 0.01)
    async with serving(discord, slow) as server:
        yield server


async def deferred(discord, slow, doing):
    """Let the turn end only when the interaction has been acknowledged."""
    acting = asyncio.create_task(doing)
    await slow.asked.wait()
    known = set(discord.interactions)
    await discord.wait_for(lambda: any(discord.interactions[each].kind in (5, 6) for each in known), "defer")
    slow.go.set()
    answer = await acting
    slow.go.clear()
    slow.asked.clear()
    return answer


async def test_a_command_with_options_is_answered_at_once_in_one_request(
    loopback_discord, server, ann, guild
):
    before = len(loopback_discord.requests)
    answer = await loopback_discord.slash(ann, guild, "/band create", name="The *Foxes*", city="Leeds")
    assert len(loopback_discord.requests) == before + 1
    assert r"🎸 **The \*Foxes\*** is here, and you are its owner" in answer.text
    assert not answer.ephemeral
    assert not answer.deferred
    invite = await loopback_discord.slash(ann, guild, "/band invite", part="drums", dep=True)
    assert invite.ephemeral
    assert "drums" in invite.text
    assert "stand-in" in invite.text
    assert "</band members:" not in answer.text
    assert "</band invite:" in answer.text


async def test_the_link_that_signs_in_is_seen_by_the_asker_alone(loopback_discord, server, ann, guild):
    answer = await loopback_discord.slash(ann, guild, "/web")
    assert answer.ephemeral
    assert re.search(r"https://bandwidth.example/enter/\d+-[A-Za-z0-9_-]{43}", answer.text.replace("\\", ""))


async def test_undo_and_redo_stay_in_their_message(loopback_discord, server, ann, guild):
    said = await loopback_discord.slash(ann, guild, "/busy", when="Fri 11 Dec")
    assert said.ephemeral
    undone = await loopback_discord.press(ann, said, "Undo")
    assert (undone.message, undone.labels) == (said.message, ["Redo"])
    assert undone.text.startswith("**↩ Undone**")
    redone = await loopback_discord.press(ann, undone, "Redo")
    assert (redone.message, redone.labels) == (said.message, ["Undo"])
    assert not redone.messages


async def test_buttons_live_longer_than_the_process(loopback_discord, dispatcher, ann, guild):
    async with serving(loopback_discord, dispatcher):
        said = await loopback_discord.slash(ann, guild, "/busy", when="Fri 11 Dec")
    async with serving(loopback_discord, dispatcher):
        assert (await loopback_discord.press(ann, said, "Undo")).labels == ["Redo"]


async def test_a_button_of_another_age_gets_a_polite_word(loopback_discord, server, ann, guild):
    said = await loopback_discord.slash(ann, guild, "/busy", when="Fri 11 Dec")
    said.message.components[0]["components"][0]["custom_id"] = "b0-undo-Ju-0kLmNoPqR"
    pressed = await loopback_discord.press(ann, said, "Undo")
    assert pressed.ephemeral
    assert "from before an update" in pressed.text
    assert not pressed.edits


async def test_what_is_understood_shows_while_typing(loopback_discord, server, ann, guild):
    [one] = await loopback_discord.autocomplete(ann, guild, "/busy", "when", "fridays from 19:00")
    assert one["value"] == "fridays from 19:00"
    assert "every Fri" in one["name"]
    places = await loopback_discord.autocomplete(ann, "dm", "/timezone", "place", "leed")
    assert places[0]["value"] == "Leeds, England, GB"
    assert await loopback_discord.autocomplete(ann, guild, "/busy", "when", "x" * 101) == []
    await loopback_discord.slash(ann, guild, "/band create", name="The Foxes", city="Leeds")
    [band] = await loopback_discord.autocomplete(ann, guild, "/band show", "band", "fox")
    assert band["name"] == "The Foxes"


async def test_a_question_is_answered_in_a_form(loopback_discord, server, ann, guild):
    asked = await loopback_discord.slash(ann, guild, "/busy", when="sometime")
    form = await loopback_discord.press(ann, asked, "Type it")
    assert len(form.modal["title"]) <= 45
    assert asked.text.splitlines()[0].replace("*", "").startswith(form.modal["title"].rstrip("…"))
    field = form.modal["components"][0]["component"]
    assert field["placeholder"].startswith("For example: every Tuesday evening")
    answered = await loopback_discord.submit(ann, form, {"Your answer": "Fri 11 Dec"})
    assert answered.message is asked.message
    assert "Busy **Fri 11 Dec**" in answered.text
    assert answered.labels == ["Undo"]
    again = await loopback_discord.submit(ann, form, {"Your answer": "Fri 18 Dec"})
    assert again.ephemeral
    assert "gone" in again.text
    assert "Busy" in asked.message.text


async def test_a_question_is_answered_in_the_direct_messages(loopback_discord, server, ann, guild):
    await loopback_discord.say(ann, "dm", "/busy sometime")
    await loopback_discord.wait_for(lambda: loopback_discord.dms(ann), "ask")
    await loopback_discord.say(ann, "dm", "Fri 11 Dec")
    await loopback_discord.wait_for(lambda: len(loopback_discord.dms(ann)) > 1, "answer")
    assert loopback_discord.dms(ann)[1].text.startswith("📅 Busy **Fri")


async def test_direct_messages_are_not_whispered(loopback_discord, server, ann):
    said = await loopback_discord.slash(ann, "dm", "/busy", when="Fri 11 Dec")
    assert not said.ephemeral
    pressed = await loopback_discord.press(ann, said, "Undo")
    assert pressed.message is said.message


async def test_chatter_in_a_server_is_nobodys_business(loopback_discord, server, ann, guild):
    await loopback_discord.say(ann, guild, "Thursday was brutal")
    assert (await loopback_discord.slash(ann, guild, "/mine")).also == []
    assert len(loopback_discord.said(guild)) == 0


async def test_a_card_in_a_server_is_pressed_by_all_and_a_question_is_whispered(
    loopback_discord, server, ann, guild
):
    await loopback_discord.slash(ann, guild, "/band create", name="Foxes", city="Leeds")
    found = await loopback_discord.slash(ann, guild, "/rehearse", when="Tue 1 Dec")
    assert not found.ephemeral
    card = await loopback_discord.press(ann, found, "Propose 1")
    assert card.message is found.message
    assert not card.ephemeral
    maybe = await loopback_discord.press(ann, card, "Maybe")
    assert maybe.message is found.message
    assert "Maybe" in maybe.text
    asked = await loopback_discord.press(ann, card, "Move")
    assert asked.ephemeral
    assert asked.message is not found.message
    assert "When should the rehearsal be instead?" in asked.text


async def test_a_private_card_does_not_replace_a_public_one(loopback_discord, server, ann, guild):
    await loopback_discord.slash(ann, guild, "/band create", name="The Foxes", city="Leeds")
    card = await loopback_discord.slash(ann, guild, "/green")
    assert not card.ephemeral
    before = card.message.text
    usual = await loopback_discord.press(ann, card, "All as usual")
    assert usual.ephemeral
    assert card.message.text == before


async def test_a_shared_list_goes_on_where_it_stands(loopback_discord, server, ann, guild):
    await loopback_discord.slash(ann, guild, "/band create", name="The Foxes", city="Leeds")
    card = await loopback_discord.slash(ann, guild, "/green")
    before = card.message.text
    more = await loopback_discord.press(ann, card, "More")
    assert not more.messages
    assert card.message.text != before


@pytest.mark.parametrize("private", [True, False])
async def test_a_slow_command_is_deferred_as_it_will_be_seen(
    loopback_discord, ann, guild, monkeypatch, private
):
    slow = Slow(private=private, reply=REPLY if private else SHARED)
    async with slowly(loopback_discord, slow, monkeypatch):
        answer = await deferred(loopback_discord, slow, loopback_discord.slash(ann, guild, "/mine"))
        assert answer.deferred
        assert (answer.text, answer.labels, answer.ephemeral) == ("**Late**", ["Again"], private)


@pytest.mark.parametrize("private", [True, False])
async def test_an_answer_for_others_than_expected_still_reaches_only_those(
    loopback_discord, ann, guild, monkeypatch, private
):
    slow = Slow(private=not private, reply=REPLY if private else SHARED)
    async with slowly(loopback_discord, slow, monkeypatch):
        answer = await deferred(loopback_discord, slow, loopback_discord.slash(ann, guild, "/mine"))
        assert (answer.message.text, answer.message.ephemeral) == ("**Late**", private)
        assert [message.text for message in answer.deleted] == ["…"]


@pytest.mark.parametrize("where", ["dm", "guild"])
async def test_a_slow_press_replaces_its_message_in_the_end(loopback_discord, ann, guild, monkeypatch, where):
    slow = Slow(private=True, reply=REPLY)
    slow.go.set()
    async with slowly(loopback_discord, slow, monkeypatch):
        first = await loopback_discord.slash(ann, guild if where == "guild" else "dm", "/mine")
        slow.go.clear()
        slow.asked.clear()
        slow.reply = replace(REPLY, title=line(Strong("Later")))
        pressed = await deferred(loopback_discord, slow, loopback_discord.press(ann, first, "Again"))
        assert (pressed.message, pressed.text) == (first.message, "**Later**")
        assert not pressed.messages


async def test_commands_are_written_only_when_they_differ(loopback_discord, dispatcher):
    written = []
    bulk = loopback_discord.commands
    for _ in range(2):
        async with serving(loopback_discord, dispatcher):
            written.append(dict(bulk[0]))
    assert written[0] == written[1]
    assert writes(loopback_discord) == 1
    next(iter(bulk[0].values()))["description"] = "Something else"
    async with serving(loopback_discord, dispatcher):
        assert writes(loopback_discord) == 2
        assert "Something else" not in {each["description"] for each in bulk[0].values()}


def writes(discord) -> int:
    return sum(method == "PUT" and path.endswith("/commands") for method, path in requests(discord))


def requests(discord):
    return [(each.method, each.path) for each in discord.requests]


async def test_unasked_messages_arrive_once_or_say_why_not(loopback_discord, server, ann, guild):
    shy = loopback_discord.add_user("Shy", accepts_dms=False)
    messenger = server.messenger
    assert messenger.reach() == Reach(Platform.DISCORD)
    for _ in range(2):
        assert isinstance(await messenger.send(private(ann.id), REPLY, nonce="0123abcd-1"), Sent)
    assert [message.text for message in loopback_discord.dms(ann)] == ["**Late**"]
    assert isinstance(await messenger.send(private(shy.id), REPLY, nonce="0123abcd-2"), Unreachable)
    assert isinstance(await messenger.send(private(1), REPLY, nonce="0123abcd-3"), Unreachable)
    loopback_discord.fail("POST /channels/", 503)
    assert isinstance(await messenger.send(private(ann.id), REPLY, nonce="0123abcd-4"), Later)
    loopback_discord.fail("POST /channels/", 403, 20026)
    assert isinstance(await messenger.send(private(ann.id), REPLY, nonce="0123abcd-5"), Later)
    await server.stop()
    assert messenger.reach() is None
    assert isinstance(await messenger.send(private(ann.id), REPLY, nonce="0123abcd-6"), Later)


def private(number: int) -> PrivateChat:
    return PrivateChat(AccountRef(Platform.DISCORD, str(number)))


async def test_an_answer_that_comes_too_late_is_only_logged(loopback_discord, server, ann, guild, caplog):
    loopback_discord.fail("POST /interactions/", 404, 10062, message="Unknown interaction")
    loopback_discord.pulse.timeout = 0.3
    with pytest.raises(AssertionError, match="never did this"):
        await loopback_discord.slash(ann, guild, "/mine")
    assert "an answer came too late: 10062" in caplog.text
    assert (await loopback_discord.slash(ann, guild, "/mine")).ephemeral


async def test_a_lost_connection_is_taken_up_again(loopback_discord, server, ann, guild):
    await loopback_discord.gateway.drop()
    await loopback_discord.wait_for(lambda: loopback_discord.gateway.resumes, "resume")
    assert (await loopback_discord.slash(ann, guild, "/mine")).ephemeral


async def test_turns_under_way_are_finished_before_it_stops(loopback_discord, ann, guild):
    slow = Slow(private=True, reply=REPLY)
    async with serving(loopback_discord, slow) as server:
        asking = asyncio.create_task(loopback_discord.slash(ann, guild, "/mine"))
        await slow.asked.wait()
        stopping = asyncio.create_task(server.stop())
        await asyncio.sleep(0)
        assert not stopping.done()
        slow.go.set()
        assert (await asking).text == "**Late**"
        await stopping


@pytest.mark.parametrize(
    ("token", "api", "why"),
    [
        ("wrong", None, "does not accept the bot's token"),
        (None, "discord.example", "must begin with http://"),
    ],
)
async def test_a_wrong_token_or_address_is_one_clear_line(loopback_discord, dispatcher, token, api, why):
    server = DiscordSurface(
        dispatcher,
        token=token or loopback_discord.token,
        api_url=api or loopback_discord.api_url,
        gateway_url=loopback_discord.gateway_url,
    )
    with pytest.raises(CannotServe, match=why):
        await server.serve()


async def test_it_tries_again_while_nobody_answers_and_stops_when_told(
    loopback_discord, dispatcher, caplog, monkeypatch
):
    monkeypatch.setattr("bots.discord.client._FIRST_PAUSE", 0.01)
    loopback_discord.fail("GET /users/@me", 503)
    async with serving(loopback_discord, dispatcher) as server:
        assert "Discord cannot be reached (DiscordServerError)" in caplog.text
        assert server.messenger.reach()
    monkeypatch.setattr("bots.discord.client._FIRST_PAUSE", 60.0)
    loopback_discord.fail("GET /users/@me", 503)
    server = DiscordSurface(
        dispatcher, token=loopback_discord.token, api_url=loopback_discord.api_url, gateway_url=None
    )
    running = asyncio.create_task(server.serve())
    await loopback_discord.pulse.silence()
    assert "again in 60 s" in caplog.text
    await server.stop()
    await asyncio.wait_for(running, 5)


async def test_it_can_be_stopped_while_it_logs_in(loopback_discord, dispatcher):
    server = DiscordSurface(
        dispatcher, token=loopback_discord.token, api_url=loopback_discord.api_url, gateway_url=None
    )
    running = asyncio.create_task(server.serve())
    await loopback_discord.wait_for(lambda: loopback_discord.requests, "log in")
    await server.stop()
    await asyncio.wait_for(running, 5)


async def test_it_can_be_stopped_while_it_connects_anew(loopback_discord, dispatcher, monkeypatch):
    server = DiscordSurface(
        dispatcher,
        token=loopback_discord.token,
        api_url=loopback_discord.api_url,
        gateway_url=loopback_discord.gateway_url,
    )
    running = asyncio.create_task(server.serve())
    await loopback_discord.wait_ready()
    await server.ready()
    trying, closed = asyncio.Event(), asyncio.Event()

    async def nobody_answers(*_, **__):
        trying.set()
        await closed.wait()
        raise aiohttp.ClientConnectionError("Connector is closed.")

    monkeypatch.setattr("discord.client.DiscordWebSocket.from_client", nobody_answers)
    await loopback_discord.gateway.drop()
    await trying.wait()
    await server.stop()
    closed.set()
    await asyncio.wait_for(running, 5)


def test_the_bot_asks_for_no_more_than_it_needs():
    link = invite_link(7)
    assert "permissions=0" in link
    assert "scope=bot+applications.commands" in link


async def test_the_link_that_invites_the_bot_is_known_once_it_is_connected(loopback_discord, dispatcher):
    assert dispatcher.bot_address.discord_invite is None
    async with serving(loopback_discord, dispatcher):
        assert dispatcher.bot_address.discord_invite == invite_link(loopback_discord.bot.id)
