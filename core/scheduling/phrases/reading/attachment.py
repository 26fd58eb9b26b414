"""The parts of a sentence that belong to a statement, and the exceptions from it."""

from collections.abc import Sequence

from core.scheduling.kinds import Kind
from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import (
    Boundary,
    DayForm,
    Days,
    DayStretch,
    EntryForm,
    Every,
    Item,
    LengthForm,
    MarkForm,
    Number,
    Several,
    Shape,
    Span,
    Time,
    weekday_only,
)
from core.scheduling.phrases.reading.chunks import Chunk
from core.scheduling.phrases.reading.source import UnclearWords
from core.scheduling.phrases.understanding import Trouble


def attach(entry: EntryForm, item: Item) -> None:
    """Add a day, a time, a bound or a length to a statement; a bare figure is an hour."""
    match item:
        case Several():
            entry.days.append(item)
        case Time():
            entry.times.append(item)
        case Boundary():
            entry.bounds.append(item)
        case LengthForm():
            entry.lengths.append(item)
        case Number():
            entry.times.append(Time(item.start, item.end, Shape.AT, label="bare"))
        case MarkForm() if item.tag is Tag.ONLY:
            entry.only = True


def repeats(entry: EntryForm) -> bool:
    """Whether its days repeat."""
    return any(isinstance(day, Every) for day in days_of(entry.days))


def days_of(groups: list[Several]) -> list[Days]:
    """All days of several lists."""
    return [day for group in groups for day in group.days]


def leave_out(entry: EntryForm, items: list[Item]) -> bool:
    """Take the days or times after an "except", and return whether there were any."""
    taken = False
    partly: list[Item] = []
    for i, item in enumerate(items):
        times = _own_times(entry, items, i)
        if isinstance(item, Several) and times:
            entry.partly.append((item, times))
            partly += times
        elif item in partly:
            continue
        elif isinstance(item, Several) and not (taken and _are_stretches(item)):
            entry.excepts.append(item)
        elif isinstance(item, Time) and not taken:
            entry.except_times.append(item)
        else:
            attach(entry, item)
            continue
        taken = True
    return taken


def _own_times(entry: EntryForm, items: list[Item], i: int) -> list[Time]:
    """The times after the days at `i`, if only these times are left out of them."""
    times = _times_behind(items, i + 1) if isinstance(items[i], Several) else []
    return times if times and _takes_part(entry, times) else []


def _are_stretches(several: Several) -> bool:
    return all(isinstance(day, DayStretch) for day in several.days)


def same_weekday(entry: EntryForm, items: list[Item]) -> bool:
    """Whether the only day of a statement is named again: "free Friday except Friday evening"."""
    days = days_of([*entry.days, *(item for item in items if isinstance(item, Several))])
    weekdays = [
        (day.weekday, day.which) for day in days if isinstance(day, DayForm) and day.weekday is not None
    ]
    return len(days) == len(weekdays) == 2 and weekdays[0] == weekdays[1]


def _times_behind(items: list[Item], i: int) -> list[Time]:
    found: list[Time] = []
    for item in items[i:]:
        if not isinstance(item, Time):
            break
        found.append(item)
    return found


def _takes_part(entry: EntryForm, times: list[Time]) -> bool:
    """Whether times after a day that is left out are its own: "free all week except Tuesday evening"."""
    if all(time.shape is Shape.PART for time in times):
        return True
    if entry.times or any(
        time.shape not in (Shape.PART, Shape.RANGE, Shape.FROM, Shape.UNTIL) for time in times
    ):
        return False
    if repeats(entry):
        raise UnclearWords(Trouble.AMBIGUOUS, start=times[0].start, end=times[-1].end)
    return True


