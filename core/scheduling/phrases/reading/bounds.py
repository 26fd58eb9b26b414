"""Marks that limit, with what they limit to: from, until, before, after, back."""

from dataclasses import replace

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import (
    Bound,
    Day,
    Every,
    Item,
    Mark,
    Number,
    Shape,
    Stretch,
    Time,
    is_days,
    item_at,
    role_of,
)
from core.scheduling.phrases.reading.hours import clock_of
from core.scheduling.phrases.reading.source import Unclear
from core.scheduling.phrases.understanding import Trouble

_UP_TO = (Role.UNTIL, Role.BEFORE, Role.TO)
_LIMITS = (Role.FROM, Role.STARTING, Role.AFTER, *_UP_TO, Role.BACK)
_DROPPED = (Role.FROM, Role.TO, Role.BACK, Role.STARTING)
"""These mean nothing where nothing follows that they could limit to."""
_AWAY = (Role.WORD, Role.BUSY, Role.WORK, Role.OFF)
_MOST_AWAY = 4


def joined_bounds(items: list[Item]) -> list[Item]:
    """The items with every mark that limits put together with what it limits to."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        i = _taken(out, items, i)
    return out


def _taken(out: list[Item], items: list[Item], i: int) -> int:
    """Take the item at `i` with what it limits to, and return the index behind."""
    item = items[i]
    role = role_of(item)
    if role is not None and role in _LIMITS:
        step = _limit(out, items, i, role)
        if step is not None:
            return step
    elif role is Role.ONWARDS and out:
        _onwards(out, item)
        return i + 1
    out.append(_hour_said(item))
    return i + 1


def _hour_said(item: Item) -> Item:
    """The item, as an hour where an "at" said that it is one: "at 8"."""
    clock = clock_of(item) if isinstance(item, Number) and item.at else None
    return item if clock is None else Time(item.start, item.end, Shape.AT, first=clock)


def _onwards(out: list[Item], mark: Item) -> None:
    """Let the hour or the days before an "onwards" begin an open stretch: "7 onwards", "mid Nov onwards"."""
    last = out[-1]
    clock = clock_of(last)
    if clock is not None:
        out[-1] = Time(last.start, mark.end, Shape.FROM, first=clock)
    elif isinstance(last, (Day, Stretch)):
        out[-1] = Bound(last.start, mark.end, Role.FROM, last)


def _limit(out: list[Item], items: list[Item], i: int, role: Role) -> int | None:
    """Join the limiting mark at `i` to what it limits to, by the first rule that applies, or drop it."""
    if role is Role.FROM and _weekends_of(out, items, i):
        return i + 1
    for bound in (_hour_bound, _part_bound, _feast_bound, _day_bound):
        step = bound(out, items, i, role)
        if step is not None:
            return step
    return _nothing_bound(out, items, i, role)


def _weekends_of(out: list[Item], items: list[Item], i: int) -> bool:
    """Whether a "from" only says which weekends: "die Wochenenden vom 12. und 19. Dezember"."""
    last, first, second = item_at(out, len(out) - 1), item_at(items, i + 1), item_at(items, i + 3)
    weekends = isinstance(last, Every) and last.weekdays == {5, 6}
    return (
        weekends
        and isinstance(first, Day)
        and role_of(item_at(items, i + 2)) is Role.AND
        and isinstance(second, Day)
        and second.day is not None
    )


def _hour_bound(out: list[Item], items: list[Item], i: int, role: Role) -> int | None:
    """An hour: "after 7", "until 9pm"; behind another one they are a range: "from 7, until 9"."""
    item, follows = items[i], item_at(items, i + 1)
    clock = clock_of(follows)
    if clock is None or follows is None or role is Role.BACK:
        return None
    if role not in _UP_TO:
        shape = Shape.AT if role is Role.STARTING else Shape.FROM
        out.append(Time(item.start, follows.end, shape, first=clock))
        return i + 2
    previous = item_at(out, len(out) - 1)
    if isinstance(previous, Time) and previous.shape is Shape.FROM and previous.first is not None:
        out[-1] = Time(previous.start, follows.end, Shape.RANGE, first=previous.first, last=clock)
    else:
        out.append(Time(item.start, follows.end, Shape.UNTIL, last=clock))
    return i + 2


def _part_bound(out: list[Item], items: list[Item], i: int, role: Role) -> int | None:
    """A part of the day: "until evening", "from early afternoon", "after lunch", which is after its end."""
    part = item_at(items, i + 1)
    if not isinstance(part, Time) or part.shape is not Shape.PART or part.part == "after_work":
        return None
    up = role in _UP_TO
    if role in (Role.BACK, Role.TO) or (up and part.part == "late"):
        return None
    key = f"end {part.part}" if role is Role.AFTER else part.part
    shape = Shape.UNTIL if up else Shape.FROM
    out.append(Time(items[i].start, part.end, shape, part=key, edge=part.edge, many=part.many))
    return i + 2


def _feast_bound(out: list[Item], items: list[Item], i: int, role: Role) -> int | None:
    """Days that are in it themselves: "till after Easter"."""
    days = item_at(items, i + 2)
    if role not in _UP_TO or role_of(item_at(items, i + 1)) is not Role.AFTER:
        return None
    if not isinstance(days, (Day, Stretch)):
        return None
    days = replace(days, unit="part") if isinstance(days, Stretch) else days
    out.append(Bound(items[i].start, days.end, Role.UNTIL, days))
    return i + 3


def _day_bound(out: list[Item], items: list[Item], i: int, role: Role) -> int | None:
    """Days, with the hour behind them: "from Friday", "until 5 Dec 8pm", "back from holiday on the 4th"."""
    start = items[i].start
    if role is Role.BACK:
        i = _past_absence(items, i)
    days = item_at(items, i + 1)
    if not isinstance(days, (Day, Stretch)):
        return None
    if role is Role.TO:
        raise Unclear(Trouble.AMBIGUOUS, start=start, end=days.end)
    hour = _hour_of_bound(out, item_at(items, i + 2), role)
    mark = Role.FROM if role is Role.STARTING else role
    out.append(Bound(start, (hour or days).end, mark, days, hour))
    return i + 2 + (hour is not None)


def _past_absence(items: list[Item], i: int) -> int:
    """The index of the last word that says what somebody is back from."""
    end = i + _MOST_AWAY
    while i < end and role_of(item_at(items, i + 1)) in _AWAY:
        i += 1
    return i


def _hour_of_bound(out: list[Item], after: Item | None, role: Role) -> Time | None:
    """The hour that a bound is at, unless it is that of days said before: "Fridays until 5 Dec 8pm"."""
    if role not in (Role.UNTIL, Role.BEFORE, Role.FROM) or not isinstance(after, Time):
        return None
    if after.shape is not Shape.AT or after.label or any(is_days(item) for item in out[-3:]):
        return None
    return after


def _nothing_bound(out: list[Item], items: list[Item], i: int, role: Role) -> int | None:
    """Drop a mark that limits to nothing; None where it stays, because it says something itself."""
    item, follows = items[i], item_at(items, i + 1)
    if role in (Role.BEFORE, Role.UNTIL) and role_of(follows) is Role.WORK:
        raise Unclear(Trouble.AMBIGUOUS, start=item.start, end=(follows or item).end)
    if role is Role.BACK and out:
        _back(out, item, follows)
    if role not in _DROPPED:
        return None
    return i + 1 + (role is Role.FROM and role_of(follows) is Role.NOW)


def _back(out: list[Item], item: Item, follows: Item | None) -> None:
    """Join a "back" to the day before it: "on the 4th I'm back", "from the 4th on I'm back"."""
    last = out[-1]
    if isinstance(last, Bound) and last.mark is Role.FROM:
        out.append(Mark(item.start, item.end, Role.FREE))
        return
    judged = any(role_of(x) in (Role.BUSY, Role.FREE, Role.MAYBE) for x in out)
    if isinstance(last, Day) and not judged and (follows is None or isinstance(follows, Mark)):
        out[-1] = Bound(last.start, item.end, Role.BACK, last)
