"""What becomes of an application that nobody answers: the clock crosses each deadline, and both sides are told."""

import pytest

from tests.wire.market_town import NIGHT, running_market


@pytest.fixture
async def town(loopback_discord, loopback_telegram, clock, units, engine):
    """Ana, Bo and Cy are The Foxes, and Dana has a night open on Fri 11 Dec; it is Mon 23 Nov, 19:00."""
    async with running_market(loopback_discord, loopback_telegram, clock, units, engine) as town:
        town.on_discord("Ana", "Cy")
        town.on_telegram("Dana", "Bo")
        await town.forms("Ana", "Bo", "Cy")
        await town.opens("Dana")
        yield town


async def applied(town):
    """The Foxes have applied, all three of them, and everybody has read all."""
    await town.does("Ana", "[Apply]")
    for player in ("Bo", "Cy"):
        await town.does(player, "[Yes]")
    await town.have_read_all()


async def test_a_last_look_that_nobody_answers_is_settled_by_the_booker(town):
    await town.does("Ana", "[Apply]")
    await town.does("Bo", "[Yes]")
    await town.have_read_all()
    await town.passes(hours=23, minutes=59)
    await town.hear_nothing("Ana", "Dana")
    await town.passes(minutes=2)
    asked = await town.hears("Ana")
    assert asked.count("Not all of The Foxes have answered") == 1, asked
    assert "No answer yet" in asked
    await town.hear_nothing("Dana", "Cy")
    went_on = await town.does("Ana", "[Go on anyway]")
    assert "The Foxes have applied" in went_on
    assert "No answer yet" in went_on
    assert f"The Foxes apply for support: {NIGHT}" in await town.hears("Dana")
    await town.does("Dana", "[Accept]")
    await town.does("Ana", "[Open the invite]", "[Confirm]")
    for player in ("Bo", "Cy"):
        assert "gig with The Foxes" in await town.does(player, "/mine December")


async def test_an_application_that_never_went_out_ends_without_a_word_to_the_venue(town):
    await town.does("Ana", "[Apply]")
    await town.have_read_all()
    await town.passes(hours=25)
    assert "Not all of The Foxes have answered" in await town.hears("Ana")
    town.clock.at = town.clock.at.replace(month=12, day=9, hour=19, minute=31)
    await town.settles()
    ended = await town.hears("Ana")
    assert ended.count("It was never sent, as not all of The Foxes have answered") == 1, ended
    await town.hear_nothing("Bo", "Cy", "Dana")
    assert "You can play" in await town.does("Bo", "[Yes]")
    await town.hear_nothing("Dana")
    assert "The Foxes are being asked" in await town.does("Ana", "[Apply again]")
    assert "Can you play" in await town.hears("Cy")
    await town.hear_nothing("Bo", "Dana")
    assert "The Foxes have applied now" in await town.does("Cy", "[Yes]")
    assert (await town.hears("Dana")).count("The Foxes apply for support") == 1


async def test_an_application_that_is_withdrawn_before_all_have_said_yes_asks_them_again(town):
    assert "Withdrawn" in await town.does("Ana", "[Apply]", "[Withdraw]")
    assert "The Foxes are being asked" in await town.does("Ana", "[Apply again]")
    await town.hear_nothing("Dana")
    for player in ("Bo", "Cy"):
        await town.does(player, "[Yes]")
    assert (await town.hears("Dana")).count("The Foxes apply for support") == 1


async def test_an_application_that_no_venue_answers_expires_and_both_are_told(town):
    await applied(town)
    town.clock.at = town.clock.at.replace(month=12, day=9, hour=19, minute=29)
    await town.settles()
    await town.hear_nothing("Ana", "Bo", "Cy", "Dana")
    await town.passes(minutes=2)
    assert (await town.hears("Ana")).count("No answer in time: The Foxes") == 1
    assert (await town.hears("Dana")).count("Ended without an answer: The Foxes") == 1
    await town.hear_nothing("Bo", "Cy")
    late = await town.does("Dana", "[Accept]")
    assert "Its time is over for The Foxes." in late
    assert "Need Support" in await town.does("Dana", "/dates")


async def test_an_invite_that_no_band_confirms_runs_out_and_the_slot_is_open_again(town):
    await applied(town)
    await town.does("Dana", "[Accept]")
    await town.have_read_all()
    await town.passes(hours=71, minutes=59)
    await town.hear_nothing("Ana", "Dana")
    await town.passes(minutes=2)
    assert (await town.hears("Ana")).count("The invite has run out: The Foxes") == 1
    told = await town.hears("Dana")
    assert told.count("The invite of The Foxes has run out") == 1, told
    assert "open again" in told
    late = await town.does("Ana", "[Open the invite]")
    assert "Expired: The Foxes" in late
    assert "[Confirm]" not in late
    assert "2 supports" in await town.does("Dana", "/dates", "[1]")
    assert "The Foxes have applied" in await town.does("Ana", "[Apply again]")
    assert "The Foxes apply for support" in await town.hears("Dana")


