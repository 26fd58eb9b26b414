"""Keeps the counts of tickets fresh: claim, ask the provider, store (docs/mechanisms/tickets.md)."""

import asyncio
import logging
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from core.clock import Clock
from core.marketplace.tickets import LASTING, CountsTrouble, TicketCounts
from core.marketplace.tickets.counter import DueCounting, NotCounted, TicketCounter
from core.marketplace.tickets.notices import CountsFailing
from jobs.batches import LONGEST_PAUSE, pause_after, settle_all, spread
from jobs.ports import CountStore, Limits

logger = logging.getLogger(__name__)

COUNTS = Limits(total_seconds=20.0, step_seconds=10.0, redirects=0, most_bytes=2 * 1024 * 1024)
"""Limits for one answer of a provider."""

EVERY_SECONDS = 5
"""How often to look for due nights: what was just entered, or a hook tells of, waits no longer."""

BATCH = 8
"""How many nights are claimed and asked about at once."""

LEASE_SECONDS = 1800
"""How long a claim lasts: longer than the slowest provider can take with all of its answers."""

FRESH_FOR = timedelta(minutes=10)
"""Roughly how often a provider is asked about one night."""


class CountingWorker:
    """One process's worker; any number of processes may work on one store."""

    def __init__(self, store: CountStore, counters: Mapping[str, TicketCounter], clock: Clock) -> None:
        self._store = store
        self._counters = counters
        self._clock = clock
        self._name = secrets.token_hex(8)

    async def run_once(self) -> int:
        """Work on one batch of due nights, and return how many were claimed."""
        batch = await self._store.claim(
            worker=self._name, now=self._clock.now(), lease_seconds=LEASE_SECONDS, limit=BATCH
        )
        return await settle_all(batch, self._one, unsettled=_unsettled)

    async def _one(self, due: DueCounting) -> None:
        try:
            found = await self._found(due)
        except asyncio.CancelledError:
            await asyncio.shield(self._store.put_back(due, worker=self._name, now=self._clock.now()))
            raise
        now = self._clock.now()
        if isinstance(found, TicketCounts):
            due_at = now + spread(FRESH_FOR)
            await self._store.keep(due, worker=self._name, now=now, due_at=due_at, found=found)
            return
        asked_to_wait = timedelta(seconds=found.wait_seconds)
        await self._store.failed(
            due,
            worker=self._name,
            now=now,
            due_at=now + max(_pause(due, found.why, now), asked_to_wait),
            why=found.why,
            rests_until=now + asked_to_wait if asked_to_wait else None,
            tell=_bad_news(due, found.why),
        )

    async def _found(self, due: DueCounting) -> TicketCounts | NotCounted:
        counter = self._counters.get(due.source.provider)
        if counter is None:
            return NotCounted(CountsTrouble.NOT_FOUND)
        if due.token is None:
            return NotCounted(CountsTrouble.LOCKED)
        return await counter.counted(due.source, due.token)


def _unsettled(due: DueCounting, error: str) -> None:
    logger.error("Counting %d could not be settled: %s", due.id, error)


def _bad_news(due: DueCounting, why: CountsTrouble) -> CountsFailing | None:
    """The notice that only the promoter can help: once, until the counts have come again."""
    if why not in LASTING or due.told_at is not None:
        return None
    return CountsFailing(due.id, due.event, why.value)


def _pause(due: DueCounting, why: CountsTrouble, now: datetime) -> timedelta:
    if why in LASTING:
        return spread(LONGEST_PAUSE)
    return pause_after(due.failing_since, now)
