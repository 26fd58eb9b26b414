"""Keeps imported calendars fresh: claim, fetch, read, store (docs/mechanisms/calendars.md)."""

import asyncio
import logging
import secrets
from datetime import datetime, timedelta

from core.clock import Clock
from core.moments import DAY
from core.scheduling.calendars.feeds import DueFeed
from core.scheduling.calendars.outcome import FeedTrouble, ReadCalendar, Unreadable, horizon_at
from core.scheduling.diary.notices import FeedFailing
from core.scheduling.diary.notices import FeedRead as ReadNotice
from jobs.batches import pause_after, settle_all, spread
from jobs.ports import CalendarReader, FeedStore, Fetched, Fetcher, NotChanged, Unfetched

logger = logging.getLogger(__name__)

EVERY_SECONDS = 5
"""How often to look for due calendars: a newly imported one is read within seconds."""

BATCH = 8
"""How many feeds are claimed and fetched at once."""

LEASE_SECONDS = 1200
"""How long a claim lasts: longer than a batch can take with every calendar at its limits."""

FRESH_FOR = timedelta(minutes=30)
"""Roughly how often a calendar is fetched."""

LASTING = timedelta(days=7)
"""After failing for this long its person is told once, and it is tried daily."""

STALE_SECONDS = DAY
"""When its horizon has moved by this much, even an unchanged calendar is read in full."""


class FeedWorker:
    """One process's worker; any number of processes may work on one store."""

    def __init__(self, store: FeedStore, fetcher: Fetcher, reader: CalendarReader, clock: Clock) -> None:
        self._store = store
        self._fetcher = fetcher
        self._reader = reader
        self._clock = clock
        self._name = secrets.token_hex(8)

    async def run_once(self) -> int:
        """Work on one batch of due feeds, and return how many were claimed."""
        batch = await self._store.claim(
            worker=self._name, now=self._clock.now(), lease_seconds=LEASE_SECONDS, limit=BATCH
        )
        return await settle_all(batch, self._one, unsettled=_unsettled)

    async def _one(self, due: DueFeed) -> None:
        try:
            found = await self._found(due)
        except asyncio.CancelledError:
            await asyncio.shield(self._store.put_back(due, worker=self._name))
            raise
        now = self._clock.now()
        match found:
            case Unfetched(why=why, wait_seconds=seconds):
                pause = max(_pause(due, now), timedelta(seconds=seconds))
                await self._store.failed(
                    due,
                    worker=self._name,
                    now=now,
                    due_at=now + pause,
                    why=why,
                    tell=_bad_news(due, why, now),
                )
            case NotChanged():
                await self._store.unchanged(due, worker=self._name, now=now, due_at=now + spread(FRESH_FOR))
            case fetched, read:
                await self._store.keep(
                    due,
                    worker=self._name,
                    now=now,
                    due_at=now + spread(FRESH_FOR),
                    found=read,
                    etag=fetched.etag,
                    changed=fetched.changed,
                    tell=_good_news(due, read),
                )

    async def _found(self, due: DueFeed) -> tuple[Fetched, ReadCalendar] | NotChanged | Unfetched:
        start, end = horizon_at(self._clock.now())
        fresh = due.until is not None and end - due.until < STALE_SECONDS and due.told_at is not None
        answer = await self._fetcher.fetch(
            due.address, etag=due.etag if fresh else None, changed=due.changed if fresh else None
        )
        if isinstance(answer, NotChanged) and not fresh:
            return Unfetched(FeedTrouble.SERVER)  # the request did not ask whether anything had changed
        if not isinstance(answer, Fetched):
            return answer
        read = await self._reader.read(answer.body, (start, end))
        return Unfetched(read.why) if isinstance(read, Unreadable) else (answer, read)


def _unsettled(due: DueFeed, error: str) -> None:
    logger.error("Calendar %d could not be settled: %s", due.id, error)


def _good_news(due: DueFeed, read: ReadCalendar) -> ReadNotice | None:
    """The notice after a successful reading, if it is the first or the person asked for it."""
    if due.told_at is None or due.until is None:
        return ReadNotice(due.id, read.events, read.skipped)
    return None


def _bad_news(due: DueFeed, why: FeedTrouble, now: datetime) -> FeedFailing | None:
    """The notice after a failure: if the person is waiting, and once when it has lasted a week."""
    if due.told_at is None:
        return FeedFailing(due.id, why.value, lasting=False)
    if due.failing_since is None:
        return None
    lasting = due.failing_since + LASTING
    return FeedFailing(due.id, why.value, lasting=True) if due.told_at < lasting <= now else None


def _pause(due: DueFeed, now: datetime) -> timedelta:
    if due.failing_since is not None and now - due.failing_since >= LASTING:
        return spread(timedelta(days=1))
    return pause_after(due.failing_since, now)
