"""Transcripts: several people's evenings played from beginning to end, compared line by line with what was agreed.

`X.txt` is what people type, `X.expected` what everybody sees. A changed expectation is reviewed like code.
"""

import os
from pathlib import Path

import pytest

from bots.console.adapter import ConsoleAdapter
from bots.console.script import BadScript, SetClock, TranscriptPlayer, up_to_its_clock
from presentation.tokens import Tokens
from tests.program.test_command_line import bandwidth

FOLDER = Path(__file__).parent
SCRIPTS = sorted(FOLDER.glob("*.txt"))
REFRESH = "REFRESH_TRANSCRIPTS"
HOW = f"To refresh: {REFRESH}=1 pytest tests/journeys, then read every changed line as a tired drummer would."


AS_A_PROCESS = "first_evening"
"""The one that is run as people run it; the others spare themselves the start."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda each: each.stem)
def test_a_transcript_plays_as_agreed(script, played, tmp_path):
    expected = script.with_suffix(".expected")
    seen = played(script.read_text("utf-8"))
    if os.environ.get(REFRESH):
        expected.write_text(seen, encoding="utf-8")
    assert seen.splitlines() == expected.read_text("utf-8").splitlines(), HOW
    assert "Something broke" not in seen
    assert list(tmp_path.iterdir()) == []


def test_a_process_plays_it_the_same(tmp_path):
    [script] = [each for each in SCRIPTS if each.stem == AS_A_PROCESS]
    done = bandwidth("chat", "--script", str(script), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == script.with_suffix(".expected").read_text("utf-8").splitlines()
    assert list(tmp_path.iterdir()) == []


def test_every_transcript_has_its_expectation_and_every_expectation_its_transcript():
    assert SCRIPTS
    assert {each.stem for each in FOLDER.glob("*.expected")} == {each.stem for each in SCRIPTS}, HOW


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda each: each.stem)
def test_the_voice_is_kept(script):
    said = [
        line.split("| ", 1)[1]
        for line in script.with_suffix(".expected").read_text("utf-8").splitlines()
        if "| " in line
    ]
    assert said
    for line in said:
        words = line.casefold()
        assert "!" not in line
        assert not any(
            f" {each} " in f" {words} " for each in ("user", "users", "oops", "successfully", "invalid")
        )
        assert "none" not in words.split()


def player(lines):
    class SilentDispatcher:
        tokens = Tokens(b"nobody is at home")

        async def answer(self, incoming):
            del incoming

    async def nothing():
        return 0

    adapter = ConsoleAdapter(SilentDispatcher(), None)
    return TranscriptPlayer(adapter, SetClock(), lines.append, nothing)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Ana /busy", "neither '@ 2026-11-23 14:05' nor 'Name: words'"),
        ("@ 2026-13-01 00:00", "no such time"),
        ("@ tomorrow", "neither"),
        ("Ana: [Join]", "no button [Join] in sight of Ana (there: none)"),
    ],
)
async def test_a_line_that_cannot_be_played_is_named(line, why):
    with pytest.raises(BadScript) as raised:
        await player([]).play(["# a comment", "", line])
    assert str(raised.value).startswith("line 3: ")
    assert why in str(raised.value)


async def test_the_clock_is_set_and_words_are_echoed():
    lines = []
    play = player(lines)
    await play.play(["@ 2026-12-01 09:30", "Ana Lou: /busy: every Tuesday"])
    assert play.clock.now().isoformat() == "2026-12-01T09:30:00+00:00"
    assert lines == ["@ 2026-12-01 09:30", "\nAna Lou: /busy: every Tuesday"]


@pytest.mark.parametrize(
    ("lines", "so_many"),
    [
        (["# a comment", "", "@ 2026-12-01 09:30", "Ana: /start"], 3),
        (["Ana: /start", "@ 2026-12-01 09:30"], 0),
        (["# a comment"], 0),
        ([], 0),
    ],
)
def test_a_script_begins_with_its_clock_or_without_one(lines, so_many):
    assert up_to_its_clock(lines) == so_many
