"""Word orders and turns of phrase of other languages, put as the grammar knows them.

Adjectives behind their noun ("semaine prochaine"), hours and minutes in words ("siete y media"), days of
the month behind an article ("el 12"), "every other" behind the day ("un vendredi sur deux").
"""

from dataclasses import replace

from core.scheduling.lexicons import Lexicon, Role
from core.scheduling.phrases.lexing.neither import neither
from core.scheduling.phrases.lexing.prepositions import plain
from core.scheduling.phrases.lexing.spoken import clocks, lengths, opened, part_of
from core.scheduling.phrases.lexing.token import FIGURES, Token, token_at

_DATES = (
    Role.NUMBER, Role.ORDINAL, Role.CARDINAL, Role.SLASHED, Role.DATE, Role.DOTTED, Role.NEXT, Role.LAST,
    Role.UNIT, Role.FROM_OF_THE,
)  # fmt: skip
"""What follows a weekday that is one day: "le mardi 12", "le mardi prochain"."""
_PERIODS = (Role.THE, Role.THIS, Role.NEXT, Role.UNIT)
"""Behind an "of", what a weekday is one day of: "le vendredi de la semaine prochaine"."""
_NO_DAY = (
    Role.UNIT, Role.QUANTITY_UNIT, Role.QUANTITY, Role.TIMES, Role.MINUTES, Role.OCLOCK, Role.MERIDIEM,
    Role.NEXT, Role.LAST, Role.COLON, Role.LABEL, Role.ELSEWHERE, Role.WEEKDAY, Role.CARDINAL, Role.ORDINAL,
)  # fmt: skip
"""What a figure that is no day of the month has behind it."""
_LISTED = (Role.COMMA, Role.AND, Role.OR, Role.DASH)


