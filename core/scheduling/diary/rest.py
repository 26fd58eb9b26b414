"""The time that words leave open: "only Mondays", "December except the 5th"."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from core.scheduling.kinds import Kind
from core.scheduling.phrases.understanding import Statement
from core.scheduling.recurrence.ends import last_occurrence
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule

DAY = timedelta(days=1)


class Rest(StrEnum):
    """The meaning of the remaining time in "only Mondays"."""

    BUSY = "busy"
    AS_IT_IS = "as_it_is"


class LeftOut(StrEnum):
    """The meaning of the excepted time in "free in December except the 5th"."""

    BUSY = "busy"
    AS_IT_IS = "as_it_is"


def left_out(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Busy statements for the times that the given statements leave out, to lie below them."""
    return tuple(Statement(rule, Kind.BUSY) for each in statements for rule in each.leaves_out)


def the_rest(rule: Rule, now: datetime) -> Statement:
    """Busy on all days that a free rule spans, from today if it repeats; to lie below the rule.

    `now` is naive wall time in the rule's zone. Later rules win, so the two together leave only the rule's
    own time free.
    """
    midnight = time()
    if rule.repeat is None:
        first = datetime.combine(rule.start.date(), midnight)
        nominal = None
        if rule.nominal is not None:
            end = rule.start + rule.nominal + rule.elapsed
            nominal = (end - timedelta(seconds=1)).date() - first.date() + DAY
        return Statement(
            replace(rule, start=first, nominal=nominal, elapsed=timedelta(0), all_day=True), Kind.BUSY
        )
    until = _until(rule, rule.repeat)
    first_day = now.date() if until is None else _beginning(rule.start.date(), until)
    return Statement(
        Rule(
            start=datetime.combine(first_day, midnight),
            zone=rule.zone,
            nominal=DAY,
            all_day=True,
            repeat=Repeat(Frequency.DAILY, until=until),
        ),
        Kind.BUSY,
    )


def _until(rule: Rule, repeat: Repeat) -> date | None:
    if repeat.count is not None:
        last = last_occurrence(replace(rule, exceptions=()))
        return last.date() if last else None
    return repeat.until.date() if isinstance(repeat.until, datetime) else repeat.until


def _beginning(start: date, until: date) -> date:
    """The first busy day: the 1st for "Thursdays in January", though the first Thursday is later."""
    whole_months = (until + DAY).day == 1 and start.day <= _WEEK
    return start.replace(day=1) if whole_months else start


_WEEK = 7
