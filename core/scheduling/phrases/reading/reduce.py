"""Neighbouring items made one: a weekday with its date, ranges, bounds, lists."""

from dataclasses import replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import (
    DayForm,
    Item,
    Number,
    Time,
    item_at,
    tag_of,
    weekday_only,
)
from core.scheduling.phrases.reading.bounds import joined_bounds
from core.scheduling.phrases.reading.lists import joined_lists
from core.scheduling.phrases.reading.ranges import RANGE_MARKS, joined_ranges

_REACH = 3
"""Items after a weekday that are searched for its date."""
_SHORT = 3
"""Letters; shorter words between a weekday and its date are ignored."""


def reduced(items: list[Item]) -> list[Item]:
    """The items with dates, ranges, bounds and lists joined."""
    return joined_lists(joined_bounds(joined_ranges(_dates(items))))


def _dates(items: list[Item]) -> list[Item]:
    """The items with every weekday and its date made one."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        if isinstance(item, DayForm):
            item, items = _with_date(item, items, i)
        out.append(item)
        i += 1
    return out


def _with_date(day: DayForm, items: list[Item], i: int) -> tuple[DayForm, list[Item]]:
    """The day at `i` completed by the next one near it, and the items without that one.

    A time between the two stays: "Friday 8pm, 5 Dec".
    """
    for j in range(i + 1, i + 1 + _REACH):
        other = item_at(items, j)
        if not isinstance(other, DayForm):
            continue
        between = [item for item in items[i + 1 : j] if not _is_short_word(item)]
        if _listed_behind(items, i, j) or not _are_near(between):
            break
        merged = _merged(day, other, between, item_at(items, j + 1))
        if merged is None:
            break
        times = [item for item in between if isinstance(item, Time)]
        return merged, [*items[: i + 1], *times, *items[j + 1 :]]
    return day, items


def _listed_behind(items: list[Item], i: int, j: int) -> bool:
    """Whether several dates, from that at `j` on, stand after the weekday at `i`: "Fri evenings 4, 11"."""
    many = any(isinstance(item, Time) and item.many for item in items[i + 1 : j])
    return (
        many
        and tag_of(item_at(items, j + 1)) in (Tag.AND, Tag.OR, Tag.COMMA)
        and isinstance(item_at(items, j + 2), DayForm)
    )


def _is_short_word(item: Item) -> bool:
    return tag_of(item) is Tag.WORD and item.end - item.start < _SHORT


def _are_near(between: list[Item]) -> bool:
    """Whether two days stand together: nothing but one time, commas and brackets are between them."""
    times = [item for item in between if isinstance(item, Time)]
    marks = [item for item in between if tag_of(item) in (Tag.COMMA, Tag.OPEN)]
    return len(times) <= 1 and len(times) + len(marks) == len(between)


def _merged(first: DayForm, second: DayForm, between: list[Item], after: Item | None) -> DayForm | None:
    """One day out of two that stand together, by the rule that applies; None if none does."""
    loose = any(tag_of(item) is Tag.COMMA for item in between)
    if weekday_only(first) and _is_date(second):
        return _weekday_and_date(first, second, loose=loose)
    if weekday_only(second) and _is_date(first):
        return _date_and_weekday(first, second, after, loose=loose)
    said_twice = first.on is not None and first.day is None and second.day is not None and second.on is None
    if said_twice and not between:
        return replace(second, on=first.on, start=first.start)  # "tomorrow 24 Nov"
    return None


def _is_date(day: DayForm) -> bool:
    """Whether a date is known of a day, and its weekday is not."""
    return day.weekday is None and (day.day is not None or day.on is not None)


def _weekday_and_date(weekday: DayForm, date: DayForm, *, loose: bool) -> DayForm | None:
    """A weekday before its date: "Fri 5 Dec"; after a comma only if they agree: "Tuesday, tomorrow"."""
    if loose and date.on is not None and date.day is None and date.on.weekday() != weekday.weekday:
        return None
    return replace(date, weekday=weekday.weekday, start=weekday.start)


def _date_and_weekday(date: DayForm, weekday: DayForm, after: Item | None, *, loose: bool) -> DayForm | None:
    """A date before its weekday: "5 Dec (Fri)", "tomorrow, Tuesday", "in two weeks, on the Thursday".

    The weekday may rather begin a range or a date of its own: "5 Dec, Fri 12".
    """
    if tag_of(after) in RANGE_MARKS or isinstance(after, Number):
        return None
    if loose and date.on is not None and date.on.weekday() != weekday.weekday and not date.around:
        return None
    return replace(date, weekday=weekday.weekday, end=weekday.end)
