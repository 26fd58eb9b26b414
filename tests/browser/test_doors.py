"""Pages behind links that people are sent, as people see and use them."""

import pytest

from tests.fakes.stage import Stage

TELEGRAM = "bandwidth_bot"
POST = "/post Fri 11 Dec, need 2 support, doors 7:30, on stage 8:15, indie, 200 cap, £150"


@pytest.fixture
def public_url():
    """Links below a path are the harder ones."""
    return "https://example.org/band"


@pytest.fixture(autouse=True)
def bots(program):
    """Both bots are known, so that the pages have all their ways on."""
    program.dispatcher.bot_address.telegram = TELEGRAM
    program.dispatcher.bot_address.discord_invite = "https://discord.com/oauth2/authorize?client_id=1"


@pytest.fixture
def stage(program):
    return Stage(program.dispatcher)


async def of_a_band(stage):
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    made = await stage.says("Ana", "/band invite part: drums")
    return f"/join/{made.result.invited.code}", made.result.invited.code


async def of_a_gig(stage):
    await of_a_band(stage)
    await stage.says("Dana", "/venue create The Heron city: Leeds")
    await stage.presses("Dana", await stage.says("Dana", POST), "Publish")
    given = await stage.says("Dana", "/offer The Foxes date: Fri 11 Dec")
    return f"/gig/{given.result.code}", given.result.code


async def of_the_zone(stage):
    return "/zone", None


@pytest.mark.parametrize("door", [of_a_band, of_a_gig, of_the_zone])
async def test_a_door_is_sound_on_every_screen_with_and_without_javascript(browsing, stage, door):
    path, _ = await door(stage)
    await browsing.sound(path)


@pytest.mark.parametrize("door", [of_a_band, of_a_gig, of_the_zone])
async def test_a_door_puts_up_no_grave_barrier(browsing, stage, axe, door):
    path, _ = await door(stage)
    assert await browsing.barriers(path, axe) == []


@pytest.mark.parametrize("door", [of_a_band, of_a_gig])
async def test_a_button_copies_the_code_and_says_so(browsing, stage, door):
    path, code = await door(stage)
    page = await browsing.open(path)
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.get_by_role("button", name="Copy").click()
    await page.get_by_role("button", name="Copied").wait_for()
    assert await page.evaluate("() => navigator.clipboard.readText()") == f"{code[:4]}-{code[4:]}"


async def test_without_javascript_the_code_is_there_to_be_selected_and_no_button_is(browsing, stage):
    path, code = await of_a_band(stage)
    page = await browsing.open(path, javascript=False)
    assert await page.get_by_role("button").count() == 0
    assert await page.locator(".copied").inner_text() == f"{code[:4]}-{code[4:]}"


async def test_the_browser_s_zone_is_shown_with_its_command_and_its_link(browsing, chromium):
    context = await chromium.new_context(timezone_id="America/New_York")
    browsing.contexts.append(context)
    page = await context.new_page()
    await page.goto(browsing.address + "/zone")
    assert await page.get_by_role("heading", name="Your browser says America/New_York").is_visible()
    assert await page.locator(".copied").inner_text() == "/timezone America/New_York"
    link = await page.get_by_role("link", name="Set it on Telegram").get_attribute("href")
    assert link == f"https://t.me/{TELEGRAM}?start=zone_QW1lcmljYS9OZXdfWW9yaw"


async def test_a_browser_without_a_place_is_told_how_to_type_it(browsing, chromium):
    context = await chromium.new_context(timezone_id="UTC")
    browsing.contexts.append(context)
    page = await context.new_page()
    await page.goto(browsing.address + "/zone")
    assert not await page.locator("#found").is_visible()
    assert await page.get_by_text("/timezone Leeds").is_visible()


async def test_what_the_link_of_the_zone_says_is_understood_in_chat(browsing, chromium, stage):
    context = await chromium.new_context(timezone_id="America/Port-au-Prince")
    browsing.contexts.append(context)
    page = await context.new_page()
    await page.goto(browsing.address + "/zone")
    link = await page.get_by_role("link", name="Set it on Telegram").get_attribute("href")
    asked = await stage.says("Ana", f"/start {link.partition('start=')[2]}")
    done = await stage.presses("Ana", asked, "Set it")
    assert done.result.zone == "America/Port-au-Prince"
