"""`bandwidth parse --posts --jsonl`."""

import io
import json
from types import SimpleNamespace

import pytest

from bandwidth import parse

LINE = {
    "id": "a",
    "text": "Fri 11 Dec, need 2 support, doors 7:30, £150 each",
    "now": "2026-11-23T10:00",
    "tz": "Europe/London",
}


def answered(**changes):
    return parse.post_answer(json.dumps({**LINE, **changes}).encode())


def test_a_post_is_told_as_json():
    told = answered()
    assert (told["id"], told["ok"]) == ("a", True)
    post = told["post"]
    assert post["dates"] == ["2026-12-11"]
    assert post["points"][0]["at"] == "19:30"
    assert post["fee"]["guarantee"] == {"amount": "150.00", "currency": "GBP"}
    assert post["missing"] == ["set_length", "capacity", "genres"]
    json.dumps(told)


def test_a_message_that_is_no_post_says_why():
    told = answered(text="busy on Friday")
    assert (told["ok"], told["error"]) == (False, {"code": "availability", "message": "busy"})


def test_the_readings_of_a_problem_are_told():
    [problem] = answered(text="Sat 28 Feb, need 2 support, £100 each")["post"]["problems"]
    assert (problem["code"], problem["day"]) == ("weekday_mismatch", "2027-02-28")
    assert problem["readings"]


@pytest.mark.parametrize("line", [b"nonsense", b"[]", b'{"id": 1, "text": 3, "now": "2026-11-23"}'])
def test_a_line_that_is_no_question_is_answered_too(line):
    assert parse.post_answer(line)["error"]["code"] == "bad_request"


@pytest.mark.parametrize("order", [["--posts", "--jsonl"], ["--jsonl", "--posts"]])
def test_lines_go_in_and_come_out(monkeypatch, capsys, order):
    lines = io.BytesIO(json.dumps(LINE).encode() + b"\n\n" + json.dumps({**LINE, "text": "hi"}).encode())
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=lines))
    assert parse.main(order) == 0
    assert [json.loads(line)["ok"] for line in capsys.readouterr().out.splitlines()] == [True, False]


@pytest.mark.parametrize(
    "arguments", [["--post", "--jsonl"], ["--posts"], [], ["--posts", "--posts", "--jsonl"]]
)
def test_flags_that_are_unknown_are_one_line(capsys, arguments):
    assert parse.main(arguments) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
