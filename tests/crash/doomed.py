"""Bandwidth as a process that kills itself at one step between a joining and its telling.

The step's name is in DOOM; everything else is `bandwidth run`, with a short lease, so that a test need not
wait a minute for it to run out.
"""

import contextlib
import os
import signal

import jobs.outbox
import storage.unit
from storage.outbox.claims import SqlOutboxStore


def die(step: str) -> None:
    if step == os.environ["DOOM"]:
        os.kill(os.getpid(), signal.SIGKILL)


def doomed_write(write):
    @contextlib.asynccontextmanager
    async def wrapped(self):
        left = []
        async with write(self) as unit:
            original = unit.outbox.put

            class DoomedOutbox:
                async def put(self, *args, **kwargs):
                    await original(*args, **kwargs)
                    left.append(True)

                async def put_all(self, letters):
                    for each in letters:
                        await self.put(each.notice, to=each.to, key=each.key, due=each.due)

            class DoomedUnit:
                outbox = DoomedOutbox()

                def __getattr__(self, name):
                    return getattr(unit, name)

            yield DoomedUnit()
            if left:
                die("written, not committed")
        if left:
            die("committed, not answered")

    return wrapped


def doomed_claim(claim):
    async def wrapped(self, *args, **kwargs):
        found = await claim(self, *args, **kwargs)
        if found:
            die("claimed, not sent")
        return found

    return wrapped


def doomed_mark(mark):
    async def wrapped(self, *args, **kwargs):
        die("sent, not marked")
        await mark(self, *args, **kwargs)
        die("marked")

    return wrapped


def main() -> int:
    jobs.outbox.LEASE_SECONDS, jobs.outbox.SEND_SECONDS = 3, 1
    storage.unit.SqlUnits.write = doomed_write(storage.unit.SqlUnits.write)
    SqlOutboxStore.claim = doomed_claim(SqlOutboxStore.claim)
    SqlOutboxStore.mark_sent = doomed_mark(SqlOutboxStore.mark_sent)
    from bandwidth.__main__ import main as bandwidth

    return bandwidth(["run"])
