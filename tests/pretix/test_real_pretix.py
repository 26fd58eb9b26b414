"""A real pretix is asked, and a real order moves the numbers on the card."""

from pathlib import Path

import pytest

from bots.chat.buttons.tickets import ShowCounts
from bots.chat.turn import PressedButton
from tests.fakes.letters import Letters
from tests.fakes.stage import Stage, text_of


@pytest.fixture
def stage(program):
    return Stage(program.dispatcher)


@pytest.fixture
def counting(program):
    """The round of the ticker, one batch at a time."""
    return program.counting_worker().run_once


@pytest.fixture
async def night(stage):
    """Dana's night at The Heron, published."""
    await stage.says("Dana", "/venue create The Heron city: Leeds")
    drafted = await stage.says("Dana", "/post Fri 11 Dec, need 2 support, doors 7:30")
    await stage.presses("Dana", drafted, "Publish")
    return drafted.result.events[0].id


async def presses_counts(stage, night):
    payload = ShowCounts(night)
    return await stage.does("Dana", PressedButton(stage.dispatcher.tokens.encode(payload.verb, payload.ids)))


async def card(stage):
    return text_of((await stage.says("Dana", "/tickets Fri 11 Dec")).reply)


async def counts(stage, counting, clock):
    """The card, once the provider has answered: on a machine with much to do it is asked again."""
    for _ in range(5):
        clock.advance(minutes=15)
        assert await counting() == 1
        said = await card(stage)
        if "No newer counts" not in said:
            break
    return said


async def enters(stage, night, pretix, token):
    await presses_counts(stage, night)
    await stage.says("Dana", pretix.page)
    return await stage.says("Dana", token)


def numbers(said):
    """Sold, not yet paid, left, checked in."""
    (line,) = [each for each in said.splitlines() if each.startswith("Sold so far: ")]
    found = {words.partition(" ")[2]: int(words.partition(" ")[0]) for words in line[13:].split(", ")[:-1]}
    return [found.get(each, 0) for each in ("sold", "not yet paid", "left", "checked in")]


async def test_real_orders_and_a_check_in_move_the_card_and_nobodys_name_is_kept(
    stage, counting, clock, night, pretix, db_url
):
    await enters(stage, night, pretix, pretix.made["token_all"])
    before = numbers(await counts(stage, counting, clock))
    first, _ = await pretix.sells("ticket", number=2)
    await pretix.sells("early", paid=False)
    await pretix.sells("shirt", number=3)
    assert numbers(await card(stage)) == before
    sold, pending, left, came = before
    said = await counts(stage, counting, clock)
    assert numbers(said) == [sold + 2, pending + 1, left - 3, came]
    assert f"as of Mon 23 Nov {clock.now():%H:%M}" in said
    await pretix.lets_in(first)
    said = await counts(stage, counting, clock)
    assert numbers(said) == [sold + 2, pending + 1, left - 3, came + 1]
    kept = Path(db_url.removeprefix("sqlite:///"))
    bytes_of_all = b"".join(each.read_bytes() for each in kept.parent.glob(f"{kept.name}*"))
    assert b"Fanny" not in bytes_of_all
    assert b"fanny@" not in bytes_of_all
    assert pretix.made["token_all"].encode() not in bytes_of_all


async def test_a_token_without_any_right_is_enough_but_for_who_has_come(
    stage, counting, clock, night, pretix
):
    await enters(stage, night, pretix, pretix.made["token_numbers"])
    said = await counts(stage, counting, clock)
    assert "left" in said
    assert "checked in" not in said


async def test_a_wrong_token_is_told_and_the_next_one_counts(stage, program, counting, clock, night, pretix):
    letters = Letters.through(program.units, program.engine, clock)
    await enters(stage, night, pretix, "x" * 64)
    await counting()
    told = await letters.come()
    assert "pretix refuses the token" in told["Dana"][0]
    answer = await stage.presses("Dana", letters.last("Dana"), "Another token")
    assert f"The API token for heron/friday at {pretix.base.partition('//')[2]}?" in text_of(answer.reply)
    await stage.says("Dana", pretix.made["token_all"])
    assert "left" in await counts(stage, counting, clock)


async def test_an_event_that_is_not_there_is_a_refusal(stage, program, counting, clock, night, pretix):
    letters = Letters.through(program.units, program.engine, clock)
    await presses_counts(stage, night)
    await stage.says("Dana", f"{pretix.base}/heron/saturday/")
    await stage.says("Dana", pretix.made["token_all"])
    await counting()
    # pretix does not say whether there is such an event.
    assert "revoked, or not for that event" in (await letters.come())["Dana"][0]
