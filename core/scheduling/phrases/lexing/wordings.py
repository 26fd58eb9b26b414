"""Word orders and phrases of other languages, in the form that the grammar knows.

Adjectives after their noun ("semaine prochaine"), "every other" after the day ("un vendredi sur deux"),
and phrases with files of their own: times in words ("siete y media"), days of the month ("el 12").
"""

from dataclasses import replace

from core.scheduling.lexicons import Lexicon, Tag
from core.scheduling.phrases.lexing.monthdays import dashed_dates, days_of_month
from core.scheduling.phrases.lexing.neither import neither
from core.scheduling.phrases.lexing.prepositions import plain
from core.scheduling.phrases.lexing.spoken import clocks, lengths, opened, part_of
from core.scheduling.phrases.lexing.token import FIGURES, Token, token_at

_DATES = (
    Tag.NUMBER, Tag.ORDINAL, Tag.CARDINAL, Tag.SLASHED, Tag.DATE, Tag.DOTTED, Tag.NEXT, Tag.LAST,
    Tag.UNIT, Tag.FROM_OF_THE,
)  # fmt: skip
"""Tags after a weekday that is one day: "le mardi 12", "le mardi prochain"."""
_PERIODS = (Tag.THE, Tag.THIS, Tag.NEXT, Tag.UNIT)
"""Tags after an "of" that make a weekday one day: "le vendredi de la semaine prochaine"."""
_POINTING = (Tag.NEXT, Tag.LAST, Tag.THIS)
_NOUNS = (Tag.WEEKDAY, Tag.UNIT, Tag.MONTH)


