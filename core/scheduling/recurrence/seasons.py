"""The wall times of a rule about months or weeks of the year, a year at a time by dateutil.

The closed form (series.py) has no place for RFC 5545's BYMONTH and BYWEEKNO, and people say few such
rules. dateutil's `rrule` is asked for the days of one calendar year at a time, in the years that the rule
has and the window wants, never from the rule's own start. A year's days are kept: everybody's "Tuesdays
in even weeks" is one rule. Times are ints, as in series.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from core.moments import DAY
from core.scheduling.recurrence.rules import Frequency, Repeat, WeekdayNumber

_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_ONCE = 9_999
"""An interval that ends dateutil's work with its first year; an `until` ends it with a date found beyond."""
_EMPTY = 40
"""Leap years and weekdays come round within so many years: after that there is no instance at all."""
_COUNTED = 100
"""Years in which COUNT is counted out; an end beyond them is none."""


@dataclass(frozen=True, slots=True)
class Seasons:
    """Days of chosen months or weeks of the year."""

    start: int
    """The rule's own start; nothing begins before it."""
    repeat: Repeat
    last: int | None = None
    """No instance begins after it."""

    def runs(self, low: int, high: int) -> list[Sequence[int]]:
        """The instances from `low` to `high`, both included, as rising sequences."""
        low = max(low, self.start)
        if self.last is not None and self.last < high:
            high = self.last
        if low > high:
            return []
        years = range(_year(low), _year(high) + 1)
        found = [wall for year in years for wall in self._walls(year) if low <= wall <= high]
        return [found] if found else []

    def after(self, low: int) -> Iterator[int]:
        """The instances from `low` on, in order, without end unless `last` is set."""
        low, empty = max(low, self.start), 0
        for year in range(_year(low), date.max.year + 1):
            walls = self._walls(year)
            empty = 0 if walls else empty + 1
            if empty > _EMPTY:
                return
            for wall in walls:
                if self.last is not None and wall > self.last:
                    return
                if wall >= low:
                    yield wall

    def counted(self, count: int) -> "Seasons":
        """The same with the first `count` instances only."""
        if count < 1:
            return replace(self, last=self.start - 1)
        limit = _year(self.start) + _COUNTED
        for number, wall in enumerate(self.after(self.start), 1):
            if number == count:
                return replace(self, last=wall)
            if _year(wall) > limit:
                break
        return self

    def _walls(self, year: int) -> list[int]:
        day, of_day = divmod(self.start, DAY)
        if (year - _date(day).year) % self.repeat.interval:
            return []
        return [each * DAY + of_day for each in _days(replace(self.repeat, interval=1), year)]


def seasons_of(start: int, repeat: Repeat) -> Seasons:
    """The series of a rule with BYMONTH or BYWEEKNO, before COUNT and UNTIL.

    With any FREQ, its days are those that a YEARLY rule has in the same months or weeks.
    """
    first = _date(start // DAY)
    by_day, by_month_day = repeat.by_day, repeat.by_month_day
    if repeat.frequency is Frequency.WEEKLY:
        by_day = by_day or (WeekdayNumber(first.weekday()),)
    elif not by_day and not by_month_day:
        if repeat.frequency is Frequency.DAILY:
            by_day = tuple(WeekdayNumber(weekday) for weekday in range(7))
        else:
            by_month_day = (first.day,)
    yearly = Repeat(Frequency.YEARLY, repeat.interval, by_day=by_day, by_month_day=by_month_day)
    return Seasons(start, replace(yearly, by_month=repeat.by_month, by_week_number=repeat.by_week_number))


def _date(day: int) -> date:
    return date.fromordinal(day + _EPOCH_ORDINAL)


def _year(wall: int) -> int:
    day = min(max(wall // DAY + _EPOCH_ORDINAL, 1), date.max.toordinal())
    return date.fromordinal(day).year


@lru_cache(maxsize=4096)
def _days(repeat: Repeat, year: int) -> tuple[int, ...]:
    """The days of one calendar year, counted from 1970-01-01, that a rule of every year has."""
    # Imported with the first such rule: most diaries have none, and the short commands never need it.
    from dateutil import rrule

    weeks = repeat.by_week_number
    found = rrule.rrule(
        rrule.YEARLY,
        dtstart=datetime(year, 1, 1),
        interval=_ONCE,
        bymonth=repeat.by_month or None,
        byweekno=(*weeks, -1) if weeks else None,
        bymonthday=repeat.by_month_day or None,
        byweekday=[rrule.weekday(each.weekday, each.nth or None) for each in repeat.by_day] or None,
    )
    # dateutil 2.9 miscounts the weeks of the year before, so that 1 January 2011, a Saturday of week 52,
    # is in none of its weeks but the last (-1): the last week is asked for too, and looked at here.
    return tuple(
        each.toordinal() - _EPOCH_ORDINAL for each in found if not weeks or each.isocalendar().week in weeks
    )
