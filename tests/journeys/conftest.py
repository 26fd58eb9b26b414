"""Transcripts are played in this process: to start one for each takes longer than to play it."""

import io
import logging
import os
import sys

import pytest

from bandwidth.__main__ import main


@pytest.fixture
def played(monkeypatch, capsys, tmp_path):
    """What `bandwidth chat --script` prints for these words, in the test's own folder; or another command."""
    monkeypatch.chdir(tmp_path)
    for name in [each for each in os.environ if each.startswith("BANDWIDTH_")]:
        monkeypatch.delenv(name)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level

    def play(words: str, command: str = "chat") -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO(words))
        assert main([command, "--script", "-"]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    yield play
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)
