"""Two ends and a mark between them made one range, of time or of days.

Each join changes the end of `out`, and returns how many items after the mark it took; None if it does
not apply.
"""

from dataclasses import replace
from typing import TypeGuard

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import (
    DayForm,
    DayStretch,
    Every,
    Item,
    MarkForm,
    Number,
    Shape,
    Span,
    Time,
    item_at,
    tag_of,
    weekday_only,
)
from core.scheduling.phrases.reading.hours import (
    clock_of,
    joined_hours,
    joined_hours_around_day,
    joined_moments,
)
from core.scheduling.phrases.reading.sides import Sides, drop_opener, sides_of

RANGE_MARKS = (Tag.TO, Tag.DASH, Tag.UNTIL)
_MONTHLY = ("month", "part", "mid")
"""Stretches that are the ends of a range whichever mark stands between them."""
_MONTH_DAYS = 31


def joined_ranges(items: list[Item]) -> list[Item]:
    """The items with two ends and the mark between them made one."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        tag = tag_of(item)
        if tag is Tag.AND and _open_between(out):
            tag = Tag.TO
        if tag in RANGE_MARKS:
            if tag is not Tag.DASH and _comma_between(out, item_at(items, i + 1)):
                out.pop()  # "Monday 16.10., until Thursday 19.10."
            step = _joined(tag, out, items, i)
            if step is not None:
                i = step
                continue
            if tag is Tag.DASH:
                i += 1
                continue
        out.append(item)
        i += 1
    return out


def _open_between(out: list[Item]) -> bool:
    """Whether a "between" still waits for its "and"."""
    for item in reversed(out[-3:]):
        if tag_of(item) is Tag.BETWEEN:
            return True
        if (
            isinstance(item, MarkForm)
            or (isinstance(item, Time) and item.shape is Shape.RANGE)
            or isinstance(item, Span)
        ):
            return False
    return False


def _comma_between(out: list[Item], right: Item | None) -> bool:
    """Whether a comma stands between two dates that are the ends of a range."""
    left = item_at(out, len(out) - 2)
    dates = isinstance(left, DayForm) and left.month and isinstance(right, DayForm) and right.month
    repeats = any(isinstance(item, Every) for item in out)  # whose bound it may be
    return bool(dates) and tag_of(item_at(out, len(out) - 1)) is Tag.COMMA and not repeats


def _joined(mark: Tag, out: list[Item], items: list[Item], i: int) -> int | None:
    """Join the items on both sides of the mark at `i`, and return the index after the range, or None."""
    i += tag_of(item_at(items, i + 1)) is Tag.FROM
    sides = sides_of(mark, out, items, i)
    for join in (joined_moments, joined_hours, joined_hours_around_day, _joined_days):
        taken = join(out, sides)
        if taken is not None:
            return i + 1 + taken
    return None


def _joined_days(out: list[Item], sides: Sides) -> int | None:
    """Join two ends that are days: a run of weekdays, else two days, of which one may be a bare figure."""
    if isinstance(sides.left, Every) and sides.left.weekdays and sides.left.unit == "week":
        return _weekday_run(out, sides, sides.left)
    last = _last_days(sides)
    if last is None:
        return None
    if isinstance(sides.left, Number):
        day = _first_figure(sides.left, last)
        if day is None:
            return None
        sides = replace(sides, left=day)
    taken = _timed_days(out, sides, last)
    if taken is not None or _day_behind_hour(sides):
        return taken
    return _one_night(out, sides, last) or _days_between(out, sides, last) or _plain_days(out, sides, last)


# a run of weekdays


def _weekday_run(out: list[Item], sides: Sides, first: Every) -> int | None:
    """Join a repeated weekday and another one: "Mondays to Thursdays", "every Monday to Thursday"."""
    right = sides.right
    weekday = right.weekday if isinstance(right, DayForm) and weekday_only(right) else None
    if isinstance(right, Every) and len(right.weekdays) == 1:
        weekday = next(iter(right.weekdays))
    if right is None or weekday is None or sides.mark is Tag.UNTIL or len(first.weekdays) != 1:
        return None
    out[-1] = replace(first, weekdays=weekday_range(next(iter(first.weekdays)), weekday), end=right.end)
    return 1


def weekday_range(first: int, last: int) -> frozenset[int]:
    """Monday to Thursday; Saturday to Tuesday goes round."""
    return frozenset((first + n) % 7 for n in range((last - first) % 7 + 1))


# a bare figure beside a date


def _last_days(sides: Sides) -> DayForm | DayStretch | None:
    """The last days of a range; a figure is a day of the month that the first is in: "5/12 - 7"."""
    right = sides.right
    if isinstance(right, Number):
        return _last_figure(sides.left, right) if sides.mark is not Tag.UNTIL else None
    return right if isinstance(right, (DayForm, DayStretch)) else None


def _last_figure(first: Item | None, figure: Number) -> DayForm | None:
    """The day that a figure is after a date: the 7th in "5/12 - 7", in "Sat 5 Dec - 7"."""
    if figure.at or figure.value > _MONTH_DAYS or figure.digits > 2:
        return None
    if not isinstance(first, DayForm) or first.day is None or (first.month is None and first.weekday is None):
        return None
    return DayForm(figure.start, figure.end, day=figure.value, month=first.month, year=first.year)


def _first_figure(figure: Number, last: DayForm | DayStretch) -> DayForm | None:
    """The day that a figure is before a date: the 14th in "14 - 15.10.", in "14 - Thu 15.10."."""
    if figure.at or figure.digits > 2 or not 0 < figure.value <= _MONTH_DAYS:
        return None
    if not isinstance(last, DayForm) or last.day is None or last.month is None:
        return None
    return DayForm(figure.start, figure.end, day=figure.value)


# days with times


def _timed_days(out: list[Item], sides: Sides, last: DayForm | DayStretch) -> int | None:
    """Join two days with a time: "Fri 8pm - Sun", "Fri 8pm - Sun at 6", "8pm Fri - Sun 6pm"."""
    left, left2 = sides.left, sides.left2
    if isinstance(left, Time) and isinstance(left2, (DayForm, DayStretch)):
        begins, first = left, _first_days(left2, out, sides)
        if begins.many or begins.shape not in (Shape.AT, Shape.PART):
            return None
    elif _is_hour(left2) and _is_hour(sides.right2):
        begins, first = left2, _first_days(left, out, sides)
    else:
        return None
    if first is None:
        return None
    ends = _last_time(sides.right2)
    out[-2:] = [_span(item_at(out, len(out) - 3), sides, first, last, begins, ends)]
    drop_opener(out)
    return 1 if ends is None else 2


def _is_hour(item: Item | None) -> TypeGuard[Time]:
    return isinstance(item, Time) and item.shape is Shape.AT


def _last_time(item: Item | None) -> Time | None:
    """The time at the end of a range that began with one; a bare figure is an hour there."""
    if isinstance(item, Number):
        clock = clock_of(item)
        return None if clock is None else Time(item.start, item.end, Shape.AT, first=clock)
    if not isinstance(item, Time) or item.many:
        return None
    return item if item.shape in (Shape.AT, Shape.PART) else None


def _day_behind_hour(sides: Sides) -> bool:
    """Whether an hour with a day of its own stands after: "Friday to Saturday 5pm Sunday" may be either."""
    return (
        isinstance(sides.right2, Time)
        and clock_of(sides.right2) is not None
        and isinstance(sides.right3, DayForm)
    )


# plain days


def _one_night(out: list[Item], sides: Sides, last: DayForm | DayStretch) -> int | None:
    """Join the two days of one night, which is the first one's: "the night from Friday to Saturday"."""
    first = sides.left
    if not isinstance(first, DayForm) or not isinstance(last, DayForm):
        return None
    night = item_at(out, len(out) - 3)
    if tag_of(sides.left2) is not Tag.FROM or not isinstance(night, Time) or night.part != "night":
        return None
    if not _next_day(first, last):
        return None
    out[-1] = replace(first, month=first.month or last.month, year=first.year or last.year)
    drop_opener(out)
    return 1


