"""Days of the month, alone or in lists and ranges that share their month."""

from dataclasses import replace

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Day, Item, Mark
from core.scheduling.phrases.lexing.tokens import Token
from core.scheduling.phrases.reading.months import month_stretch, year_at
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Trouble

_JOINS = (Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.DASH, Role.TO, Role.UNTIL)


_MOST_LISTED = 60
"""Days, and the marks between them, of one list."""
_AFTER_HOUR = (Role.DASH, Role.TO, Role.UNTIL, Role.COLON, Role.PART, Role.ONWARDS)


_SPANS = (Role.DASH, Role.TO, Role.UNTIL)


_NOT_A_DAY = (
    Role.MERIDIEM,
    Role.OCLOCK,
    Role.QUANTITY_UNIT,
    Role.QUANTITY,
    Role.LABEL,
    Role.UNIT,
    Role.COLON,
    Role.TIMES,
    Role.ELSEWHERE,
    Role.WEEK_OF,
    Role.HALF,
)


def impossible(token: Token) -> Unclear:
    """The refusal of a date that is none."""
    return Unclear(Trouble.IMPOSSIBLE_DATE, start=token.start, end=token.end)


def fits(day: int, month: int) -> bool:
    """Whether there is such a day in some year."""
    return 1 <= month <= 12 and day >= 1 and calendar.make(2028, month, day) is not None


def _element(source: Source, i: int) -> tuple[Day, int, bool] | None:
    """One day of the month, with its weekday if there is one; and whether it is surely a day."""
    start, weekday, sure = source.at(i).start, None, False
    i += source.role(i) is Role.THE and source.role(i + 1) is Role.WEEKDAY
    if source.role(i) is Role.WEEKDAY and not source.at(i).many:
        weekday, sure = source.at(i).number, True
        i = source.skip(i + 1, Role.STOP)
        if source.role(i) is Role.COMMA and source.role(i + 1) in (Role.ORDINAL, Role.THE):
            i += 1
    if source.role(i) is Role.THE:
        i += 1
    token = source.at(i)
    if token.role is Role.CARDINAL and source.role(i - 1) is Role.MONTH:
        return Day(start, token.end, day=token.number), i + 1, True
    if (
        token.role not in (Role.NUMBER, Role.ORDINAL)
        or token.number < 0
        or (len(token.text) > 2 and token.role is Role.NUMBER)
    ):
        return None
    half = source.role(i + 1) is Role.MERIDIEM and token.role is Role.ORDINAL  # "the 8th pm"
    if source.role(i + 1) in _NOT_A_DAY and source.role(i + 1) is not Role.COLON and not half:
        return None
    figure = token.role is Role.ORDINAL and token.key == "figure"
    if not 1 <= token.number <= 31:
        if weekday is not None or (
            figure and (source.role(i - 1) is Role.THE or _month_behind(source, i + 1))
        ):
            raise impossible(token)
        return None
    return Day(start, token.end, weekday=weekday, day=token.number), i + 1, sure or token.role is Role.ORDINAL


def read_run(source: Source, i: int) -> Read | None:
    """Days that share a month behind them: "8 and 9 Jan", "Fri 5 to Mon 8 Feb", "4-23 of this month"."""
    if i < source.no_run_before:
        return None
    items: list[Item] = []
    j = i
    while True:
        token = source.at(j)
        if token.role is Role.SLASHED:
            for figure in (token.number, token.second):
                items.append(Day(token.start, token.end, day=figure))
                items.append(Mark(token.end, token.end, Role.OR))
            items.pop()
            j += 1
        else:
            element = _element(source, j)
            if element is None:
                source.no_run_before = j if len(items) > 2 else 0
                return None
            items.append(element[0])
            j = element[1]
        named = _month_behind(source, j)
        if named is not None:
            month, year, after = named
            if len(items) == 1 and source.role(j) is Role.IN and source.role(j - 1) is Role.NUMBER:
                return None  # "I'm 25 in March"
            for at, item in enumerate(items):
                if isinstance(item, Day):
                    items[at] = replace(item, month=month, year=year)
                    _check(source.at(i), month, item)
            end = source.at(after - 1).end
            last = items[-1]
            if isinstance(last, Day):
                items[-1] = replace(last, end=end)
            return items, after
        join = (
            source.skip(j, Role.COMMA) if source.role(j) is Role.COMMA and source.role(j + 1) in _JOINS else j
        )
        joined = source.role(join)
        if len(items) > _MOST_LISTED:
            raise Unclear(Trouble.UNSUPPORTED, start=source.at(i).start, end=source.at(j).end)
        if joined not in _JOINS:
            source.no_run_before = j if len(items) > 2 else 0
            return None
        if joined in _SPANS and _after_range(source, i, items):
            return None
        items.append(Mark(source.at(join).start, source.at(join).end, source.role(join)))
        j = join + 1


def _after_range(source: Source, i: int, items: list[Item]) -> bool:
    """Whether a range went before, so that another range mark cannot go on with it ("6-8 until 17 Dec")."""
    if len(items) > 2:
        mark = items[-2]
        return isinstance(mark, Mark) and mark.role in _SPANS
    return len(items) == 1 and source.role(i - 1) in _SPANS and source.role(i - 2) is Role.NUMBER


def _check(token: Token, month: int, day: Day) -> None:
    if day.day is not None and not fits(day.day, month):
        raise Unclear(Trouble.IMPOSSIBLE_DATE, start=day.start or token.start, end=day.end)


