"""Engines: SQLite and PostgreSQL, opened so that no unit is lost (docs/mechanisms/locking.md)."""

import asyncio
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.engine.sqlite_driver import Driver
from storage.engine.urls import database_url

BUSY_SECONDS = 5
"""How long SQLite waits for another process before it says "database is locked"."""

BEGIN = "begin"
"""Execution option of a connection: the statement that opens its transactions on SQLite."""

TURN = "turn"
"""Execution option of an engine: the lock on which the writing units of this process queue."""

READERS = "readers"
"""Execution option of an engine: the semaphore on which the reading units of this process queue."""

# Connections are kept between units, and each unit has one to itself. More of them would make neither
# database faster: a burst waits for its turn. On PostgreSQL a unit may wait for a row that another has
# locked, so more are opened for a while. On SQLite each of those would cost a thread, for a single unit.
_KEPT = 8
MOST_AT_ONCE = 32
"""How many units PostgreSQL works on at once; more of them wait for a connection."""
_POOL: dict[str, Any] = {"pool_size": _KEPT, "pool_timeout": 20, "pool_use_lifo": True}
_READING = 2
"""How many units read at once: they share one thread of Python, and more would all be slower."""
_SQLITE: dict[str, Any] = {**_POOL, "max_overflow": 0}
_POSTGRESQL: dict[str, Any] = {
    **_POOL,
    "max_overflow": MOST_AT_ONCE - _KEPT,
    "pool_pre_ping": True,
    "pool_recycle": 1800,
}

# An error's text ends up in a log, and the parameters of a statement are people's own words.
_LOGS: dict[str, Any] = {"hide_parameters": True}


def open_engine(url: str, *, foreign_keys: bool = True) -> AsyncEngine:
    """An engine for the address. Nothing is connected yet. Raises BadDatabaseUrl.

    Only migrations switch SQLite's `foreign_keys` off: they rebuild tables.
    """
    address = database_url(url)
    # Both are fair: first come, first served. The pool alone is not: a newcomer may overtake those who wait.
    options = {TURN: asyncio.Lock(), READERS: asyncio.Semaphore(_READING)}
    if address.get_backend_name() == "sqlite":
        wait = {"timeout": BUSY_SECONDS}
        engine = create_async_engine(
            address, module=Driver(), connect_args=wait, execution_options=options, **_SQLITE, **_LOGS
        )
        _open_as_sqlite_should_be(engine, foreign_keys=foreign_keys)
        return engine
    return create_async_engine(address, execution_options=options, **_POSTGRESQL, **_LOGS)


def is_sqlite(engine: AsyncEngine) -> bool:
    """Whether this is SQLite; otherwise it is PostgreSQL."""
    return engine.dialect.name == "sqlite"


def _open_as_sqlite_should_be(engine: AsyncEngine, *, foreign_keys: bool) -> None:
    # Python's driver opens a transaction only before the first INSERT, UPDATE or DELETE. Anything that a
    # unit has read before that would be unprotected: of twenty units that read and then write, nineteen
    # would be lost without a word. Hence the driver's own BEGINs are switched off, and ours are sent.
    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        try:
            connection.isolation_level = None
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA journal_mode")
            if cursor.fetchone() != ("wal",):
                cursor.execute("PRAGMA journal_mode = WAL")
            cursor.close()
        except BaseException:
            connection.close()  # the pool does not know it yet, and would not close it
            raise

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Connection) -> None:
        begin = connection.get_execution_options().get(BEGIN, "BEGIN")
        connection.connection.dbapi_connection.begin(begin)  # type: ignore[union-attr]
