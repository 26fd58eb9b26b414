"""`bandwidth greenzone` as its contract has it: results, complaints, exit statuses."""

import copy
import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bandwidth import greenzone
from bandwidth.greenzone import answer_scenario
from bandwidth.scenario import ScenarioError, read_scenario
from tests.core import oracle
from tests.fakes.work import calls_of

OWN = sorted((Path(__file__).parent / "greenzone").glob("*.json"))
HERE = Path(__file__).parents[2]


def run(*arguments, stdin=b"", **more):
    command = [sys.executable, "-m", "bandwidth", "greenzone", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=HERE, timeout=60, **more)


SIMPLE = {
    "schema": "greenzone/1",
    "horizon": {"start": "2026-06-01T00:00:00Z", "end": "2026-06-03T00:00:00Z"},
    "band": {
        "tz": "Europe/London",
        "playable": [{"days": ["MO", "TU"], "start": "18:00", "end": "22:00"}],
        "min_minutes": 60,
    },
    "members": [
        {
            "id": "ana",
            "tz": "Europe/London",
            "rules": [
                {"id": "a1", "dtstart": "2026-06-01T19:00:00", "duration": "PT1H", "rrule": "FREQ=DAILY"}
            ],
        }
    ],
}
SIMPLE_RESULT = {
    "schema": "greenzone-result/1",
    "green": [
        {"start": "2026-06-01T17:00:00Z", "end": "2026-06-01T18:00:00Z"},
        {"start": "2026-06-01T19:00:00Z", "end": "2026-06-01T21:00:00Z"},
        {"start": "2026-06-02T17:00:00Z", "end": "2026-06-02T18:00:00Z"},
        {"start": "2026-06-02T19:00:00Z", "end": "2026-06-02T21:00:00Z"},
    ],
    "almost": [
        {
            "start": f"2026-06-0{day}T17:00:00Z",
            "end": f"2026-06-0{day}T21:00:00Z",
            "missing": "ana",
            "blocked": [{"start": f"2026-06-0{day}T18:00:00Z", "end": f"2026-06-0{day}T19:00:00Z"}],
        }
        for day in (1, 2)
    ],
}


def changed(path, value):
    """SIMPLE with one field changed; "a.b.0.c" is the way to it, `...` takes it out."""
    scenario = copy.deepcopy(SIMPLE)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    at = scenario
    for step in way:
        at = at[step]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return json.dumps(scenario).encode()


