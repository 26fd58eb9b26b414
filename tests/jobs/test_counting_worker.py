"""The worker that keeps counts fresh: a real store, and providers that do as they are told."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from core.marketplace.tickets import CountsSource, CountsTrouble, NewCounting, TicketCounts
from core.marketplace.tickets.counter import NotCounted
from core.notices import KNOWN
from jobs import batches
from jobs.batches import FIRST_PAUSE, LONGEST_PAUSE
from jobs.counting import FRESH_FOR, LEASE_SECONDS, CountingWorker
from storage.market.counting_claims import SqlCountStore
from storage.market.tables import counting as table
from storage.outbox.tables import outbox
from tests.storage.makings import night, person, venue

TOKEN = "a-token-of-the-venue-0123456789"
COUNTS = TicketCounts(80, 3, 17, 12)
REFUSED = NotCounted(CountsTrouble.REFUSED)


class AbacusTickets:
    """A provider of the tests' own: what a further one needs is this, its key, and a line in the registry."""

    def __init__(self) -> None:
        self.answers = [COUNTS]
        self.asked = []
        self.gate = None

    async def counted(self, source, token):
        self.asked.append((source, token))
        if self.gate is not None:
            await self.gate.wait()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture(autouse=True)
def no_jitter(monkeypatch):
    monkeypatch.setattr(batches.random, "uniform", lambda low, high: 1.0)


@pytest.fixture
def store(engine):
    return SqlCountStore(engine, secret=b"only for tests")


@pytest.fixture
def abacus():
    return AbacusTickets()


@pytest.fixture
def worker(store, abacus, clock):
    return CountingWorker(store, {"abacus": abacus}, clock)


@pytest.fixture
async def counted(units, clock):
    return await entered(units, clock)


async def entered(units, clock, provider="abacus", name="Dana"):
    source = CountsSource(provider, "https://abacus.example", "friday")
    async with units.write() as unit:
        dana = await person(unit, name)
        made = await night(unit, await venue(unit, "The Heron", dana), dana)
        new = NewCounting(made.id, source, dana.id, clock.now())
        return await unit.countings.add(new, token=TOKEN)


async def shown(units, which):
    async with units.read() as unit:
        return await unit.countings.get(which)


async def told(engine):
    async with engine.connect() as connection:
        rows = (await connection.execute(select(outbox.c.kind, outbox.c.version, outbox.c.facts))).all()
    assert {(row.kind, row.version) for row in rows} <= KNOWN
    return [row.facts["why"] for row in rows]


async def test_a_night_is_asked_about_at_once_and_then_every_ten_minutes(
    worker, units, abacus, clock, counted
):
    assert await worker.run_once() == 1
    assert abacus.asked == [(CountsSource("abacus", "https://abacus.example", "friday"), TOKEN)]
    assert (await shown(units, counted)).counts == COUNTS
    assert await worker.run_once() == 0
    clock.advance(seconds=FRESH_FOR.total_seconds())
    abacus.answers = [TicketCounts(81, 2, 17, 13)]
    assert await worker.run_once() == 1
    found = await shown(units, counted)
    assert (found.counts.sold, found.counted_at) == (81, clock.now())


async def test_a_provider_that_is_down_leaves_the_last_counts_and_is_asked_ever_more_rarely(
    worker, units, abacus, clock, counted, engine
):
    await worker.run_once()
    first = clock.now()
    clock.advance(seconds=FRESH_FOR.total_seconds())
    abacus.answers = [NotCounted(CountsTrouble.BROKEN)]
    pauses = []
    for _ in range(9):
        assert await worker.run_once() == 1
        found = await shown(units, counted)
        pauses.append(found.due_at - clock.now())
        clock.at = found.due_at
    assert (found.counts, found.counted_at, found.why) == (COUNTS, first, CountsTrouble.BROKEN)
    assert pauses[:3] == [FIRST_PAUSE, FIRST_PAUSE, 2 * FIRST_PAUSE]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    assert await told(engine) == []


async def test_a_wait_that_is_asked_for_is_kept(worker, units, abacus, clock, counted):
    abacus.answers = [NotCounted(CountsTrouble.BUSY, 7200)]
    await worker.run_once()
    found = await shown(units, counted)
    assert found.due_at == found.rests_until == clock.now() + timedelta(hours=2)


async def test_a_refused_token_is_told_once_until_it_has_worked_again(
    worker, units, abacus, clock, counted, engine
):
    abacus.answers = [REFUSED]
    for _ in range(3):
        assert await worker.run_once() == 1
        clock.at = (await shown(units, counted)).due_at
    assert await told(engine) == ["refused"]
    abacus.answers = [COUNTS]
    await worker.run_once()
    abacus.answers = [REFUSED]
    clock.at = (await shown(units, counted)).due_at
    await worker.run_once()
    assert await told(engine) == ["refused", "refused"]


async def test_a_token_that_cannot_be_opened_is_told_and_goes_nowhere(engine, abacus, clock, counted):
    other = SqlCountStore(engine, secret=b"the key was changed")
    await CountingWorker(other, {"abacus": abacus}, clock).run_once()
    assert abacus.asked == []
    assert await told(engine) == ["locked"]


async def test_a_provider_that_this_release_does_not_know_is_not_asked(worker, units, clock, engine):
    which = await entered(units, clock, provider="gone")
    await worker.run_once()
    assert (await shown(units, which)).why is CountsTrouble.NOT_FOUND


async def test_a_night_that_is_over_or_called_off_is_left_alone(worker, abacus, clock, counted):
    clock.advance(days=30)
    assert await worker.run_once() == 0
    assert abacus.asked == []


async def test_a_bug_in_one_provider_keeps_no_other_night_waiting_and_no_token_gets_into_the_log(
    worker, units, abacus, clock, counted, caplog
):
    await entered(units, clock, provider="abacus", name="Eve")
    abacus.answers = [RuntimeError(TOKEN), COUNTS]
    with caplog.at_level(logging.DEBUG):
        assert await worker.run_once() == 2
    assert TOKEN not in caplog.text
    assert "RuntimeError" in caplog.text
    clock.advance(seconds=LEASE_SECONDS)
    assert await worker.run_once() == 2


async def test_work_that_is_broken_off_is_put_back(worker, store, abacus, clock, counted):
    abacus.gate = asyncio.Event()
    task = asyncio.create_task(worker.run_once())
    while not abacus.asked:
        await asyncio.sleep(0.001)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    due = await store.claim(worker="two", now=clock.now(), lease_seconds=60, limit=5)
    assert [each.id for each in due] == [counted]


async def test_two_workers_ask_once(store, units, clock, counted):
    one, other = AbacusTickets(), AbacusTickets()
    workers = [CountingWorker(store, {"abacus": each}, clock) for each in (one, other)]
    await asyncio.gather(*(each.run_once() for each in workers))
    assert len(one.asked) + len(other.asked) == 1


async def test_a_token_is_deleted_with_its_night_and_then_not_opened(worker, engine, abacus, counted):
    async with engine.begin() as connection:
        await connection.execute(update(table).values(token=""))
    await worker.run_once()
    assert abacus.asked == []
