"""The heartbeat: runs each round repeatedly, when its time has come or when it is poked.

APScheduler only ticks. Work that has to survive a restart is kept as rows in the store, never as jobs in a
scheduler: its own job store loses jobs when killed, and runs them twice with two processes.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC

from apscheduler.jobstores.memory import MemoryJobStore  # type: ignore[import-untyped]
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.interval import IntervalTrigger  # type: ignore[import-untyped]

logger = logging.getLogger(__name__)

STOP_SECONDS = 10
"""How long `stop` waits for work under way."""

RECOVERY_SECONDS = 5
"""How long to wait after a round has failed."""


@dataclass(frozen=True, slots=True)
class Round:
    """Work that is done repeatedly, a batch at a time."""

    name: str
    """For the log, and for `poke`."""
    work: Callable[[], Awaitable[int]]
    """Does one batch and returns its size. Called again at once until that is 0."""
    every_seconds: float
    finishes: bool = True
    """Whether stopping waits for the batch under way, or cancels it because the work can put it back."""


class Ticker:
    """Runs the rounds side by side until it is stopped. A round that fails does not stop the others."""

    def __init__(self, rounds: Sequence[Round]) -> None:
        self._rounds = tuple(rounds)
        self._wakes = {each.name: asyncio.Event() for each in self._rounds}
        self._stopping = asyncio.Event()
        self._running: list[tuple[Round, asyncio.Task[None]]] = []
        self._scheduler = AsyncIOScheduler(
            jobstores={"default": MemoryJobStore()},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone=UTC,
        )

    async def start(self) -> None:
        """Begin to tick; each round runs at once."""
        for each in self._rounds:
            every = IntervalTrigger(seconds=each.every_seconds, timezone=UTC)
            self._scheduler.add_job(self._tick, every, args=[each.name])
            self._running.append((each, asyncio.create_task(self._run(each), name=each.name)))
        self._scheduler.start()
        self.poke()

    def poke(self, *names: str) -> None:
        """Run the rounds of these names, or all rounds, now instead of at their next tick."""
        for name in names or self._wakes:
            self._wakes[name].set()

    async def stop(self) -> None:
        """Stop ticking, and wait for the batches under way. Those that take too long are cancelled."""
        if not self._running:
            return
        self._scheduler.shutdown(wait=False)
        self._stopping.set()
        self.poke()
        for each, task in self._running:
            if not each.finishes:
                task.cancel()
        _, late = await asyncio.wait([task for _, task in self._running], timeout=STOP_SECONDS)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
        self._running = []

    async def _tick(self, name: str) -> None:
        self.poke(name)  # in a coroutine: plain functions run in a thread, where events cannot be set

    async def _run(self, each: Round) -> None:
        wake = self._wakes[each.name]
        while not self._stopping.is_set():
            await wake.wait()
            wake.clear()
            try:
                while not self._stopping.is_set() and await each.work():
                    pass
            except Exception:
                pause = max(RECOVERY_SECONDS, each.every_seconds)
                logger.exception("The round %r failed; next try within %g s", each.name, pause)
                await self._rest(RECOVERY_SECONDS)

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            pass
