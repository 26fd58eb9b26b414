"""What people have from an earlier release goes on working: their buttons, their data, what waits for them.

A database of that release (made by make.py, kept as SQL) is restored and migrated. Then each of its buttons is
pressed, all is undone and done again, what waits is delivered, and everybody takes their data away. What is said
and what changes in the rows is compared with what was agreed: the files `*.expected`, reviewed like code.
"""

import asyncio
import itertools
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Self

import asyncpg
import pytest
from sqlalchemy import select

from bots.chat.turn import PressedButton, TypedLine
from core.ids import Platform
from storage.engine.engines import open_engine
from storage.migrate import migrate
from storage.schema import metadata
from storage.unit import SqlUnits
from tests.fakes import databases
from tests.fakes.clock import FrozenClock
from tests.fakes.letters import Letters
from tests.fakes.stage import Stage, make_dispatcher, text_of

HERE = Path(__file__).parent
RELEASE = "2026-11"
REFRESH = "REFRESH_SNAPSHOT"
HOW = f"To refresh: {REFRESH}=1 pytest tests/snapshot, then read every changed line."
BUTTONS = [line.split("\t") for line in (HERE / f"{RELEASE}.tokens").read_text("utf-8").splitlines()]
PEOPLE = tuple(dict.fromkeys(name for name, *_ in BUTTONS))
LASTING = (
    *("account", "availability", "band", "binding", "commitment", "confirmation", "feed", "invite"),
    *("membership", "nudge", "person", "rsvp"),
)
"""Tables whose rows are compared; of the others (what was done, asked and is to be told) how many there are."""
SPOKEN = {"seen_at", "revision", "freed"}
"""Columns that change when somebody so much as speaks, a row is locked, or a derived one is due again."""


