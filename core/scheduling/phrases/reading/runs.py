"""Days that share their month, in lists and ranges: "8 and 9 Jan", "Dec 4, 5 or 11", "December: 4, 11"."""

from dataclasses import replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import DayForm, Item, MarkForm
from core.scheduling.phrases.reading.elements import (
    NOT_A_DAY,
    Element,
    MonthBehind,
    check,
    month_behind,
    read_element,
)
from core.scheduling.phrases.reading.months import month_stretch, year_at
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords
from core.scheduling.phrases.understanding import Trouble

_JOINS = (
    Tag.COMMA,
    Tag.AND,
    Tag.OR,
    Tag.SLASH,
    Tag.DASH,
    Tag.TO,
    Tag.UNTIL,
)
_SPANS = (Tag.DASH, Tag.TO, Tag.UNTIL)
_MOST_LISTED = 60
"""Days, and the marks between them, of one list."""


def _join_at(source: Source, i: int) -> int:
    """The index of the mark that joins the day before `i` to the next; "5, and 6" has its "and"."""
    if source.tag(i) is Tag.COMMA and source.tag(i + 1) in _JOINS:
        return source.skip(i, Tag.COMMA)
    return i


def _mark(source: Source, i: int) -> MarkForm:
    token = source.at(i)
    return MarkForm(token.start, token.end, token.tag)


# days before their month


def read_run(source: Source, i: int) -> Read | None:
    """Days that share a month after them: "8 and 9 Jan", "Fri 5 to Mon 8 Feb", "4-23 of this month"."""
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
            raise UnclearWords(Trouble.UNSUPPORTED, start=source.at(i).start, end=source.at(j).end)
        join = _join_at(source, j)
        if source.tag(join) not in _JOINS:
            _no_run(source, items, j)
            return None
        if source.tag(join) in _SPANS and _after_range(source, i, items):
            return None
        items.append(_mark(source, join))
        j = join + 1


def _days_at(source: Source, i: int) -> Read | None:
    """One day of a list, or two with a slash: the "8/9" of "8/9 Jan"."""
    token = source.at(i)
    if token.tag is not Tag.SLASHED:
        element = read_element(source, i)
        return None if element is None else ([element.day], element.after)
    first, second = (DayForm(token.start, token.end, day=figure) for figure in (token.number, token.second))
    return [first, MarkForm(token.end, token.end, Tag.OR), second], i + 1


def _no_run(source: Source, items: list[Item], i: int) -> None:
    """Remember the end of a list without a month, so that it is not read again from its second day."""
    source.no_run_before = i if len(items) > 2 else 0


def _is_age(source: Source, items: list[Item], i: int) -> bool:
    """Whether a lone figure is no day of the month: "I'm 25 in March"."""
    return len(items) == 1 and source.tag(i) is Tag.IN and source.tag(i - 1) is Tag.NUMBER


def _in_month(source: Source, i: int, items: list[Item], named: MonthBehind) -> Read:
    """The days of a list from token `i` on with the month after them."""
    dated: list[Item] = []
    for item in items:
        if isinstance(item, DayForm):
            check(source.at(i), named.month, item)
            dated.append(replace(item, month=named.month, year=named.year))
        else:
            dated.append(item)
    last = dated[-1]
    if isinstance(last, DayForm):
        dated[-1] = replace(last, end=source.at(named.after - 1).end)
    return dated, named.after


def _after_range(source: Source, i: int, items: list[Item]) -> bool:
    """Whether a range went before, so that another range mark cannot go on with it ("6-8 until 17 Dec")."""
    if len(items) > 2:
        mark = items[-2]
        return isinstance(mark, MarkForm) and mark.tag in _SPANS
    return len(items) == 1 and source.tag(i - 1) in _SPANS and source.tag(i - 2) is Tag.NUMBER


# days after their month


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
        if isinstance(item, DayForm):
            check(month, month.number, item)
            dated.append(replace(item, month=month.number, year=year))
        else:
            dated.append(item)
    return dated, j


