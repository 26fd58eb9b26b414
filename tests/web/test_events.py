"""The page of a night: who plays, when and where; as a calendar file and as a card; and who may not see what."""

import json
import re
from dataclasses import replace
from datetime import date, time, timedelta
from html import unescape
from io import BytesIO

import pytest
import vobject
from PIL import Image

from core.marketplace.events import EventState, NewSlot
from core.marketplace.posts.values import Fee, FeeShape, Point, PointOfDay, SlotKind, Tickets
from core.money import Money
from tests.fakes.sites import a_site, asking
from tests.fakes.town import EVENING, PRIVATE, PUT_UP, Town
from tests.fakes.web import WEB

BRITISH = {"accept-language": "en-GB"}
ORIGIN = WEB.secrets.origin


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock, public_url=WEB.pages.public_url)


@pytest.fixture
async def town(units):
    return await Town(units).open()


@pytest.fixture
async def heron(town):
    return await town.venue()


@pytest.fixture
async def foxes(town):
    return await town.band("The Foxes")


def path_of(night):
    return f"/events/{night.id}-the-heron-{night.day}"


async def text_of(reader, path):
    found = await reader.get(path, headers=BRITISH)
    assert found.status_code == 200
    return unescape(found.text)


def facts(html):
    """The facts on the page: each name with its words."""
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", html, re.DOTALL)
    return {name: " ".join(re.sub(r"<[^>]+>", " ", words).split()) for name, words in found}


async def test_the_page_says_who_plays_when_where_and_for_how_much(town, heron, foxes, reader):
    night = await town.night(heron, booked=(foxes, await town.band("The Lanes")))
    html = await text_of(reader, path_of(night))
    assert "<h1>The Foxes and The Lanes at The Heron</h1>" in html
    assert re.findall(r"<li><b>(.*?)</b> <span class=\"aside\">(.*?)</span>", html) == [
        ("The Foxes", "Headliner · 60 min"),
        ("The Lanes", "Support · 30 min"),
    ]
    said = facts(html)
    assert said["Times"] == "Doors 19:30 On stage 20:15 Curfew 00:30 (Sat 12 Dec) London time"
    assert said["Where"] == "The Heron 14 Mill St, Leeds"
    assert (said["Ages"], said["Tickets"]) == ("18+", "£8 in advance, £10 on the door")
    assert f'href="/venues/{heron.id}-the-heron"' in html
    assert f'href="{path_of(night)}.ics"' in html


async def test_open_slots_are_offered_to_bands(town, heron, foxes, reader):
    night = await town.night(heron, booked=(foxes,))
    said = facts(await text_of(reader, path_of(night)))
    assert said["Wanted"] == "2 supports, 30 min each"
    assert said["Fee"] == "£150 each, rider"
    assert (said["Load-in"], said["Soundcheck"]) == ("17:00", "17:45")
    assert said["Backline"] == "drums, bass cab, two guitar combos"
    assert said["Asks bands for"] == "links to listen to"


@pytest.mark.parametrize(
    ("fee", "words"),
    [
        (Fee(FeeShape.BUY_ON, buy_on=Money(5000, "GBP")), "⚠ Pay to play: the band pays for its slot."),
        (Fee(FeeShape.BUY_ON, must_sell=20), "⚠ Pay to play: the band must sell 20 tickets."),
    ],
)
async def test_that_a_band_pays_to_play_is_said_as_in_chat(town, heron, reader, fee, words):
    night = await town.night(heron, terms=replace(EVENING, fee=fee))
    assert words in await text_of(reader, path_of(night))


async def test_a_full_bill_asks_for_no_bands(town, heron, foxes, reader):
    night = await town.night(heron, slots=(NewSlot(1, SlotKind.ANY),), booked=(foxes,))
    assert "Bands wanted" not in await text_of(reader, path_of(night))


async def test_an_act_from_elsewhere_is_on_the_bill_without_a_name(town, heron, units, reader):
    night = await town.night(heron)
    async with units.write() as unit:
        await unit.events.set_taken([night.slots[0].id], taken=True)
    assert "<b>An act that is not named yet</b>" in await text_of(reader, path_of(night))


