"""The page of one's bands: what is on, what is asked, and answers that are the same as in chat."""

import pytest

from tests.fakes.entering import enters
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher

POST = "/post Fri 11 Dec, need 2 support, doors 7:30, on stage 8:15, indie, 200 cap, £150"


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock)


@pytest.fixture
async def town(stage):
    """The Foxes (Ana owns, Bo drums, Cy is a booker), the Heron (Dana and Eve), and Zoe of another band."""
    await stage.says("Ana", "/band create The Foxes city: Leeds genres: indie")
    for name, words in (("Bo", "part: drums"), ("Cy", "part: vocals role: booker")):
        invited = await stage.says("Ana", f"/band invite {words}")
        await stage.says(name, f"/join {invited.result.invited.code}")
    await stage.says("Zoe", "/band create The Crows city: Leeds")
    await stage.says("Dana", "/venue create The Heron city: Leeds")
    invited = await stage.says("Dana", "/venue invite")
    await stage.says("Eve", f"/join {invited.result.invited.code}")
    await stage.presses("Dana", await stage.says("Dana", POST), "Publish")
    return stage


async def test_my_bands_says_what_is_on(town, site):
    async with asking(site) as client:
        await enters(town, client)
        page = (await client.get("/my")).text

        assert "The Foxes" in page
        assert "The Crows" not in page
