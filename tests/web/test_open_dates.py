"""`/events/open`: the same nights as a page, as JSON and as Atom; what narrows them; and the page for one band."""

import re
from dataclasses import replace
from datetime import date, time, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest

from core.marketplace.events import EventState, NewSlot
from core.marketplace.posts.values import Fee, FeeShape, Point, PointOfDay, SlotKind
from core.money import Money
from core.publications import NewPublication, Publication, PublicationKind
from tests.fakes.sites import a_site, asking
from tests.fakes.town import EVENING, FRIDAY, PRIVATE, PUT_UP, Town
from tests.fakes.web import WEB

ROOT = Path(__file__).parents[2]
BRITISH = {"accept-language": "en-GB"}
A_WEEK = timedelta(days=7)
JSON = {"accept": "application/json"}


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock, public_url=WEB.pages.public_url)


@pytest.fixture
async def town(units):
    return await Town(units).open()


@pytest.fixture
async def heron(town):
    return await town.venue()


async def shown(reader, query=""):
    """The paths of the nights on the page, in their order."""
    found = await reader.get(f"/events/open{query}", headers=BRITISH)
    assert found.status_code == 200
    return re.findall(r'class="what" href="(/events/[^"]+)"', found.text)


async def listed(reader, query=""):
    """The ids of the nights in the JSON."""
    found = await reader.get(f"/events/open.json{query}")
    assert found.status_code == 200
    return [each["id"] for each in found.json()["events"]]


async def test_every_open_night_is_listed_with_what_it_offers_and_links_to_its_page(town, heron, reader):
    night = await town.night(heron, booked=(await town.band("The Foxes"),))
    page = unescape((await reader.get("/events/open", headers=BRITISH)).text)
    assert f'href="/events/{night.id}-the-heron-2026-12-11">The Foxes at The Heron</a>' in page
    assert "Leeds · wanted: 2 supports, 30 min each · £150 each, rider · indie and punk" in page
    assert "1 night<" in page
    assert "<h2>December 2026</h2>" in page


async def test_what_is_not_open_to_bands_is_not_listed(town, heron, reader):
    foxes, closed = await town.band("The Foxes"), await town.venue(name="The Closed")
    one = (NewSlot(1, SlotKind.ANY),)
    for state in (EventState.DRAFT, EventState.DISCARDED, EventState.CANCELLED):
        await town.night(heron, state=state)
    await town.night(heron, slots=one, booked=(foxes,))
    await town.night(heron, day=date(2026, 11, 20))
    await town.night(closed)
    await town.close(closed)
    open_ = await town.night(heron)
    assert await listed(reader) == [open_.id]


async def test_nights_are_narrowed_by_their_dates(town, heron, reader):
    nights = [await town.night(heron, day=FRIDAY + number * A_WEEK) for number in range(3)]
    ids = [each.id for each in nights]
    assert await listed(reader, "?from=2026-12-18") == ids[1:]
    assert await listed(reader, "?to=2026-12-18") == ids[:2]
    assert await listed(reader, "?from=2026-12-18&to=2026-12-18") == [ids[1]]
    assert await listed(reader, "?from=2026-12-19&to=2026-12-20") == []
    assert len(await shown(reader, "?from=2026-12-18&to=")) == 2


async def test_nights_are_narrowed_by_music(town, heron, reader):
    jazz = await town.night(heron, terms=replace(EVENING, genres=("free jazz",)))
    any_ = await town.night(heron, terms=replace(EVENING, genres=("metal",), any_genre=True))
    own = await town.night(heron, terms=replace(EVENING, genres=()))
    open_to_all = await town.venue(name="The Barn", genres=())
    barn = await town.night(open_to_all, terms=replace(EVENING, genres=()))
    assert await listed(reader, "?genre=jazz") == [jazz.id, any_.id, barn.id]
    assert await listed(reader, "?genre=punk") == [any_.id, own.id, barn.id]


