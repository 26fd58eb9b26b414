"""Plays the scene with the program as it is, and keeps what came of it: `python -m tests.snapshot.make`.

Done once for each release whose data must go on working; the files of an earlier one are never made again.
"""

import asyncio
import os
import tempfile
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.engines import open_engine
from storage.migrate import migrate
from storage.schema import metadata
from storage.unit import SqlUnits
from tests.fakes import databases
from tests.fakes.clock import FrozenClock
from tests.fakes.stage import Stage, make_dispatcher
from tests.snapshot.scene import Recorded, play

HERE = Path(__file__).parent
RELEASE = "2026-11"


async def played(url: str) -> Recorded:
    """The scene, on an empty database."""
    engine = open_engine(url)
    try:
        clock, units = FrozenClock(), SqlUnits(engine, secret=b"snapshot")
        return await play(Stage(make_dispatcher(units, clock)), units, clock)
    finally:
        await engine.dispose()


async def dumped(url: str) -> str:
    """All rows as SQL: the revision of the tables in the first line, and a statement for each row."""
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            [revision] = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalars()
            lines = [f"-- revision {revision}"]
            for table in metadata.sorted_tables:
                lines += await _rows(connection, table.name, [column.name for column in table.c])
            lines += await _numbers(connection)
        return "\n".join(lines) + "\n"
    finally:
        await engine.dispose()


async def _rows(connection: AsyncConnection, table: str, columns: list[str]) -> list[str]:
    lite = connection.dialect.name == "sqlite"
    quoted = [f'quote("{each}")' if lite else f'quote_nullable("{each}"::text)' for each in columns]
    found = await connection.execute(text(f'SELECT {", ".join(quoted)} FROM "{table}" ORDER BY 1, 2'))
    names = ", ".join(f'"{each}"' for each in columns)
    return [f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(row)});' for row in found]


async def _numbers(connection: AsyncConnection) -> list[str]:
    """Where the numbers of rows go on: none may come back with another meaning."""
    if connection.dialect.name == "sqlite":
        found = await connection.execute(text("SELECT name, seq FROM sqlite_sequence ORDER BY name"))
        return [
            f"DELETE FROM sqlite_sequence WHERE name = '{name}'; "
            f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{name}', {at});"
            for name, at in found
        ]
    found = await connection.execute(
        text("SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL ORDER BY 1")
    )
    return [f"SELECT setval('{name}', {at});" for name, at in found]


async def _make(name: str, url: str) -> str:
    await migrate(url)
    town = await played(url)
    (HERE / f"{RELEASE}.{name}.sql").write_text(await dumped(url), "utf-8")
    return "".join("\t".join(each) + "\n" for each in town.presses)


def main() -> None:
    """Both databases."""
    with tempfile.TemporaryDirectory() as folder:
        lite = asyncio.run(_make("sqlite", f"sqlite:///{folder}/town.db"))
    databases.make_folder()
    try:
        with databases.server() as uri:
            asyncio.run(databases.maintain(uri, "CREATE DATABASE town TEMPLATE template0"))
            large = asyncio.run(_make("postgresql", databases.in_database(uri, "town")))
    finally:
        databases.remove_folder()
    if lite != large:
        raise SystemExit("The two databases number their rows differently: their buttons are not the same.")
    (HERE / f"{RELEASE}.tokens").write_text(lite, "utf-8")


if __name__ == "__main__":
    os.environ.pop("BANDWIDTH_DATABASE_URL", None)
    main()
