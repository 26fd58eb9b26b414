"""The dates of a post: what speaks of days is left standing and handed to the reader of sentences."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.marketplace.posts.sheet import TAKEN, Sheet
from core.marketplace.posts.values import PostAssumption, Taken
from core.scheduling.lexicons import Role
from core.scheduling.phrases import understand
from core.scheduling.phrases.lexing.tokens import Token
from core.scheduling.phrases.understanding import (
    Assumed,
    Assumption,
    Problem,
    Reading,
    Statement,
    Trouble,
    Understanding,
)
from core.scheduling.recurrence.expansion import next_occurrences

MOST_DATES = 62
"""Dates of one post."""
MOST_OPEN = 26
"""Dates of a series without an end: half a year of weeks, a year of months."""
MOST_AHEAD = timedelta(days=366)
"""How far such a series is followed."""
MOST_RUNS = 12
"""Stretches of days that are read apart; bounds the work."""
_LONGEST = 600
"""Characters of all such stretches together."""

_ANCHORS = (
    Role.WEEKDAY, Role.MONTH, Role.DATE, Role.SLASHED, Role.RELATIVE_DAY, Role.TONIGHT, Role.HOLIDAY,
    Role.MONTH_YEAR, Role.DAY_SET, Role.ORDINAL, Role.OFTEN,
)  # fmt: skip
_FIGURES = (Role.NUMBER, Role.DOTTED)
_JOINING = (
    Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.DASH, Role.TO, Role.OF, Role.IN, Role.OPEN, Role.ON,
    Role.FOR, Role.UNIT,
)  # fmt: skip
_LEADING = (
    Role.EVERY, Role.ANY, Role.ALTERNATE, Role.THIS, Role.NEXT, Role.LAST, Role.FROM, Role.STARTING,
    Role.UNTIL, Role.BETWEEN, Role.THE, Role.EXCEPT, Role.EARLY, Role.MID, Role.LATE, Role.BEGINNING,
    Role.ENDING, Role.REST, Role.CARDINAL, Role.ALL, Role.WEEK_OF, Role.BEFORE, Role.HALF, Role.NOT,
)  # fmt: skip
_TRAILING = (Role.UNIT, Role.CLOSE, Role.ONWARDS, Role.TIMES)
_LINKS = {
    *_JOINING, *_LEADING, *_TRAILING, Role.AFTER_NEXT, Role.COLON, Role.ONES, Role.BUT,
}  # fmt: skip
_ECHO = {
    Role.WEEKDAY, Role.DAY_SET, Role.THE, Role.ON, Role.AND, Role.OR, Role.SLASH, Role.COMMA, Role.DASH,
    Role.THIS, Role.TO, Role.COLON, Role.ONLY,
}  # fmt: skip
_NIGHTS = re.compile(r"(?<![\w.,:/£$€])([2-9])[ -]?(?:nights|nighters?)(?!\w)")
_PARTIES = ("party", "special", "show", "gig", "do", "bash", "ball", "all", "market")
"""Behind the name of a holiday."""
_KEPT_ASSUMPTIONS = (Assumed.UNTIL, Assumed.BEFORE, Assumed.DATE, Assumed.WEEK, Assumed.PHASE)


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates that a post names."""

    days: tuple[date, ...] = ()
    either: bool = False
    assumptions: tuple[Assumption | PostAssumption, ...] = ()
    problems: tuple[Problem, ...] = ()


Run = list[Token]


