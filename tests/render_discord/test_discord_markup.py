"""Words as Discord's markdown."""

import pytest

from bots.chat.reply import Code, Link, Say, Strong, Text, line
from bots.discord.markup import Pen, cut, escaped, guarded_start, size, unmarked

PEN = Pen({"busy": 7, "band create": 8})
ROOM = 1024


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        ("The Foxes, Tue 1 Dec · 18:00-23:00 (London)", "The Foxes, Tue 1 Dec · 18:00-23:00 (London)"),
        ("**bold** *slanted*", r"\*\*bold\*\* \*slanted\*"),
        ("__under__ _slanted_", r"\_\_under\_\_ \_slanted\_"),
        ("America/New_York", "America/New_York"),
        ("New__York", r"New\_\_York"),
        ("~~struck~~ ||hidden||", r"\~\~struck\~\~ \|\|hidden\|\|"),
        ("`code` ```block```", r"\`code\` \`\`\`block\`\`\`"),
        ("[here](https://evil.example)", r"\[here\](https\://evil.example)"),
        ("https://evil.example", r"https\://evil.example"),
        ("<@1> <@!1> <@&1> <#1> </busy:7> <t:1:R> <:x:1>", r"\<@1> \<@!1> \<@&1> \<#1> \</busy:7> \<t:1:R> \<:x:1>"),
        ("@everyone @HERE ann@heron.example", "@\u200beveryone @\u200bHERE ann@heron.example"),
        ("back\\slash\\*", r"back\\slash\\\*"),
        ("one\ntwo\r\nthree\u2028four", "one two  three four"),
        ("\u202eturned", "turned"),
    ],
)  # fmt: skip
def test_somebodys_words_are_escaped_once(said, drawn):
    assert escaped(said) == drawn


@pytest.mark.parametrize("begun", ["# x", "## x", "-# x", "- x", "+ x", "> x", ">>> x", "  - x"])
def test_no_line_begins_a_heading_a_list_or_a_quote(begun):
    assert guarded_start(begun) == begun.replace(begun.strip(), "\\" + begun.strip()).lstrip(" ")


def test_a_number_at_the_start_begins_no_list():
    assert guarded_start("15. Dezember") == r"15\. Dezember"
    assert guarded_start("15 Dec") == "15 Dec"


def test_marks_by_meaning():
    words = line("Busy ", Strong("every *Tue*"), ", type ", Code("K7*QX"), " or ", Say("busy"))
    assert PEN.line(words, ROOM) == r"Busy **every \*Tue\***, type `K7*QX` or </busy:7>"


def test_a_command_is_clickable_only_bare_and_registered():
    assert PEN.line(line(Say("band create")), ROOM) == "</band create:8>"
    assert PEN.line(line(Say("busy every Tuesday evening")), ROOM) == "`/busy every Tuesday evening`"
    assert PEN.line(line(Say("mine")), ROOM) == "`/mine`"


def test_code_cannot_be_left():
    assert PEN.line(line(Code("a`b``c\n")), ROOM) == "``` a`b``c ```"
    assert PEN.line(line(Code(" "), Strong("")), ROOM) == ""


def test_links_lead_only_to_the_web():
    assert PEN.line(line(Link("a]b", "https://heron.example/x")), ROOM) == r"[a\]b](https://heron.example/x)"
    same = "https://t.me/bot?start=join_K7"
    assert PEN.line(line(Link(same, same)), ROOM) == same
    assert PEN.line(line(Link("here", "javascript:alert(1)")), ROOM) == "here"
    assert PEN.line(line(Link("here", "https://x.example/) **boo**")), ROOM) == "here"


def test_a_long_line_is_cut_inside_its_marks():
    drawn = PEN.line(line("x ", Strong("*" * 3000)), 100)
    assert size(drawn) <= 100
    assert drawn.startswith(r"x **\*")
    assert drawn.endswith("…**")
    assert PEN.line(line("x" * 100, Code("y")), 100) == "x" * 100


def test_length_is_counted_as_discord_might():
    assert size("🟢é") == 3
    assert cut("🟢" * 10, 8) == "🟢🟢🟢…"
    assert cut("short", 8) == "short"


def test_drawn_words_can_be_read_back():
    words = line("For example: ", Strong("a_b *c* [d] `e` @everyone <@1>"), " ", Text("https://x"))
    assert unmarked(PEN.line(words, ROOM)) == "For example: a_b *c* [d] `e` @everyone <@1> https://x"
