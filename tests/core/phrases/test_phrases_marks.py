"""The marks on the shared corpus, where the environment says where it is."""

import json
import os
import subprocess
import sys
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context
from tests.beside import beside, needs
from tests.core.phrases.conftest import NOW
from tests.fakes.work import calls_of

pytestmark = needs("phrases")
ROOT = Path(__file__).parents[3]
PLAIN = "away 5 Dec, 6 Dec and 7 Dec, "
MOST_TIMES = 10
"""The most that was counted is four times."""


def test_the_english_sentences_are_read_well_enough(tmp_path):
    phrases = beside("phrases")
    summary = tmp_path / "summary.json"
    command = f"{sys.executable} -m bandwidth parse --jsonl"
    arguments = ["own-dev.jsonl", "--cmd", command, "--lang", "en", "--json", str(summary), "-q"]
    subprocess.run(
        [sys.executable, "score.py", *arguments],
        cwd=phrases,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        timeout=120,
    )
    found = json.loads(summary.read_text())
    assert found["right"] >= 0.92 * found["positive"]
    assert found["full"] >= 0.90 * found["positive"]
    assert found["wrong"] <= 0.04 * found["positive"]
    assert found["false_accepts"] <= 3


def test_no_sentence_takes_many_times_the_work_of_a_plain_one(plain_work):
    lines = beside("phrases").joinpath("own-dev.jsonl").read_text("utf-8").splitlines()
    sentences = [each for each in map(json.loads, lines) if each["lang"] == "en"]
    assert sentences
    for each in sentences:
        words, now = each["text"], datetime.fromisoformat(each["now"])
        context = Context(now, each["tz"], each["locale"])
        calls, _ = calls_of(lambda words=words, context=context: understand(words, context))
        assert calls < MOST_TIMES * plain_work(len(words)), words


@pytest.fixture
def plain_work():
    """`plain_work(length)`: the calls that a list of dates of that length takes."""
    context = Context(NOW, "Europe/London", "en-GB")
    understand(PLAIN, context)  # dictionaries are made once

    @cache
    def work(length):
        words = (PLAIN * (length // len(PLAIN) + 1))[:length]
        return calls_of(lambda: understand(words, context))[0]

    return work
