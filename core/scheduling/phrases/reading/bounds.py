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
    Span,
    Stretch,
    Time,
    item_at,
    role_of,
)
from core.scheduling.phrases.reading.ranges import clock_of
from core.scheduling.phrases.reading.source import Unclear
from core.scheduling.phrases.understanding import Trouble

_FROM_LIKE = (Role.FROM, Role.STARTING, Role.AFTER)


_UNTIL_LIKE = (Role.UNTIL, Role.BEFORE, Role.TO)


def joined_bounds(items: list[Item]) -> list[Item]:
    """The items with every mark that limits put together with what it limits to."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        item, follows = items[i], item_at(items, i + 1)
        role = role_of(item)
        if role is Role.FROM and _weekends_of(out, items, i):
            i += 1
            continue
        if role in (*_FROM_LIKE, *_UNTIL_LIKE, Role.BACK):
            step = _bound(out, items, i, role)
            if step is not None:
                i = step
                continue
            if role in (Role.BEFORE, Role.UNTIL) and role_of(follows) is Role.WORK:
                raise Unclear(Trouble.AMBIGUOUS, start=item.start, end=(follows or item).end)
            if role is Role.BACK and out:
                _back(out, item, follows)
            if role in (Role.FROM, Role.TO, Role.BACK, Role.STARTING):
                i += 1 + (role is Role.FROM and role_of(follows) is Role.NOW)
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


def _back(out: list[Item], item: Item, follows: Item | None) -> None:
    """Join a "back" to the day before it: "on the 4th I'm back", "from the 4th on I'm back"."""
    last = out[-1]
    if isinstance(last, Bound) and last.mark is Role.FROM:
        out.append(Mark(item.start, item.end, Role.FREE))
        return
    judged = any(role_of(x) in (Role.BUSY, Role.FREE, Role.MAYBE) for x in out)
    if isinstance(last, Day) and not judged and (follows is None or isinstance(follows, Mark)):
        out[-1] = Bound(last.start, item.end, Role.BACK, last)


def _bound(out: list[Item], items: list[Item], i: int, role: Role | None) -> int | None:
    item, follows, after = items[i], item_at(items, i + 1), item_at(items, i + 2)
    up = role in _UNTIL_LIKE
    clock = clock_of(follows)
    if clock is not None and role is not Role.BACK and follows is not None:
        shape = Shape.UNTIL if up else Shape.AT if role is Role.STARTING else Shape.FROM
        previous = item_at(out, len(out) - 1)
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
    if up and role_of(follows) is Role.AFTER and isinstance(after, (Day, Stretch)):  # "till after Easter"
        days = replace(after, unit="part") if isinstance(after, Stretch) else after
        out.append(Bound(item.start, after.end, Role.UNTIL, days))
        return i + 3
    if role is Role.BACK:  # "back from holiday on the 4th"
        skipped = 0
        while (
            role_of(item_at(items, i + 1 + skipped)) in (Role.WORD, Role.BUSY, Role.WORK, Role.OFF)
            and skipped < 4
        ):
            skipped += 1
        i, follows, after = i + skipped, item_at(items, i + 1 + skipped), item_at(items, i + 2 + skipped)
    if isinstance(follows, (Day, Stretch)) and role is Role.TO:
        raise Unclear(Trouble.AMBIGUOUS, start=item.start, end=follows.end)
    if isinstance(follows, (Day, Stretch)):
        mark = {Role.STARTING: Role.FROM, Role.TO: Role.UNTIL}.get(role or Role.END, role or Role.END)
        time_after = (
            after
            if isinstance(after, Time)
            and after.shape is Shape.AT
            and not after.label
            and role in (Role.UNTIL, Role.BEFORE, Role.FROM)
            else None
        )
        if time_after is not None and any(isinstance(x, (Day, Stretch, Every, Span)) for x in out[-3:]):
            time_after = None
        out.append(Bound(item.start, (time_after or follows).end, mark, follows, time_after))
        return i + 2 + (time_after is not None)
    return None
