"""Bringing a database up to date, and checking whether it is."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import RevisionError
from sqlalchemy import Connection, inspect, text

from storage.engine.driver_errors import told_plainly
from storage.engine.engines import BEGIN, open_engine
from storage.engine.errors import DatabaseForeign, DatabaseTooNew, StorageError
from storage.engine.transactions import connected
from storage.schema import metadata

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtext('bandwidth migrations'))")


async def migrate(url: str, *, to: str = "head") -> tuple[str, ...]:
    """Bring the database up to date, or to an earlier revision. Returns the revisions that were missing.

    Everything happens in one transaction, and several processes may try at once: one of them works,
    the others wait and find nothing to do. Raises StorageError.
    """
    engine = open_engine(url, foreign_keys=False)
    try:
        with told_plainly():
            async with connected(engine.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})) as connection:
                return await connection.run_sync(_upgrade, to)
    finally:
        await engine.dispose()


async def pending(url: str) -> tuple[str, ...]:
    """The names of the revisions that the database lacks, oldest first. Raises StorageError."""
    engine = open_engine(url)
    try:
        with told_plainly():
            async with connected(engine) as connection:
                return await connection.run_sync(_missing)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection, to: str) -> tuple[str, ...]:
    if connection.dialect.name == "postgresql":
        connection.execute(_ONE_AT_A_TIME)
    missing = _missing(connection, to)
    if missing:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)
    if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
        raise StorageError("The migration would leave rows that point nowhere; nothing was changed.")
    return missing


def _missing(connection: Connection, to: str = "head") -> tuple[str, ...]:
    script = ScriptDirectory.from_config(_config())
    current = MigrationContext.configure(connection).get_current_heads()
    if not current:
        _refuse_foreign(connection)
    try:
        revisions = list(script.iterate_revisions(to, current or "base"))
    except RevisionError as error:
        raise DatabaseTooNew(
            f"The database was migrated by a newer release (revision {', '.join(current)})."
        ) from error
    return tuple(revision.revision for revision in reversed(revisions))


def _refuse_foreign(connection: Connection) -> None:
    """Raise DatabaseForeign when another program owns the database; on a server both may have tables."""
    found = set(inspect(connection).get_table_names()) - {"alembic_version"}
    foreign = found if connection.dialect.name == "sqlite" else found & set(metadata.tables)
    if foreign:
        raise DatabaseForeign(
            f"The database holds another program's tables, such as {min(foreign)!r}; they were left alone."
        )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
