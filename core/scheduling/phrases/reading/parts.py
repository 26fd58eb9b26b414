"""Parts of months, weeks and years: early, the first two weeks of, the rest of."""

from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import ClockForm, DayStretch, Shape, Time
from core.scheduling.phrases.reading.dates import read_day
from core.scheduling.phrases.reading.months import in_company, month_stretch, year_at
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords, single_day
from core.scheduling.phrases.understanding import Assumed, Trouble

PERIODS = ("week", "weekend", "workweek", "month", "year")


def unit_around(unit: str, day: date, *, start: int, end: int) -> DayStretch:
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
    return DayStretch(start, end, first, last, unit="week" if unit == "workweek" else unit)


def read_rest(source: Source, i: int) -> Read | None:
    """The rest of the week, of this month, of December, or of the month or week spoken of before."""
    token = source.at(i)
    j = source.skip(i + 1, Tag.OF, Tag.FROM, Tag.FROM_OF, Tag.THE, Tag.THIS, Tag.NOISE)
    unit = source.at(j)
    days = _rest_of_month(source, j) if unit.tag is Tag.MONTH else _rest_of_unit(source, i, j)
    if days is None:
        return None
    return [DayStretch(token.start, unit.end, *days, unit="rest")], j + 1


def _rest_of_month(source: Source, j: int) -> tuple[date, date]:
    """The first and last day of the rest of the month named at `j`."""
    last = month_stretch(source, source.at(j).number, None, start=0, end=0).last
    return max(last.replace(day=1), source.today), last


def _rest_of_unit(source: Source, i: int, j: int) -> tuple[date, date] | None:
    """The first and last day of the rest, which stands at `i`, of the unit at `j`."""
    unit = source.unit(j)
    if not unit:
        return None
    spoken_of = _spoken_of(source, i, unit) if source.tag(j - 1) is not Tag.THIS else None
    if spoken_of is not None:
        return max(spoken_of.first, source.today), spoken_of.last
    if unit == "day":
        return source.today, source.today
    if unit in PERIODS:
        return source.today, unit_around(unit, source.today, start=0, end=0).last
    return None


def _spoken_of(source: Source, i: int, unit: str) -> DayStretch | None:
    """The month that was named before token `i`, or the week; None if there is none."""
    if unit == "month":
        named = next((token for token in reversed(source.tokens[:i]) if token.tag is Tag.MONTH), None)
        return None if named is None else month_stretch(source, named.number, None, start=0, end=0)
    last = source.last_stretch
    return last if last is not None and last.unit == unit else None


_MONTH_PARTS = {
    Tag.EARLY: (1, 10),
    Tag.BEGINNING: (1, 10),
    Tag.MID: (11, 20),
    Tag.LATE: (21, 31),
    Tag.ENDING: (24, 31),
}


_WEEK_PARTS = {
    Tag.EARLY: (0, 2),
    Tag.BEGINNING: (0, 2),
    Tag.MID: (1, 3),
    Tag.LATE: (4, 6),
    Tag.ENDING: (4, 6),
}


_YEAR_PARTS = {
    Tag.EARLY: (1, 3),
    Tag.BEGINNING: (1, 1),
    Tag.MID: (5, 8),
    Tag.LATE: (10, 12),
    Tag.ENDING: (12, 12),
}
_LENGTHS = {"week": 7, "fortnight": 14, "day": 1}
"""Days of the units that are counted in a month."""


def read_part(source: Source, i: int) -> Read | None:
    """Mid December, the end of next month, early next week, the end of the year."""
    j = source.skip(i + 1, Tag.OF, Tag.THE, Tag.IN, Tag.AT, Tag.ON, Tag.DASH)
    which = source.at(j)
    at = j + (which.tag in (Tag.THIS, Tag.NEXT))
    by = which.tag is Tag.NEXT or (which.tag is Tag.THIS and which.key == "coming")
    unit = source.at(at)
    if unit.tag is Tag.MONTH and (in_company(source, at) or at > i + 1):
        return _part_of_named_month(source, i, at)
    if unit.tag is Tag.UNIT:
        found = _part_of_unit(source, i, at, by=by)
        if found is not None:
            return found
    if source.tag(i) is Tag.ENDING and source.tag(i - 1) in (
        Tag.UNTIL,
        Tag.TO,
        Tag.DASH,
    ):
        return _day_end(source, i, j)
    return None


def _part_of_named_month(source: Source, i: int, j: int) -> Read:
    """Mid December, the end of January 2027."""
    year, after = year_at(source, j + 1)
    end = source.at(after - 1).end
    month = month_stretch(source, source.at(j).number, year, start=source.at(i).start, end=end)
    return [_part_of_month(source, i, month)], after


def _part_of_unit(source: Source, i: int, j: int, *, by: int) -> Read | None:
    """Part of this month, week or year, or of the one `by` so many later."""
    unit = source.at(j)
    if unit.key == "month" and not unit.many:
        day = calendar.month_start(source.today, by)
        month = unit_around("month", day, start=source.at(i).start, end=unit.end)
        return [_part_of_month(source, i, month)], j + 1
    if unit.key in ("week", "workweek"):
        return [_part_of_week(source, i, by, end=unit.end)], j + 1
    if unit.key == "year":
        return [_part_of_year(source, i, by, end=unit.end)], j + 1
    return None


def _part_of_month(source: Source, i: int, month: DayStretch) -> DayStretch:
    token = source.at(i)
    a, b = _MONTH_PARTS[token.tag]
    first, last = month.first.replace(day=a), month.first.replace(day=min(b, month.last.day))
    name = "mid" if token.tag is Tag.MID else "part"
    return DayStretch(token.start, month.end, first, last, unit=name, assumed=Assumed.DATE)


