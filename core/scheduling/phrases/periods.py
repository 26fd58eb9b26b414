"""Stretches of days that words name: weeks, weekends, months and their parts, distances from now."""

from datetime import date, timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.dates import in_company, month_stretch, read_day, weekend_near, year_at
from core.scheduling.phrases.forms import Day, Shape, Stretch, Time
from core.scheduling.phrases.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Assumed, Trouble

_WEEKS = ("week", "weekend", "workweek", "month", "year")
_NEAR = (Role.THIS, Role.NEXT, Role.LAST, Role.UNIT, Role.ALL, Role.A)


def read_period(source: Source, i: int) -> Read | None:
    """A period from token `i`."""
    start = i
    i = source.skip(i, Role.ALL) if source.role(i) is Role.ALL else i
    everything = i > start
    i = source.skip(i, Role.OF, Role.IN) if everything else i
    i = i + 1 if source.role(i) is Role.THE and source.role(i + 1) in (*_NEAR, Role.REST, Role.ORDINAL) else i
    match source.role(i):
        case Role.THIS | Role.NEXT | Role.LAST:
            found = _pointed(source, i) or _counted(source, i)
        case Role.UNIT:
            found = _unit(source, i, everything=everything or start < i)
        case Role.WEEK_OF:
            found = _around(source, i + 1, "week")
        case Role.REST:
            found = _rest(source, i)
        case Role.EARLY | Role.MID | Role.LATE | Role.BEGINNING | Role.ENDING:
            found = _part(source, i)
        case Role.ORDINAL | Role.HALF:
            found = _nth(source, i)
        case Role.IN:
            found = _distance(source, i + 1)
        case Role.NUMBER | Role.CARDINAL | Role.A:
            found = _away(source, i)
        case Role.WEEKDAY | Role.RELATIVE_DAY:
            found = _weekday_week(source, i)
        case Role.DATE | Role.MONTH | Role.HOLIDAY | Role.SLASHED:
            found = _long_weekend(source, i)
        case _:
            found = None
    if found is None and source.role(i) is Role.LAST:
        found = _nth(source, i)
    if found is not None and isinstance(found[0][0], Stretch) and found[0][0].unit in ("week", "weekend"):
        source.last_stretch = found[0][0]
    return found


def stretch_of(unit: str, day: date, *, start: int, end: int) -> Stretch:
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


def _moved(unit: str, day: date, by: int) -> date:
    if unit == "month":
        return calendar.month_start(day, by)
    if unit == "year":
        return calendar.month_start(day, 12 * by)
    return day + by * calendar.WEEK


def _pointed(source: Source, i: int) -> Read | None:
    """This week, next weekend, the month after next."""
    token, unit = source.at(i), source.at(i + 1)
    if unit.role is Role.PART and token.role in (Role.THIS, Role.NEXT):
        on = source.today + timedelta(days=token.role is Role.NEXT)
        return [
            Day(token.start, token.end, on=on),
            Time(unit.start, unit.end, Shape.PART, part=unit.key),
        ], i + 2
    if unit.role is not Role.UNIT or unit.many or unit.key not in (*_WEEKS, "day"):
        return None
    if unit.key == "day":
        if token.role is Role.LAST:
            return None
        on = source.today + timedelta(days=token.role is Role.NEXT)
        return [Day(token.start, unit.end, on=on)], i + 2
    if token.role is Role.LAST:
        if source.role(i + 2) in (Role.OF, Role.IN, Role.BEFORE):
            return None
        raise Unclear(Trouble.PAST, start=token.start, end=unit.end)
    by = int(unit.key == "weekend" and source.late_sunday)
    if token.role is Role.NEXT or (token.role is Role.THIS and "coming" in token.text):
        by = 1
        if unit.key == "weekend" and token.role is Role.THIS:
            by = int(source.late_sunday)
    stretch = stretch_of(unit.key, _moved(unit.key, source.today, by), start=token.start, end=unit.end)
    if token.role is Role.NEXT and unit.key == "weekend":
        stretch = Stretch(
            stretch.start, stretch.end, stretch.first, stretch.last, unit="weekend", assumed=Assumed.WEEK
        )
    return [stretch], i + 2


def _counted(source: Source, i: int) -> Read | None:
    """Next 3 months, the next two weeks: from today on."""
    number, unit = source.count(i + 1), source.at(i + 2)
    if (
        number is None
        or source.role(i) is not Role.NEXT
        or unit.role is not Role.UNIT
        or not 0 < number <= 60
    ):
        return None
    if unit.key in ("minute", "hour"):
        return None
    first = source.today if unit.key != "day" else source.today + calendar.DAY
    if unit.key == "weekend":
        return None
    last = shifted(first, number, unit.key) - calendar.DAY
    return [Stretch(source.at(i).start, unit.end, first, last, unit="count", assumed=Assumed.DATE)], i + 3


