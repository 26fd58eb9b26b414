"""The tour through the town of `bandwidth demo` is what the documents say, to the letter."""

import os
import re
from pathlib import Path

from tests.journeys.test_readme import README, SPOKEN

WHOLE = Path(__file__).parents[2] / "docs" / "demo.md"
BLOCK = re.compile(r"(<!-- demo: [^\n]*-->\n```text\n)(.*?)(```\n<!-- end -->)", re.DOTALL)
UNTIL = "\nAna: /green"
"""Where the part in the README ends."""


def test_the_tour_goes_as_the_documents_say(played):
    [shown], [beginning] = (
        [found[2] for found in BLOCK.finditer(path.read_text("utf-8"))] for path in (WHOLE, README)
    )
    spoken = [line for line in shown.splitlines() if SPOKEN.fullmatch(line)]
    said = played("\n".join(spoken), "demo")
    if os.environ.get("REFRESH_TRANSCRIPTS"):
        rewritten(WHOLE, said)
        rewritten(README, said.partition(UNTIL)[0])
        return
    assert said == shown
    assert said.startswith(beginning)
    assert beginning.count("🧭") == 2


def rewritten(path, said):
    text = path.read_text("utf-8")
    path.write_text(BLOCK.sub(lambda found: found[1] + said + found[3], text), "utf-8")


def test_the_whole_tour_is_shown():
    text = WHOLE.read_text("utf-8")
    assert [each for each in range(1, 10) if f"🧭 {each} of 9" not in text] == []
    assert "🎸 That was the tour" in text
    assert "!" not in BLOCK.search(text)[2]
