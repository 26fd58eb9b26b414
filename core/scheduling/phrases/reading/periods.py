"""Stretches of days that words name: weeks, weekends, months and their parts, distances from now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, DayStretch, Shape, Time
from core.scheduling.phrases.reading.anchored import (
    read_around,
    read_beside_day,
    read_long_weekend,
    read_week_of,
)
from core.scheduling.phrases.reading.distances import (
    from_anchor,
    read_away,
    read_distance,
    read_weekday_week,
    shifted,
)
from core.scheduling.phrases.reading.parts import PERIODS, read_nth, read_part, read_rest, unit_around
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords, single_day
from core.scheduling.phrases.reading.week_numbers import is_numbered, read_nth_week, read_week_numbers
from core.scheduling.phrases.understanding import Assumed, Trouble

_ENDS = (
    Tag.END, Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.FREE, Tag.BUSY, Tag.MAYBE, Tag.NO, Tag.CLOSE,
    Tag.AND, Tag.BUT,
)  # fmt: skip
"""Tags after "the next" without a noun."""
_NEAR = (Tag.THIS, Tag.NEXT, Tag.LAST, Tag.UNIT, Tag.ALL, Tag.A)
_WEEKS = ("week", "weekend")
_MOST_COUNTED = 60


def read_period(source: Source, i: int) -> Read | None:
    """A period from token `i`."""
    at = _behind_articles(source, i)
    if source.tag(at) is Tag.UNIT:
        found = _unit(source, at, everything=at > i)
    else:
        rule = _RULES.get(source.tag(at))
        found = None if rule is None else rule(source, at)
    if found is not None:
        stretch = found[0][0]
        if isinstance(stretch, DayStretch) and stretch.unit in _WEEKS:
            source.last_stretch = stretch
    return found


def _behind_articles(source: Source, i: int) -> int:
    """The index after "all of", "the", "all the"."""
    if source.tag(i) is Tag.ALL:
        i = source.skip(source.skip(i, Tag.ALL), Tag.OF, Tag.IN)
    if source.tag(i) is Tag.THE and source.tag(i + 1) in (*_NEAR, Tag.REST, Tag.ORDINAL):
        i += 1
    return i


def _moved(unit: str, day: date, by: int) -> date:
    if unit == "month":
        return calendar.month_start(day, by)
    if unit == "year":
        return calendar.month_start(day, 12 * by)
    return day + by * calendar.WEEK


# this, next, last


def _this_or_next(source: Source, i: int) -> Read | None:
    return _pointed(source, i) or _counted(source, i) or _one_after(source, i)


def _last(source: Source, i: int) -> Read | None:
    return _this_or_next(source, i) or read_nth(source, i)


def _pointed(source: Source, i: int) -> Read | None:
    """This week, next weekend, the next day, this evening; a week that is over is refused."""
    token, unit = source.at(i), source.at(i + 1)
    if unit.tag is Tag.PART and token.tag is not Tag.LAST:
        return _part_of_day(source, i)
    if unit.tag is not Tag.UNIT or unit.many:
        return None
    if unit.key == "day" and token.tag is not Tag.LAST:
        return [DayForm(token.start, unit.end, on=_this_or_next_day(source, i))], i + 2
    if unit.key not in PERIODS:
        return None
    if token.tag is not Tag.LAST:
        return [_pointed_unit(source, i)], i + 2
    if source.tag(i + 2) in (Tag.OF, Tag.IN, Tag.BEFORE):
        return None
    raise UnclearWords(Trouble.PAST, start=token.start, end=unit.end)


def _part_of_day(source: Source, i: int) -> Read:
    """This evening, next morning."""
    token, part = source.at(i), source.at(i + 1)
    day = DayForm(token.start, token.end, on=_this_or_next_day(source, i))
    return [day, Time(part.start, part.end, Shape.PART, part=part.key)], i + 2


def _this_or_next_day(source: Source, i: int) -> date:
    return source.today + timedelta(days=source.tag(i) is Tag.NEXT)


def _pointed_unit(source: Source, i: int) -> DayStretch:
    """This week, this coming month, next weekend; the next weekend may be this one, and is asked about."""
    token, unit = source.at(i), source.at(i + 1)
    if token.tag is Tag.NEXT:
        by = 1
    else:
        by = int(source.late_sunday if unit.key == "weekend" else token.key == "coming")
    stretch = unit_around(unit.key, _moved(unit.key, source.today, by), start=token.start, end=unit.end)
    if token.tag is Tag.NEXT and unit.key == "weekend":
        return replace(stretch, assumed=Assumed.WEEK)
    return stretch


def _counted(source: Source, i: int) -> Read | None:
    """Next 3 months, the next two weeks: from today on."""
    number, unit = source.count(i + 1), source.at(i + 2)
    if (
        number is None
        or not (source.tag(i) is Tag.NEXT or source.at(i).key == "coming")
        or unit.tag is not Tag.UNIT
        or not 0 < number <= _MOST_COUNTED
    ):
        return None
    if unit.key in ("minute", "hour", "weekend"):
        return None
    first = source.today if unit.key != "day" else source.today + calendar.DAY
    last = shifted(first, number, unit.key) - calendar.DAY
    return [DayStretch(source.at(i).start, unit.end, first, last, unit="count", assumed=Assumed.DATE)], i + 3


def _one_after(source: Source, i: int) -> Read | None:
    """The week or weekend after the last one named: "this weekend is out, the next works"."""
    token, last = source.at(i), source.last_stretch
    if token.tag is not Tag.NEXT or last is None or source.tag(i + 1) not in _ENDS:
        return None
    return [unit_around(last.unit, last.first + calendar.WEEK, start=token.start, end=token.end)], i + 1


def _after_next(source: Source, i: int) -> Read | None:
    """The week after next, where that is one word before the week."""
    unit = source.at(i + 1)
    start = source.at(i).start
    if unit.tag is Tag.WEEKDAY:
        raise UnclearWords(Trouble.AMBIGUOUS, start=start, end=unit.end)
    if unit.tag is not Tag.UNIT or unit.many or unit.key not in PERIODS:
        return None
    return [unit_around(unit.key, _moved(unit.key, source.today, 2), start=start, end=unit.end)], i + 2


# distances from a day


def _in_distance(source: Source, i: int) -> Read | None:
    """In 3 days."""
    return read_distance(source, i + 1)


def _day_in_distance(source: Source, i: int) -> Read | None:
    """Today in a week; a week on Tuesday."""
    if source.tag(i + 1) is Tag.IN and source.tag(i + 3) is Tag.UNIT:
        return _later(source, i)
    return read_weekday_week(source, i)


def _later(source: Source, i: int) -> Read | None:
    """Today in a week, tomorrow in 14 days; a weekday, if week and weekday lead to the same day."""
    found = read_distance(source, i + 2)
    day = single_day(found)
    if found is None or day is None or day.on is None:
        return None
    token = source.at(i)
    on = day.on + timedelta(days=token.number)
    if token.tag is Tag.WEEKDAY:
        on = calendar.coming(day.on, token.number)
        if token.many or on != calendar.monday(day.on) + timedelta(days=token.number):
            raise UnclearWords(Trouble.AMBIGUOUS, start=token.start, end=day.end)
    return [replace(day, start=token.start, on=on, around=False)], found[1]


# the unit by itself, or first


def _unit(source: Source, i: int, *, everything: bool) -> Read | None:
    """Weekend; the week after next; the weekend of the 17th; a week on Saturday; all month."""
    unit, follows = source.at(i), source.tag(i + 1)
    _refuse_named_weeks(source, i)
    if unit.key == "week" and is_numbered(source, i):
        return read_week_numbers(source, i)
    if unit.many:
        return None
    if unit.key == "day" and follows in (Tag.BEFORE, Tag.AFTER):
        return read_beside_day(source, i)
    if unit.key not in PERIODS:
        return None
    if follows is Tag.AFTER_NEXT:
        on = _moved(unit.key, source.today, 2)
        return [unit_around(unit.key, on, start=unit.start, end=source.at(i + 1).end)], i + 2
    if unit.key in _WEEKS and follows in (Tag.BEFORE, Tag.AFTER):
        return _week_beside(source, i)
    return _week_by_date(source, i, everything=everything) or _present(source, i, everything=everything)


def _refuse_named_weeks(source: Source, i: int) -> None:
    """Refuse weeks of an unknown sort: "in school weeks"."""
    unit = source.at(i)
    if unit.key == "week" and unit.many and source.tag(i - 1) is Tag.WORD and source.tag(i - 2) is Tag.IN:
        raise UnclearWords(Trouble.UNSUPPORTED, start=source.at(i - 1).start, end=unit.end)


def _week_beside(source: Source, i: int) -> Read | None:
    """The week before the 5th, the weekend after Easter, or the week after the last one named."""
    unit, last = source.at(i), source.last_stretch
    if source.tag(i + 1) is Tag.BEFORE:
        return read_around(source, i + 2, unit.key, side=-1)
    around = read_around(source, i + 2, unit.key, side=1)
    if around is not None or last is None:
        return around
    first = last.first + calendar.WEEK
    return [unit_around(unit.key, first, start=unit.start, end=source.at(i + 1).end)], i + 2


def _week_by_date(source: Source, i: int, *, everything: bool) -> Read | None:
    """The week of the 17th, weekend 5 December, a week on Saturday."""
    unit, follows = source.at(i), source.tag(i + 1)
    if unit.key not in _WEEKS:
        return None
    if unit.key == "weekend" or follows in (Tag.OF, Tag.COLON):
        around = read_around(source, source.skip(i + 1, Tag.OF, Tag.COLON), unit.key)
        if around is not None:
            return around
    if unit.key == "week" and follows in (Tag.ON, Tag.RELATIVE_DAY, Tag.WEEKDAY) and not everything:
        return from_anchor(source, i + 1, 1, "week", start=unit.start)
    return None


def _present(source: Source, i: int, *, everything: bool) -> Read | None:
    """All month, all week; the weekend, or the next one late on a Sunday."""
    unit, follows = source.at(i), source.at(i + 1)
    if unit.key != "weekend" and not everything:
        return None
    if follows.tag is Tag.PART and follows.many:
        return None
    over = unit.key == "weekend" and source.late_sunday
    day = source.today + calendar.DAY if over else source.today
    return [unit_around(unit.key, day, start=unit.start, end=unit.end)], i + 1


def _ordinal(source: Source, i: int) -> Read | None:
    """The 3rd week of the year; the second half of January."""
    if source.tag(i + 1) is Tag.WEEK_NUMBER:
        return read_nth_week(source, i)
    return read_nth(source, i)


_RULES: dict[Tag, Callable[[Source, int], Read | None]] = {
    Tag.THIS: _this_or_next,
    Tag.NEXT: _this_or_next,
    Tag.LAST: _last,
    Tag.AFTER_NEXT: _after_next,
    Tag.WEEK_NUMBER: read_week_numbers,
    Tag.WEEK_OF: read_week_of,
    Tag.REST: read_rest,
    Tag.EARLY: read_part,
    Tag.MID: read_part,
    Tag.LATE: read_part,
    Tag.BEGINNING: read_part,
    Tag.ENDING: read_part,
    Tag.ORDINAL: _ordinal,
    Tag.HALF: read_nth,
    Tag.IN: _in_distance,
    Tag.NUMBER: read_away,
    Tag.CARDINAL: read_away,
    Tag.A: read_away,
    Tag.RELATIVE_DAY: _day_in_distance,
    Tag.WEEKDAY: _day_in_distance,
    Tag.DATE: read_long_weekend,
    Tag.MONTH: read_long_weekend,
    Tag.HOLIDAY: read_long_weekend,
    Tag.SLASHED: read_long_weekend,
}
"""By the first word of a period after its articles; a unit has rules of its own."""
