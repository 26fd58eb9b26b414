"""The statements of one transaction, which every store is given instead of a connection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Executable, Row, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from core.unit import Conflict, ReadOnlyUnit
from storage.engine.prepared_statements import prepared
from storage.engine.sqlite_driver import Connection

Values = Mapping[str, Any] | Sequence[Mapping[str, Any]]

_LOST_AGAINST_ANOTHER = {"40001", "40P01", "55P03"}
"""PostgreSQL's serialization failure, deadlock and lock not available."""


@dataclass(frozen=True, slots=True)
class _Done:
    """The result of a statement."""

    rows: Sequence[Row[Any]]
    affected: int


class Statements:
    """Runs statements inside one open transaction."""

    __slots__ = (
        "_connection",
        "_driver",
        "_sqlite",
        "_writing",
        "asks_for_matches",
        "erases",
        "leaves_notices",
    )

    def __init__(self, connection: AsyncConnection, *, writing: bool) -> None:
        self._connection = connection
        self._writing = writing
        self._sqlite = connection.dialect.name == "sqlite"
        self._driver: Connection | None = None
        """The driver that runs prepared statements; None on PostgreSQL, where SQLAlchemy runs them."""
        if self._sqlite and connection.sync_connection is not None:
            self._driver = cast("Connection", connection.sync_connection.connection.dbapi_connection)
        self.erases = False
        """Whether somebody's data were erased: after the commit, none of it may stay in memory."""
        self.leaves_notices = False
        """Whether a notice was put into the outbox: its delivery can begin right after the commit."""
        self.asks_for_matches = False
        """Whether a search for bands was asked for: it can begin right after the commit."""

    async def rows(self, query: Executable, values: Values | None = None) -> Sequence[Row[Any]]:
        """All rows of a query."""
        return (await self._run(query, values)).rows

    async def row(self, query: Executable, values: Values | None = None) -> Row[Any] | None:
        """The first row of a query, if there is one."""
        rows = (await self._run(query, values)).rows
        return rows[0] if rows else None

    async def write(self, change: Executable, values: Values | None = None) -> int:
        """Run an INSERT, UPDATE or DELETE and count the affected rows. Raises ReadOnlyUnit, Conflict."""
        return (await self._write(change, values)).affected

    async def written(self, change: Executable, values: Values | None = None) -> Sequence[Row[Any]]:
        """The rows returned by a change with RETURNING, or by a locking SELECT. Raises as `write`."""
        return (await self._write(change, values)).rows

    async def new_id(self, change: Executable, values: Values | None = None) -> int:
        """The id that an INSERT returns. Raises ReadOnlyUnit, Conflict."""
        [row] = (await self._write(change, values)).rows
        return int(row[0])

    def ended(self) -> bool:
        """End a transaction that has only read, if that needs no waiting. Returns whether it was ended."""
        return self._driver is not None and self._driver.ended()

    @property
    def locks_rows(self) -> bool:
        """Whether rows can be locked. On SQLite a writing unit is alone (docs/mechanisms/locking.md)."""
        return not self._sqlite

    @property
    def writing(self) -> bool:
        """Whether the transaction may change anything."""
        return self._writing

    def must_write(self) -> None:
        """Raise ReadOnlyUnit in a reading unit."""
        if not self._writing:
            raise ReadOnlyUnit

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """An INSERT with ON CONFLICT: SQLAlchemy has one for each database, with the same methods."""
        if self._sqlite:
            return sqlite.insert(table)
        return postgresql.insert(table)

    async def _run(self, statement: Executable, values: Values | None) -> _Done:
        # Not shielded from cancellation: on SQLite the statement finishes in its thread anyway, with its
        # cursor (storage/engine/sqlite_driver.py), and the next use of the connection waits for it there.
        if self._driver is not None:
            many = values is not None and not isinstance(values, Mapping)
            sets: Sequence[Mapping[str, Any]] = values if many else (values or {},)  # type: ignore[assignment]
            kept = prepared(statement, sets[0], self._connection.dialect, many=many) if sets else None
            if kept is not None:
                return _Done(*await kept.run(self._driver, sets))
        result = await self._connection.execute(statement, values)
        return _Done(result.all() if result.returns_rows else (), result.rowcount)

    async def _write(self, change: Executable, values: Values | None) -> _Done:
        self.must_write()
        try:
            return await self._run(change, values)
        except IntegrityError as error:
            raise Conflict(str(error.orig).splitlines()[0]) from error
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) in _LOST_AGAINST_ANOTHER:
                raise Conflict("Another unit was in the way.") from error
            raise
