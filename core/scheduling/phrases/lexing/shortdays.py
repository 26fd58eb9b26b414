"""Weekdays in one or two letters, told from the words that they look like: "Tu/Th", "M-F", "busy Sa"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.scheduling.lexicons import Lexicon, Role
from core.scheduling.phrases.lexing.token import Token, token_at

_LISTING = (Role.COMMA, Role.AND, Role.OR, Role.NOR)
_RANGING = (Role.TO, Role.TO_AT, Role.UNTIL)
_TIGHT = (Role.SLASH, Role.DASH)
_OPENING = {
    Role.BUSY, Role.FREE, Role.MAYBE, Role.NO, Role.NOT, Role.EVERY, Role.ANY, Role.ALTERNATE, Role.ON,
    Role.NEXT,
}  # fmt: skip
"""Before a day that stands alone."""
_JUDGING = {Role.FREE, Role.BUSY, Role.MAYBE, Role.NO, Role.NOT, Role.WORK, Role.OFF}
_CLOSING = {
    Role.END, Role.STOP, Role.SEMICOLON, Role.CLOSE, Role.OPEN, Role.QUESTION_MARK, Role.PART, Role.CLOCK,
    Role.NUMBER, Role.FROM, Role.AFTER, Role.BEFORE, Role.BUT, Role.EXCEPT, *_LISTING, *_TIGHT, *_RANGING,
}  # fmt: skip
"""Behind a day; what else stands behind an "our" or a "the" does not."""
_HOURLY = (Role.FROM_OF, Role.FROM_OF_THE, Role.FROM_OF_HOUR)
"""What may stand between a day and its hours: "6a das 9h às 18h"."""
_DATING = {Role.NUMBER, Role.DASH, Role.TO, Role.AND, Role.COMMA, Role.OF, Role.SLASH}
_REACH = 6


@dataclass(frozen=True, slots=True)
class ShortDays:
    """The short names of a language."""

    days: Mapping[str, frozenset[int]]
    """Name to weekday; a letter that two weekdays begin with has both."""
    shy: frozenset[str]
    """Names that are other words too."""
    lone_letters: bool
    """Single letters are words of their own in the language, as in "d'accord"."""


def short_days_of(lexicon: Lexicon) -> ShortDays:
    """What a lexicon says of them."""
    days: dict[str, frozenset[int]] = {}
    for number, words in enumerate(lexicon.short_days):
        for word in filter(None, words.split("|")):
            days[word] = days.get(word, frozenset()) | {number}
    return ShortDays(days, lexicon.shy & days.keys(), lone_letters=lexicon.elides)


def with_short_days(tokens: list[Token], short: ShortDays) -> list[Token]:
    """The tokens with the short names that must be weekdays made weekdays."""
    if not any(token.text in short.days or token.text[1:2] == "/" for token in tokens):
        return tokens
    tokens = _apart(tokens, short)
    out = list(tokens)
    i = 0
    while i < len(tokens):
        run = _run(tokens, i, short)
        for at in run:
            if tokens[at].role is not Role.WEEKDAY and _is_day(tokens, at, run, short):
                out[at] = _day(tokens[at], short)
        i = run[-1] + 1 if run else i + 1
    return out


def _day(token: Token, short: ShortDays) -> Token:
    """The weekday; "s" may be two, so that it has to be asked."""
    days = short.days[token.text]
    if len(days) > 1:
        return replace(token, role=Role.UNSUPPORTED, key="")
    return replace(token, role=Role.WEEKDAY, number=min(days), key="", many=False, shy=False)


def _apart(tokens: list[Token], short: ShortDays) -> list[Token]:
    """Two letters with a slash, taken for one word so far, made two where they go on as a list of days."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        first, slash, last = token.text[:1], token.text[1:2], token.text[2:]
        days = slash == "/" and first in short.days and last in short.days
        follows = token_at(tokens, i + 1)
        listed = follows.role in (*_LISTING, *_TIGHT) and _looks(tokens, i + 2, short)
        evenings = follows.role is Role.PART and follows.many
        if days and (listed or evenings or token_at(tokens, i - 1).role is Role.EVERY):
            middle = token.start + 1
            out += [
                replace(token, end=middle, text=first),
                replace(token, start=middle, end=middle + 1, text="/", role=Role.SLASH),
                replace(token, start=middle + 1, text=last),
            ]
        else:
            out.append(token)
    return out


def _looks(tokens: list[Token], i: int, short: ShortDays) -> bool:
    """Whether a day stands at `i`, or a word that may be one."""
    token = token_at(tokens, i)
    return token.role is Role.WEEKDAY or token.text in short.days


def _run(tokens: list[Token], i: int, short: ShortDays) -> list[int]:
    """The places of what may be days, side by side from `i` on."""
    run: list[int] = []
    while _looks(tokens, i, short):
        run.append(i)
        i += 1
        joins = 0
        while joins < 2 and token_at(tokens, i + joins).role in (*_LISTING, *_TIGHT, *_RANGING):
            joins += 1
        if joins and _looks(tokens, i + joins, short):
            i += joins
    return run


