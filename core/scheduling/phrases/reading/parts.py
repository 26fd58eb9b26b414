"""Parts of months, weeks and years: early, the first two weeks of, the rest of."""

from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Clock, Day, Shape, Stretch, Time
from core.scheduling.phrases.reading.dates import read_day
from core.scheduling.phrases.reading.months import in_company, month_stretch, year_at
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Assumed, Trouble

PERIODS = ("week", "weekend", "workweek", "month", "year")


def unit_around(unit: str, day: date, *, start: int, end: int) -> Stretch:
    """The week, weekend, month or year that holds a day."""
    match unit:
        case "weekend":
            first = calendar.monday(day) + timedelta(days=5)
            last = first + calendar.DAY
        case "workweek":
            first = calendar.monday(day)
            last = first + timedelta(days=4)
        case "month":
            first, last = day.replace(day=1), calendar.month_end(day)
        case "year":
            first, last = day.replace(month=1, day=1), day.replace(month=12, day=31)
        case _:
            first = calendar.monday(day)
            last = first + timedelta(days=6)
    return Stretch(start, end, first, last, unit="week" if unit == "workweek" else unit)


def read_rest(source: Source, i: int) -> Read | None:
    """The rest of the week, of this month, of December; of the month or week that was spoken of before."""
    token = source.at(i)
    j = source.skip(i + 1, Role.OF, Role.FROM, Role.FROM_OF, Role.THE, Role.THIS, Role.NOISE)
    unit = source.at(j)
    spoken_of = _spoken_of(source, i, unit.key) if source.role(j - 1) is not Role.THIS else None
    if unit.role is Role.UNIT and spoken_of is not None:
        first = max(spoken_of.first, source.today)
        return [Stretch(token.start, unit.end, first, spoken_of.last, unit="rest")], j + 1
    if unit.role is Role.UNIT and unit.key in PERIODS:
        last = unit_around(unit.key, source.today, start=0, end=0).last
    elif unit.role is Role.UNIT and unit.key == "day":
        return [Stretch(token.start, unit.end, source.today, source.today, unit="rest")], j + 1
    elif unit.role is Role.MONTH:
        last = month_stretch(source, unit.number, None, start=0, end=0).last
    else:
        return None
    first = source.today
    if unit.role is Role.MONTH and last.replace(day=1) > first:
        first = last.replace(day=1)
    return [Stretch(token.start, unit.end, first, last, unit="rest")], j + 1


def _spoken_of(source: Source, i: int, unit: str) -> Stretch | None:
    """The month that was named before token `i`, or the week; None where there is none."""
    if unit == "month":
        named = next((token for token in reversed(source.tokens[:i]) if token.role is Role.MONTH), None)
        return None if named is None else month_stretch(source, named.number, None, start=0, end=0)
    last = source.last_stretch
    return last if last is not None and last.unit == unit else None


_MONTH_PARTS = {
    Role.EARLY: (1, 10),
    Role.BEGINNING: (1, 10),
    Role.MID: (11, 20),
    Role.LATE: (21, 31),
    Role.ENDING: (24, 31),
}


_WEEK_PARTS = {
    Role.EARLY: (0, 2),
    Role.BEGINNING: (0, 2),
    Role.MID: (1, 3),
    Role.LATE: (4, 6),
    Role.ENDING: (4, 6),
}


_YEAR_PARTS = {
    Role.EARLY: (1, 3),
    Role.BEGINNING: (1, 1),
    Role.MID: (5, 8),
    Role.LATE: (10, 12),
    Role.ENDING: (12, 12),
}


def read_part(source: Source, i: int) -> Read | None:
    """Mid December, the end of next month, early next week, the end of the year."""
    token = source.at(i)
    j = source.skip(i + 1, Role.OF, Role.THE, Role.IN, Role.AT, Role.ON, Role.DASH)
    which = source.role(j)
    if which in (Role.THIS, Role.NEXT):
        j += 1
    unit = source.at(j)
    by = which is Role.NEXT or (which is Role.THIS and source.at(j - 1).key == "coming")
    if unit.role is Role.MONTH and (in_company(source, j) or j > i + 1):
        year, after = year_at(source, j + 1)
        month = month_stretch(source, unit.number, year, start=token.start, end=source.at(after - 1).end)
    elif unit.role is Role.UNIT and unit.key == "month" and not unit.many:
        month = unit_around("month", calendar.month_start(source.today, by), start=token.start, end=unit.end)
        after = j + 1
    elif unit.role is Role.UNIT and unit.key in ("week", "workweek"):
        monday = calendar.monday(source.today) + by * calendar.WEEK
        a, b = _WEEK_PARTS[token.role]
        first, last = monday + timedelta(days=a), monday + timedelta(days=b)
        return [
            Stretch(
                token.start,
                unit.end,
                max(first, min(source.today, last)),
                last,
                unit="part",
                assumed=Assumed.DATE,
            )
        ], j + 1
    elif unit.role is Role.UNIT and unit.key == "year":
        year = source.today.year + by
        a, b = _YEAR_PARTS[token.role]
        last = calendar.month_end(date(year, b, 1))
        return [
            Stretch(token.start, unit.end, date(year, a, 1), last, unit="part", assumed=Assumed.DATE)
        ], j + 1
    elif token.role is Role.ENDING and source.role(i - 1) in (Role.UNTIL, Role.TO, Role.DASH):
        return _day_end(source, i, j - (which in (Role.THIS, Role.NEXT)))
    else:
        return None
    a, b = _MONTH_PARTS[token.role]
    first, last = month.first.replace(day=a), month.first.replace(day=min(b, month.last.day))
    name = "mid" if token.role is Role.MID else "part"
    return [Stretch(token.start, month.end, first, last, unit=name, assumed=Assumed.DATE)], after


