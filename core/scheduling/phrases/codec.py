"""Rules and statements as JSON, for pending commands."""

from datetime import datetime, timedelta
from typing import Any

from core.scheduling.phrases.understanding import Kind, Statement
from core.scheduling.recurrence.rrule import kept_repeat, repeat_text
from core.scheduling.recurrence.rules import Rule


def rule_to_json(rule: Rule) -> dict[str, Any]:
    """The rule as JSON values."""
    return {
        "start": rule.start.isoformat(),
        "zone": rule.zone,
        "nominal": None if rule.nominal is None else int(rule.nominal.total_seconds()),
        "elapsed": int(rule.elapsed.total_seconds()),
        "all_day": rule.all_day,
        "repeat": repeat_text(rule.repeat) if rule.repeat else None,
        "exceptions": [each.isoformat() for each in rule.exceptions],
    }


def rule_from_json(facts: dict[str, Any]) -> Rule:
    """The rule that `rule_to_json` wrote."""
    nominal = facts["nominal"]
    return Rule(
        start=datetime.fromisoformat(facts["start"]),
        zone=facts["zone"],
        nominal=None if nominal is None else timedelta(seconds=nominal),
        elapsed=timedelta(seconds=facts["elapsed"]),
        all_day=facts["all_day"],
        repeat=kept_repeat(facts["repeat"]) if facts["repeat"] else None,
        exceptions=tuple(datetime.fromisoformat(each) for each in facts["exceptions"]),
    )


def statement_to_json(statement: Statement) -> dict[str, Any]:
    """The statement as JSON values."""
    return {
        "rule": rule_to_json(statement.rule),
        "kind": statement.kind,
        "end_said": statement.end_said,
        "leaning": statement.leaning,
        "only": statement.only,
        "leaves_out": [rule_to_json(each) for each in statement.leaves_out],
        "by_hour": statement.by_hour,
    }


def statement_from_json(facts: dict[str, Any]) -> Statement:
    """The statement that `statement_to_json` wrote."""
    kind = facts["kind"]
    leaning = facts.get("leaning")
    return Statement(
        rule_from_json(facts["rule"]),
        Kind(kind) if kind else None,
        end_said=facts["end_said"],
        leaning=Kind(leaning) if leaning else None,
        only=facts.get("only", False),
        leaves_out=tuple(rule_from_json(each) for each in facts.get("leaves_out", ())),
        by_hour=facts.get("by_hour", False),
    )