async def test_the_booker_hears_of_the_end_of_a_late_application_too(town):
    town.clock.at = town.clock.at.replace(month=12, day=8, hour=19)
    await town.settles()
    await town.does("Ana", "[Apply]")
    await town.passes(hours=6)
    for player in ("Bo", "Cy"):
        await town.does(player, "[Yes]")
    await town.have_read_all()
    assert "The Heron can answer until Wed 9 Dec 19:30" in await town.does("Ana", "[Details]")
    town.clock.at = town.clock.at.replace(day=9, hour=19, minute=29)
    await town.settles()
    await town.hear_nothing("Ana", "Dana")
    await town.passes(minutes=1)
    assert (await town.hears("Ana")).count("No answer in time") == 1
    assert (await town.hears("Dana")).count("Ended without an answer") == 1
    await town.passes(days=1)
    await town.hear_nothing("Ana", "Dana")


async def test_the_deadlines_of_a_night_move_with_it(town):
    await applied(town)
    edited = await town.does("Dana", "/dates", "[1]", "[Move]", "Sat 19 Dec")
    assert "Fri 11 Dec → Sat 19 Dec" in edited
    assert (await town.hears("Ana")).count("Fri 11 Dec → Sat 19 Dec") == 1
    await town.hear_nothing("Bo", "Cy")
    town.clock.at = town.clock.at.replace(month=12, day=9, hour=20)
    await town.settles()
    await town.hear_nothing("Ana", "Dana")
    town.clock.at = town.clock.at.replace(day=17)
    await town.settles()
    assert (await town.hears("Ana")).count("No answer in time") == 1
    assert (await town.hears("Dana")).count("Ended without an answer") == 1


async def test_an_invite_ends_sooner_if_the_night_is_moved_to_sooner(town):
    await applied(town)
    await town.does("Dana", "[Accept]")
    await town.have_read_all()
    await town.does("Dana", "/dates", "[1]", "[Move]", "Wed 25 Nov")
    assert "It has to be confirmed for the new time." in await town.hears("Ana")
    town.clock.at = town.clock.at.replace(day=25, hour=7, minute=29)
    await town.settles()
    await town.hear_nothing("Ana", "Dana")
    await town.passes(minutes=2)
    assert (await town.hears("Ana")).count("The invite has run out") == 1
    assert (await town.hears("Dana")).count("The invite of The Foxes has run out") == 1
    await town.passes(days=3)
    await town.hear_nothing("Ana", "Dana")


STAGES = {
    "published": [],
    "asked": [("Ana", "[Apply]")],
    "applied": [("Ana", "[Apply]"), ("Bo", "[Yes]"), ("Cy", "[Yes]")],
    "accepted": [("Ana", "[Apply]"), ("Bo", "[Yes]"), ("Cy", "[Yes]"), ("Dana", "[Accept]")],
    "opened": [
        *(("Ana", "[Apply]"), ("Bo", "[Yes]"), ("Cy", "[Yes]"), ("Dana", "[Accept]")),
        ("Ana", "[Open the invite]"),
    ],
    "confirmed": [
        *(("Ana", "[Apply]"), ("Bo", "[Yes]"), ("Cy", "[Yes]"), ("Dana", "[Accept]")),
        *(("Ana", "[Open the invite]"), ("Ana", "[Confirm]")),
    ],
}


@pytest.mark.parametrize("stage", STAGES)
async def test_no_button_does_harm_once_the_night_is_past(town, stage):
    for name, step in STAGES[stage]:
        await town.does(name, step)
    await town.does("Dana", "/dates", "[1]")
    town.clock.at = town.clock.at.replace(month=12, day=12, hour=9)
    await town.settles()
    await town.have_read_all()
    stands = await all_lists(town)
    for name in ("Ana", "Bo", "Cy", "Dana"):
        for button in town.buttons(name):
            if button not in town.buttons(name):
                continue  # its message has changed with another one
            shown = await town.does(name, button)
            assert shown, (name, button)
            assert "Something broke" not in shown, (name, button, shown)
            assert "?" not in shown.splitlines()[0], (name, button, shown)
    for name in ("Ana", "Bo", "Cy", "Dana"):
        await town.hear_nothing(name)
    assert await all_lists(town) == stands


async def all_lists(town):
    """How everything stands, as each side reads it."""
    asked = {"Ana": ("/applications", "/gigs"), "Dana": ("/applications", "/dates"), "Bo": ("/gigs",)}
    return [await town.does(name, line) for name, lines in asked.items() for line in lines]
