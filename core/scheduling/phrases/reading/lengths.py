"""Lengths and counts: "for 6 weeks", "for the next 6 Thursdays", "3 times", "10x"."""

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import LengthForm
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.source import Read, Source

_MOST = 500
"""Weeks or times; a greater number is no length."""
_AFTER_EACH = (Tag.END, Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.FROM, Tag.UNTIL)
"""Tags after a closing "each": "every Saturday, 2 days each"."""


def read_length(source: Source, i: int) -> Read | None:
    """A length or a count from token `i`."""
    match source.at(i).tag:
        case Tag.COUNT:
            return [_times(source, i, i)], i + 1
        case Tag.FOR:
            return _for(source, i)
        case Tag.NEXT:
            unit = source.at(i + 2)
            several = unit.tag is Tag.WEEKDAY or (unit.key == "weekend" and unit.many)
            return _number_of_days(source, i, i + 1) if several else None
    return _lone(source, i, source.at(i + 1))


def _for(source: Source, i: int) -> Read | None:
    """A length after a "for": "for 6 weeks", "for the next week", "for 10x", "for 3 times"."""
    start = source.at(i).start
    j = source.skip(i + 1, Tag.THE, Tag.NEXT, Tag.FROM, Tag.TO, Tag.AT, Tag.ALL)
    token, unit = source.at(j), source.at(j + 1)
    if token.tag is Tag.UNIT and source.tag(j - 1) is Tag.NEXT and source.tag(j - 2) is Tag.THE:
        return [LengthForm(start, token.end, 1, token.key)], j + 1
    if token.tag is Tag.COUNT:
        return [_times(source, i, j)], j + 1
    number = _number(source, j)
    if number is None:
        return None
    if unit.tag is Tag.TIMES:
        return [LengthForm(start, unit.end, number, "times")], j + 2
    if unit.tag is Tag.UNIT and unit.key != "weekend":
        return [LengthForm(start, unit.end, number, unit.key)], j + 2
    return _number_of_days(source, i, j)


def _times(source: Source, i: int, j: int) -> LengthForm:
    """The count at `j`, with the words from `i` on: "10x"."""
    return LengthForm(source.at(i).start, source.at(j).end, source.at(j).number, "times")


def _number_of_days(source: Source, i: int, j: int) -> Read | None:
    """A number of days, with the number at `j`: "for the next 6 Thursdays", "next 3 weekends"."""
    number, unit = _number(source, j), source.at(j + 1)
    weekend = unit.key == "weekend"
    if number is None or number < 2 or not (weekend or unit.tag is Tag.WEEKDAY):
        return None
    times = number * 2 if weekend else number
    return [LengthForm(source.at(i).start, source.at(j).end, times, "times")], j + 1


def _lone(source: Source, i: int, unit: Token) -> Read | None:
    """A length without a "for": "2 days each", "2 weeks starting 7 Dec", "3 times"."""
    start = source.at(i).start
    if source.unit(i + 1) == "day" and source.tag(i + 2) is Tag.EVERY and source.tag(i + 3) in _AFTER_EACH:
        return [LengthForm(start, source.at(i + 2).end, source.count(i) or 1, "each")], i + 3
    if unit.tag is Tag.UNIT:
        number = source.count(i)
        if not number or not _begins(source, i):
            return None
        return [LengthForm(start, unit.end, number, unit.key)], i + 2
    if unit.tag is Tag.TIMES:
        number = _number(source, i)
        return None if number is None else ([LengthForm(start, unit.end, number, "times")], i + 2)
    return None


def _number(source: Source, i: int) -> int | None:
    """The number at `i`, if it can be a number of weeks."""
    number = source.count(i)
    return number if number is not None and 0 < number < _MOST else None


def _begins(source: Source, i: int) -> bool:
    """Whether a length has a beginning: "2 weeks starting 7 Dec", "Mondays, 6 weeks from 4 Jan"."""
    if source.tag(i + 2) is Tag.STARTING:
        return True
    repeats = any(t.tag is Tag.EVERY or (t.tag is Tag.WEEKDAY and t.many) for t in source.tokens[:i])
    return source.tag(i + 2) is Tag.FROM and repeats
