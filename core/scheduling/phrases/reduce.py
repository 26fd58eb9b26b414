"""Neighbouring items made one: a weekday with its date, ranges, bounds, lists."""

from dataclasses import replace
from datetime import timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import (
    Bound,
    Clock,
    Day,
    Every,
    Item,
    Mark,
    Number,
    Several,
    Shape,
    Span,
    Stretch,
    Time,
)
from core.scheduling.phrases.source import Unclear
from core.scheduling.phrases.understanding import Trouble

_RANGE = (Role.TO, Role.DASH, Role.UNTIL)
_LIST = (Role.COMMA, Role.AND, Role.OR, Role.SLASH)


def reduced(items: list[Item]) -> list[Item]:
    """The items with everything joined that belongs together."""
    return _lists(_bounds(_ranges(_dates(items))))


def _role(item: Item | None) -> Role | None:
    return item.role if isinstance(item, Mark) else None


def _get(items: list[Item], i: int) -> Item | None:
    return items[i] if 0 <= i < len(items) else None


def weekday_only(item: Item | None) -> bool:
    """A weekday with nothing else known."""
    return isinstance(item, Day) and item.weekday is not None and item.day is None and item.on is None


# a weekday and its date


def _dates(items: list[Item]) -> list[Item]:
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        if isinstance(item, Day):
            for gap in (1, 2, 3):
                between = items[i + 1 : i + gap]
                other = _get(items, i + gap)
                if isinstance(other, Day):
                    merged = _merged(item, other, between, _get(items, i + gap + 1))
                    if merged is not None:
                        item = merged
                        items = [
                            *items[: i + 1],
                            *(x for x in between if isinstance(x, Time)),
                            *items[i + gap + 1 :],
                        ]
                    break
        out.append(item)
        i += 1
    return out


def _merged(a: Day, b: Day, between: list[Item], after: Item | None) -> Day | None:
    """One day out of a weekday and a date that stand together, or None."""
    between = [x for x in between if not (_role(x) is Role.WORD and x.end - x.start < 3)]
    marks = [_role(x) for x in between if isinstance(x, Mark)]
    if any(role not in (Role.COMMA, Role.OPEN) for role in marks) or len(between) - len(marks) > 1:
        return None
    if any(not isinstance(x, (Time, Mark)) for x in between):
        return None
    loose = Role.COMMA in marks
    if weekday_only(a) and b.weekday is None and (b.day is not None or b.on is not None):
        if loose and b.on is not None and b.day is None and b.on.weekday() != a.weekday:
            return None
        return replace(b, weekday=a.weekday, start=a.start)
    if weekday_only(b) and a.weekday is None and (a.day is not None or a.on is not None):
        if _role(after) in _RANGE or isinstance(after, Number):
            return None
        if loose and a.on is not None and a.on.weekday() != b.weekday and not a.around:
            return None
        return replace(a, weekday=b.weekday, end=b.end)
    if a.on is not None and a.day is None and b.day is not None and b.on is None and not between:
        return replace(b, on=a.on, start=a.start)
    return None


# ranges


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


def _ranges(items: list[Item]) -> list[Item]:
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        role = _role(item)
        if role is Role.AND and _open_between(out):
            role = Role.TO
        if role in _RANGE:
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
        if _role(item) is Role.BETWEEN:
            return True
        if (
            isinstance(item, Mark)
            or (isinstance(item, Time) and item.shape is Shape.RANGE)
            or isinstance(item, Span)
        ):
            return False
    return False


def _range(out: list[Item], items: list[Item], i: int, role: Role | None) -> int | None:
    """Join what stands on both sides of a range mark; the index after it, or None."""
    left, left2 = _get(out, len(out) - 1), _get(out, len(out) - 2)
    right, right2 = _get(items, i + 1), _get(items, i + 2)
    if _role(right) is Role.FROM:
        right, right2, i = right2, _get(items, i + 3), i + 1
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
    assert isinstance(right, (Time, Number))
    part = right.part if isinstance(right, Time) and last is None else ""
    label = right.label if isinstance(right, Time) else ""
    return Time(first.start, right.end, Shape.RANGE, first=first, last=last, part_end=part, label=label)


