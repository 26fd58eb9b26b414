"""A question about a band's time as the ids of a button: the same question, further on or elsewhere."""

from datetime import date, datetime, timedelta

from core.ids import MembershipId
from core.scheduling.greens import Asked
from core.scheduling.ranges import DayRange, days_between

_MINUTES = 24 * 60 + 1
_DAYS = 4096
_SKIPS = 4096
_MEMBERS = 1 << 40
_RANGES = 1 << 46
_WEEK = 7


def packed(asked: Asked) -> int | None:
    """The days and hours as one id; None: they do not fit (then there is no button)."""
    days = (asked.days.last - asked.days.first).days
    minutes = asked.minutes or 0
    weekdays = _weekdays(asked.days)
    if weekdays is None or not 0 <= days < _DAYS or not 0 <= minutes < _MINUTES:
        return None
    return (asked.days.first.toordinal() * _DAYS + days) * _MINUTES + minutes + _RANGES * weekdays


def rest_of(asked: Asked, skip: int) -> int | None:
    """How much was shown, who is left out, and the line-up's size, as one id; None: they do not fit."""
    if len(asked.without) > 1 or skip >= _SKIPS or (asked.size or 0) >= _SKIPS:
        return None
    without = next(iter(asked.without), 0)
    return skip + _SKIPS * (without + _MEMBERS * (asked.size or 0)) if without < _MEMBERS else None


def unpacked(range_: int, rest: int) -> tuple[Asked, int]:
    """What was asked, and how much of the answer has been shown."""
    weekdays, range_ = divmod(range_, _RANGES)
    days, minutes = divmod(range_, _MINUTES)
    first, length = divmod(days, _DAYS)
    day = date.fromordinal(min(max(first, 1), date.max.toordinal() - _DAYS))
    left_out, skip = divmod(rest, _SKIPS)
    size, member = divmod(left_out, _MEMBERS)
    without = frozenset({MembershipId(member)} if member else ())
    named = _on_weekdays(days_between(day, day + timedelta(days=length)), weekdays)
    return Asked(named, minutes or None, without, size or None), skip


def _weekdays(days: DayRange) -> int | None:
    """0 for every day; else a bit for each weekday, when the days are all of these from first to last."""
    if days.whole:
        return 0
    bits = 0
    for start, end in days.windows:
        for number in range(min((end - start).days, _WEEK)):
            bits |= 1 << (start + timedelta(days=number)).weekday()
    return bits if bits and _on_weekdays(days_between(days.first, days.last), bits) == days else None


def _on_weekdays(days: DayRange, bits: int) -> DayRange:
    if not bits:
        return days
    windows: list[tuple[datetime, datetime]] = []
    for number in range((days.last - days.first).days + 1):
        day = days.first + timedelta(days=number)
        if bits >> day.weekday() & 1:
            start = datetime(day.year, day.month, day.day)
            if windows and windows[-1][1] == start:
                windows[-1] = (windows[-1][0], start + timedelta(days=1))
            else:
                windows.append((start, start + timedelta(days=1)))
    return DayRange(tuple(windows), days.first, days.last) if windows else days