async def test_nights_are_narrowed_by_a_city_and_how_far_it_is(town, heron, reader):
    near = await town.night(heron)
    york = await town.venue(name="The Minster", city="York")
    there = await town.night(york)
    lyon = await town.venue(name="Le Périscope", city="Lyon", zone="Europe/Paris")
    await town.night(lyon)
    assert await listed(reader, "?near=Leeds&radius=20") == [near.id]
    assert await listed(reader, "?near=Leeds") == [near.id, there.id]
    page = (await reader.get("/events/open?near=leeds,%20uk", headers=BRITISH)).text
    assert "York, 22 miles away" in page
    data = (await reader.get("/events/open.json?near=Leeds")).json()
    assert [each["distance_km"] for each in data["events"]] == [0, 35]
    assert data["filters"]["near"].startswith("Leeds, ")
    assert data["filters"]["radius_km"] == 50


@pytest.mark.parametrize(
    ("query", "field", "code", "words"),
    [
        ("from=tomorrow", "from", "not_a_date", "I can't read tomorrow as a date. Write it like 2026-12-11."),
        ("to=2026-02-30", "to", "not_a_date", "I can't read 2026-02-30 as a date."),
        (
            "from=2026-12-11&to=2026-12-10",
            "to",
            "ends_before_it_begins",
            "The last day, 2026-12-10, is before",
        ),
        ("near=Nowhereville", "near", "unknown_city", "I know no city called Nowhereville."),
        ("near=Portland", "near", "several_cities", "Several cities are called Portland. Which one?"),
        ("near=Leeds&radius=far", "radius", "not_a_number", "far is not a whole number."),
        ("near=Leeds&radius=0", "radius", "out_of_range", "0 is not between 1 and 500."),
        ("radius=-5", "radius", "out_of_range", "-5 is not between 1 and 500."),
        ("page=0", "page", "out_of_range", ""),
        (f"genre={'x' * 81}", "genre", "too_long", "That is too long: at most 80 characters."),
        ("from=%3Cscript%3E", "from", "not_a_date", "I can't read <script> as a date."),
    ],
)
async def test_a_wrong_value_is_told_on_the_page_and_the_rest_works(
    town, heron, reader, query, field, code, words
):
    await town.night(heron)
    await town.night(heron, terms=replace(EVENING, genres=("jazz",)))
    page = await reader.get(f"/events/open?{query}", headers=BRITISH)
    assert page.status_code == 200
    assert words in unescape(page.text)
    assert "<script>" not in page.text
    assert len(await shown(reader, f"?{query}")) == 2
    found = await reader.get(f"/events/open.json?{query}")
    assert found.status_code == 400
    [error] = found.json()["errors"]
    assert (error["field"], error["code"]) == (field, code)
    assert words in error["message"]


async def test_of_cities_that_share_a_name_one_is_chosen_by_a_link(town, heron, reader):
    oregon = await town.venue(name="The Rose", city="Portland", zone="America/Los_Angeles")
    night = await town.night(oregon)
    await town.night(heron)
    page = unescape((await reader.get("/events/open?near=Portland&genre=indie", headers=BRITISH)).text)
    [link] = re.findall(r'href="([^"]+)">Portland, Oregon, US</a>', page)
    assert urlsplit(link).path == "/events/open"
    assert await listed(reader, f"?{urlsplit(link).query}") == [night.id]
    assert "genre=indie" in link


async def test_pages_follow_each_other_and_keep_the_question(town, heron, reader):
    for number in range(53):
        await town.night(heron, day=FRIDAY + timedelta(days=number))
    first = await reader.get("/events/open?genre=indie", headers=BRITISH)
    assert len(await shown(reader, "?genre=indie")) == 50
    [link] = re.findall(r'rel="next" href="([^"]+)"', first.text)
    second = await reader.get(unescape(link), headers=BRITISH)
    assert len(re.findall('class="what"', second.text)) == 3
    assert "Page 2 of 2" in second.text
    assert 'rel="next"' not in second.text
    assert await shown(reader, "?page=9") == []
    assert "53 nights" in (await reader.get("/events/open?page=9", headers=BRITISH)).text


