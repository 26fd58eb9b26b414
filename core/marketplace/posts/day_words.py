"""The stretches of a post that speak of days: "Fri 5 Dec", "every Tuesday from 5 Jan"."""

from dataclasses import replace

from core.marketplace.posts.sheet import TAKEN, Sheet
from core.marketplace.posts.vocabularies import spelt
from core.scheduling.lexicons import Role
from core.scheduling.phrases.lexing.tokens import Token
from core.scheduling.phrases.reading.source import Source

MOST_RUNS = 12
"""Stretches of days that are read apart; bounds the work."""

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
_DAILY = (*_ANCHORS, *_FIGURES, Role.THE)
"""What a day begins with."""
_SPEAKING = {*_ANCHORS, *_FIGURES, *_LINKS}
"""What may be part of a stretch of days."""

Run = list[Token]
"""Neighbouring words that speak of days."""


def read_runs(sheet: Sheet) -> list[Run]:
    """The stretches that name a day, in the order said."""
    return [run for run in _runs(sheet) if _anchored(run)][:MOST_RUNS]


def is_echo(run: Run) -> bool:
    """Whether a stretch has weekdays only, which say again what dates said elsewhere."""
    return all(token.role in _ECHO and not (token.many and token.role is Role.WEEKDAY) for token in run)


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
    token = source.at(i)
    if TAKEN in sheet.left[token.start : token.end]:
        return None
    daily = source.role(i + 1) in _DAILY
    if daily and begins_series(sheet, token):
        return replace(token, role=Role.FROM)
    if token.role is Role.STOP:
        return token if run and daily and _shortens(source, i) else None
    if token.role in (Role.EXCEPT, Role.NOT, Role.BUT) and not daily:
        return None
    if _counts(source, i):
        return None
    return token if token.role in _SPEAKING or _repeats(source, i) else None


def begins_series(sheet: Sheet, token: Token) -> bool:
    """Whether it is the "start" of "start 17 Jan, every Saturday"; its role is FROM once it is in a run."""
    labels = tuple(spelt(sheet.vocabulary.series_labels))
    return token.role in (Role.LABEL, Role.FROM) and token.text.startswith(labels)


def _shortens(source: Source, i: int) -> bool:
    """Whether a full stop ends a shortened day or month, as in "Fri. 5 Dec"."""
    return source.role(i - 1) in (Role.WEEKDAY, Role.MONTH)


def _counts(source: Source, i: int) -> bool:
    """Whether a figure counts things ("3 bands"); "Dec 5" and "the 5th" do not."""
    if source.role(i) is not Role.NUMBER:
        return False
    before, following = source.role(i - 1), source.role(i + 1)
    if before in (Role.MONTH, Role.WEEKDAY, Role.THE, Role.DASH):
        return False
    return following is Role.QUANTITY_UNIT or (following is Role.WORD and before is Role.COMMA)


def _repeats(source: Source, i: int) -> bool:
    """Whether it makes every week of the day before it: "Friday nights"."""
    token = source.at(i)
    return token.role is Role.PART and token.many and source.role(i - 1) is Role.WEEKDAY


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
