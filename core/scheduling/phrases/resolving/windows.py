"""Times of day as minutes from midnight: bare hours settled, parts looked up in the habits."""

import re
from dataclasses import dataclass, replace
from datetime import time

from core.habits import DayPart
from core.scheduling.phrases.forms import Clock, Entry, Length, Shape, Time
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble

NOON, MIDNIGHT, HOUR = 720, 1440, 60
_AFTERNOON = ("afternoon", "evening", "night", "late", "after_work", "lunch")


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` to `end`, in minutes from the midnight that begins the day; above 1440 is the next day."""

    start: int
    end: int
    end_said: bool = True


def windows_of(frame: Frame, entry: Entry) -> list[Window]:
    """The times of day of a statement; none means whole days."""
    times = _counting(frame, entry)
    if not times:
        return []
    parts = [t for t in times if t.shape is Shape.PART]
    exact = [t for t in times if t.shape in (Shape.AT, Shape.RANGE, Shape.FROM, Shape.UNTIL)]
    if not exact:
        windows = [_part(frame, t) for t in parts]
        return _joined(windows)
    hint = parts[0].part if parts else ""
    froms = [t for t in exact if t.shape is Shape.FROM]
    untils = [t for t in exact if t.shape is Shape.UNTIL]
    if len(froms) == 1 and len(untils) == 1 and len(exact) == 2 and froms[0].first and untils[0].last:
        both = Time(froms[0].start, untils[0].end, Shape.RANGE, first=froms[0].first, last=untils[0].last)
        return [_range(frame, both, hint)]
    ats = [t for t in exact if t.shape is Shape.AT]
    if len(exact) > 1 and (len(exact) != len([t for t in exact if t.shape is Shape.RANGE]) or len(exact) > 4):
        if len(ats) == len(exact) and len({_at_key(t) for t in ats}) == 1:
            exact = exact[:1]
        else:
            raise frame.unclear(Trouble.AMBIGUOUS, exact[1])
    late = next((p for p in parts if p.part == "late"), None)
    if (
        len(exact) == 1
        and exact[0].shape in (Shape.AT, Shape.FROM)
        and exact[0].first
        and late is not None
        and late.start > exact[0].start
    ):
        exact = [replace(exact[0], shape=Shape.RANGE, part_end="late")]
        hint = ""
    length = _minutes(entry.lengths)
    return _joined([_exact(frame, t, hint, length) for t in exact])


def _at_key(time: Time) -> tuple[int, int, str]:
    if time.first is None:
        return 0, 0, ""
    return time.first.hour, time.first.minute, time.first.half


def _counting(frame: Frame, entry: Entry) -> list[Time]:
    """The times that count: doors before anything else on the night, no soundchecks, no bare figures."""
    times = [t for t in entry.times if t.shape is not Shape.ALL_DAY]
    labelled = [t for t in times if t.label == "doors"]
    if labelled:
        return labelled[:1]
    plain = [t for t in times if t.label in ("", "bare")]
    if not any(t.first or t.last or t.label for t in plain):
        plain += [t for t in times if t.label == "stage"][:1]
    bare = next((t for t in plain if t.label == "bare"), None)
    if bare is None:
        return plain
    if sum(t.label == "bare" for t in plain) > 1:
        raise frame.unclear(Trouble.AMBIGUOUS, bare)
    choice = frame.chosen.get(f"figure{bare.start}")
    if isinstance(choice, Time):
        return [choice if t is bare else t for t in plain]
    figure = frame.typed[bare.start : bare.end]
    if figure.isdecimal() and len(figure) == 4 and int(figure[:2]) < 24 and int(figure[2:]) < 60:
        clock = Clock(bare.start, bare.end, int(figure[:2]), int(figure[2:]), "24")
        return [replace(bare, first=clock, label="") if t is bare else t for t in plain]
    parts = [t for t in plain if t.shape is Shape.PART and not t.many]
    if figure.isdecimal() and 1 <= int(figure) <= 12 and len(plain) == 2 and len(parts) == 1:
        clock = Clock(bare.start, bare.end, int(figure))
        return [replace(bare, first=clock, label=""), parts[0]]
    choices: tuple[Time, ...] = ()
    if figure.isdecimal() and 1 <= int(figure) <= 12 and len(plain) == 1:
        choices = tuple(
            replace(bare, first=Clock(bare.start, bare.end, int(figure), 0, half), label="")
            for half in (("pm", "am") if int(figure) != 12 else ("pm",))
        )
    raise frame.unclear(Trouble.AMBIGUOUS, bare, key=f"figure{bare.start}", choices=choices)


def _minutes(lengths: list[Length]) -> int:
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


def day_part(frame: Frame, key: str) -> DayPart:
    """What a part of the day is by the habits; the default where they do not say."""
    parts = frame.context.habits.day_parts
    part = parts.get(key)
    if part is None:
        raise frame.unclear(Trouble.NOT_UNDERSTOOD)
    return part


def part_minutes(frame: Frame, key: str) -> tuple[int, int]:
    """Begin and end of a part; an end that is not after the beginning is on the next day."""
    part = day_part(frame, key)
    frame.assume(Assumption(Assumed.DAY_PART, key, part=part))
    start, end = (t.hour * HOUR + t.minute for t in (part.start, part.end))
    return start, end if end > start else end + MIDNIGHT


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


def minutes_of(frame: Frame, clock: Clock, hint: str = "", *, ends: bool = False) -> int:
    """Minutes from midnight of a single clock time; a bare hour is in the afternoon or evening."""
    minutes = clock.hour % 24 * HOUR + clock.minute
    if clock.half == "24":
        return MIDNIGHT if minutes == 0 and ends else minutes
    if clock.half == "said":
        later = hint in _AFTERNOON and 0 < clock.hour < 12 and not (hint == "night" and clock.hour < 6)
        if later and not (hint == "lunch" and clock.hour > 9):
            return minutes + NOON
        if clock.hour < 10 and not hint:
            _assume_clock(frame, clock, minutes)
        return MIDNIGHT if minutes == 0 and ends else minutes
    minutes %= NOON
    if clock.half == "am":
        return MIDNIGHT if minutes == 0 and ends else minutes
    if clock.half == "pm":
        return minutes + NOON
    if hint == "morning" or (hint == "lunch" and clock.hour == 11):
        result = minutes if clock.hour != 12 else NOON
    elif hint == "night" and clock.hour == 12:
        result = MIDNIGHT
    else:
        result = minutes + NOON
    if not hint:
        _assume_clock(frame, clock, result)
    return result


def _assume_clock(frame: Frame, clock: Clock, minutes: int) -> None:
    at = minutes % MIDNIGHT
    frame.assume(
        Assumption(Assumed.CLOCK, frame.words_at(clock.start, clock.end), at=time(at // HOUR, at % HOUR))
    )


def _exact(frame: Frame, item: Time, hint: str, length: int) -> Window:
    match item.shape:
        case Shape.RANGE:
            return _range(frame, item, hint)
        case Shape.FROM:
            return _from(frame, item, hint, length)
        case Shape.UNTIL:
            return _until(frame, item, hint)
    if item.first is None:
        raise frame.unclear(Trouble.AMBIGUOUS, item)
    start = minutes_of(frame, item.first, hint)
    if length:
        return Window(start, start + length)
    end = MIDNIGHT if start < MIDNIGHT - 2 * HOUR else start + frame.context.habits.min_minutes
    at = end % MIDNIGHT
    frame.assume(Assumption(Assumed.END, frame.words(item), at=time(at // HOUR, at % HOUR)))
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
    frame.assume(Assumption(Assumed.END, frame.words(item), at=time(0)))
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


def _range(frame: Frame, item: Time, hint: str) -> Window:
    first, last = item.first, item.last
    if first is None:
        raise frame.unclear(Trouble.AMBIGUOUS, item)
    if last is None:
        start = minutes_of(frame, first, hint)
        _, end = part_minutes(frame, item.part_end)
        return Window(start, end if end > start else end + MIDNIGHT)
    chosen = frame.chosen.get(f"range{item.start}")
    if isinstance(chosen, Window):
        return chosen
    if in_full(frame, first) and in_full(frame, last):
        first, last = replace(first, half="24"), replace(last, half="24")
    if first.half and last.half:
        start, end = minutes_of(frame, first, hint), minutes_of(frame, last, hint, ends=True)
        if start == end:
            raise frame.unclear(Trouble.END_BEFORE_START, item)
        return Window(start, end if end > start else end + MIDNIGHT)
    if first.half:
        start = minutes_of(frame, first, hint)
        end = _face(last)
        while end <= start:
            end += NOON
        return Window(start, end)
    if last.half:
        end = minutes_of(frame, last, hint, ends=True)
        start = _face(first)
        while start + NOON < end:
            start += NOON
        if start >= end:
            start, end = start + (0 if start + NOON >= end + MIDNIGHT else NOON), end + MIDNIGHT
            start = start if start < MIDNIGHT else start - NOON
        return Window(start, end)
    return _bare_range(frame, item, first, last, hint)


def in_full(frame: Frame, clock: Clock) -> bool:
    """Whether both figures of the hour are written, as only the 24-hour clock has them: "10:30", "09:00"."""
    words = frame.words_at(clock.start, clock.end)
    return clock.half in ("", "24") and len(words) == 5 and words[2] == ":"


def _face(clock: Clock) -> int:
    return clock.hour % 12 * HOUR + clock.minute


def _written_in_full(frame: Frame, first: Clock, last: Clock) -> Window | None:
    """As in "10:00-12:00": figures in full at both ends are the 24-hour clock, but in the US."""
    if frame.context.locale.endswith("US"):
        return None
    if not all(_IN_FULL.fullmatch(frame.words_at(each.start, each.end)) for each in (first, last)):
        return None
    start, end = (each.hour * HOUR + each.minute for each in (first, last))
    return Window(start, end) if start < end else None


_IN_FULL = re.compile(r"\d\d:\d\d")


def _bare_range(frame: Frame, item: Time, first: Clock, last: Clock, hint: str) -> Window:
    """Neither end says morning or afternoon: evening, but for what only a working day can be."""
    written = _written_in_full(frame, first, last)
    if written is not None:
        return written
    a, b = _face(first), _face(last)
    if a == b:
        raise frame.unclear(Trouble.END_BEFORE_START, item)
    day = Window(a if a or first.hour != 12 else NOON, b + NOON if b <= a or first.hour == 12 else b)
    evening = Window(a + NOON, b + NOON if b > a else b + MIDNIGHT)
    if hint == "morning":
        return Window(a, b if b > a else b + NOON)
    if hint in _AFTERNOON:
        return evening
    window = evening
    if first.hour == 12:
        window = Window(NOON, b + NOON)
    elif b == 0:
        window = Window(a + NOON, MIDNIGHT)
        if a > 6 * HOUR + 30:
            raise _either(frame, item, window, Window(a, NOON))
    elif a > b:
        working = a >= 7 * HOUR and (b >= 4 * HOUR or (b >= 3 * HOUR and a < 10 * HOUR))
        if working:
            window = day
        elif a >= 7 * HOUR or b > 4 * HOUR:
            raise _either(frame, item, day, evening)
    at = window.start % MIDNIGHT
    frame.assume(Assumption(Assumed.CLOCK, frame.words(item), at=time(at // HOUR, at % HOUR)))
    return window


def _either(frame: Frame, item: Time, *windows: Window) -> Exception:
    return frame.unclear(Trouble.AMBIGUOUS, item, key=f"range{item.start}", choices=windows)