async def test_programs_go_through_all_pages_by_their_links(town, heron, reader):
    nights = [await town.night(heron, day=FRIDAY + timedelta(days=number)) for number in range(5)]
    seen, link = [], f"{WEB.pages.public_url}/events/open.json?limit=2"
    while link:
        assert link.startswith(WEB.pages.public_url)
        data = (await reader.get(link.removeprefix(WEB.pages.public_url))).json()
        assert (data["version"], data["total"], data["pages"]) == (1, 5, 3)
        seen += [each["id"] for each in data["events"]]
        link = data["next"]
    assert seen == [each.id for each in nights]
    assert (await reader.get("/events/open.json?limit=201")).status_code == 400


async def test_the_json_says_all_that_a_night_offers(town, heron, reader):
    night = await town.night(heron, booked=(await town.band("The Foxes"),))
    [data] = (await reader.get("/events/open.json")).json()["events"]
    assert data == {
        "id": night.id,
        "url": f"https://bandwidth.example/events/{night.id}-the-heron-2026-12-11",
        "status": "need_support",
        "day": "2026-12-11",
        "zone": "Europe/London",
        "starts_at": "2026-12-11T19:30:00+00:00",
        "ends_at": "2026-12-12T00:30:00+00:00",
        "points": [
            {"point": "load_in", "at": "17:00", "until": None, "minutes": None},
            {"point": "soundcheck", "at": "17:45", "until": None, "minutes": None},
            {"point": "doors", "at": "19:30", "until": None, "minutes": None},
            {"point": "on_stage", "at": "20:15", "until": None, "minutes": None},
            {"point": "curfew", "at": "00:30", "until": None, "minutes": None},
        ],
        "venue": {
            "id": heron.id,
            "name": "The Heron",
            "city": "Leeds",
            "address": "14 Mill St",
            "url": f"https://bandwidth.example/venues/{heron.id}-the-heron",
        },
        "distance_km": None,
        "open_slots": [
            {"kind": "support", "sets": 1, "minutes": 30, "minutes_most": None, "fee": None, "count": 2}
        ],
        "booked": [{"band": "The Foxes", "kind": "headliner"}],
        "genres": ["indie", "punk"],
        "any_genre": False,
        "capacity": 200,
        "age_from": 18,
        "fee": {
            "shape": "guarantee",
            "guarantee": {"amount": "150.00", "currency": "GBP"},
            "guarantee_most": None,
            "per": "each",
            "door_share": None,
            "own_ticket_share": None,
            "in_kind": ["rider"],
            "hire": None,
            "buy_on": None,
            "must_sell": None,
            "charges": [],
        },
        "pay_to_play": None,
        "tickets": {
            "free": False,
            "advance": {"amount": "8.00", "currency": "GBP"},
            "advance_most": None,
            "door": {"amount": "10.00", "currency": "GBP"},
            "url": None,
            "sale": "on_sale",
            "on_sale": None,
        },
        "notes": ["drums and bass cab are there"],
        "published_at": "2026-11-23T19:00:00Z",
        "updated_at": "2026-11-23T19:00:00Z",
    }


async def test_instants_are_right_on_the_nights_when_clocks_change(town, heron, reader):
    late = replace(EVENING, points=(PointOfDay(Point.DOORS, time(22)), PointOfDay(Point.CURFEW, time(3))))
    await town.night(heron, day=date(2027, 3, 27), terms=late)
    unsaid = replace(EVENING, points=())
    await town.night(heron, day=date(2027, 3, 28), terms=unsaid)
    first, second = (await reader.get("/events/open.json")).json()["events"]
    assert (first["starts_at"], first["ends_at"]) == (
        "2027-03-27T22:00:00+00:00",
        "2027-03-28T03:00:00+01:00",
    )
    assert (second["starts_at"], second["ends_at"]) == (None, None)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/json", "application/json"),
        ("application/json, text/html;q=0.5", "application/json"),
        ("text/html, application/json;q=0.9", "text/html; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
        ("application/json;q=0", "text/html; charset=utf-8"),
        ("application/json;q=nonsense", "text/html; charset=utf-8"),
        ("", "text/html; charset=utf-8"),
    ],
)
async def test_the_same_address_gives_programs_json(reader, accept, kind):
    found = await reader.get("/events/open", headers={"accept": accept})
    assert found.headers["content-type"] == kind
    assert {each.strip() for each in found.headers["vary"].split(",")} == {"Accept", "Accept-Language"}


