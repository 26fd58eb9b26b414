"""Files and pictures where there is nothing but a terminal."""

from dataclasses import replace

from bandwidth.samples import SAMPLES
from bots.chat.buttons.person import AskErase
from bots.chat.reply import Action, File, Paragraph, Reply, line, rows
from bots.console.render import plain_lines

REPLY = Reply(line("Your data"), (Paragraph(line("All of it")),), rows(Action("Delete", AskErase())))


def test_a_file_of_text_is_printed_behind_the_words():
    file = File("mydata.json", '{\n  "name": "Zoë"\n}'.encode())
    assert plain_lines(replace(REPLY, file=file)) == [
        "Your data",
        "All of it",
        "mydata.json:",
        "{",
        '  "name": "Zoë"',
        "}",
        "[Delete]",
    ]


def test_of_any_other_file_there_is_the_name():
    lines = plain_lines(replace(REPLY, file=File("dates.pdf", b"%PDF\xff\xfe")))
    assert lines[2] == "dates.pdf (6 bytes)"


def test_a_file_steers_no_terminal():
    file = File("\x1b[2J.txt", b"\x1b[31mred\x07")
    assert plain_lines(replace(REPLY, file=file))[2:4] == ["[2J.txt:", "[31mred"]


def test_a_picture_is_its_words():
    assert plain_lines(replace(REPLY, picture=SAMPLES["month"])) == plain_lines(REPLY)