def shifted(day: date, number: int, unit: str) -> date:
    """`number` units after a day."""
    try:
        if unit == "month":
            return calendar.add_months(day, number)
        if unit == "year":
            return calendar.add_months(day, 12 * number)
        days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "workweek": 7}[unit]
        return day + timedelta(days=days * number)
    except (OverflowError, ValueError, KeyError):
        raise Unclear(Trouble.NOT_UNDERSTOOD) from None


def _unit(source: Source, i: int, *, everything: bool) -> Read | None:
    """Weekend; the week after next; the weekend of the 17th; a week on Saturday; all month."""
    unit = source.at(i)
    if unit.many or unit.key not in _WEEKS:
        return None
    follows = source.role(i + 1)
    if follows is Role.AFTER_NEXT:
        stretch = stretch_of(
            unit.key, _moved(unit.key, source.today, 2), start=unit.start, end=source.at(i + 1).end
        )
        return [stretch], i + 2
    if unit.key in ("week", "weekend"):
        if follows is Role.AFTER:
            around = _around(source, i + 2, unit.key, after=True)
            if around is not None:
                return around
            if source.last_stretch is not None:
                first = source.last_stretch.first + calendar.WEEK
                return [stretch_of(unit.key, first, start=unit.start, end=source.at(i + 1).end)], i + 2
            return None
        if follows is Role.BEFORE:
            return _around(source, i + 2, unit.key, before=True)
        if follows in (Role.OF, Role.COLON) or unit.key == "weekend":
            around = _around(source, source.skip(i + 1, Role.OF, Role.COLON), unit.key)
            if around is not None:
                return around
        if unit.key == "week" and follows in (Role.ON, Role.RELATIVE_DAY, Role.WEEKDAY) and not everything:
            return _from_anchor(source, i + 1, 1, "week", start=unit.start)
    if unit.key == "weekend" or everything:
        if source.role(i + 1) is Role.PART and source.at(i + 1).many:
            return None
        day = source.today + (calendar.DAY if unit.key == "weekend" and source.late_sunday else 0 * calendar.DAY)
        return [stretch_of(unit.key, day, start=unit.start, end=unit.end)], i + 1
    return None


def _around(source: Source, i: int, unit: str, *, before: bool = False, after: bool = False) -> Read | None:
    """The week or weekend of, before or after a date."""
    i = source.skip(i, Role.THE, Role.ON, Role.COLON, Role.STARTING)
    if source.role(i) not in (
        Role.NUMBER, Role.ORDINAL, Role.DATE, Role.SLASHED, Role.DOTTED, Role.MONTH, Role.HOLIDAY, Role.WEEKDAY, Role.RELATIVE_DAY,
    ):  # fmt: skip
        return None
    start = source.at(i - 1).start
    if source.role(i) is Role.SLASHED and source.role(i + 1) is Role.MONTH and unit != "weekend":
        return None
    found = read_day(source, i)
    if found is None or not isinstance(found[0][0], Day):
        return None
    items, j = found
    head = items[0]
    assert isinstance(head, Day)
    if len(items) > 3 or (len(items) > 1 and unit == "week"):
        return None
    day = settled(source, head)
    if day is None or (head.weekday is not None and head.day is None):
        return None
    if len(items) == 3:
        other = settled(source, items[2]) if isinstance(items[2], Day) else None
        if unit == "weekend" and other is not None and 0 < (other - day).days <= 3:
            return [Stretch(start, source.at(j - 1).end, day, other, unit="weekend")], j
        return None
    if unit == "weekend" and not (before or after):
        return [weekend_near(day, start=start, end=source.at(j - 1).end)], j
    if unit == "weekend":
        saturday = calendar.coming(
            day - timedelta(days=6 if before else 0) - (calendar.DAY if before else -calendar.DAY), 5
        )
        return [stretch_of(unit, saturday, start=start, end=source.at(j - 1).end)], j
    by = -7 if before else 7 if after else 0
    return [stretch_of(unit, day + timedelta(days=by), start=start, end=source.at(j - 1).end)], j


def settled(source: Source, day: Day) -> date | None:
    """The next date that fits what is known of a day; weekdays that contradict it are not looked at."""
    if day.on is not None:
        return day.on
    if day.day is None:
        return calendar.coming(source.today, day.weekday) if day.weekday is not None else None
    if day.month is None:
        start = source.today if source.month is None else max(date(*source.month, 1), source.today)
        for months in range(13):
            found = calendar.make(*_month(start, months), day.day)
            if found is not None and found >= start:
                return found
        return None
    found = calendar.make(day.year or source.today.year, day.month, day.day)
    if day.year is None and (found is None or found < source.today):
        found = calendar.make(source.today.year + 1, day.month, day.day)
    return found


def _month(today: date, months: int) -> tuple[int, int]:
    first = calendar.month_start(today, months)
    return first.year, first.month


def _rest(source: Source, i: int) -> Read | None:
    """The rest of the week, of this month, of December."""
    token = source.at(i)
    j = source.skip(i + 1, Role.OF, Role.THE, Role.THIS, Role.NOISE)
    unit = source.at(j)
    if unit.role is Role.UNIT and unit.key in _WEEKS:
        last = stretch_of(unit.key, source.today, start=0, end=0).last
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


