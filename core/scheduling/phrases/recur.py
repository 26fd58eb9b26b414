"""Repeating days as arithmetic: does a date belong, which is the first, which lie between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.scheduling.phrases.calendar import DAY, make, monday, month_end
from core.scheduling.rules import Frequency, Repeat, WeekdayNumber

REACH = 800
"""Days looked at for instances; enough for every twelfth month twice over."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Days that come again, counted from `anchor` where the interval is more than one."""

    unit: str
    """day, week, month, year."""
    anchor: date
    interval: int = 1
    weekdays: frozenset[int] = frozenset()
    nths: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()

    def holds(self, day: date) -> bool:
        """Whether a date is one of them."""
        match self.unit:
            case "day":
                return (day - self.anchor).days % self.interval == 0
            case "week":
                weeks = (monday(day) - monday(self.anchor)).days // 7
                return day.weekday() in self.weekdays and weeks % self.interval == 0
            case "year":
                return (day.month, day.day) == (self.anchor.month, self.anchor.day)
        months = (day.year - self.anchor.year) * 12 + day.month - self.anchor.month
        if months % self.interval:
            return False
        if self.month_days:
            return day.day in self.month_days or day.day - month_end(day).day - 1 in self.month_days
        if day.weekday() not in self.weekdays:
            return False
        from_start = (day.day - 1) // 7 + 1
        from_end = -((month_end(day).day - day.day) // 7 + 1)
        return not self.nths or from_start in self.nths or from_end in self.nths

    def between(self, first: date, last: date) -> Iterator[date]:
        """The dates from first to last, both in, at most two years of them."""
        day = first
        for _ in range(REACH):
            if day > last:
                return
            if self.holds(day):
                yield day
            day += DAY

    def first(self, lower: date) -> date | None:
        """The first of them from a date on."""
        if self.unit == "year":
            for year in range(lower.year, lower.year + 9):
                found = make(year, self.anchor.month, self.anchor.day)
                if found is not None and found >= lower:
                    return found
            return None
        return next(self.between(lower, lower + REACH * DAY), None)

    def repeat(self) -> Repeat:
        """The rule of RFC 5545 for it, without its end."""
        match self.unit:
            case "day":
                return Repeat(Frequency.DAILY, interval=self.interval)
            case "year":
                return Repeat(Frequency.YEARLY, interval=self.interval)
            case "week":
                days = tuple(WeekdayNumber(day) for day in sorted(self.weekdays))
                return Repeat(Frequency.WEEKLY, interval=self.interval, by_day=days)
        if self.month_days:
            return Repeat(Frequency.MONTHLY, interval=self.interval, by_month_day=self.month_days)
        nths = self.nths or (0,)
        days = tuple(WeekdayNumber(day, nth) for nth in nths for day in sorted(self.weekdays))
        return Repeat(Frequency.MONTHLY, interval=self.interval, by_day=days)
