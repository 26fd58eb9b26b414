"""Signing in, and the pages of people who are signed in, as they see and use them."""

import pytest

from tests.fakes.entering import link
from tests.fakes.signed_in_town import town
from tests.fakes.stage import Stage


@pytest.fixture
def stage(program):
    return Stage(program.dispatcher)


async def test_try(browsing, stage):
    await town(stage)
    for name in ("Bo", "Ana", "Dana"):
        page = await browsing.open(await link(stage, name))
        await page.screenshot(path="/tmp/bw/door-enter.png", full_page=True)
        await page.get_by_role("button", name="Sign in").click()
        print((await page.inner_text("main")).partition("When the")[0])
        await page.screenshot(path=f"/tmp/bw/door-{name}.png", full_page=True)
    await page.get_by_role("link", name="Fri 18 Dec").click()
    print(await page.inner_text("main"))
    await page.screenshot(path="/tmp/bw/door-nights.png", full_page=True)
