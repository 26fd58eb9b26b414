"""What every test may ask for: a migrated database of its own, units on it, a clock that stands still."""

import asyncio
import shutil
from pathlib import Path

import pytest

from tests.fakes.clock import FrozenClock


@pytest.fixture(scope="session")
def template_db(tmp_path_factory) -> Path:
    """A migrated, empty SQLite file; copied for each test, never opened by one."""
    from storage.migrate import migrate

    path = tmp_path_factory.mktemp("template") / "bandwidth.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture
def db_url(template_db, tmp_path) -> str:
    """The address of a database that is this test's own."""
    return f"sqlite:///{shutil.copy(template_db, tmp_path / 'bandwidth.db')}"


@pytest.fixture
async def engine(db_url):
    from storage.engine import open_engine

    engine = open_engine(db_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def units(engine):
    from storage.unit import SqlUnits

    return SqlUnits(engine, secret=b"only for tests")


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()