def _first_day(source: Source, i: int) -> Element | None:
    """The day right after the month at `i`: "Dec 4", "Dec. 4", "Dec-4"; but not "in December. 4 of us"."""
    j = source.skip(i + 1, Tag.STOP, Tag.DASH, Tag.SLASH)
    first = read_element(source, j) if source.year(j) is None else None
    if first is None or source.tag(j) is Tag.WEEKDAY:
        return None
    stop = source.at(i + 1)
    if first.sure or stop.tag is not Tag.STOP or stop.end == source.at(j).start:
        return first
    return first if source.at(i).end == stop.start else None


def _whole_month(source: Source, i: int) -> Read:
    """A month without days, or the heading of its list: "March 2027", "January: 8, 9"."""
    token = source.at(i)
    year, j = year_at(source, i + 1)
    stretch = month_stretch(source, token.number, year, start=token.start, end=source.at(j - 1).end)
    if source.tag(j) is not Tag.COLON:
        return [stretch], j
    if not _is_list(source, j + 1):
        return [stretch], j + 1  # "January: every weekend"
    source.header = (token.number, year)
    return [stretch] if _repeats_before(source, i) else [], j + 1


def _listed_days(source: Source, first: DayForm, i: int) -> Read:
    """The days that go on from the first, whose token is before `i`: "Dec 4, 5 or 11"."""
    items: list[Item] = [first]
    ranged = False
    while len(items) <= _MOST_LISTED:
        join = _join_at(source, i)
        element = _next_day(source, join, ranged=ranged)
        if element is None:
            break
        ranged = ranged or source.tag(join) in _SPANS
        items += [_mark(source, join), element.day]
        i = element.after
    return items, i


def _next_day(source: Source, join: int, *, ranged: bool) -> Element | None:
    """The day after a joining mark; None if it is something else."""
    if source.tag(join) not in _JOINS:
        return None
    element = read_element(source, join + 1)
    if element is None or source.tag(join + 1) is Tag.WEEKDAY or _leads_elsewhere(source, element.after):
        return None
    if element.sure:
        return element
    follows = source.tag(element.after)
    if follows in (Tag.MONTH, Tag.WORD) and source.tag(join) is not Tag.DASH:
        return None  # "Jan 5 and 6 Feb", "Feb 20, 9 songs"
    if follows in (Tag.DASH, Tag.TO) and not ranged:
        return None  # "Dec 4, 7-9" may be hours
    return element


def _repeats_before(source: Source, i: int) -> bool:
    """Whether the month at `i` is that of a weekday that repeats: "every Friday in December: 4, 11"."""
    i -= 1
    while source.tag(i) in (Tag.IN, Tag.OF, Tag.THE, Tag.COMMA, Tag.FROM_OF):
        i -= 1
    token = source.at(i)
    weekend = token.tag is Tag.UNIT and token.key == "weekend"
    if token.tag is not Tag.WEEKDAY and not weekend:
        return False
    return token.many or any(t.tag in (Tag.EVERY, Tag.ALL, Tag.ALTERNATE) for t in source.tokens[:i])


def _is_list(source: Source, i: int) -> bool:
    """Whether days of the month stand at `i`, with or without their weekdays."""
    i = source.skip(i, Tag.THE, Tag.ON, Tag.NOISE)
    token = source.at(i)
    if token.tag is Tag.WEEKDAY and not token.many:
        token = source.at(source.skip(i + 1, Tag.THE, Tag.STOP))
    return token.tag in (
        Tag.NUMBER,
        Tag.ORDINAL,
        Tag.CARDINAL,
        Tag.SLASHED,
        Tag.DOTTED,
    )


def _leads_elsewhere(source: Source, i: int) -> bool:
    """Whether the figure before `i` is rather the beginning of a time or a quantity."""
    if source.tag(i) in (Tag.DASH, Tag.TO, Tag.UNTIL):
        return source.tag(i + 1) in (Tag.CLOCK, Tag.CLOCK_WORD, Tag.PART)
    return source.tag(i) in NOT_A_DAY and source.tag(i) is not Tag.COLON
