"""A reply becomes HTML that Telegram takes, and a keyboard; what people wrote stays inert in it."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.buttons import PickAnswer, ResumePending
from bots.chat.buttons.band import DissolveBand
from bots.chat.buttons.conversation import UndoChange
from bots.chat.buttons.gigs import ProposeRehearsal
from bots.chat.reply import (
    Action,
    Code,
    Door,
    Facts,
    Form,
    Link,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Text,
    Verbatim,
    Weight,
    line,
)
from bots.chat.turn import BotAddress
from bots.telegram.render import MESSAGE, draw, example_of, inert, toast
from presentation.tokens import Tokens
from tests.fakes.web import WEB

TOKENS = Tokens(b"only for tests")
DOORS = BotAddress(WEB, "bandwidth_bot")
JOINER = "\u2060"


def drawn(reply):
    return draw(reply, TOKENS, DOORS)


def text(*blocks, title="Title"):
    return drawn(Reply(line(title), blocks)).text


def seen(markup):
    """What a reader sees, and Telegram counts."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def units(shown):
    return len(shown.encode("utf-16-le")) // 2


def test_the_title_is_the_first_line_and_bold_once():
    assert text(title=line("🎸 ", Strong("The Foxes"), " is here")) == "<b>🎸 The Foxes is here</b>"


def test_a_command_in_the_title_stands_outside_the_bold():
    assert text(title=line("Try ", Say("busy"), " now")) == "<b>Try </b>/busy<b> now</b>"
    assert text(title=line("Code ", Code("K7"))) == "<b>Code </b><code>K7</code>"


def test_each_block_has_lines_of_its_own():
    said = text(
        Paragraph(line("As ", Strong("drums"))),
        Facts((("City", line("Leeds")), ("Code", line(Code("K7QX-MP2D"))))),
        Listing((line("Fri 8"), line("Sat 9"))),
    )
    assert said.split("\n") == [
        "<b>Title</b>",
        "As <b>drums</b>",
        "City: Leeds",
        "Code: <code>K7QX-MP2D</code>",
        "• Fri 8",
        "• Sat 9",
    ]


@pytest.mark.parametrize(
    ("mark", "markup"),
    [
        (Text("a < b & c"), "a &lt; b &amp; c"),
        (Strong("Tea & Ghosts"), "<b>Tea &amp; Ghosts</b>"),
        (Code("<K7>"), "<code>&lt;K7&gt;</code>"),
        (
            Link("Open", "https://t.me/b?start=join_K7&x"),
            '<a href="https://t.me/b?start=join_K7&amp;x">Open</a>',
        ),
        (Link("Open", "javascript:alert(1)"), "Open"),
        (Say("busy"), "/busy"),
        (Say("busy every Tuesday evening"), "<code>/busy every Tuesday evening</code>"),
        (Say("band create"), "<code>/band create</code>"),
        (Say("join <K7>"), "<code>/join &lt;K7&gt;</code>"),
    ],
)
def test_each_mark_has_its_markup(mark, markup):
    assert text(Paragraph(line(mark))).split("\n")[1] == markup


def test_what_a_link_leads_to_is_not_broken_by_its_label():
    url = "https://t.me/bandwidth_bot?start=join_K7QXMP2D"
    assert text(Paragraph(line(Link(url, url)))).split("\n")[1] == f'<a href="{url}">{url}</a>'


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("<b>loud</b>", "<b>loud</b>"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("_*[`~](x)", "_*[`~](x)"),
        ("@everyone", f"@{JOINER}everyone"),
        ("mail@example.com", f"mail@{JOINER}example.{JOINER}com"),
        ("/undo", f"/{JOINER}undo"),
        ("https://evil.com/x", f"https://{JOINER}evil.{JOINER}com/x"),
        ("t.me/evil", f"t.{JOINER}me/evil"),
        ("Foxes\n/undo", f"Foxes /{JOINER}undo"),
        ("a\u202eb\x00c", "a b c"),
        ("AC/DC, 7.30 p.m., 1/2, Wed. 2.", "AC/DC, 7.30 p.m., 1/2, Wed. 2."),
    ],
)
@pytest.mark.parametrize("mark", [Text, Strong])
def test_what_people_wrote_is_shown_and_does_nothing(hostile, shown, mark):
    said = text(Paragraph(line(mark(hostile), " end")), title=line(mark(hostile)))
    assert seen(said).split("\n") == [shown, f"{shown} end"]
    assert set(re.findall(r"<[^>]*>", said)) <= {"<b>", "</b>"}


@given(st.text(max_size=200))
def test_nothing_in_what_people_wrote_is_live(words):
    made = inert(words)
    assert not re.search(r"@\w|(?<![\w/<>])/\w|://[^\u2060]|[\n\r]", made)
    assert not re.search(r"\w\.[^\W\d_]{2}", made)


