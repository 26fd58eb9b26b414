"""/web: the link comes in private, wherever it is asked for."""

import pytest

from bots.chat.buttons.person import SignOutEverywhere
from bots.chat.reply import Audience, Inside
from bots.chat.results.conversation import InPrivate
from bots.chat.results.person import WebLinkGiven
from bots.chat.turn import PressedButton
from core.ids import Platform
from core.web_sessions.signing_in import sign_in
from core.web_sessions.tokens import new_secret
from presentation.addresses import MINI_APP
from tests.chat.test_mydata import held_of
from tests.fakes.entering import path_in
from tests.fakes.stage import Stage, make_dispatcher, text_of
from tests.fakes.web import NOT_PUBLIC

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM


async def test_the_link_stands_in_the_answer_with_how_long_it_is_good_for(stage):
    answer = await stage.says("Ana", "/web")
    assert isinstance(answer.result, WebLinkGiven)
    path = path_in(text_of(answer.reply))
    assert text_of(answer.reply).splitlines() == [
        "🔑 Your bands on the web",
        f"https://bandwidth.example{path}",
        "Good for 10 minutes, once; then you stay signed in for 30 days. "
        "Keep it to yourself: whoever opens it is you.",
    ]
    assert [each for row in answer.reply.buttons for each in row] == [Inside("Calendar", MINI_APP)]


@pytest.mark.parametrize(("on", "where"), [(DISCORD, "general"), (TELEGRAM, "-100")])
async def test_in_a_group_the_asker_alone_sees_it(stage, on, where):
    await stage.says("Ana", "/start", on=on)
    answer = await stage.says("Ana", "/web", on=on, where=where)
    assert isinstance(answer.result, WebLinkGiven)
    assert answer.reply.audience is Audience.ASKER


async def test_one_who_cannot_be_written_to_is_told_how_and_no_link_is_made(stage, book):
    answer = await stage.says("Max", "/web", on=TELEGRAM, where="-100")
    assert isinstance(answer.result, InPrivate)
    assert "/enter/" not in text_of(answer.reply)
    assert (await book.rows("web_link"))["web_link"] == []


async def test_a_band_s_own_group_makes_no_difference(foxes):
    await foxes.says("Ana", "/start", on=TELEGRAM)
    await foxes.says("Ana", "/band create The Crows city: Leeds", on=TELEGRAM, where="-100")
    answer = await foxes.says("Ana", "/web", on=TELEGRAM, where="-100")
    assert answer.reply.audience is Audience.ASKER


async def test_without_a_public_address_it_says_where_the_link_works(units, clock):
    dispatcher = make_dispatcher(units, clock)
    dispatcher.bot_address.web = NOT_PUBLIC
    answer = await Stage(dispatcher).says("Ana", "/web")
    words = text_of(answer.reply)
    assert f"http://127.0.0.1:8000{path_in(words)}" in words
    assert "It opens on the machine alone that I run on" in words


async def test_a_message_that_comes_twice_gets_a_second_link_and_the_first_is_void(stage, book):
    first = await stage.says("Ana", "/web", cause="tg:1:1")
    second = await stage.says("Ana", "/web", cause="tg:1:1")
    assert path_in(text_of(first.reply)) != path_in(text_of(second.reply))
    assert len((await book.rows("web_link"))["web_link"]) == 1


async def test_signing_out_where_one_is_signed_in_nowhere_says_so(foxes):
    token = foxes.dispatcher.tokens.encode(SignOutEverywhere.verb)
    done = await foxes.does("Ana", PressedButton(token))
    assert text_of(done.reply).splitlines() == ["🔑 You were signed in nowhere", "For a new link: /web"]


async def test_all_that_is_held_says_where_one_is_signed_in_and_no_secret(stage, units, clock):
    path = path_in(text_of((await stage.says("Ana", "/web")).reply))
    async with units.write() as unit:
        await sign_in(unit, path.removeprefix("/enter/"), secret=new_secret(), now=clock.now())
    await stage.says("Ana", "/web")
    held = await held_of(stage)
    assert held["signed_in"] == [
        {"since": "2026-11-23T19:00:00+00:00", "last_used": "2026-11-23T19:00:00+00:00"}
    ]
    assert held["links_to_sign_in"] == [{"made": "2026-11-23T19:00:00+00:00"}]