def _month_behind(source: Source, i: int) -> tuple[int, int | None, int] | None:
    """The month (and year) that the days before `i` belong to."""
    j = source.skip(i, Role.OF, Role.STOP, Role.DASH, Role.SLASH, Role.IN, Role.THE)
    token = source.at(j)
    if token.key == "day" and source.role(j + 1) is Role.OF:  # "third day of october"
        j, token = j + 2, source.at(j + 2)
    if token.role is Role.MONTH and j - i <= 2:
        year, after = year_at(source, j + 1)
        return token.number, year, after
    if token.role in (Role.THIS, Role.NEXT) and source.at(j + 1).key == "month" and not source.at(j + 1).many:
        month = calendar.month_start(source.today, token.role is Role.NEXT)
        return month.month, month.year, j + 2
    return None


def read_month(source: Source, i: int) -> Read | None:
    """A month, alone or with the days after it: "Dec 4, 5 or 11", "Febuary 12-14", "March 2027"."""
    token = source.at(i)
    j = (
        source.skip(i + 1, Role.STOP, Role.DASH, Role.SLASH)
        if source.role(i + 1) in (Role.STOP, Role.DASH, Role.SLASH)
        else i + 1
    )
    first = _element(source, j) if source.year(j) is None else None
    if first is not None and source.role(j) is Role.WEEKDAY:
        first = None
    if (
        first is not None
        and j > i + 1
        and source.role(i + 1) is Role.STOP
        and source.at(i + 1).end != source.at(j).start
    ):
        first = first if first[2] or source.at(i).end == source.at(i + 1).start else None
    if first is None or _leads_elsewhere(source, first[1]):
        year, j = year_at(source, i + 1)
        stretch = month_stretch(source, token.number, year, start=token.start, end=source.at(j - 1).end)
        if source.role(j) is Role.COLON:
            if not _is_list(source, j + 1):
                return [stretch], j + 1  # "January: every weekend"
            source.header = (token.number, year)
            return [stretch] if _repeats_before(source, i) else [], j + 1
        return [stretch], j
    items: list[Item] = [replace(first[0], start=token.start)]
    ranged = False
    j = first[1]
    while True:
        join = (
            source.skip(j, Role.COMMA) if source.role(j) is Role.COMMA and source.role(j + 1) in _JOINS else j
        )
        role = source.role(join)
        if role not in _JOINS or len(items) > _MOST_LISTED:
            break
        element = _element(source, join + 1)
        if element is None or source.role(join + 1) is Role.WEEKDAY or _leads_elsewhere(source, element[1]):
            break
        if source.role(element[1]) in (Role.MONTH, Role.WORD) and not element[2] and role is not Role.DASH:
            break  # "Jan 5 and 6 Feb", "Feb 20, 9 songs"
        span = role in (Role.DASH, Role.TO, Role.UNTIL)
        opens = source.role(element[1]) in (Role.DASH, Role.TO)
        if opens and not ranged and not element[2]:
            break  # "Dec 4, 7-9" may be hours
        ranged = ranged or span
        items += [Mark(source.at(join).start, source.at(join).end, role), element[0]]
        j = element[1]
    year, j = year_at(source, j)
    for at, item in enumerate(items):
        if isinstance(item, Day):
            _check(token, token.number, item)
            items[at] = replace(item, month=token.number, year=year)
    return items, j


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
    return source.role(i) in _NOT_A_DAY and source.role(i) is not Role.COLON


def _is_near(source: Source, weekday: int, number: int) -> bool:
    """Whether the next such day of a month falls on that weekday, so that "Fri 11" is a date and no hour."""
    for months in (0, 1):
        first = calendar.month_start(source.today, months)
        found = calendar.make(first.year, first.month, number)
        if found is not None and found >= source.today:
            return found.weekday() == weekday
    return False


def read_lone(source: Source, i: int) -> Read | None:
    """A weekday, or a day of a month that is not said: "Friday", "the 12th", "Tues 8th", "Monday 21"."""
    token = source.at(i)
    listed = token.role is Role.ORDINAL and token.key == "figure"
    if source.header is not None and (listed or (token.role is Role.NUMBER and len(token.text) < 3)):
        month, year = source.header
        if 1 <= token.number <= 31 and source.role(i + 1) not in (*_NOT_A_DAY, Role.DASH, Role.TO):
            day = Day(token.start, token.end, day=token.number, month=month, year=year)
            _check(token, month, day)
            return [day], i + 1
    element = _element(source, i)
    if element is not None:
        day, j, sure = element
        last = source.at(j - 1)
        figure = last.role is Role.ORDINAL and last.key == "figure"
        named = (
            last.role is Role.ORDINAL
            and (day.weekday is not None or last.number > 3)
            and source.role(j) is not Role.WORD
        )
        if figure or named:
            if source.role(j) is Role.WEEKDAY and day.weekday is None and not source.at(j).many:
                return [replace(day, weekday=source.at(j).number, end=source.at(j).end)], j + 1
            return [day], j
        if day.weekday is not None and day.day is not None and sure:
            dash = source.role(j) in (Role.DASH, Role.COLON) and source.role(j + 1) not in (
                Role.NUMBER,
                Role.CLOCK,
                Role.DOTTED,
            )
            no_hour = (dash or source.role(j) not in _AFTER_HOUR) and _is_near(source, day.weekday, day.day)
            if no_hour or day.day > 12:
                return [day], j
        in_month = source.role(j) is Role.OF and source.role(j + 1) in (Role.THIS, Role.NEXT)
        if in_month:
            return None
    if token.role is Role.WEEKDAY and not token.many:
        return [Day(token.start, token.end, weekday=token.number)], i + 1
    return None
