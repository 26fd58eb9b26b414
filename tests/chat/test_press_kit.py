"""/epk: what is in a band's press kit, how it is written, who may see, change and publish it, and files by sending."""

import re
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from bots.chat.buttons.market import ShowApplication
from bots.chat.buttons.publications import SwitchKitOn
from bots.chat.conversations import Question
from bots.chat.reply import Facts, Link
from bots.chat.results.publications import KitFileUnclear, KitFileWhose, KitShown
from bots.chat.turn import PressedButton
from core.access import NotAllowed
from core.bands.kits import KitFileKind
from core.bands.kits.edits import KitEdited
from core.bands.kits.files import FILE_LIMIT, FileRefused, FileTrouble
from core.bands.kits.store import KitFileForm
from core.bands.kits.words import KitValueUnclear
from core.bands.refusals import NoBand
from core.ids import Platform
from core.marketplace.applications.parties import ApplicationCard
from core.marketplace.applications.refusals import LinksMissing
from tests.fakes.files import a_drawing, a_pdf, a_photo
from tests.fakes.letters import Letters
from tests.fakes.stage import text_of
from tests.fakes.web import WEB


def labels(answer):
    return [each.label for row in answer.reply.buttons for each in row]


async def kit_of(stage, units):
    async with units.read() as unit:
        [(band, _)] = [each for each in await unit.bands.of(1) if each[0].name == "The Foxes"]
        return await unit.kits.get(band.id)


async def bytes_of(units, file, form=KitFileForm.CONTENT):
    async with units.read() as unit:
        return (await unit.kits.content(file.id, form)).content


# The card


async def test_a_new_kit_says_what_is_missing_and_how_to_write_it(foxes):
    shown = await foxes.says("Ana", "/epk")
    said = text_of(shown.reply)
    assert said.startswith("📰 The Foxes: press kit\nSwitched off: nobody outside the band can read it yet.")
    assert "Line-up: the parts of your members, without names" in said
    assert (
        "Not there yet: Bio, Live video, Music, Draw, Followers, Past shows, Contact, Photo, Stage plot and Tech rider."
        in said
    )
    assert "send me the file in our private chat" in said
    assert labels(shown) == ["Switch on"]


async def test_switched_on_it_has_an_address_that_can_be_replaced_and_switched_off(foxes):
    on = await foxes.presses("Ana", await foxes.says("Ana", "/epk"), "Switch on")
    assert f"{WEB.pages.public_url}/epk/" in text_of(on.reply)
    shown = await foxes.says("Ana", "/epk")
    assert on.result.address in text_of(shown.reply)
    assert labels(shown) == ["New address", "Switch off"]
    new = await foxes.presses("Ana", shown, "New address")
    assert new.result.address != on.result.address
    await foxes.presses("Ana", await foxes.says("Ana", "/epk"), "Switch off")
    off = await foxes.says("Ana", "/epk")
    assert "Switched off: its address leads nowhere." in text_of(off.reply)
    assert labels(off) == ["Switch on"]


async def test_members_see_it_bookers_publish_it_and_owners_alone_change_it(foxes):
    await foxes.presses("Ana", await foxes.says("Ana", "/epk"), "Switch on")
    seen = await foxes.says("Bo", "/epk")
    assert f"{WEB.pages.public_url}/epk/" in text_of(seen.reply)
    assert labels(seen) == []
    assert "To write" not in text_of(seen.reply)
    for words in ("/epk field: draw value: 60", "/epk field: photo value: remove", "/epk field: bio"):
        assert isinstance((await foxes.says("Bo", words)).result, NotAllowed)
    await foxes.says("Ana", "/band member Bo role: booker")
    assert labels(await foxes.says("Bo", "/epk")) == ["New address", "Switch off"]
    refused = await foxes.says("Bo", "/epk field: draw value: 60")
    assert "does not let you change" in text_of(refused.reply)
    assert isinstance((await foxes.sends("Bo", a_photo(), caption="photo")).result, NotAllowed)


