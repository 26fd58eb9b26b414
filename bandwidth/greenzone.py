"""`bandwidth greenzone`: a scenario as JSON in, the band's green zones as JSON out."""

import errno
import io
import json
import os
import sys
from functools import lru_cache
from typing import Any, BinaryIO, TextIO

from bandwidth.scenario import ScenarioError, read_scenario
from core.moments import from_seconds
from core.scheduling.green.manager import AvailabilityManager, ZonesInWindow
from core.scheduling.recurrence.spans import Span

USAGE = """\
usage: bandwidth greenzone --json | --jsonl

Reads from standard input, writes to standard output; needs no database and no network.

  --json     one scenario in, one result out; a bad scenario: one line of complaint, exit status 2
  --jsonl    one scenario a line in, one result a line out, in the same order;
             a bad one is answered with {"error": "..."}, exit status 0
"""


def main(arguments: list[str]) -> int:
    """Answer standard input. Returns 0 well, 1 output closed, 2 wrong usage or an invalid scenario."""
    if arguments in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    if arguments not in (["--json"], ["--jsonl"]):
        wrong = next((each for each in arguments if each not in ("--json", "--jsonl")), None)
        what = "say --json or --jsonl" if wrong is None else f"there is no option {wrong!r}"
        return _complain(f"{what}; see bandwidth greenzone --help")
    try:
        return _answer_lines() if arguments == ["--jsonl"] else _answer_one()
    except BrokenPipeError:
        _forget_output()
        return 1
    except OSError as problem:
        _forget_output()
        _complain(f"cannot read or write: {problem.strerror}")
        return 1
    except KeyboardInterrupt:
        return 130


def answer_scenario(text: bytes) -> dict[str, Any]:
    """The result of one scenario, as JSON. Raises ScenarioError when it is not valid."""
    scenario = read_scenario(text)
    manager = AvailabilityManager(
        scenario.members, window=scenario.window, habits=scenario.habits, zone=scenario.zone
    )
    return result_of(manager.zones())


def result_of(zones: ZonesInWindow) -> dict[str, Any]:
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


def _answer_one() -> int:
    try:
        result = answer_scenario(_input().read())
    except ScenarioError as problem:
        return _complain(str(problem))
    _print(result)
    return 0


def _answer_lines() -> int:
    for line in _input():
        try:
            _print(answer_scenario(line))
        except ScenarioError as problem:
            _print({"error": str(problem)})
    return 0


def _input() -> BinaryIO:
    """Standard input; nothing when the process was started without one."""
    # For typeshed sys.stdin is always there, but after `<&-` it is None.
    stdin: TextIO | None = sys.stdin
    return io.BytesIO() if stdin is None else stdin.buffer


def _print(answer: dict[str, Any]) -> None:
    stdout: TextIO | None = sys.stdout
    if stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
    stdout.buffer.flush()


def _forget_output() -> None:
    """Drop the buffer; else Python would write it when the process ends, and fail again."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _ends(part: Span) -> dict[str, str]:
    return {"start": _instant(part[0]), "end": _instant(part[1])}


@lru_cache(maxsize=65_536)
def _instant(seconds: int) -> str:
    return f"{from_seconds(seconds).isoformat()[:19]}Z"


def _complain(words: str) -> int:
    print(f"bandwidth greenzone: {words}", file=sys.stderr)
    return 2
