"""Imported calendars in the store, on both databases."""

import asyncio
from datetime import datetime, timedelta

import pytest

from core.ids import AccountRef, FeedId, Platform
from core.moments import exact_seconds, wall_seconds
from core.scheduling.calendars.outcome import BusyTimes, FeedTrouble, ReadCalendar
from core.scheduling.diary.notices import FeedFailing, FeedRead
from core.unit import ReadOnlyUnit
from storage.program.upkeep import SqlUpkeep
from storage.scheduling.feed_claims import SqlFeedStore

ADDRESS = "https://example.com/a.ics"


@pytest.fixture
def store(engine):
    return SqlFeedStore(engine)


@pytest.fixture
async def ana(units, clock):
    async with units.write() as unit:
        ref = AccountRef(Platform.CONSOLE, "Ana")
        return await unit.people.register(ref, name="Ana", locale="en-GB", at=clock.now())


@pytest.fixture
async def feed(units, ana, clock):
    async with units.write() as unit:
        return await unit.feeds.add(ana.id, ADDRESS, at=clock.now())


@pytest.fixture
def read(clock):
    now = exact_seconds(clock.now())
    wall = wall_seconds(datetime(2026, 11, 25))
    return ReadCalendar(BusyTimes(((now, now + 3600),), ((wall, wall + 86_400),), now + 400 * 86_400), 5, 1)


async def claimed(store, clock, worker="one"):
    return await store.claim(worker=worker, now=clock.now(), lease_seconds=60, limit=5)


async def kept(store, clock, read, due, **more):
    values = {"worker": "one", "etag": '"v"', "changed": None, "tell": None, **more}
    await store.keep(due, now=clock.now(), due_at=clock.now() + timedelta(hours=1), found=read, **values)


async def test_what_was_read_is_there_again(units, store, feed, ana, clock, read):
    (due,) = await claimed(store, clock)
    assert (due.id, due.person, due.address, due.until, due.told_at) == (feed, ana.id, ADDRESS, None, None)
    await kept(store, clock, read, due, tell=FeedRead(feed, 5, 1))
    async with units.read() as unit:
        (found,) = await unit.feeds.of(ana.id)
        assert found == await unit.feeds.find(feed)
    assert (found.busy, found.read_at, found.why) == (read.busy, clock.now(), None)
    assert ADDRESS not in repr(found)


async def test_whole_days_follow_the_person_into_another_zone(units, store, feed, ana, clock, read):
    (due,) = await claimed(store, clock)
    await kept(store, clock, read, due)
    start, end = clock.now() - timedelta(days=2), clock.now() + timedelta(days=5)
    for zone, offset in (("Europe/London", 0), ("America/New_York", 5)):
        async with units.write() as unit:
            await unit.people.set_zone(ana.id, zone)
            taken = (await unit.taken.of([ana.id], start=start, end=end))[ana.id].imported
            coming = (await unit.feeds.of(ana.id))[0].coming(clock.now(), zone)
        day = read.busy.wall[0][0] + offset * 3600
        assert taken == (*read.busy.exact, (day, day + 86_400))
        assert tuple(coming) == taken


async def test_a_claim_holds_until_its_lease_runs_out(store, feed, clock):
    assert [due.id for due in await claimed(store, clock)] == [feed]
    assert await claimed(store, clock, "two") == []
    clock.advance(seconds=60)
    assert [due.id for due in await claimed(store, clock, "two")] == [feed]


async def test_two_who_claim_at_once_share_what_is_due(units, store, ana, clock):
    async with units.write() as unit:
        for number in range(12):
            await unit.feeds.add(ana.id, f"https://example.com/{number}", at=clock.now())
    found = await asyncio.gather(*(claimed(store, clock, f"worker {each}") for each in range(4)))
    ids = [due.id for batch in found for due in batch]
    assert len(ids) == len(set(ids))
    while more := await claimed(store, clock, "last"):
        ids += [due.id for due in more]
    assert len(ids) == len(set(ids)) == 12