async def test_nobody_else_switches_it_on(foxes):
    shown = await foxes.says("Ana", "/epk")
    press = SwitchKitOn(shown.result.band.id)
    token = PressedButton(foxes.dispatcher.tokens.encode(press.verb, press.ids))
    for name in ("Bo", "Zoe"):
        await foxes.does(name, token)
    assert (await foxes.says("Ana", "/epk")).result.address is None


# Words


async def test_each_field_is_written_shown_and_taken_back(foxes, units):
    for field, words, shown in (
        ("bio", "Four friends.   Loud.\n\n\n\nOn time.", "Bio: Four friends. Loud. On time."),
        ("video", "youtu.be/dQw4w9WgXcQ", "Live video: YouTube"),
        ("music", "soundcloud.com/thefoxes and thefoxes.bandcamp.com", "Music: SoundCloud · Bandcamp"),
        ("draw", "60 in Leeds,  May 2026", "Draw: 60 in Leeds, May 2026"),
        (
            "followers",
            "instagram 2.4k, tiktok 800",
            "Followers: 2,400 on Instagram (Mon 23 Nov) and 800 on TikTok (Mon 23 Nov)",
        ),
        ("line up", "two guitars, bass, drums", "Line-up: two guitars, bass, drums"),
        ("shows", "The Lanes, May 2026; Brudenell, 2025", "Past shows: The Lanes, May 2026; Brudenell, 2025"),
        ("contact", "booking@thefoxes.com", "Contact: booking@thefoxes.com"),
    ):
        before = await kit_of(foxes, units)
        answer = await foxes.says("Ana", f"/epk field: {field} value: {words}")
        assert isinstance(answer.result, KitEdited), field
        assert shown in text_of(answer.reply)
        after = await kit_of(foxes, units)
        undone = await foxes.presses("Ana", answer, "Undo")
        assert await kit_of(foxes, units) == before
        assert "↩ Undone" in text_of(undone.reply)
        await foxes.presses("Ana", undone, "Redo")
        assert await kit_of(foxes, units) == after
    said = text_of((await foxes.says("Ana", "/epk")).reply)
    assert "Not there yet: Photo, Stage plot and Tech rider." in said


async def test_a_field_without_a_value_is_asked_for_and_answered_by_typing(foxes, units):
    asked = await foxes.says("Ana", "/epk field: bio")
    assert isinstance(asked.result, Question)
    assert "Up to 1500 characters; a line break begins a paragraph." in text_of(asked.reply)
    await foxes.says("Ana", "Loud.\n\nPunctual.")
    assert (await kit_of(foxes, units)).kit.bio == "Loud.\n\nPunctual."


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("bio", "x" * 1501),
        ("video", "https://vimeo.com/1"),
        ("video", "https://soundcloud.com/thefoxes"),
        ("video", " ".join(f"https://youtu.be/dQw4w9WgXc{each}" for each in "QRST")),
        ("music", "https://evil.example/player"),
        ("draw", "x" * 201),
        ("followers", "lots"),
        ("followers", "instagram -4"),
        ("followers", "myspace 400"),
        ("followers", "instagram 400 tiktok 300"),
        ("shows", "; ".join(f"show {each}" for each in range(13))),
        ("photo", "me.jpg"),
    ],
)
async def test_what_does_not_fit_changes_nothing_and_says_what_would(foxes, units, field, words):
    await foxes.says("Ana", "/epk field: draw value: 60 in Leeds")
    refused = await foxes.says("Ana", f"/epk field: {field} value: {words}")
    assert isinstance(refused.result, KitValueUnclear)
    assert "/epk field:" in text_of(refused.reply).splitlines()[1]
    filled = await kit_of(foxes, units)
    assert (filled.kit.draw, filled.kit.bio, filled.kit.video) == ("60 in Leeds", None, ())


async def test_somebody_elses_later_edit_keeps_an_older_one_from_being_undone(foxes, units):
    first = await foxes.says("Ana", "/epk field: draw value: 60")
    await foxes.says("Ana", "/epk field: draw value: 80")
    refused = await foxes.presses("Ana", first, "Undo")
    assert "changed again since" in text_of(refused.reply)
    assert (await kit_of(foxes, units)).kit.draw == "80"


