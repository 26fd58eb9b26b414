"""The times of day of a statement, each from its beginning to its end."""

from collections.abc import Sequence
from dataclasses import replace

from core.scheduling.phrases.forms import EntryForm, LengthForm, Shape, Time
from core.scheduling.phrases.resolving.clock_ranges import clock_range
from core.scheduling.phrases.resolving.clocks import (
    HOUR,
    MIDNIGHT,
    Window,
    clock_at,
    minutes_of,
    part_minutes,
)
from core.scheduling.phrases.resolving.counted import times_that_count
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble

_EXACT = (Shape.AT, Shape.RANGE, Shape.FROM, Shape.UNTIL)
_MOST_RANGES = 4


def windows_of(frame: Frame, entry: EntryForm) -> list[Window]:
    """The times of day of a statement; none means whole days."""
    times = times_that_count(frame, entry)
    parts = [time for time in times if time.shape is Shape.PART]
    exact = [time for time in times if time.shape in _EXACT]
    if not exact:
        return _joined([_part(frame, time) for time in parts])
    hint = parts[0].part if parts else ""
    both = _from_and_until(exact)
    if both is not None:
        return [clock_range(frame, both, hint)]
    exact = _compatible(frame, exact)
    until_late = _until_late(exact, parts)
    if until_late is not None:
        exact, hint = [until_late], ""
    length = _minutes(entry.lengths)
    return _joined([_exact(frame, time, hint, length) for time in exact])


def part_of_day(frame: Frame, entry: EntryForm, part: str) -> list[Window]:
    """The hours of a statement whose days name a part of the day: the evenings of "weeknights"."""
    time = Time(entry.start, entry.end, Shape.PART, part=part)
    return windows_of(frame, replace(entry, times=[time]))


def window_of(frame: Frame, item: Time) -> Window:
    """The window of one time of day, whatever it is the time of."""
    windows = windows_of(frame, EntryForm(item.start, item.end, times=[replace(item, label="")]))
    if not windows:
        raise frame.unclear(Trouble.AMBIGUOUS, item)
    return windows[0]


def _from_and_until(exact: Sequence[Time]) -> Time | None:
    """As in "from 7, until 10": one range."""
    if len(exact) != 2:
        return None
    begins = next((time for time in exact if time.shape is Shape.FROM), None)
    ends = next((time for time in exact if time.shape is Shape.UNTIL), None)
    if begins is None or ends is None or not begins.first or not ends.last:
        return None
    return Time(begins.start, ends.end, Shape.RANGE, first=begins.first, last=ends.last)


def _compatible(frame: Frame, exact: list[Time]) -> list[Time]:
    """Times that may stand side by side: some ranges ("10-12 and 2-4"), or one time repeated."""
    if len(exact) == 1:
        return exact
    if all(time.shape is Shape.RANGE for time in exact) and len(exact) <= _MOST_RANGES:
        return exact
    if all(time.shape is Shape.AT for time in exact) and len(set(map(_clock, exact))) == 1:
        return exact[:1]
    raise frame.unclear(Trouble.AMBIGUOUS, exact[1])


def _clock(time: Time) -> tuple[int, int, str]:
    if time.first is None:
        return 0, 0, ""
    return time.first.hour, time.first.minute, time.first.half


def _until_late(exact: Sequence[Time], parts: Sequence[Time]) -> Time | None:
    """As in "from 8, late": the part of the day is the end."""
    (first, *others) = exact
    late = next((part for part in parts if part.part == "late"), None)
    if others or late is None or first.shape not in (Shape.AT, Shape.FROM) or not first.first:
        return None
    return replace(first, shape=Shape.RANGE, part_end="late") if late.start > first.start else None


def _minutes(lengths: list[LengthForm]) -> int:
    for length in lengths:
        if length.unit in ("minute", "hour"):
            return length.number * (HOUR if length.unit == "hour" else 1)
    return 0


def _joined(windows: list[Window]) -> list[Window]:
    """Windows in order, those that touch made one."""
    out: list[Window] = []
    for window in sorted(windows, key=lambda w: (w.start, w.end)):
        if out and window.start <= out[-1].end:
            out[-1] = Window(
                out[-1].start, max(out[-1].end, window.end), out[-1].end_said and window.end_said
            )
        else:
            out.append(window)
    return out


def _part(frame: Frame, time: Time) -> Window:
    start, end = part_minutes(frame, time.part)
    length = end - start
    share = -(-length * 3 // (5 * HOUR)) * HOUR
    if time.edge == "early":
        if time.part == "morning":
            return Window(max(start - 2 * HOUR, 0), end - 2 * HOUR)
        return Window(start, min(start + share, end))
    if time.edge == "late":
        return Window(max(end - share, start), end)
    return Window(start, end)


def _exact(frame: Frame, item: Time, hint: str, length: int) -> Window:
    match item.shape:
        case Shape.RANGE:
            return clock_range(frame, item, hint)
        case Shape.FROM:
            return _from(frame, item, hint, length)
        case Shape.UNTIL:
            return _until(frame, item, hint)
    return _at(frame, item, hint, length)


def _at(frame: Frame, item: Time, hint: str, length: int) -> Window:
    """As in "at 7", "at 7 for two hours": until midnight without an end."""
    if item.first is None:
        raise frame.unclear(Trouble.AMBIGUOUS, item)
    start = minutes_of(frame, item.first, hint)
    if length:
        return Window(start, start + length)
    end = MIDNIGHT if start < MIDNIGHT - 2 * HOUR else start + frame.context.habits.min_minutes
    frame.assume(Assumption(Assumed.END, frame.words(item), at=clock_at(end)))
    return Window(start, end, end_said=False)


def _from(frame: Frame, item: Time, hint: str, length: int) -> Window:
    if item.first is not None:
        start = minutes_of(frame, item.first, hint)
    else:
        begin, end = part_minutes(frame, item.part.removeprefix("end "))
        start = end if item.part.startswith("end ") else begin
    if start >= MIDNIGHT:
        raise frame.unclear(Trouble.AMBIGUOUS, item)
    if length:
        return Window(start, start + length)
    if hint in ("morning", "lunch", "afternoon"):
        end = part_minutes(frame, hint)[1]
        if start < end:
            return Window(start, end)
    frame.assume(Assumption(Assumed.END, frame.words(item), at=clock_at(0)))
    return Window(start, MIDNIGHT)


def _until(frame: Frame, item: Time, hint: str) -> Window:
    if item.last is not None:
        end = minutes_of(frame, item.last, hint, ends=True)
    else:
        end = part_minutes(frame, item.part.removeprefix("end "))[0]
    start = part_minutes(frame, hint)[0] if hint else 0
    if end <= start:
        start = 0
    if end <= start:
        raise frame.unclear(Trouble.END_BEFORE_START, item)
    return Window(start, end)
