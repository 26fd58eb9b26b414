"""English sentences with their meanings, and a judge of answers.

With BANDWIDTH_SHARED, the corpora and the scorer of that folder are used; without it, the project's own
tables and a small scorer: the occurrences of the next 400 days, merged where they adjoin, must be the same.
It tolerates different hours for a part of the day, and free instead of busy.
"""

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from dateutil.rrule import rrulestr

from tests.core.phrases.tables import tables

RIGHT, WRONG, REFUSED, TAKEN = "right", "wrong", "refused", "false_accept"
Case = dict[str, Any]
Judge = Callable[[Case, dict[str, Any]], str]

NOW = datetime(2026, 10, 7, 11, 20)
"""The present for the sentences of the tables."""
CORPORA = ("own-dev.jsonl", "thirdparty-dev.jsonl")
_HORIZON = NOW + timedelta(days=400)
_DAY = timedelta(days=1)
_VAGUE = re.compile(r"morning|afternoon|evening|night|nite|late|\bafter\b", re.IGNORECASE)
_TOLERANCE = timedelta(hours=2)
_LINE = re.compile(
    r"\S+ (?P<first>[\d-]{10})(?P<open>\.\.\.)?(?:\.\.(?P<last>[\d-]{10}))?"
    r"(?: (?P<at>\d\d:\d\d)-(?:\?|(?P<end>\d\d:\d\d))(?:\+(?P<later>\d+))?)?"
    r"(?: (?P<repeat>FREQ=\S+))?(?: not (?P<without>.+))?"
)

Stretch = tuple[datetime, datetime | None]


def shared(folder: Path) -> tuple[list[tuple[str, list[Case]]], Judge]:
    """Each corpus by name (its English sentences of the core tier), and its judge."""
    spec = spec_from_file_location("shared_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)

    def judge(case: Case, answer: dict[str, Any]) -> str:
        verdict: str = scorer.judge(case, answer)[0]
        return WRONG if verdict == "bad" else verdict

    corpora = []
    for name in CORPORA:
        lines = (folder / name).read_text("utf-8").splitlines()
        cases = [json.loads(line) for line in lines if line.strip()]
        wanted = [case for case in cases if case["lang"] == "en" and case["tier"] == "core"]
        corpora.append((name.removesuffix("-dev.jsonl"), wanted))
    return corpora, judge


def own() -> tuple[list[tuple[str, list[Case]]], Judge]:
    """The tables of tests/core/phrases, and the small judge."""
    cases = []
    for table in tables():
        if table.language != "en":
            continue
        for number, (text, lines) in enumerate(table.sentences):
            refused = lines[0].startswith("!")
            expect = {
                "kind": "reject" if refused else "rules",
                "rules": [] if refused else [_meant(line) for line in lines],
            }
            asked = {"text": text, "now": NOW.isoformat("T", "minutes"), "tz": "Europe/London"}
            name = f"{table.topic}-{table.name}-{number}"
            cases.append({"id": name, **asked, "locale": table.locale, "expect": expect})
    return [("our tables", cases)], judged


def judged(case: Case, answer: dict[str, Any]) -> str:
    """The verdict on an answer, by the occurrences of its rules."""
    reject = case["expect"]["kind"] == "reject"
    if not (answer["ok"] and answer["rules"]):
        return RIGHT if reject else REFUSED
    if reject:
        return TAKEN
    try:
        given = _stretches(answer["rules"])
    except ValueError:
        return WRONG
    meant = _stretches(case["expect"]["rules"])
    vague = bool(_VAGUE.search(case["text"]))
    same = len(given) == len(meant) and all(map(lambda a, b: _same(a, b, vague=vague), meant, given))
    return RIGHT if same else WRONG


def _same(meant: Stretch, given: Stretch, *, vague: bool) -> bool:
    tolerance = _TOLERANCE if vague else timedelta(0)
    if abs(meant[0] - given[0]) > tolerance:
        return False
    if meant[1] is None:
        return given[1] is None or given[1] - given[0] <= _DAY
    if given[1] is None:
        return vague
    return abs(meant[1] - given[1]) <= 2 * tolerance


def _meant(line: str) -> dict[str, Any]:
    """A line of the tables as a rule."""
    parts = _LINE.fullmatch(line)
    if parts is None:
        raise SystemExit(f"a line that is no rule: {line!r}")
    first = datetime.fromisoformat(parts["first"])
    without = parts["without"].split() if parts["without"] else []
    rule = {"rrule": parts["repeat"], "exdates": without}
    if not parts["at"]:
        last = datetime.fromisoformat(parts["last"]) if parts["last"] else first
        end = None if parts["open"] else (last + _DAY).isoformat()
        return {**rule, "start": first.isoformat(), "end": end, "all_day": True}
    start, end = f"{parts['first']}T{parts['at']}", None
    if parts["end"]:
        ends = datetime.fromisoformat(f"{parts['first']}T{parts['end']}")
        end = (ends + _DAY * int(parts["later"] or 0)).isoformat()
    return {**rule, "start": start, "end": end, "all_day": False}


def _stretches(rules: list[dict[str, Any]]) -> list[Stretch]:
    """The occurrences from now on, in order, merged where they adjoin."""
    found: list[Stretch] = []
    for begin, end in sorted((s for rule in rules for s in _occurrences(rule)), key=lambda s: s[0]):
        before = found[-1][1] if found else None
        if before is not None and end is not None and begin <= before:
            found[-1] = (found[-1][0], max(before, end))
        else:
            found.append((begin, end))
    return found


def _occurrences(rule: dict[str, Any]) -> list[Stretch]:
    start = datetime.fromisoformat(rule["start"])
    end = datetime.fromisoformat(rule["end"]) if rule["end"] else None
    without = {day[:10] for day in rule["exdates"]}
    kept = [each for each in _starts(rule, start) if each.date().isoformat() not in without]
    if end is None:
        still = rule["all_day"] and not rule["rrule"]
        return [(max(each, NOW), _HORIZON if still else None) for each in kept if still or each >= NOW]
    length = end - start
    spans = [(each, min(each + length, _HORIZON)) for each in kept if each < _HORIZON]
    return [(max(begin, NOW), until) for begin, until in spans if until > NOW]


def _starts(rule: dict[str, Any], start: datetime) -> list[datetime]:
    if not rule["rrule"]:
        return [start]
    return list(rrulestr(_whole_days(rule["rrule"]), dtstart=start).between(start, _HORIZON, inc=True))


def _whole_days(repeat: str) -> str:
    """Make an UNTIL that is a date include that day."""
    return re.sub(r"UNTIL=(\d{8})(?!\d|T)", r"UNTIL=\1T235959", repeat)
