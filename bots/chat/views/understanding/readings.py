"""What several readings of the same words are called on buttons."""

from collections.abc import Sequence
from datetime import datetime

from bots.chat.reply import Line, plain
from bots.chat.turn import Reader
from bots.chat.views.understanding.rules import rule_line, statement_line
from core import formats
from core.scheduling.phrases.understanding import Problem, Reading, Statement, Trouble


def reading_labels(problem: Problem, reader: Reader) -> list[str]:
    """The readings of a problem, each short enough for a button: just what sets it apart."""
    readings = problem.readings
    if problem.code is Trouble.NOT_AN_OCCURRENCE:
        labels = _by_days_left_out(readings, reader)
        if labels is not None:
            return labels
    kinds = {each.kind for one in readings for each in one.statements}
    worded = statement_line if len(kinds) > 1 else _without_kind
    return ["; ".join(plain(worded(each, reader)) for each in one.statements) for one in readings]


def _by_days_left_out(readings: Sequence[Reading], reader: Reader) -> list[str] | None:
    """The days that each leaves out and not all do; None: that does not tell them apart."""
    left_out = [{day for each in one.statements for day in each.rule.exceptions} for one in readings]
    common = set.intersection(*left_out) if left_out else set()
    if len({frozenset(days) for days in left_out}) != len(readings):
        return None
    return [_days(sorted(days - common), reader) for days in left_out]


def _days(days: Sequence[datetime], reader: Reader) -> str:
    if not days:
        return reader.label("None of them")
    names = [formats.day(each.date(), reader.locale, today=reader.today) for each in days]
    return formats.listing(names, reader.locale)


def _without_kind(statement: Statement, reader: Reader) -> Line:
    return rule_line(statement.rule, reader)
