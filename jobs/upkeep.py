"""Removes rows that are no longer needed, a few at a time."""

from core.clock import Clock
from jobs.ports import Upkeep

EVERY_SECONDS = 600

PURGE_ROWS = 500
"""How many at a time: a writer keeps all others waiting on SQLite."""


class UpkeepWorker:
    """One process's worker; any number of processes may work on one store."""

    def __init__(self, store: Upkeep, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def run_once(self) -> int:
        """Remove one batch, and return how many rows were removed."""
        return await self._store.purge(now=self._clock.now(), limit=PURGE_ROWS)