def reworded(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens in the order, and with the words, that the grammar knows."""
    if not lexicon.adjectives_behind:
        return tokens
    tokens = _single(neither(dashed_dates(tokens), lexicon))
    tokens = _alternating(tokens)
    tokens = _pointed(tokens)
    tokens = clocks(_firsts(lengths(tokens)), lexicon)
    tokens = days_of_month(tokens)
    tokens = plain(tokens)
    return opened([part_of(token) for token in tokens])


def _single(tokens: list[Token]) -> list[Token]:
    """Weekdays of habit ("le mardi", "los martes") made one day where a date stands after them."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        follows = token_at(tokens, i + 1)
        if token.tag is Tag.WEEKDAY and token.key == "habit":
            hours = token_at(tokens, i + 2).tag in (Tag.OCLOCK, Tag.MERIDIEM, Tag.MINUTES)
            before = token_at(tokens, i - 1).tag
            dated = follows.tag in _DATES and not hours and follows.key != "hour"
            dated = dated or (follows.tag is Tag.FROM_OF and token_at(tokens, i + 2).tag in _PERIODS)
            one = dated or before in (Tag.UNTIL, Tag.BEFORE, Tag.AFTER)
            out.append(replace(token, key="", many=not one))
        else:
            out.append(token)
    return out


def _alternating(tokens: list[Token]) -> list[Token]:
    """The words "every other" after the day, or the day named twice: "sexta sim, sexta não"."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.tag in (Tag.WEEKDAY, Tag.UNIT):
            end = i + 2 if token_at(tokens, i + 1).tag is Tag.ALTERNATE else _twice(tokens, i)
            if end is not None:
                if out and out[-1].tag in (Tag.A, Tag.CARDINAL, Tag.EVERY):
                    out.pop()
                span = replace(token, end=tokens[end - 1].end, many=False, key=token.key)
                out += [replace(span, tag=Tag.ALTERNATE, key=""), span]
                i = end
                continue
        out.append(token)
        i += 1
    return out


def _twice(tokens: list[Token], i: int) -> int | None:
    """The index after "sexta sim, sexta não"; None if that is not there."""
    first = tokens[i]
    if token_at(tokens, i + 1).tag is not Tag.FREE:
        return None
    j = i + 2
    while j < i + 4 and token_at(tokens, j).tag in (
        Tag.COMMA,
        Tag.AND,
        Tag.DASH,
        Tag.SLASH,
        Tag.A,
    ):
        j += 1
    again = token_at(tokens, j)
    same = (again.tag, again.number, again.key) == (first.tag, first.number, first.key)
    return j + 2 if same and token_at(tokens, j + 1).tag in (Tag.NO, Tag.NOT) else None


def _pointed(tokens: list[Token]) -> list[Token]:
    """The words "this", "next" and "last" put before their noun: "viernes que viene"."""
    out = list(tokens)
    for i in range(len(out) - 1):
        if _points_back(out, i):
            noun, which = out[i], out[i + 1]
            counted = token_at(out, i - 1).tag in FIGURES
            out[i] = replace(which, start=noun.start)
            out[i + 1] = replace(noun, end=which.end, many=noun.many and counted)
    for i in range(len(out) - 2):
        if _counts_before_next(out, i):
            count, which = out[i], out[i + 1]
            out[i], out[i + 1] = replace(which, start=count.start), replace(count, end=which.end)
    for i in range(len(out) - 2):
        if _next_several(out, i):
            out[i + 2] = replace(out[i + 2], many=True)
    return out


def _points_back(tokens: list[Token], i: int) -> bool:
    """Whether the word after the noun at `i` points to it, and not to the next noun."""
    noun, which, ahead = tokens[i], tokens[i + 1], token_at(tokens, i + 2)
    if noun.tag not in _NOUNS or which.tag not in _POINTING:
        return False
    nearer = ahead.tag in (Tag.UNIT, Tag.WEEKDAY) and ahead.start - which.end < 2
    return not nearer and token_at(tokens, i - 1).tag not in _POINTING


def _counts_before_next(tokens: list[Token], i: int) -> bool:
    """Whether a count stands before its "next" at `i`: "las 2 próximas semanas"."""
    count, which, noun = tokens[i : i + 3]
    if count.tag not in FIGURES or which.tag is not Tag.NEXT:
        return False
    if noun.tag is Tag.WEEKDAY:
        return True
    return noun.tag is Tag.UNIT and (noun.many or (noun.key == "month" and count.number <= 12))


def _next_several(tokens: list[Token], i: int) -> bool:
    """Whether "next", a count and a weekday stand at `i`: "les prochains 3 lundis"."""
    which, count, noun = tokens[i : i + 3]
    several = count.tag in FIGURES and 1 < count.number <= 12
    return which.tag is Tag.NEXT and several and noun.tag is Tag.WEEKDAY


def _firsts(tokens: list[Token]) -> list[Token]:
    """The tokens with a count before or after "first" or "last" put as the grammar knows it."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        found = _first_weekdays(tokens, i) or _count_behind(tokens, i)
        out += found or [tokens[i]]
        i += 2 if found else 1
    return out


def _first_weekdays(tokens: list[Token], i: int) -> list[Token]:
    """The first two weekdays as the first and the second: "los dos primeros sábados de mayo"."""
    first, second, noun = tokens[i], token_at(tokens, i + 1), token_at(tokens, i + 2)
    count, nth = (first, second) if first.tag in FIGURES else (second, first)
    if noun.tag is not Tag.WEEKDAY or not _is_first(nth):
        return []
    if count.tag not in FIGURES or not 2 <= count.number <= 4:
        return []
    found: list[Token] = []
    for number in range(1, count.number + 1):
        found += [replace(nth, number=number), replace(nth, tag=Tag.AND, number=0)]
    return found[:-1]


def _count_behind(tokens: list[Token], i: int) -> list[Token]:
    """A count put after "first" or "last", before a unit: "las 2 últimas semanas"."""
    count, which, noun = tokens[i], token_at(tokens, i + 1), token_at(tokens, i + 2)
    if count.tag not in FIGURES or noun.tag is not Tag.UNIT or not noun.many:
        return []
    return [which, count] if which.tag is Tag.LAST or _is_first(which) else []


def _is_first(token: Token) -> bool:
    return token.tag is Tag.ORDINAL and token.number == 1 and token.key != "figure"
