"""Arithmetic of repeating days: membership, the first, those between two dates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from core.scheduling.phrases.calendar import DAY, make, monday, month_end
from core.scheduling.recurrence.rules import Frequency, Repeat, WeekdayNumber

REACH = 800
"""Days searched for instances; enough for every twelfth month twice over."""
FAR = 12 * 366
"""The same for days of some month: its fifth Monday may be years away."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Repeating days, counted from `anchor` if the interval is more than one."""

    unit: str
    """day, week, month, year."""
    anchor: date
    interval: int = 1
    weekdays: frozenset[int] = frozenset()
    nths: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    months: frozenset[int] = frozenset()
    """Only in these months."""
    parity: int | None = None
    """Only in weeks whose ISO number leaves this rest when halved."""
    years: int = 1
    """Only in every so many years, counted from `anchor`."""

    @property
    def seasonal(self) -> bool:
        """Whether only some months or weeks of the year have any of them."""
        return bool(self.months) or self.parity is not None

    def holds(self, day: date) -> bool:
        """Whether a date is one of them."""
        if self.seasonal and not self._in_season(day):
            return False
        match self.unit:
            case "day":
                return (day - self.anchor).days % self.interval == 0
            case "week":
                weeks = (monday(day) - monday(self.anchor)).days // 7
                return day.weekday() in self.weekdays and weeks % self.interval == 0
            case "year":
                return (day.month, day.day) == (self.anchor.month, self.anchor.day)
        months = (day.year - self.anchor.year) * 12 + day.month - self.anchor.month
        return months % self.interval == 0 and self._in_month(day)

    def _in_month(self, day: date) -> bool:
        """Whether a date is one of the days, or one of the weekdays, of its month."""
        if self.month_days:
            return day.day in self.month_days or day.day - month_end(day).day - 1 in self.month_days
        if day.weekday() not in self.weekdays:
            return False
        from_start = (day.day - 1) // 7 + 1
        from_end = -((month_end(day).day - day.day) // 7 + 1)
        return not self.nths or from_start in self.nths or from_end in self.nths

    def between(self, first: date, last: date) -> Iterator[date]:
        """The dates from first to last, both in, at most two years of them (twelve with months)."""
        day = first
        for _ in range(FAR if self.months else REACH):
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
        return next(self.between(lower, lower + FAR * DAY), None)

    def repeat(self) -> Repeat:
        """The rule of RFC 5545 for it, without its end."""
        if self.seasonal:
            return self._in_seasons()
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

    def _in_season(self, day: date) -> bool:
        if self.months and (day.month not in self.months or (day.year - self.anchor.year) % self.years):
            return False
        return self.parity is None or day.isocalendar().week % 2 == self.parity

    def _in_seasons(self) -> Repeat:
        """The rule with BYMONTH or BYWEEKNO; the latter needs a BYDAY, which RFC 5545 leaves open."""
        months = tuple(sorted(self.months))
        days = tuple(WeekdayNumber(day) for day in sorted(self.weekdays or range(7)))
        plain = self.parity is None and self.years == 1
        if plain and self.unit == "day":
            return Repeat(Frequency.DAILY, by_month=months)
        if plain and self.unit == "week":
            return Repeat(Frequency.WEEKLY, by_month=months, by_day=days)
        weeks = () if self.parity is None else tuple(range(2 - self.parity, 54, 2))
        yearly = Repeat(Frequency.YEARLY, self.years, by_month=months, by_week_number=weeks)
        if self.month_days:
            return replace(yearly, by_month_day=self.month_days)
        if self.unit == "month" and self.nths:
            days = tuple(WeekdayNumber(day, nth) for nth in self.nths for day in sorted(self.weekdays))
        return replace(yearly, by_day=days)