@pytest.mark.parametrize(
    ("day", "words", "ends"),
    [
        (
            date(2027, 3, 27),
            "London time. The clocks are put forward that night.",
            "2027-03-28T04:00:00+01:00",
        ),
        (date(2027, 10, 30), "London time. The clocks are put back that night.", "2027-10-31T04:00:00+00:00"),
        (date(2027, 10, 29), "London time", "2027-10-30T04:00:00+01:00"),
    ],
)
async def test_a_night_on_which_the_clocks_change_says_so(town, heron, reader, day, words, ends):
    late = replace(EVENING, points=(PointOfDay(Point.DOORS, time(22)), PointOfDay(Point.CURFEW, time(4))))
    html = await text_of(reader, path_of(await town.night(heron, day=day, terms=late)))
    assert facts(html)["Times"].endswith(words)
    assert f'<time datetime="{ends}">04:00 (' in html


async def test_a_night_without_times_names_none(town, heron, reader):
    night = await town.night(heron, terms=replace(EVENING, points=()))
    assert "Times" not in facts(await text_of(reader, path_of(night)))
    file = (await reader.get(f"{path_of(night)}.ics")).text
    assert "DTSTART;VALUE=DATE:20261211" in file


async def test_a_night_that_was_called_off_says_so_in_every_form(town, heron, foxes, reader):
    night = await town.night(heron, booked=(foxes,))
    await town.call_off(night)
    html = await text_of(reader, path_of(night))
    assert "Called off.</b> This night does not take place." in html
    assert "Bands wanted" not in html
    assert "Add to calendar" not in html
    assert "https://schema.org/EventCancelled" in html
    [event] = vobject.readOne((await reader.get(f"{path_of(night)}.ics")).text).contents["vevent"]
    assert event.status.value == "CANCELLED"


async def test_a_night_that_is_over_says_so(town, heron, foxes, reader):
    night = await town.night(heron, day=date(2026, 11, 14), booked=(foxes,))
    html = await text_of(reader, path_of(night))
    assert "This night is over." in html
    assert "Bands wanted" not in html


async def test_a_night_of_a_venue_that_has_closed_stays_without_a_link_to_it(town, heron, foxes, reader):
    night = await town.night(heron, day=date(2026, 11, 14), booked=(foxes,))
    await town.close(heron)
    html = await text_of(reader, path_of(night))
    assert "The Foxes at The Heron" in html
    assert "/venues/" not in html


@pytest.mark.parametrize("form", ["", ".ics", ".png"])
async def test_what_is_not_public_is_not_there(town, heron, reader, form):
    drafts = [await town.night(heron, state=each) for each in (EventState.DRAFT, EventState.DISCARDED)]
    paths = [path_of(each) for each in drafts]
    bodies = set()
    for path in (
        *paths,
        f"/events/{drafts[0].id}",
        "/events/999-x",
        "/events/0",
        "/events/x",
        "/events/" + "9" * 40,
    ):
        found = await reader.get(path + form)
        assert found.status_code == 404
        bodies.add(found.content)
    assert bodies == {(await reader.get("/no-such-page")).content}


@pytest.mark.parametrize("form", ["", ".ics", ".png"])
@pytest.mark.parametrize("spelling", ["{id}", "{id}-", "{id}-the-old-name", "{id}-the-heron-2026-12-12"])
async def test_the_number_decides_and_another_spelling_is_sent_to_the_right_one(
    town, heron, units, clock, spelling, form
):
    night = await town.night(heron)
    async with asking(a_site(units=units, clock=clock, public_url="https://example.org/band")) as client:
        found = await client.get(f"/events/{spelling.format(id=night.id)}{form}")
    assert found.status_code == 301
    assert found.headers["location"] == f"/band{path_of(night)}{form}"
    assert found.headers["cache-control"] == "no-store"


async def test_nothing_of_players_applicants_and_promoters_is_in_the_source(town, heron, foxes, reader):
    night = await town.night(heron, booked=(foxes,))
    await town.applies(await town.band("The Shy Applicants"), night)
    for form in ("", ".ics"):
        text = await text_of(reader, path_of(night) + form)
        assert [each for each in PRIVATE if each in text] == []


