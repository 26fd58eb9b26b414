"""Days named by figures, months, weekdays and feasts."""

from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Day, Item, Mark, Shape, Stretch, Time, Which
from core.scheduling.phrases.source import Read, Source, Unclear
from core.scheduling.phrases.tokens import Token
from core.scheduling.phrases.understanding import Assumed, Trouble

_JOINS = (Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.DASH, Role.TO, Role.UNTIL)
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
_SEASONS = {"christmas": (1, 1), "new_year": (1, 0), "easter": (2, 1)}
"""Feasts that "over" or "at" makes several days of: how many before and after."""
_WHICH = {Role.THIS: Which.THIS, Role.NEXT: Which.NEXT, Role.LAST: Which.LAST}


def read_day(source: Source, i: int) -> Read | None:
    """A day, or a list or range of days that share their month, from token `i`."""
    token = source.at(i)
    match token.role:
        case Role.RELATIVE_DAY:
            on = source.today + timedelta(days=token.number)
            if token.number < 0:
                raise Unclear(Trouble.PAST, start=token.start, end=token.end, day=on)
            return [Day(token.start, token.end, on=on)], i + 1
        case Role.TONIGHT:
            return [
                Day(token.start, token.end, on=source.today),
                Time(token.start, token.end, Shape.PART, part="night"),
            ], i + 1
        case Role.DATE:
            return [_full(source, token)], i + 1
        case Role.MONTH_YEAR:
            month = calendar.make(token.number, token.second, 1)
            assert month is not None  # the shape allows only months
            return [Stretch(token.start, token.end, month, calendar.month_end(month), unit="month")], i + 1
        case Role.HOLIDAY:
            return _holiday(source, i)
        case Role.THIS | Role.NEXT | Role.LAST:
            return _pointed(source, i)
        case Role.MONTH:
            return _month_first(source, i) if in_company(source, i) else None
    if source.year(i) is not None and source.role(i + 1) is Role.MONTH:
        year = source.year(i)
        following = source.at(i + 1)
        return [month_stretch(source, following.number, year, start=token.start, end=following.end)], i + 2
    run = _run(source, i)
    if run is not None:
        return run
    if token.role is Role.SLASHED:
        return _slashed(source, i)
    if token.role is Role.DOTTED:
        return _dotted(source, i)
    return _lone(source, i)


def in_company(source: Source, i: int) -> bool:
    """Whether the month at `i` is meant as one; a shy word (may, march) needs a date's company."""
    if not source.at(i).shy:
        return True
    if len(source.tokens) == 1:
        return True
    near = {
        Role.IN, Role.OF, Role.UNTIL, Role.FROM, Role.BEFORE, Role.AFTER, Role.TO, Role.DASH, Role.THIS, Role.NEXT,
        Role.ALL, Role.MID, Role.EARLY, Role.LATE, Role.BEGINNING, Role.ENDING, Role.REST, Role.STARTING, Role.BETWEEN,
        Role.EXCEPT, Role.SLASH, Role.BUSY, Role.FREE, Role.NUMBER, Role.ORDINAL, Role.DOTTED,
    }  # fmt: skip
    before, after = source.role(i - 1), source.role(i + 1)
    if before in (Role.THIS, Role.NEXT):
        return after not in (Role.WORD, Role.OR, Role.NOISE, Role.NOT)
    if before in near or (before is Role.STOP and source.role(i - 2) is Role.NUMBER):
        return not (before in (Role.FREE, Role.NUMBER) and after in (Role.WORD, Role.FREE))
    if after is Role.STOP:
        after = source.role(i + 2) if source.role(i + 2) in (Role.NUMBER, Role.ORDINAL) else after
    if after in (Role.NUMBER, Role.ORDINAL, Role.CARDINAL) or (
        after is Role.THE and source.role(i + 2) in (Role.NUMBER, Role.ORDINAL)
    ):
        return True
    beyond = source.skip(i + 2, Role.MID, Role.EARLY, Role.LATE, Role.ENDING, Role.BEGINNING, Role.THE)
    joins = (Role.DASH, Role.TO, Role.AND, Role.OR, Role.SLASH, Role.UNTIL)
    joined = after in joins and source.role(beyond) is Role.MONTH
    return joined or (before in (Role.AND, Role.OR, Role.COMMA) and source.role(i - 2) is Role.MONTH)


def year_at(source: Source, i: int) -> tuple[int | None, int]:
    """A year from `i` on ("2027", ", 2027", "of 2027", "next year"), and the next index."""
    j = (
        source.skip(i, Role.COMMA, Role.OF, Role.IN, Role.STOP, Role.DASH)
        if source.role(i) is not Role.END
        else i
    )
    if j - i <= 1:
        year = source.year(j)
        if year is not None:
            return year, j + 1
        if source.role(j) is Role.NUMBER and source.at(j).start > 0 and len(source.at(j).text) == 4:
            return None, i
    j = source.skip(i, Role.OF, Role.IN, Role.THE)
    if source.role(j) in (Role.NEXT, Role.THIS) and source.at(j + 1).key == "year":
        return source.today.year + (source.role(j) is Role.NEXT), j + 2
    return None, i