def test_a_listing_is_cut_first_and_says_how_much_is_left_out():
    items = tuple(line(f"{number} {'x' * 90}") for number in range(100))
    said = seen(text(Paragraph(line("before")), Listing(items), Paragraph(line("after"))))
    assert units(said) <= MESSAGE
    lines = said.split("\n")
    kept = [each for each in lines if each.startswith("• ")]
    assert lines[:2] == ["Title", "before"]
    assert lines[-2:] == [f"{100 - len(kept)} more", "after"]
    assert kept == [f"• {number} {'x' * 90}" for number in range(len(kept))]
    assert units(said) > MESSAGE - 200


def test_emoji_count_twice_and_markup_not_at_all():
    fits = tuple(line(Strong("🎸" * 100)) for _ in range(20))
    said = text(Listing(fits))
    assert units(seen(said)) == len("Title") + 20 * (1 + 2 + 200) <= MESSAGE
    over = seen(text(Listing(fits + fits)))
    assert units(over) <= MESSAGE
    assert re.search(r"\n\d+ more$", over)


def test_an_endless_paragraph_is_cut_where_the_room_ends():
    said = text(Paragraph(line("You said ", Strong("<&>" * 3000))), Paragraph(line("lost")))
    assert units(seen(said)) <= MESSAGE
    assert said.endswith("…</b>")
    assert units(seen(text(title=line(Strong("@a" * 3000))))) <= MESSAGE


@given(
    st.lists(
        st.one_of(
            st.builds(lambda t: Paragraph(line(Strong(t * 50))), st.text(min_size=1, max_size=60)),
            st.builds(lambda t, n: Listing((line(t),) * n), st.text(max_size=60), st.integers(0, 90)),
        ),
        max_size=8,
    ),
    st.text(min_size=1, max_size=300),
)
def test_every_message_fits(blocks, title):
    assert units(seen(text(*blocks, title=title * 10))) <= MESSAGE


def test_buttons_are_signed_tokens_in_their_rows():
    keyboard = drawn(
        Reply(
            line("?"),
            buttons=(
                (Action("Yes", PickAnswer(7, 0), Weight.FIRST), Action("No", PickAnswer(7, 1))),
                (Action("End", DissolveBand(3), Weight.DANGER),),
            ),
        )
    ).keyboard
    (yes, no), (end,) = keyboard.inline_keyboard
    assert (yes.text, yes.callback_data, yes.style) == ("Yes", TOKENS.encode("pick", (7, 0)), "primary")
    assert (no.text, no.callback_data, no.style) == ("No", TOKENS.encode("pick", (7, 1)), None)
    assert (end.callback_data, end.style) == (TOKENS.encode("banddissolve", (3,)), "danger")


def test_the_longest_token_fits_a_button():
    most = ProposeRehearsal(*(2**63 - 1,) * 3)
    assert len(most.verb) == 15
    ((key,),) = drawn(Reply(line("?"), buttons=((Action("x", most),),))).keyboard.inline_keyboard
    assert len(key.callback_data.encode()) == 64


def test_a_door_is_a_link_into_the_private_chat():
    buttons = ((Door("Open", ResumePending(9)), Door("Just open")),)
    ((to_draft, to_chat),) = drawn(Reply(line("?"), buttons=buttons)).keyboard.inline_keyboard
    assert to_draft.url == f"https://t.me/bandwidth_bot?start={TOKENS.encode('resume', (9,))}"
    assert to_chat.url == "https://t.me/bandwidth_bot?start="


def test_forms_are_typed_and_not_drawn():
    reply = Reply(line("When?"), buttons=((Form("Type it", 7, "every Tuesday " * 9),),))
    assert drawn(reply).keyboard is None
    assert units(example_of(reply)) <= 64
    assert example_of(reply).startswith("every Tuesday")
    assert example_of(Reply(line("x"))) == ""


def test_labels_are_short_and_never_empty():
    buttons = ((Action("x" * 200, UndoChange(1)), Action(" \n", UndoChange(1))),)
    ((long, empty),) = drawn(Reply(line("?"), buttons=buttons)).keyboard.inline_keyboard
    assert (len(long.text), empty.text) == (64, "…")


def test_a_toast_is_plain_words_of_at_most_200():
    refusal = Reply(
        line("That is ", Strong("gone")),
        (Paragraph(line("Try ", Say("mine"))), Paragraph(line("y" * 190)), Listing((line("z"),))),
    )
    assert toast(refusal) == "That is gone\nTry /mine"
    assert units(toast(Reply(line("🎸" * 300)))) <= 200


def test_lines_to_copy_stand_in_one_block():
    said = text(
        Paragraph(line("Here:")), Verbatim(("Fri 4 <Dec>", "Sat 5 Dec")), Paragraph(line("That is all."))
    )
    assert said == "<b>Title</b>\nHere:\n<pre>Fri 4 &lt;Dec&gt;\nSat 5 Dec</pre>\nThat is all."
