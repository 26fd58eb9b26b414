"""Stretches of days that words name: weeks, weekends, months and their parts, distances from now."""

from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Day, Item, Mark, Shape, Stretch, Time
from core.scheduling.phrases.reading.dates import read_day, weekend_near
from core.scheduling.phrases.reading.distances import (
    from_anchor,
    read_away,
    read_distance,
    read_weekday_week,
    settled,
    shifted,
)
from core.scheduling.phrases.reading.parts import PERIODS, read_nth, read_part, read_rest, unit_around
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Assumed, Trouble

_ENDS = (
    Role.END, Role.COMMA, Role.STOP, Role.SEMICOLON, Role.FREE, Role.BUSY, Role.MAYBE, Role.NO, Role.CLOSE,
    Role.AND, Role.BUT,
)  # fmt: skip
"""What stands behind "the next" when nothing says what it is one of."""
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
            found = _pointed(source, i) or _counted(source, i) or _one_after(source, i)
        case Role.AFTER_NEXT:
            found = _after_next(source, i)
        case Role.WEEK_NUMBER:
            found = _week_number(source, i)
        case Role.ORDINAL if source.role(i + 1) is Role.WEEK_NUMBER:
            found = _week_number(source, i)
        case Role.UNIT:
            found = _unit(source, i, everything=everything or start < i)
        case Role.WEEK_OF:
            found = _around(source, i + 1, "week")
        case Role.REST:
            found = read_rest(source, i)
        case Role.EARLY | Role.MID | Role.LATE | Role.BEGINNING | Role.ENDING:
            found = read_part(source, i)
        case Role.ORDINAL | Role.HALF:
            found = read_nth(source, i)
        case Role.IN:
            found = read_distance(source, i + 1)
        case Role.NUMBER | Role.CARDINAL | Role.A:
            found = read_away(source, i)
        case Role.RELATIVE_DAY | Role.WEEKDAY if (
            source.role(i + 1) is Role.IN and source.role(i + 3) is Role.UNIT
        ):
            found = _later(source, i)
        case Role.WEEKDAY | Role.RELATIVE_DAY:
            found = read_weekday_week(source, i)
        case Role.DATE | Role.MONTH | Role.HOLIDAY | Role.SLASHED:
            found = _long_weekend(source, i)
        case _:
            found = None
    if found is None and source.role(i) is Role.LAST:
        found = read_nth(source, i)
    if found is not None and isinstance(found[0][0], Stretch) and found[0][0].unit in ("week", "weekend"):
        source.last_stretch = found[0][0]
    return found


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
    if unit.role is not Role.UNIT or unit.many or unit.key not in (*PERIODS, "day"):
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
    if token.role is Role.NEXT or (token.role is Role.THIS and token.key == "coming"):
        by = 1
        if unit.key == "weekend" and token.role is Role.THIS:
            by = int(source.late_sunday)
    stretch = unit_around(unit.key, _moved(unit.key, source.today, by), start=token.start, end=unit.end)
    if token.role is Role.NEXT and unit.key == "weekend":
        stretch = Stretch(
            stretch.start, stretch.end, stretch.first, stretch.last, unit="weekend", assumed=Assumed.WEEK
        )
    return [stretch], i + 2


def _one_after(source: Source, i: int) -> Read | None:
    """The week or weekend after the one spoken of: "this weekend is out, the next works"."""
    token, last = source.at(i), source.last_stretch
    if token.role is not Role.NEXT or last is None or source.role(i + 1) not in _ENDS:
        return None
    return [unit_around(last.unit, last.first + calendar.WEEK, start=token.start, end=token.end)], i + 1


def _later(source: Source, i: int) -> Read | None:
    """Today in a week, tomorrow in 14 days; a weekday, where week and weekday lead to the same."""
    found = read_distance(source, i + 2)
    if found is None or not isinstance(found[0][0], Day) or found[0][0].on is None:
        return None
    token = source.at(i)
    on = found[0][0].on + timedelta(days=token.number)
    if token.role is Role.WEEKDAY:
        on = calendar.coming(found[0][0].on, token.number)
        if token.many or on != calendar.monday(found[0][0].on) + timedelta(days=token.number):
            raise Unclear(Trouble.AMBIGUOUS, start=token.start, end=found[0][0].end)
    return [replace(found[0][0], start=token.start, on=on, around=False)], found[1]


