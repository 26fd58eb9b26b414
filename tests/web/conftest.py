"""What tests of the web part may ask for: a site, and somebody who asks for its pages."""

import pytest

from tests.fakes.sites import a_site, asking


@pytest.fixture
def site(clock):
    return a_site(clock=clock)


@pytest.fixture
async def reader(site):
    async with asking(site) as client:
        yield client
