"""Neighbouring items made one: a weekday with its date, ranges, bounds, lists."""

from dataclasses import replace

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import (
    Day,
    Item,
    Mark,
    Number,
    Time,
    item_at,
    role_of,
    weekday_only,
)
from core.scheduling.phrases.reading.bounds import joined_bounds
from core.scheduling.phrases.reading.lists import joined_lists
from core.scheduling.phrases.reading.ranges import _RANGE, joined_ranges


def reduced(items: list[Item]) -> list[Item]:
    """The items with everything joined that belongs together."""
    return joined_lists(joined_bounds(joined_ranges(_dates(items))))


# a weekday and its date


def _dates(items: list[Item]) -> list[Item]:
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        if isinstance(item, Day):
            for gap in (1, 2, 3):
                between = items[i + 1 : i + gap]
                other = item_at(items, i + gap)
                if isinstance(other, Day) and _listed_behind(items, i, i + gap):
                    break
                if isinstance(other, Day):
                    merged = _merged(item, other, between, item_at(items, i + gap + 1))
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


def _listed_behind(items: list[Item], i: int, j: int) -> bool:
    """Whether several dates, from that at `j` on, stand behind the weekday at `i`: "Fri evenings 4, 11"."""
    many = any(isinstance(item, Time) and item.many for item in items[i + 1 : j])
    return (
        many
        and role_of(item_at(items, j + 1)) in (Role.AND, Role.OR, Role.COMMA)
        and isinstance(item_at(items, j + 2), Day)
    )


def _merged(a: Day, b: Day, between: list[Item], after: Item | None) -> Day | None:
    """One day out of a weekday and a date that stand together, or None."""
    between = [x for x in between if not (role_of(x) is Role.WORD and x.end - x.start < 3)]
    marks = [role_of(x) for x in between if isinstance(x, Mark)]
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
        if role_of(after) in _RANGE or isinstance(after, Number):
            return None
        if loose and a.on is not None and a.on.weekday() != b.weekday and not a.around:
            return None
        return replace(a, weekday=b.weekday, end=b.end)
    if a.on is not None and a.day is None and b.day is not None and b.on is None and not between:
        return replace(b, on=a.on, start=a.start)
    return None


# ranges


# bounds


# lists
