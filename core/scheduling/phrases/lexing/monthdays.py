"""Figures that are days of the month by their neighbours: "el 12", "le 20 02", "los días 1 y 15"."""

from collections.abc import Callable
from dataclasses import replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.lexing.token import FIGURES, Token, token_at

_NO_DAY = (
    Tag.UNIT, Tag.QUANTITY_UNIT, Tag.QUANTITY, Tag.TIMES, Tag.MINUTES, Tag.OCLOCK, Tag.MERIDIEM,
    Tag.NEXT, Tag.LAST, Tag.COLON, Tag.LABEL, Tag.ELSEWHERE, Tag.WEEKDAY, Tag.CARDINAL, Tag.ORDINAL,
)  # fmt: skip
"""Tags after a figure that is no day of the month."""
_LISTED = (Tag.COMMA, Tag.AND, Tag.OR, Tag.DASH)
_DATE_ENDS = (Tag.END, Tag.FREE, Tag.BUSY)
"""Tags that may stand after a date in spaced figures."""


def dashed_dates(tokens: list[Token]) -> list[Token]:
    """Dates with a dash, where no range can be meant: "el 15-10"."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        opened = bool(out) and out[-1].tag in (Tag.THE, Tag.WEEKDAY)
        date = _dashed_date(tokens, i) if opened else None
        out.append(date or tokens[i])
        i += 3 if date else 1
    return out


def _dashed_date(tokens: list[Token], i: int) -> Token | None:
    """The date of two figures with a dash, the second of which is too small to end a range."""
    day, dash, month = tokens[i], token_at(tokens, i + 1), token_at(tokens, i + 2)
    if not (day.tag is month.tag is Tag.NUMBER and dash.tag is Tag.DASH):
        return None
    glued = day.end == dash.start and dash.end == month.start
    if not glued or day.number > 31 or month.number > 12 or day.number < month.number:
        return None
    text = f"{day.text}-{month.text}"
    return Token(Tag.SLASHED, day.start, month.end, text, number=day.number, second=month.number)


def days_of_month(tokens: list[Token]) -> list[Token]:
    """The tokens with the figures that are days of the month made ordinals."""
    out = list(tokens)
    i = 0
    while i < len(out):
        rule = _RULES.get(out[i].tag)
        i = i + 1 if rule is None else rule(out, i)
    return _spaced_date(out)


def _behind_days(tokens: list[Token], i: int) -> int:
    """After the word for days: "los días 1 y 15", "todos os dias 1 e 15"; but not "5 días 2 ..."."""
    token = tokens[i]
    if token.key != "day" or not _is_day(tokens, i + 1, word=True):
        return i + 1
    before = token_at(tokens, i - 1).tag
    if token.tag is Tag.OFTEN or before is Tag.EVERY:
        return _each_month(tokens, i)
    if before in (*FIGURES, Tag.A, Tag.IN):
        return i + 1
    del tokens[i]
    _mark(tokens, i)
    return i + 1


def _behind_article(tokens: list[Token], i: int) -> int:
    """After an article: "el 12", "du 12 au 15"; "au douze" only with its month."""
    if _is_day(tokens, i + 1, word=True):
        at_hour = tokens[i].tag is Tag.TO_AT_THE and tokens[i + 1].tag is Tag.CARDINAL
        if not at_hour or _named(tokens, i + 2):
            _mark(tokens, i + 1)
    return i + 1


def _behind_every(tokens: list[Token], i: int) -> int:
    """After "every", before "of the month": "cada 15 del mes"."""
    if token_at(tokens, i + 1).tag in FIGURES and _monthly(tokens, i + 2):
        tokens[i + 1] = _ordinal(tokens[i + 1])
    return i + 1


def _before_month(tokens: list[Token], i: int) -> int:
    """A number in words before its month: "cinco de mayo", "un de enero"."""
    if _named(tokens, i + 1) and 0 <= tokens[i].number <= 31:
        tokens[i] = replace(_ordinal(tokens[i]), number=tokens[i].number or 1)
    return i + 1


_RULES: dict[Tag, Callable[[list[Token], int], int]] = {
    Tag.OFTEN: _behind_days,
    Tag.UNIT: _behind_days,
    Tag.THE: _behind_article,
    Tag.FROM_OF_THE: _behind_article,
    Tag.TO_AT_THE: _behind_article,
    Tag.EVERY: _behind_every,
    Tag.CARDINAL: _before_month,
    Tag.A: _before_month,
}
"""By the word before the day; each rule changes the tokens and returns the next index."""


def _each_month(tokens: list[Token], i: int) -> int:
    """Put "every 1st and 15th of the month" for "todos os dias 1 e 15", from "dias" on; the next index."""
    day = tokens[i]
    if day.tag is Tag.OFTEN:
        tokens[i] = replace(day, tag=Tag.EVERY)
        i += 1
    else:
        del tokens[i]
    j = _mark(tokens, i) + 1
    span = replace(day, start=tokens[j - 1].start, end=tokens[j - 1].end, number=0, many=False)
    month = [
        replace(span, tag=Tag.OF),
        replace(span, tag=Tag.THE),
        replace(span, tag=Tag.UNIT, key="month"),
    ]
    tokens[j:j] = month
    return j + 3


def _monthly(tokens: list[Token], i: int) -> bool:
    return token_at(tokens, i).tag in (Tag.FROM_OF_THE, Tag.FROM_OF) and any(
        t.tag is Tag.UNIT and t.key == "month" for t in tokens[i + 1 : i + 3]
    )


def _named(tokens: list[Token], i: int) -> bool:
    """Whether a month stands at `i`, or right after an "of" there."""
    return token_at(tokens, i + (token_at(tokens, i).tag in (Tag.FROM_OF, Tag.OF))).tag is Tag.MONTH


def _is_day(tokens: list[Token], i: int, *, word: bool) -> bool:
    token = token_at(tokens, i)
    fits = len(token.text) < 3 if token.tag is Tag.NUMBER else word and token.tag is Tag.CARDINAL
    return fits and 1 <= token.number <= 31 and token_at(tokens, i + 1).tag not in _NO_DAY


def _ordinal(token: Token) -> Token:
    return replace(token, tag=Tag.ORDINAL, key="figure")


def _mark(tokens: list[Token], i: int) -> int:
    """Make the figure at `i` a day, and those that are listed with it; the index of the last."""
    tokens[i] = _ordinal(tokens[i])
    while token_at(tokens, i + 1).tag in _LISTED and _is_day(tokens, i + 2, word=False):
        tokens[i + 2] = _ordinal(tokens[i + 2])
        i += 2
    return i


def _spaced_date(tokens: list[Token]) -> list[Token]:
    """The first date with spaces between its figures made one: "le 20 02", "le 20 2 2027"."""
    alone = all(token.tag in (Tag.NUMBER, Tag.ORDINAL) for token in tokens)
    for i in range(len(tokens)):
        opened = (i == 0 and alone) or token_at(tokens, i - 1).tag is Tag.THE
        if not opened or not _is_spaced(tokens, i):
            continue
        day, month, year = tokens[i], tokens[i + 1], token_at(tokens, i + 2)
        text = f"{day.text} {month.text}"
        if _is_spaced_year(tokens, i + 2):
            full = year.number + 2000 if year.number < 100 else year.number
            date = Token(
                Tag.DATE, day.start, year.end, text, number=full, second=day.number, third=month.number
            )
            return [*tokens[:i], date, *tokens[i + 3 :]]
        if year.tag in (*_DATE_ENDS, Tag.WORD):
            date = Token(Tag.SLASHED, day.start, month.end, text, number=day.number, second=month.number)
            return [*tokens[:i], date, *tokens[i + 2 :]]
    return tokens


def _is_spaced(tokens: list[Token], i: int) -> bool:
    """Whether a day and a month in figures stand at `i`, side by side."""
    day, month = tokens[i], token_at(tokens, i + 1)
    if day.text not in (f"{day.number}", f"{day.number:02}") or day.number > 31:
        return False
    return month.tag is Tag.NUMBER and len(month.text) <= 2 and 1 <= month.number <= 12


def _is_spaced_year(tokens: list[Token], i: int) -> bool:
    year = token_at(tokens, i)
    ends = token_at(tokens, i + 1).tag in _DATE_ENDS
    return year.tag is Tag.NUMBER and len(year.text) in (2, 4) and ends
