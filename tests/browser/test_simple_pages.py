"""The front page and the pages of errors, as people see them."""

import pytest

PAGES = ("/", "/no-such-page")
TELEGRAM = "bandwidth_bot"
DISCORD = "https://discord.com/oauth2/authorize?client_id=1"


@pytest.fixture(autouse=True)
def bots(program):
    """Both bots are known, so that the page has its buttons."""
    program.dispatcher.bot_address.telegram = TELEGRAM
    program.dispatcher.bot_address.discord_invite = DISCORD


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_is_sound_on_every_screen_with_and_without_javascript(browsing, path):
    await browsing.sound(path)


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_puts_up_no_grave_barrier(browsing, axe, path):
    assert await browsing.barriers(path, axe) == []


async def test_the_front_page_leads_to_both_bots(browsing):
    page = await browsing.open("/")
    links = [await each.get_attribute("href") for each in await page.get_by_role("link").all()]
    assert links[:3] == ["/", "/venues", "/events/open"]
    assert links[3:5] == [DISCORD, f"https://t.me/{TELEGRAM}"]


async def test_every_link_can_be_reached_by_keyboard_and_shows_it(browsing):
    page = await browsing.open("/", size="desktop")
    for name in ("Bandwidth", "Venues", "Open dates", "Add it to Discord", "Open it in Telegram"):
        await page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert await focused.inner_text() == name
        assert await focused.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"


async def test_dark_is_dark_and_light_is_light(browsing):
    shades = {}
    for scheme in ("light", "dark"):
        page = await browsing.open("/", scheme=scheme)
        colour = await page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
        shades[scheme] = sum(map(int, colour.removeprefix("rgb(").removesuffix(")").split(",")))
    assert shades["dark"] < 150 < 600 < shades["light"]


async def test_there_is_a_way_back_from_where_nothing_is(browsing):
    page = await browsing.open("/no-such-page")
    await page.get_by_role("link", name="Bandwidth").click()
    await page.wait_for_load_state()
    assert await page.get_by_role("heading", level=1).inner_text() == "The chat bot that gets a band on stage"


@pytest.mark.parametrize("public_url", ["https://example.org/band"])
@pytest.mark.parametrize("path", ["/band", "/band/", "/"])
async def test_below_a_path_of_a_proxy_a_page_finds_its_files(browsing, path):
    page = await browsing.open(path)
    assert await page.evaluate("() => document.styleSheets[0].cssRules.length > 10")


def with_more(more):
    return lambda html: html.replace("</main>", f"{more}</main>")


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        ("<p style='color: red'>red</p>", "style-src"),
        ("<script>document.title = 'taken over'</script>", "script-src"),
        ("<img src='https://example.org/pixel.png' alt=''>", "img-src"),
        ("<img src='/static/no-such.svg' alt=''>", "404"),
    ],
)
async def test_a_page_that_breaks_the_policy_is_noticed(browsing, more, complaint):
    browsing.change = with_more(more)
    page = await browsing.open("/")
    assert await page.title() != "taken over"
    await browsing.close()
    assert any(complaint in each for each in browsing.complaints)
    browsing.complaints.clear()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("<svg width='900' height='10'></svg>", "sideways"),
        ("<a href='/'>x</a>", "too small for a finger"),
        ("<p style='color: red'>red</p>", "the browser complains"),
    ],
)
async def test_a_page_that_is_not_sound_is_noticed(browsing, more, said):
    browsing.change = with_more(more)
    with pytest.raises(AssertionError, match=said):
        await browsing.sound("/")
    await browsing.close()
    browsing.complaints.clear()


async def test_a_grave_barrier_is_noticed(browsing, axe):
    browsing.change = lambda html: html.replace(' alt=""', "")
    assert any("image-alt" in each for each in await browsing.barriers("/", axe))
