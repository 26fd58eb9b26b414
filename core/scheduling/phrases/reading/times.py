"""Times of day: clock faces, parts of the day, points of a night."""

from dataclasses import replace

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Clock, Day, Number, Shape, Time
from core.scheduling.phrases.lexing.tokens import Token
from core.scheduling.phrases.reading.naming import read_part_of_day
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Trouble

_HOURS = (Role.NUMBER, Role.CLOCK, Role.DOTTED, Role.CARDINAL, Role.CLOCK_WORD)

_EDGES = {Role.EARLY: "early", Role.BEGINNING: "early", Role.LATE: "late", Role.ENDING: "late"}
"""What is said of a part of the day, to the end of it that is meant."""
_SPOKEN_MARKS = (Role.PAST_HOUR, Role.TO, Role.LAST, Role.AFTER, Role.BEFORE)
"""What stands between "half" or "quarter" and its hour."""
_BEHIND_LATE = (
    Role.ON, Role.END, Role.COMMA, Role.WEEKDAY, Role.STOP, Role.SEMICOLON, Role.ONLY,
)  # fmt: skip
"""What stands behind a "late" that is a time of day by itself."""


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
    """A time in figures, or in one word."""
    token = source.at(i)
    match token.role:
        case Role.CLOCK:
            return _valid(Clock(token.start, token.end, token.number, token.second, token.key)), i + 1
        case Role.CLOCK_WORD:
            return Clock(token.start, token.end, int(token.key[:2]), 0, "24"), i + 1
        case Role.DOTTED:
            return _dotted(source, i)
        case Role.NUMBER | Role.CARDINAL:
            return _hour_said(source, i)
    return None


def _dotted(source: Source, i: int) -> tuple[Clock, int] | None:
    """Figures with a dot that may be a time: "7.30", "19.30"."""
    token = source.at(i)
    if token.key == "date" or token.number > 24 or token.second > 59:
        return None
    half = "24" if token.number > 12 or token.text[0] == "0" else ""
    return Clock(token.start, token.end, token.number, token.second, half), i + 1


def _hour_said(source: Source, i: int) -> tuple[Clock, int] | None:
    """A figure that a word behind it makes an hour: "7 o'clock", "8 in the evening", "19 Uhr 30"."""
    token = source.at(i)
    j = source.skip(i + 1, Role.OCLOCK)
    half = source.at(j).key if source.role(j) is Role.MERIDIEM else ""
    if j == i + 1 and source.role(j) is not Role.MERIDIEM:
        return None
    j += bool(half)
    hour, minute = divmod(token.number, 100) if token.number > 99 else (token.number, 0)
    if source.hours_24 and not minute and _is_minute(source, j):
        minute, j = source.at(j).number, j + 1
    return _valid(Clock(token.start, source.at(j - 1).end, hour, minute, half)), j


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
    mark = source.role(i + 1)
    j = i + 1 + (mark in _SPOKEN_MARKS)
    hour = source.at(j)
    if hour.role not in (Role.NUMBER, Role.CARDINAL) or not 1 <= hour.number <= 12:
        return None
    value, minute = hour.number, 30 if role is Role.HALF else 15
    if mark in (Role.TO, Role.BEFORE):
        value, minute = value - 1 or 12, 60 - minute
    elif source.half_is_before and mark not in _SPOKEN_MARKS:
        value = value - 1 or 12
    half = source.at(j + 1).key if source.role(j + 1) is Role.MERIDIEM else ""
    j += 1 + (source.role(j + 1) in (Role.MERIDIEM, Role.OCLOCK))
    return Clock(start, source.at(j - 1).end, value, minute, half), j


def _valid(clock: Clock) -> Clock:
    if clock.hour > 24 or clock.minute > 59 or (clock.hour == 24 and clock.minute):
        raise Unclear(Trouble.IMPOSSIBLE_TIME, start=clock.start, end=clock.end)
    return clock


def _edged(source: Source, i: int) -> Read | None:
    """The beginning or end of a part of the day; "late" by itself."""
    return (
        _late_tonight(source, i)
        or _edge_of_weekday(source, i)
        or _edge_of_part(source, i)
        or _late(source, i)
    )


def _late_tonight(source: Source, i: int) -> Read | None:
    if source.role(i) is not Role.LATE or source.role(i + 1) is not Role.TONIGHT:
        return None
    start, end = source.at(i).start, source.at(i + 1).end
    return [Day(start, end, on=source.today), Time(start, end, Shape.PART, part="late")], i + 2


def _edge_of_weekday(source: Source, i: int) -> Read | None:
    """Early Tuesday evening, late Friday night."""
    token, day, part = source.at(i), source.at(i + 1), source.at(i + 2)
    if day.role is not Role.WEEKDAY or part.role is not Role.PART or token.role is Role.MID:
        return None
    edge = "early" if token.role is Role.EARLY else "late"
    time = _part_edge(part, "" if part.key == "late" else edge, start=part.start)
    return [Day(day.start, day.end, weekday=day.number), time], i + 3


def _edge_of_part(source: Source, i: int) -> Read | None:
    """Late afternoon, early in the evening."""
    token = source.at(i)
    j = source.skip(i + 1, Role.OF, Role.IN, Role.THE, Role.THIS)
    part = source.at(j)
    if part.role is not Role.PART:
        return None
    return [_part_edge(part, _EDGES.get(token.role, ""), start=token.start)], j + 1


def _part_edge(part: Token, edge: str, *, start: int) -> Time:
    """One end of a part of the day; the end of the night is "late"."""
    if (part.key, edge) == ("night", "late"):
        return Time(start, part.end, Shape.PART, part="late", many=part.many)
    return Time(start, part.end, Shape.PART, part=part.key, edge=edge, many=part.many)


def _late(source: Source, i: int) -> Read | None:
    """The word "late" by itself: "Friday late"."""
    token = source.at(i)
    follows = source.role(source.skip(i + 1, Role.OF, Role.IN, Role.THE, Role.THIS))
    if token.role is not Role.LATE or follows not in _BEHIND_LATE:
        return None
    return [Time(token.start, token.end, Shape.PART, part="late")], i + 1


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
