"""Addresses of databases: from the forms that people write to the one that the drivers need."""

import os
from pathlib import Path
from urllib.parse import unquote

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.engine.errors import BadDatabaseUrl, DatabaseUnwritable

_SQLITE = ("sqlite", "sqlite+aiosqlite")
_POSTGRES = ("postgresql", "postgres", "postgresql+asyncpg")
_FORMS = "sqlite:///file.db or postgresql://user:password@host/database"
_SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


def database_url(text: str) -> URL:
    """The address for SQLAlchemy's async drivers. Raises BadDatabaseUrl, which never shows a password."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError) as error:
        raise BadDatabaseUrl(f"The database's address cannot be read; write it like {_FORMS}.") from error
    if url.drivername in _SQLITE:
        return _sqlite(url)
    if url.drivername in _POSTGRES:
        return _postgres(url)
    raise BadDatabaseUrl(f"No database is known as {url.drivername}://; write the address like {_FORMS}.")


def new_file(text: str) -> bool:
    """Whether the address is a SQLite file that does not exist yet. Raises BadDatabaseUrl."""
    url = database_url(text)
    return url.get_backend_name() == "sqlite" and not Path(url.database or "").exists()


def check_writable(text: str) -> None:
    """Raise DatabaseUnwritable when a SQLite file or its folder is read-only for us."""
    url = database_url(text)
    if url.get_backend_name() != "sqlite":
        return
    file = Path(url.database or "")
    for each in (file.parent, file):  # the file's -wal and -shm lie beside it
        if each.exists() and not os.access(each, os.W_OK):
            raise DatabaseUnwritable(f"I may not write there: {each}")


def _sqlite(url: URL) -> URL:
    if url.host or url.username or url.port:
        raise BadDatabaseUrl(
            "A SQLite address has three slashes before the file (four when it starts at the root), "
            "such as sqlite:///bandwidth.db or sqlite:////srv/bandwidth.db."
        )
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        # Every unit has its own connection, and each would get a different, empty database.
        raise BadDatabaseUrl("SQLite needs a file, such as sqlite:///bandwidth.db.")
    if url.query:
        raise BadDatabaseUrl(f"A SQLite address has no options, such as {min(url.query)!r}.")
    file = Path(url.database)
    if not file.parent.is_dir():
        raise BadDatabaseUrl(f"The folder of the SQLite file does not exist: {file.parent}")
    if file.is_dir():
        raise BadDatabaseUrl(f"{file} is a folder; name a file in it, such as sqlite:///{file}/bandwidth.db.")
    return url.set(drivername="sqlite+aiosqlite")


def _postgres(url: URL) -> URL:
    options = dict(url.query)
    host = unquote(url.host) if url.host else None
    if host and host.startswith("/"):
        # libpq's form of a Unix socket: postgresql://user@%2Frun%2Fpostgresql/database
        options["host"], host = host, None
    if "sslmode" in options:
        options["ssl"] = options.pop("sslmode")
    if options.get("ssl", "require") not in _SSL_MODES:
        raise BadDatabaseUrl(f"sslmode is one of {', '.join(_SSL_MODES)}.")
    unknown = sorted(options.keys() - {"host", "port", "ssl"})
    if unknown:
        raise BadDatabaseUrl(f"A PostgreSQL address has no option {unknown[0]!r}; leave it out.")
    if not url.database:
        raise BadDatabaseUrl("A PostgreSQL address names a database: postgresql://user@host/database.")
    return URL.create(
        "postgresql+asyncpg",
        username=url.username,
        password=str(url.password) if url.password else None,
        host=host,
        port=url.port,
        database=url.database,
        query=options,
    )
