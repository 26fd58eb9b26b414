"""Word orders and turns of phrase of other languages, put as the grammar knows them.

Adjectives behind their noun ("semaine prochaine"), hours and minutes in words ("siete y media"), days of
the month behind an article ("el 12"), "every other" behind the day ("un vendredi sur deux").
"""

from dataclasses import replace

from core.scheduling.lexicons import Lexicon, Role
from core.scheduling.phrases.prepositions import plain
from core.scheduling.phrases.token import Token

_FIGURES = (Role.NUMBER, Role.CARDINAL)
_DATES = (
    Role.NUMBER, Role.ORDINAL, Role.CARDINAL, Role.SLASHED, Role.DATE, Role.DOTTED, Role.NEXT, Role.LAST,
    Role.UNIT, Role.FROM_OF_THE,
)  # fmt: skip
"""What follows a weekday that is one day: "le mardi 12", "le mardi prochain"."""
_NO_DAY = (
    Role.UNIT, Role.QUANTITY_UNIT, Role.QUANTITY, Role.TIMES, Role.MINUTES, Role.OCLOCK, Role.MERIDIEM,
    Role.NEXT, Role.LAST, Role.COLON, Role.LABEL, Role.ELSEWHERE, Role.WEEKDAY, Role.CARDINAL, Role.ORDINAL,
)  # fmt: skip
"""What a figure that is no day of the month has behind it."""
_LISTED = (Role.COMMA, Role.AND, Role.OR, Role.DASH)
_THINGS = (Role.WORD, Role.LABEL, Role.ELSEWHERE, Role.WORK, Role.BUSY, Role.NOISE)
_LONG = (Role.FOR, Role.IN, Role.EVERY)
"""Before a length: "pendant 2 heures"."""
_EDGE = Token(Role.END, 0, 0, "")


