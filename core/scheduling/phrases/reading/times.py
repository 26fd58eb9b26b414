"""Times of day: clock faces, parts of the day, points of a night."""

from dataclasses import replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import ClockForm, DayForm, Number, Shape, Time
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.proper_names import read_part_of_day
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords
from core.scheduling.phrases.understanding import Trouble

_HOURS = (Tag.NUMBER, Tag.CLOCK, Tag.DOTTED, Tag.CARDINAL, Tag.CLOCK_WORD)

_EDGES = {
    Tag.EARLY: "early",
    Tag.BEGINNING: "early",
    Tag.LATE: "late",
    Tag.ENDING: "late",
}
"""From a word before a part of the day to the end of it that is meant."""
_SPOKEN_MARKS = (Tag.PAST_HOUR, Tag.TO, Tag.LAST, Tag.AFTER, Tag.BEFORE)
"""Tags between "half" or "quarter" and its hour."""
_BEHIND_LATE = (
    Tag.ON, Tag.END, Tag.COMMA, Tag.WEEKDAY, Tag.STOP, Tag.SEMICOLON, Tag.ONLY,
)  # fmt: skip
"""Tags after a "late" that is a time of day by itself."""


def read_time(source: Source, i: int) -> Read | None:
    """A time of day from token `i`; ranges are put together later."""
    token = source.at(i)
    match token.tag:
        case Tag.ALL_DAY:
            return [Time(token.start, token.end, Shape.ALL_DAY)], i + 1
        case Tag.PART:
            return read_part_of_day(source, i)
        case Tag.EARLY | Tag.LATE | Tag.MID | Tag.BEGINNING | Tag.ENDING:
            return _edged(source, i)
        case Tag.LABEL:
            return _labelled(source, i)
        case Tag.AT:
            return _at(source, i)
        case Tag.THIS | Tag.NEXT:
            return None
    found = read_clock(source, i)
    if found is None:
        return _number(source, i)
    clock, j = found
    label = ""
    if source.tag(j) is Tag.LABEL and source.tag(j + 1) not in (*_HOURS, Tag.AT, Tag.COLON):
        label = source.at(j).key
        j += 1
    return [Time(token.start, source.at(j - 1).end, Shape.AT, first=clock, label=label)], j


def read_clock(source: Source, i: int) -> tuple[ClockForm, int] | None:
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


def _face(source: Source, i: int) -> tuple[ClockForm, int] | None:
    """A time in figures, or in one word."""
    token = source.at(i)
    match token.tag:
        case Tag.CLOCK:
            return _valid(ClockForm(token.start, token.end, token.number, token.second, token.key)), i + 1
        case Tag.CLOCK_WORD:
            return ClockForm(token.start, token.end, int(token.key[:2]), 0, "24"), i + 1
        case Tag.DOTTED:
            return _dotted(source, i)
        case Tag.NUMBER | Tag.CARDINAL:
            return _hour_said(source, i)
    return None


def _dotted(source: Source, i: int) -> tuple[ClockForm, int] | None:
    """Figures with a dot that may be a time: "7.30", "19.30"."""
    token = source.at(i)
    if token.key == "date" or token.number > 24 or token.second > 59:
        return None
    half = "24" if token.number > 12 or token.text[0] == "0" else ""
    return ClockForm(token.start, token.end, token.number, token.second, half), i + 1


def _hour_said(source: Source, i: int) -> tuple[ClockForm, int] | None:
    """A figure that a word after it makes an hour: "7 o'clock", "8 in the evening", "19 Uhr 30"."""
    token = source.at(i)
    j = source.skip(i + 1, Tag.OCLOCK)
    half = source.at(j).key if source.tag(j) is Tag.MERIDIEM else ""
    if j == i + 1 and source.tag(j) is not Tag.MERIDIEM:
        return None
    j += bool(half)
    hour, minute = divmod(token.number, 100) if token.number > 99 else (token.number, 0)
    if source.hours_24 and not minute and _is_minute(source, j):
        minute, j = source.at(j).number, j + 1
    return _valid(ClockForm(token.start, source.at(j - 1).end, hour, minute, half)), j


def _is_minute(source: Source, i: int) -> bool:
    """Whether the figure at `i` is the "30" of "19 Uhr 30"."""
    token = source.at(i)
    near = token.start - source.at(i - 1).end <= 1
    follows = source.tag(i + 1) in (
        Tag.OCLOCK,
        Tag.QUANTITY_UNIT,
        Tag.UNIT,
        Tag.MONTH,
        Tag.DASH,
    )
    return token.tag is Tag.NUMBER and len(token.text) == 2 and token.number < 60 and near and not follows


def _spoken(source: Source, i: int) -> tuple[ClockForm, int] | None:
    """A time in words: "half six", "half past six", "quarter to eight"."""
    start, tag = source.at(i).start, source.tag(i)
    if tag not in (Tag.HALF, Tag.QUARTER):
        return None
    mark = source.tag(i + 1)
    j = i + 1 + (mark in _SPOKEN_MARKS)
    hour = source.at(j)
    if hour.tag not in (Tag.NUMBER, Tag.CARDINAL) or not 1 <= hour.number <= 12:
        return None
    value, minute = hour.number, 30 if tag is Tag.HALF else 15
    if mark in (Tag.TO, Tag.BEFORE):
        value, minute = value - 1 or 12, 60 - minute
    elif source.half_is_before and mark not in _SPOKEN_MARKS:
        value = value - 1 or 12
    half = source.at(j + 1).key if source.tag(j + 1) is Tag.MERIDIEM else ""
    j += 1 + (source.tag(j + 1) in (Tag.MERIDIEM, Tag.OCLOCK))
    return ClockForm(start, source.at(j - 1).end, value, minute, half), j