def _after_next(source: Source, i: int) -> Read | None:
    """The week after next, where that is one word before the week."""
    unit = source.at(i + 1)
    start = source.at(i).start
    if unit.role is Role.WEEKDAY:
        raise Unclear(Trouble.AMBIGUOUS, start=start, end=unit.end)
    if unit.role is not Role.UNIT or unit.many or unit.key not in PERIODS:
        return None
    return [unit_around(unit.key, _moved(unit.key, source.today, 2), start=start, end=unit.end)], i + 2


def _week_number(source: Source, i: int) -> Read | None:
    """Week 3 of the year, the 3rd week, weeks 50 to 52, weeks 50 and 51."""
    if source.role(i) is Role.ORDINAL:
        return [_weeks(source, i, i, source.at(i + 1).end)], i + 2
    j = i + 1
    items: list[Item] = []
    while source.role(j) in (Role.NUMBER, Role.ORDINAL):
        first, last, start = j, j, source.at(j).start if items else source.at(i).start
        if source.role(j + 1) in (Role.DASH, Role.TO, Role.UNTIL):
            again = source.skip(j + 2, Role.WEEK_NUMBER)
            last = again if source.role(again) in (Role.NUMBER, Role.ORDINAL) else j
        items.append(replace(_weeks(source, first, last, source.at(last).end), start=start))
        j = last + 1
        join = source.at(j)
        again = source.skip(j + 1, Role.WEEK_NUMBER)
        if (
            join.role not in (Role.AND, Role.OR, Role.COMMA, Role.SLASH)
            or source.role(again) is not Role.NUMBER
        ):
            break
        if source.role(again + 1) in (Role.OCLOCK, Role.MONTH, Role.COLON):
            break
        items.append(Mark(join.start, join.end, join.role, join.text))
        j = again
    return (items, j) if items else None


def _weeks(source: Source, i: int, j: int, end: int) -> Stretch:
    """The days of the weeks whose numbers stand at `i` and `j`, the next such."""
    first, last = source.at(i), source.at(j)
    year = source.today.isocalendar().year
    try:
        monday = date.fromisocalendar(year, first.number, 1)
        sunday = date.fromisocalendar(year + (last.number < first.number), last.number, 7)
        if sunday < source.today:
            monday = date.fromisocalendar(year + 1, first.number, 1)
            sunday = date.fromisocalendar(year + 1, last.number, 7)
    except ValueError:
        raise Unclear(Trouble.IMPOSSIBLE_DATE, start=first.start, end=last.end) from None
    return Stretch(first.start, end, monday, sunday, unit="week", assumed=Assumed.DATE)


