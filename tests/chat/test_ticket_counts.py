"""How many tickets are sold, in chat: the token's way in, who sees the counts, and their end."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from bots.chat.buttons.market import AcceptApplication, ConfirmGig, GoOnWithout, ShowApplication, ShowNight
from bots.chat.buttons.tickets import (
    AskForToken,
    ChooseViewers,
    CountNow,
    ForgetCounts,
    ShowCounts,
    ShowTicketHook,
)
from bots.chat.turn import PressedButton
from core.ids import Platform
from core.journal import Gone
from core.marketplace.tickets import CountsTrouble, TicketCounts, Viewers
from core.marketplace.tickets.counter import NotCounted
from core.marketplace.tickets.refusals import NotCountedYet, OnlyInPrivate
from core.scheduling.calendars.hosts import hosts_of
from jobs.counting import CountingWorker
from storage import schema
from storage.market.counting_claims import SqlCountStore
from tests.fakes.letters import Letters
from tests.fakes.stage import Stage, make_dispatcher, text_of

TOKEN = "a1b2c3d4e5f6g7h8i9j0a1b2c3d4e5f6g7h8i9j0a1b2c3d4e5f6g7h8i9j0abcd"
COUNTS = TicketCounts(sold=80, pending=3, left=17, checked_in=12)
SAID = "80 sold, 3 not yet paid, 17 left, 12 checked in, as of Mon 23 Nov 19:00"


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
async def night(stage):
    """Dana's night at The Heron, published."""
    await stage.says("Dana", "/venue create The Heron city: Leeds")
    drafted = await stage.says("Dana", "/post Fri 11 Dec, need 2 support, doors 7:30")
    await stage.presses("Dana", drafted, "Publish")
    return drafted.result.events[0].id


class Answering:
    """A pretix that answers as it is told to."""

    def __init__(self, found=COUNTS):
        self.found = found
        self.tokens = []

    async def counted(self, source, token):
        self.tokens.append((str(source.base), source.place, token))
        return self.found


@pytest.fixture
def pretix():
    return Answering()


@pytest.fixture
def round_(engine, clock, pretix):
    """A round of the ticker."""
    store = SqlCountStore(engine, secret=b"only for tests")
    return CountingWorker(store, {"pretix": pretix}, clock).run_once


async def press(stage, name, payload, **more):
    token = stage.dispatcher.tokens.encode(payload.verb, payload.ids)
    return await stage.does(name, PressedButton(token), **more)


async def enter(stage, night):
    await press(stage, "Dana", ShowCounts(night))
    await stage.says("Dana", "https://pretix.eu/heron/friday/")
    return await stage.says("Dana", TOKEN)


async def test_from_the_address_over_the_token_to_the_counts_on_the_card(stage, night, pretix, round_):
    asked = await press(stage, "Dana", ShowCounts(night))
    assert text_of(asked.reply).startswith("Where is Fri 11 Dec, The Heron, Leeds in pretix?")
    again = await stage.says("Dana", "https://dice.fm/event")
    assert "is no page of an event in pretix" in text_of(again.reply)
    asked = await stage.says("Dana", "pretix.eu/heron/friday")
    assert text_of(asked.reply).startswith("The API token for heron/friday at pretix.eu?")
    again = await stage.says("Dana", "what token")
    assert "That is no token." in text_of(again.reply)
    answer = await stage.says("Dana", TOKEN)
    said = text_of(answer.reply)
    assert "Counted from now on" in said
    assert "Only the venue's promoters see the counts." in said
    assert TOKEN not in said
    assert await round_() == 1
    assert pretix.tokens == [("https://pretix.eu", "heron/friday", TOKEN)]
    for shown in (
        await press(stage, "Dana", ShowCounts(night)),
        await press(stage, "Dana", ShowNight(night)),
        await stage.says("Dana", "/tickets Fri 11 Dec"),
    ):
        assert f"Sold so far: {SAID}" in text_of(shown.reply)


async def test_the_ticket_link_says_where_it_is_counted(stage, night):
    await stage.says("Dana", "/tickets Fri 11 Dec https://pretix.eu/heron/friday/")
    asked = await press(stage, "Dana", ShowCounts(night))
    assert text_of(asked.reply).startswith("The API token for heron/friday at pretix.eu?")
    other = await stage.presses("Dana", asked, "Another event")
    assert text_of(other.reply).startswith("Where is Fri 11 Dec")


async def test_the_token_stands_in_no_row_and_in_nobodys_data(stage, night, engine, round_):
    await enter(stage, night)
    await round_()
    async with engine.connect() as connection:
        for table in schema.metadata.sorted_tables:
            rows = (await connection.execute(table.select())).all()
            assert TOKEN not in repr(rows), table.name
        assert (await connection.execute(text("SELECT count(*) FROM draft"))).scalar() == 0
    mine = await stage.says("Dana", "/mydata")
    assert TOKEN.encode() not in mine.reply.file.content
    assert b"https://pretix.eu" in mine.reply.file.content


async def test_a_token_is_asked_for_in_private_alone(stage):
    await stage.says("Dana", "/venue create The Owl city: Leeds", on=Platform.DISCORD)
    drafted = await stage.says("Dana", "/post Sat 12 Dec, need 1 support, doors 7", on=Platform.DISCORD)
    await stage.presses("Dana", drafted, "Publish", on=Platform.DISCORD)
    which = drafted.result.events[0].id
    answer = await press(stage, "Dana", ShowCounts(which), on=Platform.DISCORD, where="lounge")
    assert isinstance(answer.result, OnlyInPrivate)
    answer = await press(stage, "Dana", ShowCounts(which), on=Platform.DISCORD)
    assert not isinstance(answer.result, OnlyInPrivate)


