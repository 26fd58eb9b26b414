"""Stretches of days that words name: weeks, weekends, months and their parts, distances from now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Day, Shape, Stretch, Time
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
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.reading.week_numbers import is_numbered, read_nth_week, read_week_numbers
from core.scheduling.phrases.understanding import Assumed, Trouble

_ENDS = (
    Role.END, Role.COMMA, Role.STOP, Role.SEMICOLON, Role.FREE, Role.BUSY, Role.MAYBE, Role.NO, Role.CLOSE,
    Role.AND, Role.BUT,
)  # fmt: skip
"""What stands behind "the next" when nothing says what it is one of."""
_NEAR = (Role.THIS, Role.NEXT, Role.LAST, Role.UNIT, Role.ALL, Role.A)
_WEEKS = ("week", "weekend")
_MOST_COUNTED = 60


def read_period(source: Source, i: int) -> Read | None:
    """A period from token `i`."""
    at = _behind_articles(source, i)
    if source.role(at) is Role.UNIT:
        found = _unit(source, at, everything=at > i)
    else:
        rule = _RULES.get(source.role(at))
        found = None if rule is None else rule(source, at)
    if found is not None:
        stretch = found[0][0]
        if isinstance(stretch, Stretch) and stretch.unit in _WEEKS:
            source.last_stretch = stretch
    return found


def _behind_articles(source: Source, i: int) -> int:
    """The index behind "all of", "the", "all the"."""
    if source.role(i) is Role.ALL:
        i = source.skip(source.skip(i, Role.ALL), Role.OF, Role.IN)
    if source.role(i) is Role.THE and source.role(i + 1) in (*_NEAR, Role.REST, Role.ORDINAL):
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
    if unit.role is Role.PART and token.role is not Role.LAST:
        return _part_of_day(source, i)
    if unit.role is not Role.UNIT or unit.many:
        return None
    if unit.key == "day" and token.role is not Role.LAST:
        return [Day(token.start, unit.end, on=_this_or_next_day(source, i))], i + 2
    if unit.key not in PERIODS:
        return None
    if token.role is not Role.LAST:
        return [_pointed_unit(source, i)], i + 2
    if source.role(i + 2) in (Role.OF, Role.IN, Role.BEFORE):
        return None
    raise Unclear(Trouble.PAST, start=token.start, end=unit.end)


def _part_of_day(source: Source, i: int) -> Read:
    """This evening, next morning."""
    token, part = source.at(i), source.at(i + 1)
    day = Day(token.start, token.end, on=_this_or_next_day(source, i))
    return [day, Time(part.start, part.end, Shape.PART, part=part.key)], i + 2


def _this_or_next_day(source: Source, i: int) -> date:
    return source.today + timedelta(days=source.role(i) is Role.NEXT)


def _pointed_unit(source: Source, i: int) -> Stretch:
    """This week, this coming month, next weekend; the next weekend may be this one, and is asked about."""
    token, unit = source.at(i), source.at(i + 1)
    if token.role is Role.NEXT:
        by = 1
    else:
        by = int(source.late_sunday if unit.key == "weekend" else token.key == "coming")
    stretch = unit_around(unit.key, _moved(unit.key, source.today, by), start=token.start, end=unit.end)
    if token.role is Role.NEXT and unit.key == "weekend":
        return replace(stretch, assumed=Assumed.WEEK)
    return stretch


def _counted(source: Source, i: int) -> Read | None:
    """Next 3 months, the next two weeks: from today on."""
    number, unit = source.count(i + 1), source.at(i + 2)
    if (
        number is None
        or not (source.role(i) is Role.NEXT or source.at(i).key == "coming")
        or unit.role is not Role.UNIT
        or not 0 < number <= _MOST_COUNTED
    ):
        return None
    if unit.key in ("minute", "hour", "weekend"):
        return None
    first = source.today if unit.key != "day" else source.today + calendar.DAY
    last = shifted(first, number, unit.key) - calendar.DAY
    return [Stretch(source.at(i).start, unit.end, first, last, unit="count", assumed=Assumed.DATE)], i + 3


def _one_after(source: Source, i: int) -> Read | None:
    """The week or weekend after the one spoken of: "this weekend is out, the next works"."""
    token, last = source.at(i), source.last_stretch
    if token.role is not Role.NEXT or last is None or source.role(i + 1) not in _ENDS:
        return None
    return [unit_around(last.unit, last.first + calendar.WEEK, start=token.start, end=token.end)], i + 1


def _after_next(source: Source, i: int) -> Read | None:
    """The week after next, where that is one word before the week."""
    unit = source.at(i + 1)
    start = source.at(i).start
    if unit.role is Role.WEEKDAY:
        raise Unclear(Trouble.AMBIGUOUS, start=start, end=unit.end)
    if unit.role is not Role.UNIT or unit.many or unit.key not in PERIODS:
        return None
    return [unit_around(unit.key, _moved(unit.key, source.today, 2), start=start, end=unit.end)], i + 2


# distances from a day


def _in_distance(source: Source, i: int) -> Read | None:
    """In 3 days."""
    return read_distance(source, i + 1)


def _day_in_distance(source: Source, i: int) -> Read | None:
    """Today in a week; a week on Tuesday."""
    if source.role(i + 1) is Role.IN and source.role(i + 3) is Role.UNIT:
        return _later(source, i)
    return read_weekday_week(source, i)


def _later(source: Source, i: int) -> Read | None:
    """Today in a week, tomorrow in 14 days; a weekday, where week and weekday lead to the same."""
    found = read_distance(source, i + 2)
    if found is None or not isinstance(found[0][0], Day) or found[0][0].on is None:
        return None
    token = source.at(i)
    on = found[0][0].on + timedelta(days=token.number)
    if token.role is Role.WEEKDAY:
        on = calendar.coming(found[0][0].on, token.number)
        if token.many or on != calendar.monday(found[0][0].on) + timedelta(days=token.number):
            raise Unclear(Trouble.AMBIGUOUS, start=token.start, end=found[0][0].end)
    return [replace(found[0][0], start=token.start, on=on, around=False)], found[1]


# the unit by itself, or first


def _unit(source: Source, i: int, *, everything: bool) -> Read | None:
    """Weekend; the week after next; the weekend of the 17th; a week on Saturday; all month."""
    unit, follows = source.at(i), source.role(i + 1)
    _refuse_named_weeks(source, i)
    if unit.key == "week" and is_numbered(source, i):
        return read_week_numbers(source, i)
    if unit.many:
        return None
    if unit.key == "day" and follows in (Role.BEFORE, Role.AFTER):
        return read_beside_day(source, i)
    if unit.key not in PERIODS:
        return None
    if follows is Role.AFTER_NEXT:
        on = _moved(unit.key, source.today, 2)
        return [unit_around(unit.key, on, start=unit.start, end=source.at(i + 1).end)], i + 2
    if unit.key in _WEEKS and follows in (Role.BEFORE, Role.AFTER):
        return _week_beside(source, i)
    return _week_by_date(source, i, everything=everything) or _present(source, i, everything=everything)


def _refuse_named_weeks(source: Source, i: int) -> None:
    """Refuse weeks of a sort that is not known: "in school weeks"."""
    unit = source.at(i)
    if unit.key == "week" and unit.many and source.role(i - 1) is Role.WORD and source.role(i - 2) is Role.IN:
        raise Unclear(Trouble.UNSUPPORTED, start=source.at(i - 1).start, end=unit.end)


def _week_beside(source: Source, i: int) -> Read | None:
    """The week before the 5th, the weekend after Easter, or the week after the one that was spoken of."""
    unit, last = source.at(i), source.last_stretch
    if source.role(i + 1) is Role.BEFORE:
        return read_around(source, i + 2, unit.key, side=-1)
    around = read_around(source, i + 2, unit.key, side=1)
    if around is not None or last is None:
        return around
    first = last.first + calendar.WEEK
    return [unit_around(unit.key, first, start=unit.start, end=source.at(i + 1).end)], i + 2


def _week_by_date(source: Source, i: int, *, everything: bool) -> Read | None:
    """The week of the 17th, weekend 5 December, a week on Saturday."""
    unit, follows = source.at(i), source.role(i + 1)
    if unit.key not in _WEEKS:
        return None
    if unit.key == "weekend" or follows in (Role.OF, Role.COLON):
        around = read_around(source, source.skip(i + 1, Role.OF, Role.COLON), unit.key)
        if around is not None:
            return around
    if unit.key == "week" and follows in (Role.ON, Role.RELATIVE_DAY, Role.WEEKDAY) and not everything:
        return from_anchor(source, i + 1, 1, "week", start=unit.start)
    return None


def _present(source: Source, i: int, *, everything: bool) -> Read | None:
    """All month, all week; the weekend, which is the next when this one is all but over."""
    unit, follows = source.at(i), source.at(i + 1)
    if unit.key != "weekend" and not everything:
        return None
    if follows.role is Role.PART and follows.many:
        return None
    over = unit.key == "weekend" and source.late_sunday
    day = source.today + calendar.DAY if over else source.today
    return [unit_around(unit.key, day, start=unit.start, end=unit.end)], i + 1


def _ordinal(source: Source, i: int) -> Read | None:
    """The 3rd week of the year; the second half of January."""
    if source.role(i + 1) is Role.WEEK_NUMBER:
        return read_nth_week(source, i)
    return read_nth(source, i)


_RULES: dict[Role, Callable[[Source, int], Read | None]] = {
    Role.THIS: _this_or_next,
    Role.NEXT: _this_or_next,
    Role.LAST: _last,
    Role.AFTER_NEXT: _after_next,
    Role.WEEK_NUMBER: read_week_numbers,
    Role.WEEK_OF: read_week_of,
    Role.REST: read_rest,
    Role.EARLY: read_part,
    Role.MID: read_part,
    Role.LATE: read_part,
    Role.BEGINNING: read_part,
    Role.ENDING: read_part,
    Role.ORDINAL: _ordinal,
    Role.HALF: read_nth,
    Role.IN: _in_distance,
    Role.NUMBER: read_away,
    Role.CARDINAL: read_away,
    Role.A: read_away,
    Role.RELATIVE_DAY: _day_in_distance,
    Role.WEEKDAY: _day_in_distance,
    Role.DATE: read_long_weekend,
    Role.MONTH: read_long_weekend,
    Role.HOLIDAY: read_long_weekend,
    Role.SLASHED: read_long_weekend,
}
"""By the first word of a period behind its articles; a unit has rules of its own."""
