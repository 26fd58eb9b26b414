"""The heartbeat: at once when poked, every second otherwise, and an orderly end."""

import asyncio
import time

import pytest

from jobs import ticker as module
from jobs.ticker import Ticker
from tests.fakes.clock import EVENING


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


class Upkeep:
    def __init__(self) -> None:
        self.calls = []
        self.rows = [3, 0]

    async def purge(self, *, now, limit) -> int:
        self.calls.append((now, limit))
        return self.rows.pop(0)


@pytest.fixture
def worker():
    return Worker()


@pytest.fixture
async def ticker(worker, clock):
    ticker = Ticker(worker, Upkeep(), clock)
    yield ticker
    await ticker.stop()


async def until(true, *, seconds=6.0):
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)


async def test_the_first_run_is_at_once_and_the_next_after_a_second(ticker, worker):
    await ticker.start()
    await until(lambda: len(worker.runs) >= 2)
    assert worker.runs[1] - worker.runs[0] > module.TICK_SECONDS / 2


async def test_a_poke_does_not_wait_for_the_tick(ticker, worker, monkeypatch):
    monkeypatch.setattr(module, "TICK_SECONDS", 600)
    await ticker.start()
    await until(lambda: len(worker.runs) == 1)
    ticker.poke()
    await until(lambda: len(worker.runs) == 2)  # a tick would come in ten minutes


async def test_the_outbox_is_emptied_without_waiting(ticker, worker, monkeypatch):
    monkeypatch.setattr(module, "TICK_SECONDS", 600)
    worker.claims = [10, 10, 10]
    await ticker.start()
    await until(lambda: len(worker.runs) == 4)
    await asyncio.sleep(0.05)
    assert len(worker.runs) == 4


async def test_stopping_waits_for_the_batch_under_way(ticker, worker):
    worker.pause = 0.2
    worker.claims = [10] * 99
    await ticker.start()
    await until(lambda: worker.runs)
    await ticker.stop()
    assert len(worker.runs) == worker.ended == 1


async def test_stopping_does_not_wait_for_ever(ticker, worker, monkeypatch):
    monkeypatch.setattr(module, "STOP_SECONDS", 0.1)
    worker.pause = 60
    await ticker.start()
    await until(lambda: worker.runs)
    async with asyncio.timeout(20):
        await ticker.stop()
    assert worker.ended == 0


async def test_stopping_twice_or_before_the_start_is_harmless(ticker):
    await ticker.stop()
    await ticker.start()
    await ticker.stop()
    await ticker.stop()


async def test_after_the_stop_nothing_runs(ticker, worker):
    await ticker.start()
    await until(lambda: worker.runs)
    await ticker.stop()
    runs = len(worker.runs)
    ticker.poke()
    await asyncio.sleep(1.2)
    assert len(worker.runs) == runs


async def test_a_store_that_fails_is_tried_again(ticker, worker, monkeypatch, caplog):
    monkeypatch.setattr(module, "RECOVERY_SECONDS", 0.05)
    worker.failures = [OSError("no database")]
    await ticker.start()
    await until(lambda: worker.ended)
    assert "could not be read" in caplog.text


async def test_calendars_are_asked_about_at_once_and_again_and_failures_stop_nothing(
    worker, clock, monkeypatch, caplog
):
    monkeypatch.setattr(module, "FEED_SECONDS", 0.01)
    calendars = Worker()
    calendars.claims = [3]
    calendars.failures = [OSError("no database")]
    ticker = Ticker(worker, Upkeep(), clock, feeds=calendars)
    await ticker.start()
    await until(lambda: calendars.ended >= 3)
    await ticker.stop()
    assert "calendars could not be read" in caplog.text
    assert worker.runs
    runs = len(calendars.runs)
    ticker.poke()
    assert len(calendars.runs) == runs


async def test_stopping_does_not_wait_for_a_calendar_half_fetched(worker, clock):
    calendars = Worker()
    calendars.pause = 60
    ticker = Ticker(worker, Upkeep(), clock, feeds=calendars)
    await ticker.start()
    await until(lambda: calendars.runs)
    async with asyncio.timeout(20):
        await ticker.stop()
    assert calendars.ended == 0


async def test_upkeep_runs_until_there_is_nothing_left(worker, clock, monkeypatch):
    monkeypatch.setattr(module, "PURGE_MINUTES", 0.001)
    upkeep = Upkeep()
    ticker = Ticker(worker, upkeep, clock)
    await ticker.start()
    await until(lambda: len(upkeep.calls) >= 2)
    await ticker.stop()
    assert upkeep.calls[:2] == [(EVENING, module.PURGE_ROWS)] * 2


async def test_upkeep_that_fails_stops_nothing(worker, clock, monkeypatch, caplog):
    monkeypatch.setattr(module, "PURGE_MINUTES", 0.001)
    upkeep = Upkeep()
    upkeep.rows = []
    ticker = Ticker(worker, upkeep, clock)
    await ticker.start()
    await until(lambda: len(upkeep.calls) >= 2)
    await ticker.stop()
    assert "Upkeep failed" in caplog.text
    assert worker.runs
