"""`bandwidth demo` as it is run: at a terminal, without one, and ended in every way; nothing is left of it."""

import asyncio
import signal
import sqlite3

import pytest

from bandwidth.demo.command import FOLDER
from tests.fakes.terminal import Terminal
from tests.program.test_command_line import bandwidth, says_one_line

DEMO = ("-m", "bandwidth", "demo")


def at_a_terminal(folder, **settings):
    """The demo in a terminal, with a folder of its own for temporary files."""
    (folder / "temporary").mkdir()
    own = {"TMPDIR": str(folder / "temporary"), "LC_ALL": "C.UTF-8"}
    return Terminal(folder, own | settings, DEMO)


def left_over(folder):
    return list((folder / "temporary").iterdir())


async def test_at_a_terminal_the_tour_is_walked_and_nothing_is_left(tmp_path):
    (tmp_path / ".env").write_text("BANDWIDTH_DATABASE_URL=sqlite:///mine.db\nBANDWIDTH_WEB_PORT=eighty\n")
    terminal = await at_a_terminal(tmp_path).start()
    try:
        text = await terminal.until("Ana> ", within=60)
        assert "BANDWIDTH_DATABASE_URL is ignored" in text
        assert "Making a small town, which takes a few seconds: The Foxes, Brass Tacks" in text
        assert len(left_over(tmp_path)) == 1
        await terminal.typed("can't do Wednesday evenings", "🧭 2 of 9")
        await terminal.typed("skip", "🧭 3 of 9")
        await terminal.typed("/find", "🧭 4 of 9")
        await terminal.typed("[1]", "[Apply]")
        await terminal.typed("[Apply]", "🧭 6 of 9")  # the others have answered by themselves
        await terminal.typed("/as Dana", "Dana> ")
        await terminal.typed("/quit", "The town is gone")
        assert await asyncio.wait_for(terminal.process.wait(), 20) == 0
    finally:
        await terminal.stop()
    assert left_over(tmp_path) == []
    assert {each.name for each in tmp_path.iterdir()} == {".env", "temporary"}


@pytest.mark.parametrize(
    ("number", "until"),
    [
        (signal.SIGTERM, "Making"),
        (signal.SIGINT, "Brass Tacks"),
        (signal.SIGINT, "Ana> "),
        (signal.SIGTERM, "Ana> "),
        (signal.SIGHUP, "Ana> "),
    ],
)
async def test_a_demo_that_is_ended_leaves_nothing(tmp_path, number, until):
    terminal = await at_a_terminal(tmp_path).start()
    try:
        await terminal.until(until, within=60)
        terminal.process.send_signal(number)
        assert await asyncio.wait_for(terminal.process.wait(), 20) in (0, 130)
        assert "Traceback" not in terminal.text
    finally:
        await terminal.stop()
    assert left_over(tmp_path) == []


def test_without_a_terminal_it_says_so_in_one_line(tmp_path):
    says_one_line(bandwidth("demo", folder=tmp_path), "no terminal", "--script FILE", status=1)
    assert list(tmp_path.iterdir()) == []


def test_a_transcript_is_played_whatever_the_settings_are(tmp_path):
    own = tmp_path / "mine.db"
    with sqlite3.connect(own) as connection:
        connection.execute("CREATE TABLE mine (words TEXT)")
    before = own.read_bytes()
    done = bandwidth(
        *("demo", "--script", "-"),
        folder=tmp_path,
        stdin="@ 2026-11-23 14:05\nAna: skip\n",
        DATABASE_URL=f"sqlite:///{own}",
        LOG_LEVEL="LOUD",
        WEB_PORT="eighty",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "🧭 2 of 9" in done.stdout
    assert own.read_bytes() == before


def test_a_line_that_cannot_be_played_is_named_by_its_number(tmp_path):
    done = bandwidth(
        *("demo", "--script", "-"),
        folder=tmp_path,
        stdin="# so\n@ 2026-11-23 14:05\nAna: /who\nwhat is this\n",
    )
    assert done.returncode == 1
    assert "line 4" in done.stderr


def test_its_help_says_that_nothing_of_ones_own_is_touched(tmp_path):
    done = bandwidth("demo", "--help", folder=tmp_path)
    assert done.returncode == 0
    assert "not touched" in " ".join(done.stdout.split())


def test_the_folder_says_whose_it_is():
    assert FOLDER == "bandwidth-demo-"
