"""A town that is made once and copied for each test, and somebody who has come to try it."""

import asyncio
import shutil

import pytest

from bandwidth.app import build
from bandwidth.demo.builder import RememberedCodes, make_town
from bandwidth.invite_codes import rehearsed
from bandwidth.settings import OperatorSettings
from tests.demo.visitor import visiting
from tests.fakes.clock import FrozenClock
from tests.journeys.conftest import played

__all__ = ["played"]


async def made(url, clock):
    """Make the town there; the names of its parts, as they were told."""
    codes, heard = RememberedCodes(rehearsed(1)), []
    app = await build(OperatorSettings(database_url=url), clock=clock, codes=codes)
    try:
        await make_town(app, codes, heard.append)
    finally:
        await app.close()
    return heard


@pytest.fixture(scope="session")
def town_db(template_db, tmp_path_factory):
    """A SQLite file with the town in it, made at the frozen clock's evening; never opened by a test."""
    path = shutil.copy(template_db, tmp_path_factory.mktemp("town") / "town.db")
    asyncio.run(made(f"sqlite:///{path}", FrozenClock()))
    return path


@pytest.fixture
async def visitor(town_db, tmp_path, clock):
    """Somebody at a table in a town of their own."""
    url = f"sqlite:///{shutil.copy(town_db, tmp_path / 'town.db')}"
    async with visiting(url, clock) as visitor:
        yield visitor


@pytest.fixture
def played_in_town(played):
    """What `bandwidth demo --script` prints for these words."""
    return lambda words: played(words, "demo")
