"""The worker that keeps calendars fresh: a real store, the real reader, and a web that does as it is told."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text

from core.ids import AccountRef, FeedId, Platform
from core.scheduling.calendars.outcome import FeedTrouble, Unreadable
from core.scheduling.calendars.reader import read
from jobs import batches
from jobs.feeds import FRESH_FOR, LASTING, LEASE_SECONDS, FeedWorker
from jobs.ports import Fetched, NotChanged, Unfetched
from storage.scheduling.feed_claims import SqlFeedStore
from storage.scheduling.tables import feed as table
from tests.jobs.web import CALENDAR

BUSY = ((1795546800, 1795550400),)
"""24 Nov 2026, 19:00 to 20:00 UTC."""
GONE = Unfetched(FeedTrouble.NOT_FOUND)


class PresetFetcher:
    """Answers with what it was told to, the last answer for ever."""

    def __init__(self) -> None:
        self.answers = [Fetched(CALENDAR, '"v1"', "yesterday")]
        self.asked = []
        self.gate = None

    async def fetch(self, address, *, etag, changed):
        self.asked.append((address, etag, changed))
        if self.gate is not None:
            await self.gate.wait()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


class StubReader:
    """Reads here and now."""

    async def read(self, data, horizon):
        return read(data, horizon)


@pytest.fixture(autouse=True)
def no_jitter(monkeypatch):
    monkeypatch.setattr(batches.random, "uniform", lambda low, high: 1.0)


@pytest.fixture
def store(engine):
    return SqlFeedStore(engine)


@pytest.fixture
def web():
    return PresetFetcher()


@pytest.fixture
def worker(store, web, clock):
    return FeedWorker(store, web, StubReader(), clock)


@pytest.fixture
async def ana(units, clock):
    async with units.write() as unit:
        ref = AccountRef(Platform.CONSOLE, "Ana")
        return await unit.people.register(ref, name="Ana", locale="en-GB", at=clock.now())


@pytest.fixture
def add(units, clock, ana):
    async def add(address="https://example.com/a.ics"):
        async with units.write() as unit:
            return await unit.feeds.add(ana.id, address, at=clock.now())

    return add


@pytest.fixture
def row(engine):
    async def row(number=1):
        async with engine.connect() as connection:
            return (await connection.execute(select(table).where(table.c.id == number))).one()

    return row


@pytest.fixture
def told(engine):
    async def told():
        async with engine.connect() as connection:
            found = await connection.execute(text("SELECT kind, facts FROM outbox ORDER BY id"))
            return [(kind, facts) for kind, facts in found]

    return told


@pytest.fixture
def taken(units, ana):
    async def taken():
        start, end = datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 11, 1, tzinfo=UTC)
        async with units.read() as unit:
            return (await unit.taken.of([ana.id], start=start, end=end))[ana.id].imported

    return taken


async def test_a_new_calendar_is_read_at_once_counts_and_its_person_is_told(
    worker, web, add, row, told, taken, clock
):
    await add()
    assert await worker.run_once() == 1
    assert web.asked == [("https://example.com/a.ics", None, None)]
    assert await taken() == BUSY
    ((kind, facts),) = await told()
    assert kind == "feed_read"
    assert '"events": 1' in facts
    found = await row()
    assert (found.etag, found.changed, found.why) == ('"v1"', "yesterday", None)
    assert found.read_at == found.told_at == clock.now()
    assert (found.claimed_by, found.lease_until) == (None, None)
    assert found.due_at == clock.now() + FRESH_FOR
    assert "Dentist" not in str(found)
    assert await worker.run_once() == 0


async def test_it_is_looked_at_again_and_told_of_no_more(worker, web, add, row, told, clock):
    await add()
    await worker.run_once()
    clock.advance(minutes=29)
    assert await worker.run_once() == 0
    clock.advance(minutes=1)
    web.answers = [NotChanged()]
    assert await worker.run_once() == 1
    assert web.asked[-1] == ("https://example.com/a.ics", '"v1"', "yesterday")
    assert (await row()).read_at == clock.now()
    assert len(await told()) == 1


async def test_once_a_day_it_is_read_in_full_since_the_horizon_moves(worker, web, add, row, clock):
    await add()
    await worker.run_once()
    until = (await row()).busy["until"]
    clock.advance(hours=25)
    await worker.run_once()
    assert web.asked[-1] == ("https://example.com/a.ics", None, None)
    assert (await row()).busy["until"] == until + 86_400
    web.answers = [NotChanged()]
    clock.advance(days=1)
    await worker.run_once()
    assert (await row()).why == "server", "it says that nothing changed although nobody asked"


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (Fetched(b"<html>login</html>"), "page"),
        (Fetched(b""), "empty"),
        (Fetched(CALENDAR[:-15]), "truncated"),
        (Fetched(CALENDAR.replace(b"DTSTART:2026", b"DTSTART:?")), "no_event_readable"),
        (GONE, "not_found"),
        (Unfetched(FeedTrouble.TOO_SLOW), "too_slow"),
    ],
)
async def test_a_bad_answer_never_removes_what_was_known(worker, web, add, row, taken, told, clock, bad, why):
    await add()
    await worker.run_once()
    web.answers = [bad]
    for _ in range(3):
        clock.advance(hours=7)
        await worker.run_once()
    assert await taken() == BUSY
    found = await row()
    assert (found.why, found.failing_since) == (why, clock.now() - timedelta(hours=14))
    assert len(await told()) == 1


async def test_a_calendar_that_becomes_empty_is_believed(worker, web, add, taken, clock):
    await add()
    await worker.run_once()
    web.answers = [Fetched(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    clock.advance(hours=1)
    await worker.run_once()
    assert await taken() == ()


async def test_one_that_fails_at_the_first_try_says_so_once_and_again_when_it_works(
    worker, web, add, told, taken, row, clock
):
    web.answers = [GONE]
    await add()
    for _ in range(4):
        await worker.run_once()
        clock.advance(hours=1)
    ((kind, facts),) = await told()
    assert kind == "feed_failing"
    assert '"lasting": false' in facts
    web.answers = [Fetched(CALENDAR)]
    clock.advance(hours=6)
    await worker.run_once()
    assert [kind for kind, _ in await told()] == ["feed_failing", "feed_read"]
    assert await taken() == BUSY
    assert (await row()).failing_since is None


async def test_failing_for_a_week_is_told_once_and_tried_daily(worker, web, add, told, taken, row, clock):
    await add()
    await worker.run_once()
    web.answers = [GONE]
    clock.advance(minutes=30)
    await worker.run_once()
    since = clock.now()
    pauses = []
    for _ in range(60):
        found = await row()
        pauses.append(found.due_at - clock.now())
        clock.at = found.due_at
        await worker.run_once()
        if clock.now() - since < LASTING:
            assert len(await told()) == 1
    assert max(pauses[:20]) == timedelta(hours=6)
    assert pauses[0] == timedelta(minutes=5)
    assert pauses[-1] == timedelta(days=1)
    (_, (kind, facts)) = await told()
    assert kind == "feed_failing"
    assert '"lasting": true' in facts
    assert (await row()).failing_since == since
    assert (await row()).busy["exact"] == [list(BUSY[0])]


async def test_after_it_has_worked_again_another_week_is_told_again(worker, web, add, told, row, clock):
    await add()
    for failing in (False, True, False, True):
        web.answers = [GONE] if failing else [Fetched(CALENDAR)]
        for _ in range(50 if failing else 1):
            await worker.run_once()
            clock.at = (await row()).due_at
    assert [kind for kind, _ in await told()] == ["feed_read", "feed_failing", "feed_failing"]


async def test_a_hosts_wish_to_wait_is_honoured(worker, web, add, row, clock):
    web.answers = [Unfetched(FeedTrouble.SERVER, 7200.0)]
    await add()
    await worker.run_once()
    assert (await row()).due_at == clock.now() + timedelta(hours=2)


async def test_who_asks_for_it_is_told_whatever_comes(worker, web, add, told, units, clock):
    number = await add()
    await worker.run_once()
    for answer, kind in ((Fetched(CALENDAR), "feed_read"), (GONE, "feed_failing")):
        web.answers = [answer]
        async with units.write() as unit:
            await unit.feeds.ask_again(number, at=clock.now())
        assert await worker.run_once() == 1
        assert web.asked[-1][1:] == (None, None)
        assert (await told())[-1][0] == kind
    assert len(await told()) == 3


async def test_a_calendar_that_is_removed_meanwhile_is_told_of_to_nobody(
    worker, web, add, told, taken, units, clock
):
    number = await add()
    web.gate = asyncio.Event()
    working = asyncio.create_task(worker.run_once())
    while not web.asked:
        await asyncio.sleep(0)
    async with units.write() as unit:
        await unit.feeds.remove(number, at=clock.now())
    web.gate.set()
    await working
    assert (await told(), await taken()) == ([], ())
    async with units.write() as unit:
        await unit.feeds.restore(number, at=clock.now())
    assert await worker.run_once() == 1
    assert await taken() == BUSY


async def test_who_asks_while_it_is_being_read_is_not_forgotten(worker, web, add, told, units, clock):
    number = await add()
    web.gate = asyncio.Event()
    working = asyncio.create_task(worker.run_once())
    while not web.asked:
        await asyncio.sleep(0)
    async with units.write() as unit:
        await unit.feeds.ask_again(number, at=clock.now())
    web.gate.set()
    await working
    assert await told() == []
    assert await worker.run_once() == 1
    assert [kind for kind, _ in await told()] == ["feed_read"]


async def test_a_worker_that_is_killed_in_the_middle_loses_nothing(store, web, add, told, taken, clock):
    await add()

    class Killed(FeedWorker):
        async def _one(self, due):
            raise SystemError("killed")

    assert await Killed(store, web, StubReader(), clock).run_once() == 1
    other = FeedWorker(store, web, StubReader(), clock)
    assert await other.run_once() == 0, "its lease still holds"
    clock.advance(seconds=LEASE_SECONDS)
    assert await other.run_once() == 1
    assert (await taken(), len(await told())) == (BUSY, 1)


async def test_a_worker_that_comes_too_late_changes_nothing(store, web, add, told, row, clock):
    await add()
    late, prompt = (FeedWorker(store, web, StubReader(), clock) for _ in range(2))
    web.gate = asyncio.Event()
    working = asyncio.create_task(late.run_once())
    while not web.asked:
        await asyncio.sleep(0)
    clock.advance(seconds=LEASE_SECONDS)
    assert await FeedWorker(store, PresetFetcher(), StubReader(), clock).run_once() == 1
    before = await row()
    web.answers = [GONE]
    web.gate.set()
    await working
    assert await row() == before
    assert [kind for kind, _ in await told()] == ["feed_read"]
    assert await prompt.run_once() == 0


async def test_a_worker_that_is_stopped_puts_back_what_it_has(worker, store, web, add, taken, clock):
    await add()
    web.gate = asyncio.Event()
    working = asyncio.create_task(worker.run_once())
    while not web.asked:
        await asyncio.sleep(0)
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    web.gate = None
    assert await FeedWorker(store, web, StubReader(), clock).run_once() == 1
    assert await taken() == BUSY


async def test_two_workers_share_the_work(store, add, clock, told):
    for number in range(20):
        await add(f"https://example.com/{number}.ics")
    webs = [PresetFetcher(), PresetFetcher()]
    workers = [FeedWorker(store, each, StubReader(), clock) for each in webs]
    while sum(await asyncio.gather(*(each.run_once() for each in workers))):
        pass
    fetched = [address for each in webs for address, *_ in each.asked]
    assert len(fetched) == len(set(fetched)) == 20
    assert len(await told()) == 20


async def test_a_bug_in_one_does_not_stop_the_others_and_no_address_is_logged(
    worker, web, add, taken, caplog, clock
):
    await add("https://example.com/private-1/basic.ics")
    await add("https://example.com/private-2/basic.ics")
    web.answers = [ValueError("https://example.com/private-1/basic.ics"), Fetched(CALENDAR)]
    assert await worker.run_once() == 2
    assert await taken() == BUSY
    assert "could not be settled: ValueError" in caplog.text
    assert "private-" not in caplog.text


async def test_a_reader_that_gives_up_is_a_failure_like_any_other(store, web, add, row, clock):
    class GivesUp:
        async def read(self, data, horizon):
            return Unreadable(FeedTrouble.TOO_MUCH)

    await add()
    await FeedWorker(store, web, GivesUp(), clock).run_once()
    assert (await row()).why == "too_much"


async def test_an_address_is_not_in_the_words_of_a_claim(store, add, clock):
    await add("https://example.com/private-1/basic.ics")
    (due,) = await store.claim(worker="w", now=clock.now(), lease_seconds=60, limit=5)
    assert "private-1" not in repr(due)
    assert due.id == FeedId(1)
