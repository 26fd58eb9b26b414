"""Times of day: clock faces, parts of the day, points of a night."""

from dataclasses import replace

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Clock, Day, Number, Shape, Time
from core.scheduling.phrases.reading.naming import read_part_of_day
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Trouble

_HOURS = (Role.NUMBER, Role.CLOCK, Role.DOTTED, Role.CARDINAL, Role.CLOCK_WORD)

_EDGES = {Role.EARLY: "early", Role.BEGINNING: "early", Role.LATE: "late", Role.ENDING: "late"}
"""What is said of a part of the day, to the end of it that is meant."""


def read_time(source: Source, i: int) -> Read | None:
    """A time of day from token `i`; ranges are put together later."""
    token = source.at(i)
    match token.role:
        case Role.ALL_DAY:
            return [Time(token.start, token.end, Shape.ALL_DAY)], i + 1
        case Role.PART:
            return read_part_of_day(source, i)
        case Role.EARLY | Role.LATE | Role.MID | Role.BEGINNING | Role.ENDING:
            return _edged(source, i)
        case Role.LABEL:
            return _labelled(source, i)
        case Role.AT:
            return _at(source, i)
        case Role.THIS | Role.NEXT:
            return None
    found = read_clock(source, i)
    if found is None:
        return _number(source, i)
    clock, j = found
    label = ""
    if source.role(j) is Role.LABEL and source.role(j + 1) not in (*_HOURS, Role.AT, Role.COLON):
        label = source.at(j).key
        j += 1
    return [Time(token.start, source.at(j - 1).end, Shape.AT, first=clock, label=label)], j


def read_clock(source: Source, i: int) -> tuple[Clock, int] | None:
    """A time that is surely one."""
    spoken = _spoken(source, i)
    if spoken is not None:
        return spoken
    found = _face(source, i)
    if found is not None and found[0].half == "spoken":
        return replace(found[0], half=""), found[1]
    if found is not None and source.hours_24 and not found[0].half:
        return replace(found[0], half="said"), found[1]
    return found


def _face(source: Source, i: int) -> tuple[Clock, int] | None:
    token = source.at(i)
    if token.role is Role.CLOCK:
        return _valid(Clock(token.start, token.end, token.number, token.second, token.key)), i + 1
    if token.role is Role.CLOCK_WORD:
        hour = int(token.key[:2])
        return Clock(token.start, token.end, hour, 0, "24"), i + 1
    if token.role is Role.DOTTED and token.key != "date" and token.number <= 24 and token.second < 60:
        half = "24" if token.number > 12 or token.text[0] == "0" else ""
        clock = Clock(token.start, token.end, token.number, token.second, half)
        return clock, i + 1
    if token.role in (Role.NUMBER, Role.CARDINAL):
        j = source.skip(i + 1, Role.OCLOCK)
        if j > i + 1 or source.role(j) is Role.MERIDIEM:
            half = source.at(j).key if source.role(j) is Role.MERIDIEM else ""
            j += bool(half)
            hour, minute = divmod(token.number, 100) if token.number > 99 else (token.number, 0)
            if source.hours_24 and not minute and _is_minute(source, j):
                minute, j = source.at(j).number, j + 1
            return _valid(Clock(token.start, source.at(j - 1).end, hour, minute, half)), j
    return None


def _is_minute(source: Source, i: int) -> bool:
    """Whether the figure at `i` is the "30" of "19 Uhr 30"."""
    token = source.at(i)
    near = token.start - source.at(i - 1).end <= 1
    follows = source.role(i + 1) in (Role.OCLOCK, Role.QUANTITY_UNIT, Role.UNIT, Role.MONTH, Role.DASH)
    return token.role is Role.NUMBER and len(token.text) == 2 and token.number < 60 and near and not follows


def _spoken(source: Source, i: int) -> tuple[Clock, int] | None:
    """A time in words: "half six", "half past six", "quarter to eight"."""
    start, role = source.at(i).start, source.role(i)
    if role not in (Role.HALF, Role.QUARTER):
        return None
    j = i + 1
    before = source.role(j) in (Role.TO, Role.BEFORE)
    joined = source.role(j) in (Role.PAST_HOUR, Role.TO, Role.LAST, Role.AFTER, Role.BEFORE)
    j += joined
    hour = source.at(j)
    if hour.role not in (Role.NUMBER, Role.CARDINAL) or not 1 <= hour.number <= 12:
        return None
    minute = 30 if role is Role.HALF else 15
    value = hour.number
    if before:
        value, minute = (value - 1 or 12), 60 - minute
    elif source.half_is_before and not joined:
        value = value - 1 or 12
    half = source.at(j + 1).key if source.role(j + 1) is Role.MERIDIEM else ""
    j += 1 + (source.role(j + 1) in (Role.MERIDIEM, Role.OCLOCK))
    return Clock(start, source.at(j - 1).end, value, minute, half), j


