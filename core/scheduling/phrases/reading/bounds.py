"""Marks that limit, joined to the day or hour that they limit to: from, until, before, after, back."""

from dataclasses import replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import (
    Boundary,
    DayForm,
    DayStretch,
    Every,
    Item,
    MarkForm,
    Number,
    Shape,
    Time,
    is_days,
    item_at,
    tag_of,
)
from core.scheduling.phrases.reading.hours import clock_of
from core.scheduling.phrases.reading.source import UnclearWords
from core.scheduling.phrases.understanding import Trouble

_UP_TO = (Tag.UNTIL, Tag.BEFORE, Tag.TO)
_LIMITS = (Tag.FROM, Tag.STARTING, Tag.AFTER, *_UP_TO, Tag.BACK)
_DROPPED = (Tag.FROM, Tag.TO, Tag.BACK, Tag.STARTING)
"""Marks that mean nothing unless a day or hour follows."""
_AWAY = (Tag.WORD, Tag.BUSY, Tag.WORK, Tag.OFF)
_MOST_AWAY = 4


def joined_bounds(items: list[Item]) -> list[Item]:
    """The items with every limiting mark joined to its day or hour."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        i = _taken(out, items, i)
    return out


def _taken(out: list[Item], items: list[Item], i: int) -> int:
    """Take the item at `i` with the day or hour that it limits to, and return the next index."""
    item = items[i]
    tag = tag_of(item)
    if tag is not None and tag in _LIMITS:
        step = _limit(out, items, i, tag)
        if step is not None:
            return step
    elif tag is Tag.ONWARDS and out:
        _onwards(out, item)
        return i + 1
    out.append(_hour_said(item))
    return i + 1


def _hour_said(item: Item) -> Item:
    """The item, as an hour if an "at" makes it one: "at 8"."""
    clock = clock_of(item) if isinstance(item, Number) and item.at else None
    return item if clock is None else Time(item.start, item.end, Shape.AT, first=clock)


def _onwards(out: list[Item], mark: Item) -> None:
    """Let the hour or the days before an "onwards" begin an open stretch: "7 onwards", "mid Nov onwards"."""
    last = out[-1]
    clock = clock_of(last)
    if clock is not None:
        out[-1] = Time(last.start, mark.end, Shape.FROM, first=clock)
    elif isinstance(last, (DayForm, DayStretch)):
        out[-1] = Boundary(last.start, mark.end, Tag.FROM, last)


def _limit(out: list[Item], items: list[Item], i: int, tag: Tag) -> int | None:
    """Join the limiting mark at `i` to its day or hour, by the first rule that applies, or drop it."""
    if tag is Tag.FROM and _weekends_of(out, items, i):
        return i + 1
    for bound in (_hour_bound, _part_bound, _feast_bound, _day_bound):
        step = bound(out, items, i, tag)
        if step is not None:
            return step
    return _nothing_bound(out, items, i, tag)


def _weekends_of(out: list[Item], items: list[Item], i: int) -> bool:
    """Whether a "from" only says which weekends: "die Wochenenden vom 12. und 19. Dezember"."""
    last, first, second = item_at(out, len(out) - 1), item_at(items, i + 1), item_at(items, i + 3)
    weekends = isinstance(last, Every) and last.weekdays == {5, 6}
    return (
        weekends
        and isinstance(first, DayForm)
        and tag_of(item_at(items, i + 2)) is Tag.AND
        and isinstance(second, DayForm)
        and second.day is not None
    )


def _hour_bound(out: list[Item], items: list[Item], i: int, tag: Tag) -> int | None:
    """An hour: "after 7", "until 9pm"; after another hour a range: "from 7, until 9"."""
    item, follows = items[i], item_at(items, i + 1)
    clock = clock_of(follows)
    if clock is None or follows is None or tag is Tag.BACK:
        return None
    if tag not in _UP_TO:
        shape = Shape.AT if tag is Tag.STARTING else Shape.FROM
        out.append(Time(item.start, follows.end, shape, first=clock))
        return i + 2
    previous = item_at(out, len(out) - 1)
    if isinstance(previous, Time) and previous.shape is Shape.FROM and previous.first is not None:
        out[-1] = Time(previous.start, follows.end, Shape.RANGE, first=previous.first, last=clock)
    else:
        out.append(Time(item.start, follows.end, Shape.UNTIL, last=clock))
    return i + 2


def _part_bound(out: list[Item], items: list[Item], i: int, tag: Tag) -> int | None:
    """A part of the day: "until evening", "from early afternoon", "after lunch", which is after its end."""
    part = item_at(items, i + 1)
    if not isinstance(part, Time) or part.shape is not Shape.PART or part.part == "after_work":
        return None
    up = tag in _UP_TO
    if tag in (Tag.BACK, Tag.TO) or (up and part.part == "late"):
        return None
    key = f"end {part.part}" if tag is Tag.AFTER else part.part
    shape = Shape.UNTIL if up else Shape.FROM
    out.append(Time(items[i].start, part.end, shape, part=key, edge=part.edge, many=part.many))
    return i + 2


def _feast_bound(out: list[Item], items: list[Item], i: int, tag: Tag) -> int | None:
    """A bound that includes the days themselves: "till after Easter"."""
    days = item_at(items, i + 2)
    if tag not in _UP_TO or tag_of(item_at(items, i + 1)) is not Tag.AFTER:
        return None
    if not isinstance(days, (DayForm, DayStretch)):
        return None
    days = replace(days, unit="part") if isinstance(days, DayStretch) else days
    out.append(Boundary(items[i].start, days.end, Tag.UNTIL, days))
    return i + 3


def _day_bound(out: list[Item], items: list[Item], i: int, tag: Tag) -> int | None:
    """Days with their hour: "from Friday", "until 5 Dec 8pm", "back from holiday on the 4th"."""
    start = items[i].start
    if tag is Tag.BACK:
        i = _past_absence(items, i)
    days = item_at(items, i + 1)
    if not isinstance(days, (DayForm, DayStretch)):
        return None
    if tag is Tag.TO:
        raise UnclearWords(Trouble.AMBIGUOUS, start=start, end=days.end)
    hour = _hour_of_bound(out, item_at(items, i + 2), tag)
    mark = Tag.FROM if tag is Tag.STARTING else tag
    out.append(Boundary(start, (hour or days).end, mark, days, hour))
    return i + 2 + (hour is not None)


def _past_absence(items: list[Item], i: int) -> int:
    """The index of the last word of an absence: "back from holiday"."""
    end = i + _MOST_AWAY
    while i < end and tag_of(item_at(items, i + 1)) in _AWAY:
        i += 1
    return i


def _hour_of_bound(out: list[Item], after: Item | None, tag: Tag) -> Time | None:
    """The hour of a bound, unless it belongs to days before it: "Fridays until 5 Dec 8pm"."""
    if tag not in (Tag.UNTIL, Tag.BEFORE, Tag.FROM) or not isinstance(after, Time):
        return None
    if after.shape is not Shape.AT or after.label or any(is_days(item) for item in out[-3:]):
        return None
    return after


def _nothing_bound(out: list[Item], items: list[Item], i: int, tag: Tag) -> int | None:
    """Drop a mark without a limit; None if it stays because it has a meaning of its own."""
    item, follows = items[i], item_at(items, i + 1)
    if tag in (Tag.BEFORE, Tag.UNTIL) and tag_of(follows) is Tag.WORK:
        raise UnclearWords(Trouble.AMBIGUOUS, start=item.start, end=(follows or item).end)
    if tag is Tag.BACK and out:
        _back(out, item, follows)
    if tag not in _DROPPED:
        return None
    return i + 1 + (tag is Tag.FROM and tag_of(follows) is Tag.NOW)


def _back(out: list[Item], item: Item, follows: Item | None) -> None:
    """Join a "back" to the day before it: "on the 4th I'm back", "from the 4th on I'm back"."""
    last = out[-1]
    if isinstance(last, Boundary) and last.mark is Tag.FROM:
        out.append(MarkForm(item.start, item.end, Tag.FREE))
        return
    judged = any(tag_of(x) in (Tag.BUSY, Tag.FREE, Tag.MAYBE) for x in out)
    if isinstance(last, DayForm) and not judged and (follows is None or isinstance(follows, MarkForm)):
        out[-1] = Boundary(last.start, item.end, Tag.BACK, last)
