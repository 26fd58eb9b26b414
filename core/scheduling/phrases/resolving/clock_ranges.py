"""From one clock time to another: which half of the day each is in ("7-10", "10-2", "7-10pm")."""

import re
from dataclasses import replace

from core.scheduling.phrases.forms import ClockForm, Time
from core.scheduling.phrases.resolving.clocks import (
    AFTERNOON,
    HOUR,
    MIDNIGHT,
    NOON,
    Window,
    clock_at,
    minutes_of,
    part_minutes,
)
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble


def clock_range(frame: Frame, item: Time, hint: str) -> Window:
    """The hours from one time to another; `hint` is the part of the day named beside them."""
    first, last = item.first, item.last
    if first is None:
        raise frame.unclear(Trouble.AMBIGUOUS, item)
    if last is None:
        return _until_part(frame, item, first, hint)
    chosen = frame.chosen.get(f"range{item.start}")
    if isinstance(chosen, Window):
        return chosen
    if in_full(frame, first) and in_full(frame, last):
        first, last = replace(first, half="24"), replace(last, half="24")
    if first.half and last.half:
        return _both_known(frame, item, first, last, hint)
    if first.half:
        return _first_known(frame, first, last, hint)
    if last.half:
        return _last_known(frame, first, last, hint)
    return _neither_known(frame, item, first, last, hint)


def _until_part(frame: Frame, item: Time, first: ClockForm, hint: str) -> Window:
    """As in "8pm til late"."""
    start = minutes_of(frame, first, hint)
    _, end = part_minutes(frame, item.part_end)
    return _past_midnight(start, end)


def _both_known(frame: Frame, item: Time, first: ClockForm, last: ClockForm, hint: str) -> Window:
    """As in "10am-2pm", "19:00-23:00", "10pm-2am"."""
    start, end = minutes_of(frame, first, hint), minutes_of(frame, last, hint, ends=True)
    if start == end:
        raise frame.unclear(Trouble.END_BEFORE_START, item)
    return _past_midnight(start, end)


def _past_midnight(start: int, end: int) -> Window:
    """From a beginning to an end, which is on the next day if it is not after the beginning."""
    return Window(start, end if end > start else end + MIDNIGHT)


def _first_known(frame: Frame, first: ClockForm, last: ClockForm, hint: str) -> Window:
    """As in "7pm-10": the next time that the clock shows the end."""
    start = minutes_of(frame, first, hint)
    end = _face(last)
    while end <= start:
        end += NOON
    return Window(start, end)


def _last_known(frame: Frame, first: ClockForm, last: ClockForm, hint: str) -> Window:
    """As in "7-10pm", "10-2pm", "10-2am": the latest time before the end that reads as the beginning."""
    end = minutes_of(frame, last, hint, ends=True)
    start = _face(first)
    while start + NOON < end:
        start += NOON
    if start >= end:
        start, end = start + (0 if start + NOON >= end + MIDNIGHT else NOON), end + MIDNIGHT
        start = start if start < MIDNIGHT else start - NOON
    return Window(start, end)


def in_full(frame: Frame, clock: ClockForm) -> bool:
    """Whether both figures of the hour are written, as only the 24-hour clock has them: "10:30", "09:00"."""
    words = frame.words_at(clock.start, clock.end)
    return clock.half in ("", "24") and len(words) == 5 and words[2] == ":"


def _face(clock: ClockForm) -> int:
    return clock.hour % 12 * HOUR + clock.minute


def _written_in_full(frame: Frame, first: ClockForm, last: ClockForm) -> Window | None:
    """As in "10:00-12:00": figures in full at both ends are the 24-hour clock, but in the US."""
    if frame.context.locale.endswith("US"):
        return None
    if not all(_IN_FULL.fullmatch(frame.words_at(each.start, each.end)) for each in (first, last)):
        return None
    start, end = (each.hour * HOUR + each.minute for each in (first, last))
    return Window(start, end) if start < end else None


_IN_FULL = re.compile(r"\d\d:\d\d")


def _neither_known(frame: Frame, item: Time, first: ClockForm, last: ClockForm, hint: str) -> Window:
    """As in "7-10" and "10-2", with or without a part of the day."""
    written = _written_in_full(frame, first, last)
    if written is not None:
        return written
    a, b = _face(first), _face(last)
    if a == b:
        raise frame.unclear(Trouble.END_BEFORE_START, item)
    if hint == "morning":
        return Window(a, b if b > a else b + NOON)
    if hint in AFTERNOON:
        return _evening(a, b)
    window = _without_part(frame, item, first, last)
    frame.assume(Assumption(Assumed.CLOCK, frame.words(item), at=clock_at(window.start)))
    return window


def _evening(a: int, b: int) -> Window:
    """As in "7-10", "10-2" at night."""
    return Window(a + NOON, b + NOON if b > a else b + MIDNIGHT)


def _without_part(frame: Frame, item: Time, first: ClockForm, last: ClockForm) -> Window:
    """Neither morning nor afternoon is named: evening, except hours that only a working day has."""
    a, b = _face(first), _face(last)
    if first.hour == 12:
        return Window(NOON, b + NOON)
    if b == 0:
        return _until_twelve(frame, item, a)
    working_day, evening = Window(a, b + NOON), _evening(a, b)
    if a < b:
        return evening
    if _is_working_day(a, b):
        return working_day
    if a >= 7 * HOUR or b > 4 * HOUR:
        raise _either(frame, item, working_day, evening)
    return evening


def _until_twelve(frame: Frame, item: Time, a: int) -> Window:
    """As in "6-12", until midnight; "9-12" is asked about."""
    window = Window(a + NOON, MIDNIGHT)
    if a > 6 * HOUR + 30:
        raise _either(frame, item, window, Window(a, NOON))
    return window


def _is_working_day(a: int, b: int) -> bool:
    """As in "9-5", "8-4", "9-3"; "10-2" may be a night too."""
    return a >= 7 * HOUR and (b >= 4 * HOUR or (b >= 3 * HOUR and a < 10 * HOUR))


def _either(frame: Frame, item: Time, *windows: Window) -> Exception:
    return frame.unclear(Trouble.AMBIGUOUS, item, key=f"range{item.start}", choices=windows)
