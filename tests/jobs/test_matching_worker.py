"""The worker that tells bands of open dates: each of each once, as many a day as they want, whatever is killed."""

from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from core.bands import Role
from core.bands.members import MemberEdit, change_member
from core.bands.wishes import GigWishes
from core.marketplace.applications import nights
from core.scheduling.commitments import rescheduling
from core.scheduling.kinds import CommitmentKind, Kind
from core.scheduling.recurrence.rules import Rule
from jobs.feeds import FeedWorker
from jobs.matching import AGAIN, MatchingWorker
from storage import schema as tables
from storage.market.searches import SqlBandSearches
from storage.scheduling.feed_claims import SqlFeedStore
from tests.fakes.letters import Letters
from tests.fakes.stage import Stage, make_dispatcher
from tests.jobs.test_feed_worker import PresetFetcher, StubReader
from tests.races.market_scenes import FRIDAY, MarketScene, terms
from tests.races.scenes import CONFIRMED

TUESDAY = date(2026, 11, 24)
"""The day after that of the clock."""


@pytest.fixture
def scene(units, engine, clock) -> MarketScene:
    return MarketScene(units, engine, clock)


@pytest.fixture
async def heron(scene):
    return await scene.venue("The Heron", "Dana")


@pytest.fixture
def worker(units, clock) -> MatchingWorker:
    return MatchingWorker(units, clock)


@pytest.fixture
def letters(units, engine, clock) -> Letters:
    return Letters.through(units, engine, clock)


@pytest.fixture
async def foxes(scene):
    """A band in Leeds of two."""
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.MEMBER)
    await scene.at_home(foxes)
    await scene.settled()
    return foxes


async def all_of(worker) -> int:
    """Work until nothing is left, and return how often there was something."""
    times = 0
    while await worker.run_once():
        times += 1
    return times


@pytest.fixture
def told(engine):
    """The nights and bands that are told, or are going to be, and whether alone."""

    async def told():
        columns = (tables.match.c.event, tables.match.c.band, tables.match.c.alone)
        async with engine.connect() as connection:
            rows = await connection.execute(select(*columns).order_by(tables.match.c.id))
            return [tuple(row) for row in rows]

    return told


@pytest.fixture
def due(engine):
    """When notices of a kind are due."""

    async def due(kind):
        query = select(tables.outbox.c.due_at).where(tables.outbox.c.kind == kind)
        async with engine.connect() as connection:
            return list(await connection.scalars(query))

    return due


async def weeks(scene, heron, count):
    """Nights of so many days from Friday on."""
    return [
        await scene.night(heron, by="Dana", day=FRIDAY + timedelta(days=number)) for number in range(count)
    ]


async def seven_bands(scene, heron):
    """Seven bands that fit one night, which is to be searched for."""
    for number in range(7):
        await scene.at_home(await scene.duo(number))
    await scene.settled()
    night = await scene.night(heron, by="Dana")
    await scene.wanted(night)
    return night


async def test_a_search_goes_on_batch_by_batch_to_the_last_band(scene, heron, units, clock, told):
    night = await seven_bands(scene, heron)
    worker = MatchingWorker(units, clock, bands=2)
    for so_far in (2, 4, 6, 7):
        assert await worker.run_once() == 1
        assert len(await told()) == so_far
    assert await worker.run_once() == 0
    assert sorted({band for _, band, _ in await told()}) == list(range(1, 8))
    assert {event for event, _, _ in await told()} == {night.id}


@pytest.mark.parametrize("killed_in", [0, 1, 2, 3])
async def test_a_worker_that_is_killed_in_the_middle_of_a_batch_loses_and_doubles_nothing(
    scene, heron, units, clock, told, killed_in, monkeypatch
):
    await seven_bands(scene, heron)
    worker = MatchingWorker(units, clock, bands=2)
    for _ in range(killed_in):
        await worker.run_once()

    async def killed(*_args, **_values):
        raise SystemError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(SqlBandSearches, "go_on", killed)
        with pytest.raises(SystemError):
            await worker.run_once()
    assert len(await told()) == min(2 * killed_in, 7), "what was not committed is undone with its letters"
    await all_of(MatchingWorker(units, clock, bands=2))
    assert len(await told()) == len(set(await told())) == 7
    assert await scene.notices("open_date_fits") == 7


