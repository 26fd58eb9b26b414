"""The pages of venues and nights and the list of open dates, as somebody on a phone or at a desk sees them."""

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta
from io import BytesIO

import pytest
from PIL import Image

from core.marketplace.posts.values import Fee, FeeShape, Point, PointOfDay
from core.marketplace.venues import VenueProfile
from core.money import Money
from core.publications import NewPublication, PublicationKind
from tests.browser.conftest import in_one_loop
from tests.fakes.town import EVENING, FRIDAY, PUT_UP, Town

LONG = "Wolfgang Amadeus Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
HEBREW = "שלום עליכם מרתף הג'אז"


@in_one_loop
async def town(units, program):
    """Venues in several cities, with nights of every sort; by name what the tests open."""
    town = await Town(units).open()
    heron = await town.venue()
    plain = VenueProfile("Le Périscope", "Lyon", "Europe/Paris", capacity=150, genres=("jazz",))
    lyon = await town.venue(plain)
    await town.venue(VenueProfile(LONG, "Berlin", "Europe/Berlin", genres=("noise", "free improvisation")))
    aviv = await town.venue(VenueProfile(HEBREW, "Tel Aviv", "Asia/Jerusalem"))
    for number in range(14):
        await town.venue(VenueProfile(f"Room {number}", "Leeds", "Europe/London", capacity=40 + number))
    foxes, lanes = await town.band("The Foxes"), await town.band("The Lanes")
    booked = await town.night(heron, booked=(foxes, lanes))
    await town.applies(await town.band("The Shy Applicants"), booked)
    off = await town.night(heron, day=FRIDAY + timedelta(days=1), booked=(foxes,))
    await town.call_off(off)
    buys = replace(EVENING, fee=Fee(FeeShape.BUY_ON, buy_on=Money(5000, "GBP"), must_sell=20))
    pays = await town.night(lyon, day=FRIDAY + timedelta(days=9), terms=buys)
    late = replace(EVENING, points=(PointOfDay(Point.DOORS, time(22)), PointOfDay(Point.CURFEW, time(4))))
    clocks = await town.night(aviv, day=date(2027, 3, 25), terms=late)
    await town.night(heron, day=FRIDAY + timedelta(days=40))
    larks = await town.band("The Larks", people=("Anabel",))
    early = replace(
        EVENING, points=(PointOfDay(Point.DOORS, time(19)), PointOfDay(Point.CURFEW, time(22, 30)))
    )
    await town.night(heron, day=FRIDAY + timedelta(days=14), terms=early)
    past = await town.night(heron, day=date(2026, 11, 14), booked=(foxes, lanes))
    return {
        "booked": f"/events/{booked.id}-the-heron-2026-12-11",
        "off": f"/events/{off.id}-the-heron-2026-12-12",
        "pays": f"/events/{pays.id}-le-periscope-2026-12-20",
        "clocks": f"/events/{clocks.id}-2027-03-25",
        "past": f"/events/{past.id}-the-heron-2026-11-14",
        "venue": f"/venues/{heron.id}-the-heron",
        "venues": "/venues",
        "near": "/venues?near=Leeds&radius=30",
        "wrong": "/venues?near=Portland&radius=many",
        "open": "/events/open",
        "mine": f"/events/open/for/{program.dispatcher.bot_address.web.secrets.secret(await mine_of(units, larks))}",
        "unread": "/events/open?from=tomorrow&near=Nowhereville&genre=",
    }


async def mine_of(units, band):
    """The page of the open dates that fit a band."""
    async with units.write() as unit:
        [member] = await unit.bands.members(band.id)
        new = NewPublication(PublicationKind.OPEN_DATES, member.person, band.id, PUT_UP)
        return await unit.publications.get(await unit.publications.add(new))


