"""What every test may ask for: a migrated database of its own, units on it, a clock that stands still."""

import asyncio
import os
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from tests.fakes import databases
from tests.fakes.clock import FrozenClock

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# How long an example takes says how busy the machine is.


ELSEWHERE = {"tests/browser/": "in a real browser", "tests/pretix/": "with a real pretix"}
"""The folders whose tests need another program, which may not be here."""


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        databases.make_folder()


def pytest_xdist_auto_num_workers(config):
    """More than there are processors: many tests wait for another process."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(2 * processors, processors + 4)


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        databases.remove_folder()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter):
    """End with what was left out for want of other programs, so that nobody takes it for tested."""
    result = yield
    reasons = Counter(
        (where, each.longrepr[2].removeprefix("Skipped: "))
        for each in terminalreporter.stats.get("skipped", ())
        for folder, where in ELSEWHERE.items()
        if each.nodeid.startswith(folder)
    )
    for (where, reason), count in reasons.items():
        terminalreporter.write_line(f"LEFT OUT: {count} tests {where}, because: {reason}", yellow=True)
    return result


@pytest.fixture(scope="session")
def template_db(tmp_path_factory) -> Path:
    """A migrated, empty SQLite file; copied for each test, never opened by one."""
    from storage.migrate import migrate

    path = tmp_path_factory.mktemp("template") / "bandwidth.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def pg_uri():
    """The address of a PostgreSQL server's maintenance database; all workers of a run share the server."""
    with databases.server() as uri:
        yield uri


@pytest.fixture
def pg_empty(pg_uri):
    """The address of a PostgreSQL database without tables that this test has to itself."""
    with asyncio.Runner() as runner:
        held = databases.empty(pg_uri)
        yield runner.run(held.__aenter__())
        runner.run(held.__aexit__(None, None, None))


@pytest.fixture(scope="session")
def pg_database(pg_uri, worker_id) -> str:
    """The address of a migrated PostgreSQL database; emptied for each test."""
    return databases.migrated(pg_uri, worker_id)


@pytest.fixture
def database() -> str:
    """Which database the test is run on: SQLite, unless the test or its folder asks for both."""
    return "sqlite"


@pytest.fixture
def servers(database, request) -> None:
    """Servers and templates are made here, where no loop is running yet."""
    request.getfixturevalue("template_db" if database == "sqlite" else "pg_database")


@pytest.fixture
async def db_url(database, servers, request, tmp_path) -> str:
    """The address of a migrated, empty database that this test has to itself."""
    if database == "sqlite":
        return f"sqlite:///{shutil.copy(request.getfixturevalue('template_db'), tmp_path / 'bandwidth.db')}"
    return await databases.emptied(request.getfixturevalue("pg_database"))


@pytest.fixture
async def engine(db_url):
    from storage.engine.engines import open_engine

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
