"""One slot and two bands on different platforms: whoever is too late hears of it, and may come back."""

import pytest

from tests.wire.market_town import NIGHT, running_market

ONE_SLOT = "Fri 11 Dec, need 1 support, doors 7:30, 200 cap, indie/punk, £150 + rider"


@pytest.fixture
async def town(loopback_discord, loopback_telegram, clock, units, engine):
    """The Foxes are on Discord, The Owls on Telegram; both have applied for Dana's only slot."""
    async with running_market(loopback_discord, loopback_telegram, clock, units, engine) as town:
        town.on_discord("Ana")
        town.on_telegram("Eve", "Dana")
        await town.forms("Ana")
        await town.forms("Eve", band="The Owls")
        await town.opens("Dana", ONE_SLOT)
        assert f"{NIGHT} fits The Foxes" in await town.hears("Ana")
        assert f"{NIGHT} fits The Owls" in await town.hears("Eve")
        await town.does("Ana", "[Apply]")
        await town.does("Eve", "[Apply]")
        heard = await town.hears("Dana")
        assert "The Foxes apply for support" in heard
        assert "The Owls apply for support" in heard
        yield town


async def accept(town, number):
    """Dana accepts the first or the second of the list; what she reads then."""
    return await town.does("Dana", "/applications", f"[{number}]", "[Accept]")


async def test_whoever_was_not_chosen_hears_so_once_and_comes_back_when_the_slot_is_open_again(town):
    await accept(town, 1)
    await town.have_read_all()
    await town.does("Ana", "[Open the invite]")
    await town.hear_nothing("Eve")
    await town.does("Ana", "[Confirm]")
    filled = await town.hears("Eve")
    assert filled.count(f"Filled by another act: {NIGHT}, support") == 1
    assert "[Apply again]" not in filled
    assert "Booked · The Foxes" in await town.does("Dana", "/dates")
    assert "No open date fits The Owls" in await town.does("Eve", "/find")

    await town.does("Dana", "[Call it off]", "The room is flooded")
    off = await town.hears("Ana")
    assert "The Heron has called off the gig of The Foxes" in off
    assert "The room is flooded" in off
    again = await town.hears("Eve")
    assert again.count(f"Open again: {NIGHT}, support") == 1
    assert "The Owls have applied" in await town.does("Eve", "[Apply again]")
    assert "The Owls apply for support" in await town.hears("Dana")


async def test_a_slot_that_is_kept_for_one_band_is_not_given_to_another(town):
    await accept(town, 1)
    assert "That slot at The Heron is taken." in await accept(town, 2)
    await town.have_read_all()
    await town.passes(hours=72, minutes=1)
    assert "The invite has run out: The Foxes" in await town.hears("Ana")
    await town.hears("Dana")
    accepted = await accept(town, 2)
    assert "Accepted: The Owls" in accepted
    assert "That slot at The Heron is taken." in await town.does("Ana", "[Apply again]")
    assert "It is on: The Owls play" in await town.does("Eve", "[Open the invite]", "[Confirm]")
    assert "Booked · The Owls" in await town.does("Dana", "/dates")


async def test_a_night_booked_elsewhere_is_told_to_both_and_they_come_back_when_it_is_open_again(town):
    assert "2 bands are told." in await town.does("Dana", "/dates", "[1]", "[Booked elsewhere]")
    for booker in ("Ana", "Eve"):
        assert (await town.hears(booker)).count(f"Filled by another act: {NIGHT}") == 1
    assert "2 bands are told." in await town.does("Dana", "[Open again]")
    for booker, band in (("Ana", "The Foxes"), ("Eve", "The Owls")):
        assert (await town.hears(booker)).count(f"Open again: {NIGHT}") == 1
        assert f"{band} have applied" in await town.does(booker, "[Apply again]")


async def test_a_night_that_was_called_off_and_reopened_is_told_each_time_once(town):
    await town.does("Dana", "/dates", "[1]", "[Cancel]", "[Without a reason]")
    for booker in ("Ana", "Eve"):
        off = await town.hears(booker)
        assert off.count("The Heron has called off Fri 11 Dec") == 1
        assert "[Apply again]" not in off
    await town.does("Dana", "[Reopen]")
    for booker, band in (("Ana", "The Foxes"), ("Eve", "The Owls")):
        assert (await town.hears(booker)).count("takes place after all") == 1
        assert f"{band} have applied" in await town.does(booker, "[Apply again]")
    assert (await town.hears("Dana")).count("apply for support") == 2