# Results


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_own_scenarios(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    assert answer_scenario(json.dumps(case["scenario"]).encode()) == case["expected"]
    assert oracle.answer(case["scenario"]) == case["expected"]


def test_one_scenario_on_the_command_line():
    done = run("--json", stdin=b"\xef\xbb\xbf" + json.dumps(SIMPLE, indent=2).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == SIMPLE_RESULT


def test_many_scenarios_on_the_command_line():
    text = json.dumps(SIMPLE).encode()
    lines = [text, b"{", changed("members.0.tz", "Mars/Base"), b"", text]
    done = run("--jsonl", stdin=b"\n".join(lines))
    assert (done.returncode, done.stderr) == (0, b"")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [list(answer) for answer in answers[1:4]] == [["error"]] * 3
    assert answers[0] == answers[4] == SIMPLE_RESULT
    assert answers[2]["error"] == 'member "ana", tz: is no IANA zone: "Mars/Base"'


def test_unknown_fields_change_nothing():
    more = changed("members.0.rules.0.note", {"any": [1]})
    assert answer_scenario(more) == SIMPLE_RESULT
    assert answer_scenario(changed("colour", None)) == SIMPLE_RESULT


def test_the_kind_is_busy_and_the_member_required_unless_said_otherwise():
    assert answer_scenario(changed("members.0.rules.0.kind", "busy")) == SIMPLE_RESULT
    assert answer_scenario(changed("members.0.required", True)) == SIMPLE_RESULT
    assert answer_scenario(changed("members.0.required", False))["almost"] == []
    assert answer_scenario(changed("members.0.rules.0.id", ...)) == SIMPLE_RESULT


def test_names_are_given_back_as_they_were():
    odd = 'J"o\n\ud800 \u2028é'
    answer = json.loads(run("--json", stdin=changed("members.0.id", odd)).stdout)
    assert {each["missing"] for each in answer["almost"]} == {odd}


def test_an_empty_horizon_has_nothing():
    assert answer_scenario(changed("horizon.end", "2026-06-01T00:00:00Z")) == {
        "schema": "greenzone-result/1",
        "green": [],
        "almost": [],
    }


# Complaints


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("schema", "greenzone/2", ["schema", "greenzone/2"]),
        ("schema", ..., ["schema", "missing"]),
        ("horizon", [], ["horizon", "object"]),
        ("horizon.start", "2026-06-01", ["horizon", "start"]),
        ("horizon.start", "2026-06-01T00:00:00", ["horizon", "start"]),
        ("horizon.start", "2026-06-01T00:00:00+00:00", ["horizon", "start"]),
        ("horizon.start", "0000-06-01T00:00:00Z", ["horizon", "start"]),
        ("horizon.end", "2026-02-30T00:00:00Z", ["horizon", "end"]),
        ("horizon.end", "2026-06-02T00:00:60Z", ["horizon", "end"]),
        ("horizon.end", "2025-06-01T00:00:00Z", ["horizon", "end", "before"]),
        ("horizon.end", 5, ["horizon", "end", "text"]),
        ("band", ..., ["band", "missing"]),
        ("band", None, ["band"]),
        ("band.tz", "Nowhere", ["band", "tz", "Nowhere"]),
        ("band.tz", "", ["band", "tz"]),
        ("band.min_minutes", -1, ["band", "min_minutes"]),
        ("band.min_minutes", 1.5, ["band", "min_minutes"]),
        ("band.min_minutes", True, ["band", "min_minutes"]),
        ("band.min_minutes", "60", ["band", "min_minutes"]),
        ("band.min_minutes", ..., ["band", "min_minutes", "missing"]),
        ("band.playable", {}, ["band", "playable", "list"]),
        ("band.playable.0", 1, ["band", "playable", "entry 1"]),
        ("band.playable.0.days", ["XX"], ["entry 1", "days", "XX"]),
        ("band.playable.0.days", [7], ["entry 1", "days"]),
        ("band.playable.0.days", "MO", ["entry 1", "days", "list"]),
        ("band.playable.0.start", "24:00", ["entry 1", "start"]),
        ("band.playable.0.start", "7:00", ["entry 1", "start"]),
        ("band.playable.0.end", "23:60", ["entry 1", "end"]),
        ("band.playable.0.end", "２３:00", ["entry 1", "end"]),
        ("members", {}, ["members", "list"]),
        ("members", ..., ["members", "missing"]),
        ("members.0", "ana", ["member 1", "object"]),
        ("members.0.id", ..., ["member 1", "id", "missing"]),
        ("members.0.id", 7, ["member 1", "id"]),
        ("members.0.tz", ..., ['member "ana"', "tz"]),
        ("members.0.tz", "../../etc/passwd", ['member "ana"', "tz"]),
        ("members.0.required", "yes", ['member "ana"', "required"]),
        ("members.0.required", None, ['member "ana"', "required"]),
        ("members.0.rules", ..., ['member "ana"', "rules", "missing"]),
        ("members.0.rules.0", [], ['member "ana"', "rule 1"]),
        ("members.0.rules.0.id", 3, ['member "ana"', "rule 1", "id"]),
        ("members.0.rules.0.kind", "maybe", ['member "ana"', 'rule "a1"', "kind", "maybe"]),
        ("members.0.rules.0.dtstart", ..., ['member "ana"', 'rule "a1"', "dtstart", "missing"]),
        ("members.0.rules.0.dtstart", "2026-06-01T19:00", ['rule "a1"', "dtstart"]),
        ("members.0.rules.0.dtstart", "2026-06-01T19:00:00Z", ['rule "a1"', "dtstart"]),
        ("members.0.rules.0.dtstart", "2026-13-01", ['rule "a1"', "dtstart"]),
        ("members.0.rules.0.dtstart", "tomorrow", ['rule "a1"', "dtstart"]),
        ("members.0.rules.0.duration", ..., ['rule "a1"', "duration", "missing"]),
        ("members.0.rules.0.duration", 3600, ['rule "a1"', "duration"]),
        ("members.0.rules.0.rrule", None, ['rule "a1"', "rrule"]),
        ("members.0.rules.0.rrule", "FREQ=MINUTELY", ['rule "a1"', "rrule", "FREQ=MINUTELY"]),
        ("members.0.rules.0.rrule", "FREQ=YEARLY;BYMONTH=3", ['rule "a1"', "rrule", "BYMONTH=3"]),
        ("members.0.rules.0.rrule", "FREQ=WEEKLY;BYDAY=2TU", ['rule "a1"', "rrule", "BYDAY=2TU"]),
        ("members.0.rules.0.rrule", "INTERVAL=2", ['rule "a1"', "rrule", "FREQ", "missing"]),
        ("members.0.rules.0.rrule", "FREQ=DAILY;UNTIL=20260603", ['rule "a1"', "rrule", "UNTIL"]),
        ("members.0.rules.0.rrule", "FREQ=DAILY;UNTIL=20260603T190000", ['rule "a1"', "rrule", "UNTIL"]),
        ("members.0.rules.0.rrule", "FREQ=DAILY\nCOUNT=2", ['rule "a1"', "rrule"]),
        ("members.0.rules.0.exdates", "2026-06-01T19:00:00", ['rule "a1"', "exdates", "list"]),
        ("members.0.rules.0.exdates", ["2026-06-01"], ['rule "a1"', "exdates", "entry 1"]),
    ],
)
def test_a_complaint_says_where(path, value, words):
    with pytest.raises(ScenarioError) as told:
        read_scenario(changed(path, value))
    message = str(told.value)
    assert all(word in message for word in words), message
    assert "\n" not in message
    assert message.isascii()