def read_dates(sheet: Sheet) -> Dates:
    """The dates in what is left of the text."""
    runs = [run for run in _runs(sheet) if _anchored(run)][:MOST_RUNS]
    echoes = [run for run in runs if _is_echo(run)]
    plain = [run for run in runs if run not in echoes]
    plain = [run for run in plain if not _is_party(sheet, run)] or plain
    if not plain:
        plain, echoes = echoes, []
    if not plain:
        return Dates()
    whole = understand(_text(sheet, plain), sheet.context)
    read = [whole]
    if whole.problem is not None and len(plain) > 1:
        read = [understand(_text(sheet, [run]), sheet.context) for run in plain]
    assumptions: list[Assumption | PostAssumption] = []
    problems: list[Problem] = []
    days: set[date] = set()
    for understood in read:
        days |= _days(sheet, understood, assumptions)
        if understood.problem is not None and understood.problem.code not in (
            Trouble.NOT_AVAILABILITY,
            Trouble.EMPTY,
        ):
            problems.append(understood.problem)
    _nights(sheet, days, plain, assumptions)
    for run in echoes:
        problems += _contradictions(sheet, run, days)
    either = any(token.role is Role.OR for run in plain for token in run[1:-1]) and len(days) > 1
    if either:
        words = next(_text(sheet, [run]) for run in plain if any(t.role is Role.OR for t in run))
        assumptions.append(PostAssumption(Taken.EITHER, words))
    return Dates(tuple(sorted(days))[:MOST_DATES], either, tuple(assumptions), tuple(problems))


def _runs(sheet: Sheet) -> list[Run]:
    """Stretches of neighbouring words that speak of days."""
    runs: list[Run] = []
    run: Run = []
    for i in range(len(sheet.source.tokens)):
        token = _day_word(sheet, i, run)
        if token is not None:
            run.append(token)
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return [trimmed for run in runs if (trimmed := _trimmed(run))]


def _day_word(sheet: Sheet, i: int, run: Run) -> Token | None:
    """The token at `i` if it can be part of a stretch of days that goes on from `run`."""
    source = sheet.source
    token, following, before = source.at(i), source.role(i + 1), source.role(i - 1)
    role = token.role
    if TAKEN in sheet.left[token.start : token.end]:
        return None
    daily = following in (*_ANCHORS, *_FIGURES, Role.THE)
    if role is Role.LABEL and token.text.startswith("start") and daily:
        return replace(token, role=Role.FROM)
    if role is Role.STOP:
        return token if run and before in (Role.WEEKDAY, Role.MONTH) and daily else None
    if role in (Role.EXCEPT, Role.NOT, Role.BUT) and not daily:
        return None
    if role is Role.NUMBER and before not in (Role.MONTH, Role.WEEKDAY, Role.THE, Role.DASH):
        counts = following is Role.QUANTITY_UNIT or (following is Role.WORD and before is Role.COMMA)
        if counts:
            return None
    weekly = role is Role.PART and token.many and before is Role.WEEKDAY
    return token if weekly or role in _ANCHORS or role in _FIGURES or role in _LINKS else None


def _trimmed(run: Run) -> Run:
    """Without what joins nothing at its ends, and without figures that belong to no day."""
    anchors = [i for i, token in enumerate(run) if token.role in _ANCHORS or _dotted_date(token)]
    if not anchors:
        return []
    low, high = anchors[0], len(run) - 1
    while low > 0 and run[low - 1].role in (*_LEADING, *_FIGURES, *_JOINING):
        low -= 1
    while low < anchors[0] and run[low].role not in (*_LEADING, *_FIGURES):
        low += 1
    while high > anchors[-1] and run[high].role not in (*_TRAILING, *_FIGURES):
        high -= 1
    return run[low : high + 1]


def _dotted_date(token: Token) -> bool:
    return token.role is Role.DOTTED and (token.key == "date" or token.number > 24 or token.second > 59)


def _anchored(run: Run) -> bool:
    """Whether a stretch names a day: an ordinal or a shy word ("march", "sat") only beside another."""
    roles = [token.role for token in run]
    if any(role in _ANCHORS and not token.shy for role, token in zip(roles, run, strict=True)):
        return not (set(roles) <= {Role.ORDINAL, Role.THE, Role.ON} and Role.THE not in roles)
    pointed = (Role.THIS, Role.NEXT, Role.EVERY, Role.ANY)
    return (
        any(role in _FIGURES or role in pointed for role in roles)
        or roles.count(Role.WEEKDAY) == len(roles) == 1
    )


def _is_echo(run: Run) -> bool:
    """Whether a stretch has weekdays only, which say again what dates said elsewhere."""
    return all(token.role in _ECHO and not (token.many and token.role is Role.WEEKDAY) for token in run)


