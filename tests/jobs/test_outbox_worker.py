"""The outbox worker, with a real store and a postman who does as he is told."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from core.bands.notices import MemberJoined
from core.ids import AccountRef, BandId, PersonId, Platform
from core.notices import KNOWN
from core.outbox import Dropped, Later, Unreachable
from jobs import outbox
from jobs.outbox import AT_ONCE, BATCH, LEASE_SECONDS, TRIES, OutboxWorker
from storage.outbox.claims import SqlOutboxStore
from tests.fakes.postman import FakePostman

NOTICE = MemberJoined(BandId(1), PersonId(2))


@pytest.fixture
def store(engine):
    return SqlOutboxStore(engine, KNOWN)


@pytest.fixture
def postman():
    return FakePostman()


@pytest.fixture
def worker(store, postman, clock):
    return OutboxWorker(store, postman, clock)


@pytest.fixture
def leave(units, clock):
    async def leave(*names, platform=Platform.DISCORD):
        """One notice for each name; the same name again is the same person."""
        async with units.write() as unit:
            for number, name in enumerate(names):
                ref = AccountRef(platform, name)
                who = await unit.people.register(ref, name=name, locale=None, at=clock.now())
                key = f"{platform}:{name}:{number}"
                await unit.outbox.put(NOTICE, to=who.id, key=key, due=clock.now())

    return leave


@pytest.fixture
def states(engine):
    async def states():
        async with engine.connect() as connection:
            found = await connection.execute(text("SELECT state, tries, why FROM outbox ORDER BY id"))
            return [tuple(row) for row in found]

    return states


async def test_a_notice_is_told_once_and_marked(worker, postman, leave, states):
    await leave("ann")
    assert await worker.run_once() == 1
    assert await worker.run_once() == 0
    assert [due.account.key for due in postman.sent] == ["ann"]
    assert await states() == [("sent", 1, None)]


async def test_every_platform_gets_a_batch_of_its_own(worker, postman, leave):
    await leave(*(f"d{number}" for number in range(BATCH + 5)))
    await leave("t", platform=Platform.CONSOLE)
    postman.platforms = [Platform.DISCORD, Platform.CONSOLE]
    assert await worker.run_once() == BATCH + 1
    assert "t" in [due.account.key for due in postman.sent]
    assert await worker.run_once() == 5


async def test_sends_are_side_by_side_but_not_all_at_once(worker, postman, leave):
    await leave(*(f"d{number}" for number in range(BATCH)))
    await worker.run_once()
    assert 1 < postman.most_at_once <= AT_ONCE


async def test_one_persons_notices_arrive_in_their_order(worker, postman, leave):
    await leave("ann", "bob", "ann", "ann")
    await worker.run_once()
    anns = [due.id for due in postman.sent if due.account.key == "ann"]
    assert anns == sorted(anns)
    assert len(anns) == 3


async def test_what_failed_is_tried_later_and_later(worker, postman, leave, states, clock):
    await leave("ann")
    postman.answers = [Later(0), ConnectionError("no route"), Later(0)]
    await worker.run_once()
    assert await states() == [("waiting", 1, None)]
    assert await worker.run_once() == 0
    clock.advance(seconds=7)
    assert await worker.run_once() == 1
    clock.advance(seconds=7)
    assert await worker.run_once() == 0
    clock.advance(seconds=15)
    assert await worker.run_once() == 1
    clock.advance(minutes=2)
    assert await worker.run_once() == 1
    assert await states() == [("sent", 4, None)]


async def test_a_platforms_wish_to_wait_is_honoured(worker, postman, leave, clock):
    await leave("ann")
    postman.answers = [Later(3600)]
    await worker.run_once()
    clock.advance(minutes=59)
    assert await worker.run_once() == 0
    clock.advance(minutes=1)
    assert await worker.run_once() == 1


async def test_a_notice_is_given_up_after_so_many_tries(worker, postman, leave, states, clock, caplog):
    await leave("ann")
    postman.answers = [Later(0)] * 99
    for _ in range(TRIES + 3):
        await worker.run_once()
        clock.advance(hours=8)
    assert len(postman.given) == TRIES
    assert await states() == [("buried", TRIES, f"given up after {TRIES} tries")]
    assert "buried" in caplog.text


async def test_tries_span_an_evenings_outage():
    pauses = [outbox._pause(tries) for tries in range(1, TRIES)]
    assert timedelta(hours=8) < timedelta(seconds=sum(pauses)) < timedelta(days=2)
    assert pauses[0] < 10


async def test_an_unreachable_account_is_left_and_the_notice_buried_with_the_reason(
    worker, postman, leave, states, caplog
):
    await leave("ann")
    postman.answers = [Unreachable("blocked")]
    await worker.run_once()
    assert await states() == [("buried", 1, "blocked")]
    assert "blocked" in caplog.text


async def test_a_notice_without_a_point_is_buried(worker, postman, leave, states):
    await leave("ann", "bob")
    postman.answers = [Dropped("the band is gone")]
    await worker.run_once()
    assert sorted(await states()) == [("buried", 1, "the band is gone"), ("sent", 1, None)]


async def test_a_worker_that_dies_while_sending_loses_nothing(worker, postman, store, leave, states, clock):
    await leave("ann", "bob")
    postman.gate = asyncio.Event()
    dying = asyncio.create_task(worker.run_once())
    while len(postman.given) < 2:
        await asyncio.sleep(0.01)
    dying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dying
    assert [state for state, *_ in await states()] == ["leased", "leased"]
    next_worker = OutboxWorker(store, FakePostman(), clock)
    assert await next_worker.run_once() == 0
    clock.advance(seconds=LEASE_SECONDS)
    assert await next_worker.run_once() == 2
    assert await states() == [("sent", 2, None)] * 2


async def test_what_was_told_is_marked_even_while_the_worker_is_cancelled(
    postman, store, leave, states, clock, monkeypatch
):
    marking = asyncio.Event()
    mark_sent = store.mark_sent

    async def slowly(*args, **named):
        marking.set()
        await asyncio.sleep(0.05)
        await mark_sent(*args, **named)

    monkeypatch.setattr(store, "mark_sent", slowly)
    await leave("ann")
    dying = asyncio.create_task(OutboxWorker(store, postman, clock).run_once())
    await marking.wait()
    dying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dying
    assert await states() == [("sent", 1, None)]


async def test_a_send_that_hangs_is_put_back(worker, postman, leave, states, monkeypatch):
    monkeypatch.setattr(outbox, "SEND_SECONDS", 0.05)
    postman.gate = asyncio.Event()
    await leave("ann")
    assert await worker.run_once() == 1
    assert await states() == [("waiting", 1, None)]


async def test_what_cannot_end_within_the_lease_is_not_begun(worker, postman, leave, states, monkeypatch):
    monkeypatch.setattr(outbox, "LEASE_SECONDS", 1.5)
    monkeypatch.setattr(outbox, "SEND_SECONDS", 0.8)
    postman.gate = asyncio.Event()
    await leave("ann", "ann", "ann")
    await worker.run_once()
    assert len(postman.given) == 1
    assert [state for state, *_ in await states()] == ["waiting"] * 3


async def test_a_store_that_fails_while_marking_does_not_stop_the_others(
    worker, store, leave, states, monkeypatch, caplog
):
    mark_sent = store.mark_sent
    failures = [OSError("disk full")]

    async def fails_once(*args, **named):
        if failures:
            raise failures.pop()
        await mark_sent(*args, **named)

    monkeypatch.setattr(store, "mark_sent", fails_once)
    await leave("ann", "bob")
    assert await worker.run_once() == 2
    assert sorted(state for state, *_ in await states()) == ["leased", "sent"]
    assert "could not be finished" in caplog.text


async def test_two_workers_share_the_work(store, leave, clock, states):
    await leave(*(f"d{number}" for number in range(30)))
    postmen = [FakePostman(), FakePostman()]
    workers = [OutboxWorker(store, each, clock) for each in postmen]
    while sum(await asyncio.gather(*(each.run_once() for each in workers))):
        pass
    told = [due.id for each in postmen for due in each.sent]
    assert len(told) == len(set(told)) == 30
    assert await states() == [("sent", 1, None)] * 30


async def test_nobody_in_reach_is_nothing_to_do(worker, postman, leave, states):
    postman.platforms = []
    await leave("ann")
    assert await worker.run_once() == 0
    assert await states() == [("waiting", 0, None)]
