"""From a driver's error to a message for the operator."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from storage.engine.errors import DatabaseForeign, DatabaseUnreachable, DatabaseUnwritable, StorageError

_TAKES_NOTHING = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
}
_TAKES_NOTHING_POSTGRESQL = {"53100", "42501", "25006"}
"""PostgreSQL: the disk is full, we have no permission, the server is a read-only copy."""


def cause_of(error: BaseException) -> BaseException:
    """The driver's own error."""
    return (error.orig or error) if isinstance(error, DBAPIError) else error


def sqlite_code(error: BaseException) -> int:
    """SQLite's primary result code; 0 where there is none."""
    # Errors of SQLite itself carry a code; those of its Python module do not.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def trouble_of(error: BaseException) -> StorageError | None:
    """The driver's error as a StorageError; None when it is a bug of this program."""
    cause = cause_of(error)
    code = sqlite_code(cause)
    if code == sqlite3.SQLITE_NOTADB:
        return DatabaseForeign("The file is no SQLite database; it was left alone.")
    if code in _TAKES_NOTHING or getattr(cause, "sqlstate", None) in _TAKES_NOTHING_POSTGRESQL:
        return DatabaseUnwritable(f"The database cannot be written: {_first_line(cause)}")
    if code == sqlite3.SQLITE_CANTOPEN:
        return cannot_be_opened(cause)
    return None


def cannot_be_opened(error: BaseException) -> StorageError:
    """The error for a database that does not answer."""
    return DatabaseUnreachable(f"The database cannot be opened: {_first_line(cause_of(error))}")


@contextmanager
def told_plainly() -> Iterator[None]:
    """Raise the driver's errors as StorageError, for work that cannot go on without the database."""
    try:
        yield
    except DBAPIError as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from error


def _first_line(error: BaseException) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
