"""Words as the bundled font shows them: no boxes for missing glyphs, right to left, never wider than their room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presentation.painting import lettering


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("The Foxes", "The Foxes"),
        ("Zoë Müller-Łódź", "Zoë Müller-Łódź"),
        ("  two \n lines\t", "two lines"),
        ("🎸 The Foxes 🦊", "The Foxes"),
        ("👨‍👩‍👧 Family", "Family"),
        ("東京事変", "…"),
        ("東京 The 事変 Foxes", "… The … Foxes"),
        ("Ｆｏｘｅｓ", "Foxes"),
        ("naught\u202eyb\u2066", "naughtyb"),
        ("nul\x00l", "null"),
        ("", ""),
        ("🦊", ""),
    ],
)
def test_what_the_font_lacks_is_left_out_and_letters_leave_a_sign(name, shown):
    assert lettering.readable(name) == shown


def test_hebrew_is_drawn_from_the_right_and_a_number_in_it_is_not():
    assert lettering.visual(lettering.readable("להקה 42")) == "42 " + "להקה"[::-1]


def test_a_foreign_name_stays_in_its_place_in_an_english_note():
    assert lettering.visual(lettering.readable("no יעל")) == "no " + "יעל"[::-1]


def test_arabic_letters_take_the_shapes_of_their_places():
    assert lettering.visual(lettering.readable("سلام")) == "\ufee1\ufefc\ufeb3"


def test_vowel_points_are_left_out():
    assert lettering.readable("שָׁלוֹם") == "שלום"
    assert lettering.readable("مُحَمَّد") == lettering.readable("محمد")


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text", ["äöüÅéîñçßøłžőğı", "ЖёїЂ", "Ωμέγα", "שלום", "سلام", "…–—“”’‘·•", "0123456789"]
)
def test_the_scripts_of_its_people_are_there(text, bold):
    assert "…" not in lettering.readable(text, bold=bold) or "…" in text


@given(st.text(max_size=40), st.integers(20, 400), st.sampled_from((25, 32, 58)), st.booleans())
def test_nothing_is_wider_than_its_room(text, room, size, bold):
    words = lettering.readable(text, bold=bold)
    most = max(room, lettering.width("…", size, bold=bold))
    assert lettering.width(lettering.cut(words, room, size, bold=bold), size, bold=bold) <= most
    lines = lettering.wrapped(words, room, size, most=3, bold=bold)
    assert len(lines) <= 3
    assert all(lettering.width(each, size, bold=bold) <= most for each in lines)


@given(st.text(max_size=40), st.booleans())
def test_no_box_for_a_missing_glyph_is_ever_drawn(text, bold):
    shown = lettering.visual(lettering.readable(text, bold=bold))
    assert all(lettering._has(each, bold) for each in shown)


def test_lines_end_between_words_and_behind_dashes():
    assert lettering.wrapped("18:00-23:30", 130, 25, most=2) == ["18:00-", "23:30"]
    assert lettering.wrapped("one two three", 110, 30, most=3) == ["one", "two", "three"]
    assert lettering.wrapped("one two three", 110, 30, most=2)[1].endswith("…")
    assert lettering.wrapped("", 100, 30, most=2) == []