@pytest.mark.parametrize(
    "duration",
    ["", "P", "PT", "P1DT", "1D", "P1M", "P1Y", "P1W1D", "-P1D", "P-1D", "PT1.5H", "PT1", "P1H", "PT5D", "PT1M1H", "P1D ", "pt1h", "P１D"],
)  # fmt: skip
def test_a_duration_is_rfc_5545s(duration):
    with pytest.raises(ScenarioError, match="duration"):
        read_scenario(changed("members.0.rules.0.duration", duration))


def test_a_member_is_there_once():
    twice = copy.deepcopy(SIMPLE)
    twice["members"] *= 2
    with pytest.raises(ScenarioError, match='member "ana", id: is there twice'):
        read_scenario(json.dumps(twice).encode())


def test_an_optional_members_rules_are_checked_too():
    twice = copy.deepcopy(SIMPLE)
    twice["members"].append({"id": "bo", "tz": "Etc/UTC", "required": False, "rules": [{}]})
    with pytest.raises(ScenarioError, match='member "bo", rule 1, dtstart: is missing'):
        read_scenario(json.dumps(twice).encode())


TEXT = json.dumps(SIMPLE).encode()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b" \n",
        b"\xef\xbb\xbf",
        b"null",
        b"[]",
        b'"greenzone/1"',
        b"{",
        TEXT[:-1],
        TEXT + b"}",
        TEXT.replace(b"60", b"NaN"),
        TEXT.replace(b"60", b"-Infinity"),
        TEXT.replace(b"60", b"1e999"),
        TEXT.replace(b"60", b"9" * 5000),
        TEXT.replace(b"ana", b"\xff\xfe"),
        json.dumps(SIMPLE).encode("utf-16"),
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\0" * 10,
    ],
    ids=range(18),
)
def test_what_is_not_a_scenario_is_said_in_one_line(text):
    with pytest.raises(ScenarioError) as told:
        read_scenario(text)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("text", [b"", b"{", b"[" * 100_000, b"\xff", changed("band.tz", "Mars\nBase")])
def test_a_bad_scenario_is_exit_status_2(text):
    done = run("--json", stdin=text)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"bandwidth greenzone: ")


@pytest.mark.parametrize(
    "arguments", [(), ("--yaml",), ("--json", "--jsonl"), ("--json", "file.json"), ("-x\ny",)]
)
def test_wrong_usage_is_exit_status_2(arguments):
    done = run(*arguments, stdin=TEXT)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


def test_help_is_not_an_error():
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"--jsonl" in done.stdout


def test_a_closed_output_is_quiet():
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "bandwidth", "greenzone", "--jsonl"]
    lines = (TEXT + b"\n") * 50
    done = subprocess.run(command, input=lines, stdout=writing, stderr=subprocess.PIPE, cwd=HERE, timeout=60)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("redirection", "status"),
    [("<&-", 2), ("< {text} >&-", 1), ("< {text} > /dev/full", 1)],
)
def test_broken_streams_are_one_line(redirection, status, tmp_path):
    path = tmp_path / "scenario.json"
    path.write_bytes(TEXT)
    words = redirection.format(text=shlex.quote(str(path)))
    if "/dev/full" in words and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    done = subprocess.run(
        ["sh", "-c", f"exec {shlex.quote(sys.executable)} -m bandwidth greenzone --json {words}"],
        stdin=subprocess.DEVNULL, capture_output=True, cwd=HERE, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (status, b"")
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"bandwidth greenzone: ")