def _day_end(source: Source, i: int, j: int) -> Read | None:
    """The end of a day: "until the end of Friday", "Tue 9:00 to the end of Fri 4 Dec"."""
    found = read_day(source, j)
    if found is None or len(found[0]) != 1 or not isinstance(found[0][0], Day):
        return None
    day = replace(found[0][0], start=source.at(i).start)
    if source.role(i - 1) is Role.UNTIL:
        return [day], found[1]
    return [day, Time(day.end, day.end, Shape.AT, first=Clock(day.end, day.end, 24, 0, "24"))], found[1]


def read_nth(source: Source, i: int) -> Read | None:
    """The first two weeks of March, the second half of January, the last weekend of June."""
    token = source.at(i)
    nth = -1 if token.role is Role.LAST else token.number
    j = i + 1
    if token.role is Role.HALF:
        return None
    count = source.count(j)
    if count is not None and source.role(j) is not Role.A:
        j += 1
    unit = source.at(j)
    if unit.role is Role.HALF and count is None and nth in (1, 2, -1):
        name = "half"
    elif unit.role is Role.UNIT and unit.key in ("week", "weekend", "day", "fortnight"):
        name = unit.key
    elif unit.role is Role.WEEK_OF:
        name, j = "week", j - 1  # "week of" is one word there
    else:
        return None
    behind = _of_month(source, j + 1)
    if behind is None:
        return None
    month, after = behind
    last_day = month.last.day
    end = source.at(after - 1).end
    if name == "half":
        a, b = (1, 15) if nth == 1 else (16, last_day)
        return [
            Stretch(token.start, end, month.first.replace(day=a), month.first.replace(day=b), unit="part")
        ], after
    if name == "weekend":
        if count is not None:
            return None
        saturday = calendar.nth_weekday(month.first, 5, nth)
        if saturday is None:
            raise Unclear(Trouble.IMPOSSIBLE_DATE, start=token.start, end=end)
        return [Stretch(token.start, end, saturday, saturday + calendar.DAY, unit="weekend")], after
    length = {"week": 7, "fortnight": 14, "day": 1}[name] * (count or 1)
    first = last_day - length + 1 if nth == -1 else (nth - 1) * length + 1
    last = min(first + length - 1, last_day)
    if not 1 <= first <= last_day:
        raise Unclear(Trouble.IMPOSSIBLE_DATE, start=token.start, end=end)
    assumed = Assumed.DATE if name == "week" and month.first.weekday() != 0 else None
    return [
        Stretch(
            token.start,
            end,
            month.first.replace(day=first),
            month.first.replace(day=last),
            unit="part",
            assumed=assumed,
        )
    ], after


def _of_month(source: Source, i: int) -> tuple[Stretch, int] | None:
    """The month behind "of March", "in next month", "of the month"."""
    if source.role(i) not in (Role.OF, Role.IN, Role.WEEK_OF):
        named = source.role(i) is Role.MONTH and (not source.at(i).shy or source.role(i - 1) is Role.HALF)
        if not named:
            return None
        i -= 1
    j = source.skip(i + 1, Role.THE)
    token = source.at(j)
    if token.role is Role.MONTH:
        year, after = year_at(source, j + 1)
        return month_stretch(source, token.number, year, start=token.start, end=token.end), after
    if token.role in (Role.THIS, Role.NEXT) and source.at(j + 1).key == "month":
        day = calendar.month_start(source.today, token.role is Role.NEXT)
        return unit_around("month", day, start=token.start, end=source.at(j + 1).end), j + 2
    if token.key == "month" and not token.many and j > i + 1:
        return unit_around("month", source.today, start=token.start, end=token.end), j + 1
    return None
