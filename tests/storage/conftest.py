"""Every test here that asks for units, an engine or an address is run on both databases."""

import asyncio
import itertools
import shutil
from contextlib import asynccontextmanager

import asyncpg
import pytest

from storage.migrate import migrate

TEMPLATE = "bandwidth_template"
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def pg_template(pg_uri) -> str:
    """The server, with a migrated, empty database on it; that one is copied for each test."""
    asyncio.run(_maintain(pg_uri, f"CREATE DATABASE {TEMPLATE}"))
    asyncio.run(migrate(in_database(pg_uri, TEMPLATE)))
    return pg_uri


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request) -> str:
    """Which database the test is run on."""
    # The servers and templates are made here, where no loop is running yet.
    request.getfixturevalue("template_db" if request.param == "sqlite" else "pg_template")
    return request.param


@pytest.fixture
async def db_url(database, request, tmp_path):
    """The address of a migrated, empty database of this test's own."""
    if database == "sqlite":
        yield f"sqlite:///{shutil.copy(request.getfixturevalue('template_db'), tmp_path / 'bandwidth.db')}"
        return
    async with _database(request.getfixturevalue("pg_template"), TEMPLATE) as url:
        yield url


@pytest.fixture
async def empty_url(database, request, tmp_path):
    """The address of a database without tables."""
    if database == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    async with _database(request.getfixturevalue("pg_template"), "template0") as url:
        yield url


@asynccontextmanager
async def _database(server: str, template: str):
    name = f"test_{next(_numbers)}"
    await _maintain(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield in_database(server, name)
    await _maintain(server, f"DROP DATABASE {name} WITH (FORCE)")


def in_database(uri: str, name: str) -> str:
    return uri.replace("/postgres?", f"/{name}?", 1)


async def _maintain(uri: str, statement: str) -> None:
    connection = await asyncpg.connect(uri)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