def month_stretch(source: Source, month: int, year: int | None, *, start: int, end: int) -> Stretch:
    """The whole of a month: of the year said, else the next one that is not over."""
    first = date(year or source.today.year, month, 1)
    if year is None and calendar.month_end(first) < source.today:
        first = first.replace(year=first.year + 1)
    source.month = (first.year, first.month)
    return Stretch(start, end, first, calendar.month_end(first), unit="month")


def _impossible(token: Token) -> Unclear:
    return Unclear(Trouble.IMPOSSIBLE_DATE, start=token.start, end=token.end)


def _full(source: Source, token: Token) -> Day:
    """A date in figures with its year; the order of day and month is the locale's unless it does not fit."""
    if token.key == "iso":
        found = calendar.make(token.number, token.second, token.third)
        if found is None:
            raise _impossible(token)
        return Day(token.start, token.end, on=found, year=found.year)
    day, month, swapped = _ordered(source, token, token.second, token.third)
    found = calendar.make(token.number, month, day)
    if found is None:
        raise _impossible(token)
    return Day(token.start, token.end, day=day, month=month, year=found.year, swapped=swapped)


def _ordered(source: Source, token: Token, a: int, b: int) -> tuple[int, int, tuple[int, int] | None]:
    """Day and month of two figures, and the other order when that is a date too."""
    first_is_month = source.month_first and token.role is not Role.DOTTED
    if source.month_first and token.role is Role.DOTTED and token.key != "date":
        first_is_month = True
    day, month = (b, a) if first_is_month else (a, b)
    fits, other = _fits(day, month), _fits(month, day)
    if not fits and not other:
        raise _impossible(token)
    if not fits:
        return month, day, None
    return day, month, (month, day) if other and day != month else None


def _fits(day: int, month: int) -> bool:
    return 1 <= month <= 12 and day >= 1 and calendar.make(2028, month, day) is not None


def _slashed(source: Source, i: int) -> Read | None:
    token = source.at(i)
    if source.role(i + 1) in (Role.QUANTITY_UNIT, Role.LABEL):
        return None
    day, month, swapped = _ordered(source, token, token.number, token.second)
    return [Day(token.start, token.end, day=day, month=month, swapped=swapped)], i + 1


def _dotted(source: Source, i: int) -> Read | None:
    """ "11.8" and "01.11" are dates unless they must be times; "7.30" is a time where a day is said."""
    token = source.at(i)
    tail = token.text.rpartition(".")[2] if token.key != "date" else ""
    if token.key != "date" and len(tail) == 2:
        if not (_fits(token.number, token.second) or _fits(token.second, token.number)):
            return None
        before = source.role(i - 1)
        if before in (Role.AT, Role.LABEL, Role.UNTIL, Role.AFTER, Role.BEFORE):
            return None
        if source.dated and _hours(source, i):
            return None
        zeros = token.text.startswith("0") or tail.startswith("0")
        if source.dated and not (zeros and token.second <= 12):
            beside = before in (Role.WEEKDAY, Role.RELATIVE_DAY)
            if not (beside and token.second <= 12 and token.number > 12) and not _agrees(source, i):
                return None
    if token.key == "date" and not (_fits(token.number, token.second) or _fits(token.second, token.number)):
        raise _impossible(token)
    day, month, swapped = _ordered(source, token, token.number, token.second)
    year, j = (None, i + 1) if token.key != "date" else year_at(source, i + 1)
    return [Day(token.start, source.at(j - 1).end, day=day, month=month, year=year, swapped=swapped)], j


def _hours(source: Source, i: int) -> bool:
    """Whether the dotted figures at `i` are one end of "17.05-18.15"."""
    for mark, other in ((i + 1, i + 2), (i - 1, i - 2)):
        beside = source.at(other)
        if source.role(mark) in (Role.DASH, Role.TO, Role.UNTIL) and beside.role in (Role.DOTTED, Role.CLOCK):
            if beside.role is Role.CLOCK or beside.second > 12 or beside.second == 0 or source.at(i).second > 12:
                return source.at(i).number <= 24
    return False


def _agrees(source: Source, i: int) -> bool:
    """Whether the dotted figures at `i` are the date of the weekday or "today" before them."""
    token, before = source.at(i), source.at(i - 1)
    if not _fits(token.number, token.second):
        return False
    found = calendar.make(source.today.year, token.second, token.number)
    if found is not None and found < source.today:
        found = calendar.make(source.today.year + 1, token.second, token.number)
    if found is None:
        return False
    if before.role is Role.WEEKDAY:
        return found.weekday() == before.number
    return before.role is Role.RELATIVE_DAY and found == source.today + timedelta(days=before.number)


