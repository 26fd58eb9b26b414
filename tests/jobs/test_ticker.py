"""The heartbeat: at once when poked, otherwise when the time has come, and an orderly end."""

import asyncio
import time

import pytest

from jobs import ticker as module
from jobs.ticker import Round, Ticker
from jobs.upkeep import PURGE_ROWS, UpkeepWorker
from tests.fakes.clock import EVENING

LONG = 600
"""Seconds between ticks that no test waits for."""


class Worker:
    """Claims what it was told to, once each; may be made to dawdle or to fail."""

    def __init__(self) -> None:
        self.runs = []
        self.claims = []
        self.failures = []
        self.pause = 0.0
        self.ended = 0

    async def run_once(self) -> int:
        self.runs.append(time.monotonic())
        if self.failures:
            raise self.failures.pop()
        await asyncio.sleep(self.pause)
        self.ended += 1
        return self.claims.pop() if self.claims else 0


def every(seconds, worker, name="outbox", **named):
    return Round(name, worker.run_once, seconds, **named)


@pytest.fixture
def worker():
    return Worker()


@pytest.fixture
async def ticking():
    """Starts a ticker with these rounds, and stops it at the end."""
    started = []

    async def ticking(*rounds):
        started.append(Ticker(rounds))
        await started[-1].start()
        return started[-1]

    yield ticking
    for each in started:
        await each.stop()


async def until(true, *, seconds=6.0):
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)


async def test_the_first_run_is_at_once_and_the_next_when_its_time_has_come(ticking, worker):
    await ticking(every(1, worker))
    await until(lambda: len(worker.runs) >= 2)
    assert worker.runs[1] - worker.runs[0] > 0.5


async def test_a_poke_does_not_wait_for_the_tick(ticking, worker):
    ticker = await ticking(every(LONG, worker))
    await until(lambda: len(worker.runs) == 1)
    ticker.poke()
    await until(lambda: len(worker.runs) == 2)  # a tick would come in ten minutes


async def test_a_round_is_poked_by_its_name(ticking, worker):
    others = Worker()
    ticker = await ticking(every(LONG, worker), every(LONG, others, "feeds"))
    await until(lambda: worker.runs and others.runs)
    ticker.poke("feeds")
    await until(lambda: len(others.runs) == 2)
    assert len(worker.runs) == 1
    ticker.poke()
    await until(lambda: (len(worker.runs), len(others.runs)) == (2, 3))


async def test_what_there_is_to_do_is_done_without_waiting(ticking, worker):
    worker.claims = [10, 10, 10]
    await ticking(every(LONG, worker))
    await until(lambda: len(worker.runs) == 4)
    await asyncio.sleep(0.05)
    assert len(worker.runs) == 4


async def test_a_slow_round_keeps_no_other_waiting(ticking, worker):
    slow = Worker()
    slow.pause = 60
    await ticking(every(LONG, slow, "slow", finishes=False), every(0.01, worker))
    await until(lambda: len(worker.runs) >= 3)
    assert len(slow.runs) == 1


async def test_stopping_waits_for_the_batch_under_way(ticking, worker):
    worker.pause = 0.2
    worker.claims = [10] * 99
    ticker = await ticking(every(1, worker))
    await until(lambda: worker.runs)
    await ticker.stop()
    assert len(worker.runs) == worker.ended == 1


async def test_stopping_does_not_wait_for_ever(ticking, worker, monkeypatch):
    monkeypatch.setattr(module, "STOP_SECONDS", 0.1)
    worker.pause = 60
    ticker = await ticking(every(1, worker))
    await until(lambda: worker.runs)
    async with asyncio.timeout(20):
        await ticker.stop()
    assert worker.ended == 0


async def test_stopping_does_not_wait_for_what_can_be_put_back(ticking):
    calendars = Worker()
    calendars.pause = 60
    ticker = await ticking(every(5, calendars, "feeds", finishes=False))
    await until(lambda: calendars.runs)
    async with asyncio.timeout(module.STOP_SECONDS / 2):
        await ticker.stop()
    assert calendars.ended == 0


async def test_stopping_twice_or_before_the_start_is_harmless(worker):
    ticker = Ticker([every(1, worker)])
    await ticker.stop()
    await ticker.start()
    await ticker.stop()
    await ticker.stop()


async def test_after_the_stop_nothing_runs(ticking, worker):
    ticker = await ticking(every(0.05, worker))
    await until(lambda: worker.runs)
    await ticker.stop()
    runs = len(worker.runs)
    ticker.poke()
    await asyncio.sleep(0.2)
    assert len(worker.runs) == runs


async def test_a_round_that_fails_says_so_by_its_name_and_is_tried_again(
    ticking, worker, monkeypatch, caplog
):
    monkeypatch.setattr(module, "RECOVERY_SECONDS", 0.05)
    others = Worker()
    worker.failures = [OSError("no database")]
    await ticking(every(0.01, worker, "reminders"), every(0.01, others, "digests"))
    await until(lambda: worker.ended and others.ended)
    assert "'reminders' failed" in caplog.text
    assert "digests" not in caplog.text


async def test_a_round_that_always_fails_stops_no_other(ticking, worker, monkeypatch):
    monkeypatch.setattr(module, "RECOVERY_SECONDS", 60)
    broken = Worker()
    broken.failures = [OSError("no database")] * 99
    await ticking(every(0.01, broken, "feeds"), every(0.01, worker))
    await until(lambda: worker.ended >= 3)
    assert len(broken.runs) == 1


class Store:
    """Has three rows to remove, and then none."""

    def __init__(self) -> None:
        self.calls = []
        self.rows = [3, 0]

    async def purge(self, *, now, limit) -> int:
        self.calls.append((now, limit))
        return self.rows.pop(0)


async def test_upkeep_runs_until_there_is_nothing_left(ticking, clock):
    store = Store()
    await ticking(every(LONG, UpkeepWorker(store, clock), "upkeep"))
    await until(lambda: len(store.calls) >= 2)
    await asyncio.sleep(0.05)
    assert store.calls == [(EVENING, PURGE_ROWS)] * 2
