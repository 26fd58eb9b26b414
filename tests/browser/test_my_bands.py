"""Signing in, and the pages of people who are signed in, as they see and use them."""

import pytest

from tests.fakes.entering import link
from tests.fakes.stage import Stage

POST = "/post Fri 11 Dec, need 2 support, doors 7:30, on stage 8:15, indie, 200 cap, £150"


@pytest.fixture
def stage(program):
    return Stage(program.dispatcher)


@pytest.fixture
async def town(stage):
    await stage.says("Ana", "/band create The Foxes city: Leeds genres: indie, punk")
    for name, words in (("Bo", "part: drums"), ("Cy", "part: vocals")):
        invited = await stage.says("Ana", f"/band invite {words}")
        await stage.says(name, f"/join {invited.result.invited.code}")
    for field, value in (
        ("spotify", "https://open.spotify.com/artist/0OdUWJ0sBjDrqHygGUXeCF"),
        ("instagram", "@thefoxes"),
    ):
        await stage.says("Ana", f"/band edit field: {field} value: {value}")
    await stage.says("Dana", "/venue create The Heron city: Leeds")
    await stage.presses("Dana", await stage.says("Dana", POST), "Publish")
    return stage


async def busy_town(stage):
    """All that can be on a page: rehearsals asked and confirmed, a last look, an invite, an application."""
    await stage.says("Ana", "/rehearse Tue 1 Dec 19:00-22:00")
    return stage


async def test_try(browsing, town):
    await busy_town(town)
    page = await browsing.open(await link(town))
    await page.get_by_role("button", name="Sign in").click()
    print(await page.inner_text("main"))
    await page.screenshot(path="/tmp/bw/door-my.png", full_page=True)
