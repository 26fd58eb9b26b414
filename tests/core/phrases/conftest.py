"""Sentences read at a fixed moment, and what came of them in one short line a rule."""

from datetime import datetime, timedelta

import pytest

from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context
from core.scheduling.recurrence.rrule import repeat_text

NOW = datetime(2026, 10, 7, 11, 20)  # a Wednesday


@pytest.fixture
def reading():
    """`reading(words, now=..., locale=...)`: the whole Understanding."""

    def read(words, *, now=NOW, locale="en-GB"):
        return understand(words, Context(now, "Europe/London", locale))

    return read


@pytest.fixture
def rules(reading):
    """`rules(words)`: a line for each rule, or "!code" for a refusal.

    "busy 2026-12-05" is a whole day, "busy 2026-12-05..2026-12-07" three, "free 2026-12-05 18:00-23:00" a
    time, "+1" an end on the next day, "?" an end that was not said, "..." no end; then the RRULE, and what
    is left out behind "not".
    """

    def read(words, **context):
        found = reading(words, **context)
        if found.problem is not None:
            return [f"!{found.problem.code}"]
        return [line(statement) for statement in found.statements]

    return read


@pytest.fixture
def offered(reading):
    """`offered(words)`: the rules of each reading that a refusal offers."""

    def read(words, **context):
        problem = reading(words, **context).problem
        return [[line(s) for s in choice.statements] for choice in problem.readings]

    return read


def line(statement):
    rule = statement.rule
    parts = [str(statement.kind or "-"), f"{rule.start:%Y-%m-%d}"]
    if rule.all_day and rule.nominal is None:
        parts[1] += "..."
    elif rule.all_day and rule.nominal > timedelta(days=1):
        parts[1] += f"..{rule.start + rule.nominal - timedelta(days=1):%Y-%m-%d}"
    elif not rule.all_day:
        parts.append(f"{rule.start:%H:%M}-{ending(statement)}")
    if rule.repeat is not None:
        parts.append(repeat_text(rule.repeat))
    if rule.exceptions:
        parts.append("not " + " ".join(f"{day:%Y-%m-%d}" for day in rule.exceptions))
    return " ".join(parts)


def ending(statement):
    if not statement.end_said:
        return "?"
    end = statement.rule.start + statement.rule.nominal
    later = (end.date() - statement.rule.start.date()).days
    return f"{end:%H:%M}" + (f"+{later}" if later else "")
