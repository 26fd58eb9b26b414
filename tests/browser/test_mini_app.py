"""The calendar inside Telegram's client for browsers: in a frame of another site, under its policy."""

from urllib.parse import quote

from bandwidth.app import build
from bandwidth.settings import OperatorSettings
from bandwidth.website import site_of
from core.ids import Platform
from tests.browser.conftest import in_one_loop
from tests.fakes.stage import Stage, text_of
from tests.web.test_mini_app import TOKEN, init_data, key_of
from web.areas.diary.doors import TELEGRAM_WEB

HOST = "<!doctype html><title>Telegram</title><iframe src='{}' width='390' height='800'></iframe>"


@in_one_loop
async def program(db_url, clock):
    """The program with a bot on Telegram, which does not run here."""
    app = await build(OperatorSettings(database_url=db_url, telegram_token=TOKEN), clock=clock)
    yield app
    await app.close()


@in_one_loop
async def stage(program):
    stage = Stage(program.dispatcher)
    await stage.says("7", "/timezone London", on=Platform.TELEGRAM)
    await stage.says("7", "/busy Tue 24 Nov 19:00-22:30", on=Platform.TELEGRAM)
    return stage


async def framed(browsing, clock, site=TELEGRAM_WEB, data=None):
    """A page of another site that shows the Mini App in a frame, as a browser does it."""
    page = await browsing.open("/zone")
    source = f"{browsing.address}/telegram#tgWebAppData={data or encoded(clock)}&tgWebAppVersion=9.0"
    answer = {"content_type": "text/html", "body": HOST.format(source)}
    await page.route(f"{site}/**", lambda route: route.fulfill(**answer))
    await page.goto(f"{site}/k/")
    return page


def encoded(clock):
    return quote(init_data(clock), safe="")


async def test_in_telegram_s_frame_the_calendar_opens_and_changes(browsing, stage, clock):
    page = await framed(browsing, clock)
    frame = page.frame_locator("iframe")
    await frame.get_by_role("heading", name="Your calendar").wait_for()
    await frame.locator(".thing", has_text="Busy").first.wait_for()
    assert all("tgWebAppData" not in each.url for each in page.frames)
    await frame.locator("#mark-day").fill("2026-12-01")
    await frame.get_by_role("button", name="Mark it").first.click()
    await frame.locator("#answer", has_text="Busy Tue 1 Dec, 19:00-22:30").wait_for()
    await page.screenshot(path=browsing.screenshots / "mini-app.png")
    said = await stage.says("7", "/mine", on=Platform.TELEGRAM)
    assert "Busy Tue 1 Dec, 19:00-22:30" in text_of(said.reply)
    # The test's server has no certificate, which is none of the page's doing.
    browsing.complaints[:] = [each for each in browsing.complaints if "Mixed Content" not in each]


async def test_no_other_site_can_frame_it(browsing, stage, clock):
    page = await framed(browsing, clock, site="https://web.telegram.org.example")
    await page.wait_for_timeout(500)
    assert "Your calendar" not in await page.frames[-1].content()
    assert any("frame-ancestors" in each for each in browsing.complaints)
    browsing.complaints.clear()


async def test_without_its_data_the_page_says_where_it_is_opened(browsing, stage):
    page = await browsing.open("/telegram")
    await page.get_by_text("Open this from our chat on Telegram").wait_for()
    await browsing.sound("/telegram")


async def test_data_that_are_wrong_are_said_to_be_too_old(browsing, stage, clock):
    page = await framed(browsing, clock, data="user%3D7%26hash%3Dx")
    await page.frame_locator("iframe").get_by_text("This page is too old").wait_for()
    browsing.complaints.clear()


async def test_the_web_part_has_no_token_but_a_key_made_of_it(program):
    site = site_of(program, ())
    assert site.mini_app_key == key_of(TOKEN)
    assert TOKEN not in repr(site)
