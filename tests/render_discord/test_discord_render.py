"""Replies as embeds and buttons."""

from typing import get_args

import pytest

from bots.chat.buttons import ResumePending
from bots.chat.buttons.band import JoinByInvite, LeaveTo, RevokeInvite
from bots.chat.buttons.conversation import UndoChange
from bots.chat.reply import (
    Action,
    Block,
    Door,
    Facts,
    Form,
    Listing,
    Paragraph,
    Reply,
    Strong,
    Tone,
    Verbatim,
    Weight,
    line,
    rows,
)
from bots.discord.markup import size
from bots.discord.render import COLOURS, Painter, TokenButton
from presentation.tokens import Tokens

TOKENS = Tokens(b"only for tests")


@pytest.fixture
def painter() -> Painter:
    return Painter(TOKENS, {"busy": 7}, 99)


def whole(embed) -> int:
    given = embed.to_dict()
    fields = given.get("fields", [])
    return size(given["description"]) + sum(size(f["name"]) + size(f["value"]) for f in fields)


def components(view) -> list[list[dict]]:
    return [row["components"] for row in view.to_components()]


async def test_a_card_is_a_first_line_and_blocks_in_order(painter):
    reply = Reply(
        line("📅 Busy ", Strong("every Tue")),
        (
            Paragraph(line("Next: Tue 24 Nov")),
            Facts((("City", line("Leeds")),)),
            Listing((line("one"), line(Strong("two")))),
        ),
        tone=Tone.DIARY,
    )
    drawn = painter.draw(reply)
    assert drawn.embed.to_dict() == {
        "type": "rich",
        "flags": 0,
        "color": COLOURS[Tone.DIARY],
        "description": "📅 Busy **every Tue**\nNext: Tue 24 Nov\n**City:** Leeds\none\n**two**",
    }
    assert drawn.view is None


async def test_a_title_without_marks_is_bold(painter):
    assert painter.draw(Reply(line("↩ Undone"))).embed.description == "**↩ Undone**"


async def test_facts_at_the_end_are_fields(painter):
    facts = Facts((("Zone", line("Europe/London")), ("Code", line(Strong("*")))))
    embed = painter.draw(Reply(line(Strong("x")), (Paragraph(line("y")), facts))).embed
    assert embed.description == "**x**\ny"
    assert [(f.name, f.value) for f in embed.fields] == [("Zone", "Europe/London"), ("Code", r"**\***")]


async def test_every_block_and_every_tone_is_drawn(painter):
    samples = {
        Paragraph: Paragraph(line("p")),
        Listing: Listing((line("p"),)),
        Facts: Facts((("f", line("p")),)),
        Verbatim: Verbatim(("p", "q")),
    }
    assert set(samples) == set(get_args(Block))
    for block in samples.values():
        assert "p" in str(painter.draw(Reply(line("t"), (block,))).embed.to_dict())
    assert set(COLOURS) == set(Tone)


async def test_buttons_are_tokens_in_rows_and_styles(painter):
    reply = Reply(
        line("t"),
        buttons=(
            (Action("Undo", UndoChange(5)), Action("Join", JoinByInvite(1), Weight.FIRST)),
            (
                Action("Revoke", RevokeInvite(2), Weight.DANGER),
                Form("Type it", 3),
                Door("Our chat", ResumePending(4)),
            ),
        ),
    )
    first, second = components(painter.draw(reply).view)
    assert [(b["label"], b["style"]) for b in first] == [("Undo", 2), ("Join", 1)]
    assert [(b["label"], b["style"]) for b in second] == [("Revoke", 4), ("Type it", 2), ("Our chat", 5)]
    assert first[0]["custom_id"] == TOKENS.encode("undo", (5,))
    assert second[1]["custom_id"] == TOKENS.encode("answer", (3,))
    assert second[2]["url"] == "https://discord.com/users/99"


async def test_nothing_about_buttons_stays_in_memory(painter):
    view = painter.draw(Reply(line("t"), buttons=rows(Action("Undo", UndoChange(5))))).view
    assert view.is_finished()
    assert view.is_persistent()


@pytest.mark.parametrize("token", [TOKENS.encode("undo", (2**63 - 1,) * 3), "b0-undo-Ju-0kLmNoPqR", "b12-x"])
def test_one_template_knows_every_button_there_ever_was(token):
    assert TokenButton.__discord_ui_compiled_template__.fullmatch(token)


async def test_too_many_or_too_wordy_buttons_are_brought_into_discords_limits(painter):
    many = tuple(Action("x" * 200 if n else " ", LeaveTo(n, 1)) for n in range(40))
    drawn = components(painter.draw(Reply(line("t"), buttons=(many,))).view)
    assert [len(row) for row in drawn] == [5] * 5
    assert drawn[0][0]["label"] == "…"
    assert all(len(b["label"]) <= 80 and len(b["custom_id"]) <= 100 for row in drawn for b in row)
    twice = rows(Action("A", UndoChange(1)), Action("B", UndoChange(1)))
    assert [len(row) for row in components(painter.draw(Reply(line("t"), buttons=twice)).view)] == [1]


async def test_listings_are_cut_first_and_say_how_many_went(painter):
    items = tuple(line(f"{n} ", "*" * 60) for n in range(200))
    blocks = (Paragraph(line("before")), Listing(items), Paragraph(line("after")))
    description = painter.draw(Reply(line(Strong("t")), blocks)).embed.description
    lines = description.split("\n")
    assert lines[:3] == ["**t**", "before", "0 " + r"\*" * 60]
    assert lines[-2:] == [f"{200 - (len(lines) - 4)} more", "after"]
    assert 4096 - 200 < size(description) <= 4096


async def test_the_last_listing_goes_before_the_first(painter):
    first = Listing(tuple(line("a" * 60) for _ in range(40)))
    second = Listing(tuple(line("b" * 60) for _ in range(40)))
    description = painter.draw(Reply(line(Strong("t")), (first, second))).embed.description
    assert description.count("a" * 60) == 40
    assert 0 < description.count("b" * 60) < 40
    assert description.endswith(" more")


async def test_nothing_hostile_is_too_long(painter):
    blocks = (
        *(Paragraph(line("`" * 5000, Strong("\\" * 5000))) for _ in range(9)),
        Listing(tuple(line("🟢" * 2000) for _ in range(9))),
        Facts(tuple(("*" * 500, line("_" * 3000)) for _ in range(25))),
    )
    embed = painter.draw(Reply(line("#" * 9000), blocks)).embed
    assert size(embed.description) <= 4096
    assert whole(embed) <= 6000
    wide = Facts(tuple(("n" * 30, line("v" * 40)) for _ in range(25)))
    embed = painter.draw(Reply(line("#" * 9000), (*blocks[:-1], wide))).embed
    assert len(embed.fields) == 25
    assert whole(embed) <= 6000


async def test_lines_to_copy_stay_in_one_block_whatever_stands_in_them(painter):
    drawn = painter.draw(Reply(line("Copy"), (Verbatim(("*Fri* 4 Dec", "``` @everyone", "- last")),)))
    body = drawn.embed.description
    assert body.startswith("**Copy**\n```text\n*Fri* 4 Dec\n")
    assert body.endswith("\n- last\n```")
    assert body.count("```") == 2
