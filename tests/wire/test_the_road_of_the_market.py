"""From a post to the reminder before the gig, over the real libraries: venue and band on different platforms."""

import pytest

from tests.wire.market_town import NIGHT, code_in, running_market


@pytest.fixture
async def town(loopback_discord, loopback_telegram, clock, units, engine):
    """Both platforms with the program between them."""
    async with running_market(loopback_discord, loopback_telegram, clock, units, engine) as town:
        yield town


async def test_a_post_on_telegram_becomes_a_gig_of_a_band_on_discord(town):
    town.on_discord("Ana", "Cy")
    town.on_telegram("Dana", "Bo")
    await town.forms("Ana", "Bo", "Cy")
    asked = await town.does(
        "Dana", "Fri 11 Dec, need 2 support, doors 7:30, 200 cap, indie/punk, £150 + rider"
    )
    assert "What is the venue called?" in asked
    assert "In which city is The Heron?" in await town.does("Dana", "The Heron")
    draft = await town.does("Dana", "Leeds")
    assert f"{NIGHT}: draft" in draft
    assert "I took £150 as the fee for each band." in draft
    await town.hear_nothing("Ana", "Bo", "Cy")
    assert f"{NIGHT} is published" in await town.does("Dana", "[Publish]")

    told = await town.hears("Ana")
    assert told.count(f"{NIGHT} fits The Foxes") == 1
    await town.hear_nothing("Bo", "Cy")
    assert "The Foxes are being asked" in await town.does("Ana", "[Apply]")
    await town.hear_nothing("Dana")
    for player in ("Bo", "Cy"):
        assert f"Can you play {NIGHT}, with The Foxes?" in await town.hears(player)
    await town.does("Bo", "[Yes]")
    await town.hear_nothing("Dana")
    assert "The Foxes have applied now" in await town.does("Cy", "[Yes]")
    assert f"The Foxes apply for support: {NIGHT}" in await town.hears("Dana")

    accepted = await town.does("Dana", "[Accept]")
    assert code_in(accepted, "invite")
    await town.hears("Bo")
    assert "The Heron says yes to The Foxes" in await town.hears("Ana")
    opened = await town.does("Ana", "[Open the invite]")
    assert "Nothing is booked until you confirm." in opened
    assert "1 to come" not in await town.does("Ana", "/gigs")
    assert f"It is on: The Foxes play {NIGHT}" in await town.does("Ana", "[Confirm]")
    for player in ("Bo", "Cy"):
        assert f"It is on: The Foxes play {NIGHT}" in await town.hears(player)
    assert "The Foxes have confirmed: support" in await town.hears("Dana")

    gigs = await town.does("Ana", "/gigs")
    assert "The Foxes: 1 to come" in gigs
    assert "Fri 11 Dec, 19:30-23:30 · gig, The Heron, Leeds" in gigs
    dates = await town.does("Dana", "/dates")
    assert "Fri 11 Dec · Need Support · The Foxes · open: support" in dates
    for player in ("Ana", "Bo", "Cy"):
        assert "gig with The Foxes" in await town.does(player, "/mine December")

    town.clock.at = town.clock.at.replace(month=12, day=10, hour=19, minute=31)
    await town.settles()
    for player in ("Ana", "Bo", "Cy"):
        reminder = await town.hears(player)
        assert reminder.count("The Heron") == 1, reminder
        assert "Fri 11 Dec" in reminder
    await town.hear_nothing("Dana")