@pytest.mark.parametrize(
    "words",
    [
        "http://127.0.0.1:8345/heron/friday",
        "https://10.0.0.7/heron/friday",
        "https://localhost/heron/friday",
        "http://pretix.eu/heron/friday",
    ],
)
async def test_only_the_settings_allow_an_address_inside_the_network(stage, night, words):
    await press(stage, "Dana", ShowCounts(night))
    assert "is no page of an event in pretix" in text_of((await stage.says("Dana", words)).reply)
    allowed = hosts_of("127.0.0.1, 10.0.0.0/8, localhost")
    open_stage = Stage(replace(stage.dispatcher, ticket_hosts=allowed), stage.causes)
    said = text_of((await open_stage.says("Dana", words)).reply)
    assert ("The API token for heron/friday" in said) is ("pretix.eu" not in words)


async def test_counts_are_for_the_promoters_until_they_choose_otherwise(stage, units, night, round_):
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    which = (await stage.says("Ana", "/apply Fri 11 Dec")).result.application.id
    await press(stage, "Ana", GoOnWithout(which))
    await press(stage, "Dana", AcceptApplication(which))
    await press(stage, "Ana", ConfirmGig(which, keep_others=True))
    await enter(stage, night)
    await round_()
    seen = []
    for number, viewers in enumerate(Viewers):
        answer = await press(stage, "Dana", ChooseViewers(night, number))
        assert answer.result.card.counting.viewers is viewers
        card = await press(stage, "Ana", ShowApplication(which))
        seen.append(SAID in text_of(card.reply))
    assert seen == [False, True, True]
    again = await press(stage, "Dana", ChooseViewers(night, 2))
    assert "Nothing has changed" in text_of(again.reply)
    assert isinstance((await press(stage, "Dana", ChooseViewers(night, 9))).result, Gone)


async def test_a_provider_that_is_down_leaves_the_counts_with_their_age(stage, clock, night, pretix, round_):
    await enter(stage, night)
    await round_()
    pretix.found = NotCounted(CountsTrouble.NOT_REACHED)
    clock.advance(minutes=15)
    await round_()
    said = text_of((await press(stage, "Dana", ShowCounts(night))).reply)
    assert f"Sold so far: {SAID}" in said
    assert "No newer counts: pretix.eu does not answer." in said
    assert "I ask again by Mon 23 Nov 19:" in said


async def test_a_refused_token_is_told_once_and_another_one_helps(
    stage, units, engine, clock, night, pretix, round_
):
    letters = Letters.through(units, engine, clock)
    await enter(stage, night)
    pretix.found = NotCounted(CountsTrouble.REFUSED)
    await round_()
    told = (await letters.come())["Dana"]
    assert "pretix refuses the token" in told[0]
    assert "Sent because you gave me the token." in told[0]
    clock.advance(hours=9)
    await round_()
    assert await letters.come() == {}
    asked = await press(stage, "Dana", AskForToken(night))
    assert text_of(asked.reply).startswith("The API token for heron/friday at pretix.eu?")
    pretix.found = COUNTS
    await stage.says("Dana", TOKEN[::-1])
    await round_()
    assert pretix.tokens[-1][2] == TOKEN[::-1]
    said = text_of((await press(stage, "Dana", ShowCounts(night))).reply)
    assert "80 sold" in said
    assert "No newer" not in said


async def test_a_refusal_that_has_passed_when_it_would_be_told_is_not_told(
    stage, units, engine, clock, night, pretix, round_
):
    letters = Letters.through(units, engine, clock)
    await enter(stage, night)
    pretix.found = NotCounted(CountsTrouble.REFUSED)
    await round_()
    await press(stage, "Dana", ForgetCounts(night))
    assert await letters.come() == {}


async def test_forgetting_takes_the_token_the_counts_and_the_webhook(stage, units, night, round_):
    await enter(stage, night)
    await round_()
    hook = await press(stage, "Dana", ShowTicketHook(night))
    assert "https://bandwidth.example/hooks/tickets/" in text_of(hook.reply)
    answer = await press(stage, "Dana", ForgetCounts(night))
    assert "The token and the numbers are deleted" in text_of(answer.reply)
    assert "Nothing has changed" in text_of((await press(stage, "Dana", ForgetCounts(night))).reply)
    assert "Sold" not in text_of((await stage.says("Dana", "/tickets Fri 11 Dec")).reply)
    for payload in (ShowTicketHook(night), CountNow(night), ChooseViewers(night, 1)):
        assert isinstance((await press(stage, "Dana", payload)).result, NotCountedYet)


async def test_ask_now_asks_within_half_a_minute(stage, clock, night, pretix, round_):
    await enter(stage, night)
    await round_()
    await press(stage, "Dana", CountNow(night))
    assert await round_() == 0
    clock.advance(seconds=30)
    assert await round_() == 1


async def test_a_promoter_who_has_everything_deleted_takes_the_token_along(stage, units, night, round_):
    await enter(stage, night)
    given = await stage.says("Dana", "/venue invite")
    await stage.says("Eve", f"/join {given.result.invited.code}")
    mine = await stage.says("Dana", "/mydata")
    sure = await stage.presses("Dana", mine, "Delete everything")
    await stage.presses("Dana", sure, sure.reply.buttons[0][0].label)
    async with units.read() as unit:
        assert await unit.countings.of_events([night]) == {}
    assert await round_() == 0
