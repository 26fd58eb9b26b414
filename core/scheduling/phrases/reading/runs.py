"""Days that share their month, in lists and ranges: "8 and 9 Jan", "Dec 4, 5 or 11", "December: 4, 11"."""

from dataclasses import replace

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Day, Item, Mark
from core.scheduling.phrases.reading.elements import (
    NOT_A_DAY,
    Element,
    MonthBehind,
    check,
    fits,
    impossible,
    month_behind,
    read_element,
)
from core.scheduling.phrases.reading.lone import read_lone
from core.scheduling.phrases.reading.months import month_stretch, year_at
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Trouble

__all__ = ["fits", "impossible", "read_lone", "read_month", "read_run"]

_JOINS = (Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.DASH, Role.TO, Role.UNTIL)
_SPANS = (Role.DASH, Role.TO, Role.UNTIL)
_MOST_LISTED = 60
"""Days, and the marks between them, of one list."""


def _join_at(source: Source, i: int) -> int:
    """The index of the mark that joins what is before `i` to the next day; "5, and 6" has its "and"."""
    if source.role(i) is Role.COMMA and source.role(i + 1) in _JOINS:
        return source.skip(i, Role.COMMA)
    return i


def _mark(source: Source, i: int) -> Mark:
    token = source.at(i)
    return Mark(token.start, token.end, token.role)


# days before their month


def read_run(source: Source, i: int) -> Read | None:
    """Days that share a month behind them: "8 and 9 Jan", "Fri 5 to Mon 8 Feb", "4-23 of this month"."""
    if i < source.no_run_before:
        return None
    items: list[Item] = []
    j = i
    while True:
        found = _days_at(source, j)
        if found is None:
            _no_run(source, items, j)
            return None
        items += found[0]
        j = found[1]
        named = month_behind(source, j)
        if named is not None:
            return None if _is_age(source, items, j) else _in_month(source, i, items, named)
        if len(items) > _MOST_LISTED:
            raise Unclear(Trouble.UNSUPPORTED, start=source.at(i).start, end=source.at(j).end)
        join = _join_at(source, j)
        if source.role(join) not in _JOINS:
            _no_run(source, items, j)
            return None
        if source.role(join) in _SPANS and _after_range(source, i, items):
            return None
        items.append(_mark(source, join))
        j = join + 1


def _days_at(source: Source, i: int) -> Read | None:
    """One day of a list, or two with a slash: the "8/9" of "8/9 Jan"."""
    token = source.at(i)
    if token.role is not Role.SLASHED:
        element = read_element(source, i)
        return None if element is None else ([element.day], element.after)
    first, second = (Day(token.start, token.end, day=figure) for figure in (token.number, token.second))
    return [first, Mark(token.end, token.end, Role.OR), second], i + 1


def _no_run(source: Source, items: list[Item], i: int) -> None:
    """Remember where a list ended without a month, so that it is not read again from its second day."""
    source.no_run_before = i if len(items) > 2 else 0


def _is_age(source: Source, items: list[Item], i: int) -> bool:
    """Whether a lone figure is no day of the month: "I'm 25 in March"."""
    return len(items) == 1 and source.role(i) is Role.IN and source.role(i - 1) is Role.NUMBER


def _in_month(source: Source, i: int, items: list[Item], named: MonthBehind) -> Read:
    """The days of a list from token `i` on with the month behind them."""
    dated: list[Item] = []
    for item in items:
        if isinstance(item, Day):
            check(source.at(i), named.month, item)
            dated.append(replace(item, month=named.month, year=named.year))
        else:
            dated.append(item)
    last = dated[-1]
    if isinstance(last, Day):
        dated[-1] = replace(last, end=source.at(named.after - 1).end)
    return dated, named.after


def _after_range(source: Source, i: int, items: list[Item]) -> bool:
    """Whether a range went before, so that another range mark cannot go on with it ("6-8 until 17 Dec")."""
    if len(items) > 2:
        mark = items[-2]
        return isinstance(mark, Mark) and mark.role in _SPANS
    return len(items) == 1 and source.role(i - 1) in _SPANS and source.role(i - 2) is Role.NUMBER


# days behind their month


