"""`bandwidth parse --jsonl`: sentences in as JSON lines, the rules that they state out as JSON lines."""

import json
import os
import sys
from datetime import datetime
from time import perf_counter
from typing import Any

from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context, Kind, Problem, Statement
from core.scheduling.repeats import repeat_text
from core.scheduling.rules import Rule

_USAGE = "usage: bandwidth parse --jsonl < sentences.jsonl"


def main(arguments: list[str]) -> int:
    """Answer every line of standard input; the exit status (0 well, 2 wrong usage)."""
    if arguments in (["-h"], ["--help"]):
        print(_USAGE)
        return 0
    if arguments != ["--jsonl"]:
        print(_USAGE, file=sys.stderr)
        return 2
    try:
        for line in sys.stdin.buffer:
            if line.strip():
                sys.stdout.write(json.dumps(answer(line), ensure_ascii=True) + "\n")
                sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more on its way out; give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return 130
    return 0


def answer(line: bytes) -> dict[str, Any]:
    """The answer to one line: {"id", "ok", "rules", "error", "ms"}."""
    asked: Any = None
    try:
        asked = json.loads(line)
        words, context = _question(asked)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        known = asked.get("id") if isinstance(asked, dict) else None
        return {
            "id": known,
            "ok": False,
            "error": {"code": "bad_request", "message": _told(error)},
            "rules": [],
        }
    begun = perf_counter()
    understood = understand(words, context)
    spent = (perf_counter() - begun) * 1000
    result: dict[str, Any] = {"id": asked.get("id"), "ok": understood.problem is None}
    if understood.problem is not None:
        result["error"] = _problem(understood.problem)
        result["rules"] = []
    else:
        result["rules"] = [_statement(statement) for statement in understood.statements]
    result["ms"] = round(spent, 3)
    return result


def _told(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"missing: {error.args[0]}"
    return "not JSON" if isinstance(error, json.JSONDecodeError) else str(error)


def _question(asked: Any) -> tuple[str, Context]:
    if not isinstance(asked, dict):
        raise TypeError("a line is a JSON object")
    words, locale = asked["text"], asked.get("locale") or "en-GB"
    zone = asked.get("tz") or "UTC"
    if not (isinstance(words, str) and isinstance(locale, str) and isinstance(zone, str)):
        raise TypeError("text, tz and locale are strings")
    now = datetime.fromisoformat(asked["now"])
    return words, Context(now.replace(tzinfo=None), zone, locale)


def _problem(problem: Problem) -> dict[str, Any]:
    told: dict[str, Any] = {"code": problem.code.value, "message": problem.words}
    if problem.day is not None:
        told["day"] = problem.day.isoformat()
    if problem.readings:
        told["readings"] = [[_statement(s) for s in reading.statements] for reading in problem.readings]
    return told


def _statement(statement: Statement) -> dict[str, Any]:
    rule = statement.rule
    tentative = statement.kind is Kind.MAYBE
    free = statement.kind is Kind.FREE or (tentative and statement.leaning is not Kind.BUSY)
    told = {
        "start": _moment(rule.start, rule),
        "end": _end(rule) if statement.end_said else None,
        "all_day": rule.all_day,
        "rrule": None if rule.repeat is None else repeat_text(rule.repeat),
        "exdates": [_moment(day, rule) for day in rule.exceptions],
        "free": free,
    }
    if tentative:
        told["tentative"] = True
    return told


def _moment(moment: datetime, rule: Rule) -> str:
    return moment.date().isoformat() if rule.all_day else moment.isoformat(timespec="minutes")


def _end(rule: Rule) -> str | None:
    if rule.nominal is None:
        return None
    return _moment(rule.start + rule.nominal + rule.elapsed, rule)
