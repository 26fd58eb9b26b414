"""A question about a band's time, packed into the ids of a button that asks it again for the next page.

An id has 63 bits. There are two formats: the narrow one holds whole days and at most one member who is left
out; the wide one holds named hours and several members. One bit of the range tells them apart. Buttons of
both formats hang in chats.
"""

from datetime import date, datetime, time, timedelta

from core.ids import MembershipId
from core.scheduling.green.zones import ZonesAsked
from core.scheduling.phrases.day_ranges import DayRange, days_between

_MINUTES = 24 * 60 + 1
_DAYS = 4096
_SKIPS = 4096
_MEMBERS = 1 << 40
_RANGES = 1 << 46
_WIDE = 1 << 53
"""The bit of a range that says: wide format. Above it stands when the hours begin, in steps."""
_STEP = 5
"""Minutes: the wide format holds hours that begin and end on such a step."""
_ENDS, _SIZES, _COUNTS, _WIDTHS = 1024, 64, 8, 32
_LARGEST = 2**63 - 1
_WEEK = 7


def packed(asked: ZonesAsked) -> int | None:
    """The days and hours as one id; None: they do not fit (then there is no button)."""
    first, last = asked.days.windows[0][0].date(), asked.days.windows[-1][0].date()
    if asked.days.whole_days:
        first, last = asked.days.first, asked.days.last
    days, minutes = (last - first).days, asked.minutes or 0
    weekdays = _weekdays(asked.days, first, last)
    if weekdays is None or not 0 <= days < _DAYS or not 0 <= minutes < _MINUTES:
        return None
    id_ = (first.toordinal() * _DAYS + days) * _MINUTES + minutes + _RANGES * weekdays
    if not _is_wide(asked):
        return id_
    begin, end = _hours(asked.days)
    if begin % _STEP or end % _STEP or end >= _ENDS * _STEP:
        return None
    return id_ + _WIDE + 2 * _WIDE * (begin // _STEP)


def rest_of(asked: ZonesAsked, skip: int) -> int | None:
    """How much was shown, who is left out, and the line-up's size, as one id; None: they do not fit."""
    size = asked.size or 0
    if skip >= _SKIPS or size >= _SIZES:
        return None
    if not _is_wide(asked):
        without = next(iter(asked.without), 0)
        return skip + _SKIPS * (without + _MEMBERS * size) if without < _MEMBERS else None
    _, end = _hours(asked.days)
    members = sorted(asked.without)
    width = max((each.bit_length() for each in members), default=0)
    ids = sum(each << width * place for place, each in enumerate(members))
    if len(members) >= _COUNTS or width >= _WIDTHS:
        return None
    rest = skip + _SKIPS * (
        size + _SIZES * (end // _STEP + _ENDS * (len(members) + _COUNTS * (width + _WIDTHS * ids)))
    )
    return rest if rest <= _LARGEST else None


def unpacked(range_: int, rest: int) -> tuple[ZonesAsked, int]:
    """What was asked, and how much of the answer has been shown."""
    begin, range_ = divmod(range_, 2 * _WIDE)
    wide, range_ = divmod(range_, _WIDE)
    weekdays, range_ = divmod(range_, _RANGES)
    days, minutes = divmod(range_, _MINUTES)
    first, length = divmod(days, _DAYS)
    day = date.fromordinal(min(max(first, 1), date.max.toordinal() - _DAYS))
    last = day + timedelta(days=length)
    if wide:
        end, without, size, skip = _wide_rest(rest)
        named = _each_day(day, last, weekdays, (begin * _STEP, end))
    else:
        left_out, skip = divmod(rest, _SKIPS)
        size, member = divmod(left_out, _MEMBERS)
        without = frozenset({MembershipId(member)} if member else ())
        named = _each_day(day, last, weekdays, _WHOLE_DAY)
    return ZonesAsked(named, minutes or None, without, size or None), skip


def day_id(day: date, hours: tuple[tuple[datetime, datetime], ...]) -> int:
    """A day, and the hours that were named of it, as one id; hours that are not on a step are dropped."""
    days = day.toordinal()
    if len(hours) != 1:
        return days
    begin, end = ((at - datetime.combine(day, time())) // timedelta(minutes=1) for at in hours[0])
    if begin < 0 or begin % _STEP or end % _STEP:
        return days
    return days + _ORDINALS * (begin // _STEP + _ENDS * (end // _STEP))


def hours_of(id_: int) -> tuple[date, tuple[tuple[datetime, datetime], ...]] | None:
    """The day and hours that `day_id` packed; None: there is no such day."""
    hours, days = divmod(id_, _ORDINALS)
    if not 1 < days < date.max.toordinal():
        return None
    day = date.fromordinal(days)
    end, begin = divmod(hours, _ENDS)
    if not begin < end < _ENDS:
        return (day, ()) if not hours else None
    midnight = datetime.combine(day, time())
    return day, ((midnight + timedelta(minutes=begin * _STEP), midnight + timedelta(minutes=end * _STEP)),)


_ORDINALS = 1 << 22
_WHOLE_DAY = 0, 24 * 60
"""Minutes after midnight."""


def _is_wide(asked: ZonesAsked) -> bool:
    return not asked.days.whole_days or len(asked.without) > 1


def _hours(days: DayRange) -> tuple[int, int]:
    """From when to when on each of the days, in minutes after its midnight."""
    if days.whole_days:
        return _WHOLE_DAY
    start, end = days.windows[0]
    midnight = datetime.combine(start.date(), time())
    return (start - midnight) // timedelta(minutes=1), (end - midnight) // timedelta(minutes=1)


def _wide_rest(rest: int) -> tuple[int, frozenset[MembershipId], int, int]:
    rest, skip = divmod(rest, _SKIPS)
    rest, size = divmod(rest, _SIZES)
    rest, end = divmod(rest, _ENDS)
    rest, count = divmod(rest, _COUNTS)
    ids, width = divmod(rest, _WIDTHS)
    members = frozenset(MembershipId(ids >> width * place & (1 << width) - 1) for place in range(count))
    return end * _STEP, members, size, skip


def _weekdays(days: DayRange, first: date, last: date) -> int | None:
    """0 for every day; else a bit for each weekday, when the windows are all of these from first to last."""
    if days.whole:
        return 0
    hours = _hours(days)
    if _each_day(first, last, 0, hours).windows == days.windows:
        return 0
    begun = days.weekdays if days.whole_days else {start.weekday() for start, _ in days.windows}
    bits = sum(1 << weekday for weekday in begun)
    return bits if bits and _each_day(first, last, bits, hours).windows == days.windows else None


def _each_day(first: date, last: date, bits: int, hours: tuple[int, int]) -> DayRange:
    """The hours of each day, or of the days of some weekdays; windows that touch are one."""
    windows: list[tuple[datetime, datetime]] = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if bits and not bits >> day.weekday() & 1:
            continue
        midnight = datetime.combine(day, time())
        start, end = (midnight + timedelta(minutes=each) for each in hours)
        if windows and windows[-1][1] >= start:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    if not windows or hours[0] >= hours[1]:
        return days_between(first, last)
    ends = (windows[-1][1] - timedelta(seconds=1)).date()
    return DayRange(tuple(windows), first, last if hours == _WHOLE_DAY else ends)