def reworded(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens in the order, and with the words, that the grammar knows."""
    if not lexicon.adjectives_behind:
        return tokens
    tokens = _single(neither(_dashed(tokens), lexicon))
    tokens = _alternating(tokens)
    tokens = _pointed(tokens)
    tokens = clocks(_firsts(lengths(tokens)), lexicon)
    tokens = _days(tokens)
    tokens = plain(tokens)
    return opened([part_of(token) for token in tokens])


def _dashed(tokens: list[Token]) -> list[Token]:
    """Dates with a dash, where no range can be meant: "el 15-10"."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        day, dash, month = tokens[i], token_at(tokens, i + 1), token_at(tokens, i + 2)
        opened = bool(out) and out[-1].role in (Role.THE, Role.WEEKDAY)
        pair = (
            day.role is month.role is Role.NUMBER
            and dash.role is Role.DASH
            and day.end == dash.start
            and dash.end == month.start
        )
        if opened and pair and day.number <= 31 and month.number <= 12 and day.number >= month.number:
            text = f"{day.text}-{month.text}"
            token = Token(Role.SLASHED, day.start, month.end, text, number=day.number, second=month.number)
            out.append(token)
            i += 3
            continue
        out.append(day)
        i += 1
    return out


def _single(tokens: list[Token]) -> list[Token]:
    """Weekdays of habit ("le mardi", "los martes") made one day where a date stands behind them."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        follows = token_at(tokens, i + 1)
        if token.role is Role.WEEKDAY and token.key == "habit":
            hours = token_at(tokens, i + 2).role in (Role.OCLOCK, Role.MERIDIEM, Role.MINUTES)
            before = token_at(tokens, i - 1).role
            dated = follows.role in _DATES and not hours and follows.key != "hour"
            dated = dated or (follows.role is Role.FROM_OF and token_at(tokens, i + 2).role in _PERIODS)
            one = dated or before in (Role.UNTIL, Role.BEFORE, Role.AFTER)
            out.append(replace(token, key="", many=not one))
        else:
            out.append(token)
    return out


def _alternating(tokens: list[Token]) -> list[Token]:
    """The words "every other" said behind the day, or by saying it twice: "sexta sim, sexta não"."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.role in (Role.WEEKDAY, Role.UNIT):
            end = i + 2 if token_at(tokens, i + 1).role is Role.ALTERNATE else _twice(tokens, i)
            if end is not None:
                if out and out[-1].role in (Role.A, Role.CARDINAL, Role.EVERY):
                    out.pop()
                span = replace(token, end=tokens[end - 1].end, many=False, key=token.key)
                out += [replace(span, role=Role.ALTERNATE, key=""), span]
                i = end
                continue
        out.append(token)
        i += 1
    return out


def _twice(tokens: list[Token], i: int) -> int | None:
    """The index behind "sexta sim, sexta não"; None when that is not what is said."""
    first = tokens[i]
    if token_at(tokens, i + 1).role is not Role.FREE:
        return None
    j = i + 2
    while j < i + 4 and token_at(tokens, j).role in (Role.COMMA, Role.AND, Role.DASH, Role.SLASH, Role.A):
        j += 1
    again = token_at(tokens, j)
    same = (again.role, again.number, again.key) == (first.role, first.number, first.key)
    return j + 2 if same and token_at(tokens, j + 1).role in (Role.NO, Role.NOT) else None


def _pointed(tokens: list[Token]) -> list[Token]:
    """What points ("this", "next", "last") put before what it points to: "viernes que viene"."""
    out = list(tokens)
    for i in range(len(out) - 1):
        noun, which = out[i], out[i + 1]
        ahead = token_at(out, i + 2)
        nearer = ahead.role in (Role.UNIT, Role.WEEKDAY) and ahead.start - which.end < 2
        if (
            noun.role in (Role.WEEKDAY, Role.UNIT, Role.MONTH)
            and which.role in (Role.NEXT, Role.LAST, Role.THIS)
            and token_at(out, i - 1).role not in (Role.NEXT, Role.THIS, Role.LAST)
            and not nearer
        ):
            counted = token_at(out, i - 1).role in FIGURES
            many = noun.many and counted
            out[i] = replace(which, start=noun.start)
            out[i + 1] = replace(noun, end=which.end, many=many)
    for i in range(len(out) - 2):
        count, which, noun = out[i : i + 3]
        if count.role not in FIGURES:
            continue
        counted = noun.many or (noun.key == "month" and count.number <= 12) or noun.role is Role.WEEKDAY
        if which.role is Role.NEXT and noun.role in (Role.UNIT, Role.WEEKDAY) and counted:
            out[i], out[i + 1] = replace(which, start=count.start), replace(count, end=which.end)
    for i in range(2, len(out)):
        several = out[i - 1].role in FIGURES and 1 < out[i - 1].number <= 12
        if several and out[i].role is Role.WEEKDAY and out[i - 2].role is Role.NEXT:
            out[i] = replace(out[i], many=True)
    return out


def _firsts(tokens: list[Token]) -> list[Token]:
    """The first two of something as the first and the second: "los dos primeros sábados de mayo"."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        first, second, noun = tokens[i], token_at(tokens, i + 1), token_at(tokens, i + 2)
        count, nth = (first, second) if first.role in FIGURES else (second, first)
        firsts = nth.role is Role.ORDINAL and nth.number == 1 and nth.key != "figure"
        if noun.role is Role.WEEKDAY and firsts and count.role in FIGURES and 2 <= count.number <= 4:
            for number in range(1, count.number + 1):
                out += [replace(nth, number=number), replace(nth, role=Role.AND, number=0)]
            out.pop()
            i += 2
            continue
        lasts = second.role is Role.LAST or firsts
        if noun.role is Role.UNIT and noun.many and lasts and first.role in FIGURES:
            out += [second, first]
            i += 2
            continue
        out.append(first)
        i += 1
    return out


def _days(tokens: list[Token]) -> list[Token]:
    """Figures that are days of the month by what stands before or behind them."""
    out = list(tokens)
    i = 0
    while i < len(out):
        token, follows = out[i], token_at(out, i + 1)
        often = token.role is Role.OFTEN and token.key == "day" and _is_day(out, i + 1, word=True)
        if often or (token.role is Role.UNIT and token.key == "day" and _is_day(out, i + 1, word=True)):
            before = token_at(out, i - 1).role
            if often or before is Role.EVERY:
                i = _each_month(out, i)
                continue
            if before not in (*FIGURES, Role.A, Role.IN):
                del out[i]
                _mark(out, i)
                continue
        elif token.role in (Role.THE, Role.FROM_OF_THE, Role.TO_AT_THE) and _is_day(out, i + 1, word=True):
            after_to = token.role is Role.TO_AT_THE and follows.role is Role.CARDINAL
            if not after_to or _named(out, i + 2):
                _mark(out, i + 1)
        elif token.role is Role.EVERY and follows.role in FIGURES and _monthly(out, i + 2):
            out[i + 1] = _ordinal(follows)
        elif token.role in (Role.CARDINAL, Role.A) and _named(out, i + 1) and 0 <= token.number <= 31:
            out[i] = replace(_ordinal(token), number=token.number or 1)
        i += 1
    return _spaced(out)


def _each_month(tokens: list[Token], i: int) -> int:
    """Put "every 1st and 15th of the month" for "todos os dias 1 e 15", from "dias" on; the next index."""
    day = tokens[i]
    if day.role is Role.OFTEN:
        tokens[i] = replace(day, role=Role.EVERY)
        i += 1
    else:
        del tokens[i]
    j = _mark(tokens, i) + 1
    span = replace(day, start=tokens[j - 1].start, end=tokens[j - 1].end, number=0, many=False)
    month = [
        replace(span, role=Role.OF),
        replace(span, role=Role.THE),
        replace(span, role=Role.UNIT, key="month"),
    ]
    tokens[j:j] = month
    return j + 3


def _monthly(tokens: list[Token], i: int) -> bool:
    return token_at(tokens, i).role in (Role.FROM_OF_THE, Role.FROM_OF) and any(
        t.role is Role.UNIT and t.key == "month" for t in tokens[i + 1 : i + 3]
    )


def _named(tokens: list[Token], i: int) -> bool:
    """Whether a month stands at `i`, or right behind an "of" there."""
    return token_at(tokens, i + (token_at(tokens, i).role in (Role.FROM_OF, Role.OF))).role is Role.MONTH


def _is_day(tokens: list[Token], i: int, *, word: bool) -> bool:
    token = token_at(tokens, i)
    fits = len(token.text) < 3 if token.role is Role.NUMBER else word and token.role is Role.CARDINAL
    return fits and 1 <= token.number <= 31 and token_at(tokens, i + 1).role not in _NO_DAY


def _ordinal(token: Token) -> Token:
    return replace(token, role=Role.ORDINAL, key="figure")


def _mark(tokens: list[Token], i: int) -> int:
    """Make the figure at `i` a day, and those that are listed with it; the index of the last."""
    tokens[i] = _ordinal(tokens[i])
    while token_at(tokens, i + 1).role in _LISTED and _is_day(tokens, i + 2, word=False):
        tokens[i + 2] = _ordinal(tokens[i + 2])
        i += 2
    return i


def _spaced(tokens: list[Token]) -> list[Token]:
    """Dates with spaces between their figures: "le 20 02", "le 20 2 2027"."""
    figures = [token for token in tokens if token.role in (Role.NUMBER, Role.ORDINAL)]
    for i, token in enumerate(tokens):
        alone = i == 0 and len(figures) == len(tokens)
        if not (alone or token_at(tokens, i - 1).role is Role.THE) or token.text not in (
            f"{token.number}",
            f"{token.number:02}",
        ):
            continue
        month, year, behind = token_at(tokens, i + 1), token_at(tokens, i + 2), token_at(tokens, i + 3)
        if (
            month.role is not Role.NUMBER
            or len(month.text) > 2
            or not (1 <= month.number <= 12 and token.number <= 31)
        ):
            continue
        text = f"{token.text} {month.text}"
        if (
            year.role is Role.NUMBER
            and len(year.text) in (2, 4)
            and behind.role in (Role.END, Role.FREE, Role.BUSY)
        ):
            full = year.number + 2000 if year.number < 100 else year.number
            date = Token(
                Role.DATE, token.start, year.end, text, number=full, second=token.number, third=month.number
            )
            return [*tokens[:i], date, *tokens[i + 3 :]]
        if year.role in (Role.END, Role.FREE, Role.BUSY, Role.WORD):
            date = Token(Role.SLASHED, token.start, month.end, text, number=token.number, second=month.number)
            return [*tokens[:i], date, *tokens[i + 2 :]]
    return tokens
