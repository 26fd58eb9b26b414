"""The heartbeat: wakes the outbox every second, or when asked; calendars and clearing away less often.

APScheduler only ticks. What has to survive a restart is rows in the store, never jobs in a scheduler:
its own job store loses jobs at a kill and runs them twice with two processes.
"""

import asyncio
import logging
from datetime import UTC

from apscheduler.jobstores.memory import MemoryJobStore  # type: ignore[import-untyped]
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.interval import IntervalTrigger  # type: ignore[import-untyped]

from core.clock import Clock
from jobs.outbox import OutboxWorker
from jobs.ports import Rounds, Upkeep

logger = logging.getLogger(__name__)

TICK_SECONDS = 1
FEED_SECONDS = 5
"""How often it is asked which calendars are due: one that was just imported is read within seconds."""

PURGE_MINUTES = 10
PURGE_ROWS = 500
"""At a time: a writer keeps all others waiting on SQLite."""

STOP_SECONDS = 10
"""How long `stop` waits for the sends under way."""

RECOVERY_SECONDS = 5
"""How long to leave the store alone after it has failed."""


class Ticker:
    """Runs the outbox worker, the upkeep, and what keeps calendars fresh, until it is stopped."""

    def __init__(
        self, outbox: OutboxWorker, upkeep: Upkeep, clock: Clock, *, feeds: Rounds | None = None
    ) -> None:
        self._outbox = outbox
        self._feeds = feeds
        self._upkeep = upkeep
        self._clock = clock
        self._wake = asyncio.Event()
        self._stopping = asyncio.Event()
        self._running: asyncio.Task[None] | None = None
        self._feeding: asyncio.Task[None] | None = None
        self._scheduler = AsyncIOScheduler(
            jobstores={"default": MemoryJobStore()},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone=UTC,
        )

    async def start(self) -> None:
        """Begin to tick; the first batch goes out at once."""
        self._scheduler.add_job(self._tick, IntervalTrigger(seconds=TICK_SECONDS, timezone=UTC))
        self._scheduler.add_job(self._purge, IntervalTrigger(minutes=PURGE_MINUTES, timezone=UTC))
        self._scheduler.start()
        self._running = asyncio.create_task(self._run(), name="outbox")
        if self._feeds is not None:
            self._feeding = asyncio.create_task(self._feed(self._feeds), name="feeds")
        self.poke()

    def poke(self) -> None:
        """Something is due now: do not wait for the next tick."""
        self._wake.set()

    async def stop(self) -> None:
        """Stop ticking, and wait for the batch under way; what takes too long is told another time."""
        if self._running is None:
            return
        self._scheduler.shutdown(wait=False)
        self._stopping.set()
        self.poke()
        if self._feeding is not None:
            # A calendar half fetched is put back, and is due at the next start.
            self._feeding.cancel()
            await asyncio.wait([self._feeding], timeout=STOP_SECONDS)
            self._feeding = None
        _, late = await asyncio.wait([self._running], timeout=STOP_SECONDS)
        if late:
            self._running.cancel()
            await asyncio.wait([self._running])
        self._running = None

    async def _tick(self) -> None:
        self.poke()  # a coroutine: plain functions would be run in a thread, where events cannot be set

    async def _run(self) -> None:
        while not self._stopping.is_set():
            await self._wake.wait()
            self._wake.clear()
            try:
                while not self._stopping.is_set() and await self._outbox.run_once():
                    pass
            except Exception:
                logger.exception("The outbox could not be read; next try in %d s", RECOVERY_SECONDS)
                await self._rest(RECOVERY_SECONDS)

    async def _feed(self, feeds: Rounds) -> None:
        while not self._stopping.is_set():
            try:
                while await feeds.run_once():
                    pass
            except Exception:
                logger.exception("The calendars could not be read; next try in %d s", FEED_SECONDS)
            await self._rest(FEED_SECONDS)

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            pass

    async def _purge(self) -> None:
        try:
            while await self._upkeep.purge(now=self._clock.now(), limit=PURGE_ROWS):
                pass
        except Exception:
            logger.exception("Upkeep failed; next try in %d minutes", PURGE_MINUTES)
