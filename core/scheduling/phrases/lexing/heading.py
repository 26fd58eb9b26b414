"""A month that is named once for bare days further on: in a heading, or before an "except".

"December availability:" over a list of days; "all of December except 5-9".
"""

from collections.abc import Iterator
from dataclasses import replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.lexing.token import FIGURES, Token, token_at

_MOST_WORDS = 8
"""Words and signs of a heading; a longer line is a sentence."""
_JUDGES = frozenset({Tag.FREE, Tag.BUSY, Tag.MAYBE, Tag.NO, Tag.NOT, Tag.QUESTION_MARK})
_SMALL = frozenset({
    Tag.WORD, Tag.NOISE, Tag.QUANTITY_UNIT, Tag.QUANTITY, Tag.FOR, Tag.IN, Tag.OF, Tag.THE, Tag.A,
    Tag.ON, Tag.FROM_OF, Tag.DASH, Tag.OPEN, Tag.CLOSE, Tag.LABEL, Tag.TIMES, *_JUDGES,
})  # fmt: skip
"""Tags that may stand beside the month of a heading."""
_OPENS_LIST = frozenset({
    Tag.END, Tag.SEMICOLON, Tag.STOP, Tag.WEEKDAY, Tag.THE, Tag.OPEN, *_JUDGES,
})  # fmt: skip
"""Tags before a day's figure at the beginning of a line or a list."""
_LISTS = frozenset({Tag.COMMA, Tag.AND})
"""Tags between the days of a line, and between the answers for them."""
_JOINS = frozenset({Tag.OR, Tag.SLASH, Tag.DASH, Tag.TO, Tag.UNTIL})
"""Tags that join a day's figure to the one right before it."""
_NO_DAY = frozenset({
    Tag.MERIDIEM, Tag.OCLOCK, Tag.QUANTITY_UNIT, Tag.UNIT, Tag.TIMES, Tag.MONTH, Tag.HALF,
    Tag.WEEK_NUMBER, Tag.MINUTES,
})  # fmt: skip
"""Tags that make the figure before them something other than a day."""
_FROM = frozenset({Tag.FROM, Tag.BETWEEN, Tag.FROM_OF, Tag.ON})
_HOURS = frozenset({Tag.CLOCK, Tag.PART, Tag.MERIDIEM, Tag.OCLOCK, Tag.TONIGHT, Tag.CLOCK_WORD})
"""Tags that make figures after an "except" hours."""
_MONTH_DAYS = 31


def with_heading_months(tokens: list[Token]) -> list[Token]:
    """The tokens without their headings, and with the heading's month after each bare day below it.

    A heading is a line, or the words before a colon, that holds one month and nothing else about time.
    It counts only if days without a month follow; a month that is a statement by itself stays. A kind in the
    heading ("available in December") applies to lines without one of their own.
    """
    found: list[Token] = []
    for heading, below in _sections(tokens):
        if heading and not _judged(below):
            found += [token for token in heading if token.tag in _JUDGES]
        found += below
    return found


def with_excepted_months(tokens: list[Token]) -> list[Token]:
    """The tokens with the month after each bare figure of "free in December except 5, 6 and 9"."""
    at = next((i for i, token in enumerate(tokens) if token.tag is Tag.EXCEPT), None)
    if at is None or any(token.tag in _HOURS for token in tokens[:at]):
        return tokens
    named = [i for i, token in enumerate(tokens[:at]) if token.tag is Tag.MONTH]
    if len(named) != 1 or _has_day(tokens, named[0]):
        return tokens
    year = token_at(tokens, named[0] + 1)
    months = [tokens[named[0]], *([year] if _is_year(year) else [])]
    below = _dated(tokens[at + 1 :], months, opens=_OPENS_LIST | _FROM)
    return tokens if below is None else [*tokens[: at + 1], *below]


def _has_day(tokens: list[Token], i: int) -> bool:
    """Whether the month at `i` has a day beside it."""
    beside = [token_at(tokens, i - 1), token_at(tokens, i + 1)]
    if beside[0].tag in (Tag.OF, Tag.FROM_OF):
        beside[0] = token_at(tokens, i - 2)
    return any(token.tag in (Tag.NUMBER, Tag.ORDINAL) and not _is_year(token) for token in beside)


