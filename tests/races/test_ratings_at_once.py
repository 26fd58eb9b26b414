"""Both sides of a played night, or several people of one side, rate at the same moment."""

from datetime import timedelta

import pytest

from core.bands import Role
from core.marketplace.applications import ApplicationState, Side
from core.marketplace.ratings import rating
from core.marketplace.ratings.rating import WhatWasSaid
from tests.races.market_scenes import MarketScene
from tests.races.scenes import kinds

MANY = 10


@pytest.fixture
async def scene(units, engine, clock) -> MarketScene:
    return MarketScene(units, engine, clock)


@pytest.fixture
async def played(scene, clock):
    """A booking of Foxes with many owners at a venue with many promoters; its night is over."""
    venue = await scene.venue("The Heron", *(f"Promoter{n}" for n in range(MANY)))
    foxes = await scene.line_up("Foxes", **{f"Owner{n}": Role.OWNER for n in range(MANY)})
    night = await scene.night(venue, by="Promoter0")
    which = await scene.applies(foxes, night, ApplicationState.CONFIRMED)
    clock.at += timedelta(days=20)
    return which


def gives(which, side, stars):
    said = WhatWasSaid(stars, {}, None)
    return lambda unit, act: rating.rate(unit, act, which, side, said)


def replies(which, side, words):
    return lambda unit, act: rating.reply(unit, act, which, side, words)


async def test_when_both_sides_rate_at_once_both_are_told_that_it_is_open_once(scene, played, meeting):
    outcomes = await meeting.all_at_once(
        scene.turn("Owner0", gives(played, Side.BAND, 4)),
        scene.turn("Promoter0", gives(played, Side.VENUE, 5)),
    )
    assert kinds(outcomes) == ["RatingCard"] * 2
    assert sorted(each.sealed for each in outcomes) == [False, True], "the second opens both"
    sealed_until_then = 2 * MANY
    opened_at_once = 2 * MANY - 1
    assert await scene.notices("ratings_opened") == sealed_until_then + opened_at_once


async def test_of_many_people_of_one_side_the_last_one_counts(scene, played, meeting):
    outcomes = await meeting.all_at_once(
        *(scene.turn(f"Owner{n}", gives(played, Side.BAND, 1 + n % 5)) for n in range(MANY))
    )
    assert kinds(outcomes) == ["RatingCard"] * MANY
    async with scene.units.read() as unit:
        (kept,) = (await unit.ratings.of([played]))[played]
    assert kept.stars in {each.own.stars for each in outcomes}


async def test_of_many_replies_at_once_one_stays(scene, played, meeting):
    for who, side in (("Owner0", Side.BAND), ("Promoter0", Side.VENUE)):
        await scene.turn(who, gives(played, side, 3))
    outcomes = await meeting.all_at_once(
        *(scene.turn(f"Owner{n}", replies(played, Side.BAND, f"Thanks {n}")) for n in range(MANY))
    )
    assert kinds(outcomes) == ["NoReplyPossible"] * (MANY - 1) + ["RatingCard"]
    (won,) = [each for each in outcomes if type(each).__name__ == "RatingCard"]
    async with scene.units.read() as unit:
        kept = {each.by: each for each in (await unit.ratings.of([played]))[played]}
    assert kept[Side.VENUE].reply == won.other.reply
    assert await scene.changes("rating.answered") == 1