def test_answers_come_as_the_lines_do():
    command = [sys.executable, "-m", "bandwidth", "greenzone", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=HERE) as process:
        process.stdin.write(TEXT + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline()) == SIMPLE_RESULT
        process.stdin.close()
        assert process.wait(timeout=30) == 0


# Absurd but valid


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("members.0.rules.0.duration", f"P{'9' * 60}W"),
        ("members.0.rules.0.duration", f"PT{'9' * 60}H"),
        ("members.0.rules.0.duration", f"P{'9' * 60}DT{'9' * 60}S"),
        ("members.0.rules.0.rrule", f"FREQ=DAILY;COUNT={'9' * 90}"),
        ("members.0.rules.0.rrule", f"FREQ=MONTHLY;COUNT={'9' * 90}"),
        ("members.0.rules.0.rrule", f"FREQ=DAILY;INTERVAL={'9' * 90}"),
        ("members.0.rules.0.rrule", f"FREQ=YEARLY;INTERVAL={'9' * 90};COUNT={'9' * 90}"),
        ("members.0.rules.0.rrule", "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=31"),
        ("members.0.rules.0.rrule", "FREQ=DAILY;UNTIL=00010101T000000Z"),
        ("members.0.rules.0.rrule", "FREQ=DAILY;UNTIL=99991231T235959Z"),
        ("members.0.rules.0.dtstart", "0001-01-01T00:00:00"),
        ("members.0.rules.0.dtstart", "9999-12-31T23:59:59"),
        ("members.0.rules.0.dtstart", "9999-12-31"),
        ("members.0.rules.0.exdates", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"] * 5000),
        ("band.min_minutes", 10**400),
        ("band.playable", [{"days": [], "start": "10:00", "end": "10:00"}]),
        ("members", []),
    ],
)
def test_the_absurd_is_answered_at_once(path, value):
    calls, answer = calls_of(lambda: answer_scenario(changed(path, value)))
    assert answer["schema"] == "greenzone-result/1"
    assert calls < 3_000_000


@pytest.mark.parametrize(
    ("start", "end"),
    [("0001-01-01T00:00:00Z", "0001-01-09T00:00:00Z"), ("9999-12-24T00:00:00Z", "9999-12-31T23:59:59Z")],
)
@pytest.mark.parametrize("tz", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Etc/UTC"])
def test_the_first_and_the_last_days_are_days(start, end, tz):
    scenario = copy.deepcopy(SIMPLE)
    scenario["horizon"] = {"start": start, "end": end}
    scenario["band"] |= {
        "tz": tz,
        "playable": [{"days": list(oracle.CODES), "start": "18:00", "end": "02:00"}],
    }
    scenario["members"][0] |= {"tz": tz}
    for text in (
        "FREQ=DAILY",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
    ):
        rule = {"dtstart": "0001-01-01T20:00:00", "duration": "P1DT1H", "rrule": text}
        scenario["members"][0]["rules"] = [rule]
        answer = answer_scenario(json.dumps(scenario).encode())
        assert answer["almost"]
        for each in answer["almost"]:
            assert start <= each["start"] < each["end"] <= end


# The door stays thin


def test_it_starts_without_anything_heavy():
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bandwidth", "greenzone", "--json"],
        input=TEXT, capture_output=True, cwd=HERE, timeout=60, check=True,
    )  # fmt: skip
    loaded = {line.split(b"|")[-1].strip().decode() for line in done.stderr.splitlines()}
    assert "core.scheduling.green.manager" in loaded
    heavy = {
        "discord",
        "telegram",
        "sqlalchemy",
        "apscheduler",
        "starlette",
        "dateutil",
        "dateparser",
        "babel",
    }
    ours = {"bots", "storage", "jobs", "web", "core.scheduling.phrases", "core.scheduling.lexicons"}
    assert not loaded & (heavy | ours | {"asyncio", "ssl", "numpy", "portion", "typing_extensions"})


def test_main_can_be_called_from_python(monkeypatch, capsysbinary):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT)))
    assert greenzone.main(["--json"]) == 0
    assert json.loads(capsysbinary.readouterr().out) == SIMPLE_RESULT