def _next_day(first: DayForm, last: DayForm) -> bool:
    """Whether a day may be the one after another: Friday and Saturday, the 31st and the 1st."""
    if first.weekday is not None and last.weekday is not None:
        return (last.weekday - first.weekday) % 7 == 1
    return first.day is not None and last.day is not None and last.day - first.day in (1, -27, -28, -29, -30)


def _days_between(out: list[Item], sides: Sides, last: DayForm | DayStretch) -> int | None:
    """Join two feasts to the days that lie between them: "between Christmas and New Year"."""
    first = sides.left
    if (
        tag_of(sides.left2) is not Tag.BETWEEN
        or not isinstance(first, DayForm)
        or not isinstance(last, DayForm)
    ):
        return None
    if not (first.assumed and first.on and last.assumed and last.on):
        return None
    if last.on - first.on <= 2 * calendar.DAY:
        return None
    begin, end = first.on + calendar.DAY, last.on - calendar.DAY
    out[-1] = DayStretch(first.start, last.end, begin, end, unit="between", assumed=first.assumed)
    drop_opener(out)
    return 1


def _plain_days(out: list[Item], sides: Sides, last: DayForm | DayStretch) -> int | None:
    """Join two days without times: "Fri 5 - Sun 7 Dec", "from tomorrow until Sunday", "May to July"."""
    first = _first_days(sides.left, out, sides)
    if first is None:
        return None
    out[-1:] = [_span(sides.left2, sides, first, last)]
    drop_opener(out)
    return 1


def _first_days(item: Item | None, out: list[Item], sides: Sides) -> DayForm | DayStretch | None:
    """The days that a range may begin with.

    A stretch before an "until" begins none, unless a "from" opened it, or both ends are months: in "next
    week until Friday", the "until" limits the week.
    """
    if isinstance(item, DayStretch) and sides.mark is Tag.UNTIL and not _opened(out):
        right = sides.right
        monthly = isinstance(right, DayStretch) and item.unit in _MONTHLY and right.unit in _MONTHLY
        return item if monthly else None
    return item if isinstance(item, (DayForm, DayStretch)) else None


def _opened(out: list[Item]) -> bool:
    return tag_of(item_at(out, len(out) - 2)) in (Tag.FROM, Tag.STARTING)


def _span(
    before: Item | None,
    sides: Sides,
    first: DayForm | DayStretch,
    last: DayForm | DayStretch,
    begins: Time | None = None,
    ends: Time | None = None,
) -> Span:
    """The range; a "from" or "between" before it opens it."""
    return Span(
        first.start if begins is None else min(first.start, begins.start),
        (ends or last).end,
        first,
        last,
        begins,
        ends,
        exclusive=sides.mark is Tag.UNTIL,
        opened=tag_of(before) in (Tag.FROM, Tag.STARTING, Tag.BETWEEN),
    )