async def test_the_calendar_file_follows_the_night(town, heron, foxes, reader):
    night = await town.night(heron, booked=(foxes,))
    found = await reader.get(f"{path_of(night)}.ics", headers=BRITISH)
    assert found.headers["content-type"] == "text/calendar; charset=utf-8"
    assert (
        found.headers["content-disposition"] == f'inline; filename="{path_of(night).rpartition("/")[2]}.ics"'
    )
    [before] = vobject.readOne(found.text).contents["vevent"]
    assert before.uid.value == f"event-{night.id}@{ORIGIN}"
    assert before.summary.value == "The Foxes at The Heron"
    assert before.location.value == "The Heron, 14 Mill St, Leeds"
    assert before.url.value == f"{WEB.pages.public_url}{path_of(night)}"
    assert before.dtstart.value.isoformat() == "2026-12-11T19:30:00+00:00"
    assert before.dtend.value.isoformat() == "2026-12-12T00:30:00+00:00"
    moved = await town.change(night, at=PUT_UP + timedelta(hours=1), day=date(2027, 6, 18))
    [after] = vobject.readOne((await reader.get(f"{path_of(moved)}.ics")).text).contents["vevent"]
    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) == int(before.sequence.value) + 1
    assert after.last_modified.value - before.last_modified.value == timedelta(hours=1)
    assert after.dtstart.value.isoformat() == "2027-06-18T19:30:00+01:00"


async def test_the_card_has_the_size_of_open_graph_and_changes_with_the_night(town, heron, foxes, reader):
    night = await town.night(heron, booked=(foxes,))
    found = await reader.get(f"{path_of(night)}.png", headers=BRITISH)
    assert found.headers["content-type"] == "image/png"
    assert Image.open(BytesIO(found.content)).size == (1200, 630)
    await town.call_off(night)
    assert (await reader.get(f"{path_of(night)}.png", headers=BRITISH)).content != found.content


async def test_a_link_to_the_page_is_shown_with_its_card(town, heron, foxes, units, clock, reader):
    night = await town.night(heron, booked=(foxes,))
    html = await text_of(reader, path_of(night))
    address = f"{WEB.pages.public_url}{path_of(night)}"
    assert f'<meta property="og:url" content="{address}">' in html
    assert f'<meta property="og:image" content="{address}.png">' in html
    assert '<meta property="og:title" content="The Foxes at The Heron">' in html
    async with asking(a_site(units=units, clock=clock)) as client:
        assert "og:image" not in (await client.get(path_of(night))).text


async def test_search_engines_are_told_of_the_night(town, heron, foxes, reader):
    night = await town.night(heron, booked=(foxes,))
    found = await reader.get(path_of(night), headers=BRITISH)
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', found.text)
    data = json.loads(block)
    assert (data["@type"], data["name"]) == ("MusicEvent", "The Foxes at The Heron")
    assert data["startDate"] == "2026-12-11T19:30:00+00:00"
    assert data["endDate"] == "2026-12-12T00:30:00+00:00"
    assert data["performer"] == [{"@type": "MusicGroup", "name": "The Foxes"}]
    assert data["location"]["address"]["streetAddress"] == "14 Mill St"
    assert [each["price"] for each in data["offers"]] == ["8.00", "10.00"]
    assert found.headers["x-robots-tag"] == "all"


async def test_a_hostile_name_stays_a_name_in_every_part_of_the_page(town, reader):
    hostile = '</script><script>alert(1)</script>" onload="x'
    night = await town.night(
        await town.venue(name=hostile, address=hostile), terms=replace(EVENING, tickets=Tickets(free=True))
    )
    found = await reader.get(f"/events/{night.id}-script-script-alert-1-script-onload-x-2026-12-11")
    assert found.status_code == 200
    assert "<script>alert" not in found.text
    assert '" onload="' not in found.text
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', found.text)
    assert json.loads(block)["location"]["name"] == hostile


@pytest.mark.parametrize("form", ["", ".ics", ".png"])
async def test_an_answer_may_be_kept_for_a_minute_and_asked_after(town, heron, reader, form):
    night = await town.night(heron)
    found = await reader.get(path_of(night) + form, headers=BRITISH)
    assert found.headers["cache-control"] == "public, max-age=60"
    assert found.headers["vary"] == "Accept-Language"
    again = await reader.get(
        path_of(night) + form, headers={**BRITISH, "if-none-match": found.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["x-robots-tag"] == "all"