async def test_only_who_holds_the_claim_settles_it(units, store, feed, ana, clock, read):
    (due,) = await claimed(store, clock)
    await kept(store, clock, read, due, worker="two", tell=FeedRead(feed, 5, 1))
    async with units.read() as unit:
        assert (await unit.feeds.of(ana.id))[0].busy is None
    await store.put_back(due, worker="two")
    assert await claimed(store, clock) == []
    await store.put_back(due, worker="one")
    assert len(await claimed(store, clock, "two")) == 1


async def test_failing_keeps_its_beginning_and_what_was_known(units, store, feed, ana, clock, read):
    (due,) = await claimed(store, clock)
    await kept(store, clock, read, due)
    began = clock.advance(hours=1)
    for why in (FeedTrouble.TOO_SLOW, FeedTrouble.PAGE):
        (due,) = await claimed(store, clock)
        tell = FeedFailing(feed, why.value, lasting=False)
        await store.failed(due, worker="one", now=clock.now(), due_at=clock.now(), why=why, tell=tell)
        clock.advance(hours=1)
    async with units.read() as unit:
        (found,) = await unit.feeds.of(ana.id)
    assert (found.failing_since, found.why, found.busy) == (began, FeedTrouble.PAGE, read.busy)
    (due,) = await claimed(store, clock)
    assert due.told_at == clock.now() - timedelta(hours=1)
    await store.unchanged(due, worker="one", now=clock.now(), due_at=clock.now())
    async with units.read() as unit:
        (found,) = await unit.feeds.of(ana.id)
    assert (found.failing_since, found.why, found.read_at) == (None, None, clock.now())


async def test_a_removed_feed_is_neither_counted_nor_fetched_and_comes_back_whole(
    units, store, feed, ana, clock, read
):
    (due,) = await claimed(store, clock)
    await kept(store, clock, read, due)
    window = {"start": clock.now(), "end": clock.now() + timedelta(hours=2)}
    clock.advance(hours=2)
    async with units.write() as unit:
        await unit.feeds.remove(feed, at=clock.now())
    assert await claimed(store, clock) == []
    async with units.write() as unit:
        assert await unit.feeds.of(ana.id) == []
        assert (await unit.feeds.find(feed)).removed
        assert (await unit.taken.of([ana.id], **window))[ana.id].imported == ()
        await unit.feeds.restore(feed, at=clock.now())
        assert (await unit.taken.of([ana.id], **window))[ana.id].imported == read.busy.exact
    assert [due.id for due in await claimed(store, clock)] == [feed]


async def test_asking_takes_the_claim_away(units, store, feed, clock):
    await claimed(store, clock)
    async with units.write() as unit:
        await unit.feeds.ask_again(feed, at=clock.now())
    assert len(await claimed(store, clock, "two")) == 1


async def test_after_a_month_the_address_of_what_was_removed_is_forgotten(units, engine, feed, clock):
    async with units.write() as unit:
        await unit.feeds.remove(feed, at=clock.now())
        kept = await unit.feeds.add(
            (await unit.feeds.find(feed)).person, "https://b.example/", at=clock.now()
        )
    upkeep = SqlUpkeep(engine)
    clock.advance(days=29)
    assert await upkeep.purge(now=clock.now(), limit=5) == 0
    clock.advance(days=1)
    assert await upkeep.purge(now=clock.now(), limit=5) == 1
    async with units.read() as unit:
        assert await unit.feeds.find(feed) is None
        assert await unit.feeds.find(kept) is not None


async def test_nothing_is_written_in_a_reading_unit(units, feed, ana, clock):
    async with units.read() as unit:
        with pytest.raises(ReadOnlyUnit):
            await unit.feeds.add(ana.id, ADDRESS, at=clock.now())
        assert await unit.feeds.find(FeedId(99)) is None
