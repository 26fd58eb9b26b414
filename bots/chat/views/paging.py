"""A question about a band's time as the ids of a button: the same question, further on or elsewhere."""

from datetime import date, timedelta

from core.ids import MembershipId
from core.scheduling.greens import Asked
from core.scheduling.ranges import days_between

_MINUTES = 24 * 60 + 1
_DAYS = 4096
_SKIPS = 4096


def packed(asked: Asked) -> int | None:
    """The days and hours as one id; None: they do not fit (then there is no button)."""
    days = (asked.days.last - asked.days.first).days
    minutes = asked.minutes or 0
    if not asked.days.whole or not 0 <= days < _DAYS or not 0 <= minutes < _MINUTES:
        return None
    return (asked.days.first.toordinal() * _DAYS + days) * _MINUTES + minutes


def rest_of(asked: Asked, skip: int) -> int | None:
    """How much was shown and who is left out, as one id; None: they do not fit."""
    if len(asked.without) > 1 or skip >= _SKIPS:
        return None
    return skip + _SKIPS * next(iter(asked.without), 0)


def unpacked(range_: int, rest: int) -> tuple[Asked, int]:
    """What was asked, and how much of the answer has been shown."""
    days, minutes = divmod(range_, _MINUTES)
    first, length = divmod(days, _DAYS)
    day = date.fromordinal(min(max(first, 1), date.max.toordinal() - _DAYS))
    left_out, skip = divmod(rest, _SKIPS)
    without = frozenset({MembershipId(left_out)} if left_out else ())
    return Asked(days_between(day, day + timedelta(days=length)), minutes or None, without), skip
