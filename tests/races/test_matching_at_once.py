"""Two workers that tell bands of open dates at the same moment, and people whose time is freed meanwhile."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from core.bands import Role
from core.bands.edits import edit_band
from core.marketplace.applications import Side, bookings
from core.scheduling.kinds import Kind
from core.scheduling.recurrence.rules import Rule
from jobs.matching import MatchingWorker
from storage import schema as tables
from tests.races.market_scenes import ACCEPTED, MarketScene

FRIDAY = Rule(datetime(2026, 12, 11, 12), "Europe/London", nominal=timedelta(hours=12))


@pytest.fixture
async def scene(units, engine, clock) -> MarketScene:
    return MarketScene(units, engine, clock)


@pytest.fixture
async def heron(scene):
    return await scene.venue("The Heron", "Dana")


@pytest.fixture
def workers(units, clock):
    """Two processes' workers on one store."""
    return MatchingWorker(units, clock), MatchingWorker(units, clock)


@pytest.fixture
async def foxes(scene, engine):
    """A band in Leeds that nothing has freed."""
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.MEMBER)
    await scene.at_home(foxes)
    await scene.settled()
    return foxes


async def told(engine):
    """Who is told of which night, alone or not."""
    async with engine.connect() as connection:
        rows = await connection.execute(
            select(tables.match.c.event, tables.match.c.band, tables.match.c.alone)
        )
        return sorted(tuple(row) for row in rows)


async def freed(engine):
    async with engine.connect() as connection:
        return list(await connection.scalars(select(tables.band.c.id).where(tables.band.c.freed.is_(True))))


async def test_one_night_is_searched_for_by_one_of_two_workers(scene, heron, foxes, workers, engine, meeting):
    night = await scene.night(heron, by="Dana")
    await scene.wanted(night)
    outcomes = await meeting.all_at_once(*(each.run_once() for each in workers))
    assert sorted(outcomes) == [0, 1]
    assert await told(engine) == [(night.id, foxes.band.id, True)]
    assert await scene.notices("open_date_fits") == 1


async def test_two_workers_with_a_night_each_keep_to_the_messages_that_a_band_wants(
    scene, heron, foxes, workers, engine, meeting
):
    await scene.turn("Ana", lambda unit, act: edit_band(unit, act, foxes.band.id, {"messages": 1}))
    await scene.settled()
    nights = [await scene.night(heron, by="Dana", day=date(2026, 12, day)) for day in (11, 12)]
    await scene.wanted(*nights)
    outcomes = await meeting.all_at_once(*(each.run_once() for each in workers))
    assert outcomes == [1, 1]
    assert sorted(alone for _, _, alone in await told(engine)) == [False, True]
    assert await scene.notices("open_date_fits") == 1
    assert await scene.notices("match_digest") == 1


async def test_a_band_that_is_freed_while_its_night_is_searched_for_is_told_once(
    scene, heron, foxes, workers, engine, meeting
):
    night = await scene.night(heron, by="Dana")
    await scene.wanted(night)
    async with engine.begin() as connection:
        await connection.execute(tables.band.update().values(freed=True))
    outcomes = await meeting.all_at_once(workers[0]._bands_for_a_night(), workers[1]._nights_for_bands())
    assert outcomes[0] == 1
    assert outcomes[1] in (0, 1), "the band may be locked already, and is left for the next time"
    await workers[1].run_once()
    assert await freed(engine) == []
    assert await told(engine) == [(night.id, foxes.band.id, True)]
    assert await scene.notices("open_date_fits") == 1


async def test_freed_bands_are_looked_at_by_one_of_two_workers(scene, heron, foxes, workers, engine, meeting):
    await scene.night(heron, by="Dana")
    async with engine.begin() as connection:
        await connection.execute(tables.band.update().values(freed=True))
    outcomes = await meeting.all_at_once(*(each.run_once() for each in workers))
    assert sorted(outcomes) == [0, 1]
    assert await freed(engine) == []


async def busy(scene, foxes):
    """Everybody is busy on the evening of the 11th: the id of Bo's rule."""
    async with scene.units.write() as unit:
        rules = [
            await unit.diaries.add(foxes.people[who], Kind.BUSY, FRIDAY, words="", at=scene.clock.now())
            for who in ("Ana", "Bo")
        ]
    return rules[1]


@pytest.mark.parametrize("first", ["looking", "freeing"])
async def test_a_band_whose_time_is_freed_while_it_is_looked_at_is_looked_at_again(
    scene, heron, foxes, workers, engine, meeting, first
):
    await scene.night(heron, by="Dana")
    rule = await busy(scene, foxes)
    async with engine.begin() as connection:
        await connection.execute(tables.band.update().values(freed=True))

    async def free(unit, act):
        await unit.diaries.remove([rule], at=act.at)

    acts = [workers[0].run_once(), scene.turn("Bo", free)]
    await meeting.one_behind_the_other(*(acts if first == "looking" else acts[::-1]))
    if first == "looking":
        assert (await told(engine), await freed(engine)) == ([], [foxes.band.id])
    await workers[0].run_once()
    assert len(await told(engine)) == 1


async def test_a_slot_that_is_open_again_while_its_night_is_searched_for_is_searched_for_again(
    scene, heron, foxes, workers, engine, meeting
):
    night = await scene.night(heron, by="Dana")
    owls = await scene.duo(1)
    which = await scene.applies(owls, night, ACCEPTED)
    await scene.turn("Owner1", lambda unit, act: bookings.confirm(unit, act, which))
    await scene.settled()
    await scene.wanted(night)

    def call_off(unit, act):
        return bookings.call_off_booking(unit, act, which, Side.VENUE, reason=None)

    await meeting.one_behind_the_other(workers[0].run_once(), scene.turn("Dana", call_off))
    assert await told(engine) == []
    await scene.settled()
    assert await workers[0].run_once() == 1
    assert (night.id, foxes.band.id, True) in await told(engine)
