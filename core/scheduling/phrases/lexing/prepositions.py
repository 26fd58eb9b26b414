"""Small words that are "from" or "of", "to" or "at", settled by their neighbours.

"de 7 a 9" is from 7 to 9, "3 de enero a las 9" the 3rd of January at 9. A contraction ("del", "au") stands
for two words, the second of which is "the".
"""

from dataclasses import replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.lexing.token import Token, token_at

_FROM_OF = (Tag.FROM_OF, Tag.FROM_OF_THE, Tag.FROM_OF_HOUR)
_TO_AT = (Tag.TO_AT, Tag.TO_AT_THE, Tag.TO_AT_HOUR)
_SECOND = {
    Tag.FROM_OF_THE: Tag.THE,
    Tag.TO_AT_THE: Tag.THE,
    Tag.FROM_OF_HOUR: Tag.AT,
    Tag.TO_AT_HOUR: Tag.AT,
}
"""The second word in a contraction."""
_LIMITS = (
    Tag.FROM, Tag.STARTING, Tag.UNTIL, Tag.BEFORE, Tag.AFTER, Tag.EXCEPT, Tag.ONWARDS, Tag.BACK,
    Tag.REST, Tag.IN, Tag.TO,
)  # fmt: skip
"""After these, a small word adds nothing: "a partir de", "hasta las"."""
_HOURS = {Tag.NUMBER, Tag.CARDINAL, Tag.CLOCK, Tag.CLOCK_WORD, Tag.DOTTED}
_DAYS = {
    Tag.NUMBER, Tag.ORDINAL, Tag.WEEKDAY, Tag.MONTH, Tag.RELATIVE_DAY, Tag.SLASHED, Tag.DATE,
    Tag.DOTTED, Tag.HOLIDAY, Tag.TONIGHT, Tag.MONTH_YEAR, Tag.MID, Tag.BEGINNING, Tag.ENDING,
}  # fmt: skip
_STOPS = (
    Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.BUT, Tag.FREE, Tag.BUSY, Tag.MAYBE, Tag.EXCEPT,
    Tag.QUESTION_MARK,
)  # fmt: skip
_RANGED = (*_TO_AT, Tag.TO, Tag.UNTIL, Tag.DASH)
_OF = (Tag.FROM_OF, Tag.FROM_OF_THE, Tag.OF)
_YEARS = range(2020, 2100)
"""Four figures that are a year after a month; 2000 and 2015 are times of day."""
_SKIPPED = (Tag.THE, Tag.AT, Tag.ON, Tag.THIS, Tag.NEXT)
_REACH = 10
"""Tokens between the two ends of a range."""


def plain(tokens: list[Token]) -> list[Token]:
    """The tokens with every small word settled by its place."""
    if not any(token.tag in (*_FROM_OF, *_TO_AT) for token in tokens):
        return tokens
    tags = _settled(tokens)
    out: list[Token] = []
    for i, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        if _is_year(tokens, i):
            out.append(replace(token, key="year"))
        elif tag is not Tag.NOISE:
            out.append(token if tag is token.tag else replace(token, tag=tag))
        second = _SECOND.get(token.tag)
        if second is not None and not _year_of(tokens, i):
            out.append(replace(token, tag=second))
    return out


def _is_year(tokens: list[Token], i: int) -> bool:
    """Whether the figure at `i` is the year of the date before it: "diciembre de 2026"."""
    return i > 0 and tokens[i - 1].tag in _FROM_OF and _year_of(tokens, i - 1)


def _settled(tokens: list[Token]) -> list[Tag]:
    """The tag of every token in its place; NOISE for a small word that adds nothing."""
    tags = [token.tag for token in tokens]
    for i, token in enumerate(tokens):
        before = tags[i - 1] if i else Tag.END
        if before in _LIMITS and token.tag in (*_FROM_OF, *_TO_AT):
            tags[i] = Tag.NOISE
        elif token.tag in _FROM_OF:
            _settle_from(tokens, tags, i)
        elif tags[i] in _TO_AT:
            tags[i] = Tag.TO if _joins(tokens, i) else Tag.AT
    return tags


def _settle_from(tokens: list[Token], tags: list[Tag], i: int) -> None:
    """Make the small word at `i` a "from" if it opens a range ("de 7 a 9"), or else an "of"."""
    mark = None if _belongs(tokens, i) or _year_of(tokens, i) else _range(tokens, i)
    tags[i] = Tag.OF if mark is None else Tag.FROM
    if mark is not None and tokens[mark].tag in _TO_AT:
        tags[mark] = Tag.TO


def _role(tokens: list[Token], i: int) -> Tag:
    return tokens[i].tag if 0 <= i < len(tokens) else Tag.END


