"""`bandwidth parse --jsonl`: reads sentences as JSON lines, and writes their rules as JSON lines.

A line of input: {"id", "text", "now", "tz", "locale"}; `now` is wall time in `tz`. A line of output:
{"id", "ok": true, "rules": [...], "ms"} or {"id", "ok": false, "error": {"code", "message"}, "rules": []}.

With `--posts` the lines are read as gig posts: {"id", "ok": true, "post": {...}, "ms"} or
{"id", "ok": false, "error": {"code", "message"}, "ms"}, where the code is the reason.
`post` has the fields of core.marketplace.posts.values.Post: dates as "2026-12-11", wall times as "19:30",
money as {"amount": "150.00", "currency": "GBP"}; a missing fact is null or an empty list.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from time import perf_counter
from typing import Any

from core.marketplace.posts import NotAPost, read_post
from core.money import Money
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context, Kind, Problem, Statement
from core.scheduling.recurrence.rrule import repeat_text
from core.scheduling.recurrence.rules import Rule

_USAGE = "usage: bandwidth parse [--posts] --jsonl < lines.jsonl"


def main(arguments: list[str]) -> int:
    """Answer every line of standard input; return the exit status (0 well, 2 wrong usage)."""
    if arguments in (["-h"], ["--help"]):
        print(_USAGE)
        return 0
    if sorted(arguments) not in (["--jsonl"], ["--jsonl", "--posts"]):
        print(_USAGE, file=sys.stderr)
        return 2
    answering = post_answer if "--posts" in arguments else answer
    try:
        for line in sys.stdin.buffer:
            if line.strip():
                sys.stdout.write(json.dumps(answering(line), ensure_ascii=True) + "\n")
                sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more when it ends; give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return 130
    return 0


def answer(line: bytes) -> dict[str, Any]:
    """The answer to one line: {"id", "ok", "rules", "error", "ms"}."""
    told = _answered(line, _rules)
    return told if "rules" in told else {**told, "rules": []}


def post_answer(line: bytes) -> dict[str, Any]:
    """The answer to one line read as a gig post: {"id", "ok", "post" or "error", "ms"}."""
    return _answered(line, _post)


def _answered(line: bytes, read: Callable[[str, Context], dict[str, Any]]) -> dict[str, Any]:
    asked: Any = None
    try:
        asked = json.loads(line)
        words, context = _question(asked)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        known = asked.get("id") if isinstance(asked, dict) else None
        return {"id": known, "ok": False, "error": {"code": "bad_request", "message": _told(error)}}
    begun = perf_counter()
    told = read(words, context)
    spent = (perf_counter() - begun) * 1000
    return {"id": asked.get("id"), **told, "ms": round(spent, 3)}


def _rules(words: str, context: Context) -> dict[str, Any]:
    understood = understand(words, context)
    if understood.problem is not None:
        return {"ok": False, "error": _problem(understood.problem), "rules": []}
    return {"ok": True, "rules": [_statement(statement) for statement in understood.statements]}


def _post(words: str, context: Context) -> dict[str, Any]:
    read = read_post(words, context)
    if isinstance(read, NotAPost):
        return {"ok": False, "error": {"code": read.reason.value, "message": read.words}}
    return {"ok": True, "post": _plain(read)}


def _plain(value: Any) -> Any:
    """A value as JSON, with the names of its fields."""
    match value:
        case Problem():
            return _problem(value)
        case Money():
            return {"amount": str(value.amount), "currency": value.currency}
        case datetime() | date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case timedelta():
            return value // timedelta(minutes=1)
        case tuple():
            return [_plain(each) for each in value]
        case _ if is_dataclass(value):
            return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value


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
