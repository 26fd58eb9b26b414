"""The time that a statement leaves out of its days: "December except the 5th", "Wednesdays after 9"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core.scheduling.phrases import calendar
from core.scheduling.recurrence.expansion import next_occurrences
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule, WeekdayNumber

_DAY = timedelta(days=1)
_WEEK = 7
_MOST_AHEAD = 10
"""Instances, from the first one on, that may be left out together."""
_LONGEST = 120
"""Days within which the fifth of a weekday comes: it is 119 days at most from one to the next."""
_Hours = tuple[timedelta, timedelta]
"""From and until, since the midnight that begins the day; until is exclusive."""


def remainder(whole: Sequence[Rule], stated: Sequence[Rule]) -> tuple[Rule, ...] | None:
    """Rules for the time in `whole` that is not in `stated`; None if rules cannot express it.

    Both are of one statement, read with and without its exceptions and its hours.
    """
    found: list[Rule] = []
    for rule in whole:
        if rule.repeat is None and all(each.repeat for each in stated):
            rule = _day_by_day(rule)  # noqa: PLW2901
        left = _of_days(rule, stated) if rule.repeat is None else _of_repeats(rule, rule.repeat, stated)
        if left is None:
            return None
        found += left
    return tuple(dict.fromkeys(found))


def _of_days(whole: Rule, stated: Sequence[Rule]) -> list[Rule] | None:
    """Out of days in a row, or of one day's hours."""
    if whole.nominal is None or whole.elapsed or not all(map(_ends_once, stated)):
        return None
    gaps = [(whole.start, whole.start + whole.nominal)]
    for each in stated:
        gone = (each.start, each.start + (each.nominal or timedelta()))
        gaps = [piece for gap in gaps for piece in _cut(gap, gone)]
    return [rule for first, last in gaps for rule in _rules_between(whole, first, last)]


def _ends_once(rule: Rule) -> bool:
    return not rule.repeat and rule.nominal is not None


def _cut(gap: tuple[datetime, datetime], gone: tuple[datetime, datetime]) -> list[tuple[datetime, datetime]]:
    if gone[1] <= gap[0] or gone[0] >= gap[1]:
        return [gap]
    parts = [(gap[0], gone[0]), (gone[1], gap[1])]
    return [(first, last) for first, last in parts if first < last]


def _rules_between(like: Rule, first: datetime, last: datetime) -> list[Rule]:
    """That stretch of the wall as rules: whole days by their dates, the rest by the hour."""
    begins, ends = _midnight(first), _midnight(last)
    days_from = begins if begins == first else begins + _DAY
    if days_from >= ends:
        return [replace(like, start=first, nominal=last - first, all_day=first == begins and last == ends)]
    made = []
    if first < days_from:
        made.append(replace(like, start=first, nominal=days_from - first, all_day=False))
    made.append(replace(like, start=days_from, nominal=ends - days_from, all_day=True))
    if ends < last:
        made.append(replace(like, start=ends, nominal=last - ends, all_day=False))
    return made


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time())


def _day_by_day(whole: Rule) -> Rule:
    """A stretch of whole days as each of its days."""
    if not whole.all_day or not whole.nominal:
        return whole
    last = (whole.start + whole.nominal - _DAY).date()
    return replace(whole, nominal=_DAY, repeat=Repeat(Frequency.DAILY, until=last))


def _of_repeats(whole: Rule, repeat: Repeat, stated: Sequence[Rule]) -> list[Rule] | None:
    if all(each.repeat == repeat and _hours(each) == _hours(whole) for each in stated):
        return _dates(whole, stated)
    return _of_weeks(whole, repeat, stated) or _of_months(whole, repeat, stated)


def _dates(whole: Rule, stated: Sequence[Rule]) -> list[Rule]:
    """The single dates that are left out."""
    dates = {moment.date() for each in stated for moment in each.exceptions}
    dates -= {moment.date() for moment in whole.exceptions}
    begins = min(each.start for each in stated).date()
    if begins > whole.start.date():
        dates |= _before(whole, stated, begins)
    return [_rule_on(whole, day, _hours(whole)) for day in sorted(dates)]


def _before(whole: Rule, stated: Sequence[Rule], begins: date) -> set[date]:
    """The first dates, where these are left out: the statement begins after them."""
    kept = {day for each in stated for day in _days_of(each)} or {begins.weekday()}
    ahead = next_occurrences(whole, whole.start - timedelta(seconds=1), _MOST_AHEAD)
    return {start.date() for start, _ in ahead if start.date() < begins and start.weekday() in kept}