async def test_a_worker_that_is_killed_over_freed_bands_leaves_them_to_the_next(
    scene, heron, foxes, units, clock, told
):
    await scene.night(heron, by="Dana")
    await scene.at_home(foxes)

    class DyingUnits:
        read = units.read

        @asynccontextmanager
        async def write(self):
            async with units.write() as unit:
                yield unit
                raise SystemError("killed")

    with pytest.raises(SystemError):
        await MatchingWorker(DyingUnits(), clock).run_once()
    assert await told() == []
    assert await MatchingWorker(units, clock).run_once() == 1
    assert len(await told()) == 1


async def test_no_band_is_told_of_a_night_twice(scene, heron, foxes, worker, told, clock):
    night = await scene.night(heron, by="Dana")
    await scene.wanted(night)
    assert await worker.run_once() == 1
    await scene.wanted(night)
    await scene.at_home(foxes)
    assert await worker.run_once() == 2, "the night's search, and a band"
    clock.advance(hours=AGAIN.total_seconds() / 3600)
    assert await worker.run_once() == 1
    assert await told() == [(night.id, foxes.band.id, True)]
    assert await scene.notices("open_date_fits") == 1


async def test_a_search_ends_with_its_night(scene, heron, worker, clock, engine):
    night = await scene.night(heron, by="Dana")
    await scene.wanted(night)
    await worker.run_once()
    clock.at = datetime(2026, 12, 12, 12, tzinfo=UTC)
    assert await worker.run_once() == 1
    async with engine.connect() as connection:
        assert (await connection.execute(select(tables.search))).all() == []


async def test_what_goes_beyond_the_messages_of_a_day_waits_for_the_digest_at_six(
    scene, heron, foxes, worker, letters, told, due, clock
):
    await weeks(scene, heron, 5)
    await scene.at_home(foxes)
    await worker.run_once()
    assert [alone for _, _, alone in await told()] == [True, True, True, False, False]
    assert await due("match_digest") == [datetime(2026, 11, 24, 18, tzinfo=UTC)]
    got = await letters.come()
    assert len(got["Ana"]) == 3
    clock.at = datetime(2026, 11, 24, 17, 59, tzinfo=UTC)
    assert await letters.come() == {}
    clock.advance(minutes=1)
    ((digest,),) = (await letters.come()).values()
    assert "14 Dec" in digest
    assert "15 Dec" in digest
    assert "13 Dec" not in digest


async def test_a_new_day_has_messages_of_its_own(scene, heron, foxes, worker, told, clock):
    await weeks(scene, heron, 3)
    await scene.at_home(foxes)
    await worker.run_once()
    later = await scene.night(heron, by="Dana", day=FRIDAY + timedelta(days=7))
    clock.at = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
    await scene.wanted(later)
    await worker.run_once()
    assert (await told())[-1] == (later.id, foxes.band.id, True)


async def test_six_oclock_is_that_of_the_bands_zone(scene, foxes, worker, due, units):
    async with units.write() as unit:
        band = await unit.bands.get(foxes.band.id)
        wishes = GigWishes(messages=1, radius_km=2000)
        await unit.bands.set_profile(
            type(band)(band.id, band.name, "Berlin", "Europe/Berlin", (), wishes=wishes)
        )
    heron = await scene.venue("The Heron", "Dana")
    await weeks(scene, heron, 2)
    await worker.run_once()
    assert await due("match_digest") == [datetime(2026, 11, 24, 17, tzinfo=UTC)]


async def test_a_digest_names_only_what_is_still_open_and_is_dropped_when_nothing_is(
    scene, heron, foxes, worker, letters, clock
):
    there = await weeks(scene, heron, 5)
    await scene.at_home(foxes)
    await worker.run_once()
    await letters.come()
    await scene.turn("Dana", lambda unit, act: nights.cancel_night(unit, act, there[3].id))
    clock.at = datetime(2026, 11, 24, 18, tzinfo=UTC)
    ((digest,),) = (await letters.come()).values()
    assert "15 Dec" in digest
    assert "14 Dec" not in digest


async def test_a_digest_of_which_nothing_is_open_any_more_is_not_sent(
    scene, heron, foxes, worker, letters, clock
):
    there = await weeks(scene, heron, 5)
    await scene.at_home(foxes)
    await worker.run_once()
    await letters.come()
    for each in there[3:]:
        await scene.turn(
            "Dana", lambda unit, act, each=each: nights.mark_taken(unit, act, each.id, taken=True)
        )
    clock.at = datetime(2026, 11, 24, 18, tzinfo=UTC)
    assert await letters.come() == {}


