"""The marks on the shared corpus, where the environment says where it is."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.beside import beside, needs

pytestmark = needs("phrases")
ROOT = Path(__file__).parents[3]


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
    assert found["ms_max"] < 100
