"""Words for the times of a gig, or for other times of a commitment: "an hour later", "7:30"."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core.scheduling.commitments.commitment import Commitment, ending
from core.scheduling.commitments.rehearsals import Times
from core.scheduling.phrases import understand
from core.scheduling.phrases.days_named import names_day
from core.scheduling.phrases.shifts import shift_of
from core.scheduling.phrases.understanding import Context, Problem, Reading, Statement, Trouble

_DAY = timedelta(days=1)
_LATEST = time(23, 30)
_GIG = timedelta(hours=3)


def moved_to(
    words: str, commitment: Commitment, context: Context, *, chosen: Statement | None = None
) -> Times | Problem:
    """The times that the words give it, in the zone of `context`; an unsaid day, time or length stays.

    `chosen` is the reading that was picked where the words have several.
    """
    commitment = commitment.in_zone(context.zone)
    length = commitment.ends_at - commitment.starts_at
    by = shift_of(words, context.locale)
    if by is not None:
        start = commitment.start + by
        return Times(start, ending(start, commitment.zone, length))
    day = None if names_day(words, context) else commitment.start.date()
    statement = chosen or _one(words, context, day=day)
    if isinstance(statement, Problem):
        return statement
    rule = statement.rule
    if rule.all_day and ((day and not chosen) or rule.nominal != _DAY):
        return Problem(Trouble.NOT_UNDERSTOOD, words)
    if rule.all_day:
        start = datetime.combine(rule.start.date(), commitment.start.time())
    elif statement.end_said and rule.nominal is not None:
        return Times(rule.start, rule.start + rule.nominal)
    else:
        start = rule.start
    return Times(start, ending(start, commitment.zone, length))


def gig_times(
    words: str, context: Context, *, chosen: Statement | None = None
) -> tuple[Times, bool] | date | Problem:
    """A gig's times and whether the end was said; the day alone, where no time was.

    A gig without an end takes until 23:30, or three hours where it begins later than 20:30. `chosen`
    is the reading that was picked where the words have several.
    """
    statement = chosen or _one(words, context, day=None)
    if isinstance(statement, Problem):
        return statement
    rule = statement.rule
    if rule.all_day:
        return rule.start.date() if rule.nominal == _DAY else Problem(Trouble.NOT_UNDERSTOOD, words)
    if statement.end_said and rule.nominal is not None:
        return Times(rule.start, rule.start + rule.nominal), True
    until = datetime.combine(rule.start.date(), _LATEST)
    return Times(rule.start, max(until, ending(rule.start, context.zone, _GIG))), False


def _one(words: str, context: Context, *, day: date | None) -> Statement | Problem:
    """The one stretch of time that the words name, on that day unless they name another."""
    meaning = understand(f"{day.isoformat()} {words}" if day else words, context)
    if meaning.problem:
        return replace(meaning.problem, readings=tuple(filter(_is_one, meaning.problem.readings)))
    if len(meaning.statements) != 1 or meaning.statements[0].rule.repeat is not None:
        return Problem(Trouble.NOT_UNDERSTOOD, words)
    return meaning.statements[0]


def _is_one(reading: Reading) -> bool:
    return len(reading.statements) == 1 and reading.statements[0].rule.repeat is None
