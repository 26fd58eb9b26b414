"""A band's public page: what it says of each day in each form, and that it says nothing of anybody."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from html.parser import HTMLParser
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from core.habits import Habits, PlayableHours
from core.publications.addresses import Secrets
from core.publications.availability import DayState, public_availability
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher
from tests.fakes.web import WEB

BRITISH = {"accept-language": "en-GB"}
FORMS = ("", ".txt", ".pdf", ".png", ".svg")


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
async def foxes(stage):
    """The Foxes of Leeds, on Monday 23 November 2026: Anabel, Bohumil and Cyprian have to be there."""
    await stage.says("Anabel", "/band create The Foxes city: Leeds")
    await stage.says("Anabel", "/band edit field: genres value: indie, punk")
    for name in ("Bohumil", "Cyprian"):
        invited = await stage.says("Anabel", "/band invite")
        await stage.says(name, f"/join {invited.result.invited.code}")
    return stage


async def published(stage, who="Anabel"):
    return await stage.presses(who, await stage.says(who, "/share"), "Public page")


async def path_of(stage, who="Anabel"):
    return (await published(stage, who)).result.address.removeprefix(WEB.pages.public_url)


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock, public_url=WEB.pages.public_url)


class Days(HTMLParser):
    """The days of the page: each date with the words in its cell."""

    def __init__(self, html):
        super().__init__()
        self.found = {}
        self.day = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "time":
            self.day = date.fromisoformat(dict(attrs)["datetime"])
            self.found[self.day] = []

    def handle_endtag(self, tag):
        self.day = None if tag == "td" else self.day

    def handle_data(self, data):
        if self.day and data.strip():
            self.found[self.day].append(data.strip())

    def said(self, day):
        return self.found[day][1:]


def pdf_text(content):
    return [each.extract_text() for each in PdfReader(BytesIO(content)).pages]


async def test_each_day_is_free_maybe_or_not(foxes, reader):
    await foxes.says("Bohumil", "/busy Tue 1 Dec")
    await foxes.says("Bohumil", "/maybe Wed 2 Dec")
    await foxes.says("Bohumil", "/busy 5-6 Dec")
    await foxes.says("Cyprian", "/busy 5-6 Dec")
    await foxes.says("Cyprian", "/busy Fri 4 Dec until 20:00")
    await foxes.says("Cyprian", "/busy Thu 3 Dec from 19:00")
    await foxes.says("Anabel", "/gig Fri 11 Dec 20:00-23:00")
    days = Days((await reader.get(await path_of(foxes), headers=BRITISH)).text)
    assert days.said(date(2026, 11, 23)) == ["Free", "19:00-23:30"]
    assert days.said(date(2026, 11, 28)) == ["Free", "14:00-23:30"]
    assert days.said(date(2026, 12, 1)) == ["Maybe"]  # short by one
    assert days.said(date(2026, 12, 2)) == ["Maybe"]
    assert days.said(date(2026, 12, 3)) == ["Maybe"]  # one green hour is too short
    assert days.said(date(2026, 12, 4)) == ["Free", "20:00-23:30"]
    assert days.said(date(2026, 12, 5)) == ["No"]
    assert days.said(date(2026, 12, 11)) == ["No"]
    assert (min(days.found), max(days.found)) == (date(2026, 11, 23), date(2027, 4, 30))


async def test_a_gig_is_a_no_like_any_other(foxes, reader):
    path = await path_of(foxes)
    for name in ("Bohumil", "Cyprian"):
        await foxes.says(name, "/busy Sat 12 Dec")
    await foxes.says("Anabel", "/gig Fri 11 Dec 20:00-23:00")
    html = (await reader.get(path, headers=BRITISH)).text
    friday, saturday = (
        re.search(rf'<td class="no"><time class="number" datetime="2026-12-{day}">.*?</td>', html)[0]
        for day in (11, 12)
    )
    assert friday.replace("11", "12") == saturday


async def test_weekends_come_first_in_the_text_and_days_in_a_row_are_one_line(foxes, reader):
    await foxes.says("Bohumil", "/busy Tue 8 Dec")
    await foxes.says("Bohumil", "/busy every Wednesday and Thursday")
    await foxes.says("Cyprian", "/busy every Thursday")
    found = await reader.get(f"{await path_of(foxes)}.txt", headers=BRITISH)
    assert found.headers["content-type"] == "text/plain; charset=utf-8"
    head, months = found.text.split("\n\n", 1)
    assert head.splitlines() == [
        "The Foxes: days free to play",
        "Leeds · indie, punk",
        "Times are London time.",
        "As of Mon 23 Nov 2026, 19:00; dates may still change.",
    ]
    december = months.split("\n\n")[1].splitlines()
    assert december[:7] == [
        "DECEMBER 2026",
        "1 of 3 have confirmed December.",
        "Weekends:",
        "- Sat 5 Dec to Sun 6 Dec, 14:00-23:30",
        "- Sat 12 Dec to Sun 13 Dec, 14:00-23:30",
        "- Sat 19 Dec to Sun 20 Dec, 14:00-23:30",
        "- Sat 26 Dec to Sun 27 Dec, 14:00-23:30",
    ]
    assert december[7:9] == ["Other days:", "- Tue 1 Dec, 18:00-23:30"]
    assert "- Fri 4 Dec, 18:00-23:30" in december
    maybes = december[december.index("Maybe:") + 1 :]
    assert maybes[:2] == ["- Wed 2 Dec", "- Tue 8 Dec to Wed 9 Dec"]
    assert found.text.endswith(f"\nAlways as it stands: {WEB.pages.public_url}{await path_of(foxes)}\n")


async def test_the_page_has_the_weekends_the_zone_the_freshness_and_links(foxes, reader):
    await foxes.says("Bohumil", "/free in March")
    path = await path_of(foxes)
    found = await reader.get(path, headers=BRITISH)
    page = found.text
    assert page.index("Sat 28 Nov to Sun 29 Nov, 14:00-23:30") < page.index("<table")
    assert page.count("<table") == 6
    assert "Times are London time." in page
    assert "As of Mon 23 Nov 2026, 19:00" in page
    assert "1 of 3 have confirmed March." in page
    assert "0 of 3 have confirmed April." in page
    for form in FORMS[1:]:
        assert f'href="{path}{form}"' in page
    assert "<script" not in page


async def test_nothing_may_keep_or_list_it(foxes, reader):
    path = await path_of(foxes)
    for form in FORMS:
        found = await reader.get(f"{path}{form}")
        assert found.status_code == 200
        assert found.headers["cache-control"] == "private, no-cache"
        assert found.headers["x-robots-tag"] == "noindex"
        assert found.headers["referrer-policy"] == "no-referrer"
    assert "Disallow: /free/\n" in (await reader.get("/robots.txt")).text


async def test_nothing_of_anybody_is_in_any_form(foxes, reader, units):
    await foxes.says("Bohumil", "/busy Tue 1 Dec, dentist")
    await foxes.says("Cyprian", "/maybe Wed 2 Dec, rumba class")
    await foxes.says("Anabel", "/gig Fri 11 Dec 20:00-23:00 place: Velvet Arms")
    await foxes.says("Anabel", "/import https://calendars.example/private.ics")
    path = await path_of(foxes)
    code = zxingcpp.read_barcode(picture((await reader.get(f"{path}.png")).content)).text
    html = (await reader.get(path)).text
    forms = [html, (await reader.get(f"{path}.txt")).text, code]
    pdf = (await reader.get(f"{path}.pdf")).content
    forms += [*pdf_text(pdf), str(PdfReader(BytesIO(pdf)).metadata)]
    for said in forms:
        for secret in ("Anabel", "Bohumil", "Cyprian", "dentist", "rumba", "Velvet", "private.ics", "20:00"):
            assert secret.lower() not in said.lower()
    assert not re.search(r'(?:id|data-\w+|name|value)="[^"]*\d', re.sub(r'name="viewport"[^>]*', "", html))


def picture(content):
    return Image.open(BytesIO(content))


async def test_the_qr_code_is_read_and_leads_to_the_page(foxes, reader):
    path = await path_of(foxes)
    png = await reader.get(f"{path}.png")
    svg = await reader.get(f"{path}.svg")
    assert (png.headers["content-type"], svg.headers["content-type"]) == ("image/png", "image/svg+xml")
    code = zxingcpp.read_barcode(picture(png.content))
    assert code.text == WEB.pages.public_url + path
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    assert code.ec_level == "M"
    image = picture(png.content).convert("L")
    edge = 4 * 8  # four modules of the quiet zone
    assert image.crop((0, 0, image.width, edge)).getextrema() == (255, 255)
    assert image.crop((0, 0, edge, image.height)).getextrema() == (255, 255)
    assert b'fill="#fff"' in svg.content


async def test_there_is_no_qr_code_of_an_address_that_nobody_outside_can_open(foxes, units, clock):
    path = await path_of(foxes)
    async with asking(a_site(units=units, clock=clock)) as client:
        assert "QR" not in (await client.get(path)).text
        assert (await client.get(f"{path}.png")).status_code == 404
        assert "Always as it stands" not in (await client.get(f"{path}.txt")).text
        assert (await client.get(f"{path}.pdf")).status_code == 200


async def test_the_pdf_has_a_page_a_month_that_says_what_the_page_says(foxes, reader):
    await foxes.says("Bohumil", "/busy Tue 1 Dec")
    found = await reader.get(f"{await path_of(foxes)}.pdf", headers=BRITISH)
    assert found.headers["content-type"] == "application/pdf"
    document = PdfReader(BytesIO(found.content))
    assert [round(float(each)) for each in document.pages[0].mediabox[2:]] == [595, 842]
    pages = pdf_text(found.content)
    names = ["November 2026", "December 2026", "January 2027", "February 2027", "March 2027", "April 2027"]
    assert [name in page for name, page in zip(names, pages, strict=True)] == [True] * 6
    december = pages[1]
    assert "The Foxes\nLeeds · indie, punk\n" in december
    assert "\n1\nMaybe\n2\nFree\n18:00-23:30\n" in december
    assert "Sat 5 Dec to Sun 6 Dec, 14:00-23:30" in december
    assert "1 of 3 have confirmed December." in december
    assert "Times are London time." in december
    assert "As of Mon 23 Nov 2026, 19:00" in december
    assert document.metadata.title == "The Foxes: days free to play"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("שועלים", "שועלים"),
        ("الثعالب", "الثعالب"),
        ("🎸 Foxes 狐", "Foxes …"),
        ("W" * 80, "W" * 40),
        ("<b>{band}</b> & Söhne", "<b>{band}</b> & Söhne"),
    ],
)
async def test_any_name_can_be_printed(stage, reader, name, shown):
    await stage.runs("Anabel", "band create", values={"name": name, "city": "Leeds"})
    path = await path_of(stage)
    assert shown in "".join(pdf_text((await reader.get(f"{path}.pdf")).content)[0].split("\n")[:4])
    assert "{band}</b>" not in (await reader.get(path)).text.replace("&lt;b&gt;{band}&lt;/b&gt;", "")
    assert (await reader.get(f"{path}.txt")).text.startswith(f"{name}: days")


async def nowhere(stage, how):
    """The path of an address that leads nowhere, of a band of its own."""
    who = f"Owner {how}"
    await stage.says(who, f"/band create Foxes {how} city: Leeds")
    card = await published(stage, who)
    address = card.result.address
    match how:
        case "guessed":
            address = address[:-1] + ("a" if address[-1] != "a" else "b")
        case "replaced":
            await stage.presses(who, card, "New address")
        case "revoked":
            await stage.presses(who, card, "Switch off")
        case "dissolved":
            await stage.presses(who, await stage.says(who, "/band leave"), "End the band")
        case "of another kind":
            calendars = (await stage.says(who, "/calendar")).result.calendars
            address = f"/free/{WEB.secrets.secret(calendars[0].card.publication)}"
        case "of another key":
            address = f"/free/{Secrets(b'another').secret(card.result.card.publication)}"
        case "no secret":
            address = "/free/x"
    return address.removeprefix(WEB.pages.public_url)


NOWHERE = ("guessed", "replaced", "revoked", "dissolved", "of another kind", "of another key", "no secret")


@pytest.mark.parametrize("form", FORMS)
async def test_whatever_leads_nowhere_gets_the_same_bytes(stage, reader, form):
    paths = [f"{await nowhere(stage, how)}{form}" for how in NOWHERE]
    found = [await reader.get(each) for each in ("/no-such-page", *paths)]
    assert {each.status_code for each in found} == {404}
    assert len({each.content for each in found}) == 1
    assert len({tuple(each.headers.raw) for each in found}) == 1


async def test_each_of_these_led_somewhere_before(stage, reader):
    await stage.says("Anabel", "/band create The Foxes city: Leeds")
    card = await published(stage)
    path = card.result.address.removeprefix(WEB.pages.public_url)
    assert (await reader.get(path)).status_code == 200
    off = await stage.presses("Anabel", card, "Switch off")
    assert (await reader.get(path)).status_code == 404
    on = await stage.presses("Anabel", off, "Switch on")
    assert on.result.address != card.result.address
    assert (await reader.get(path)).status_code == 404
    assert (await reader.get(on.result.address.removeprefix(WEB.pages.public_url))).status_code == 200


async def test_it_outlives_the_person_who_made_it_public(foxes, reader):
    await foxes.says("Anabel", "/band member Bohumil role: booker")
    path = await path_of(foxes, "Bohumil")
    await foxes.says("Bohumil", "/band leave")
    assert (await reader.get(path)).status_code == 200
    assert await path_of(foxes) == path


async def test_a_band_in_another_zone_has_its_own_clock_and_its_own_today(stage, reader, clock):
    clock.at = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    await stage.says("Anabel", "/band create Kangaroos city: Sydney")
    path = await path_of(stage)
    found = (await reader.get(path, headers=BRITISH)).text
    assert "Times are Sydney time." in found
    assert "As of Tue 1 Dec 2026, 10:30" in found
    days = Days(found)
    assert (min(days.found), max(days.found)) == (date(2026, 12, 1), date(2027, 5, 31))
    assert days.said(date(2026, 12, 1)) == ["Free", "18:00-23:30"]
    american = (await reader.get(f"{path}.txt", headers={"accept-language": "en-US"})).text
    assert "As of Tue, Dec 1 2026, 10:30 AM" in american
    assert "- Sat, Dec 5 to Sun, Dec 6, 2:00 PM-11:30 PM" in american


async def test_hours_stay_as_they_are_when_the_clocks_change(foxes, reader):
    await foxes.says("Bohumil", "/busy Sun 28 Mar until 16:00")
    days = Days((await reader.get(await path_of(foxes), headers=BRITISH)).text)
    assert days.said(date(2027, 3, 27)) == ["Free", "14:00-23:30"]
    assert days.said(date(2027, 3, 28)) == ["Free", "16:00-23:30"]
    assert days.said(date(2027, 3, 29)) == ["Free", "18:00-23:30"]


async def shown(units, clock, **hours):
    """The days of the only band, if it plays in these hours."""
    async with units.read() as unit:
        (band,) = [each for number in range(1, 3) if (each := await unit.bands.get(number))]
        return await public_availability(unit, replace(band, habits=Habits(**hours)), now=clock.now())


async def test_a_night_past_midnight_belongs_to_the_day_on_which_it_began(foxes, units, clock):
    nights = (PlayableHours(frozenset({4}), time(20), time(3)),)
    found = await shown(units, clock, playable=nights)
    states = {each.day: each.state for each in found.months[1].days}
    assert states[date(2026, 12, 4)] is DayState.FREE
    assert states[date(2026, 12, 5)] is DayState.NO


async def test_a_band_that_always_plays_has_every_day(foxes, units, clock):
    always = (PlayableHours(frozenset(range(7)), time(0), time(0)),)
    await foxes.says("Bohumil", "/busy Thu 3 Dec from 04:00 until 20:00")
    await foxes.says("Bohumil", "/busy Sat 5 Dec from 01:00")
    found = await shown(units, clock, playable=always)
    days = {each.day: [span.clock for span in each.hours] for each in found.months[1].days}
    assert days[date(2026, 12, 2)] == [(time(0), time(0))]
    assert days[date(2026, 12, 3)] == [(time(0), time(4)), (time(20), time(0))]
    assert days[date(2026, 12, 4)] == [(time(0), time(0))]
    assert days[date(2026, 12, 5)] == []  # an hour after midnight is too short
    assert days[date(2026, 12, 6)] == [(time(0), time(0))]


async def test_a_band_that_needs_nobody_is_never_free(foxes, reader):
    for name in ("Anabel", "Bohumil", "Cyprian"):
        await foxes.says("Anabel", f"/band member {name} required: no")
    path = await path_of(foxes)
    found = (await reader.get(path)).text
    assert "None at the moment." in found
    assert "confirmed" not in found
    assert "No dates at the moment." in (await reader.get(f"{path}.txt")).text
    assert (await reader.get(f"{path}.pdf")).status_code == 200


async def test_who_has_the_page_is_told_so_until_something_changes(foxes, site):
    path = await path_of(foxes)
    async with asking(site) as client:
        first = await client.get(path, headers=BRITISH)
        known = {**BRITISH, "if-none-match": first.headers["etag"]}
        again = await client.get(path, headers=known)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["vary"] == first.headers["vary"]
        await foxes.says("Bohumil", "/busy Fri 4 Dec")
        changed = await client.get(path, headers=known)
        assert changed.status_code == 200
        assert Days(changed.text).said(date(2026, 12, 4)) != Days(first.text).said(date(2026, 12, 4))


async def test_the_page_is_kept_for_each_language_apart(foxes, site):
    path = await path_of(foxes)
    async with asking(site) as client:
        british = await client.get(path, headers=BRITISH)
        american = await client.get(path, headers={"accept-language": "en-US"})
        assert british.headers["etag"] != american.headers["etag"]
        assert (await client.get(path, headers=BRITISH)).content == british.content