async def test_feed_readers_get_what_changed_last_first(town, heron, reader):
    early = await town.night(heron)
    later = await town.night(heron, day=FRIDAY + A_WEEK)
    await town.change(later, at=PUT_UP + timedelta(hours=3))
    found = await reader.get("/events/open.atom")
    feed = feedparser.parse(found.content, response_headers=dict(found.headers))
    assert not feed.bozo
    assert [each.id.rpartition("/")[2] for each in feed.entries] == [str(later.id), str(early.id)]
    assert feed.feed.updated == "2026-11-23T22:00:00Z"
    assert feed.entries[1].link == f"https://bandwidth.example/events/{early.id}-the-heron-2026-12-11"
    assert "Wanted: 1 headliner" in feed.entries[1].summary
    assert "Fee: £150 each, rider" in feed.entries[1].summary


async def test_an_answer_may_be_kept_for_a_minute_and_asked_after(town, heron, reader):
    for form in ("", ".json", ".atom"):
        await town.night(heron)
        found = await reader.get(f"/events/open{form}", headers=BRITISH)
        assert found.headers["cache-control"] == "public, max-age=60"
        assert found.headers["x-robots-tag"] == "all" or form == ".atom"
        asked = {**BRITISH, "if-none-match": f"W/{found.headers['etag']}"}
        again = await reader.get(f"/events/open{form}", headers=asked)
        assert (again.status_code, again.content) == (304, b"")
        for name in ("etag", "cache-control", "content-security-policy"):
            assert again.headers[name] == found.headers[name]
        await town.night(heron)
        assert (await reader.get(f"/events/open{form}", headers=asked)).status_code == 200


async def test_that_a_band_pays_to_play_is_said(town, heron, reader):
    buys = replace(EVENING, fee=Fee(FeeShape.BUY_ON, buy_on=Money(5000, "GBP")))
    await town.night(heron, terms=buys)
    assert "⚠ Pay to play: the band pays for its slot." in (await reader.get("/events/open")).text
    assert (await reader.get("/events/open.json")).json()["events"][0]["pay_to_play"] == "buy_on"


async def test_every_key_of_the_json_is_explained(town, heron, reader):
    await town.night(heron, booked=(await town.band("The Foxes"),))
    told = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs/open-dates.md").read_text("utf-8")))

    def keys(value):
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from each
                for inner in each.values():
                    yield from keys(inner)

    data = (await reader.get("/events/open.json")).json()
    assert set(keys(data)) - told - {"amount", "currency", "from", "to"} == set()


# The page for one band


async def secret_of(units, band, kind=PublicationKind.OPEN_DATES):
    async with units.write() as unit:
        [member, *_] = await unit.bands.members(band.id)
        new = NewPublication(kind, member.person, band.id, PUT_UP)
        number = await unit.publications.add(new)
    made = Publication(kind, member.person, band.id, PUT_UP, id=number)
    return made, WEB.secrets.secret(made)


