"""Clock times, and parts of the day by the habits, as minutes from midnight."""

from dataclasses import dataclass
from datetime import time

from core.habits import DayPart
from core.scheduling.phrases.forms import ClockForm
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble

NOON, MIDNIGHT, HOUR = 720, 1440, 60
AFTERNOON = ("afternoon", "evening", "night", "late", "after_work", "lunch")
"""Parts of the day that make a bare hour beside them one after noon."""


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` to `end`, in minutes from the midnight that begins the day; above 1440 is the next day."""

    start: int
    end: int
    end_said: bool = True


def day_part(frame: Frame, key: str) -> DayPart:
    """The hours of a part of the day by the habits."""
    parts = frame.context.habits.day_parts
    part = parts.get(key)
    if part is None:
        raise frame.unclear(Trouble.NOT_UNDERSTOOD)
    return part


def part_minutes(frame: Frame, key: str) -> tuple[int, int]:
    """Beginning and end of a part; an end that is not after the beginning is on the next day."""
    part = day_part(frame, key)
    frame.assume(Assumption(Assumed.DAY_PART, key, part=part))
    start, end = (t.hour * HOUR + t.minute for t in (part.start, part.end))
    return start, end if end > start else end + MIDNIGHT


def minutes_of(frame: Frame, clock: ClockForm, hint: str = "", *, ends: bool = False) -> int:
    """Minutes from midnight of a single clock time; a bare hour is in the afternoon or evening."""
    minutes = clock.hour % 24 * HOUR + clock.minute
    if clock.half == "said":
        minutes = _as_said(frame, clock, minutes, hint)
    elif clock.half == "am":
        minutes %= NOON
    elif clock.half == "pm":
        minutes = minutes % NOON + NOON
    elif clock.half != "24":
        return _bare_hour(frame, clock, minutes % NOON, hint)
    return MIDNIGHT if minutes == 0 and ends else minutes


def _as_said(frame: Frame, clock: ClockForm, minutes: int, hint: str) -> int:
    """A time on the 24-hour clock, unless the part of the day makes it later: "abends um 8"."""
    if 0 < clock.hour < 12 and hint in AFTERNOON and not _is_early_in(hint, clock.hour):
        return minutes + NOON
    if clock.hour < 10 and not hint:
        _assume_clock(frame, clock, minutes)
    return minutes


def _is_early_in(hint: str, hour: int) -> bool:
    """Whether an hour of a part of the day is before noon: two "at night", eleven "at lunchtime"."""
    return (hint == "night" and hour < 6) or (hint == "lunch" and hour > 9)


def _bare_hour(frame: Frame, clock: ClockForm, minutes: int, hint: str) -> int:
    """An hour with neither half of the day: "at 7" is in the evening, "in the morning at 7" is not."""
    if hint == "morning" or (hint == "lunch" and clock.hour == 11):
        return minutes if clock.hour != 12 else NOON
    if hint == "night" and clock.hour == 12:
        return MIDNIGHT
    if not hint:
        _assume_clock(frame, clock, minutes + NOON)
    return minutes + NOON


def _assume_clock(frame: Frame, clock: ClockForm, minutes: int) -> None:
    words = frame.words_at(clock.start, clock.end)
    frame.assume(Assumption(Assumed.CLOCK, words, at=clock_at(minutes)))


def clock_at(minutes: int) -> time:
    """The time of day that so many minutes from midnight are, on whichever day."""
    hour, minute = divmod(minutes % MIDNIGHT, HOUR)
    return time(hour, minute)