def _part_of_week(source: Source, i: int, by: int, *, end: int) -> DayStretch:
    """Early next week, the end of this week; days that are over are left out."""
    token = source.at(i)
    monday = calendar.monday(source.today) + by * calendar.WEEK
    a, b = _WEEK_PARTS[token.tag]
    first, last = monday + timedelta(days=a), monday + timedelta(days=b)
    first = max(first, min(source.today, last))
    return DayStretch(token.start, end, first, last, unit="part", assumed=Assumed.DATE)


def _part_of_year(source: Source, i: int, by: int, *, end: int) -> DayStretch:
    token = source.at(i)
    year = source.today.year + by
    a, b = _YEAR_PARTS[token.tag]
    last = calendar.month_end(date(year, b, 1))
    return DayStretch(token.start, end, date(year, a, 1), last, unit="part", assumed=Assumed.DATE)


def _day_end(source: Source, i: int, j: int) -> Read | None:
    """The end of a day: "until the end of Friday", "Tue 9:00 to the end of Fri 4 Dec"."""
    found = read_day(source, j)
    day = single_day(found)
    if found is None or day is None:
        return None
    day = replace(day, start=source.at(i).start)
    if source.tag(i - 1) is Tag.UNTIL:
        return [day], found[1]
    return [day, Time(day.end, day.end, Shape.AT, first=ClockForm(day.end, day.end, 24, 0, "24"))], found[1]


def read_nth(source: Source, i: int) -> Read | None:
    """The first two weeks of March, the second half of January, the last weekend of June."""
    token = source.at(i)
    if token.tag is Tag.HALF:
        return None
    nth = -1 if token.tag is Tag.LAST else token.number
    count = source.count(i + 1) if source.tag(i + 1) is not Tag.A else None
    j = i + 1 if count is None else i + 2
    name = _nth_unit(source, j, nth, count)
    if name is None:
        return None
    one_word = source.tag(j) is Tag.WEEK_OF  # "week of" is one word there
    behind = _of_month(source, j if one_word else j + 1)
    if behind is None:
        return None
    month, after = behind
    month = replace(month, start=token.start, end=source.at(after - 1).end)
    match name:
        case "half":
            return [_half(month, nth)], after
        case "weekend":
            return None if count is not None else ([_nth_weekend(month, nth)], after)
        case _:
            return [_nth_days(month, nth, name, count or 1)], after


def _nth_unit(source: Source, i: int, nth: int, count: int | None) -> str | None:
    """The unit that an ordinal before `i` counts in its month; None for anything else."""
    unit = source.at(i)
    if unit.tag is Tag.WEEK_OF:
        return "week"
    if unit.tag is Tag.HALF and count is None and nth in (1, 2, -1):
        return "half"
    return unit.key if unit.tag is Tag.UNIT and unit.key in ("weekend", *_LENGTHS) else None


def _half(month: DayStretch, nth: int) -> DayStretch:
    """The first half of a month, which ends on the 15th, or the second."""
    first, last = (1, 15) if nth == 1 else (16, month.last.day)
    return _days_of(month, first, last)


def _nth_weekend(month: DayStretch, nth: int) -> DayStretch:
    """The first weekend of a month, which begins with its first Saturday; the last."""
    saturday = calendar.nth_weekday(month.first, 5, nth)
    if saturday is None:
        raise UnclearWords(Trouble.IMPOSSIBLE_DATE, start=month.start, end=month.end)
    return DayStretch(month.start, month.end, saturday, saturday + calendar.DAY, unit="weekend")


def _nth_days(month: DayStretch, nth: int, unit: str, count: int) -> DayStretch:
    """The first two weeks of a month, counted from its first day; the last 10 days."""
    length = _LENGTHS[unit] * count
    first = month.last.day - length + 1 if nth == -1 else (nth - 1) * length + 1
    if not 1 <= first <= month.last.day:
        raise UnclearWords(Trouble.IMPOSSIBLE_DATE, start=month.start, end=month.end)
    days = _days_of(month, first, min(first + length - 1, month.last.day))
    return replace(days, assumed=Assumed.DATE) if unit == "week" and month.first.weekday() != 0 else days


def _days_of(month: DayStretch, first: int, last: int) -> DayStretch:
    return DayStretch(
        month.start, month.end, month.first.replace(day=first), month.first.replace(day=last), unit="part"
    )


def _of_month(source: Source, i: int) -> tuple[DayStretch, int] | None:
    """The month after "of March", "in next month", "of the month", and the next index."""
    if source.tag(i) in (Tag.OF, Tag.IN, Tag.WEEK_OF):
        i += 1
    elif not _is_bare_month(source, i):
        return None
    j = source.skip(i, Tag.THE)
    token = source.at(j)
    if token.tag is Tag.MONTH:
        year, after = year_at(source, j + 1)
        return month_stretch(source, token.number, year, start=token.start, end=token.end), after
    if token.tag in (Tag.THIS, Tag.NEXT) and source.unit(j + 1) == "month":
        day = calendar.month_start(source.today, token.tag is Tag.NEXT)
        return unit_around("month", day, start=token.start, end=source.at(j + 1).end), j + 2
    if source.unit(j) == "month" and not token.many and j > i:
        return unit_around("month", source.today, start=token.start, end=token.end), j + 1
    return None


def _is_bare_month(source: Source, i: int) -> bool:
    """Whether a month without its "of" stands at `i`: "the first week December", "second half March"."""
    token = source.at(i)
    return token.tag is Tag.MONTH and (not token.shy or source.tag(i - 1) is Tag.HALF)