def _of_months(whole: Rule, repeat: Repeat, stated: Sequence[Rule]) -> list[Rule] | None:
    """Out of a weekday of every week: "Tuesdays, except the first of the month"."""
    own = stated[0].repeat if len(stated) == 1 else None
    weekdays = _weekdays(repeat)
    if own is None or weekdays is None or own.frequency is not Frequency.MONTHLY or own.by_set_position:
        return None
    others = _other_nths({each.nth for each in own.by_day})
    if not others or {each.weekday for each in own.by_day} != weekdays:
        return None
    days = tuple(WeekdayNumber(day, nth) for nth in others for day in sorted(weekdays))
    first = whole.start.date()
    first += next(_DAY * n for n in range(_LONGEST) if _is_one(first + _DAY * n, days))
    return [replace(_rule_on(whole, first, _hours(whole)), repeat=replace(own, by_day=days))]


def _other_nths(nths: set[int]) -> list[int]:
    """The other numbers that a weekday of a month has, counted from the same end; none where they mix."""
    every = set(range(1, 6)) if min(nths, default=0) > 0 else set(range(-5, 0))
    return sorted(every - nths) if nths < every else []


def _is_one(day: date, days: tuple[WeekdayNumber, ...]) -> bool:
    last = calendar.month_start(day, 1) - _DAY
    nths = ((day.day - 1) // _WEEK + 1, -((last - day).days // _WEEK) - 1)
    return any(each.weekday == day.weekday() and each.nth in nths for each in days)


def _of_weeks(whole: Rule, repeat: Repeat, stated: Sequence[Rule]) -> list[Rule] | None:
    """Out of weekdays that repeat: other weekdays, other hours of them, or single dates."""
    weekdays = _weekdays(repeat)
    if weekdays is None or not all(_alike(repeat, each) for each in stated):
        return None
    hours = _hours(whole)
    kept = {day: [_hours(each) for each in stated if day in _days_of(each)] for day in weekdays}
    made: list[Rule] = []
    pieces: dict[_Hours, set[int]] = {}
    for day in sorted(weekdays):
        for piece in _without(hours, kept[day]):
            pieces.setdefault(piece, set()).add(day)
    for piece, days in sorted(pieces.items()):
        made += _repeating(whole, repeat, piece, days)
    return made + _dates(whole, stated)


def _weekdays(repeat: Repeat) -> frozenset[int] | None:
    """The weekdays of a daily or weekly repetition; None for any other, or one that is counted."""
    if repeat.count is not None or repeat.by_month_day or repeat.by_set_position:
        return None
    if repeat.frequency is Frequency.DAILY and repeat.interval == 1 and not repeat.by_day:
        return frozenset(range(_WEEK))
    if repeat.frequency is not Frequency.WEEKLY or not repeat.by_day:
        return None
    return frozenset(each.weekday for each in repeat.by_day)


def _alike(repeat: Repeat, stated: Rule) -> bool:
    """Whether a stated rule goes by the same weeks."""
    own = stated.repeat
    return own is not None and _weekdays(own) is not None and own.interval == repeat.interval


def _days_of(rule: Rule) -> frozenset[int]:
    return (_weekdays(rule.repeat) if rule.repeat else None) or frozenset()


def _hours(rule: Rule) -> _Hours:
    begins = rule.start - _midnight(rule.start)
    return begins, begins + (rule.nominal or timedelta())


def _without(hours: _Hours, kept: Iterable[_Hours]) -> list[_Hours]:
    pieces = [hours]
    for start, end in kept:
        pieces = [
            piece
            for first, last in pieces
            for piece in (
                [(first, last)]
                if end <= first or start >= last
                else [(first, min(start, last)), (max(end, first), last)]
            )
            if piece[0] < piece[1]
        ]
    return pieces


def _repeating(whole: Rule, repeat: Repeat, hours: _Hours, days: set[int]) -> list[Rule]:
    first = whole.start.date()
    first += next(_DAY * n for n in range(_WEEK) if (first + _DAY * n).weekday() in days)
    last = repeat.until.date() if isinstance(repeat.until, datetime) else repeat.until
    if last is not None and first > last:
        return []
    weekly = replace(
        repeat, frequency=Frequency.WEEKLY, by_day=tuple(WeekdayNumber(day) for day in sorted(days))
    )
    every = weekly if len(days) < _WEEK else repeat
    gone = tuple(
        datetime.combine(moment.date(), time()) + hours[0]
        for moment in whole.exceptions
        if moment.weekday() in days
    )
    return [replace(_rule_on(whole, first, hours), repeat=every, exceptions=gone)]


def _rule_on(like: Rule, day: date, hours: _Hours) -> Rule:
    start = datetime.combine(day, time()) + hours[0]
    whole_days = hours[0] == timedelta() and (hours[1] % _DAY) == timedelta()
    return replace(
        like, start=start, nominal=hours[1] - hours[0], all_day=whole_days, repeat=None, exceptions=()
    )
