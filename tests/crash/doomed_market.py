"""Bandwidth as a process that kills itself at one step of the road from a post to a booking.

DOOM names what it is about and how far that has got: "event.published, written". Everything else is
`bandwidth run`, with a short lease, so that a test need not wait a minute for it to run out.
"""

import contextlib
from contextvars import ContextVar

import jobs.outbox
import storage.unit
from storage.market.matches import SqlMatches
from storage.outbox.claims import SqlOutboxStore
from storage.turns.journal import SqlJournal
from tests.crash.doomed import die

_done: ContextVar[list[str]] = ContextVar("done")
"""The changes that the unit has recorded; "matched" when it has told bands of nights."""


def noting(method, what):
    async def wrapped(self, *args):
        given = await method(self, *args)
        _done.get().extend(what(*args))
        return given

    return wrapped


def doomed_write(write):
    @contextlib.asynccontextmanager
    async def wrapped(self):
        done = []
        _done.set(done)
        async with write(self) as unit:
            yield unit
            for each in done:
                die(f"{each}, written")
        for each in done:
            die(f"{each}, committed")

    return wrapped


def doomed_claim(claim, kinds):
    async def wrapped(self, *args, **kwargs):
        found = await claim(self, *args, **kwargs)
        for each in found:
            kinds[each.id] = each.kind
            die(f"{each.kind}, claimed")
        return found

    return wrapped


def doomed_mark(mark, kinds):
    async def wrapped(self, number, **kwargs):
        die(f"{kinds[number]}, sent")
        await mark(self, number, **kwargs)
        die(f"{kinds[number]}, marked")

    return wrapped


def main() -> int:
    jobs.outbox.LEASE_SECONDS, jobs.outbox.SEND_SECONDS = 3, 1
    kinds: dict[int, str] = {}
    storage.unit.SqlUnits.write = doomed_write(storage.unit.SqlUnits.write)
    SqlJournal.record = noting(SqlJournal.record, lambda _act, facts: [facts.kind])
    SqlMatches.add = noting(SqlMatches.add, lambda matches: ["matched"] if matches else [])
    SqlOutboxStore.claim = doomed_claim(SqlOutboxStore.claim, kinds)
    SqlOutboxStore.mark_sent = doomed_mark(SqlOutboxStore.mark_sent, kinds)
    from bandwidth.__main__ import main as bandwidth

    return bandwidth(["run"])