def _strip(out: list[Item], back: int = 2) -> None:
    """Take away the "from" or "between" that opened a range."""
    if len(out) >= back and _role(out[-back]) in (Role.FROM, Role.BETWEEN):
        del out[-back]


def _day_range(out: list[Item], items: list[Item], i: int, role: Role | None) -> int | None:
    left, left2 = _get(out, len(out) - 1), _get(out, len(out) - 2)
    right, right2 = _get(items, i + 1), _get(items, i + 2)
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
    ):
        if (left.month is None and left.weekday is None) or right.digits > 2:
            return None
        right = Day(right.start, right.end, day=right.value, month=left.month, year=left.year)
    if not isinstance(right, (Day, Stretch)):
        return None
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
        isinstance(first, Stretch) and role is Role.UNTIL and not _opened(out)
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
    if (
        isinstance(right2, Time)
        and ends is None
        and begins is None
        and isinstance(right2, Time)
        and clock_of(right2) is not None
    ):
        third = _get(items, i + 3)
        if isinstance(third, Day):  # "Friday to 5pm Sunday" is not a form that people write
            return None
    between = _role(_get(out, len(out) - 2)) is Role.BETWEEN
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
    span = replace(span, exclusive=role is Role.UNTIL)
    out[-(2 if begins is not None else 1) :] = [span]
    _strip(out)
    return i + 2 + (ends is not None)


def _opened(out: list[Item]) -> bool:
    return _role(_get(out, len(out) - 2)) in (Role.FROM, Role.STARTING)


def _span(first: Day | Stretch, last: Day | Stretch, begins: Time | None, ends: Time | None) -> Span:
    return Span(first.start, (ends or last).end, first, last, begins, ends)


def weekday_range(first: int, last: int) -> frozenset[int]:
    """Monday to Thursday; Saturday to Tuesday goes round."""
    return frozenset((first + n) % 7 for n in range((last - first) % 7 + 1))


# bounds

_FROM_LIKE = (Role.FROM, Role.STARTING, Role.AFTER)
_UNTIL_LIKE = (Role.UNTIL, Role.BEFORE, Role.TO)


def _bounds(items: list[Item]) -> list[Item]:
    out: list[Item] = []
    i = 0
    while i < len(items):
        item, follows = items[i], _get(items, i + 1)
        role = _role(item)
        if role in (*_FROM_LIKE, *_UNTIL_LIKE, Role.BACK):
            step = _bound(out, items, i, role)
            if step is not None:
                i = step
                continue
            if role in (Role.FROM, Role.TO, Role.BACK, Role.STARTING):
                i += 1 + (role is Role.FROM and _role(follows) is Role.NOW)
                continue
        if role is Role.ONWARDS and out:
            last = out[-1]
            clock = clock_of(last)
            if clock is not None:
                out[-1] = Time(last.start, item.end, Shape.FROM, first=clock)
            elif isinstance(last, (Day, Stretch)):
                out[-1] = Bound(last.start, item.end, Role.FROM, last)
            i += 1
            continue
        if isinstance(item, Number) and item.at:
            clock = clock_of(item)
            if clock is not None:
                item = Time(item.start, item.end, Shape.AT, first=clock)
        out.append(item)
        i += 1
    return out


