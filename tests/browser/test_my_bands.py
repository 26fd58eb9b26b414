"""Signing in, and the pages of people who are signed in, as they see and use them."""

import pytest

from core.marketplace.applications import ApplicationStage
from core.scheduling.kinds import Rsvp
from tests.fakes.entering import link
from tests.fakes.letters import Letters
from tests.fakes.signed_in_town import town
from tests.fakes.stage import Stage
from web.sessions import COOKIE


@pytest.fixture
def stage(program):
    return Stage(program.dispatcher)


@pytest.fixture
async def busy(stage):
    """The town in which something waits for everybody."""
    await town(stage)
    return stage


async def signs_in(browsing, stage, name, **more):
    """Sign in with the button; the browser's page, which is that of one's bands now."""
    page = await browsing.open(await link(stage, name), **more)
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("heading", name="My bands").wait_for()
    return page


async def is_signed_in(browsing, stage, name):
    """From now on each page is opened by somebody who is signed in."""
    page = await signs_in(browsing, stage, name)
    browsing.cookies = [each for each in await page.context.cookies() if each["name"] == COOKIE]
    [cookie] = browsing.cookies
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"
    return page


async def night_of(page):
    """The path of the applicants of Fri 18 Dec."""
    return await page.get_by_role("link", name="Fri 18 Dec").get_attribute("href")


async def test_the_page_that_asks_is_sound_and_without_barriers(browsing, stage, axe):
    path = await link(stage)
    await browsing.sound(path)
    assert await browsing.barriers(path, axe) == []


@pytest.mark.parametrize("name", ["Ana", "Bo", "Dana", "Max"])
async def test_my_bands_is_sound_on_every_screen_with_and_without_javascript(browsing, busy, name):
    await is_signed_in(browsing, busy, name)
    await browsing.sound(f"/my?{name}")


@pytest.mark.parametrize("name", ["Ana", "Bo", "Dana"])
async def test_my_bands_puts_up_no_grave_barrier(browsing, busy, axe, name):
    await is_signed_in(browsing, busy, name)
    assert await browsing.barriers("/my?said=saved", axe) == []


async def test_the_applicants_are_sound_and_without_barriers(browsing, busy, axe):
    page = await is_signed_in(browsing, busy, "Dana")
    path = await night_of(page)
    await browsing.sound(path)
    assert await browsing.barriers(path, axe) == []


async def test_the_page_after_signing_out_is_sound(browsing, axe):
    await browsing.sound("/signed-out")
    assert await browsing.barriers("/signed-out", axe) == []


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("size", ["phone", "desktop"])
async def test_one_signs_in_answers_and_signs_out(browsing, busy, program, clock, size, javascript):
    page = await signs_in(browsing, busy, "Bo", size=size, javascript=javascript)
    letters = Letters.through(program.units, program.engine, clock)
    await letters.come()
    card = page.locator("article", has_text="Rehearsal, Wed 2 Dec")
    await card.get_by_role("button", name="I can't").click()
    await page.get_by_role("status").wait_for()
    assert await page.get_by_role("status").inner_text() == "Your answer is kept."
    assert (
        await page.locator("article", has_text="Rehearsal, Wed 2 Dec").get_by_text("You: Can't").is_visible()
    )
    look = page.locator("article", has_text="Can you play Fri 11 Dec")
    await look.get_by_text("Maybe", exact=True).first.click()
    await look.get_by_label("By when will you know?").fill("when I have a sitter")
    await look.get_by_role("button", name="Maybe").click()
    await page.get_by_text("You know by: when I have a sitter").wait_for()
    told = (await letters.come())["Bo"]
    assert [each.splitlines()[0] for each in told] == [
        "📅 You can't make it: rehearsal of The Foxes, Wed 2 Dec, 18:00-21:00",
        "🎤 You may play Fri 11 Dec, The Heron, Leeds, with The Foxes",
    ]
    await page.get_by_role("button", name="Sign out", exact=True).click()
    await page.get_by_role("heading", name="You are signed out").wait_for()
    await page.goto(browsing.address + "/my")
    assert await page.get_by_role("heading", name="My bands").count() == 0


@pytest.mark.parametrize("javascript", [True, False])
async def test_a_promoter_chooses_and_the_band_confirms(browsing, busy, program, clock, javascript):
    page = await signs_in(browsing, busy, "Dana", javascript=javascript)
    await page.get_by_role("link", name="Fri 18 Dec").click()
    foxes = page.locator("article", has=page.get_by_role("heading", name="The Foxes"))
    await foxes.get_by_role("button", name="Shortlist").click()
    await page.get_by_text("On your shortlist. The band is told.").wait_for()
    await foxes.get_by_role("button", name="Accept").click()
    await page.get_by_text("Accepted. The band is told").wait_for()
    crows = page.locator("article", has=page.get_by_role("heading", name="The Crows"))
    await crows.locator("summary", has_text="Decline").click()
    await crows.get_by_label("A kind line to the band, if you like").fill("Next time, gladly")
    await crows.get_by_role("button", name="Decline").click()
    await page.get_by_text("Declined. The band is told.").wait_for()
    ana = await signs_in(browsing, busy, "Ana", javascript=javascript)
    invite = ana.locator("article", has_text="Fri 18 Dec")
    await invite.get_by_role("button", name="Confirm").click()
    await ana.get_by_text("It is on, and in the diary of everybody who plays.").wait_for()
    async with program.units.read() as unit:
        there = await unit.applications.of_events([int(page.url.rpartition("/")[2].partition("?")[0])])
    stages = {name: each.stage(clock.now()) for each, name in there}
    assert stages == {"The Foxes": ApplicationStage.CONFIRMED, "The Crows": ApplicationStage.DECLINED}


async def test_nothing_is_asked_of_another_site_before_a_player_is_tapped(browsing, busy):
    page = await signs_in(browsing, busy, "Dana")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    await page.get_by_role("link", name="Fri 18 Dec").click()
    await page.get_by_role("button", name="Play from Spotify").wait_for()
    assert all(each.startswith(browsing.address) for each in asked)
    await page.route("https://open.spotify.com/**", lambda route: route.fulfill(body="<p>playing</p>"))
    await page.get_by_role("button", name="Play from Spotify").click()
    await page.frame_locator("iframe").get_by_text("playing").wait_for()


async def test_a_form_that_is_sent_twice_in_a_hurry_is_done_once(browsing, busy, program):
    page = await signs_in(browsing, busy, "Bo")
    button = page.locator("article", has_text="Rehearsal, Wed 2 Dec").get_by_role(
        "button", name="I can", exact=True
    )
    await button.dblclick()
    await page.get_by_role("status").wait_for()
    async with program.units.read() as unit:
        found = await unit.commitments.answers([2])
    assert sorted(found[2].values()) == [Rsvp.YES, Rsvp.YES]


async def test_the_back_button_shows_how_it_stands_now(browsing, busy):
    page = await signs_in(browsing, busy, "Bo")
    card = page.locator("article", has_text="Rehearsal, Wed 2 Dec")
    await card.get_by_role("button", name="I can", exact=True).click()
    await page.get_by_role("status").wait_for()
    await page.go_back()
    assert await card.get_by_text("You: Can", exact=True).is_visible()
    assert await page.get_by_role("status").count() == 0
