"""The terminal: what people wrote is data there, too, and buttons are pressed by their labels."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bots.chat.buttons.conversation import UndoChange
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
    line,
    rows,
)
from bots.console.adapter import ConsoleAdapter, NoSuchButton
from bots.console.render import plain_lines, pressable
from core.destinations import PrivateChat, SharedChat
from core.ids import AccountRef, Platform
from core.outbox import Sent, Unreachable
from tests.fakes.stage import text_of


def clean(text):
    return "".join(each for each in text if not (ord(each) < 32 or 127 <= ord(each) < 160))


@given(text=st.text())
@example("[bold]x[/bold]")
@example("[/]")
@example("\\[x]\\")
@example("a\\")
@example("[link=http://x.example]y[/link]")
@example("\x1b[2J\x1b]0;title\x07")
@example(":smile: [@click=app.quit]")
def test_words_of_people_come_out_as_they_went_in_without_control_characters(text):
    for part in (Text(text), Strong(text), Code(text)):
        assert plain_lines(Reply(line("<", part, ">"))) == [f"<{clean(text)}>"]
    assert (
        plain_lines(Reply(line("x"), (Facts(((text, line(text)),)),)))[1] == f"{clean(text)}: {clean(text)}"
    )


def test_everything_of_a_reply_is_there_as_text():
    reply = Reply(
        line("Title ", Strong("strong")),
        (
            Paragraph(line(Say("busy"), " and ", Link("a page", "https://x.example"))),
            Paragraph(line(Link("https://y.example", "https://y.example"))),
            Listing((line("one"), line("two"))),
            Facts((("Code", line(Code("K7QX"))),)),
        ),
        rows(Action("Undo", UndoChange(1)), Door("Open the chat"), Form("Type it", 1)),
    )
    assert plain_lines(reply) == [
        "Title strong",
        "/busy and a page (https://x.example)",
        "https://y.example",
        "- one",
        "- two",
        "Code: K7QX",
        "[Undo] [Open the chat]",
    ]
    assert [button.label for button in pressable(reply)] == ["Undo", "Open the chat"]


@pytest.fixture
def seen():
    return []


@pytest.fixture
def adapter(stage, seen):
    async def show(name, reply):
        seen.append((name, text_of(reply)))

    return ConsoleAdapter(stage.dispatcher, show)


async def test_a_button_is_pressed_by_its_label_the_latest_first(adapter, seen, book):
    await adapter.typed("Ana", "/busy Tue 1 Dec")
    await adapter.typed("Ana", "/busy Tue 8 Dec")
    await adapter.typed("Ana", "[undo]")
    assert seen[-1] == ("Ana", "↩ Undone\nNo longer busy Tue 8 Dec")
    assert len(await book.diary("Ana")) == 1


async def test_a_button_that_is_not_there_is_named_with_those_that_are(adapter, seen):
    await adapter.typed("Ana", "/busy Tue 1 Dec")
    with pytest.raises(NoSuchButton) as raised:
        await adapter.typed("Ana", "[Redo]")
    assert (raised.value.label, raised.value.there) == ("Redo", ("Undo",))
    with pytest.raises(NoSuchButton) as raised:
        await adapter.typed("Bo", "[Undo]")
    assert raised.value.there == ()


async def test_only_those_who_are_here_are_told_things(adapter, seen):
    assert adapter.reach() is None
    adapter.sit_down("Ana")
    assert adapter.reach().keys == frozenset({"Ana"})
    told = await adapter.send(
        PrivateChat(AccountRef(Platform.CONSOLE, "Ana")), Reply(line("News")), nonce="n"
    )
    assert isinstance(told, Sent)
    assert seen == [("Ana", "News")]
    again = await adapter.edit(told.messages[0], Reply(line("Newer")))
    assert again == told
    assert seen[1:] == [("Ana", "Newer")]
    elsewhere = replace(told.messages[0], chat="Bo")
    assert isinstance(await adapter.edit(elsewhere, Reply(line("News"))), Unreachable)
    channel = SharedChat(Platform.CONSOLE, "general")
    assert isinstance(await adapter.send(channel, Reply(line("News")), nonce="n"), Unreachable)
    assert len(seen) == 2


async def test_somebody_who_has_got_up_is_out_of_reach_until_they_sit_down_again(adapter):
    adapter.sit_down("Ana")
    adapter.sit_down("Bo")
    adapter.get_up("Ana")
    assert adapter.reach().keys == frozenset({"Bo"})
    await adapter.typed("Ana", "/mine")
    assert adapter.reach().keys == frozenset({"Ana", "Bo"})


async def test_a_button_is_pressed_by_what_it_carries(adapter, seen, book):
    answer = await adapter.typed("Ana", "/busy Tue 1 Dec")
    (undo,) = [each for each in pressable(answer.reply) if each.label == "Undo"]
    await adapter.pressed("Ana", undo.payload)
    assert seen[-1][1].startswith("↩ Undone")
    assert await book.diary("Ana") == []
