"""`bandwidth greenzone`: a scenario as JSON in, the band's green zones as JSON out."""

import json
import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, BinaryIO

from bandwidth.scenario import ScenarioError, read_scenario
from core.moments import from_seconds
from core.scheduling.green import AvailabilityManager, GreenZones
from core.scheduling.spans import Span

USAGE = """\
usage: bandwidth greenzone --json | --jsonl

Reads from standard input, writes to standard output; needs no database and no network.

  --json     one scenario in, one result out; a bad scenario: one line of complaint, exit status 2
  --jsonl    one scenario a line in, one result a line out, in the same order;
             a bad one is answered with {"error": "..."}, exit status 0
"""


def main(arguments: list[str]) -> int:
    """Answer standard input: 0 well, 1 the output was closed, 2 wrong usage or not a valid scenario."""
    if arguments in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    if arguments not in (["--json"], ["--jsonl"]):
        wrong = next((each for each in arguments if each not in ("--json", "--jsonl")), None)
        what = "say --json or --jsonl" if wrong is None else f"there is no option {wrong!r}"
        return _complain(f"{what}; see bandwidth greenzone --help")
    try:
        if arguments == ["--jsonl"]:
            for answer in _answers(sys.stdin.buffer):
                sys.stdout.buffer.write(answer)
                sys.stdout.buffer.flush()
            return 0
        try:
            result = answer_scenario(sys.stdin.buffer.read())
        except ScenarioError as problem:
            return _complain(str(problem))
        sys.stdout.buffer.write(_encoded(result))
        sys.stdout.buffer.flush()
        return 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def answer_scenario(text: bytes) -> dict[str, Any]:
    """The result of one scenario, as the JSON it is printed as; `ScenarioError` when it is not valid."""
    scenario = read_scenario(text)
    manager = AvailabilityManager(
        scenario.members, window=scenario.window, habits=scenario.habits, zone=scenario.zone
    )
    return result_of(manager.zones())


def result_of(zones: GreenZones) -> dict[str, Any]:
    """Green zones without maybes in the form of greenzone-result/1."""
    return {
        "schema": "greenzone-result/1",
        "green": [_ends((each.start, each.end)) for each in zones.green],
        "almost": [
            {
                **_ends((each.start, each.end)),
                "missing": each.missing,
                "blocked": [_ends(part) for part in each.blocked],
            }
            for each in zones.amber
        ],
    }


def _answers(lines: BinaryIO) -> Iterator[bytes]:
    for line in lines:
        try:
            yield _encoded(answer_scenario(line))
        except ScenarioError as problem:
            yield _encoded({"error": str(problem)})


def _ends(part: Span) -> dict[str, str]:
    return {"start": _instant(part[0]), "end": _instant(part[1])}


@lru_cache(maxsize=65_536)
def _instant(seconds: int) -> str:
    return f"{from_seconds(seconds).isoformat()[:19]}Z"


def _encoded(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer).encode("ascii") + b"\n"


def _complain(words: str) -> int:
    print(f"bandwidth greenzone: {words}", file=sys.stderr)
    return 2
