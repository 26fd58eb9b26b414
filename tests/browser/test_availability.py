"""A band's public page, as somebody at a venue sees it."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import in_one_loop
from tests.fakes.stage import Stage

PUBLIC = "https://example.org"
LONG = "Wolfgang Amadeus Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


@pytest.fixture
def public_url():
    return PUBLIC


@in_one_loop
async def path(program, request):
    """The path of a page with days of each state."""
    stage = Stage(program.dispatcher)
    name = getattr(request, "param", "The Foxes")
    await stage.says("Ana", f"/band create {name} city: Leeds")
    await stage.says("Ana", "/band edit field: genres value: indie, punk")
    invited = await stage.says("Ana", "/band invite")
    await stage.says("Bo", f"/join {invited.result.invited.code}")
    await stage.says("Bo", "/busy every Tuesday")
    await stage.says("Bo", "/busy Sat 12 Dec until 16:00")
    await stage.says("Ana", "/gig Fri 11 Dec 20:00-23:00")
    page = await stage.presses("Ana", await stage.says("Ana", "/share"), "Public page")
    return urlsplit(page.result.address).path


@pytest.mark.parametrize("path", ["The Foxes", LONG], indirect=True)
async def test_the_page_is_sound_on_every_screen_with_and_without_javascript(browsing, path):
    await browsing.sound(path)


async def test_the_page_puts_up_no_grave_barrier(browsing, axe, path):
    assert await browsing.barriers(path, axe) == []


async def test_a_day_has_its_word_and_its_shape_on_every_screen(browsing, path):
    for size in ("phone", "desktop"):
        page = await browsing.open(path, size=size)
        for date, word, shape in (
            ("2026-12-05", "Free", "#free"),
            ("2026-12-08", "Maybe", "#maybe"),
            ("2026-12-11", "No", "#no"),
        ):
            cell = page.locator(f"td:has(time[datetime='{date}'])")
            assert await cell.locator("b").inner_text() == word
            assert await cell.locator("use").get_attribute("href") == shape
            assert await cell.locator("b").evaluate("each => each.scrollWidth <= each.clientWidth")
            box = await cell.locator("svg").bounding_box()
            assert (round(box["width"]), round(box["height"])) == (14, 14)


async def test_a_month_is_there_as_a_list_and_the_code_as_a_picture(browsing, path):
    page = await browsing.open(path)
    listed = page.get_by_text("Sat 12 Dec, 16:00-23:30")
    assert not await listed.last.is_visible()
    await page.get_by_text("December 2026 as a list").click()
    assert await listed.last.is_visible()
    assert await page.locator("img.code").evaluate("each => each.complete && each.naturalWidth > 0")