async def test_a_band_s_own_address_shows_what_it_is_green_for_and_nothing_else(town, heron, reader, units):
    foxes = await town.band("The Foxes")
    by_eleven = (PointOfDay(Point.DOORS, time(19, 30)), PointOfDay(Point.CURFEW, time(23)))
    fits = await town.night(heron, terms=replace(EVENING, points=by_eleven))
    await town.night(heron, day=FRIDAY + A_WEEK)  # past the hours that the band plays
    await town.night(
        heron, day=FRIDAY + 2 * A_WEEK, terms=replace(EVENING, genres=("techno",), points=by_eleven)
    )
    lyon = await town.venue(name="Le Périscope", city="Lyon", zone="Europe/Paris")
    await town.night(lyon)
    _, secret = await secret_of(units, foxes)
    page = await reader.get(f"/events/open/for/{secret}", headers=BRITISH)
    assert "Open dates for The Foxes" in page.text
    assert re.findall(r'class="what" href="(/events/[^"]+)"', page.text) == [
        f"/events/{fits.id}-the-heron-2026-12-11"
    ]
    data = (await reader.get(f"/events/open/for/{secret}.json")).json()
    assert (data["band"], [each["id"] for each in data["events"]]) == ("The Foxes", [fits.id])
    assert (await reader.get(f"/events/open/for/{secret}", headers=JSON)).json() == data
    feed = feedparser.parse((await reader.get(f"/events/open/for/{secret}.atom")).content)
    assert [each.id.rpartition("/")[2] for each in feed.entries] == [str(fits.id)]
    assert await listed_for(reader, secret, "?from=2026-12-12") == []
    assert await listed_for(reader, secret, "?to=2026-11-01") == []


async def listed_for(reader, secret, query):
    data = (await reader.get(f"/events/open/for/{secret}.json{query}")).json()
    return [each["id"] for each in data["events"]]


async def test_a_band_s_own_address_stays_out_of_search_engines_and_shared_caches(town, heron, reader, units):
    _, secret = await secret_of(units, await town.band("The Foxes"))
    for form in ("", ".json", ".atom"):
        found = await reader.get(f"/events/open/for/{secret}{form}")
        assert found.headers["x-robots-tag"] == "noindex"
        assert found.headers["cache-control"] == "private, no-cache"
    assert "Disallow: /events/open/for/" in (await reader.get("/robots.txt")).text


async def test_an_address_that_leads_nowhere_is_a_plain_404_whatever_is_wrong_with_it(town, reader, units):
    foxes, lanes = await town.band("The Foxes"), await town.band("The Lanes")
    made, secret = await secret_of(units, foxes)
    _, of_another_kind = await secret_of(units, foxes, PublicationKind.AVAILABILITY)
    gone, revoked = await secret_of(units, lanes)
    async with units.write() as unit:
        await unit.publications.replace(replace(gone, revoked_at=PUT_UP))
        await unit.publications.replace(replace(made, generation=1))
    bodies = set()
    for each in (secret, revoked, of_another_kind, "1-" + "a" * 32, "nonsense", secret[:-1]):
        for form in ("", ".json", ".atom"):
            found = await reader.get(f"/events/open/for/{each}{form}")
            assert found.status_code == 404
            bodies.add(found.content)
    assert len(bodies) == 1
    renewed = WEB.secrets.secret(replace(made, generation=1))
    assert (await reader.get(f"/events/open/for/{renewed}")).status_code == 200


async def test_nothing_of_anybody_is_in_the_source_of_any_form(town, heron, reader, units):
    foxes = await town.band("The Foxes")
    night = await town.night(heron, booked=(foxes,))
    await town.applies(await town.band("The Shy Applicants"), night)
    _, secret = await secret_of(units, await town.band("The Larks", people=("Anabel",)))
    for path in ("/events/open", f"/events/open/for/{secret}"):
        for form in ("", ".json", ".atom"):
            text = (await reader.get(path + form)).text
            assert "The Foxes" in text or "for" in path
            assert [each for each in PRIVATE if each in text] == []


async def test_links_have_the_path_of_the_public_address(town, heron, units, clock):
    night = await town.night(heron)
    site = a_site(units=units, clock=clock, public_url="https://example.org/band")
    async with asking(site) as client:
        page = (await client.get("/band/events/open")).text
        assert f'href="/band/events/{night.id}-the-heron-2026-12-11"' in page
        assert 'action="/band/events/open"' in page
    async with asking(a_site(units=units, clock=clock)) as client:
        [data] = (await client.get("/events/open.json")).json()["events"]
        assert data["url"] == f"/events/{night.id}-the-heron-2026-12-11"
