"""A press kit, as a promoter sees it on a phone: photo, words, and players that are asked for nothing before a tap."""

from urllib.parse import urlsplit

import pytest

from core.bands.players import PLAYER_HOSTS
from tests.browser.conftest import in_one_loop
from tests.fakes.kits import a_band, a_full_kit, plays, switched_on
from tests.fakes.stage import Stage

PUBLIC = "https://example.org"
LONG = "Wolfgang Amadeus Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
PLAYER = "<!doctype html><title>Player</title><body style='background:#123;color:#fff'>Player</body>"


@pytest.fixture
def public_url():
    return PUBLIC


@in_one_loop
async def path(program, units, request):
    """The path of a kit: a full one, of a band of that name; or an empty one."""
    stage = Stage(program.dispatcher)
    name = getattr(request, "param", "The Foxes")
    await a_band(stage, name=name)
    if name != "Empty":
        await a_full_kit(stage)
        await plays(stage, units, "Fri 11 Dec")
    return urlsplit((await switched_on(stage)).result.address).path


@pytest.mark.parametrize("path", ["The Foxes", LONG, "Empty"], indirect=True)
async def test_the_page_is_sound_on_every_screen_with_and_without_javascript(browsing, path):
    await browsing.sound(path)


@pytest.mark.parametrize("path", ["The Foxes", "Empty"], indirect=True)
async def test_the_page_puts_up_no_grave_barrier(browsing, axe, path):
    assert await browsing.barriers(path, axe) == []


async def test_the_photo_is_there_and_as_wide_as_the_page(browsing, path):
    page = await browsing.open(path)
    photo = page.locator("a.photo img")
    assert await photo.evaluate("each => each.complete && each.naturalWidth") == 1280
    assert (await photo.bounding_box())["width"] == 350


def asked_for(page):
    """The hosts that the page asks for anything, from now on."""
    hosts = []
    page.on("request", lambda request: hosts.append(f"https://{urlsplit(request.url).netloc}"))
    return hosts


async def players_answer(page, seen):
    """The services' players, without the services."""

    async def answer(route):
        seen.append((route.request.url, await route.request.header_value("referer")))
        await route.fulfill(body=PLAYER, content_type="text/html")

    for host in PLAYER_HOSTS:
        await page.route(f"{host}/**", answer)


async def test_nothing_is_asked_of_anybody_before_a_tap_and_one_player_after(browsing, path):
    page = await browsing.open(path)
    seen = []
    await players_answer(page, seen)
    hosts = asked_for(page)
    await page.reload()
    await page.wait_for_load_state("networkidle")
    assert {each for each in hosts if each in PLAYER_HOSTS} == set()
    assert len(set(hosts)) == 1
    assert await page.locator("iframe").count() == 0
    await page.get_by_role("button", name="Play from YouTube").click()
    frame = page.frame_locator("iframe")
    assert await frame.locator("body").inner_text() == "Player"
    [(url, referer)] = seen
    assert url == "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
    # The service may know which site it is, but not which page: its path is a secret.
    assert referer is None or urlsplit(referer).path == "/"
    await page.get_by_role("button", name="Play from SoundCloud").click()
    await page.frame_locator("iframe >> nth=1").locator("body").wait_for()
    assert len(seen) == 2
    box = await page.locator(".player.youtube iframe").bounding_box()
    assert round(box["width"] / box["height"], 1) == 1.8


async def test_a_player_is_loaded_by_keyboard_and_gets_the_focus(browsing, path):
    page = await browsing.open(path, size="desktop")
    await players_answer(page, [])
    button = page.get_by_role("button", name="Play from Spotify")
    await button.focus()
    await page.keyboard.press("Enter")
    frame = page.locator("iframe")
    await frame.wait_for()
    assert await frame.get_attribute("title") == "Player from Spotify"
    assert await page.evaluate("() => document.activeElement.tagName") == "IFRAME"


async def test_what_cannot_be_played_here_is_a_link(browsing, path):
    page = await browsing.open(path)
    link = page.get_by_role("link", name="Open on Bandcamp")
    assert await link.get_attribute("href") == "https://thefoxes.bandcamp.com/album/first-light"
    assert await page.get_by_role("button", name="Play from Bandcamp").count() == 0


async def test_without_javascript_players_are_links(browsing, path):
    page = await browsing.open(path, javascript=False)
    assert await page.locator("button").count() == 0
    link = page.get_by_role("link", name="Open on YouTube")
    assert await link.get_attribute("href") == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


async def test_a_file_is_taken_along_under_a_name_that_is_found_again(browsing, path):
    page = await browsing.open(path)
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Stage plot").click()
    assert (await download.value).suggested_filename == "the-foxes-stage-plot.png"