def answers_by_day(tokens: list[Token]) -> bool:
    """Whether the lines under a heading answer yes or no for each day."""
    return any(heading and _judged(below) for heading, below in _sections(tokens))


def _judged(tokens: list[Token]) -> bool:
    return any(token.tag in _JUDGES for token in tokens)


def _sections(tokens: list[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    """Each heading with the dated lines below it; other tokens with an empty heading."""
    i = 0
    while i < len(tokens):
        end = _heading_end(tokens, i) if _line_begins(tokens, i) else None
        if end is None:
            yield [], [tokens[i]]
            i += 1
            continue
        stop = next((j for j in range(end, len(tokens)) if _heading_ends_before(tokens, j)), len(tokens))
        months = [token for token in tokens[i:end] if token.tag is Tag.MONTH or _is_year(token)]
        below = _dated(tokens[end:stop], months)
        yield ([], tokens[i:stop]) if below is None else (tokens[i:end], below)
        i = stop


def _line_begins(tokens: list[Token], i: int) -> bool:
    return i == 0 or (tokens[i - 1].tag is Tag.SEMICOLON and tokens[i - 1].text != ";")


def _heading_ends_before(tokens: list[Token], j: int) -> bool:
    """Whether another heading begins there."""
    return _line_begins(tokens, j) and _heading_end(tokens, j) is not None


def _heading_end(tokens: list[Token], i: int) -> int | None:
    """The index of the first word below a heading; None if there is no heading at `i`."""
    months = 0
    for j in range(i, min(i + _MOST_WORDS + 1, len(tokens))):
        token = tokens[j]
        if token.tag is Tag.COLON or (token.tag is Tag.SEMICOLON and token.text != ";"):
            both = token.tag is Tag.COLON and token_at(tokens, j + 1).tag is Tag.SEMICOLON
            return (j + 2 if both else j + 1) if months == 1 else None
        months += token.tag is Tag.MONTH
        if token.tag not in _SMALL and token.tag is not Tag.MONTH and not _is_year(token):
            return None
    return None


def _is_year(token: Token) -> bool:
    return token.tag is Tag.NUMBER and len(token.text) == 4 and 2000 <= token.number < 2100


def _dated(
    tokens: list[Token], months: list[Token], *, opens: frozenset[Tag] = _OPENS_LIST
) -> list[Token] | None:
    """The lines with the month after each bare day; None if there is none."""
    made: list[Token] = []
    last_day = -1
    for j, token in enumerate(tokens):
        made.append(token)
        joins = (_LISTS | _JOINS) if last_day == j - 2 else _LISTS
        if not _is_day(tokens, j, after=opens | joins if last_day >= 0 else opens):
            continue
        last_day = j
        made[-1] = replace(token, tag=Tag.ORDINAL, key="figure")
        made += [replace(each, start=token.end, end=token.end) for each in months]
    return made if last_day >= 0 else None


def _is_day(tokens: list[Token], j: int, *, after: frozenset[Tag]) -> bool:
    """Whether the figure at `j`, `after` one of these tags, is a day without its month."""
    token, before, behind = tokens[j], token_at(tokens, j - 1), token_at(tokens, j + 1)
    if token.tag not in (Tag.NUMBER, Tag.ORDINAL) or not 1 <= token.number <= _MONTH_DAYS:
        return False
    if (token.tag is Tag.NUMBER and len(token.text) > 2) or behind.tag in _NO_DAY:
        return False
    if behind.tag is Tag.OF and token_at(tokens, j + 2).tag is Tag.MONTH:
        return False
    if behind.tag in (Tag.DASH, Tag.TO, Tag.COLON) and _is_clock(tokens, j + 2):
        return False
    if token.tag is Tag.ORDINAL:
        return True
    return before.tag in after


def _is_clock(tokens: list[Token], j: int) -> bool:
    """Whether a time of day stands there: "7-9pm" is no list of days."""
    if token_at(tokens, j).tag is Tag.CLOCK:
        return True
    behind = token_at(tokens, j + 1).tag
    return token_at(tokens, j).tag in FIGURES and behind in (Tag.MERIDIEM, Tag.OCLOCK)