# Files


async def test_a_caption_settles_what_a_photo_is_and_nothing_of_its_notes_is_kept(foxes, units):
    sent = await foxes.sends("Ana", a_photo(3000, 2000, orientation=6), caption="photo for The Foxes")
    assert isinstance(sent.result, KitEdited)
    assert "Photo: a picture, " in text_of(sent.reply)
    file = (await kit_of(foxes, units)).file(KitFileKind.PHOTO)
    sizes = {}
    for form in KitFileForm:
        content = await bytes_of(units, file, form)
        assert b"Exif" not in content
        assert b"Fairphone" not in content
        image = Image.open(BytesIO(content))
        assert not image.getexif()
        sizes[form] = image.size
    assert sizes == {
        KitFileForm.CONTENT: (1600, 2400),
        KitFileForm.PAGE: (853, 1280),
        KitFileForm.CARD: (1200, 630),
    }


async def test_without_a_caption_it_is_asked_what_it_is(foxes, units):
    asked = await foxes.sends("Ana", a_photo())
    assert isinstance(asked.result.ask.about, KitFileUnclear)
    assert labels(asked) == ["Photo", "Stage plot", "Tech rider"]
    done = await foxes.presses("Ana", asked, "Stage plot")
    assert isinstance(done.result, KitEdited)
    assert (await kit_of(foxes, units)).file(KitFileKind.STAGE_PLOT).is_picture


async def test_a_pdf_is_no_photo_and_loses_whatever_acts_or_tells(foxes, units):
    asked = await foxes.sends("Ana", a_pdf(2))
    assert labels(asked) == ["Stage plot", "Tech rider"]
    await foxes.presses("Ana", asked, "Tech rider")
    content = await bytes_of(units, (await kit_of(foxes, units)).file(KitFileKind.TECH_RIDER))
    for word in (b"Secret", b"JavaScript", b"alert", b"calc.exe", b"notes.txt", b"Launch"):
        assert word not in content
    there = PdfReader(BytesIO(content))
    assert len(there.pages) == 2
    assert [each["/A"]["/URI"] for each in there.pages[0].annotations] == ["https://thefoxes.com/rider"]
    refused = await foxes.sends("Ana", a_pdf(), caption="our photo")
    assert refused.result.trouble is FileTrouble.NOT_A_PICTURE


async def test_a_file_answers_the_question_for_it(foxes, units):
    asked = await foxes.says("Ana", "/epk field: stage plot")
    assert "A PDF or a picture of up to 10 MB" in text_of(asked.reply)
    done = await foxes.sends("Ana", a_drawing())
    assert isinstance(done.result, KitEdited)
    file = (await kit_of(foxes, units)).file(KitFileKind.STAGE_PLOT)
    assert file.media_type == "image/png"
    assert Image.open(BytesIO(await bytes_of(units, file))).getpixel((2, 2)) == (255, 255, 255)


async def test_whose_it_is_is_asked_of_somebody_with_several_bands(foxes, units):
    await foxes.says("Ana", "/band create The Owls city: Leeds")
    asked = await foxes.sends("Ana", a_photo(), caption="photo")
    assert isinstance(asked.result.ask.about, KitFileWhose)
    assert sorted(labels(asked)) == ["The Foxes", "The Owls"]
    await foxes.presses("Ana", asked, "The Foxes")
    assert (await kit_of(foxes, units)).file(KitFileKind.PHOTO) is not None
    named = await foxes.sends("Ana", a_photo(colour=(0, 90, 0)), caption="Stage plot for the owls")
    assert (named.result.band.name, named.result.fields) == ("The Owls", ("stage_plot",))


