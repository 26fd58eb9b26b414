"""Weekdays in one or two letters, told from the words that they look like: "Tu/Th", "M-F", "busy Sa"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.scheduling.lexicons import Lexicon, Tag
from core.scheduling.phrases.lexing.token import Token, token_at

_LISTING = (Tag.COMMA, Tag.AND, Tag.OR, Tag.NOR)
_RANGING = (Tag.TO, Tag.TO_AT, Tag.UNTIL)
_TIGHT = (Tag.SLASH, Tag.DASH)
_OPENING = {
    Tag.BUSY, Tag.FREE, Tag.MAYBE, Tag.NO, Tag.NOT, Tag.EVERY, Tag.ANY, Tag.ALTERNATE, Tag.ON,
    Tag.NEXT,
}  # fmt: skip
"""Tags before a day that stands alone."""
_JUDGING = {
    Tag.FREE,
    Tag.BUSY,
    Tag.MAYBE,
    Tag.NO,
    Tag.NOT,
    Tag.WORK,
    Tag.OFF,
}
_CLOSING = {
    Tag.END, Tag.STOP, Tag.SEMICOLON, Tag.CLOSE, Tag.OPEN, Tag.QUESTION_MARK, Tag.PART, Tag.CLOCK,
    Tag.NUMBER, Tag.FROM, Tag.AFTER, Tag.BEFORE, Tag.BUT, Tag.EXCEPT, *_LISTING, *_TIGHT, *_RANGING,
}  # fmt: skip
"""Tags after a day; the nouns after an "our" or a "the" are not among them."""
_HOURLY = (Tag.FROM_OF, Tag.FROM_OF_THE, Tag.FROM_OF_HOUR)
"""Tags that may stand between a day and its hours: "6a das 9h às 18h"."""
_DATING = {
    Tag.NUMBER,
    Tag.DASH,
    Tag.TO,
    Tag.AND,
    Tag.COMMA,
    Tag.OF,
    Tag.SLASH,
}
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
    """The short names in a lexicon."""
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
            if tokens[at].tag is not Tag.WEEKDAY and _is_day(tokens, at, run, short):
                out[at] = _day(tokens[at], short)
        i = run[-1] + 1 if run else i + 1
    return out


def _day(token: Token, short: ShortDays) -> Token:
    """The weekday; "s" may be two, so that it has to be asked."""
    days = short.days[token.text]
    if len(days) > 1:
        return replace(token, tag=Tag.UNSUPPORTED, key="")
    return replace(token, tag=Tag.WEEKDAY, number=min(days), key="", many=False, shy=False)


def _apart(tokens: list[Token], short: ShortDays) -> list[Token]:
    """Two letters with a slash, one word so far, split where a list of days follows."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        first, slash, last = token.text[:1], token.text[1:2], token.text[2:]
        days = slash == "/" and first in short.days and last in short.days
        follows = token_at(tokens, i + 1)
        listed = follows.tag in (*_LISTING, *_TIGHT) and _looks(tokens, i + 2, short)
        evenings = follows.tag is Tag.PART and follows.many
        if days and (listed or evenings or token_at(tokens, i - 1).tag is Tag.EVERY):
            middle = token.start + 1
            out += [
                replace(token, end=middle, text=first),
                replace(token, start=middle, end=middle + 1, text="/", tag=Tag.SLASH),
                replace(token, start=middle + 1, text=last),
            ]
        else:
            out.append(token)
    return out


def _looks(tokens: list[Token], i: int, short: ShortDays) -> bool:
    """Whether a day stands at `i`, or a word that may be one."""
    token = token_at(tokens, i)
    return token.tag is Tag.WEEKDAY or token.text in short.days


def _run(tokens: list[Token], i: int, short: ShortDays) -> list[int]:
    """The indices of possible days, side by side from `i` on."""
    run: list[int] = []
    while _looks(tokens, i, short):
        run.append(i)
        i += 1
        joins = 0
        while joins < 2 and token_at(tokens, i + joins).tag in (*_LISTING, *_TIGHT, *_RANGING):
            joins += 1
        if joins and _looks(tokens, i + joins, short):
            i += joins
    return run


def _is_day(tokens: list[Token], at: int, run: list[int], short: ShortDays) -> bool:
    """Whether a short name is a day, by its neighbours."""
    token = tokens[at]
    if token.tag is Tag.ORDINAL and _counts(tokens, run):
        return False
    if _is_tight(tokens, at, run):
        return True
    if token_at(tokens, run[0] - 1).tag in (Tag.AT, Tag.IN):
        return False  # "at th mo"
    if len(token.text) == 1:
        return _is_letter(tokens, at, run, short)
    if token.tag is Tag.THE and _is_article(tokens, at, run):
        return False
    if token.text in short.shy:
        return _is_listed(tokens, at, run, short)
    return _is_closed(tokens, at, run)


