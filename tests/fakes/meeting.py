"""People who do things at the same moment, certainly: nobody commits before the others have gone as far as they can."""

import asyncio
from collections.abc import Awaitable
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import Enum, auto

import asyncpg

from storage.engine.engines import MOST_AT_ONCE, is_sqlite
from storage.unit import SqlUnits


class PartyState(Enum):
    """How far somebody has got with what they do."""

    ABSENT = auto()
    """Comes when the other is ready."""
    QUEUED = auto()
    """Waits for a writing unit to begin: on SQLite while another is open, on PostgreSQL for a connection."""
    WORKING = auto()
    READY = auto()
    """Has done all of it, but for the commit."""
    COMMITTING = auto()
    DONE = auto()


@dataclass(eq=False)
class Party:
    """Somebody who takes part in a race."""

    state: PartyState = PartyState.WORKING
    go: asyncio.Event = field(default_factory=asyncio.Event)


_party: ContextVar[Party | None] = ContextVar("party", default=None)


class Meeting:
    """Where they wait for each other before they commit.

    A unit is let go when each of the others is ready to commit, has finished, or waits for a lock. So whatever
    a lock does not keep apart is decided side by side, by everybody from the same state of the store.
    """

    def __init__(self, engine, url: str) -> None:
        self._sqlite = is_sqlite(engine)
        self._url = url
        self._parties: list[Party] = []

    async def all_at_once(self, *acts: Awaitable):
        """What comes of each, or the exception that it raised."""
        self._parties = [Party() for _ in acts]
        async with self._watching():
            tasks = [self._doing(party, act) for party, act in zip(self._parties, acts, strict=True)]
            return await asyncio.gather(*tasks, return_exceptions=True)

    async def one_behind_the_other(self, first: Awaitable, second: Awaitable):
        """The second begins when the first has done all of it but the commit; what comes of each."""
        one, other = self._parties = [Party(), Party(PartyState.ABSENT)]
        async with self._watching():
            ahead = asyncio.create_task(self._doing(one, first))
            while one.state not in (PartyState.READY, PartyState.DONE):
                await asyncio.sleep(0.001)
            return await asyncio.gather(ahead, self._doing(other, second), return_exceptions=True)

    async def ready(self, party: Party) -> None:
        """Wait for the others before committing."""
        party.state = PartyState.READY
        party.go.clear()
        await party.go.wait()

    async def _doing(self, party: Party, act: Awaitable):
        _party.set(party)
        party.state = PartyState.WORKING
        try:
            return await act
        finally:
            party.state = PartyState.DONE

    @asynccontextmanager
    async def _watching(self):
        watcher = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            watcher.cancel()
            with suppress(asyncio.CancelledError):
                await watcher

    async def _watch(self) -> None:
        """Whenever nobody can go on, let those commit who are ready."""
        connection = None if self._sqlite else await asyncpg.connect(self._url)
        try:
            while True:
                await asyncio.sleep(0.002)
                if await self._stuck(connection):
                    for party in self._parties:
                        if party.state is PartyState.READY:
                            party.state = PartyState.COMMITTING
                            party.go.set()
        finally:
            if connection is not None:
                await connection.close()

    async def _stuck(self, connection) -> bool:
        states = [party.state for party in self._parties]
        if PartyState.READY not in states or PartyState.COMMITTING in states or PartyState.ABSENT in states:
            return False
        inside = states.count(PartyState.WORKING)
        full = self._sqlite or inside + states.count(PartyState.READY) >= MOST_AT_ONCE
        going = inside + (0 if full else states.count(PartyState.QUEUED))
        if going == 0 or connection is None:
            return going == 0
        waiting = await connection.fetchval(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return waiting == going and states == [party.state for party in self._parties]


class MeetingUnits(SqlUnits):
    """Units whose writers meet before they commit, as long as they take part in a race."""

    def __init__(self, engine, meeting: Meeting) -> None:
        super().__init__(engine, secret=b"only for tests")
        self._meeting = meeting

    @asynccontextmanager
    async def write(self):
        party = _party.get()
        if party is None:
            async with super().write() as unit:
                yield unit
            return
        party.state = PartyState.QUEUED
        try:
            async with super().write() as unit:
                party.state = PartyState.WORKING
                yield unit
                await self._meeting.ready(party)
        finally:
            party.state = PartyState.WORKING
