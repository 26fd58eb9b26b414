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
    assert "Fri 11 Dec · Need Support · The Foxes · open: 1 support" in dates
    for player in ("Ana", "Bo", "Cy"):
        assert "gig with The Foxes" in await town.does(player, "/mine December")

    town.clock.at = town.clock.at.replace(month=12, day=10, hour=19, minute=31)
    await town.settles()
    for player in ("Ana", "Bo", "Cy"):
        reminder = await town.hears(player)
        assert reminder.count("The Heron") == 1, reminder
        assert "Fri 11 Dec" in reminder
    await town.hear_nothing("Dana")


async def test_a_post_on_discord_becomes_a_gig_of_a_band_on_telegram(town):
    town.on_telegram("Ana", "Bo")
    town.on_discord("Dana", "Cy")
    await town.forms("Ana", "Bo", "Cy")
    made = await town.does("Dana", "/post words: Fri 11 Dec, need 2 support, doors 7:30, £150 + rider")
    assert "What is the venue called?" in made
    assert f"{NIGHT}: draft" in await town.does("Dana", "The Heron", "Leeds")
    await town.does("Dana", "[Publish]")
    assert f"{NIGHT} fits The Foxes" in await town.hears("Ana")
    await town.does("Ana", "[Apply]")
    assert f"Can you play {NIGHT}, with The Foxes?" in await town.hears("Cy")
    await town.does("Cy", "[Yes]")
    await town.does("Bo", "[Maybe]")
    unsure = await town.does("Bo", "Wednesday")
    assert "Wednesday" in unsure
    heard = await town.hears("Ana")
    assert f"Bo is not sure about {NIGHT}" in heard
    assert "They know by: Wednesday" in heard
    await town.hear_nothing("Dana")
    assert "The Foxes have applied now" in await town.does("Bo", "[Yes]")
    assert f"The Foxes apply for support: {NIGHT}" in await town.hears("Dana")

    assert "On your shortlist." in await town.does("Dana", "[Shortlist]")
    assert "The Foxes are on the shortlist" in await town.hears("Ana")
    accepted = await town.does("Dana", "[Accept]")
    code = code_in(accepted, "invite")
    link = f"start=gig_{code.replace('-', '')}"
    assert link in accepted
    await town.have_read_all()

    opened = await town.does("Bo", f"/start gig_{code.replace('-', '')}")
    assert "The Heron says yes to The Foxes" in opened
    assert "Owners and bookers of The Foxes can confirm it." in opened
    assert "[Confirm]" not in opened
    assert "Nothing is booked until you confirm." not in await town.does("Cy", f"/invite {code}")
    assert "[Confirm]" in await town.does("Ana", f"/start gig_{code.replace('-', '')}")
    await town.hear_nothing("Dana")
    assert f"It is on: The Foxes play {NIGHT}" in await town.does("Ana", "[Confirm]")
    assert "The Foxes have confirmed: support" in await town.hears("Dana")
    for player in ("Bo", "Cy"):
        assert "It is on" in await town.hears(player)
    assert "The Foxes: 1 to come" in await town.does("Cy", "/gigs")
    assert "Confirmed" in await town.does("Ana", "/applications")
    assert "Confirmed" in await town.does("Dana", "/applications")
    assert "Need Support · The Foxes" in await town.does("Dana", "/dates")

    town.clock.at = town.clock.at.replace(month=12, day=10, hour=19, minute=31)
    await town.settles()
    for player in ("Ana", "Bo", "Cy"):
        assert (await town.hears(player)).count("The Heron") == 1
    await town.hear_nothing("Dana")


async def test_an_invite_is_opened_by_its_code_on_discord(town):
    town.on_discord("Ana")
    town.on_telegram("Dana")
    await town.forms("Ana")
    await town.opens("Dana")
    await town.does("Ana", "[Apply]")
    code = code_in(await town.does("Dana", "[Accept]"), "invite")
    assert "No invite has that code" in await town.does("Ana", "/invite code: AAAA-AAAA")
    assert "between a band and a venue" in await town.does_as_stranger("Eve", f"/invite code: {code}")
    assert "[Confirm]" in await town.does("Ana", f"/invite code: {code.lower()}")
    assert "It is on" in await town.does("Ana", "[Confirm]")
    again = await town.does("Ana", f"/invite code: {code}")
    assert "is booked for it" in again
    assert "[Confirm]" not in again