@pytest.fixture(params=databases.BOTH)
def database(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def restored_file(tmp_path_factory):
    """The release's SQLite file, migrated; copied by whatever wants it. Made where no loop is running yet."""
    path = tmp_path_factory.mktemp("town") / "town.db"
    asyncio.run(_restored(f"sqlite:///{path}", "sqlite"))
    return path


async def _restored(url: str, name: str) -> str:
    words = (HERE / f"{RELEASE}.{name}.sql").read_text("utf-8")
    await migrate(url, to=words.splitlines()[0].split()[-1])
    if name == "sqlite":
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.executescript(words)
    else:
        connection = await asyncpg.connect(url)
        await connection.execute(f"SET session_replication_role = replica;\n{words}")
        await connection.close()
    await migrate(url)
    return url


@pytest.fixture
async def town_url(database, request, tmp_path):
    """The address of a restored and migrated database of this test's own."""
    if database == "sqlite":
        yield await _restored(f"sqlite:///{tmp_path / 'town.db'}", database)
        return
    async with databases.empty(request.getfixturevalue("pg_uri")) as url:
        yield await _restored(url, database)


class Town:
    """The restored database with today's program before it."""

    def __init__(self, url: str) -> None:
        self.engine = open_engine(url)
        self.clock = FrozenClock()
        self.clock.advance(minutes=15)  # the last thing in the scene happened after ten
        self.units = SqlUnits(self.engine, secret=b"snapshot")
        dispatcher = make_dispatcher(self.units, self.clock, first_code=5000)
        self.stage = Stage(dispatcher, itertools.count(100_000))  # no message that was there before

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.engine.dispose()

    async def presses(self, name: str, on: str, where: str, token: str) -> list[str]:
        """What an old button answers: its words, and its own buttons."""
        answer = await self.stage.does(name, PressedButton(token), on=Platform(on), where=where or None)
        return said(answer.reply)

    async def rows(self) -> dict[str, set[str]]:
        """What stands in the tables that last, and how many rows the others have."""
        found = {}
        async with self.engine.connect() as connection:
            for table in metadata.sorted_tables:
                columns = [column for column in table.c if column.name not in SPOKEN]
                rows = (await connection.execute(select(*columns))).all()
                lasts = table.name in LASTING
                found[table.name] = (
                    {str(tuple(map(str, row))) for row in rows} if lasts else {f"{len(rows)} rows"}
                )
        return found


def rows_in(path: Path) -> dict[str, set[str]]:
    """The same of a file, as SQLite has it."""
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        for table in metadata.sorted_tables:
            columns = ", ".join(f'"{column.name}"' for column in table.c if column.name not in SPOKEN)
            rows = connection.execute(f"SELECT {columns} FROM {table.name}").fetchall()
            lasts = table.name in LASTING
            found[table.name] = (
                {str(tuple(map(str, row))) for row in rows} if lasts else {f"{len(rows)} rows"}
            )
    return found


def said(reply) -> list[str]:
    labels = [button.label for row in reply.buttons for button in row]
    return [*text_of(reply).splitlines(), *([f"[{'] ['.join(labels)}]"] if labels else [])]


def changed(before: dict[str, set[str]], after: dict[str, set[str]]) -> list[str]:
    lines = []
    for table, rows in before.items():
        lines += [f"- {table} {row}" for row in sorted(rows - after[table])]
        lines += [f"+ {table} {row}" for row in sorted(after[table] - rows)]
    return lines


def agreed(name: str, lines: list[str]) -> None:
    path = HERE / f"{RELEASE}.{name}.expected"
    if os.environ.get(REFRESH):
        path.write_text("\n".join(lines) + "\n", "utf-8")
    assert lines == path.read_text("utf-8").splitlines(), HOW


async def test_each_button_answers_as_it_did_and_changes_what_it_did(restored_file, tmp_path):
    lines, before = [], rows_in(restored_file)
    for number, (name, on, where, label, token) in enumerate(BUTTONS):
        path = shutil.copy(restored_file, tmp_path / f"{number}.db")
        async with Town(f"sqlite:///{path}") as town:
            lines += ["", f"{name} presses [{label}] {token}", *await town.presses(name, on, where, token)]
        lines += changed(before, rows_in(path))
    agreed("pressed", lines)


async def test_all_buttons_one_after_the_other(town_url):
    lines = []
    async with Town(town_url) as town:
        for name, on, where, label, token in BUTTONS:
            lines += ["", f"{name} presses [{label}] {token}", *await town.presses(name, on, where, token)]
            town.clock.advance(seconds=1)
    agreed("pressed_in_a_row", lines)


async def test_all_is_undone_and_done_again(town_url):
    table = metadata.tables["change"]
    lines = []
    async with Town(town_url) as town:
        async with town.engine.connect() as connection:
            account = metadata.tables["account"]
            query = select(table.c.id, account.c.key, table.c.undone).join(
                account, (account.c.person == table.c.person) & (account.c.platform == "console")
            )
            changes = (await connection.execute(query.order_by(table.c.id))).all()
        first = await town.rows()
        for verb, order in (("undo", changes[::-1]), ("redo", changes)):
            for each in order:
                token = town.stage.dispatcher.tokens.encode(verb, (each.id,))
                words = await town.presses(each.key, "console", "", token)
                lines += ["", f"{each.key}: {verb} {each.id}", *words]
            lines += ["", f"after all {verb}:", *changed(first, await town.rows())]
    agreed("undone", lines)


async def test_what_waited_is_told(town_url):
    lines = []
    async with Town(town_url) as town:
        letters = Letters.through(town.units, town.engine, town.clock)
        for hours in (0, 24, 24, 24 * 6):
            town.clock.advance(hours=hours)
            for name, texts in sorted((await letters.come()).items()):
                for words in texts:
                    lines += ["", f"{name} is told:", *words.splitlines()]
    agreed("told", lines)


async def test_everybody_takes_their_data_away(town_url):
    lines = []
    async with Town(town_url) as town:
        for name in PEOPLE:
            answer = await town.stage.does(name, TypedLine("/mydata"))
            lines += ["", f"{name}:", *said(answer.reply)]
            if answer.reply.file is not None:
                lines += answer.reply.file.content.decode("utf-8").splitlines()
    agreed("mydata", lines)
