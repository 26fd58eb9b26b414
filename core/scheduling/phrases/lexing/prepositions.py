"""Small words that are "from" or "of", "to" or "at", settled by what stands around them.

"de 7 a 9" is from 7 to 9, "3 de enero a las 9" the 3rd of January at 9. A contraction ("del", "au") stands
for two words, the second of which is "the".
"""

from dataclasses import replace

from core.scheduling.lexicons import Role
from core.scheduling.phrases.lexing.token import Token, token_at

_FROM_OF = (Role.FROM_OF, Role.FROM_OF_THE, Role.FROM_OF_HOUR)
_TO_AT = (Role.TO_AT, Role.TO_AT_THE, Role.TO_AT_HOUR)
_SECOND = {
    Role.FROM_OF_THE: Role.THE,
    Role.TO_AT_THE: Role.THE,
    Role.FROM_OF_HOUR: Role.AT,
    Role.TO_AT_HOUR: Role.AT,
}
"""The second word in a contraction."""
_LIMITS = (
    Role.FROM, Role.STARTING, Role.UNTIL, Role.BEFORE, Role.AFTER, Role.EXCEPT, Role.ONWARDS, Role.BACK,
    Role.REST, Role.IN, Role.TO,
)  # fmt: skip
"""Behind these, a small word adds nothing: "a partir de", "hasta las"."""
_HOURS = {Role.NUMBER, Role.CARDINAL, Role.CLOCK, Role.CLOCK_WORD, Role.DOTTED}
_DAYS = {
    Role.NUMBER, Role.ORDINAL, Role.WEEKDAY, Role.MONTH, Role.RELATIVE_DAY, Role.SLASHED, Role.DATE,
    Role.DOTTED, Role.HOLIDAY, Role.TONIGHT, Role.MONTH_YEAR, Role.MID, Role.BEGINNING, Role.ENDING,
}  # fmt: skip
_STOPS = (
    Role.COMMA, Role.SEMICOLON, Role.STOP, Role.BUT, Role.FREE, Role.BUSY, Role.MAYBE, Role.EXCEPT,
    Role.QUESTION_MARK,
)  # fmt: skip
_RANGED = (*_TO_AT, Role.TO, Role.UNTIL, Role.DASH)
_OF = (Role.FROM_OF, Role.FROM_OF_THE, Role.OF)
_YEARS = range(2020, 2100)
"""Four figures that are a year behind a month; 2000 and 2015 are times of day."""
_SKIPPED = (Role.THE, Role.AT, Role.ON, Role.THIS, Role.NEXT)
_REACH = 10
"""Tokens between the two ends of a range."""


def plain(tokens: list[Token]) -> list[Token]:
    """The tokens with every small word made what it is in its place."""
    if not any(token.role in (*_FROM_OF, *_TO_AT) for token in tokens):
        return tokens
    roles = _settled(tokens)
    out: list[Token] = []
    for i, (token, role) in enumerate(zip(tokens, roles, strict=True)):
        if _is_year(tokens, i):
            out.append(replace(token, key="year"))
        elif role is not Role.NOISE:
            out.append(token if role is token.role else replace(token, role=role))
        second = _SECOND.get(token.role)
        if second is not None and not _year_of(tokens, i):
            out.append(replace(token, role=second))
    return out


def _is_year(tokens: list[Token], i: int) -> bool:
    """Whether the figure at `i` is the year of the date before it: "diciembre de 2026"."""
    return i > 0 and tokens[i - 1].role in _FROM_OF and _year_of(tokens, i - 1)


def _settled(tokens: list[Token]) -> list[Role]:
    """What every token is in its place; NOISE for a small word that adds nothing."""
    roles = [token.role for token in tokens]
    for i, token in enumerate(tokens):
        before = roles[i - 1] if i else Role.END
        if before in _LIMITS and token.role in (*_FROM_OF, *_TO_AT):
            roles[i] = Role.NOISE
        elif token.role in _FROM_OF:
            _settle_from(tokens, roles, i)
        elif roles[i] in _TO_AT:
            roles[i] = Role.TO if _joins(tokens, i) else Role.AT
    return roles


def _settle_from(tokens: list[Token], roles: list[Role], i: int) -> None:
    """Make the small word at `i` a "from" where it opens a range ("de 7 a 9"), and otherwise an "of"."""
    mark = None if _belongs(tokens, i) or _year_of(tokens, i) else _range(tokens, i)
    roles[i] = Role.OF if mark is None else Role.FROM
    if mark is not None and tokens[mark].role in _TO_AT:
        roles[mark] = Role.TO