def _part(source: Source, i: int) -> Read | None:
    """Mid December, the end of next month, early next week, the end of the year."""
    token = source.at(i)
    j = source.skip(i + 1, Role.OF, Role.THE, Role.IN, Role.AT, Role.ON, Role.DASH)
    which = source.role(j)
    if which in (Role.THIS, Role.NEXT):
        j += 1
    unit = source.at(j)
    by = which is Role.NEXT or (which is Role.THIS and "coming" in source.at(j - 1).text)
    if unit.role is Role.MONTH and (in_company(source, j) or j > i + 1):
        year, after = year_at(source, j + 1)
        month = month_stretch(source, unit.number, year, start=token.start, end=source.at(after - 1).end)
    elif unit.role is Role.UNIT and unit.key == "month" and not unit.many:
        month = stretch_of("month", calendar.month_start(source.today, by), start=token.start, end=unit.end)
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
    else:
        return None
    a, b = _MONTH_PARTS[token.role]
    first, last = month.first.replace(day=a), month.first.replace(day=min(b, month.last.day))
    name = "mid" if token.role is Role.MID else "part"
    return [Stretch(token.start, month.end, first, last, unit=name, assumed=Assumed.DATE)], after


def _nth(source: Source, i: int) -> Read | None:
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
    """ "of March", "in next month", "of the month"."""
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
        return stretch_of("month", day, start=token.start, end=source.at(j + 1).end), j + 2
    if token.key == "month" and not token.many and j > i + 1:
        return stretch_of("month", source.today, start=token.start, end=token.end), j + 1
    return None


def _distance(source: Source, i: int) -> Read | None:
    """In 3 days, in a fortnight, in two weeks' time."""
    number, unit = source.count(i), source.at(i + 1)
    if source.role(i) is Role.UNIT:
        return None
    if number is None or unit.role is not Role.UNIT or unit.key in ("minute", "hour", "weekend", "workweek"):
        return None
    j = source.skip(i + 2, Role.FROM_NOW)
    on = shifted(source.today, number, unit.key)
    return [Day(source.at(i - 1).start, source.at(j - 1).end, on=on, around=unit.key != "day")], j


def _away(source: Source, i: int) -> Read | None:
    """3 weeks today, a week on Saturday, 2 days later, 2 weeks from January 15."""
    number, unit = source.count(i), source.at(i + 1)
    if number is None or unit.role is not Role.UNIT or unit.key not in ("day", "week", "fortnight", "month"):
        return None
    start = source.at(i).start
    follows = source.role(i + 2)
    if follows is Role.FROM_NOW:
        on = shifted(source.today, number, unit.key)
        return [Day(start, source.at(i + 2).end, on=on)], i + 3
    if follows is Role.AGO:
        raise Unclear(Trouble.PAST, start=start, end=source.at(i + 2).end)
    if follows in (Role.RELATIVE_DAY, Role.ON, Role.WEEKDAY, Role.FROM):
        return _from_anchor(source, i + 2, number, unit.key, start=start)
    return None


def _from_anchor(source: Source, i: int, number: int, unit: str, *, start: int) -> Read | None:
    """The day `number` units after the day at `i`."""
    i = source.skip(i, Role.ON, Role.FROM)
    if source.role(i) not in (
        Role.RELATIVE_DAY,
        Role.WEEKDAY,
        Role.MONTH,
        Role.ORDINAL,
        Role.NUMBER,
        Role.DATE,
    ):
        return None
    if source.at(i).many:
        return None
    found = read_day(source, i)
    if found is None or len(found[0]) != 1 or not isinstance(found[0][0], Day):
        return None
    anchor = settled(source, found[0][0])
    if anchor is None:
        return None
    on = shifted(anchor, number, unit)
    return [Day(start, source.at(found[1] - 1).end, on=on)], found[1]


def _weekday_week(source: Source, i: int) -> Read | None:
    """Saturday week, tomorrow fortnight."""
    unit = source.at(i + 1)
    if source.at(i).many or unit.role is not Role.UNIT or unit.many or unit.key not in ("week", "fortnight"):
        return None
    return _from_anchor(source, i, 1, unit.key, start=source.at(i).start) and _shift(source, i, unit.key)


def _shift(source: Source, i: int, unit: str) -> Read:
    token = source.at(i)
    anchor = (
        source.today + timedelta(days=token.number)
        if token.role is Role.RELATIVE_DAY
        else calendar.coming(source.today, token.number)
    )
    return [Day(token.start, source.at(i + 1).end, on=shifted(anchor, 1, unit))], i + 2


def _long_weekend(source: Source, i: int) -> Read | None:
    """July 4th weekend."""
    found = read_day(source, i)
    if found is None or len(found[0]) != 1 or not isinstance(found[0][0], Day):
        return None
    items, j = found
    if source.at(j).key != "weekend" or source.at(j).many:
        return None
    day = settled(source, found[0][0])
    if day is None:
        return None
    return [weekend_near(day, start=source.at(i).start, end=source.at(j).end)], j + 1