def read_month(source: Source, i: int) -> Read | None:
    """A month, alone or with the days after it: "Dec 4, 5 or 11", "Febuary 12-14", "March 2027"."""
    first = _first_day(source, i)
    if first is None or _leads_elsewhere(source, first.after):
        return _whole_month(source, i)
    month = source.at(i)
    items, j = _listed_days(source, replace(first.day, start=month.start), first.after)
    year, j = year_at(source, j)
    dated: list[Item] = []
    for item in items:
        if isinstance(item, Day):
            check(month, month.number, item)
            dated.append(replace(item, month=month.number, year=year))
        else:
            dated.append(item)
    return dated, j


def _first_day(source: Source, i: int) -> Element | None:
    """The day right behind the month at `i`: "Dec 4", "Dec. 4", "Dec-4"; but not "in December. 4 of us"."""
    j = source.skip(i + 1, Role.STOP, Role.DASH, Role.SLASH)
    first = read_element(source, j) if source.year(j) is None else None
    if first is None or source.role(j) is Role.WEEKDAY:
        return None
    stop = source.at(i + 1)
    if first.sure or stop.role is not Role.STOP or stop.end == source.at(j).start:
        return first
    return first if source.at(i).end == stop.start else None


def _whole_month(source: Source, i: int) -> Read:
    """A month without days, or the heading of its list: "March 2027", "January: 8, 9"."""
    token = source.at(i)
    year, j = year_at(source, i + 1)
    stretch = month_stretch(source, token.number, year, start=token.start, end=source.at(j - 1).end)
    if source.role(j) is not Role.COLON:
        return [stretch], j
    if not _is_list(source, j + 1):
        return [stretch], j + 1  # "January: every weekend"
    source.header = (token.number, year)
    return [stretch] if _repeats_before(source, i) else [], j + 1


def _listed_days(source: Source, first: Day, i: int) -> Read:
    """The days that go on from the first, whose token is before `i`: "Dec 4, 5 or 11"."""
    items: list[Item] = [first]
    ranged = False
    while len(items) <= _MOST_LISTED:
        join = _join_at(source, i)
        element = _next_day(source, join, ranged=ranged)
        if element is None:
            break
        ranged = ranged or source.role(join) in _SPANS
        items += [_mark(source, join), element.day]
        i = element.after
    return items, i


def _next_day(source: Source, join: int, *, ranged: bool) -> Element | None:
    """The day behind a mark that joins it to those before; None where it is something else."""
    if source.role(join) not in _JOINS:
        return None
    element = read_element(source, join + 1)
    if element is None or source.role(join + 1) is Role.WEEKDAY or _leads_elsewhere(source, element.after):
        return None
    if element.sure:
        return element
    follows = source.role(element.after)
    if follows in (Role.MONTH, Role.WORD) and source.role(join) is not Role.DASH:
        return None  # "Jan 5 and 6 Feb", "Feb 20, 9 songs"
    if follows in (Role.DASH, Role.TO) and not ranged:
        return None  # "Dec 4, 7-9" may be hours
    return element


def _repeats_before(source: Source, i: int) -> bool:
    """Whether the month at `i` is that of a weekday that repeats: "every Friday in December: 4, 11"."""
    i -= 1
    while source.role(i) in (Role.IN, Role.OF, Role.THE, Role.COMMA, Role.FROM_OF):
        i -= 1
    token = source.at(i)
    weekend = token.role is Role.UNIT and token.key == "weekend"
    if token.role is not Role.WEEKDAY and not weekend:
        return False
    return token.many or any(t.role in (Role.EVERY, Role.ALL, Role.ALTERNATE) for t in source.tokens[:i])


def _is_list(source: Source, i: int) -> bool:
    """Whether days of the month stand at `i`, with or without their weekdays."""
    i = source.skip(i, Role.THE, Role.ON, Role.NOISE)
    token = source.at(i)
    if token.role is Role.WEEKDAY and not token.many:
        token = source.at(source.skip(i + 1, Role.THE, Role.STOP))
    return token.role in (Role.NUMBER, Role.ORDINAL, Role.CARDINAL, Role.SLASHED, Role.DOTTED)


def _leads_elsewhere(source: Source, i: int) -> bool:
    """Whether the figure before `i` is rather the beginning of a time or a quantity."""
    if source.role(i) in (Role.DASH, Role.TO, Role.UNTIL):
        return source.role(i + 1) in (Role.CLOCK, Role.CLOCK_WORD, Role.PART)
    return source.role(i) in NOT_A_DAY and source.role(i) is not Role.COLON
