"""One connection, one transaction: opened, committed or rolled back, and given back whatever happens.

The rules behind this file are in docs/mechanisms/locking.md.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine import BEGIN, TURN, is_sqlite
from storage.errors import DatabaseBusy, DatabaseUnreachable
from storage.finishing import to_its_end
from storage.statements import Statements

ATTEMPTS = 3
"""How often a unit asks another process's SQLite lock, BUSY_SECONDS each time."""


class Transactions:
    """Opens transactions on one engine."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._turn: asyncio.Lock | nullcontext[None] = nullcontext()
        if is_sqlite(engine):
            self._turn = engine.get_execution_options()[TURN]
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
        async with connected(self._reading) as connection:
            yield Statements(connection, writing=False)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Statements]:
        """Statements that hold together: all of them are committed, or none."""
        async with self._turn, connected(self._writing) as connection:
            yield Statements(connection, writing=True)


@asynccontextmanager
async def connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection with an open transaction, committed when the block is left without an exception."""
    connection = await _open(engine)
    commit = False
    try:
        yield connection
        commit = True
    finally:
        # A commit cut short would be neither done nor undone.
        await to_its_end(_leave(connection, commit=commit))


async def _open(engine: AsyncEngine) -> AsyncConnection:
    for _ in range(ATTEMPTS):
        try:
            return await _begin(engine)
        except sqlite3.OperationalError as error:
            if not _is_locked(error):
                raise DatabaseUnreachable(f"The database cannot be opened: {error}") from error
        except PoolTimeout as error:
            raise DatabaseBusy("All connections to the database have been in use for too long.") from error
        except (OSError, DBAPIError) as error:
            raise DatabaseUnreachable(f"The database cannot be opened: {_first_line(error)}") from error
    raise DatabaseBusy("Another process has kept the database locked for too long.")


async def _begin(engine: AsyncEngine) -> AsyncConnection:
    connection = await engine.connect()
    try:
        await connection.begin()
    except BaseException:
        await to_its_end(connection.close())
        raise
    return connection


async def _leave(connection: AsyncConnection, *, commit: bool) -> None:
    try:
        if commit:
            await connection.commit()
    finally:
        await connection.close()  # rolls back what is not committed


def _is_locked(error: sqlite3.OperationalError) -> bool:
    return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _first_line(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return str(cause).splitlines()[0] if str(cause) else type(cause).__name__
