"""Two ends and a mark between them made a range of times or of days."""

from dataclasses import replace
from datetime import timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import (
    Clock,
    Day,
    Every,
    Item,
    Mark,
    Number,
    Shape,
    Span,
    Stretch,
    Time,
    item_at,
    role_of,
    weekday_only,
)

_MONTHLY = ("month", "part", "mid")
"""Stretches that are the ends of a range whichever mark stands between them."""
_RANGE = (Role.TO, Role.DASH, Role.UNTIL)


def clock_of(item: Item | None) -> Clock | None:
    """The clock time that an item is or may be."""
    if isinstance(item, Time):
        return item.first if item.shape is Shape.AT else None
    if not isinstance(item, Number):
        return None
    hour, minute = (item.value, 0) if item.digits < 3 else divmod(item.value, 100)
    if item.digits > 4 or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    half = "24" if item.digits == 4 or hour > 12 or hour == 0 else ""
    return Clock(item.start, item.end, hour, minute, half)


def joined_ranges(items: list[Item]) -> list[Item]:
    """The items with two ends and the mark between them made one."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        role = role_of(item)
        if role is Role.AND and _open_between(out):
            role = Role.TO
        if role in _RANGE:
            if role is not Role.DASH and _comma_between(out, item_at(items, i + 1)):
                out.pop()  # "Monday 16.10., until Thursday 19.10."
            step = _range(out, items, i, role)
            if step is not None:
                i = step
                continue
            if role is Role.DASH:
                i += 1
                continue
        out.append(item)
        i += 1
    return out


def _open_between(out: list[Item]) -> bool:
    for item in reversed(out[-3:]):
        if role_of(item) is Role.BETWEEN:
            return True
        if (
            isinstance(item, Mark)
            or (isinstance(item, Time) and item.shape is Shape.RANGE)
            or isinstance(item, Span)
        ):
            return False
    return False


def _comma_between(out: list[Item], right: Item | None) -> bool:
    """Whether a comma stands between two dates that are the ends of a range."""
    left = item_at(out, len(out) - 2)
    dates = isinstance(left, Day) and left.month and isinstance(right, Day) and right.month
    repeats = any(isinstance(item, Every) for item in out)  # whose bound it is
    return bool(dates) and role_of(item_at(out, len(out) - 1)) is Role.COMMA and not repeats


def _range(out: list[Item], items: list[Item], i: int, role: Role | None) -> int | None:
    """Join what stands on both sides of a range mark; the index after it, or None."""
    left, left2 = item_at(out, len(out) - 1), item_at(out, len(out) - 2)
    right, right2 = item_at(items, i + 1), item_at(items, i + 2)
    if role_of(right) is Role.FROM:
        right, right2, i = right2, item_at(items, i + 3), i + 1
    first = clock_of(left)
    late = isinstance(right, Time) and right.shape is Shape.PART
    last = clock_of(right)
    if first is not None and (last is not None or late):
        if (
            isinstance(right2, Day)
            and isinstance(left2, Day)
            and isinstance(left, Time)
            and isinstance(right, Time)
        ):
            out[-2:] = [_span(left2, right2, left, right)]
            _strip(out)
            return i + 3
        out[-1:] = [_time_range(first, last, right)]
        _strip(out)
        return i + 2
    if isinstance(left, Day) and first is None and clock_of(left2) is not None and last is not None:
        begin = clock_of(left2)
        if isinstance(left2, Time) and isinstance(right, Time) and isinstance(right2, Day):
            out[-2:] = [_span(left, right2, left2, right)]
            _strip(out)
            return i + 3
        if begin is not None and role is not Role.DASH:
            out[-2:] = [left, _time_range(begin, last, right)]
            _strip(out, 3)
            return i + 2
    return _day_range(out, items, i, role)


def _time_range(first: Clock, last: Clock | None, right: Item | None) -> Time:
    part = right.part if isinstance(right, Time) and last is None else ""
    label = right.label if isinstance(right, Time) else ""
    return Time(
        first.start, (right or first).end, Shape.RANGE, first=first, last=last, part_end=part, label=label
    )


def _strip(out: list[Item], back: int = 2) -> None:
    """Take away the "from" or "between" that opened a range."""
    if len(out) >= back and role_of(out[-back]) in (Role.FROM, Role.BETWEEN):
        del out[-back]


def _day_range(out: list[Item], items: list[Item], i: int, role: Role | None) -> int | None:
    left, left2 = item_at(out, len(out) - 1), item_at(out, len(out) - 2)
    right, right2 = item_at(items, i + 1), item_at(items, i + 2)
    if isinstance(left, Every) and left.weekdays and left.unit == "week":
        weekday = right.weekday if isinstance(right, Day) and weekday_only(right) else None
        if isinstance(right, Every) and len(right.weekdays) == 1:
            weekday = next(iter(right.weekdays))
        if weekday is None or role is Role.UNTIL or len(left.weekdays) != 1:
            return None
        out[-1] = replace(
            left,
            weekdays=weekday_range(next(iter(left.weekdays)), weekday),
            end=right.end if right else left.end,
        )
        return i + 2
    if (
        isinstance(left, Day)
        and left.day is not None
        and isinstance(right, Number)
        and right.value <= 31
        and not right.at
        and role is not Role.UNTIL
    ):
        if (left.month is None and left.weekday is None) or right.digits > 2:
            return None
        right = Day(right.start, right.end, day=right.value, month=left.month, year=left.year)
    if not isinstance(right, (Day, Stretch)):
        return None
    if isinstance(left, Number) and not left.at and left.digits < 3 and 0 < left.value <= 31:
        if not isinstance(right, Day) or right.day is None or right.month is None or right.weekday:
            return None
        left = out[-1] = Day(left.start, left.end, day=left.value)  # "14 - 15.10."
    begins: Time | None = None
    if (
        isinstance(left, Time)
        and isinstance(left2, (Day, Stretch))
        and left.shape in (Shape.AT, Shape.PART)
        and not left.many
    ):
        begins = left
        first: Item | None = left2
    else:
        first = left
        if (
            isinstance(left2, Time)
            and left2.shape is Shape.AT
            and isinstance(right2, Time)
            and right2.shape is Shape.AT
        ):
            begins = left2
    if not isinstance(first, (Day, Stretch)) or (
        isinstance(first, Stretch)
        and role is Role.UNTIL
        and not _opened(out)
        and not (isinstance(right, Stretch) and first.unit in _MONTHLY and right.unit in _MONTHLY)
    ):
        return None
    ends = (
        right2
        if begins is not None and isinstance(right2, Time) and right2.shape in (Shape.AT, Shape.PART)
        else None
    )
    if ends is None and begins is not None and isinstance(right2, Number):
        clock = clock_of(right2)
        ends = Time(right2.start, right2.end, Shape.AT, first=clock) if clock is not None else None
    if ends is not None and ends.many:
        ends = None
    if isinstance(right2, Time) and ends is None and begins is None and clock_of(right2) is not None:
        third = item_at(items, i + 3)
        if isinstance(third, Day):  # "Friday to 5pm Sunday" is not a form that people write
            return None
    if isinstance(first, Day) and isinstance(right, Day) and _one_night(out, first, right):
        out[-1] = replace(first, month=first.month or right.month, year=first.year or right.year)
        _strip(out)
        return i + 2
    between = role_of(item_at(out, len(out) - 2)) is Role.BETWEEN
    if (
        between
        and isinstance(first, Day)
        and isinstance(right, Day)
        and first.assumed
        and right.assumed
        and first.on
        and right.on
    ):
        day = timedelta(days=1)
        if right.on - first.on > 2 * day:
            out[-1] = Stretch(
                first.start, right.end, first.on + day, right.on - day, unit="between", assumed=first.assumed
            )
            _strip(out)
            return i + 2
    span = _span(first, right, begins, ends)
    out[-(2 if begins is not None else 1) :] = [span]
    opened = role_of(item_at(out, len(out) - 2)) in (Role.FROM, Role.STARTING, Role.BETWEEN)
    out[-1] = replace(span, exclusive=role is Role.UNTIL, opened=opened)
    _strip(out)
    return i + 2 + (ends is not None)


def _one_night(out: list[Item], first: Day, last: Day) -> bool:
    """Whether it is "the night from Friday to Saturday", which is Friday's."""
    night = item_at(out, len(out) - 3)
    if role_of(item_at(out, len(out) - 2)) is not Role.FROM or not isinstance(night, Time):
        return False
    if night.part != "night":
        return False
    if first.weekday is not None and last.weekday is not None:
        return (last.weekday - first.weekday) % 7 == 1
    return first.day is not None and last.day is not None and last.day - first.day in (1, -27, -28, -29, -30)


def _opened(out: list[Item]) -> bool:
    return role_of(item_at(out, len(out) - 2)) in (Role.FROM, Role.STARTING)


def _span(first: Day | Stretch, last: Day | Stretch, begins: Time | None, ends: Time | None) -> Span:
    return Span(first.start, (ends or last).end, first, last, begins, ends)


def weekday_range(first: int, last: int) -> frozenset[int]:
    """Monday to Thursday; Saturday to Tuesday goes round."""
    return frozenset((first + n) % 7 for n in range((last - first) % 7 + 1))
