"""Delivers the notices in the outbox: claim, send, mark (docs/mechanisms/outbox.md)."""

import asyncio
import logging
import random
import secrets
from collections import defaultdict
from datetime import timedelta
from itertools import groupby

from core.clock import Clock
from core.ids import AccountRef, Platform
from jobs.ports import Deliverer, Dropped, Due, Later, OutboxStore, Reach, Sent, Unreachable, Verdict

logger = logging.getLogger(__name__)

EVERY_SECONDS = 1
"""How often to look for due notices. Those left by this process are told at once."""

BATCH = 10
"""How many notices are claimed at once for each platform."""

AT_ONCE = 4
"""How many sends to one platform are under way at a time. Its messenger keeps to the platform's limits."""

LEASE_SECONDS = 60
"""How long a claim lasts. Discord remembers a nonce for longer, so that repeating a send is harmless."""

SEND_SECONDS = 20
"""How long one send may take. A send that could not end within the lease is not begun."""

TRIES = 10
"""The number of claims after which a notice is given up."""

FIRST_PAUSE, LONGEST_PAUSE, GROWTH = 5.0, 6 * 3600.0, 3.0
"""Seconds. Ten tries span most of a day: a platform that is down in the evening gets it all by morning."""


class OutboxWorker:
    """One process's worker; any number of processes may work on one store."""

    def __init__(self, store: OutboxStore, postman: Deliverer, clock: Clock) -> None:
        self._store = store
        self._postman = postman
        self._clock = clock
        # Different in each process: after a restart, the leases of the process before are not ours.
        self._name = secrets.token_hex(8)
        self._gates: dict[Platform, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(AT_ONCE))

    async def run_once(self) -> int:
        """Deliver one batch to every platform in reach, and return how many notices were claimed."""
        # Separately for each platform: a thousand notices for one must not keep three for another waiting.
        batches = await asyncio.gather(
            *(self._batch(reach) for reach in self._postman.reaches()), return_exceptions=True
        )
        claimed = 0
        for batch in batches:
            if isinstance(batch, BaseException):
                raise batch
            claimed += batch
        return claimed

    async def _batch(self, reach: Reach) -> int:
        began = _monotonic()
        batch = await self._store.claim(
            [reach], worker=self._name, now=self._clock.now(), lease_seconds=LEASE_SECONDS, limit=BATCH
        )
        # One person's notices arrive in order; different people's are sent side by side.
        in_order = sorted(batch, key=lambda due: (due.account.key, due.due_at, due.id))
        threads = [list(dues) for _, dues in groupby(in_order, key=lambda due: due.account)]
        results = await asyncio.gather(
            *(self._thread(dues[0].account, dues, began) for dues in threads), return_exceptions=True
        )
        for result in results:
            if isinstance(result, BaseException):
                # Its notices stay leased, and are claimed again when the lease runs out.
                logger.error("A batch of notices could not be finished", exc_info=result)
        return len(batch)

    async def _thread(self, account: AccountRef, dues: list[Due], began: float) -> None:
        async with self._gates[account.platform]:
            for due in dues:
                if _monotonic() - began > LEASE_SECONDS - SEND_SECONDS:
                    await self._store.put_back(due.id, worker=self._name, due_at=due.due_at)
                    continue
                settling = asyncio.ensure_future(self._settle(due, await self._send(due)))
                try:
                    await asyncio.shield(settling)
                except asyncio.CancelledError:
                    # Sent, but not yet marked: stopping now would send it twice.
                    await asyncio.wait([settling])
                    raise

    async def _send(self, due: Due) -> Verdict:
        if due.tries > TRIES:
            return Later(0)  # the processes that claimed it never marked it: do not try again
        try:
            async with asyncio.timeout(SEND_SECONDS):
                return await self._postman.deliver(due)
        except TimeoutError:
            logger.warning("Notice %d (%s): no answer from %s", due.id, due.kind, due.account.platform)
        except Exception:
            logger.exception("Notice %d (%s) could not be told", due.id, due.kind)
        return Later(0)

    async def _settle(self, due: Due, verdict: Verdict) -> None:
        now = self._clock.now()
        match verdict:
            case Sent(messages):
                await self._store.mark_sent(due.id, worker=self._name, now=now, messages=messages)
            case Later(seconds) if due.tries < TRIES:
                pause = timedelta(seconds=max(seconds, _pause(due.tries)))
                await self._store.put_back(due.id, worker=self._name, due_at=now + pause)
            case Later():
                await self._bury(due, f"given up after {TRIES} tries")
            case Unreachable(why):
                if not await self._store.reroute(due.id, worker=self._name, now=now, why=why):
                    logger.warning("Notice %d (%s) is buried: %s", due.id, due.kind, why)
            case Dropped(why):
                # Nothing is wrong: a reminder of a gig that was called off, for instance.
                await self._store.bury(due.id, worker=self._name, now=now, why=why)
                logger.info("Notice %d (%s) is dropped: %s", due.id, due.kind, why)

    async def _bury(self, due: Due, why: str) -> None:
        await self._store.bury(due.id, worker=self._name, now=self._clock.now(), why=why)
        logger.warning("Notice %d (%s) is buried: %s", due.id, due.kind, why)


def _pause(tries: int) -> float:
    """Seconds to wait after so many tries, varied so that notices that failed together are spread out."""
    pause: float = FIRST_PAUSE * GROWTH ** (tries - 1)
    return min(pause, LONGEST_PAUSE) * random.uniform(0.8, 1.2)


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