def _is_closed(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether the word after a name suits a day: "Mo and Tu work", "busy Sa.", "Sa 8pm"."""
    follows = token_at(tokens, at + 1).tag
    closed = follows in _CLOSING or follows in _HOURLY or at + 1 in run
    if len(run) > 1:
        return closed or follows in _JUDGING
    if token_at(tokens, at - 1).tag in _OPENING:
        return closed or follows in (Tag.ORDINAL, Tag.SLASHED, Tag.DOTTED, *_JUDGING)
    return at == 0 and follows in (Tag.CLOCK, Tag.PART)


def _is_tight(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether a slash or a hyphen, without spaces, joins it to another day: "Tu/Th", "Mo-Fr"."""
    for mark, other in ((at - 1, at - 2), (at + 1, at + 2)):
        joint = token_at(tokens, mark)
        glued = (
            joint.start == token_at(tokens, mark - 1).end and token_at(tokens, mark + 1).start == joint.end
        )
        if other in run and joint.tag in _TIGHT and (glued or joint.tag is Tag.SLASH):
            return True
    return False


def _is_letter(tokens: list[Token], at: int, run: list[int], short: ShortDays) -> bool:
    """Whether a letter is a day that a comma or an "and" joins to others: "T, Th", "M, W and F evenings"."""
    if short.lone_letters or len(run) < 2 or any(tokens[i].text not in short.days for i in run):
        return False
    follows = token_at(tokens, run[-1] + 1)
    evenings = follows.tag is Tag.PART and follows.many
    return any(
        other in run and token_at(tokens, mark).tag in _LISTING and (evenings or len(tokens[other].text) > 1)
        for mark, other in ((at - 1, at - 2), (at + 1, at + 2))
    )


def _is_article(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether "th" is rather a "the": "th 5 Dec", "on th Friday", "th evening of the 5th"."""
    follows = token_at(tokens, at + 1)
    if at == run[0] and (follows.tag is Tag.WEEKDAY or _is_dated(tokens, at + 1)):
        return True
    if len(run) > 1:
        return _is_dated(tokens, at + 1)
    hours = any(token.tag in (Tag.CLOCK, Tag.MERIDIEM) for token in tokens[at + 2 : at + 4])
    whose = token_at(tokens, at + 2).tag is Tag.OF
    return (follows.tag is Tag.NUMBER and not hours) or (follows.tag is Tag.PART and whose)


def _is_listed(tokens: list[Token], at: int, run: list[int], short: ShortDays) -> bool:
    """Whether a name that is another word too is a day of a list: "Mo, We and Fr", but not "Fri, we can"."""
    follows = token_at(tokens, at + 1).tag
    goes_on = _goes_on(tokens, at, run, short)
    if len(run) < 2 or not (goes_on or _goes_before(tokens, at, run)):
        return False
    if follows in _JUDGING:
        return _ends_list(tokens, at, run) and all(tokens[i].text in short.days for i in run)
    spaced = at - 1 in run  # "el viernes vi a mi madre"
    return goes_on or (follows in _CLOSING - {*_RANGING} and not spaced)


def _goes_on(tokens: list[Token], at: int, run: list[int], short: ShortDays) -> bool:
    """Whether another day follows, at once or after a sign that joins them."""
    if at + 1 in run:
        return True
    joined = token_at(tokens, at + 1).tag in (*_LISTING, *_TIGHT)
    return at + 2 in run and (joined or tokens[at + 2].text not in short.shy)


def _goes_before(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether another day is right before, or after a sign that joins them."""
    joined = token_at(tokens, at - 1).tag in (*_LISTING, *_RANGING, *_TIGHT)
    return at != run[0] and (at - 1 in run or joined)


def _ends_list(tokens: list[Token], at: int, run: list[int]) -> bool:
    """Whether the last day of a list stands at `at`: "Mo and We work", but not "Mo, we can"."""
    joined = token_at(tokens, at - 1).tag in (*_LISTING[1:], *_RANGING)
    return joined or (at - 1 in run and len(run) > 2)


def _counts(tokens: list[Token], run: list[int]) -> bool:
    """Whether an ordinal counts something: "a 2a e a 4a sexta do mês", but "2a e 4a"."""
    last = max(i for i in run if tokens[i].tag is Tag.ORDINAL)
    follows = token_at(tokens, last + 1).tag
    if follows in _HOURLY:
        return token_at(tokens, last + 2).tag not in (Tag.NUMBER, Tag.CLOCK)
    return follows not in _CLOSING | _JUDGING


def _is_dated(tokens: list[Token], i: int) -> bool:
    """Whether figures at `i` are days of a month that is named after them, or ordinals."""
    for token in tokens[i : i + _REACH]:
        if token.tag in (Tag.ORDINAL, Tag.MONTH):
            return True
        if token.tag not in _DATING:
            return False
    return False
