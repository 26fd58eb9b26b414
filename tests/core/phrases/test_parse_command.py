"""`bandwidth parse --jsonl`: one answer a line, errors as answers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bandwidth.parse import answer

ROOT = Path(__file__).parents[3]
ASKED = {
    "id": "a",
    "text": "busy Tuesdays 7-9 except the 20th",
    "now": "2026-10-07T11:20",
    "tz": "Europe/London",
}


def run(*arguments, given=""):
    command = [sys.executable, "-m", "bandwidth", "parse", *arguments]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, timeout=60)


def test_each_line_is_answered():
    done = run("--jsonl", given=json.dumps(ASKED) + "\n\nnonsense\n")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first.pop("ms") >= 0
    assert first == {
        "id": "a",
        "ok": True,
        "rules": [
            {
                "start": "2026-10-13T19:00",
                "end": "2026-10-13T21:00",
                "all_day": False,
                "rrule": "FREQ=WEEKLY;BYDAY=TU",
                "exdates": ["2026-10-20T19:00"],
                "free": False,
            }
        ],
    }
    assert (second["id"], second["ok"], second["rules"]) == (None, False, [])
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "change",
    [{"text": 5}, {"text": None}, {"now": "soon"}, {"now": 7}, {"tz": 5}, {"locale": ["en"]}],
)
def test_a_line_that_does_not_hold_together_keeps_its_id(change):
    told = answer(json.dumps(ASKED | change).encode())
    assert (told["id"], told["ok"], told["rules"]) == ("a", False, [])
    assert told["error"]["code"] == "bad_request"


@pytest.mark.parametrize("line", [b"[]", b"5", b"\xff", b'"text"', b"{"])
def test_a_line_that_is_no_object_is_an_error_line(line):
    assert answer(line)["ok"] is False


def test_a_refusal_carries_its_code_and_readings():
    told = answer(json.dumps(ASKED | {"text": "busy Fri 14 Nov"}).encode())
    assert told["error"]["code"] == "weekday_mismatch"
    assert [rules[0]["start"] for rules in told["error"]["readings"]] == ["2026-11-13", "2026-11-14"]


def test_an_end_that_was_not_said_is_null_and_a_maybe_is_tentative():
    (moment,) = answer(json.dumps(ASKED | {"text": "Sat 8pm"}).encode())["rules"]
    assert moment["end"] is None
    (maybe,) = answer(json.dumps(ASKED | {"text": "might be away Sat"}).encode())["rules"]
    assert (maybe["tentative"], maybe["free"]) == (True, False)


def test_wrong_usage_is_one_line_and_status_two():
    done = run("--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
