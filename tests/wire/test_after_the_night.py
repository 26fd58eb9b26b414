"""After a night that was played: both sides are asked, rate on their own platforms, and read it when it opens."""

import pytest

from tests.wire.market_town import running_market


@pytest.fixture
async def town(loopback_discord, loopback_telegram, clock, units, engine):
    """The Foxes (Ana on Discord) are booked at The Heron (Dana on Telegram) on Fri 11 Dec."""
    async with running_market(loopback_discord, loopback_telegram, clock, units, engine) as town:
        town.on_discord("Ana")
        town.on_telegram("Dana")
        await town.forms("Ana")
        await town.opens("Dana")
        await town.does("Ana", "[Apply]")
        await town.does("Dana", "[Accept]")
        await town.does("Ana", "[Open the invite]", "[Confirm]")
        await town.have_read_all()
        yield town


async def morning_after(town):
    """Saturday noon, by when both were asked; what each heard."""
    town.clock.at = town.clock.at.replace(month=12, day=12, hour=18)
    await town.settles()
    return {name: await town.hears(name) for name in ("Ana", "Dana")}


FOUR = "[★★★★☆ 4 of 5]"


async def test_ratings_open_when_both_have_rated(town):
    asked = await morning_after(town)
    assert asked["Ana"].count("How was The Heron?") == 1, asked
    assert asked["Dana"].count("How was The Foxes?") == 1, asked
    said = await town.does("Ana", FOUR, "[Yes]", "[Yes]", "[Skip]", "Great sound")
    assert "It is sealed" in said
    await town.hear_nothing("Dana")
    read = await town.does("Dana", "[★★★★★ 5 of 5]", "[Yes]", "[Skip]", "[No line]")
    assert "Great sound" in read
    told = await town.hears("Ana")
    assert told.count("The Heron has rated") == 1, told
    assert "5 of 5" in told
    await town.does("Ana", "[Reply]", "See you again")
    assert "See you again" in await town.hears("Dana")


async def test_ratings_open_by_time(town):
    await morning_after(town)
    await town.does("Ana", FOUR, "[Skip]", "[Skip]", "[Skip]", "Great sound")
    await town.passes(days=13)
    await town.hear_nothing("Ana", "Dana")
    await town.passes(days=1)
    assert "Great sound" in await town.hears("Dana")
    assert "Your rating is open" in await town.hears("Ana")
    assert "No night to rate" in await town.does("Dana", "/rate")


async def test_a_gig_that_was_called_off_is_not_rated(town):
    await town.does("Dana", "/applications", "[1]", "[Call it off]", "[Without a reason]")
    await town.have_read_all()
    asked = await morning_after(town)
    assert "How was" not in asked["Ana"] + asked["Dana"]
    assert "No night to rate" in await town.does("Ana", "/rate")
