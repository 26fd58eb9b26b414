"""One connection, one transaction: opened, committed or rolled back, and always returned to the pool.

The rules behind this file are in docs/mechanisms/locking.md.
"""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine.cancellation import shielded
from storage.engine.driver_errors import cannot_be_opened, cause_of, sqlite_code, trouble_of
from storage.engine.engines import BEGIN, READERS, TURN, is_sqlite
from storage.engine.errors import DatabaseBusy
from storage.engine.statements import Statements

PATIENCE_SECONDS = 15
"""How long a unit keeps trying while another process has the SQLite file locked."""

_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Transactions:
    """Opens transactions on one engine."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._turn: asyncio.Lock | nullcontext[None] = nullcontext()
        self._readers: asyncio.Semaphore | nullcontext[None] = nullcontext()
        self._at_once = is_sqlite(engine)
        if self._at_once:
            self._turn = engine.get_execution_options()[TURN]
            self._readers = engine.get_execution_options()[READERS]
            self._reading = engine
            self._writing = engine.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
        else:
            self._reading = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
            self._writing = engine

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Statements]:
        """Statements that see one state of the database."""
        async with self._readers:
            connection = await _open(self._reading, waits=not self._at_once)
            statements = Statements(connection, writing=False)
            try:
                yield statements
            finally:
                if statements.ended():
                    await connection.close()
                else:
                    await shielded(connection.close())

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Statements]:
        """Statements of which all are committed, or none."""
        async with self._turn, connected(self._writing) as connection:
            yield Statements(connection, writing=True)


@asynccontextmanager
async def connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection with an open transaction, committed when the block is left without an exception."""
    connection = await _open(engine, waits=True)
    commit = False
    try:
        yield connection
        commit = True
    finally:
        # A commit that is cut short might or might not have happened.
        await shielded(_leave(connection, commit=commit))


async def _open(engine: AsyncEngine, *, waits: bool) -> AsyncConnection:
    now = asyncio.get_running_loop().time
    until = now() + PATIENCE_SECONDS
    while True:
        try:
            return await _begin(engine, waits=waits)
        except PoolTimeout as error:
            raise DatabaseBusy("All connections to the database have been in use for too long.") from error
        except (OSError, DBAPIError, sqlite3.Error) as error:
            if sqlite_code(cause_of(error)) not in _LOCKED:
                raise (trouble_of(error) or cannot_be_opened(error)) from error
            if now() >= until:
                raise DatabaseBusy("Another process has kept the database locked for too long.") from error
        # SQLite waits by itself, except while a new file is being switched to WAL.
        await asyncio.sleep(random.uniform(0.02, 0.1))


async def _begin(engine: AsyncEngine, *, waits: bool) -> AsyncConnection:
    connection = await engine.connect()
    try:
        # On SQLite a reading transaction begins with its first statement: there is nothing to wait for yet.
        if waits or connection.sync_connection is None:
            await connection.begin()
        else:
            connection.sync_connection.begin()
    except BaseException:
        await shielded(connection.close())
        raise
    return connection


async def _leave(connection: AsyncConnection, *, commit: bool) -> None:
    try:
        if commit:
            await connection.commit()
    finally:
        await connection.close()  # rolls back if nothing was committed
