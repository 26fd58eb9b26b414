"""`/venues` and the page of a venue: found by city, music and words; its facts, its nights, its map."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from io import BytesIO

import feedparser
import pytest
from PIL import Image

from core.marketplace.events import EventState
from core.marketplace.venues import VenueProfile
from tests.fakes.sites import a_site, asking
from tests.fakes.town import FRIDAY, PRIVATE, PUT_UP, Town
from tests.fakes.web import WEB
from web.headers import CONTENT_SECURITY_POLICY
from web.site import MapTiles

BRITISH = {"accept-language": "en-GB"}
TILES = MapTiles("https://tiles.example.org/{z}/{x}/{y}.png", "© the makers of <maps>")
JAZZ = VenueProfile("Le Périscope", "Lyon", "Europe/Paris", address="13 rue Delandine", genres=("jazz",))


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock, public_url=WEB.pages.public_url)


@pytest.fixture
async def town(units):
    return await Town(units).open()


@pytest.fixture
async def heron(town):
    return await town.venue()


def path_of(venue):
    return f"/venues/{venue.id}-the-heron"


async def names(reader, query=""):
    found = await reader.get(f"/venues{query}", headers=BRITISH)
    assert found.status_code == 200
    return [unescape(each) for each in re.findall(r'class="what" href="[^"]+">(.*?)</a>', found.text)]


async def test_venues_are_found_by_city_music_and_words(town, heron, reader):
    await town.venue(JAZZ)
    await town.venue(VenueProfile("The Barn", "York", "Europe/London"))
    assert await names(reader) == ["Le Périscope", "The Barn", "The Heron"]
    assert await names(reader, "?near=Leeds") == ["The Heron", "The Barn"]
    assert await names(reader, "?near=Leeds&radius=10") == ["The Heron"]
    assert await names(reader, "?near=Paris&radius=500") == ["Le Périscope"]
    assert await names(reader, "?genre=jazz") == ["Le Périscope", "The Barn"]
    assert await names(reader, "?words=periscope") == ["Le Périscope"]
    assert await names(reader, "?words=mill+leeds") == ["The Heron"]
    assert await names(reader, "?words=nowhere") == []
    page = unescape((await reader.get("/venues?near=York,+UK", headers=BRITISH)).text)
    assert "Leeds, 22 miles away · 200 cap · indie and punk" in page


async def test_open_dates_are_counted(town, heron, reader):
    await town.night(heron)
    await town.night(heron, day=FRIDAY + timedelta(days=1))
    await town.night(heron, day=date(2026, 11, 1))
    await town.night(heron, state=EventState.DRAFT)
    assert "2 open dates" in (await reader.get("/venues")).text


async def test_a_closed_venue_is_nowhere(town, heron, reader):
    await town.close(heron)
    assert await names(reader) == []
    gone = [await reader.get(path_of(heron) + form) for form in ("", ".atom", ".png")]
    assert {each.status_code for each in gone} == {404}
    assert {each.content for each in gone} == {(await reader.get("/no-such-page")).content}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?near=Nowhereville", "I know no city called Nowhereville."),
        ("?near=Portland", "Several cities are called Portland. Which one?"),
        ("?radius=1000", "1000 is not between 1 and 500."),
        ("?page=two", ""),
    ],
)
async def test_a_wrong_value_is_told_and_the_rest_works(town, heron, reader, query, words):
    page = await reader.get(f"/venues{query}", headers=BRITISH)
    assert words in unescape(page.text)
    assert "The Heron" in page.text
    assert (await reader.get(f"/venues{query}&words=barn", headers=BRITISH)).text.count('class="what"') == 0


async def test_many_venues_are_on_several_pages(town, reader):
    for number in range(51):
        await town.venue(name=f"Room {number:02}")
    assert len(await names(reader)) == 50
    assert await names(reader, "?page=2") == ["Room 50"]
    page = (await reader.get("/venues?words=room", headers=BRITISH)).text
    assert 'rel="next" href="/venues?words=room&amp;page=2"' in page
    [places] = re.findall(r'data-places="([^"]*)"', page)
    [leeds] = json.loads(unescape(places))
    assert (leeds["count"], len(leeds["venues"])) == (51, 8)


async def test_the_map_has_a_mark_for_each_city_that_is_known(town, heron, reader):
    await town.venue(JAZZ)
    await town.venue(VenueProfile("The Moon", "Tranquility Base", "UTC"))
    [places] = re.findall(r'data-places="([^"]*)"', (await reader.get("/venues")).text)
    found = {each["city"]: each for each in json.loads(unescape(places))}
    assert found.keys() == {"Lyon", "Leeds"}
    assert found["Leeds"]["venues"] == [["The Heron", f"/venues/{heron.id}-the-heron"]]
    latitude, longitude = found["Leeds"]["at"]
    assert (round(latitude), round(longitude)) == (54, -2)


async def test_without_tiles_nobody_else_is_asked_for_anything(town, heron, reader):
    for path in ("/venues", path_of(heron)):
        found = await reader.get(path)
        assert found.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
        assert found.headers["referrer-policy"] == "no-referrer"
        assert "data-tiles" not in found.text
    assert 'id="map"' not in found.text


async def test_with_tiles_the_policy_allows_their_server_on_these_pages_alone(town, heron, units, clock):
    site = replace(a_site(units=units, clock=clock), tiles=TILES)
    night = await town.night(heron)
    async with asking(site) as client:
        for path in ("/venues", path_of(heron)):
            found = await client.get(path)
            policy = found.headers.get_list("content-security-policy")
            assert policy == [
                CONTENT_SECURITY_POLICY.replace("img-src 'self'", "img-src 'self' https://tiles.example.org")
            ]
            assert found.headers.get_list("referrer-policy") == ["strict-origin-when-cross-origin"]
            assert 'data-tiles="https://tiles.example.org/{z}/{x}/{y}.png"' in found.text
            assert 'data-attribution="© the makers of &lt;maps&gt;"' in found.text
            again = await client.get(path, headers={"if-none-match": found.headers["etag"]})
            assert (again.status_code, again.headers["content-security-policy"]) == (304, policy[0])
        for path in ("/", "/events/open", f"/events/{night.id}-the-heron-2026-12-11"):
            found = await client.get(path)
            assert found.headers["content-security-policy"] == CONTENT_SECURITY_POLICY


async def test_the_page_of_a_venue_says_what_it_says_of_itself(town, heron, reader):
    html = unescape((await reader.get(path_of(heron), headers=BRITISH)).text)
    for words in (
        "<h1>The Heron</h1>",
        "Leeds · indie and punk",
        "<dd>14 Mill St</dd>",
        "<dd>Main hall (200), Cellar (60)</dd>",
        "<dd>18+</dd>",
        "<dd>drums, bass cab, two guitar combos</dd>",
        "<dd>curfew 23:00, sound engineer included</dd>",
        "<dd>links to listen to</dd>",
        '<a href="https://theheron.example/" rel="noopener noreferrer nofollow">Website</a>',
        "openstreetmap.org/search?query=The%20Heron%2C%2014%20Mill%20St%2C%20Leeds",
        f'<meta property="og:image" content="{WEB.pages.public_url}{path_of(heron)}.png">',
    ):
        assert words in html


async def test_it_lists_the_nights_that_everybody_may_see_and_that_are_not_over(town, heron, reader):
    foxes = await town.band("The Foxes")
    night = await town.night(heron, booked=(foxes,))
    off = await town.night(heron, day=FRIDAY + timedelta(days=1))
    await town.call_off(off)
    await town.night(heron, state=EventState.DRAFT)
    await town.night(heron, state=EventState.DISCARDED)
    await town.night(heron, day=date(2026, 11, 1), booked=(foxes,))
    await town.applies(await town.band("The Shy Applicants"), night)
    html = (await reader.get(path_of(heron), headers=BRITISH)).text
    assert re.findall(r'class="what" href="([^"]+)">(.*?)</a>\s*<p class="aside">(.*?)</p>', html) == [
        (f"/events/{night.id}-the-heron-2026-12-11", "The Foxes", "bands wanted: 2 supports, 30 min each"),
        (f"/events/{off.id}-the-heron-2026-12-12", "A night", "called off"),
    ]
    feed = feedparser.parse((await reader.get(f"{path_of(heron)}.atom")).content)
    assert not feed.bozo
    assert [each.title for each in feed.entries] == [
        "The Foxes at The Heron",
        "Called off: A night at The Heron",
    ]
    assert (feed.feed.title, feed.feed.id) == ("The Heron", f"tag:{WEB.secrets.origin},2026:venue/{heron.id}")
    for form in ("", ".atom"):
        text = (await reader.get(path_of(heron) + form)).text
        assert [each for each in PRIVATE if each in text] == []


async def test_a_feed_says_when_something_changed(town, heron, reader):
    empty = feedparser.parse((await reader.get(f"{path_of(heron)}.atom")).content)
    assert (empty.entries, bool(empty.feed.updated)) == ([], True)
    night = await town.night(heron)
    before = feedparser.parse((await reader.get(f"{path_of(heron)}.atom")).content)
    await town.call_off(night, at=PUT_UP + timedelta(hours=2))
    after = feedparser.parse((await reader.get(f"{path_of(heron)}.atom")).content)
    assert (before.feed.updated, after.feed.updated) == ("2026-11-23T19:00:00Z", "2026-11-23T21:00:00Z")
    assert before.entries[0].id == after.entries[0].id


@pytest.mark.parametrize("form", ["", ".atom", ".png"])
async def test_the_number_decides_and_another_spelling_is_sent_to_the_right_one(heron, reader, form):
    for spelling in (f"{heron.id}", f"{heron.id}-the-old-name"):
        found = await reader.get(f"/venues/{spelling}{form}")
        assert (found.status_code, found.headers["location"]) == (301, path_of(heron) + form)
    for spelling in ("0", "the-heron", "999", "-1"):
        assert (await reader.get(f"/venues/{spelling}{form}")).status_code == 404


async def test_a_name_of_letters_that_are_not_latin_leaves_the_number(town, reader):
    venue = await town.venue(VenueProfile("שלום", "Tel Aviv", "Asia/Jerusalem"))
    assert (await reader.get(f"/venues/{venue.id}")).status_code == 200


async def test_the_card_has_the_size_of_open_graph(town, heron, reader):
    await town.night(heron)
    found = await reader.get(f"{path_of(heron)}.png")
    assert Image.open(BytesIO(found.content)).size == (1200, 630)


async def test_pages_lead_to_the_lists(reader):
    for path in ("/", "/no-such-page"):
        html = (await reader.get(path)).text
        assert 'href="/venues"' in html
        assert 'href="/events/open"' in html
