"""The town: what is in it, on both databases, and that its people have answered each other."""

import pytest

from bandwidth.app import build
from bandwidth.demo.builder import RememberedCodes, TownNotMade, make_town, people, simulated
from bandwidth.demo.cast import who_is_who
from bandwidth.demo.sights import known, look
from bandwidth.demo.town import BOOKER, LEADS, TOWN, TownPart
from bandwidth.invite_codes import new_code
from bandwidth.settings import OperatorSettings
from core.marketplace.applications import ApplicationStage
from core.marketplace.posts.values import FeeShape
from tests.demo.conftest import made
from tests.fakes import databases


@pytest.mark.parametrize("database", databases.BOTH)
async def test_a_town_is_made_in_an_empty_database(db_url, clock):
    assert await made(db_url, clock) == [part.name for part in TOWN]
    app = await build(OperatorSettings(database_url=db_url), clock=clock)
    try:
        async with app.units.read() as unit:
            there = await known(unit, people())
            town = await who_is_who(unit, there)
            sight = await look(unit, there, clock.now())
    finally:
        await app.close()
    assert set(there.values()) == set(people())
    assert (len(town.bands), len(town.venues)) == (6, 2)
    assert all(len(each.people) > 1 for each in town.bands)
    assert all(person.part for band in town.bands for person in band.people)
    stages = sorted((each.band, each.stage) for each in sight.applications.values())
    assert stages == [
        ("Brass Tacks", ApplicationStage.CONFIRMED),
        ("Cold Tea", ApplicationStage.PENDING),
        ("Night Bus", ApplicationStage.CONFIRMED),
    ]


async def test_dates_are_of_several_kinds(visitor, clock):
    async with visitor.app.units.read() as unit:
        nights = [
            event for venue in await unit.venues.all_open() for event in await nights_of(unit, venue, clock)
        ]
    assert len(nights) == 6
    kinds = {
        (each.terms.fee.shape, each.terms.fee.per, each.kinds_open(), len(each.open_slots)) for each in nights
    }
    assert len(kinds) == 6
    assert FeeShape.BUY_ON in {each.terms.fee.shape for each in nights}


async def nights_of(unit, venue, clock):
    start = clock.now()
    return await unit.events.of_venue(venue.id, start=start, end=start.replace(year=start.year + 1))


async def test_one_bill_is_nearly_full(visitor):
    text = (await visitor.types("/as Dana", "/dates"))[-1]
    assert "Need Support · Brass Tacks, Night Bus · open: 1 support" in text


async def test_an_application_waits_for_the_promoter(visitor):
    text = (await visitor.types("/as Dana", "/applications"))[-1]
    assert "Cold Tea · Fri 11 Dec, The Heron, Leeds · support · Pending" in text


async def test_the_band_finds_green_and_amber_dates_and_one_that_costs_money(visitor):
    text = (await visitor.types("/find all: yes"))[-1]
    assert text.splitlines()[0] == "🎤 5 open dates for The Foxes"
    assert text.count("🟢") == 3
    assert "pay to play" in text
    assert "Without Bo (drums)" in text  # plays that night with another band
    assert "Without Cy (bass)" in text  # is away


async def test_nothing_of_the_making_is_told_to_those_who_sit_down(visitor):
    for each in people():
        assert len(await visitor.types(f"/as {each}")) == 1
        assert visitor.name == each


def test_those_who_do_nothing_by_themselves_are_in_town():
    assert BOOKER in LEADS
    assert set(people()) == {*simulated(), *LEADS}


async def test_a_town_whose_people_are_refused_something_is_not_made(db_url, clock, monkeypatch):
    broken = TownPart("a band without a name", "Ana: /band edit field: city value: Leeds")
    monkeypatch.setattr("bandwidth.demo.builder.TOWN", (broken,))
    app = await build(OperatorSettings(database_url=db_url), clock=clock)
    try:
        with pytest.raises(TownNotMade, match="Ana: /band edit"):
            await make_town(app, RememberedCodes(new_code), lambda _: None)
    finally:
        await app.close()
