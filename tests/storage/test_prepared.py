"""Statements that are kept for SQLite give what SQLAlchemy gives, and wait where they may wait."""

import asyncio
import sqlite3
import threading
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from core.unit import Conflict
from storage.bands.tables import band, binding
from storage.engine import sqlite_driver as trips
from storage.engine.engines import open_engine
from storage.engine.prepared_statements import prepared
from storage.engine.statements import Statements
from storage.engine.transactions import Transactions
from storage.people.tables import person
from storage.scheduling.tables import confirmation

NOON = datetime(2027, 3, 1, 12, 0, 30, 250_000, tzinfo=UTC)
_ADD_PERSON = insert(person).returning(person.c.id)
_ADD_BAND = insert(band).returning(band.c.id)
_PEOPLE = (
    select(person)
    .where(person.c.id.in_(bindparam("ids", expanding=True)), person.c.made_at >= bindparam("since"))
    .order_by(person.c.id)
)
_BANDS = select(band).order_by(band.c.id)
_RENAME = update(person).where(person.c.id == bindparam("which"))
_CONFIRM = insert(confirmation)
_CONFIRMED = select(confirmation).order_by(confirmation.c.month)
_BIND = insert(binding)
_LITERAL = select(person.c.id, person.c.name).where(person.c.name == "Jo")


@pytest.fixture
async def transactions(engine):
    return Transactions(engine)


def naming(name: str) -> dict[str, object]:
    return {"name": name, "made_at": NOON, "free_by_default": True, "instruments": ["bass", "drums"]}


async def added(write: Statements, *names: str) -> list[int]:
    return [await write.new_id(_ADD_PERSON, naming(name)) for name in names]


async def test_the_first_time_and_later_ones_give_the_same_rows(transactions):
    async with transactions.write() as write:
        ids = await added(write, "Jo", "Sam", "Ana")
        for number in range(3):
            values = {"name": f"Band {number}", "zone": "Europe/London", "genres": ["dub"], "made_at": NOON}
            await write.new_id(_ADD_BAND, values)
    async with transactions.read() as read:
        people = [await read.rows(_PEOPLE, {"ids": ids, "since": NOON}) for _ in range(4)]
        bands = [await read.rows(_BANDS) for _ in range(4)]
    assert [tuple(map(tuple, rows)) for rows in people] == [tuple(map(tuple, people[0]))] * 4
    assert [each.name for each in people[3]] == ["Jo", "Sam", "Ana"]
    assert [each.made_at for each in people[3]] == [NOON] * 3
    assert [each.instruments for each in people[3]] == [["bass", "drums"]] * 3
    assert people[3][0]._fields == people[0][0]._fields
    assert [tuple(map(tuple, rows)) for rows in bands] == [tuple(map(tuple, bands[0]))] * 4
    assert bands[3][0].genres == ["dub"]


async def test_a_list_may_have_another_length_each_time(transactions):
    async with transactions.write() as write:
        ids = await added(write, *map(str, range(6)))
    async with transactions.read() as read:
        for some in (ids, ids[:2], [], ids[4:], tuple(ids[1:3]), ids):
            for _ in range(3):
                found = await read.rows(_PEOPLE, {"ids": some, "since": NOON})
                assert [each.id for each in found] == list(some)


async def test_values_may_be_left_out_and_be_none(transactions):
    async with transactions.write() as write:
        [jo] = await added(write, "Jo")
        for _ in range(3):
            assert await write.write(_RENAME, {"which": jo, "name": "Joanna", "zone": "Europe/Berlin"}) == 1
            assert await write.write(_RENAME, {"which": jo, "zone": None}) == 1
            [row] = await write.rows(_PEOPLE, {"ids": [jo], "since": NOON})
            assert (row.name, row.zone) == ("Joanna", None)
        assert await write.write(_RENAME, {"which": -1, "zone": None}) == 0


async def test_many_sets_of_values_are_all_written(transactions):
    async with transactions.write() as write:
        ids = await added(write, "Jo", "Sam", "Ana")
        months = [date(2027, number, 1) for number in range(1, 10)]
        for number, who in enumerate(ids):
            sets = [{"person": who, "month": each, "at": NOON} for each in months[number * 3 :][:3]]
            await write.write(_CONFIRM, sets)
        found = await write.rows(_CONFIRMED)
    assert [(each.month, each.at) for each in found] == [(each, NOON) for each in months]


async def test_what_a_statement_says_itself_is_kept_with_it(transactions):
    async with transactions.write() as write:
        [jo, _] = await added(write, "Jo", "Sam")
        for _ in range(3):
            assert [tuple(each) for each in await write.rows(_LITERAL)] == [(jo, "Jo")]


