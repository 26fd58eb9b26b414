"""The conversation in the README is what the program says, to the letter."""

import os
import re
from pathlib import Path

from tests.program.test_command_line import bandwidth

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"(<!-- transcript: [^\n]*-->\n```text\n)(.*?)(```\n<!-- end -->)", re.DOTALL)
SPOKEN = re.compile(r"(@ .*|[A-Z]\w*: .*)")


def test_the_conversation_in_the_readme_is_true(tmp_path):
    text = README.read_text("utf-8")
    shown = BLOCK.search(text)[2]
    script = "\n".join(line for line in shown.splitlines() if SPOKEN.fullmatch(line))
    done = bandwidth("chat", "--script", "-", folder=tmp_path, stdin=script)
    assert done.returncode == 0, done.stderr
    said = done.stdout.lstrip("\n")
    if os.environ.get("REFRESH_TRANSCRIPTS"):
        README.write_text(BLOCK.sub(lambda found: found[1] + said + found[3], text), "utf-8")
        return
    assert said == shown
