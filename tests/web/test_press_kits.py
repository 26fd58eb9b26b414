"""A band's press kit: what its page says in each form, its files, and that it says nothing of anybody."""

import re
from io import BytesIO
from xml.etree.ElementTree import fromstring

import pytest
from PIL import Image
from pypdf import PdfReader

from core.publications.addresses import Secrets
from tests.fakes.files import a_pdf, a_photo
from tests.fakes.kits import a_band, a_full_kit, plays, switched_on
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher
from tests.fakes.web import WEB

BRITISH = {"accept-language": "en-GB"}
FORMS = (
    "",
    ".pdf",
    ".atom",
    "/card.png",
    "/photo-1.jpg",
    "/photo-1-large.jpg",
    "/card-1.jpg",
    "/stage-plot-2.png",
    "/x",
)


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock, public_url=WEB.pages.public_url)


@pytest.fixture
async def foxes(stage):
    await a_band(stage)
    return stage


async def path_of(stage, who="Anabel"):
    return (await switched_on(stage, who)).result.address.removeprefix(WEB.pages.public_url)


def pdf_text(content):
    return "\n".join(each.extract_text() for each in PdfReader(BytesIO(content)).pages)


def files_of(html, path):
    return re.findall(rf'(?:href|src)="({re.escape(path)}/[^"]+)"', html)


async def test_an_empty_kit_is_a_page_all_the_same(foxes, reader):
    found = await reader.get(await path_of(foxes), headers=BRITISH)
    assert found.status_code == 200
    html = found.text
    assert "<h1>The Foxes</h1>" in html
    assert "Leeds · indie and punk" in html
    assert "2 players · drums" in html
    for word in ("Draw", "Live video", "Upcoming", "Contact", "<script", "Photo of"):
        assert word not in html


async def test_everything_in_the_kit_is_on_the_page(foxes, reader, units, clock):
    await a_full_kit(foxes)
    await plays(foxes, units, "Fri 27 Nov", venue="The Owl")
    await plays(foxes, units, "Fri 11 Dec", venue="The Heron", promoter="Prospero")
    await plays(foxes, units, "Sat 12 Dec", venue="The Draft", promoter="Dorothea", publish=False)
    clock.advance(days=7)
    html = (await reader.get(await path_of(foxes), headers=BRITISH)).text
    for said in (
        "<p>Four friends from Leeds.</p>\n<p>Loud, &lt;b&gt;quick&lt;/b&gt; &amp; punctual.</p>",
        "60 in Leeds, May 2026",
        "2,400 on Instagram, as of Mon 23 Nov",
        "800 on TikTok, as of Mon 23 Nov",
        '<a href="mailto:booking@thefoxes.com">booking@thefoxes.com</a> or <a href="tel:01134960000">0113 496 0000</a>',
        "Fri 11 Dec, The Heron, Leeds",
        "Fri 27 Nov, The Owl, Leeds",
        "Brudenell Social Club, Leeds, Nov 2025",
        '<a href="https://www.instagram.com/thefoxes" rel="noopener noreferrer" target="_blank">Instagram</a>',
        'data-embed="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"',
        'data-embed="https://open.spotify.com/embed/track/4Z8W4fKeB5YxbusRsdQVPb"',
        'href="https://thefoxes.bandcamp.com/album/first-light"',
    ):
        assert said in html, said
    assert html.index("Fri 11 Dec") < html.index("Past shows") < html.index("Fri 27 Nov")
    assert "The Draft" not in html


async def test_profiles_play_where_the_band_has_chosen_nothing(foxes, reader):
    await foxes.says("Anabel", "/band edit field: soundcloud value: thefoxes")
    html = (await reader.get(await path_of(foxes))).text
    assert 'data-embed="https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fthefoxes"' in html


async def test_players_are_the_only_frames_that_the_page_may_hold(foxes, reader):
    found = await reader.get(await path_of(foxes))
    policy = found.headers["content-security-policy"]
    assert policy.endswith(
        "; frame-src https://www.youtube-nocookie.com https://open.spotify.com https://w.soundcloud.com https://bandcamp.com"
    )
    assert "unsafe" not in policy
    assert "<iframe" not in found.text
    plain = (await reader.get("/")).headers["content-security-policy"]
    assert "frame-src" not in plain