def _role(tokens: list[Token], i: int) -> Role:
    return tokens[i].role if 0 <= i < len(tokens) else Role.END


def _belongs(tokens: list[Token], i: int) -> bool:
    """Whether what follows is what the figure or word before is of: "3 de enero", "la tarde del lunes"."""
    before, after = _role(tokens, i - 1), _role(tokens, i + 1)
    if before is Role.STOP and _role(tokens, i - 2) in (Role.NUMBER, Role.ORDINAL):
        before = Role.NUMBER
    return after is Role.MONTH and before in (Role.NUMBER, Role.ORDINAL, Role.CARDINAL)


def _year_of(tokens: list[Token], i: int) -> bool:
    """Whether the year of a date stands behind the "of" at `i`: "11 de diciembre de 2026 a las 20:00"."""
    dated = i - 1 - (_role(tokens, i - 1) is Role.STOP)  # "16 de jan. de 2028"
    year = token_at(tokens, i + 1)
    if _role(tokens, dated) not in (Role.MONTH, Role.SLASHED) or year.role is not Role.NUMBER:
        return False
    return year.number in _YEARS and not _opens_hours(tokens, i + 1)


def _opens_hours(tokens: list[Token], i: int) -> bool:
    """Whether four figures are rather the first hour of a range in the same style: "de 2030 a 2230"."""
    hour, last = tokens[i], token_at(tokens, _past(tokens, i + 2))
    ranged = _role(tokens, i + 1) in _RANGED
    alike = last.role is Role.NUMBER and len(last.text) == 4 and hour.number < last.number <= 2400
    return ranged and alike and hour.number % 5 == 0 and hour.number % 100 < 60


def _past(tokens: list[Token], i: int) -> int:
    """The index of the first word from `i` on that says a time."""
    end = i + 3
    while i < end and _role(tokens, i) in _SKIPPED:
        i += 1
    return i


def _range(tokens: list[Token], i: int) -> int | None:
    """The range mark that the "from" at `i` belongs to; None when it opens no range."""
    begin = _past(tokens, i + 1)
    first = _role(tokens, begin)
    if first not in _HOURS | _DAYS:
        return None
    dated = False
    for j in range(begin + 1, min(len(tokens), i + _REACH)):
        role = tokens[j].role
        if role in _STOPS and not (role is Role.STOP and tokens[j - 1].role is Role.MONTH):
            return None
        if role in _RANGED:
            last = _role(tokens, _past(tokens, j + 1))
            if _ends_hours(first, last, dated=dated) or _ends_days(first, role, last):
                return j
        dated = dated or role in (Role.MONTH, Role.WEEKDAY)
    return None


def _ends_hours(first: Role, last: Role, *, dated: bool) -> bool:
    """Whether two words are the ends of a range of hours; a figure with a month or weekday behind is none."""
    return first in _HOURS and last in _HOURS and not (dated and first is Role.NUMBER)


def _ends_days(first: Role, mark: Role, last: Role) -> bool:
    """Whether two words are the ends of a range of days."""
    return first in _DAYS and last in _DAYS and mark is not Role.TO_AT_HOUR


def _joins(tokens: list[Token], i: int) -> bool:
    """Whether a "to" or "at" that no "from" opened stands between two ends of one sort."""
    back = i - 1 - (_role(tokens, i - 1) in (Role.STOP, Role.OCLOCK, Role.MERIDIEM))
    before, end = _role(tokens, back), _past(tokens, i + 1)
    if before in (Role.CLOCK, Role.CLOCK_WORD, Role.MERIDIEM):
        return _role(tokens, end) in _HOURS
    if tokens[i].role is Role.TO_AT_HOUR:
        return False
    return _joins_days(tokens, before, end, article=tokens[i].role is Role.TO_AT_THE)


def _joins_days(tokens: list[Token], before: Role, end: int, *, article: bool) -> bool:
    """Whether the word before a "to", with or without its `article`, and the one at `end` limit a range."""
    after = _role(tokens, end)
    if before is Role.NUMBER and after is Role.NUMBER:
        return True
    if before is Role.ORDINAL and after is Role.NUMBER:  # "1º a 5 de mayo"
        return article or _role(tokens, end + 1) in (Role.MONTH, Role.FROM_OF, Role.OF)
    if before is Role.MONTH and after in (Role.NUMBER, Role.ORDINAL):  # "28 de enero a 3 de febrero"
        return article or _role(tokens, end + 1) in (Role.MONTH, *_OF)
    if before is Role.MONTH and after in (Role.MID, Role.BEGINNING, Role.ENDING):
        return True
    if article:
        return before in _DAYS and after in _DAYS
    return before is after and before in _DAYS
