"""Addresses, and what goes wrong when a database is opened."""

import sqlite3

import pytest

from storage.engine.engines import open_engine
from storage.engine.errors import BadDatabaseUrl, DatabaseUnreachable, StorageError
from storage.engine.transactions import Transactions
from storage.engine.urls import database_url


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sqlite:///bandwidth.db", "sqlite+aiosqlite:///bandwidth.db"),
        ("sqlite+aiosqlite:///bandwidth.db", "sqlite+aiosqlite:///bandwidth.db"),
        ("sqlite:////tmp/bandwidth.db\n", "sqlite+aiosqlite:////tmp/bandwidth.db"),
        ("postgres://a:b@host:5433/band", "postgresql+asyncpg://a:b@host:5433/band"),
        ("postgresql://a:p%40ss@host/band", "postgresql+asyncpg://a:p%40ss@host/band"),
        ("postgresql+asyncpg://host/band", "postgresql+asyncpg://host/band"),
        ("postgresql://a@/band?host=/run/pg", "postgresql+asyncpg://a@/band?host=%2Frun%2Fpg"),
        ("postgresql://a@%2Frun%2Fpg/band", "postgresql+asyncpg://a@/band?host=%2Frun%2Fpg"),
        ("postgresql://a@host/band?sslmode=require", "postgresql+asyncpg://a@host/band?ssl=require"),
    ],
)
def test_an_address_is_understood_in_the_forms_people_write(written, meant):
    assert database_url(written).render_as_string(hide_password=False) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "bandwidth.db",
        "mysql://root:hunter2@host/band",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://bandwidth.db",
        "sqlite:///nowhere/at/all/bandwidth.db",
        "sqlite:///bandwidth.db?mode=ro",
        "postgresql://a:hunter2@host",
        "postgresql://a:hunter2@host:port/band",
        "postgresql://a:hunter2@host/band?sslmode=perhaps",
        "postgresql://a:hunter2@host/band?target=hunter2",
    ],
)
def test_a_bad_address_is_told_in_one_line_without_its_password(written):
    with pytest.raises(BadDatabaseUrl) as caught:
        open_engine(written)
    said = str(caught.value)
    assert said
    assert "\n" not in said
    assert "hunter2" not in said


@pytest.mark.parametrize(
    "address",
    ["postgresql://a:hunter2@127.0.0.1:1/band", "postgresql://a:hunter2@/band?host=/nowhere"],
)
async def test_a_server_that_is_not_there_is_told_in_one_line(address):
    engine = open_engine(address)
    with pytest.raises(DatabaseUnreachable) as caught:
        await _look(engine)
    await engine.dispose()
    assert "\n" not in str(caught.value)
    assert "hunter2" not in str(caught.value)


async def test_a_database_that_the_server_does_not_have_is_told_in_one_line(pg_uri):
    engine = open_engine(pg_uri.replace("/postgres?", "/nowhere?"))
    with pytest.raises(DatabaseUnreachable, match="nowhere") as caught:
        await _look(engine)
    await engine.dispose()
    assert "\n" not in str(caught.value)


async def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path):
    path = tmp_path / "bandwidth.db"
    path.write_bytes(b"This is not a database at all." * 100)
    engine = open_engine(f"sqlite:///{path}")
    with pytest.raises(StorageError) as caught:
        await _look(engine)
    await engine.dispose()
    assert "\n" not in str(caught.value)


async def test_sqlite_is_opened_as_it_should_be(template_db, tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    async with engine.connect() as connection:
        found = {
            name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    await engine.dispose()
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 2}
    assert sqlite3.sqlite_version_info >= (3, 35)  # RETURNING


async def _look(engine):
    async with Transactions(engine).read():
        pass
