"""Days named by figures, months, weekdays and feasts."""

from datetime import date, timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Day, Shape, Stretch, Time, Which
from core.scheduling.phrases.lexing.tokens import Token
from core.scheduling.phrases.reading.months import in_company, month_stretch, year_at
from core.scheduling.phrases.reading.runs import fits, impossible, read_lone, read_month, read_run
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Assumed, Trouble

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
        case Role.NEXT_DAY:
            if _ends_hours(source, i - 1):
                return [], i + 1
            return [Day(token.start, token.end, on=source.today + calendar.DAY)], i + 1
        case Role.TONIGHT:
            return [
                Day(token.start, token.end, on=source.today),
                Time(token.start, token.end, Shape.PART, part="night"),
            ], i + 1
        case Role.DATE:
            return [_full(source, token)], i + 1
        case Role.MONTH_YEAR:
            month = date(token.number, token.second, 1)
            return [Stretch(token.start, token.end, month, calendar.month_end(month), unit="month")], i + 1
        case Role.HOLIDAY:
            return _holiday(source, i)
        case Role.THIS | Role.NEXT | Role.LAST:
            return _pointed(source, i)
        case Role.MONTH:
            return read_month(source, i) if in_company(source, i) else None
    if source.year(i) is not None and source.role(i + 1) is Role.MONTH:
        year = source.year(i)
        following = source.at(i + 1)
        return [month_stretch(source, following.number, year, start=token.start, end=following.end)], i + 2
    run = read_run(source, i)
    if run is not None:
        return run
    if token.role is Role.SLASHED:
        return _slashed(source, i)
    if token.role is Role.DOTTED:
        return _dotted(source, i)
    return read_lone(source, i)


def _ends_hours(source: Source, i: int) -> bool:
    """Whether the token at `i` ends hours from one to another, as in "21:00-07:00 the next day"."""
    i -= source.role(i) is Role.MERIDIEM
    hours = (Role.CLOCK, Role.CLOCK_WORD, Role.NUMBER, Role.DOTTED)
    return source.role(i) in hours and source.role(i - 1) in (Role.DASH, Role.TO, Role.UNTIL)


def _full(source: Source, token: Token) -> Day:
    """A date in figures with its year; the order of day and month is the locale's unless it does not fit."""
    if token.key == "iso":
        found = calendar.make(token.number, token.second, token.third)
        if found is None:
            raise impossible(token)
        return Day(token.start, token.end, on=found, year=found.year)
    day, month, swapped = _ordered(source, token, token.second, token.third)
    found = calendar.make(token.number, month, day)
    if found is None:
        raise impossible(token)
    return Day(token.start, token.end, day=day, month=month, year=found.year, swapped=swapped)


def _ordered(source: Source, token: Token, a: int, b: int) -> tuple[int, int, tuple[int, int] | None]:
    """Day and month of two figures, and the other order when that is a date too."""
    first_is_month = source.month_first and token.role is not Role.DOTTED
    if source.month_first and token.role is Role.DOTTED and token.key != "date":
        first_is_month = True
    day, month = (b, a) if first_is_month else (a, b)
    right, other = fits(day, month), fits(month, day)
    if not right and not other:
        raise impossible(token)
    if not right:
        return month, day, None
    return day, month, (month, day) if other and day != month else None


def _slashed(source: Source, i: int) -> Read | None:
    token = source.at(i)
    if source.role(i + 1) in (Role.QUANTITY_UNIT, Role.LABEL):
        return None
    day, month, swapped = _ordered(source, token, token.number, token.second)
    at = source.skip(i + 1, Role.OF)
    year, j = (source.year(at), at + 1) if source.year(at) is not None else (None, i + 1)
    return [Day(token.start, source.at(j - 1).end, day=day, month=month, year=year, swapped=swapped)], j


def _dotted(source: Source, i: int) -> Read | None:
    """Figures with a dot.

    "11.8" and "01.11" are dates unless they must be times; "7.30" is a time where a day is said.
    """
    token = source.at(i)
    if token.key != "date" and len(token.text.rpartition(".")[2]) == 2 and not _is_date(source, i):
        return None
    if token.key == "date" and not (fits(token.number, token.second) or fits(token.second, token.number)):
        raise impossible(token)
    day, month, swapped = _ordered(source, token, token.number, token.second)
    year, j = (None, i + 1) if token.key != "date" else year_at(source, i + 1)
    return [Day(token.start, source.at(j - 1).end, day=day, month=month, year=year, swapped=swapped)], j


def _is_date(source: Source, i: int) -> bool:
    """Whether figures like "11.08" are rather a date than a time."""
    token, before = source.at(i), source.role(i - 1)
    if not (fits(token.number, token.second) or fits(token.second, token.number)):
        return False
    if source.role(i + 1) is Role.OCLOCK:
        return False
    if before in (Role.UNTIL, Role.TO, Role.DASH) and source.at(i - 2).key == "figure":
        return True  # "vom 20. bis 23.07"
    if before in (Role.AT, Role.LABEL, Role.UNTIL, Role.AFTER, Role.BEFORE):
        return False
    if not source.dated:
        return True
    if _hours(source, i):
        return False
    if (token.text.startswith("0") or token.text.rpartition(".")[2].startswith("0")) and token.second <= 12:
        return True
    if before is Role.COMMA:
        before = source.role(i - 2)
    beside = before in (Role.WEEKDAY, Role.RELATIVE_DAY)
    return (beside and token.second <= 12 and token.number > 12) or _agrees(source, i)


def _hours(source: Source, i: int) -> bool:
    """Whether the dotted figures at `i` are one end of "17.05-18.15"."""
    for mark, other in ((i + 1, i + 2), (i - 1, i - 2)):
        beside = source.at(other)
        ranged = source.role(mark) in (Role.DASH, Role.TO, Role.UNTIL)
        no_month = beside.second > 12 or beside.second == 0 or source.at(i).second > 12
        if ranged and (beside.role is Role.CLOCK or (beside.role is Role.DOTTED and no_month)):
            return source.at(i).number <= 24
    return False


def _agrees(source: Source, i: int) -> bool:
    """Whether the dotted figures at `i` are the date of the weekday or "today" before them."""
    token, before = source.at(i), source.at(i - 1)
    if not fits(token.number, token.second):
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
        found = read_run(source, j) if which is not Which.LAST else None
        if found is not None:
            return found
        day = Day(source.at(i).start, token.end, weekday=token.number, which=which)
        if which is Which.LAST:
            raise Unclear(Trouble.PAST, start=day.start, end=day.end)
        return [day], j + 1
    if token.role is Role.MONTH and not in_company(source, j):
        return None
    if token.role is Role.MONTH and which is not Which.LAST:
        return read_month(source, j)
    if which is Which.NEXT and token.role in (Role.ORDINAL, Role.NUMBER, Role.SLASHED):
        return read_day(source, j)
    if token.role is Role.MONTH:
        raise Unclear(Trouble.PAST, start=source.at(i).start, end=token.end)
    return None