def belongs(chunk: Chunk, previous: EntryForm) -> bool:
    """Whether a part of the sentence is about the statement before, and states nothing itself."""
    several = [item for item in chunk.items if isinstance(item, Several)]
    bounds = [item for item in chunk.items if isinstance(item, Boundary)]
    if bounds and not several:
        return _bounds(bounds, chunk, previous)
    if len(several) != 1 or not _of_same_kind(chunk, previous):
        return False
    days = several[0].days
    return any(rule(chunk, days, previous) for rule in _RULES)


def _of_same_kind(chunk: Chunk, previous: EntryForm) -> bool:
    return not chunk.said or chunk.kind is previous.kind


def _bounds(bounds: list[Boundary], chunk: Chunk, previous: EntryForm) -> bool:
    """Whether bounds are those of the days before: "every Friday, from 5 Dec", "away, back on the 4th"."""
    if any(bound.mark is Tag.BACK for bound in bounds):
        return True
    if not _of_same_kind(chunk, previous) or (chunk.said and chunk.kind is Kind.FREE):
        return False
    return repeats(previous) or not previous.days


def _only_every(days: Sequence[Days]) -> Every | None:
    """The repeating days, if there is nothing else."""
    return days[0] if len(days) == 1 and isinstance(days[0], Every) else None


def _says_how_often(_: Chunk, days: Sequence[Days], previous: EntryForm) -> bool:
    """Whether it is only a frequency for the days before: "Fridays, fortnightly"."""
    every = _only_every(days)
    return every is not None and every.bare and bool(previous.days)


def _in_weeks(chunk: Chunk, days: Sequence[Days], previous: EntryForm) -> bool:
    """Whether "in even weeks" stands after a comma, or before one: "Tuesdays, in even weeks"."""
    if chunk.joined not in (Tag.COMMA, Tag.OPEN) or chunk.said:
        return False
    before = days_of(previous.days)
    if _only_weeks(days):
        return bool(before) and all(isinstance(day, Every) or weekday_only(day) for day in before)
    weeks = _only_every(before)
    if weeks is None or weeks.parity is None or previous.times:
        return False
    if all(isinstance(day, Every) and day.unit == "week" for day in days):
        raise UnclearWords(Trouble.AMBIGUOUS, start=weeks.start, end=days[-1].end)  # these days, or these too
    return False


def _only_weeks(days: Sequence[Days]) -> bool:
    """Whether the days are only even or odd weeks."""
    every = _only_every(days)
    return every is not None and every.season and every.parity is not None


def _each_day_of_stretch(_: Chunk, days: Sequence[Days], previous: EntryForm) -> bool:
    """Whether "each day" goes on with one stretch of whole days: "5-9 Dec, from 7 each day"."""
    every, before = _only_every(days), days_of(previous.days)
    if every is None or every.unit != "day" or previous.times:
        return False
    return len(before) == 1 and isinstance(before[0], (Span, DayStretch))


def _limits_repeats(chunk: Chunk, _: Sequence[Days], previous: EntryForm) -> bool:
    """Whether a range limits what repeats before it: "every Friday, from 5 Jan to 9 Feb"."""
    return opened_span(chunk) and repeats(previous)


def opened_span(chunk: Chunk) -> bool:
    """Whether a part is "from 5 Jan to 9 Feb" and nothing else."""
    item = chunk.items[0]
    day = item.days[0] if isinstance(item, Several) and len(item.days) == len(chunk.items) == 1 else None
    return isinstance(day, Span) and day.opened


def _echoes(chunk: Chunk, _: Sequence[Days], previous: EntryForm) -> bool:
    """Whether days in brackets spell out the days before: "Easter (28 Mar)", "Fridays (4, 11 Dec)"."""
    if chunk.joined is not Tag.OPEN or chunk.said or not previous.days:
        return False
    day = previous.days[-1].days[-1]
    return isinstance(day, (Every, DayStretch)) or (isinstance(day, DayForm) and day.assumed is not None)


_RULES = (_says_how_often, _in_weeks, _each_day_of_stretch, _limits_repeats, _echoes)
"""The ways in which days may belong to the statement before, in the order of trial."""
