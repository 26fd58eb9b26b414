"""SQLite's driver: a call that may wait takes one trip to the driver's thread, others run on the loop."""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from types import ModuleType
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util.concurrency import await_

_Trip = Callable[[sqlite3.Connection], Any]

Columns = tuple[Any, int, int | None]
"""The columns' description (None without rows), how many rows were affected, the last id inserted."""
Told = tuple[Sequence[Any], Columns]
"""The rows of a statement, and a cursor's other results."""

_NOTHING: Columns = (None, -1, None)


class Driver(AsyncAdapt_aiosqlite_dbapi):
    """aiosqlite as SQLAlchemy adapts it, with our cursors.

    SQLAlchemy's cursors take four trips to the thread (make the driver's cursor, run the statement, fetch
    the rows, close the cursor), and a trip costs more than most statements. Ours take one, and only where
    something may have to wait: for a lock (connecting, BEGIN IMMEDIATE, the first statement after BEGIN) or
    for the disk (a commit). The further statements of a unit run at once (`Connection.run`).
    """

    def __init__(self, driver: ModuleType = aiosqlite, adapted: ModuleType = sqlite3) -> None:
        super().__init__(driver, adapted)

    def connect(self, *arg: Any, **kw: Any) -> "Connection":
        opened = super().connect(*arg, async_creator_fn=_opened, **kw)
        return Connection(self, opened.driver_connection)


async def _opened(*arg: Any, **kw: Any) -> aiosqlite.Connection:
    """Connect. On failure wait for the thread to end: it could call a loop that is closed by then."""
    connection = aiosqlite.connect(*arg, **kw)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does it
    try:
        return await connection
    except BaseException:
        await asyncio.to_thread(connection._thread.join)  # noqa: SLF001
        raise


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    """A statement and all its rows; it leaves nothing open in the driver."""

    __slots__ = ("_told", "arraysize")

    _adapt_connection: "Connection"

    def __init__(self, adapt_connection: "Connection") -> None:
        # Not the inherited one, which makes the driver's cursor.
        self._adapt_connection = adapt_connection
        self._rows: deque[Any] = deque()
        self._told = _NOTHING
        self.arraysize = 1

    @property
    def description(self) -> Any:
        return self._told[0]

    @property
    def rowcount(self) -> int:
        return self._told[1]

    @property
    def lastrowid(self) -> Any:
        """The id of the row that was inserted last."""
        return self._told[2]

    def execute(self, operation: Any, parameters: Any = None) -> "_Cursor":
        return self._take(partial(_run, operation, parameters or ()))

    def executemany(self, operation: Any, seq_of_parameters: Any) -> "_Cursor":
        return self._take(partial(_run_many, operation, seq_of_parameters))

    def close(self) -> None:
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """There is nothing to close."""

    def _take(self, trip: _Trip) -> "_Cursor":
        rows, self._told = self._adapt_connection.go(trip)
        self._rows = deque(rows)
        return self


class Connection(AsyncAdapt_aiosqlite_connection):
    """One connection to SQLite and the thread that waits for it."""

    __slots__ = ("_beginning", "_under_way")

    _cursor_cls = _Cursor  # type: ignore[assignment]

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self._beginning = ""
        """The BEGIN that will be sent with the first statement; empty when there is none."""
        self._under_way = False
        """Whether a trip is unfinished, because its caller was cancelled: the state is unknown then."""

    def go(self, trip: _Trip) -> Any:
        """The result of a trip to the thread."""
        if self._beginning:
            trip, self._beginning = partial(_after, self._beginning, trip), ""
        self._under_way = True
        try:
            result = await_(self.driver_connection._execute(trip, self.driver_connection._conn))  # noqa: SLF001
        except Exception as error:  # noqa: BLE001 - it is raised again, as SQLAlchemy expects it
            self._under_way = False
            self._handle_exception(error)
        self._under_way = False
        return result

    async def run(self, words: str, values: Sequence[Any], *, many: bool) -> Told:
        """Run a statement of the open transaction, with one set of values or with many of them.

        Only the first statement may have to wait, for another process that holds the file. The others run
        here, in less time than a trip takes: the transaction has its locks, and a few rows are few pages.
        """
        trip: _Trip = partial(_run_many if many else _run, words, values)
        driver = self.driver_connection
        if not self._beginning and not self._under_way:
            return trip(driver._conn)  # type: ignore[no-any-return]  # noqa: SLF001
        if self._beginning:
            trip, self._beginning = partial(_after, self._beginning, trip), ""
        self._under_way = True
        try:
            told: Told = await driver._execute(trip, driver._conn)  # noqa: SLF001
        except Exception:
            self._under_way = False
            raise
        self._under_way = False
        return told

    def begin(self, statement: str) -> None:
        """Open a transaction. A plain BEGIN, which takes no lock yet, goes with the first statement."""
        if statement == "BEGIN":
            self._beginning = statement
        else:
            self.go(partial(_begin, statement))

    def ended(self) -> bool:
        """End a transaction that has only read, which waits for no disk. Returns whether that worked."""
        if self._under_way or not self._open:
            return False
        self._beginning = ""
        try:
            self.driver_connection._conn.rollback()  # noqa: SLF001
        except sqlite3.Error:
            return False  # closing the connection tries again, and finds out what is wrong with it
        return True

    def commit(self) -> None:
        """Commit, if a transaction is open."""
        if self._is_under_way():
            self.go(sqlite3.Connection.commit)

    def rollback(self) -> None:
        """Roll back, if a transaction is open: the pool asks for it whenever a connection is returned."""
        if self._is_under_way():
            self.go(sqlite3.Connection.rollback)

    def _is_under_way(self) -> bool:
        """Whether a transaction is open, or may be."""
        if not self._open or self._untouched():
            return False
        return self._under_way or self.driver_connection.in_transaction

    def _untouched(self) -> bool:
        """Whether the transaction has not begun yet. From now on it will not begin."""
        untouched, self._beginning = bool(self._beginning), ""
        return untouched

    @property
    def _open(self) -> bool:
        return self.driver_connection._connection is not None  # noqa: SLF001


def _begin(statement: str, driver: sqlite3.Connection) -> None:
    driver.execute(statement).close()


def _after(statement: str, trip: _Trip, driver: sqlite3.Connection) -> Any:
    _begin(statement, driver)
    return trip(driver)


def _run(operation: str, parameters: Sequence[Any], driver: sqlite3.Connection) -> Any:
    return _told(driver.execute(operation, parameters))


def _run_many(operation: str, parameters: Sequence[Any], driver: sqlite3.Connection) -> Any:
    return _told(driver.executemany(operation, parameters))


def _told(cursor: sqlite3.Cursor) -> Any:
    try:
        rows = cursor.fetchall() if cursor.description else ()
        return rows, (cursor.description, cursor.rowcount, cursor.lastrowid)
    finally:
        cursor.close()