def _valid(clock: Clock) -> Clock:
    if clock.hour > 24 or clock.minute > 59 or (clock.hour == 24 and clock.minute):
        raise Unclear(Trouble.IMPOSSIBLE_TIME, start=clock.start, end=clock.end)
    return clock


def _edged(source: Source, i: int) -> Read | None:
    """Part of a part: "late afternoon"; "late" by itself."""
    token = source.at(i)
    if token.role is Role.LATE and source.role(i + 1) is Role.TONIGHT:
        on = Day(token.start, source.at(i + 1).end, on=source.today)
        return [on, Time(token.start, on.end, Shape.PART, part="late")], i + 2
    day = source.at(i + 1)
    if day.role is Role.WEEKDAY and source.role(i + 2) is Role.PART and token.role is not Role.MID:
        part, edge = source.at(i + 2), "early" if token.role is Role.EARLY else "late"
        key = "late" if (part.key, edge) == ("night", "late") else part.key
        time = Time(
            part.start, part.end, Shape.PART, part=key, edge="" if key == "late" else edge, many=part.many
        )
        return [Day(day.start, day.end, weekday=day.number), time], i + 3
    j = source.skip(i + 1, Role.OF, Role.IN, Role.THE, Role.THIS)
    part = source.at(j)
    if part.role is Role.PART:
        edge = _EDGES.get(token.role, "")
        if part.key == "night" and edge == "late":
            time = Time(token.start, part.end, Shape.PART, part="late", many=part.many)
        else:
            time = Time(token.start, part.end, Shape.PART, part=part.key, edge=edge, many=part.many)
        return [time], j + 1
    if token.role is Role.LATE and token.text == part.text[:0] + token.text and part.role in (
        Role.ON, Role.END, Role.COMMA, Role.WEEKDAY, Role.STOP, Role.SEMICOLON, Role.ONLY,
    ):  # fmt: skip
        return [Time(token.start, token.end, Shape.PART, part="late")], i + 1
    return None


def _labelled(source: Source, i: int) -> Read | None:
    """A point of the night: "doors 7:30", "soundcheck at 5"."""
    label = source.at(i)
    j = source.skip(i + 1, Role.AT, Role.COLON, Role.FROM, Role.DASH, Role.ON, Role.LABEL)
    if source.role(j) not in _HOURS:
        return None
    found = read_clock(source, j)
    if found is not None:
        clock, j = found
    else:
        hour = source.at(j)
        if hour.role not in (Role.NUMBER, Role.CARDINAL):
            return None
        value, minute = (hour.number, 0) if hour.number < 25 else divmod(hour.number, 100)
        if value > 24 or minute > 59:
            return None
        clock, j = Clock(hour.start, hour.end, value, minute, "24" if value > 12 else ""), j + 1
    label_key = next((source.at(k).key for k in range(i, j) if source.at(k).key == "doors"), label.key)
    return [Time(label.start, source.at(j - 1).end, Shape.AT, first=clock, label=label_key)], j


def _at(source: Source, i: int) -> Read | None:
    j = source.skip(i, Role.AT)
    found = read_clock(source, j)
    if found is not None:
        return None  # "at" adds nothing to what is surely a time
    token = source.at(j)
    if token.role in (Role.NUMBER, Role.CARDINAL) and source.role(j + 1) not in (
        Role.UNIT,
        Role.QUANTITY_UNIT,
    ):
        digits = len(token.text) if token.role is Role.NUMBER else 1
        return [Number(token.start, token.end, token.number, digits, at=True)], j + 1
    return None


def _number(source: Source, i: int) -> Read | None:
    """A bare figure, or a word for one where only an hour can be meant."""
    token = source.at(i)
    after_mark = source.role(i - 1) in (Role.UNTIL, Role.AFTER, Role.BEFORE, Role.FROM, Role.BETWEEN, Role.TO)
    if token.role is Role.CARDINAL and not after_mark:
        return None
    if token.role not in (Role.NUMBER, Role.CARDINAL):
        return None
    item = Number(token.start, token.end, token.number, len(token.text) if token.role is Role.NUMBER else 1)
    k = source.skip(i + 1, Role.IN, Role.THE, Role.ON)
    if source.role(k) is Role.PART and k > i + 1:
        item = replace(item, at=True)
    return [item], i + 1