def _holiday(source: Source, i: int) -> Read | None:
    token = source.at(i)
    year, j = year_at(source, i + 1)
    found = calendar.next_holiday(token.key, source.today, year)
    if found is None:
        return None
    if source.role(j) is Role.UNIT and source.at(j).key in ("weekend", "week") and not source.at(j).many:
        end = source.at(j).end
        if token.key.startswith("easter") or token.key == "good_friday":
            first = calendar.easter(found.year) - timedelta(days=2 if source.at(j).key == "weekend" else 6)
            last = calendar.easter(found.year) + timedelta(days=source.at(j).key == "weekend")
            return [Stretch(token.start, end, first, last, unit="holiday", assumed=Assumed.DATE)], j + 1
        if source.at(j).key == "weekend":
            return [weekend_near(found, start=token.start, end=end)], j + 1
        first = calendar.monday(found)
        return [
            Stretch(token.start, end, first, first + timedelta(days=6), unit="week", assumed=Assumed.DATE)
        ], j + 1
    end = source.at(j - 1).end
    if token.key in _SEASONS and source.role(i - 1) in (Role.AT, Role.IN):
        before, after = _SEASONS[token.key]
        first, last = found - timedelta(days=before), found + timedelta(days=after)
        return [Stretch(token.start, end, first, last, unit="season", assumed=Assumed.DATE)], j
    return [Day(token.start, end, on=found, year=year, assumed=Assumed.DATE)], j


def weekend_near(day: date, *, start: int, end: int) -> Stretch:
    """The weekend that a date is in or next to; asked about when the date is in mid-week."""
    shift = {4: 1, 5: 0, 6: -1, 0: -2}.get(day.weekday())
    if shift is None:
        raise Unclear(Trouble.AMBIGUOUS, start=start, end=end, day=day)
    saturday = day + timedelta(days=shift)
    first, last = min(saturday, day), max(saturday + calendar.DAY, day)
    return Stretch(start, end, first, last, unit="weekend", assumed=Assumed.DATE)


def _pointed(source: Source, i: int) -> Read | None:
    """This, next or last before a weekday, a month or a date."""
    which = _WHICH[source.role(i)]
    j = i + 1
    token = source.at(j)
    if token.role is Role.WEEKDAY and not token.many:
        found = _run(source, j) if which is not Which.LAST else None
        if found is not None:
            return found
        day = Day(source.at(i).start, token.end, weekday=token.number, which=which)
        if which is Which.LAST:
            raise Unclear(Trouble.PAST, start=day.start, end=day.end)
        return [day], j + 1
    if token.role is Role.MONTH and not in_company(source, j):
        return None
    if token.role is Role.MONTH and which is not Which.LAST:
        return _month_first(source, j)
    if which is Which.NEXT and token.role in (Role.ORDINAL, Role.NUMBER, Role.SLASHED):
        return read_day(source, j)
    if token.role is Role.MONTH:
        raise Unclear(Trouble.PAST, start=source.at(i).start, end=token.end)
    return None


def _element(source: Source, i: int) -> tuple[Day, int, bool] | None:
    """One day of the month, with its weekday if there is one; and whether it is surely a day."""
    start, weekday, sure = source.at(i).start, None, False
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
    if source.role(i + 1) in _NOT_A_DAY and source.role(i + 1) is not Role.COLON:
        return None
    figure = token.role is Role.ORDINAL and token.key == "figure"
    if not 1 <= token.number <= 31:
        if weekday is not None or (figure and (source.role(i - 1) is Role.THE or _month_behind(source, i + 1))):
            raise _impossible(token)
        return None
    return Day(start, token.end, weekday=weekday, day=token.number), i + 1, sure or token.role is Role.ORDINAL


def _run(source: Source, i: int) -> Read | None:
    """Days that share the month behind them: "8, 9 and 15 Jan", "Fri 5 to Mon 8 Feb", "4-23 of next month"."""
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
            assert isinstance(last, Day)
            items[-1] = replace(last, end=end)
            return items, after
        join = (
            source.skip(j, Role.COMMA) if source.role(j) is Role.COMMA and source.role(j + 1) in _JOINS else j
        )
        joined = source.role(join)
        if joined not in _JOINS or len(items) > 60 or (joined in _SPANS and _after_range(source, i, items)):
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
    if day.day is not None and not _fits(day.day, month):
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


def _month_first(source: Source, i: int) -> Read | None:
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
            source.header = (token.number, year)
            return [], j + 1
        return [stretch], j
    items: list[Item] = [replace(first[0], start=token.start)]
    ranged = False
    j = first[1]
    while True:
        join = (
            source.skip(j, Role.COMMA) if source.role(j) is Role.COMMA and source.role(j + 1) in _JOINS else j
        )
        role = source.role(join)
        if role not in _JOINS or len(items) > 60:
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


def _lone(source: Source, i: int) -> Read | None:
    """A weekday, or a day of a month that is not said: "Friday", "the 12th", "Tues 8th", "Monday 21"."""
    token = source.at(i)
    if source.header is not None and token.role is Role.NUMBER and len(token.text) < 3:
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
            if day.day > 12 or (source.role(j) not in _AFTER_HOUR and _is_near(source, day.weekday, day.day)):
                return [day], j
        in_month = source.role(j) is Role.OF and source.role(j + 1) in (Role.THIS, Role.NEXT)
        if in_month:
            return None
    if token.role is Role.WEEKDAY and not token.many:
        return [Day(token.start, token.end, weekday=token.number)], i + 1
    return None