async def test_nobody_is_named_and_nothing_of_their_files_is_told(foxes, reader, units):
    await foxes.says("Bohumil", "/busy Fri 11 Dec, dentist")
    await a_full_kit(foxes)
    await plays(foxes, units, "Fri 11 Dec")
    path = await path_of(foxes)
    html = (await reader.get(path, headers=BRITISH)).text
    forms = [html.encode(), pdf_text((await reader.get(f"{path}.pdf")).content).encode()]
    forms += [(await reader.get(each)).content for each in files_of(html, path)]
    assert len(forms) == 2 + 4
    for said in forms:
        for secret in (
            b"Anabel",
            b"Bohumil",
            b"Danuta",
            b"dentist",
            b"Fairphone",
            b"Exif",
            b"Jo Secret",
            b"calc",
        ):
            assert secret not in said, secret


async def test_the_preview_of_its_address_has_the_photo_or_a_card_with_the_name(foxes, reader):
    path = await path_of(foxes)
    html = (await reader.get(path, headers=BRITISH)).text
    assert f'<meta property="og:image" content="{WEB.pages.public_url}{path}/card.png">' in html
    assert f'<meta property="og:url" content="{WEB.pages.public_url}{path}">' in html
    drawn = await reader.get(f"{path}/card.png")
    assert drawn.headers["content-type"] == "image/png"
    assert Image.open(BytesIO(drawn.content)).size == (1200, 630)
    await a_full_kit(foxes)
    html = (await reader.get(path, headers=BRITISH)).text
    assert '<meta property="og:title" content="The Foxes">' in html
    assert '<meta property="og:description" content="Four friends from Leeds. Loud, &lt;b&gt;quick' in html
    [card] = re.findall(rf'og:image" content="{WEB.pages.public_url}([^"]+)"', html)
    photo = await reader.get(card)
    assert Image.open(BytesIO(photo.content)).size == (1200, 630)
    assert photo.headers["content-type"] == "image/jpeg"


@pytest.mark.parametrize(
    "name", ["W" * 80, "שועלים", "🎸 狐", "The Old Foxes of the Far Side of Leeds and Bradford"]
)
async def test_a_card_is_drawn_of_any_name(stage, reader, name):
    await stage.runs("Anabel", "band create", values={"name": name, "city": "Leeds"})
    found = await reader.get(f"{await path_of(stage)}/card.png")
    assert len(set(Image.open(BytesIO(found.content)).convert("L").tobytes())) > 5


async def test_without_a_public_address_there_is_no_preview(foxes, units, clock):
    path = await path_of(foxes)
    async with asking(a_site(units=units, clock=clock)) as client:
        html = (await client.get(path)).text
        assert "og:image" not in html
        assert "og:url" not in html