def _is_day(tokens: list[Token], at: int, run: list[int], short: ShortDays) -> bool:
    """Whether a short name is a day, by what stands beside it."""
    token = tokens[at]
    if token.role is Role.ORDINAL and _counts(tokens, run):
        return False
    if _is_tight(tokens, at, run):
        return True
    if token_at(tokens, run[0] - 1).role in (Role.AT, Role.IN):
        return False  # "at th mo"
    if len(token.text) == 1:
        return _is_letter(tokens, at, run, short)
    if token.role is Role.THE and _is_article(tokens, at, run):
        return False
    if token.text in short.shy:
        return _is_listed(tokens, at, run, short)
    return _is_closed(tokens, at, run)


def _is_closed(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether what stands behind a name suits a day: "Mo and Tu work", "busy Sa.", "Sa 8pm"."""
    follows = token_at(tokens, at + 1).role
    closed = follows in _CLOSING or follows in _HOURLY or at + 1 in run
    if len(run) > 1:
        return closed or follows in _JUDGING
    if token_at(tokens, at - 1).role in _OPENING:
        return closed or follows in (Role.ORDINAL, Role.SLASHED, Role.DOTTED, *_JUDGING)
    return at == 0 and follows in (Role.CLOCK, Role.PART)


def _is_tight(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether a slash or a hyphen, without spaces, joins it to another day: "Tu/Th", "Mo-Fr"."""
    for mark, other in ((at - 1, at - 2), (at + 1, at + 2)):
        joint = token_at(tokens, mark)
        glued = (
            joint.start == token_at(tokens, mark - 1).end and token_at(tokens, mark + 1).start == joint.end
        )
        if other in run and joint.role in _TIGHT and (glued or joint.role is Role.SLASH):
            return True
    return False


def _is_letter(tokens: list[Token], at: int, run: list[int], short: ShortDays) -> bool:
    """Whether a letter is a day that a comma or an "and" joins to others: "T, Th", "M, W and F evenings"."""
    if short.lone_letters or len(run) < 2 or any(tokens[i].text not in short.days for i in run):
        return False
    follows = token_at(tokens, run[-1] + 1)
    evenings = follows.role is Role.PART and follows.many
    return any(
        other in run and token_at(tokens, mark).role in _LISTING and (evenings or len(tokens[other].text) > 1)
        for mark, other in ((at - 1, at - 2), (at + 1, at + 2))
    )


def _is_article(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether "th" is rather a "the": "th 5 Dec", "on th Friday", "th evening of the 5th"."""
    follows = token_at(tokens, at + 1)
    if at == run[0] and (follows.role is Role.WEEKDAY or _is_dated(tokens, at + 1)):
        return True
    if len(run) > 1:
        return _is_dated(tokens, at + 1)
    hours = any(token.role in (Role.CLOCK, Role.MERIDIEM) for token in tokens[at + 2 : at + 4])
    whose = token_at(tokens, at + 2).role is Role.OF
    return (follows.role is Role.NUMBER and not hours) or (follows.role is Role.PART and whose)


def _is_listed(tokens: list[Token], at: int, run: list[int], short: ShortDays) -> bool:
    """Whether a name that is another word too is a day of a list: "Mo, We and Fr", but not "Fri, we can"."""
    follows = token_at(tokens, at + 1).role
    goes_on = _goes_on(tokens, at, run, short)
    if len(run) < 2 or not (goes_on or _goes_before(tokens, at, run)):
        return False
    if follows in _JUDGING:
        return _ends_list(tokens, at, run) and all(tokens[i].text in short.days for i in run)
    spaced = at - 1 in run  # "el viernes vi a mi madre"
    return goes_on or (follows in _CLOSING - {*_RANGING} and not spaced)


def _goes_on(tokens: list[Token], at: int, run: list[int], short: ShortDays) -> bool:
    """Whether another day follows, at once or behind a sign that joins them."""
    if at + 1 in run:
        return True
    joined = token_at(tokens, at + 1).role in (*_LISTING, *_TIGHT)
    return at + 2 in run and (joined or tokens[at + 2].text not in short.shy)


def _goes_before(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether another day is right before, or behind a sign that joins them."""
    joined = token_at(tokens, at - 1).role in (*_LISTING, *_RANGING, *_TIGHT)
    return at != run[0] and (at - 1 in run or joined)


def _ends_list(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether the last day of a list stands at `at`: "Mo and We work", but not "Mo, we can"."""
    joined = token_at(tokens, at - 1).role in (*_LISTING[1:], *_RANGING)
    return joined or (at - 1 in run and len(run) > 2)


def _counts(tokens: list[Token], run: list[int]) -> bool:
    """Whether an ordinal counts something: "a 2a e a 4a sexta do mês", but "2a e 4a"."""
    last = max(i for i in run if tokens[i].role is Role.ORDINAL)
    follows = token_at(tokens, last + 1).role
    if follows in _HOURLY:
        return token_at(tokens, last + 2).role not in (Role.NUMBER, Role.CLOCK)
    return follows not in _CLOSING | _JUDGING


def _is_dated(tokens: list[Token], i: int) -> bool:
    """Whether figures at `i` are days of a month that is named behind them, or ordinals."""
    for token in tokens[i : i + _REACH]:
        if token.role in (Role.ORDINAL, Role.MONTH):
            return True
        if token.role not in _DATING:
            return False
    return False
