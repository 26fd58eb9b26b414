"""Every test here that asks for units, an engine or an address is run on both databases."""

import asyncio
import itertools
import shutil

import asyncpg
import pytest

from storage.migrate import migrate
from storage.tables import metadata

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def pg_database(pg_uri) -> str:
    """The address of a migrated PostgreSQL database; emptied for each test."""
    asyncio.run(_maintain(pg_uri, "CREATE DATABASE bandwidth"))
    url = _in_database(pg_uri, "bandwidth")
    asyncio.run(migrate(url))
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request) -> str:
    """Which database the test is run on."""
    # The servers and templates are made here, where no loop is running yet.
    request.getfixturevalue("template_db" if request.param == "sqlite" else "pg_database")
    return request.param


@pytest.fixture
async def db_url(database, request, tmp_path) -> str:
    """The address of a migrated, empty database that this test has to itself."""
    if database == "sqlite":
        return f"sqlite:///{shutil.copy(request.getfixturevalue('template_db'), tmp_path / 'bandwidth.db')}"
    url = request.getfixturevalue("pg_database")
    await _maintain(url, f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY CASCADE")
    return url


@pytest.fixture
async def empty_url(database, request, tmp_path):
    """The address of a database without tables."""
    if database == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server = request.getfixturevalue("pg_uri")
    name = f"empty_{next(_numbers)}"
    await _maintain(server, f"CREATE DATABASE {name} TEMPLATE template0")
    yield _in_database(server, name)
    await _maintain(server, f"DROP DATABASE {name} WITH (FORCE)")


def _in_database(uri: str, name: str) -> str:
    return uri.replace("/postgres?", f"/{name}?", 1)


async def _maintain(uri: str, statement: str) -> None:
    connection = await asyncpg.connect(uri)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