async def test_a_row_with_json_in_it_is_its_readers_own(transactions):
    async with transactions.write() as write:
        [jo] = await added(write, "Jo")
    for _ in range(3):
        async with transactions.read() as read:
            [row] = await read.rows(_PEOPLE, {"ids": [jo], "since": NOON})
        assert row.instruments == ["bass", "drums"]
        row.instruments.append("vuvuzela")


async def test_a_key_that_is_taken_is_a_conflict_each_time(transactions):
    async with transactions.write() as write:
        values = {"name": "Foxes", "zone": "Europe/London", "genres": [], "made_at": NOON}
        foxes = await write.new_id(_ADD_BAND, values)
        await write.write(_BIND, {"kind": "server", "key": "discord:1", "band": foxes})
    for _ in range(3):
        with pytest.raises(Conflict):
            async with transactions.write() as write:
                await write.write(_BIND, {"kind": "server", "key": "discord:1", "band": foxes})


async def test_a_local_time_is_refused_each_time(transactions):
    async with transactions.write() as write:
        await added(write, "Jo")
        for _ in range(3):
            with pytest.raises(Exception, match="not an instant"):
                await write.new_id(_ADD_PERSON, {**naming("Sam"), "made_at": NOON.replace(tzinfo=None)})
        assert len(await write.rows(select(person))) == 1


@pytest.fixture
async def lite(tmp_path):
    """SQLite alone: a table whose statements can be told apart from all others."""
    engine = open_engine(f"sqlite:///{tmp_path / 'lite.db'}")
    async with Transactions(engine).write() as write:
        await write.write(text("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)"))
        await write.write(text("INSERT INTO person VALUES (1, 'Jo')"))
    yield engine
    await engine.dispose()


_NAMES = select(person.c.name).order_by(person.c.id)
_CALL = update(person).where(person.c.id == 1)


async def test_only_what_may_wait_leaves_the_loop(lite, monkeypatch):
    where: list[bool] = []
    told = trips._told
    monkeypatch.setattr(
        trips, "_told", lambda cursor: (where.append(threading.current_thread() is here), told(cursor))[1]
    )
    here = threading.current_thread()
    transactions = Transactions(lite)
    for _ in range(2):
        where.clear()
        async with transactions.read() as read:
            for _ in range(3):
                await read.rows(_NAMES)
    assert where == [False, True, True]
    for _ in range(2):
        where.clear()
        async with transactions.write() as write:
            await write.write(_CALL, {"name": "Joanna"})
            await write.rows(_NAMES)
    assert where == [True, True]


async def test_a_trouble_of_the_database_is_the_drivers_as_sqlalchemy_tells_it(lite):
    transactions = Transactions(lite)
    for _ in range(2):
        async with transactions.read() as read:
            assert [each.name for each in await read.rows(_NAMES)] == ["Jo"]
    async with transactions.write() as write:
        await write.write(text("DROP TABLE person"))
    for _ in range(2):
        async with transactions.read() as read:
            with pytest.raises(DBAPIError, match="no such table") as caught:
                await read.rows(_NAMES)
            assert isinstance(caught.value.orig, sqlite3.OperationalError)


async def test_who_does_not_wait_for_the_first_statement_leaves_nothing_behind(lite):
    transactions = Transactions(lite)
    reads = [await _cut_short(transactions, turns) for turns in range(12)]
    assert "called off" in reads
    async with transactions.write() as write:
        await write.write(_CALL, {"name": "Joanna"})
    async with transactions.read() as read:
        assert [each.name for each in await read.rows(_NAMES)] == ["Joanna"]
    assert lite.pool.checkedout() == 0


async def _cut_short(transactions: Transactions, turns: int) -> str:
    """Read, and be called off after so many turns of the loop."""

    async def read() -> str:
        async with transactions.read() as statements:
            await statements.rows(_NAMES)
            await statements.rows(_NAMES)
        return "read"

    task = asyncio.create_task(read())
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    try:
        return await task
    except asyncio.CancelledError:
        return "called off"


def test_few_shapes_of_a_statement_are_kept(tmp_path):
    dialect = open_engine(f"sqlite:///{tmp_path / 'shapes.db'}").dialect
    statement = select(person.c.id).where(person.c.id.in_(bindparam("ids", expanding=True)))
    found = [
        prepared(statement, {"ids": list(range(length))}, dialect, many=False) is not None
        for length in range(60)
    ]
    assert found[0] is False
    assert found[1:33] == [True] * 32
    assert found[33:] == [False] * 27