def _counted(source: Source, i: int) -> Read | None:
    """Next 3 months, the next two weeks: from today on."""
    number, unit = source.count(i + 1), source.at(i + 2)
    if (
        number is None
        or not (source.role(i) is Role.NEXT or source.at(i).key == "coming")
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


def _unit(source: Source, i: int, *, everything: bool) -> Read | None:
    """Weekend; the week after next; the weekend of the 17th; a week on Saturday; all month."""
    unit = source.at(i)
    if unit.key == "week" and unit.many and source.role(i - 1) is Role.WORD and source.role(i - 2) is Role.IN:
        raise Unclear(Trouble.UNSUPPORTED, start=source.at(i - 1).start, end=unit.end)  # "in school weeks"
    if unit.key == "week" and _numbered(source, i):
        return _week_number(source, i)
    if unit.key == "day" and not unit.many and source.role(i + 1) in (Role.BEFORE, Role.AFTER):
        return _next_to(source, i)
    if unit.many or unit.key not in PERIODS:
        return None
    follows = source.role(i + 1)
    if follows is Role.AFTER_NEXT:
        stretch = unit_around(
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
                return [unit_around(unit.key, first, start=unit.start, end=source.at(i + 1).end)], i + 2
            return None
        if follows is Role.BEFORE:
            return _around(source, i + 2, unit.key, before=True)
        if follows in (Role.OF, Role.COLON) or unit.key == "weekend":
            around = _around(source, source.skip(i + 1, Role.OF, Role.COLON), unit.key)
            if around is not None:
                return around
        if unit.key == "week" and follows in (Role.ON, Role.RELATIVE_DAY, Role.WEEKDAY) and not everything:
            return from_anchor(source, i + 1, 1, "week", start=unit.start)
    if unit.key == "weekend" or everything:
        if source.role(i + 1) is Role.PART and source.at(i + 1).many:
            return None
        day = source.today + (
            calendar.DAY if unit.key == "weekend" and source.late_sunday else 0 * calendar.DAY
        )
        return [unit_around(unit.key, day, start=unit.start, end=unit.end)], i + 1
    return None


_BEFORE_NUMBERED = (
    Role.END, Role.IN, Role.NOT, Role.NO, Role.EXCEPT, Role.BUSY, Role.FREE, Role.MAYBE, Role.AND, Role.OR,
    Role.COMMA, Role.BUT, Role.THE, Role.SEMICOLON, Role.STOP,
)  # fmt: skip
_BEHIND_NUMBERED = (
    Role.END, Role.COMMA, Role.AND, Role.OR, Role.STOP, Role.SEMICOLON, Role.BUT, Role.BUSY, Role.FREE,
    Role.MAYBE, Role.CLOSE, Role.NO, Role.NOT, Role.EXCEPT, Role.NOISE,
)  # fmt: skip


def _numbered(source: Source, i: int) -> bool:
    """Whether the week at `i` is said by its number: "not in week 12", but "next week 12-14"."""
    number = source.at(i + 1)
    return (
        number.role is Role.NUMBER
        and 1 <= number.number <= 53
        and source.role(i - 1) in _BEFORE_NUMBERED
        and source.role(i + 2) in _BEHIND_NUMBERED
    )


def _next_to(source: Source, i: int) -> Read | None:
    """The day before Christmas Eve, the day after the 5th."""
    found = read_day(source, i + 2)
    if found is None or len(found[0]) != 1 or not isinstance(found[0][0], Day):
        return None
    anchor = settled(source, found[0][0])
    if anchor is None:
        return None
    on = anchor - calendar.DAY if source.role(i + 1) is Role.BEFORE else anchor + calendar.DAY
    return [Day(source.at(i).start, source.at(found[1] - 1).end, on=on, assumed=Assumed.DATE)], found[1]


def _around(source: Source, i: int, unit: str, *, before: bool = False, after: bool = False) -> Read | None:
    """The week or weekend of, before or after a date."""
    i = source.skip(i, Role.THE, Role.ON, Role.COLON, Role.STARTING)
    if source.role(i) not in (
        Role.NUMBER, Role.ORDINAL, Role.DATE, Role.SLASHED, Role.DOTTED, Role.MONTH, Role.HOLIDAY,
        Role.WEEKDAY, Role.RELATIVE_DAY,
    ):  # fmt: skip
        return None
    start = source.at(i - 1).start
    if source.role(i) is Role.SLASHED and source.role(i + 1) is Role.MONTH and unit != "weekend":
        return None
    found = read_day(source, i)
    if found is None:
        return None
    items, j = found
    head = items[0]
    if not isinstance(head, Day):
        return None
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
        return [unit_around(unit, saturday, start=start, end=source.at(j - 1).end)], j
    by = -7 if before else 7 if after else 0
    return [unit_around(unit, day + timedelta(days=by), start=start, end=source.at(j - 1).end)], j


def _long_weekend(source: Source, i: int) -> Read | None:
    """July 4th weekend."""
    found = read_day(source, i)
    if found is None or len(found[0]) != 1 or not isinstance(found[0][0], Day):
        return None
    _, j = found
    if source.at(j).key != "weekend" or source.at(j).many:
        return None
    day = settled(source, found[0][0])
    if day is None:
        return None
    return [weekend_near(day, start=source.at(i).start, end=source.at(j).end)], j + 1
