"""The wall times at which a rule's instances begin, by arithmetic and without walking from its start.

All times are ints: wall seconds (see core/moments.py); days are counted from 1970-01-01.

Two shapes are enough for RFC 5545's DAILY, WEEKLY, MONTHLY and YEARLY (section 3.3.10). `Strides`:
instances that lie a fixed number of days apart, in a few interleaved progressions; any instance,
hence COUNT, is a multiplication away. `Calendar`: days of months or years, whose pattern depends
only on how long the month or year is and on which weekday it begins, so that each pattern is worked out once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import gcd

from core.moments import DAY, LAST_SECOND
from core.scheduling.recurrence.rules import Frequency, Repeat

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_EPOCH_ORDINAL = 719_163
_LAST_DAY = LAST_SECOND // DAY
_MONTHS_IN_CYCLE = 4_800
"""The Gregorian calendar repeats after 400 years."""


@dataclass(frozen=True, slots=True)
class Strides:
    """Interleaved progressions: every `step` seconds from each of `firsts`, which lie within one step."""

    firsts: tuple[int, ...]
    """Sorted."""
    step: int
    last: int | None = None
    """No instance begins after it."""

    def runs(self, low: int, high: int) -> list[Sequence[int]]:
        """The instances from `low` to `high`, both included, as rising sequences."""
        if self.last is not None and self.last < high:
            high = self.last
        step = self.step
        found: list[Sequence[int]] = []
        for first in self.firsts:
            begin = first if first >= low else first + (low - first + step - 1) // step * step
            if begin <= high:
                found.append(range(begin, high + 1, step))
        return found

    def after(self, low: int) -> Iterator[int]:
        """The instances from `low` on, in order, without end unless `last` is set."""
        firsts = sorted(
            first if first >= low else first + (low - first + self.step - 1) // self.step * self.step
            for first in self.firsts
        )
        turn = 0
        while firsts:
            for first in firsts:
                wall = first + turn * self.step
                if self.last is not None and wall > self.last:
                    return
                yield wall
            turn += 1

    def counted(self, count: int) -> "Strides":
        """The same with the first `count` instances only."""
        if not self.firsts or count < 1:
            return replace(self, firsts=())
        turns, place = divmod(count - 1, len(self.firsts))
        return replace(self, last=self.firsts[place] + turns * self.step)


@dataclass(frozen=True, slots=True)
class CalendarSeries:
    """Chosen days of every nth month or year."""

    start: int
    """The rule's own start; nothing begins before it."""
    repeat: Repeat
    months: bool
    """The period is a month; otherwise a year."""
    step: int
    """In periods."""
    count: int | None = None
    last: int | None = None
    _patterns: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def runs(self, low: int, high: int) -> list[Sequence[int]]:
        """The instances from `low` to `high`, both included, as rising sequences."""
        return [found] if (found := list(self._walls(low, high))) else []

    def after(self, low: int) -> Iterator[int]:
        """The instances from `low` on, in order, up to the year 9999."""
        return self._walls(low, LAST_SECOND)

    def counted(self, count: int) -> "CalendarSeries":
        """The same with the first `count` instances only."""
        return replace(self, count=count)

    def _walls(self, low: int, high: int) -> Iterator[int]:
        left = self.count
        if self.last is not None and self.last < high:
            high = self.last
        for walls in self._periods(low, high):
            if left is not None:
                walls = walls[:left]  # noqa: PLW2901
                left -= len(walls)
            for wall in walls:
                if wall > high:
                    return
                if wall >= low:
                    yield wall
            if left == 0:
                return

    def _periods(self, low: int, high: int) -> Iterator[list[int]]:
        """The instances of each period up to `high`; from the very first when they must be counted."""
        start_day, of_day = divmod(self.start, DAY)
        first = _period_of(start_day, months=self.months)
        apart = self.repeat.interval if self.repeat.frequency is Frequency.DAILY else 1
        empty = 0
        last = _period_of(high // DAY, months=self.months)
        for period in range(self._first_period(first, low), last + 1, self.step):
            base, days = self._days(period)
            if apart > 1:
                days = tuple(day for day in days if (base + day - start_day) % apart == 0)
            elif not days:
                empty += 1
                if empty > _MONTHS_IN_CYCLE:
                    return
            walls = [(base + day) * DAY + of_day for day in days]
            yield walls if period != first else [wall for wall in walls if wall >= self.start]

    def _first_period(self, first: int, low: int) -> int:
        """The period to begin with: the first from `low` on, unless the ones before it must be counted."""
        if self.count is not None or low <= self.start:
            return first
        ahead = _period_of(low // DAY, months=self.months) - first
        return first + (ahead + self.step - 1) // self.step * self.step

    def _days(self, period: int) -> tuple[int, tuple[int, ...]]:
        """The first day of a period, and which days after it are chosen."""
        if self.months:
            year, month = divmod(period, 12)
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            base = _first_day(year) + _DAYS_BEFORE_MONTH[month] + (leap and month > 1)
            length = _MONTH_LENGTHS[month] + (leap and month == 1)
        else:
            base = _first_day(period)
            length = _first_day(period + 1) - base
        weekday = (base + 3) % 7
        days = self._patterns.get((weekday, length))
        if days is None:
            days = self._patterns[weekday, length] = self._pattern(weekday, length)
        return base, days

    def _pattern(self, weekday: int, length: int) -> tuple[int, ...]:
        repeat = self.repeat
        days = set(range(length))
        if repeat.by_month_day:
            starts = (0,) if self.months else _month_starts(length)
            lengths = (length,) if self.months else _month_lengths(length)
            days = {
                begin + (day - 1 if day > 0 else size + day)
                for begin, size in zip(starts, lengths, strict=True)
                for day in repeat.by_month_day
                if abs(day) <= size
            }
        if repeat.by_day:
            days &= {
                day
                for wanted in repeat.by_day
                for day in _weekdays((wanted.weekday - weekday) % 7, length, wanted.nth)
            }
        if repeat.frequency is Frequency.DAILY:
            return tuple(sorted(days))
        return _positioned(sorted(days), repeat.by_set_position)


def series_of(start: int, repeat: Repeat) -> Strides | CalendarSeries:
    """All instances that the repetition has from `start` on, before COUNT and UNTIL.

    `start` itself is among them only if the repetition includes it.
    """
    if repeat.frequency is Frequency.WEEKLY:
        return _weekly(start, repeat)
    if repeat.frequency is Frequency.DAILY:
        return _daily(start, repeat)
    return _by_calendar(start, repeat)


def _weekly(start: int, repeat: Repeat) -> Strides:
    """WEEKLY: the days of BYDAY, or the start's own, in every nth week that begins on WKST."""
    day, of_day = divmod(start, DAY)
    weekday = (day + 3) % 7
    since_week_began = (weekday - repeat.week_start) % 7
    days = sorted(
        {(wanted.weekday - repeat.week_start) % 7 for wanted in repeat.by_day} or {since_week_began}
    )
    week = day - since_week_began
    step = 7 * repeat.interval
    chosen = [week + each for each in _positioned(days, repeat.by_set_position)]
    chosen = sorted(each if each >= day else each + step for each in chosen)
    return Strides(tuple(each * DAY + of_day for each in chosen), step * DAY)


def _daily(start: int, repeat: Repeat) -> Strides | CalendarSeries:
    """DAILY: every nth day, of which BYDAY and BYMONTHDAY leave some; a day is the only one of its set."""
    if repeat.by_set_position and not {1, -1} & set(repeat.by_set_position):
        return Strides((), DAY)
    if repeat.by_month_day:
        return CalendarSeries(start, repeat, months=True, step=1)
    step = repeat.interval
    if not repeat.by_day:
        return Strides((start,), step * DAY)
    day, of_day = divmod(start, DAY)
    wanted = {each.weekday for each in repeat.by_day}
    turns = 7 // gcd(7, step)
    days = (day + turn * step for turn in range(turns))
    chosen = tuple(each * DAY + of_day for each in days if (each + 3) % 7 in wanted)
    return Strides(chosen, turns * step * DAY)


def _by_calendar(start: int, repeat: Repeat) -> CalendarSeries:
    """MONTHLY and YEARLY: the days of BYDAY and BYMONTHDAY, or the start's own day of the month."""
    months = repeat.frequency is Frequency.MONTHLY
    if repeat.by_day or repeat.by_month_day:
        return CalendarSeries(start, repeat, months=months, step=repeat.interval)
    own = replace(repeat, by_month_day=(date.fromordinal(start // DAY + _EPOCH_ORDINAL).day,))
    return CalendarSeries(start, own, months=True, step=repeat.interval if months else 12 * repeat.interval)


def _positioned(days: list[int], positions: tuple[int, ...]) -> tuple[int, ...]:
    """BYSETPOS: only the nth of the days, counted from the end when negative."""
    if not positions:
        return tuple(days)
    chosen = {at - 1 if at > 0 else len(days) + at for at in positions if abs(at) <= len(days)}
    return tuple(days[at] for at in sorted(chosen))


def _weekdays(first: int, length: int, nth: int) -> Sequence[int]:
    """The days of one weekday in a period whose first such day is `first`: all, or the nth."""
    days = range(first, length, 7)
    if nth == 0:
        return days
    if abs(nth) > len(days):
        return ()
    return (days[nth - 1 if nth > 0 else nth],)


def _period_of(day: int, *, months: bool) -> int:
    """The month (12 x year + month - 1) or the year that a day lies in."""
    day = min(max(day, 1 - _EPOCH_ORDINAL), _LAST_DAY)
    found = date.fromordinal(day + _EPOCH_ORDINAL)
    return found.year * 12 + found.month - 1 if months else found.year


def _first_day(year: int) -> int:
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + 1 - _EPOCH_ORDINAL


def _month_lengths(year_length: int) -> list[int]:
    return [31, year_length - 337, *_MONTH_LENGTHS[2:]]


def _month_starts(year_length: int) -> list[int]:
    return [start + (month > 1) * (year_length - 365) for month, start in enumerate(_DAYS_BEFORE_MONTH)]