def _bound(out: list[Item], items: list[Item], i: int, role: Role | None) -> int | None:
    item, follows, after = items[i], _get(items, i + 1), _get(items, i + 2)
    assert isinstance(item, Mark)
    up = role in _UNTIL_LIKE
    clock = clock_of(follows)
    if clock is not None and role is not Role.BACK and follows is not None:
        shape = Shape.UNTIL if up else Shape.AT if role is Role.STARTING else Shape.FROM
        previous = _get(out, len(out) - 1)
        time = (
            Time(item.start, follows.end, shape, last=clock)
            if up
            else Time(item.start, follows.end, shape, first=clock)
        )
        if up and isinstance(previous, Time) and previous.shape is Shape.FROM and previous.first is not None:
            out[-1] = Time(previous.start, follows.end, Shape.RANGE, first=previous.first, last=clock)
        else:
            out.append(time)
        return i + 2
    if (
        isinstance(follows, Time)
        and follows.shape is Shape.PART
        and role not in (Role.BACK, Role.TO)
        and follows.part != "after_work"
    ):
        shape = Shape.UNTIL if up else Shape.FROM
        key = "end " if role is Role.AFTER else ""
        if follows.part == "late" and up:
            return None
        out.append(
            Time(
                item.start, follows.end, shape, part=key + follows.part, edge=follows.edge, many=follows.many
            )
        )
        return i + 2
    if up and _role(follows) is Role.AFTER and isinstance(after, (Day, Stretch)):  # "till after Easter"
        days = replace(after, unit="part") if isinstance(after, Stretch) else after
        out.append(Bound(item.start, after.end, Role.UNTIL, days))
        return i + 3
    if role is Role.BACK:  # "back from holiday on the 4th"
        skipped = 0
        while _role(_get(items, i + 1 + skipped)) in (Role.WORD, Role.BUSY, Role.WORK, Role.OFF) and skipped < 4:
            skipped += 1
        i, follows, after = i + skipped, _get(items, i + 1 + skipped), _get(items, i + 2 + skipped)
    if isinstance(follows, (Day, Stretch)) and role is Role.TO:
        raise Unclear(Trouble.AMBIGUOUS, start=item.start, end=follows.end)
    if isinstance(follows, (Day, Stretch)):
        mark = {Role.STARTING: Role.FROM, Role.TO: Role.UNTIL}.get(role or Role.END, role or Role.END)
        time_after = (
            after
            if isinstance(after, Time)
            and after.shape is Shape.AT
            and role in (Role.UNTIL, Role.BEFORE, Role.FROM)
            else None
        )
        if time_after is not None and any(isinstance(x, (Day, Stretch, Every, Span)) for x in out[-3:]):
            time_after = None
        out.append(Bound(item.start, (time_after or follows).end, mark, follows, time_after))
        return i + 2 + (time_after is not None)
    return None


# lists


def _lists(items: list[Item]) -> list[Item]:
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        if isinstance(item, (Day, Stretch, Every, Span)):
            days = [item]
            j = i + 1
            while True:
                k = j
                while _role(_get(items, k)) in _LIST and k - j < 2:
                    k += 1
                follows = _get(items, k)
                if not isinstance(follows, (Day, Stretch, Every, Span)):
                    break
                if k == j and not (isinstance(days[-1], Day) and isinstance(follows, Day) and not follows.assumed):
                    break
                if k > j and not _alike(
                    days[-1], follows, strict=_role(_get(items, j)) is Role.COMMA and k == j + 1
                ):
                    break
                if k == j + 1 and _role(_get(items, j)) is Role.COMMA and _judged(_get(items, k + 1)) and _opened_by_kind(out):
                    break  # "free Fri, Sat maybe"
                if isinstance(_get(out, len(out) - 1), Time) and isinstance(_get(items, k + 1), Time):
                    break  # "all day Saturday and Sunday morning"
                days.append(follows)
                j = k + 1
            out.append(Several(item.start, days[-1].end, tuple(days)))
            i = j
            continue
        out.append(item)
        i += 1
    return out


def _judged(item: Item | None) -> bool:
    return _role(item) in (Role.FREE, Role.BUSY, Role.MAYBE, Role.NO, Role.QUESTION_MARK)


def _opened_by_kind(out: list[Item]) -> bool:
    """Whether what stands before in the same clause says what kind the days are."""
    for item in reversed(out):
        if _role(item) in (*_LIST, Role.SEMICOLON, Role.STOP, Role.BUT):
            return False
        if _judged(item):
            return True
    return False


def _alike(a: Item, b: Item, *, strict: bool) -> bool:
    """Whether two neighbours are a list: after a comma alone, only days of one sort."""
    if (isinstance(a, Every) and a.bare) or (isinstance(b, Every) and b.bare):
        return False
    if not strict:
        return True
    if isinstance(a, Every) or isinstance(b, Every):
        return (
            isinstance(a, Every) and isinstance(b, (Every, Day)) and (isinstance(b, Every) or weekday_only(b))
        )
    return True