@pytest.mark.parametrize("what", ["no messages", "no city"])
async def test_a_band_that_wants_no_messages_or_is_nowhere_is_told_of_nothing(
    scene, heron, foxes, worker, told, units, what
):
    async with units.write() as unit:
        band = await unit.bands.get(foxes.band.id)
        city, wishes = (None, band.wishes) if what == "no city" else ("Leeds", GigWishes(messages=0))
        await unit.bands.set_profile(type(band)(band.id, band.name, city, band.zone, (), wishes=wishes))
    await scene.wanted(await scene.night(heron, by="Dana"))
    assert await worker.run_once() == 2
    assert await told() == []


@pytest.mark.parametrize(("doors", "is_told"), [(time(0, 59), False), (time(1, 1), True)])
async def test_a_night_whose_doors_open_within_six_hours_is_not_told(
    scene, heron, foxes, worker, told, doors, is_told
):
    tonight = await scene.night(heron, by="Dana", day=date(2026, 11, 23), offers=terms(doors, time(5)))
    await scene.wanted(tonight)
    await worker.run_once()
    assert bool(await told()) is is_told


class Freeing:
    """Ways in which Bo has time after all on the Tuesday that the Heron looks for a band."""

    def __init__(self, scene, foxes, units, engine, clock) -> None:
        self.scene, self.foxes, self.units, self.engine, self.clock = scene, foxes, units, engine, clock
        self.bo = foxes.people["Bo"]

    async def busy(self, who="Bo"):
        rule = Rule(datetime(2026, 11, 24, 12), "Europe/London", nominal=timedelta(hours=12))
        async with self.units.write() as unit:
            person = self.foxes.people[who]
            return await unit.diaries.add(person, Kind.BUSY, rule, words="", at=self.clock.now())

    async def a_rule_removed(self):
        rule = await self.busy()
        yield
        async with self.units.write() as unit:
            await unit.diaries.remove([rule], at=self.clock.now())

    async def a_word_said(self):
        await self.busy()
        yield
        await Stage(make_dispatcher(self.units, self.clock)).says("Bo", "/free Tue 24 Nov")

    async def a_gig_called_off(self):
        owls = await self.scene.line_up("Owls", Di=Role.OWNER, Bo=Role.MEMBER)
        start = datetime(2026, 11, 24, 19)
        gig = await self.scene.has(owls, CONFIRMED, kind=CommitmentKind.GIG, start=start)
        yield
        await self.scene.turn("Di", lambda unit, act: rescheduling.call_off(unit, act, owls.band, gig))

    async def a_member_made_optional(self):
        await self.busy()
        yield
        place, wanted = self.foxes.places["Bo"], MemberEdit(required=False)
        await self.scene.turn(
            "Ana", lambda unit, act: change_member(unit, act, self.foxes.band, place, wanted)
        )

    async def a_calendar_removed(self):
        async with self.units.write() as unit:
            feed = await unit.feeds.add(self.bo, "https://example.com/a.ics", at=self.clock.now())
        await FeedWorker(SqlFeedStore(self.engine), PresetFetcher(), StubReader(), self.clock).run_once()
        yield
        async with self.units.write() as unit:
            await unit.feeds.remove(feed, at=self.clock.now())


@pytest.mark.parametrize(
    "way",
    ["a_rule_removed", "a_word_said", "a_gig_called_off", "a_member_made_optional", "a_calendar_removed"],
)
async def test_a_band_whose_player_has_time_after_all_is_told(
    scene, heron, foxes, worker, told, units, engine, clock, way
):
    night = await scene.night(heron, by="Dana", day=TUESDAY)
    freeing = Freeing(scene, foxes, units, engine, clock)
    await freeing.busy("Ana")
    freed = getattr(freeing, way)()
    await anext(freed)
    await scene.at_home(foxes)
    assert await worker.run_once() > 0
    assert await told() == [], "two players are busy"
    assert await worker.run_once() == 0
    assert [each async for each in freed] == []
    assert await worker.run_once() > 0
    assert await told() == [(night.id, foxes.band.id, True)]
