"""Every test here that asks for units, an engine or an address is run on both databases."""

import pytest

from tests.fakes import databases


@pytest.fixture(params=databases.BOTH)
def database(request) -> str:
    """Which database the test is run on."""
    return request.param


@pytest.fixture
async def empty_url(database, servers, request, tmp_path):
    """The address of a database without tables."""
    if database == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    async with databases.empty(request.getfixturevalue("pg_uri")) as url:
        yield url