def _belongs(tokens: list[Token], i: int) -> bool:
    """Whether the word after belongs to the figure before: "3 de enero"."""
    before, after = _role(tokens, i - 1), _role(tokens, i + 1)
    if before is Tag.STOP and _role(tokens, i - 2) in (Tag.NUMBER, Tag.ORDINAL):
        before = Tag.NUMBER
    return after is Tag.MONTH and before in (Tag.NUMBER, Tag.ORDINAL, Tag.CARDINAL)


def _year_of(tokens: list[Token], i: int) -> bool:
    """Whether the year of a date stands after the "of" at `i`: "11 de diciembre de 2026 a las 20:00"."""
    dated = i - 1 - (_role(tokens, i - 1) is Tag.STOP)  # "16 de jan. de 2028"
    year = token_at(tokens, i + 1)
    if _role(tokens, dated) not in (Tag.MONTH, Tag.SLASHED) or year.tag is not Tag.NUMBER:
        return False
    return year.number in _YEARS and not _opens_hours(tokens, i + 1)


def _opens_hours(tokens: list[Token], i: int) -> bool:
    """Whether four figures are rather the first hour of a range in the same style: "de 2030 a 2230"."""
    hour, last = tokens[i], token_at(tokens, _past(tokens, i + 2))
    ranged = _role(tokens, i + 1) in _RANGED
    alike = last.tag is Tag.NUMBER and len(last.text) == 4 and hour.number < last.number <= 2400
    return ranged and alike and hour.number % 5 == 0 and hour.number % 100 < 60


def _past(tokens: list[Token], i: int) -> int:
    """The index of the first word from `i` on that is no small word."""
    end = i + 3
    while i < end and _role(tokens, i) in _SKIPPED:
        i += 1
    return i


def _range(tokens: list[Token], i: int) -> int | None:
    """The range mark that the "from" at `i` belongs to; None if it opens no range."""
    begin = _past(tokens, i + 1)
    first = _role(tokens, begin)
    if first not in _HOURS | _DAYS:
        return None
    dated = False
    for j in range(begin + 1, min(len(tokens), i + _REACH)):
        tag = tokens[j].tag
        if tag in _STOPS and not (tag is Tag.STOP and tokens[j - 1].tag is Tag.MONTH):
            return None
        if tag in _RANGED:
            last = _role(tokens, _past(tokens, j + 1))
            if _ends_hours(first, last, dated=dated) or _ends_days(first, tag, last):
                return j
        dated = dated or tag in (Tag.MONTH, Tag.WEEKDAY)
    return None


def _ends_hours(first: Tag, last: Tag, *, dated: bool) -> bool:
    """Whether two words are the ends of a range of hours; a figure with a month or weekday after is none."""
    return first in _HOURS and last in _HOURS and not (dated and first is Tag.NUMBER)


def _ends_days(first: Tag, mark: Tag, last: Tag) -> bool:
    """Whether two words are the ends of a range of days."""
    return first in _DAYS and last in _DAYS and mark is not Tag.TO_AT_HOUR


def _joins(tokens: list[Token], i: int) -> bool:
    """Whether a "to" or "at" that no "from" opened stands between two ends of one sort."""
    back = i - 1 - (_role(tokens, i - 1) in (Tag.STOP, Tag.OCLOCK, Tag.MERIDIEM))
    before, end = _role(tokens, back), _past(tokens, i + 1)
    if before in (Tag.CLOCK, Tag.CLOCK_WORD, Tag.MERIDIEM):
        return _role(tokens, end) in _HOURS
    if tokens[i].tag is Tag.TO_AT_HOUR:
        return False
    return _joins_days(tokens, before, end, article=tokens[i].tag is Tag.TO_AT_THE)


def _joins_days(tokens: list[Token], before: Tag, end: int, *, article: bool) -> bool:
    """Whether the word before a "to", with or without its `article`, and the one at `end` limit a range."""
    after = _role(tokens, end)
    if before is Tag.NUMBER and after is Tag.NUMBER:
        return True
    if before is Tag.ORDINAL and after is Tag.NUMBER:  # "1º a 5 de mayo"
        return article or _role(tokens, end + 1) in (Tag.MONTH, Tag.FROM_OF, Tag.OF)
    if before is Tag.MONTH and after in (
        Tag.NUMBER,
        Tag.ORDINAL,
    ):  # "28 de enero a 3 de febrero"
        return article or _role(tokens, end + 1) in (Tag.MONTH, *_OF)
    if before is Tag.MONTH and after in (Tag.MID, Tag.BEGINNING, Tag.ENDING):
        return True
    if article:
        return before in _DAYS and after in _DAYS
    return before is after and before in _DAYS