def _valid(clock: ClockForm) -> ClockForm:
    if clock.hour > 24 or clock.minute > 59 or (clock.hour == 24 and clock.minute):
        raise UnclearWords(Trouble.IMPOSSIBLE_TIME, start=clock.start, end=clock.end)
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
    if source.tag(i) is not Tag.LATE or source.tag(i + 1) is not Tag.TONIGHT:
        return None
    start, end = source.at(i).start, source.at(i + 1).end
    return [DayForm(start, end, on=source.today), Time(start, end, Shape.PART, part="late")], i + 2


def _edge_of_weekday(source: Source, i: int) -> Read | None:
    """Early Tuesday evening, late Friday night."""
    token, day, part = source.at(i), source.at(i + 1), source.at(i + 2)
    if day.tag is not Tag.WEEKDAY or part.tag is not Tag.PART or token.tag is Tag.MID:
        return None
    edge = "early" if token.tag is Tag.EARLY else "late"
    time = _part_edge(part, "" if part.key == "late" else edge, start=part.start)
    return [DayForm(day.start, day.end, weekday=day.number), time], i + 3


def _edge_of_part(source: Source, i: int) -> Read | None:
    """Late afternoon, early in the evening."""
    token = source.at(i)
    j = source.skip(i + 1, Tag.OF, Tag.IN, Tag.THE, Tag.THIS)
    part = source.at(j)
    if part.tag is not Tag.PART:
        return None
    return [_part_edge(part, _EDGES.get(token.tag, ""), start=token.start)], j + 1


def _part_edge(part: Token, edge: str, *, start: int) -> Time:
    """One end of a part of the day; the end of the night is "late"."""
    if (part.key, edge) == ("night", "late"):
        return Time(start, part.end, Shape.PART, part="late", many=part.many)
    return Time(start, part.end, Shape.PART, part=part.key, edge=edge, many=part.many)


def _late(source: Source, i: int) -> Read | None:
    """The word "late" by itself: "Friday late"."""
    token = source.at(i)
    follows = source.tag(source.skip(i + 1, Tag.OF, Tag.IN, Tag.THE, Tag.THIS))
    if token.tag is not Tag.LATE or follows not in _BEHIND_LATE:
        return None
    return [Time(token.start, token.end, Shape.PART, part="late")], i + 1


def _labelled(source: Source, i: int) -> Read | None:
    """A point of the night: "doors 7:30", "soundcheck at 5"."""
    label = source.at(i)
    j = source.skip(i + 1, Tag.AT, Tag.COLON, Tag.FROM, Tag.DASH, Tag.ON, Tag.LABEL)
    if source.tag(j) not in _HOURS:
        return None
    found = read_clock(source, j)
    if found is not None:
        clock, j = found
    else:
        hour = source.at(j)
        if hour.tag not in (Tag.NUMBER, Tag.CARDINAL):
            return None
        value, minute = (hour.number, 0) if hour.number < 25 else divmod(hour.number, 100)
        if value > 24 or minute > 59:
            return None
        clock, j = ClockForm(hour.start, hour.end, value, minute, "24" if value > 12 else ""), j + 1
    label_key = next((source.at(k).key for k in range(i, j) if source.at(k).key == "doors"), label.key)
    return [Time(label.start, source.at(j - 1).end, Shape.AT, first=clock, label=label_key)], j


def _at(source: Source, i: int) -> Read | None:
    j = source.skip(i, Tag.AT)
    found = read_clock(source, j)
    if found is not None:
        return None  # "at" adds nothing to a certain time
    token = source.at(j)
    if token.tag in (Tag.NUMBER, Tag.CARDINAL) and source.tag(j + 1) not in (
        Tag.UNIT,
        Tag.QUANTITY_UNIT,
    ):
        digits = len(token.text) if token.tag is Tag.NUMBER else 1
        return [Number(token.start, token.end, token.number, digits, at=True)], j + 1
    return None


def _number(source: Source, i: int) -> Read | None:
    """A bare figure, or a word for one where only an hour can be meant."""
    token = source.at(i)
    after_mark = source.tag(i - 1) in (
        Tag.UNTIL,
        Tag.AFTER,
        Tag.BEFORE,
        Tag.FROM,
        Tag.BETWEEN,
        Tag.TO,
    )
    if token.tag is Tag.CARDINAL and not after_mark:
        return None
    if token.tag not in (Tag.NUMBER, Tag.CARDINAL):
        return None
    item = Number(token.start, token.end, token.number, len(token.text) if token.tag is Tag.NUMBER else 1)
    k = source.skip(i + 1, Tag.IN, Tag.THE, Tag.ON)
    if source.tag(k) is Tag.PART and k > i + 1:
        item = replace(item, at=True)
    return [item], i + 1
