"""Migrations from empty make the tables; they may be run by anybody, any number of times."""

import asyncio

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert, select, text

from core.changes import CHANGES
from storage.engine.engines import open_engine
from storage.engine.errors import DatabaseTooNew
from storage.migrate import _config, migrate, pending
from storage.program.settings import SqlSettings
from storage.schema import metadata
from tests.snapshot.kinds import NEW_KINDS
from tests.storage.makings import NOW


async def test_an_empty_database_lacks_all_and_gets_it(empty_url):
    missing = await pending(empty_url)
    assert missing[0] == "2026_11_23_first_evening"
    assert await migrate(empty_url) == missing
    assert await pending(empty_url) == ()
    assert await migrate(empty_url) == ()


async def test_migrations_from_empty_make_the_tables(empty_url):
    await migrate(empty_url)
    engine = open_engine(empty_url)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
        if engine.dialect.name == "sqlite":
            migrated = await connection.run_sync(_ddl)
    await engine.dispose()
    if engine.dialect.name == "sqlite":
        # What Alembic does not compare: constraints, defaults, AUTOINCREMENT.
        assert migrated == await _made(empty_url.replace("empty.db", "made.db"))


def differences(connection):
    """The differences between the database and the tables of this release."""
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def _made(url):
    engine = open_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
        made = await connection.run_sync(_ddl)
    await engine.dispose()
    return made


def _ddl(connection):
    query = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' AND sql IS NOT NULL"
    return {
        # A column that was added later stands behind the others, on the last line.
        name: sorted(
            line.strip().strip(",").strip()
            for line in sql.removesuffix(")").replace(", ", ",\n").splitlines()
            if line.strip(" ,")
        )
        for name, sql in connection.execute(text(query))
    }


async def test_processes_may_migrate_at_once(empty_url):
    done = await asyncio.gather(*(migrate(empty_url) for _ in range(8)))
    assert sorted(map(bool, done)) == [False] * 7 + [True]


async def test_a_database_of_a_newer_release_is_left_alone(empty_url):
    await migrate(empty_url)
    engine = open_engine(empty_url)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '2099_tomorrow'"))
    await engine.dispose()
    with pytest.raises(DatabaseTooNew, match="2099_tomorrow"):
        await pending(empty_url)
    with pytest.raises(DatabaseTooNew):
        await migrate(empty_url)


async def test_settings_are_kept(engine):
    settings = SqlSettings(engine)
    assert await settings.get("commands") is None
    await settings.set("commands", "one")
    await settings.set("commands", "two")
    assert await settings.get("commands") == "two"


async def test_the_secret_is_made_once_whoever_asks_first(engine, db_url):
    other = open_engine(db_url)
    secrets = await asyncio.gather(*(SqlSettings(each).secret() for each in [engine, other] * 4))
    assert len(set(secrets)) == 1
    assert len(secrets[0]) == 32
    assert await SqlSettings(other).secret() == secrets[0]
    await other.dispose()


async def test_kinds_of_change_get_the_prefix_of_their_area_and_lose_it(empty_url):
    await migrate(empty_url, to="2026_11_23_band_life")
    engine = open_engine(empty_url)
    before = {**NEW_KINDS, "of a later release": "of a later release"}
    assert set(NEW_KINDS.values()) < {each.kind for each in CHANGES}
    async with engine.begin() as connection:
        person = insert(metadata.tables["person"]).values(id=1, name="Ann", made_at=NOW)
        await connection.execute(person)
        for number, kind in enumerate(before):
            values = {"person": 1, "kind": kind, "cause": f"{number}", "at": NOW, "facts": {"said": [number]}}
            await connection.execute(insert(metadata.tables["change"]).values(**values))
    await migrate(empty_url)
    assert await _kinds(engine) == [*before.values()]
    async with engine.begin() as connection:
        await connection.run_sync(_downgrade, "2026_11_23_band_life")
    assert await _kinds(engine) == [*before]
    await engine.dispose()
    assert await migrate(empty_url) == (
        "2026_11_24_sent_messages",
        "2026_11_30_kinds_of_change",
        "2026_11_30_market",
        "2026_12_01_publications",
        "2026_12_04_ratings",
    )


async def test_the_market_goes_and_comes_back_and_leaves_what_was_there_alone(empty_url):
    before = "2026_11_30_kinds_of_change"
    await migrate(empty_url, to=before)
    engine = open_engine(empty_url)
    tables = metadata.tables
    async with engine.begin() as connection:
        made = [await connection.run_sync(_ddl)] if engine.dialect.name == "sqlite" else []
        await connection.execute(
            text(
                "INSERT INTO person (id, name, free_by_default, made_at) VALUES (1, 'Ann', true, '2026-11-23')"
            )
        )
        await connection.execute(
            text(
                "INSERT INTO band (id, name, zone, genres, made_at, revision) VALUES (1, 'Foxes', 'UTC', '[]', '2026-11-23', 0)"
            )
        )
        await connection.execute(
            text(
                "INSERT INTO membership (band, person, role, required, joined_at) VALUES (1, 1, 'owner', true, '2026-11-23')"
            )
        )
    await migrate(empty_url)
    async with engine.begin() as connection:
        row = (await connection.execute(select(tables["band"]))).one()
        assert (row.name, row.wishes) == ("Foxes", None)
        await connection.run_sync(_downgrade, before)
        if made:
            assert await connection.run_sync(_ddl) == made[0]
        rows = (
            await connection.execute(text("SELECT name FROM person JOIN membership ON person = person.id"))
        ).all()
    assert [tuple(each) for each in rows] == [("Ann",)]
    await engine.dispose()
    assert await migrate(empty_url) == ("2026_11_30_market", "2026_12_01_publications", "2026_12_04_ratings")


async def _kinds(engine):
    """The kind of each change; nothing else of them has changed."""
    table = metadata.tables["change"]
    async with engine.connect() as connection:
        rows = (await connection.execute(select(table).order_by(table.c.id))).all()
    for number, row in enumerate(rows):
        assert (row.cause, row.facts, row.at, row.undone) == (f"{number}", {"said": [number]}, NOW, False)
    return [row.kind for row in rows]


def _downgrade(connection, to):
    config = _config()
    config.attributes["connection"] = connection
    command.downgrade(config, to)
