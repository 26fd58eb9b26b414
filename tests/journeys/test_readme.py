"""The conversations in the README are what the program says, to the letter."""

import os
import re
from pathlib import Path

from bots.chat.catalogue import COMMANDS

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"(<!-- transcript: [^\n]*-->\n```text\n)(.*?)(```\n<!-- end -->)", re.DOTALL)
SPOKEN = re.compile(r"(@ .*|[A-Z]\w*: .*)")


def test_the_conversations_in_the_readme_are_true(played):
    text = README.read_text("utf-8")
    shown = [found[2] for found in BLOCK.finditer(text)]
    assert shown
    said = each_goes_on(shown, played)
    if os.environ.get("REFRESH_TRANSCRIPTS"):
        anew = iter(said)
        README.write_text(BLOCK.sub(lambda found: found[1] + next(anew) + found[3], text), "utf-8")
        return
    assert said == shown


def each_goes_on(conversations, played):
    """What is said in each, played after those before it: they are one evening, told in pieces."""
    said, lines, before = [], [], ""
    for each in conversations:
        lines += [line for line in each.splitlines() if SPOKEN.fullmatch(line)]
        all_of_it = played("\n".join(lines))
        assert all_of_it.startswith(before)
        said.append(all_of_it.removeprefix(before).lstrip("\n"))
        before = all_of_it
    return said


def test_the_readme_names_every_command():
    text = README.read_text("utf-8")
    assert [each.name for each in COMMANDS if f"`/{each.name}" not in text] == []