def reworded(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens in the order, and with the words, that the grammar knows."""
    if not lexicon.adjectives_behind:
        return tokens
    tokens = _single(tokens)
    tokens = _alternating(tokens)
    tokens = _pointed(tokens)
    tokens = _clocks(_firsts(_lengths(tokens)), lexicon)
    tokens = _days(tokens)
    tokens = plain(tokens)
    return _opened([_part(token) for token in tokens])


def _at(tokens: list[Token], i: int) -> Token:
    return tokens[i] if 0 <= i < len(tokens) else _EDGE


def _single(tokens: list[Token]) -> list[Token]:
    """Weekdays of habit ("le mardi", "los martes") made one day where a date stands behind them."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        follows = _at(tokens, i + 1)
        if token.role is Role.WEEKDAY and token.key == "habit":
            hours = _at(tokens, i + 2).role in (Role.OCLOCK, Role.MERIDIEM, Role.MINUTES)
            before = _at(tokens, i - 1).role
            dated = follows.role in _DATES and not hours and follows.key != "hour"
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
            end = i + 2 if _at(tokens, i + 1).role is Role.ALTERNATE else _twice(tokens, i)
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
    if _at(tokens, i + 1).role is not Role.FREE:
        return None
    j = i + 2
    while j < i + 4 and _at(tokens, j).role in (Role.COMMA, Role.AND, Role.DASH, Role.SLASH, Role.A):
        j += 1
    again = _at(tokens, j)
    same = (again.role, again.number, again.key) == (first.role, first.number, first.key)
    return j + 2 if same and _at(tokens, j + 1).role in (Role.NO, Role.NOT) else None


def _pointed(tokens: list[Token]) -> list[Token]:
    """What points ("this", "next", "last") put before what it points to: "viernes que viene"."""
    out = list(tokens)
    for i in range(len(out) - 1):
        noun, which = out[i], out[i + 1]
        ahead = _at(out, i + 2)
        nearer = ahead.role in (Role.UNIT, Role.WEEKDAY) and ahead.start - which.end < 2
        if (
            noun.role in (Role.WEEKDAY, Role.UNIT, Role.MONTH)
            and which.role in (Role.NEXT, Role.LAST, Role.THIS)
            and _at(out, i - 1).role not in (Role.NEXT, Role.THIS, Role.LAST)
            and not nearer
        ):
            counted = _at(out, i - 1).role in _FIGURES
            many = noun.many and counted
            out[i] = replace(which, start=noun.start)
            out[i + 1] = replace(noun, end=which.end, many=many)
    for i in range(len(out) - 2):
        count, which, noun = out[i : i + 3]
        if count.role not in _FIGURES:
            continue
        counted = noun.many or (noun.key == "month" and count.number <= 12)
        if which.role is Role.NEXT and noun.role is Role.UNIT and counted:
            out[i], out[i + 1] = replace(which, start=count.start), replace(count, end=which.end)
    return out


def _firsts(tokens: list[Token]) -> list[Token]:
    """The first two of something as the first and the second: "los dos primeros sábados de mayo"."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        first, second, noun = tokens[i], _at(tokens, i + 1), _at(tokens, i + 2)
        count, nth = (first, second) if first.role in _FIGURES else (second, first)
        firsts = nth.role is Role.ORDINAL and nth.number == 1 and nth.key != "figure"
        if noun.role is Role.WEEKDAY and firsts and count.role in _FIGURES and 2 <= count.number <= 4:
            for number in range(1, count.number + 1):
                out += [replace(nth, number=number), replace(nth, role=Role.AND, number=0)]
            out.pop()
            i += 2
            continue
        out.append(first)
        i += 1
    return out


def _lengths(tokens: list[Token]) -> list[Token]:
    """Hours of something are no time of day: "2h de répète", "3 horas de ensayo"."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        j = i + 1 + (token.role in _FIGURES)
        hours = (token.role is Role.CLOCK and token.key == "said" and not token.second) or (
            token.role in _FIGURES
            and _at(tokens, i + 1).role is Role.UNIT
            and _at(tokens, i + 1).key == "hour"
        )
        if hours and _at(tokens, j).role is Role.FROM_OF and _at(tokens, j + 1).role in _THINGS:
            out[i:j] = [replace(t, role=Role.NOISE) for t in tokens[i:j]]
    return out


# hours


def half_of(key: str, hour: int) -> tuple[int, str]:
    """The hour, and which half of the day it is in, when a part of the day is said with it."""
    if hour > 12:
        return hour, "24"
    if key == "morning":
        return (12, "24") if hour == 12 else (hour, "am")
    if key == "night":
        if hour == 12:
            return 0, "24"
        return hour, "pm" if hour > 5 else "am"
    return hour, key if key in ("am", "pm") else "pm"


def _clocks(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Hours and what is said with them made clock times: "siete y media de la tarde", "20 heures 30"."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        found = _to_hour(tokens, i) or _clock(tokens, i, lexicon)
        if found is None:
            out.append(tokens[i])
            i += 1
        else:
            token, i = found
            out.append(token)
    return out


def _to_hour(tokens: list[Token], i: int) -> tuple[Token, int] | None:
    """Minutes before an hour: "dez para as oito"."""
    token, hour = tokens[i], _at(tokens, i + 2)
    if token.role not in _FIGURES or _at(tokens, i + 1).role is not Role.TO_HOUR or token.number > 29:
        return None
    if hour.role is Role.CLOCK_WORD:
        value, key = int(hour.key[:2]), "24"
    elif hour.role in _FIGURES and 1 <= hour.number <= 24:
        value, key = hour.number, "24" if hour.number > 12 else "spoken"
    else:
        return None
    j = i + 3
    if _at(tokens, j).role is Role.MERIDIEM:
        value, key = half_of(tokens[j].key, value)
        j += 1
    return _face(tokens, i, j, value - 1 or 12, 60 - token.number, key), j


def _clock(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Token, int] | None:
    token = tokens[i]
    hour, minute, key = token.number, 0, ""
    if token.role is Role.CLOCK:
        minute, key = token.second, token.key
    elif token.role is Role.CLOCK_WORD:
        hour, key = int(token.key[:2]), "24"
    elif token.role not in _FIGURES or hour > 24 or (token.role is Role.NUMBER and len(token.text) > 2):
        return None
    j = i + 1
    unit = _at(tokens, j)
    long = _at(tokens, i - 1).role in _LONG or _at(tokens, j + 1).role in (Role.FROM_NOW, Role.AGO)
    tells = unit.role is Role.OCLOCK or (unit.role is Role.UNIT and unit.key == "hour" and not long)
    if tells and token.role in _FIGURES:
        j, key = j + 1, "24" if hour > 12 else "said" if lexicon.hours_24 else ""
    said = _at(tokens, j)
    if said.role is Role.MINUTES and not minute:
        minute, j = said.number, j + 1
    elif j > i + 1 or (token.role is Role.CLOCK_WORD and said.role is Role.CARDINAL):
        after = _at(tokens, j + 1).role
        figure = said.role is Role.CARDINAL or (said.role is Role.NUMBER and len(said.text) == 2)
        if figure and 5 <= said.number <= 59 and after not in (Role.MONTH, Role.FROM_OF, Role.UNIT):
            minute, j = said.number, j + 1
    half = _at(tokens, j)
    if half.role is Role.MERIDIEM:
        hour, key = half_of(half.key, hour)
        j += 1
    if j == i + 1:
        return None
    if minute < 0:
        hour, minute = hour - 1 or 12, 60 + minute
    return _face(tokens, i, j, hour, minute, key or ("24" if hour > 12 or hour == 0 else "spoken")), j


def _face(tokens: list[Token], i: int, j: int, hour: int, minute: int, key: str) -> Token:
    start, end = tokens[i].start, tokens[j - 1].end
    text = " ".join(token.text for token in tokens[i:j])
    return Token(Role.CLOCK, start, end, text, number=hour, second=minute, key=key)


def _part(token: Token) -> Token:
    """A part of the day that no hour was said with: "el lunes de la tarde"."""
    if token.role is Role.MERIDIEM and token.key not in ("am", "pm"):
        return replace(token, role=Role.PART)
    return token


def _opened(tokens: list[Token]) -> list[Token]:
    """The first hour of a range whose end says its half of the day: "de 7h à 9h du soir"."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        if token.role is not Role.CLOCK or token.key != "said":
            continue
        j = i + 1 + (_at(tokens, i + 2).role in (Role.AT, Role.THE))
        last = _at(tokens, j + 1)
        ranged = _at(tokens, i + 1).role in (Role.TO, Role.DASH, Role.UNTIL)
        if ranged and last.role is Role.CLOCK and last.key == "pm":
            out[i] = replace(token, key="spoken")
    return out


# days of the month


def _days(tokens: list[Token]) -> list[Token]:
    """Figures that are days of the month by what stands before or behind them."""
    out = list(tokens)
    i = 0
    while i < len(out):
        token, follows = out[i], _at(out, i + 1)
        if token.role is Role.UNIT and token.key == "day" and _is_day(out, i + 1, word=True):
            before = _at(out, i - 1).role
            if before is Role.EVERY or (token.many and before is Role.ALL):
                month = replace(token, role=Role.UNIT, key="month", many=False)
                out[i : i + 2] = [
                    _ordinal(follows),
                    replace(token, role=Role.OF),
                    replace(token, role=Role.THE),
                    month,
                ]
                i += 4
                continue
            if before not in (*_FIGURES, Role.A, Role.IN):
                del out[i]
                _mark(out, i)
                continue
        elif token.role in (Role.THE, Role.FROM_OF_THE, Role.TO_AT_THE) and _is_day(out, i + 1, word=True):
            after_to = token.role is Role.TO_AT_THE and follows.role is Role.CARDINAL
            if not after_to or _named(out, i + 2):
                _mark(out, i + 1)
        elif token.role is Role.EVERY and follows.role in _FIGURES and _monthly(out, i + 2):
            out[i + 1] = _ordinal(follows)
        elif token.role in (Role.CARDINAL, Role.A) and _named(out, i + 1) and 0 <= token.number <= 31:
            out[i] = replace(_ordinal(token), number=token.number or 1)
        i += 1
    return _spaced(out)


def _monthly(tokens: list[Token], i: int) -> bool:
    return _at(tokens, i).role in (Role.FROM_OF_THE, Role.FROM_OF) and any(
        t.role is Role.UNIT and t.key == "month" for t in tokens[i + 1 : i + 3]
    )


def _named(tokens: list[Token], i: int) -> bool:
    """Whether a month stands at `i`, or right behind an "of" there."""
    return _at(tokens, i + (_at(tokens, i).role in (Role.FROM_OF, Role.OF))).role is Role.MONTH


def _is_day(tokens: list[Token], i: int, *, word: bool) -> bool:
    token = _at(tokens, i)
    fits = len(token.text) < 3 if token.role is Role.NUMBER else word and token.role is Role.CARDINAL
    return fits and 1 <= token.number <= 31 and _at(tokens, i + 1).role not in _NO_DAY


def _ordinal(token: Token) -> Token:
    return replace(token, role=Role.ORDINAL, key="figure")


def _mark(tokens: list[Token], i: int) -> None:
    """Make the figure at `i` a day, and those that are listed with it."""
    tokens[i] = _ordinal(tokens[i])
    while _at(tokens, i + 1).role in _LISTED and _is_day(tokens, i + 2, word=False):
        tokens[i + 2] = _ordinal(tokens[i + 2])
        i += 2


def _spaced(tokens: list[Token]) -> list[Token]:
    """Dates with spaces between their figures: "le 20 02", "le 20 2 2027"."""
    figures = [token for token in tokens if token.role in (Role.NUMBER, Role.ORDINAL)]
    for i, token in enumerate(tokens):
        alone = i == 0 and len(figures) == len(tokens)
        if not (alone or _at(tokens, i - 1).role is Role.THE) or token.text not in (
            f"{token.number}",
            f"{token.number:02}",
        ):
            continue
        month, year, behind = _at(tokens, i + 1), _at(tokens, i + 2), _at(tokens, i + 3)
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