async def test_a_file_is_taken_back_and_comes_back(foxes, units):
    first = await foxes.sends("Ana", a_photo(), caption="photo")
    old = (await kit_of(foxes, units)).kit.photo
    second = await foxes.sends("Ana", a_photo(colour=(0, 0, 90)), caption="photo")
    assert (await kit_of(foxes, units)).kit.photo != old
    undone = await foxes.presses("Ana", second, "Undo")
    assert (await kit_of(foxes, units)).kit.photo == old
    assert "Photo: a picture" in text_of(undone.reply)
    out = await foxes.says("Ana", "/epk field: photo value: remove")
    assert "Photo: none" in text_of(out.reply)
    assert first.result.change != out.result.change


@pytest.mark.parametrize(
    ("content", "trouble", "says"),
    [
        (b"hello", FileTrouble.NOT_KNOWN, "neither a picture (JPEG, PNG, WebP) nor a PDF"),
        (b"", FileTrouble.NOT_KNOWN, "neither a picture"),
        (b"GIF89a" + b"\0" * 40, FileTrouble.NOT_KNOWN, "neither a picture"),
        (a_photo(200, 200), FileTrouble.TOO_SMALL, "320 pixels"),
        (a_photo()[:9000], FileTrouble.BROKEN, "damaged"),
        (b"%PDF-1.7\nno more", FileTrouble.BROKEN, "damaged"),
        (a_pdf(21), FileTrouble.TOO_MANY_PAGES, "more than 20 pages"),
        (a_pdf(password="secret"), FileTrouble.LOCKED, "needs a password"),
        (OSError("no network"), FileTrouble.NOT_LOADED, "did not get that file"),
        (b"x" * (FILE_LIMIT + 1), FileTrouble.TOO_LARGE, "larger than 10 MB"),
    ],
)
async def test_what_is_no_such_file_is_refused_with_a_next_step(foxes, units, content, trouble, says):
    refused = await foxes.sends("Ana", content, caption="photo", size=-1)
    assert isinstance(refused.result, FileRefused)
    assert refused.result.trouble is trouble
    first, step = text_of(refused.reply).splitlines()
    assert says in first
    assert step
    assert (await kit_of(foxes, units)).kit.photo is None


async def test_too_large_a_file_is_not_even_fetched(foxes):
    refused = await foxes.sends("Ana", AssertionError("fetched"), caption="photo", size=FILE_LIMIT + 1)
    assert refused.result.trouble is FileTrouble.TOO_LARGE


async def test_a_picture_with_too_many_pixels_is_not_decoded(foxes):
    out = BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    refused = await foxes.sends("Ana", out.getvalue(), caption="photo")
    assert refused.result.trouble is FileTrouble.TOO_MANY_PIXELS
    assert "60 million pixels" in text_of(refused.reply)


async def test_several_at_once_are_sent_one_by_one(foxes):
    refused = await foxes.sends("Ana", a_photo(), a_pdf())
    assert refused.result.trouble is FileTrouble.SEVERAL


async def test_a_picture_beside_other_words_only_adorns_them(foxes):
    answer = await foxes.sends("Ana", AssertionError("fetched"), caption="/busy every Tuesday evening")
    assert text_of(answer.reply).startswith("📅 Busy")
    plain = await foxes.sends("Ana", AssertionError("fetched"), caption="can't do 3 Dec")
    assert text_of(plain.reply).startswith("📅 Busy")


async def test_somebody_without_a_band_is_told_what_files_are_for(stage):
    refused = await stage.sends("Zoe", AssertionError("fetched"))
    assert isinstance(refused.result, NoBand)


async def test_the_same_message_twice_changes_the_kit_once(foxes, units):
    once = await foxes.sends("Ana", a_photo(), caption="photo", cause="tg:1")
    twice = await foxes.sends("Ana", a_photo(), caption="photo", cause="tg:1")
    assert "It stands already" in text_of(twice.reply)
    assert (await kit_of(foxes, units)).kit.photo == once.result.kit.kit.photo


async def test_somebody_elses_file_cannot_be_put_anywhere(foxes):
    """A file is named by its number alone in a pending question; the number of another's is of no use."""
    asked = await foxes.sends("Ana", a_photo())
    await foxes.says("Zoe", "/band create The Owls city: Leeds")
    taken = await foxes.runs(
        "Zoe", "epk", values={"field": "photo", "file": str(asked.result.ask.about.file.id)}
    )
    assert not isinstance(taken.result, KitEdited) or taken.result.kit.kit.photo is None