PAGES = (
    "booked",
    "off",
    "pays",
    "clocks",
    "past",
    "venue",
    "venues",
    "near",
    "wrong",
    "open",
    "unread",
    "mine",
)


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_is_sound_on_every_screen_with_and_without_javascript(browsing, town, name):
    await browsing.sound(town[name])


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_puts_up_no_grave_barrier(browsing, axe, town, name):
    assert await browsing.barriers(town[name], axe) == []


async def test_the_map_names_the_venues_of_a_city_by_mouse_and_by_keyboard(browsing, town):
    page = await browsing.open("/venues", size="desktop")
    marks = page.locator("#map .mark")
    assert await marks.count() == 4
    assert await page.locator("#map img").count() == 0
    assert "15" in await marks.filter(has_text="Leeds").inner_text()
    mark = marks.filter(has_text="Lyon")
    await mark.focus()
    await page.keyboard.press("Enter")
    link = page.locator("#map .leaflet-popup-content a")
    assert await link.inner_text() == "Le Périscope"
    await link.click()
    assert await page.locator("h1").inner_text() == "Le Périscope"


async def test_without_javascript_the_list_is_whole_and_there_is_no_map(browsing, town):
    page = await browsing.open("/venues", javascript=False)
    assert await page.locator("#map").is_hidden()
    assert await page.locator(".list .what").count() == 18
    await page.fill("#near", "Lyon")
    await page.click("button[type=submit]")
    assert await page.locator(".list .what").all_inner_texts() == ["Le Périscope"]


async def test_the_form_of_open_dates_works_without_javascript(browsing, town):
    page = await browsing.open("/events/open", javascript=False)
    await page.fill("#from", "2026-12-20")
    await page.fill("#to", "2026-12-24")
    await page.click("button[type=submit]")
    assert await page.locator(".list .what").all_inner_texts() == ["A night at Le Périscope"]
    assert await page.locator("#from").input_value() == "2026-12-20"


# With a server of tiles


class TileServer:
    """Sends the same tile for whatever is asked."""

    def __init__(self):
        self.asked = []
        out = BytesIO()
        Image.new("RGB", (256, 256), (190, 205, 220)).save(out, "PNG")
        self.tile = out.getvalue()

    async def start(self):
        self.server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        return self.server.sockets[0].getsockname()[1]

    async def _answer(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.asked.append(head)
        length = len(self.tile)
        writer.write(
            f"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n".encode()
        )
        writer.write(self.tile)
        await writer.drain()
        writer.close()


class TestWithTiles:
    """The same pages where the operator has named a server of tiles."""

    @in_one_loop
    async def tiles(self):
        server = TileServer()
        server.port = await server.start()
        yield server
        server.server.close()

    @in_one_loop
    async def more_settings(self, tiles):
        address = f"http://127.0.0.1:{tiles.port}/{{z}}/{{x}}/{{y}}.png"
        return {"map_tiles": address, "map_attribution": "© the makers of <maps>"}

    @pytest.mark.parametrize("name", ["venues", "venue"])
    async def test_the_map_has_a_ground_and_says_whose(self, browsing, town, tiles, name):
        page = await browsing.open(town[name], size="desktop")
        await page.wait_for_selector("#map img.leaflet-tile-loaded")
        assert await page.locator(".leaflet-control-attribution").inner_text() == "© the makers of <maps>"
        for _ in range(3):  # tiles of other scales go, and ask for nothing
            await page.click(".leaflet-control-zoom-in")
        await page.click(".leaflet-control-zoom-out")
        await page.wait_for_timeout(600)
        assert tiles.asked
        assert all("referer: http://127.0.0.1" in each.lower() for each in tiles.asked)
        assert browsing.complaints == []

    async def test_the_pages_are_sound_and_put_up_no_grave_barrier(self, browsing, axe, town, tiles):
        await browsing.sound(town["venue"])
        assert await browsing.barriers("/venues?near=Leeds", axe) == []

    async def test_other_pages_ask_nobody_else(self, browsing, town, tiles):
        for name in ("open", "booked"):
            await browsing.open(town[name])
        assert tiles.asked == []
