"""What belongs to a statement, and what an "except" leaves out of it."""

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import (
    Bound,
    Day,
    Entry,
    Every,
    Item,
    Length,
    Mark,
    Number,
    Several,
    Shape,
    Stretch,
    Time,
)
from core.scheduling.phrases.reading.source import Unclear
from core.scheduling.phrases.understanding import Trouble


def attach(entry: Entry, item: Item) -> None:
    """Let a statement have a day, a time, a bound or a length; a bare figure is an hour."""
    match item:
        case Several():
            entry.days.append(item)
        case Time():
            entry.times.append(item)
        case Bound():
            entry.bounds.append(item)
        case Length():
            entry.lengths.append(item)
        case Number():
            entry.times.append(Time(item.start, item.end, Shape.AT, label="bare"))
        case Mark() if item.role is Role.ONLY:
            entry.only = True


def repeats(entry: Entry) -> bool:
    """Whether its days come again."""
    return any(isinstance(day, Every) for group in entry.days for day in group.days)


def leave_out(entry: Entry, items: list[Item]) -> bool:
    """Take the days or times behind an "except"; whether there were any."""
    taken = False
    partly: list[Item] = []
    for i, item in enumerate(items):
        times = _times_behind(items, i + 1) if isinstance(item, Several) else []
        if isinstance(item, Several) and times and _takes_part(entry, times):
            entry.partly.append((item, times))
            partly += times
            taken = True
            continue
        if item in partly:
            continue
        stretch = isinstance(item, Several) and all(isinstance(day, Stretch) for day in item.days)
        if isinstance(item, Several) and not (taken and stretch):
            entry.excepts.append(item)
            taken = True
        elif isinstance(item, Time) and not taken:
            entry.except_times.append(item)
            taken = True
        else:
            attach(entry, item)
    return taken


def same_weekday(entry: Entry, items: list[Item]) -> bool:
    """Whether the only day of a statement is named again: "free Friday except Friday evening"."""
    named = [day for item in items if isinstance(item, Several) for day in item.days]
    days = [*(day for group in entry.days for day in group.days), *named]
    return (
        len(days) == 2
        and len({(d.weekday, d.which) for d in days if isinstance(d, Day) and d.weekday is not None}) == 1
        and all(isinstance(d, Day) and d.weekday is not None for d in days)
    )


def _times_behind(items: list[Item], i: int) -> list[Time]:
    found: list[Time] = []
    for item in items[i:]:
        if not isinstance(item, Time):
            break
        found.append(item)
    return found


def _takes_part(entry: Entry, times: list[Time]) -> bool:
    """Whether times behind a day that is left out are its own: "free all week except Tuesday evening"."""
    if all(time.shape is Shape.PART for time in times):
        return True
    if entry.times or any(
        time.shape not in (Shape.PART, Shape.RANGE, Shape.FROM, Shape.UNTIL) for time in times
    ):
        return False
    if repeats(entry):
        raise Unclear(Trouble.AMBIGUOUS, start=times[0].start, end=times[-1].end)
    return True