def _nights(
    sheet: Sheet, days: set[date], runs: list[Run], assumptions: list[Assumption | PostAssumption]
) -> None:
    """Holds "3 nights" against the dates; "3 nights at Easter" begins on Good Friday."""
    match = _NIGHTS.search(sheet.low)
    if match is None or len(days) == int(match[1]) or not days:
        return
    assumptions.append(PostAssumption(Taken.NIGHTS, sheet.words(*match.span())))
    easter = any(token.role is Role.HOLIDAY and token.key == "easter" for run in runs for token in run)
    if easter and len(days) == 1:
        sunday = days.pop()
        nights = (sunday + timedelta(days=n - 2) for n in range(int(match[1])))
        days.update(night for night in nights if night >= sheet.frame.today)


def _is_party(sheet: Sheet, run: Run) -> bool:
    """Whether a holiday says what is on, not when ("Xmas party"); a date beside it says when."""
    following = next((token for token in sheet.source.tokens if token.start >= run[-1].end), None)
    return (
        len(run) == 1 and run[0].role is Role.HOLIDAY and following is not None and following.text in _PARTIES
    )


def _text(sheet: Sheet, runs: list[Run]) -> str:
    """The stretches side by side as one sentence; behind "start 17 Jan" no comma stands before "every"."""
    parts = []
    for run in runs:
        begin, end = run[0].start, run[-1].end
        words = sheet.typed[begin:end]
        begun = any(token.role in (Role.FROM, Role.STARTING) for token in run)
        for token, following in zip(reversed(run), [None, *reversed(run[1:])], strict=True):
            at, behind = token.start - begin, token.end - begin
            if token.role is Role.FROM and token.text.startswith("start"):
                words = words[:at] + "from" + words[behind:]
            elif following and (
                (begun and token.role is Role.COMMA and following.role is Role.EVERY)
                or (token.role is Role.COLON and following.role is Role.ORDINAL)
            ):
                words = words[:at] + words[behind:]
        parts.append(words)
    return ", ".join(parts)[:_LONGEST]


def _days(
    sheet: Sheet, understood: Understanding, assumptions: list[Assumption | PostAssumption]
) -> set[date]:
    days: set[date] = set()
    for statement in understood.statements:
        found, bounded = _days_of(sheet, statement)
        days.update(found)
        if bounded and found:
            assumptions.append(PostAssumption(Taken.BOUNDED, day=found[-1]))
    assumptions += [each for each in understood.assumptions if each.what in _KEPT_ASSUMPTIONS]
    return days


def _days_of(sheet: Sheet, statement: Statement) -> tuple[list[date], bool]:
    """The dates of a statement, and whether they were cut off."""
    rule = statement.rule
    first = rule.start.date()
    if rule.repeat is None:
        if rule.nominal is None:
            return [first], True
        length = min(max(rule.nominal.days if rule.all_day else 1, 1), MOST_DATES)
        return [first + timedelta(days=n) for n in range(length)], False
    ends = rule.repeat.count is not None or rule.repeat.until is not None
    most = MOST_DATES if ends else MOST_OPEN
    found = [start.date() for start, _ in next_occurrences(rule, sheet.context.now, most)]
    if not ends:
        found = [day for day in found if day <= sheet.context.now.date() + MOST_AHEAD]
    return found, not ends


def _contradictions(sheet: Sheet, run: Run, days: set[date]) -> list[Problem]:
    """A weekday that none of the dates has, as in "5 Dec, Friday"; with the days it could be."""
    if not days or any(token.role is Role.DAY_SET or token.role is Role.DASH for token in run):
        return []
    weekdays = {token.number for token in run if token.role is Role.WEEKDAY}
    strict = any(token.role is Role.THIS for token in run)
    coming = understand(_text(sheet, [run]), sheet.context)
    named = {day for s in coming.statements for day in _days_of(sheet, s)[0]}
    clash = not weekdays & {day.weekday() for day in days} or (strict and not named & days)
    if not clash or not weekdays:
        return []
    words = _text(sheet, [run])
    readings = (Reading(coming.statements),) if coming.problem is None else ()
    return [Problem(Trouble.WEEKDAY_MISMATCH, words, day=min(days), readings=readings)]