async def test_files_are_sent_with_their_kind_a_name_and_a_tag(foxes, reader):
    await a_full_kit(foxes)
    path = await path_of(foxes)
    html = (await reader.get(path, headers=BRITISH)).text
    names = [each.removeprefix(f"{path}/") for each in files_of(html, path)]
    assert names == ["photo-1-large.jpg", "photo-1.jpg", "stage-plot-2.png", "tech-rider-3.pdf"]
    for name, kind, how in (
        ("photo-1.jpg", "image/jpeg", 'inline; filename="the-foxes-photo.jpg"'),
        ("photo-1-large.jpg", "image/jpeg", 'inline; filename="the-foxes-photo.jpg"'),
        ("card-1.jpg", "image/jpeg", 'inline; filename="the-foxes-photo.jpg"'),
        ("stage-plot-2.png", "image/png", 'attachment; filename="the-foxes-stage-plot.png"'),
        ("tech-rider-3.pdf", "application/pdf", 'attachment; filename="the-foxes-tech-rider.pdf"'),
    ):
        found = await reader.get(f"{path}/{name}")
        assert found.status_code == 200
        assert found.headers["content-type"] == kind
        assert found.headers["content-disposition"] == how
        assert found.headers["x-content-type-options"] == "nosniff"
        assert found.headers["cache-control"] == "private, max-age=86400"
        assert found.headers["x-robots-tag"] == "noindex"
        again = await reader.get(f"{path}/{name}", headers={"if-none-match": found.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


async def test_a_file_that_is_no_longer_in_the_kit_is_not_there(foxes, reader):
    await foxes.sends("Anabel", a_photo(), caption="photo")
    path = await path_of(foxes)
    assert (await reader.get(f"{path}/photo-1.jpg")).status_code == 200
    await foxes.sends("Anabel", a_photo(colour=(0, 0, 99)), caption="photo")
    assert (await reader.get(f"{path}/photo-1.jpg")).status_code == 404
    assert (await reader.get(f"{path}/photo-2.jpg")).status_code == 200
    await foxes.sends("Anabel", a_pdf())
    for wrong in (
        "photo-3.jpg",
        "stage-plot-2.pdf",
        "tech-rider-3.pdf",
        "photo-999.jpg",
        "photo-1.exe1",
        "..%2Fx",
    ):
        assert (await reader.get(f"{path}/{wrong}")).status_code == 404


async def test_another_bands_file_is_not_reached_by_its_number(foxes, reader):
    await foxes.sends("Anabel", a_photo(), caption="photo")
    await a_band(foxes, "Hesperia", "The Hares", others=())
    path = await path_of(foxes, "Hesperia")
    assert (await reader.get(f"{path}/photo-1.jpg")).status_code == 404


async def test_nothing_may_list_it(foxes, reader):
    path = await path_of(foxes)
    for form in ("", ".pdf", ".atom"):
        found = await reader.get(f"{path}{form}")
        assert found.headers["cache-control"] == "private, no-cache"
        assert found.headers["x-robots-tag"] == "noindex"
        assert found.headers["referrer-policy"] == "no-referrer"
    assert "Disallow: /epk/\n" in (await reader.get("/robots.txt")).text


async def test_upcoming_shows_are_a_feed(foxes, reader, units, clock):
    await plays(foxes, units, "Fri 27 Nov", venue="The Owl")
    await plays(foxes, units, "Fri 11 Dec", venue="The Heron", promoter="Prospero")
    clock.advance(days=7)
    path = await path_of(foxes)
    found = await reader.get(f"{path}.atom", headers=BRITISH)
    assert found.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert found.headers["cache-control"] == "private, no-cache"
    root = fromstring(found.content)
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert root.findtext("a:title", namespaces=names) == "The Foxes: upcoming shows"
    assert [each.text for each in root.findall("a:entry/a:title", names)] == ["Fri 11 Dec, The Heron, Leeds"]
    assert root.findtext("a:updated", namespaces=names) == "2026-11-23T19:00:00Z"
    assert f'href="{path}.atom"' in (await reader.get(path)).text


async def test_the_pdf_says_what_the_page_says(foxes, reader, units):
    await a_full_kit(foxes)
    await plays(foxes, units, "Fri 11 Dec")
    found = await reader.get(f"{await path_of(foxes)}.pdf", headers=BRITISH)
    assert found.headers["content-type"] == "application/pdf"
    assert found.headers["content-disposition"] == 'inline; filename="the-foxes-press-kit.pdf"'
    said = " ".join(pdf_text(found.content).split())
    for words in (
        "The Foxes Leeds · indie and punk",
        "Loud, <b>quick</b> & punctual.",
        "Draw 60 in Leeds, May 2026",
        "2,400 on Instagram, as of Mon 23 Nov",
        "Contact booking@thefoxes.com or 0113 496 0000",
        "Upcoming shows Fri 11 Dec, The Heron, Leeds",
        "YouTube: https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "Always as it stands, with players and files:",
    ):
        assert words in said, words
    document = PdfReader(BytesIO(found.content))
    assert document.metadata.title == "The Foxes: press kit"
    assert len(document.pages[0].images) == 1


@pytest.mark.parametrize("name", ["שועלים", "الثعالب", "🎸 Foxes 狐", "W" * 80])
async def test_any_band_can_be_printed(stage, reader, name):
    await stage.runs("Anabel", "band create", values={"name": name, "city": "Leeds"})
    await stage.runs("Anabel", "epk", values={"field": "bio", "value": f"{name} " * 12})
    assert (await reader.get(f"{await path_of(stage)}.pdf")).status_code == 200


async def nowhere(stage, how):
    """The path of an address that leads nowhere, of a band of its own with a photo."""
    who = f"Owner {how}"
    await stage.says(who, f"/band create Foxes {how} city: Leeds")
    card = await switched_on(stage, who)
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
            page = await stage.presses(who, await stage.says(who, "/share"), "Public page")
            address = f"/epk/{WEB.secrets.secret(page.result.card.publication)}"
        case "of another key":
            address = f"/epk/{Secrets(b'another').secret(card.result.card.publication)}"
        case "no secret":
            address = "/epk/x"
    return address.removeprefix(WEB.pages.public_url)


NOWHERE = ("guessed", "replaced", "revoked", "dissolved", "of another kind", "of another key", "no secret")


@pytest.mark.parametrize("form", FORMS)
async def test_whatever_leads_nowhere_gets_the_same_bytes(stage, reader, form):
    paths = [f"{await nowhere(stage, how)}{form}" for how in NOWHERE]
    found = [await reader.get(each) for each in ("/no-such-page", *paths)]
    assert {each.status_code for each in found} == {404}
    assert len({each.content for each in found}) == 1
    assert len({tuple(each.headers.raw) for each in found}) == 1
