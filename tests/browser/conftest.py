"""Real browsers: the program's own web server on a database of the test's, opened in Chromium."""

import asyncio
import os
from pathlib import Path

import pytest
import pytest_asyncio

from bandwidth.app import build
from bandwidth.settings import OperatorSettings
from bandwidth.website import site_of
from core.ids import Platform
from tests.fakes.browsing import CHROMIUM, FLAGS, Browsing, axe_core, lacking
from web.server import WebServer

HERE = Path(__file__).parent
in_one_loop = pytest_asyncio.fixture(loop_scope="session")
"""A fixture in the loop that the browser lives in."""


def pytest_collection_modifyitems(items):
    """One browser serves all tests here, in one loop of one process; without one they are left out."""
    why = lacking()
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if why:
                item.add_marker(pytest.mark.skip(reason=why))


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def chromium():
    """The browser."""
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
def public_url() -> str | None:
    """The address that the program takes for its own; links have its path. A test may give another."""


@pytest.fixture
def more_settings() -> dict[str, object]:
    """What else the operator has set. A test may give something."""
    return {}


@in_one_loop
async def program(db_url, clock, public_url, more_settings):
    """The program, without its bots."""
    settings = OperatorSettings(database_url=db_url, public_url=public_url, **more_settings)
    app = await build(settings, clock=clock)
    yield app
    await app.close()


@pytest.fixture
def units(program):
    """Units on the database that the pages show."""
    return program.units


@in_one_loop
async def address(program):
    """Where the program's web server listens."""
    server = WebServer(site_of(program, tuple(Platform)), host="127.0.0.1", port=0)
    serving = asyncio.create_task(server.serve())
    yield server.address
    await server.stop()
    await serving


@pytest.fixture(scope="session")
def screenshots(tmp_path_factory):
    """A folder for all pictures of a run: the one that SCREENSHOTS names, or one that pytest removes by and by."""
    if not os.environ.get("SCREENSHOTS"):
        return tmp_path_factory.mktemp("screenshots", numbered=False)
    folder = Path(os.environ["SCREENSHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@in_one_loop
async def browsing(chromium, address, screenshots):
    """Opens pages, and fails the test where the browser has complained."""
    browsing = Browsing(chromium, address, screenshots)
    yield browsing
    await browsing.close()
    assert browsing.complaints == []


@pytest.fixture(scope="session")
def axe(request, tmp_path_factory):
    """The source of axe-core; where it cannot be brought, the test is left out."""
    cache = getattr(request.config, "cache", None)
    try:
        return axe_core(cache.mkdir("axe-core") if cache else tmp_path_factory.mktemp("axe-core"))
    except OSError as error:
        pytest.skip(str(error))