async def booked(town):
    """Ana and Cy on Discord and Bo on Telegram are booked by Dana, who is on Telegram."""
    town.on_discord("Ana", "Cy")
    town.on_telegram("Dana", "Bo")
    await town.forms("Ana", "Bo", "Cy")
    await town.opens("Dana")
    await town.does("Ana", "[Apply]")
    for player in ("Bo", "Cy"):
        await town.does(player, "[Yes]")
    await town.does("Dana", "[Accept]")
    await town.does("Ana", "[Open the invite]", "[Confirm]")
    await town.have_read_all()


async def test_another_time_is_told_once_as_a_difference_and_the_booking_stands(town):
    await booked(town)
    edited = await town.does("Dana", "/dates", "[1]", "[Edit]", "doors 20:00")
    assert "Doors: 19:30 → 20:00" in edited
    assert "1 band is told." in edited
    for player in ("Ana", "Bo", "Cy"):
        heard = await town.hears(player)
        assert heard.count("The Heron has changed Fri 11 Dec") == 1, heard
        assert "Doors: 19:30 → 20:00" in heard
        assert "Fee" not in heard
        assert "you are still booked" in heard
    assert "Fri 11 Dec, 20:00" in await town.does("Ana", "/gigs")
    town.clock.at = town.clock.at.replace(month=12, day=10, hour=20, minute=1)
    await town.settles()
    for player in ("Ana", "Bo", "Cy"):
        reminder = await town.hears(player)
        assert reminder.count("The Heron") == 1, reminder


async def test_another_day_has_to_be_confirmed_again(town):
    await booked(town)
    moved = await town.does("Dana", "/dates", "[1]", "[Move]", "Sat 12 Dec")
    assert "Fri 11 Dec → Sat 12 Dec" in moved
    for player in ("Ana", "Bo", "Cy"):
        heard = await town.hears(player)
        assert heard.count("Fri 11 Dec → Sat 12 Dec") == 1, heard
        assert "It has to be confirmed for the new time." in heard
        assert ("[Open the invite]" in heard) is (player == "Ana")
    assert "nothing in its diary" in await town.does("Bo", "/gigs")
    await town.does("Ana", "[Open the invite]", "[Confirm]")
    assert "Sat 12 Dec" in await town.does("Bo", "/gigs")
    await town.have_read_all()
    town.clock.at = town.clock.at.replace(month=12, day=10, hour=19, minute=31)
    await town.settles()
    await town.hear_nothing("Ana", "Bo", "Cy", "Dana")
    await town.passes(days=1)
    assert "The Heron" in await town.hears("Bo")


async def test_a_night_that_is_called_off_is_told_once_and_gives_the_time_back(town):
    await booked(town)
    asked = await town.does("Dana", "/dates", "[1]", "[Cancel]")
    assert "Call off Fri 11 Dec, The Heron, Leeds?" in asked
    await town.hear_nothing("Ana", "Bo", "Cy")
    assert "1 band is told." in await town.does("Dana", "The PA has burnt down")
    for player in ("Ana", "Bo", "Cy"):
        heard = await town.hears(player)
        assert heard.count("The Heron has called off Fri 11 Dec") == 1, heard
        assert "The PA has burnt down" in heard
        assert "That time is yours again." in heard
    assert "to come" not in await town.does("Bo", "/gigs")
    assert "Cancelled" in await town.does("Ana", "/applications")
    town.clock.at = town.clock.at.replace(month=12, day=10, hour=19, minute=31)
    await town.settles()
    await town.hear_nothing("Ana", "Bo", "Cy", "Dana")


async def test_a_booking_that_a_band_calls_off_is_told_to_the_venue_and_the_slot_is_open_again(town):
    await booked(town)
    asked = await town.does("Ana", "[Call it off]")
    assert "Call off The Foxes on Fri 11 Dec" in asked
    assert "Cancelled" in await town.does("Ana", "Bo has broken an arm")
    heard = await town.hears("Dana")
    assert heard.count("The Foxes can't play after all: support, Fri 11 Dec") == 1, heard
    assert "Bo has broken an arm" in heard
    assert "[Call it off]" not in heard
    for player in ("Bo", "Cy"):
        assert (await town.hears(player)).count("Ana has called off the gig of The Foxes") == 1
    assert "open: 2 supports" in await town.does("Dana", "/dates")