# All that is held


async def test_the_kit_is_in_an_owners_data_and_goes_with_the_band(foxes, units):
    await foxes.says("Ana", "/epk field: bio value: Loud.")
    await foxes.sends("Ana", a_photo(), caption="photo")
    on = await foxes.presses("Ana", await foxes.says("Ana", "/epk"), "Switch on")
    assert isinstance((await foxes.says("Ana", "/epk")).result, KitShown)
    async with units.read() as unit:
        held = await unit.personal_data.everything(1)
    assert held["press_kits"][0]["bio"] == "Loud."
    assert held["files_sent"][0]["type"] == "image/jpeg"
    assert re.fullmatch(r"https?://.*/epk/[0-9a-z]+-[a-z2-7]{32}", on.result.address)


async def test_on_other_platforms_it_is_the_same(foxes, units):
    await foxes.says("Zoe", "/band create The Owls city: Leeds", on=Platform.TELEGRAM)
    sent = await foxes.sends("Zoe", a_photo(), caption="Here is our band photo", on=Platform.TELEGRAM)
    assert isinstance(sent.result, KitEdited)


# Applying


@pytest.fixture
async def market(foxes, units, engine, clock):
    """The Foxes, all of whom can play; The Heron with an open date; what everybody is told."""
    letters = Letters.through(units, engine, clock)
    await foxes.says("Dana", "/venue create The Heron city: Leeds")
    drafted = await foxes.says("Dana", "/post Fri 11 Dec, need 1 support, doors 7:30pm")
    await foxes.presses("Dana", drafted, "Publish")
    return foxes, letters


async def applied(market):
    """What Dana is told of the application of the Foxes."""
    stage, letters = market
    made = await stage.says("Ana", "/apply Fri 11 Dec")
    if made.result.application.sent_at is None:
        await stage.presses("Ana", made, "Go on anyway")
    letters.told.clear()
    await letters.come()
    return [text_of(reply) for name, reply in letters.told if name == "Dana"], letters, made


def urls_in(reply):
    return [
        part.url
        for block in reply.blocks
        if isinstance(block, Facts)
        for _, words in block.pairs
        for part in words
        if isinstance(part, Link)
    ]


async def test_the_kit_goes_along_with_an_application_while_it_is_on(market):
    stage, _ = market
    on = await stage.presses("Ana", await stage.says("Ana", "/epk"), "Switch on")
    _, letters, made = await applied(market)
    [told] = [reply for name, reply in letters.told if name == "Dana"]
    assert on.result.address in urls_in(told)
    assert "EPK: Photos, music and files" in text_of(told)
    button = ShowApplication(made.result.application.id)
    token = PressedButton(stage.dispatcher.tokens.encode(button.verb, button.ids))
    assert on.result.address in urls_in((await stage.does("Dana", token)).reply)
    assert on.result.address not in urls_in((await stage.does("Ana", token)).reply)
    await stage.presses("Ana", on, "Switch off")
    assert "EPK" not in text_of((await stage.does("Dana", token)).reply)


async def test_a_kit_that_nobody_has_switched_on_stays_at_home(market):
    stage, _ = market
    await stage.says("Ana", "/epk field: bio value: Loud.")
    [said], *_ = await applied(market)
    assert "EPK" not in said


async def test_a_venue_that_wants_links_is_content_with_music_in_a_kit_that_is_on(market):
    stage, _ = market
    await stage.says("Dana", "/venue edit field: asks value: links")
    assert isinstance((await stage.says("Ana", "/apply Fri 11 Dec")).result, LinksMissing)
    await stage.says("Ana", "/epk field: music value: soundcloud.com/thefoxes")
    assert isinstance((await stage.says("Ana", "/apply Fri 11 Dec")).result, LinksMissing)
    await stage.presses("Ana", await stage.says("Ana", "/epk"), "Switch on")
    assert isinstance((await stage.says("Ana", "/apply Fri 11 Dec")).result, ApplicationCard)
