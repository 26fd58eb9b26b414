"""The wall times at which a rule about months or weeks of the year begins, a year at a time by dateutil.

The closed form (series.py) has no place for RFC 5545's BYMONTH and BYWEEKNO, and people say few such
rules. dateutil's `rrule` is asked for one calendar year, from a start close by that keeps the rule's
phase, never from the rule's own start; so the work depends on the window alone. A year's days are kept:
everybody's "Tuesdays in even weeks" is one rule. Times are ints, as in series.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from core.moments import DAY
from core.scheduling.rules import Frequency, Repeat, WeekdayNumber

_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_LAST_YEAR = 9998
"""dateutil steps into the year after the one it was asked for."""
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
        years = range(_year(low), min(_year(high), _LAST_YEAR) + 1)
        found = [wall for year in years for wall in self._walls(year) if low <= wall <= high]
        return [found] if found else []

    def after(self, low: int) -> Iterator[int]:
        """The instances from `low` on, in order, without end unless `last` is set."""
        low, empty = max(low, self.start), 0
        for year in range(_year(low), _LAST_YEAR + 1):
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
        return [each * DAY + of_day for each in _days(self.repeat, _phase(self.repeat, day), year)]


def seasons_of(start: int, repeat: Repeat) -> Seasons:
    """The series of a rule with BYMONTH or BYWEEKNO, COUNT and UNTIL not yet looked at."""
    first = date.fromordinal(start // DAY + _EPOCH_ORDINAL)
    by_day, by_month_day = repeat.by_day, repeat.by_month_day
    if repeat.frequency is Frequency.WEEKLY:
        by_day = by_day or (WeekdayNumber(first.weekday()),)
    elif repeat.frequency is not Frequency.DAILY and not by_day:
        by_month_day = by_month_day or (first.day,)
    plain = replace(repeat, count=None, until=None, by_day=by_day, by_month_day=by_month_day)
    return Seasons(start, plain)


def _year(wall: int) -> int:
    day = min(max(wall // DAY + _EPOCH_ORDINAL, 1), date.max.toordinal())
    return date.fromordinal(day).year


def _phase(repeat: Repeat, day: int) -> int:
    """A day from which a rule with an interval counts; every day is as good when there is none."""
    return day if repeat.interval > 1 else 0


@lru_cache(maxsize=4096)
def _days(repeat: Repeat, phase: int, year: int) -> tuple[int, ...]:
    """The days of one calendar year, counted from 1970-01-01, that a rule in that phase has."""
    begin = _near(repeat, date.fromordinal(phase + _EPOCH_ORDINAL), date(year, 1, 1))
    if begin is None:
        return ()
    # Imported with the first such rule: most diaries have none, and the short commands never need it.
    from dateutil import rrule

    weeks = repeat.by_week_number
    found = rrule.rrule(
        getattr(rrule, repeat.frequency.value),
        dtstart=datetime.combine(begin, datetime.min.time()),
        until=datetime(year, 12, 31),
        interval=repeat.interval,
        wkst=repeat.week_start,
        bymonth=repeat.by_month or None,
        byweekno=(*weeks, -1) if weeks else None,
        bymonthday=repeat.by_month_day or None,
        byweekday=[rrule.weekday(each.weekday, each.nth or None) for each in repeat.by_day] or None,
    )
    # dateutil 2.9 miscounts the weeks of the year before, so that 1 January 2011, a Saturday of week 52,
    # is in none of its weeks but the last (-1): the last week is asked for too, and looked at here.
    return tuple(
        each.toordinal() - _EPOCH_ORDINAL
        for each in found
        if each.year == year and (not weeks or each.isocalendar().week in weeks)
    )


def _near(repeat: Repeat, phase: date, new_year: date) -> date | None:
    """The last day up to New Year at which the rule could have started, in the same phase.

    None: a rule of every other year has nothing in this one.
    """
    apart = repeat.interval
    match repeat.frequency:
        case Frequency.YEARLY:
            return new_year if (new_year.year - phase.year) % apart == 0 else None
        case Frequency.MONTHLY:
            months = (new_year.year - phase.year) * 12 + 1 - phase.month
            month = phase.year * 12 + phase.month - 1 + months // apart * apart
            return date(month // 12, month % 12 + 1, 1) if month >= 12 else None
        case Frequency.WEEKLY:
            step = 7 * apart
            phase -= timedelta(days=(phase.weekday() - repeat.week_start) % 7)
        case _:
            step = apart
    day = phase.toordinal() + (new_year.toordinal() - phase.toordinal()) // step * step
    return date.fromordinal(day) if day >= 1 else new_year
