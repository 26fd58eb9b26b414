"""Many writers on one SQLite file, each with an engine of its own: nothing lost, nobody turned away."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.ids import PersonId
from storage.engine.engines import open_engine
from storage.engine.errors import DatabaseBusy
from storage.unit import SqlUnits
from tests.storage.makings import person

WRITER = """
import asyncio, sys
from core.ids import PersonId
from storage.engine.engines import open_engine
from storage.unit import SqlUnits

async def main(url, times):
    engine = open_engine(url)
    units = SqlUnits(engine, secret=b"")
    for _ in range(times):
        async with units.write() as unit:
            number = int((await unit.people.get(PersonId(1))).zone)
            await unit.people.set_zone(PersonId(1), str(number + 1))
    await engine.dispose()

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


@pytest.fixture
def database(template_db) -> str:
    return "sqlite"


@pytest.fixture
async def zero(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        await unit.people.set_zone(ann.id, "0")
    assert ann.id == 1


async def number(units):
    async with units.read() as unit:
        return int((await unit.people.get(PersonId(1))).zone)


async def test_processes_that_write_at_once_lose_nothing(units, db_url, zero):
    root = Path(__file__).parents[2]
    command = [sys.executable, "-W", "error", "-c", WRITER, db_url, "25"]
    processes = [
        await asyncio.create_subprocess_exec(*command, cwd=root, stderr=asyncio.subprocess.PIPE)
        for _ in range(6)
    ]
    told = await asyncio.gather(*(each.communicate() for each in processes))
    assert [errors for _, errors in told] == [b""] * 6
    assert [each.returncode for each in processes] == [0] * 6
    assert await number(units) == 150


async def test_twenty_threads_with_engines_of_their_own_lose_nothing(units, db_url, zero):
    async def write():
        engine = open_engine(db_url)
        mine = SqlUnits(engine, secret=b"")
        for _ in range(5):
            async with mine.write() as unit:
                found = int((await unit.people.get(PersonId(1))).zone)
                await unit.people.set_zone(PersonId(1), str(found + 1))
        await engine.dispose()

    with ThreadPoolExecutor(20) as threads:
        loop = asyncio.get_running_loop()
        await asyncio.gather(
            *(loop.run_in_executor(threads, lambda: asyncio.run(write())) for _ in range(20))
        )
    assert await number(units) == 100


async def test_a_lock_held_for_too_long_is_told_as_busy(units, db_url, zero, monkeypatch):
    monkeypatch.setattr("storage.engine.engines.BUSY_SECONDS", 0.05)
    monkeypatch.setattr("storage.engine.transactions.PATIENCE_SECONDS", 0.3)
    impatient = open_engine(db_url)
    async with units.write() as unit:
        await unit.people.set_zone(PersonId(1), "1")
        with pytest.raises(DatabaseBusy):
            async with asyncio.timeout(30), SqlUnits(impatient, secret=b"").write():
                pass
    assert impatient.pool.checkedout() == 0
    async with SqlUnits(impatient, secret=b"").write() as unit:
        assert (await unit.people.get(PersonId(1))).zone == "1"
    await impatient.dispose()
