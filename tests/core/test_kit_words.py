"""What people type into a press kit, and say beside a file."""

from datetime import date

import pytest

from core.bands.kits import KitFileKind, PressKit
from core.bands.kits.captions import FileCaption, caption_of
from core.bands.kits.state import kit_from, kit_state, with_kit_state
from core.bands.kits.words import KitValueUnclear, kit_value

TODAY = date(2026, 11, 30)
PHOTO, PLOT, RIDER = KitFileKind


@pytest.mark.parametrize(
    ("words", "kind", "band"),
    [
        ("", None, None),
        ("photo", PHOTO, None),
        ("Here's our new band photo.", PHOTO, None),
        ("picture of the foxes", PHOTO, "the foxes"),
        ("stage plot for The Foxes", PLOT, "The Foxes"),
        ("Stageplot", PLOT, None),
        ("this is our tech rider for The Foxes!", RIDER, "The Foxes"),
        ("technical specs", RIDER, None),
        ("for The Foxes", None, "The Foxes"),
    ],
)
def test_a_caption_says_what_a_file_is_and_whose(words, kind, band):
    assert caption_of(words) == FileCaption(kind, band)


@pytest.mark.parametrize(
    "words",
    ["can't do Tuesday", "Fri 11 Dec, need 2 support, £150", "photoshoot on Friday", "busy", "ridership"],
)
def test_other_words_are_about_something_else(words):
    assert caption_of(words) is None


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("instagram 2400", {"instagram": 2400}),
        ("Instagram: 2,400; TikTok 800", {"instagram": 2400, "tiktok": 800}),
        ("instagram 2.4k and youtube 1.2M followers", {"instagram": 2400, "youtube": 1200000}),
        ("tiktok 12.500", {"tiktok": 12500}),
    ],
)
def test_followers_are_read_as_people_write_numbers(words, counts):
    found = kit_value("followers", words, today=TODAY)
    assert {each["service"]: each["count"] for each in found} == counts
    assert {each["said_on"] for each in found} == {"2026-11-30"}


@pytest.mark.parametrize(
    "words", ["", "many", "instagram", "2400", "instagram 0", "instagram 2400 2500", "myspace 3"]
)
def test_what_is_no_count_is_refused(words):
    with pytest.raises(KitValueUnclear):
        kit_value("followers", words, today=TODAY)


def test_codes_to_embed_stand_beside_addresses():
    code = (
        '<iframe src="https://bandcamp.com/EmbeddedPlayer/album=12/size=large/" seamless>'
        '<a href="https://thefoxes.bandcamp.com/album/x">x by The Foxes</a></iframe>'
    )
    found = kit_value(
        "music", f"soundcloud.com/thefoxes {code}, [bandcamp width=3 track=77 size=large]", today=TODAY
    )
    assert [each["service"] for each in found] == ["soundcloud", "bandcamp", "bandcamp"]
    assert found[1]["page"] == "https://thefoxes.bandcamp.com/album/x"


@pytest.mark.parametrize("words", ["\u202e", "\x00", "   ", "\n\n"])
def test_a_text_in_which_nothing_can_be_seen_is_refused(words):
    for field in ("bio", "draw", "contact", "shows"):
        with pytest.raises(KitValueUnclear):
            kit_value(field, words, today=TODAY)


def test_a_kit_is_the_same_after_its_state():
    kit = with_kit_state(PressKit(), {"shows": ["The Lanes"], "photo": 7})
    assert kit_from(kit_state(kit)) == kit
    assert with_kit_state(kit, {"shows": [], "photo": None}) == PressKit()
