"""Which days a statement is about: repeated, listed, within a stretch."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import (
    Day,
    Days,
    Entry,
    Every,
    Several,
    Shape,
    Span,
    Stretch,
    Which,
    weekday_only,
)
from core.scheduling.phrases.reading.ranges import weekday_range
from core.scheduling.phrases.resolving.days import date_of, with_months
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.spelt import alone, are_all, dates_behind
from core.scheduling.phrases.resolving.yearly import seasoned
from core.scheduling.phrases.understanding import Trouble


def repeating(entry: Entry) -> Entry:
    """Weekdays that stand for every one of their kind, made so."""
    many = any(t.many for t in entry.times)
    weekly = any(
        isinstance(d, Every) and d.unit == "week" and not d.bare for group in entry.days for d in group.days
    )
    hours = any(t.shape in (Shape.RANGE, Shape.FROM, Shape.UNTIL) for t in entry.times)
    stretches = [d for group in entry.days for d in group.days if isinstance(d, Stretch)]
    pointed = bool(stretches)
    single = any((each.last - each.first).days < _SOME_WEEKS for each in stretches)
    bare = any(
        isinstance(d, Every) and d.bare and d.unit == "week" for group in entry.days for d in group.days
    )
    bounded = any(b.mark in (Role.UNTIL, Role.BEFORE) for b in entry.bounds) and len(entry.days) == 1

    def turned(day: Days, *, listed: bool, interval: int) -> Days:
        if (
            isinstance(day, Day)
            and weekday_only(day)
            and day.which is Which.COMING
            and day.weekday is not None
        ):
            if (many and not single) or listed or bare or (entry.weekly and hours):
                return Every(day.start, day.end, "week", interval, frozenset({day.weekday}))
            return day
        if (
            isinstance(day, Span)
            and isinstance(day.first, Day)
            and isinstance(day.last, Day)
            and not day.first_time
        ):
            ends = day.first.weekday, day.last.weekday
            plain = (
                weekday_only(day.first)
                and weekday_only(day.last)
                and day.first.which is day.last.which is Which.COMING
            )
            if (
                plain
                and ends[0] is not None
                and ends[1] is not None
                and ((not pointed and (many or hours)) or bounded)
            ):
                return Every(day.start, day.end, "week", weekdays=weekday_range(ends[0], ends[1]))
        return day

    groups: list[Several] = []
    for group in entry.days:
        listed = any(isinstance(d, Every) and d.unit == "week" for d in group.days) and weekly
        first = group.days[0]
        interval = first.interval if listed and isinstance(first, Every) and first.unit == "week" else 1
        days = (turned(day, listed=listed, interval=interval) for day in group.days)
        groups.append(replace(group, days=tuple(days)))
    return replace(entry, days=groups, bounds=list(entry.bounds))


_SOME_WEEKS = 14
"""In a stretch of so many days a weekday comes more than once: "Tuesday evenings in December"."""


def gathered(frame: Frame, entry: Entry) -> tuple[list[Days], list[Stretch | Span]]:
    """All days of a statement, and the stretch that they lie in when one was said beside them."""
    groups = seasoned(frame, entry.days)
    within: list[Stretch | Span] = []
    days: list[Days] = []
    weekly = [g for g in groups if all(isinstance(d, Every) or _floating(d) for d in g.days)]
    rest = [g for g in groups if g not in weekly]
    if weekly and rest:
        spelt = [dates_behind(frame, weekly, group) for group in rest]
        named = [group for group, dates in zip(rest, spelt, strict=True) if not dates]
        dates = [date for group in spelt for date in group]
        if dates and _are_said(frame, entry, weekly, named, dates):
            return [*dates], []
        for group in named:
            for day in with_months(group):
                if isinstance(day, (Stretch, Span)):
                    if len(named) > 1:
                        raise frame.unclear(Trouble.AMBIGUOUS, day)
                    within.append(day)
                else:
                    days.append(day)
    else:
        if rest and len(_explained(groups)) > 1:
            raise frame.unclear(Trouble.AMBIGUOUS, groups[1])
        for group in _explained(groups):
            days += with_months(group)
    repeated = [d for g in weekly for d in g.days] if weekly and rest else []
    days = _merged(frame, _unechoed([*repeated, *days]))
    return days, within


def _unechoed(days: list[Days]) -> list[Days]:
    """Without the weekdays from one to another that only spell out a set: "weekdays (Mon to Fri)"."""
    sets = [d.weekdays for d in days if isinstance(d, Every) and d.unit == "week" and len(d.weekdays) > 1]
    return [day for day in days if not (isinstance(day, Span) and _weekdays(day) in sets)]


def _weekdays(span: Span) -> frozenset[int] | None:
    first, last = span.first, span.last
    if not (isinstance(first, Day) and isinstance(last, Day) and _floating(span)) or span.first_time:
        return None
    return weekday_range(first.weekday or 0, last.weekday or 0)


def _explained(groups: list[Several]) -> list[Several]:
    """After "at Easter (26-28 March)", what stands in brackets says what was meant."""
    if len(groups) == 2 and len(groups[0].days) == 1:
        first, second = groups[0].days[0], groups[1].days
        if isinstance(first, Stretch) and first.unit == "month" and all(map(_without_month, second)):
            month, year = first.first.month, first.first.year
            days = tuple(replace(d, month=month, year=year) for d in second if isinstance(d, Day))
            return [replace(groups[1], days=days)]
        vague = (isinstance(first, Day) and first.assumed is not None) or (
            isinstance(first, Stretch) and first.unit in ("week", "weekend", "season", "holiday")
        )
        if vague and all(isinstance(d, (Span, Day)) for d in second):
            return groups[1:]
    return groups


def _without_month(day: Days) -> bool:
    return isinstance(day, Day) and day.day is not None and day.month is None and day.on is None


def _floating(day: Days) -> bool:
    if isinstance(day, Span):
        return weekday_only(day.first) and weekday_only(day.last)
    return weekday_only(day)


def _are_said(
    frame: Frame, entry: Entry, weekly: list[Several], named: list[Several], dates: list[Day | Stretch]
) -> bool:
    """Whether dates behind a weekday are what is said, and no echo of a stretch or a bound beside it."""
    if entry.bounds or entry.lengths or len(named) > 1:
        return False
    if not named:
        return alone(frame, entry, weekly, dates)
    within = named[0].days[0]
    return not isinstance(within, Every) and not are_all(frame, weekly, dates, within)


def _merged(frame: Frame, days: list[Days]) -> list[Days]:
    """How often ("every other week") put together with the days it is said of."""
    bare = [d for d in days if isinstance(d, Every) and d.bare and not d.nths]
    if not bare:
        days = _monthly(days)
        weekly = [d for d in days if isinstance(d, Every) and d.unit == "week" and not d.part]
        if len(weekly) > 1 and len({(d.interval, d.unclear, d.months, d.parity) for d in weekly}) == 1:
            first = weekly[0]
            joined = frozenset().union(*(d.weekdays for d in weekly))
            return [
                replace(first, weekdays=joined, end=weekly[-1].end),
                *(d for d in days if d not in weekly),
            ]
        return days
    every = bare[0]
    others = [d for d in days if d not in bare]
    if any(b.unit != every.unit and b.unit != "week" for b in bare) or not others:
        raise frame.unclear(Trouble.AMBIGUOUS, every)
    numbers = [
        d.day for d in others if isinstance(d, Day) and d.day and d.month is None and d.weekday is None
    ]
    if every.unit == "month" and len(numbers) == len(others):
        return [replace(every, month_days=tuple(n for n in numbers if n), bare=False)]
    if (
        every.unit == "year"
        and len(others) == 1
        and isinstance(others[0], Day)
        and (others[0].month or others[0].on)
    ):
        on = date_of(frame, others[0])
        return [replace(every, month_days=(on.day,), month=on.month, bare=False)]
    if every.unit == "month" and all(isinstance(d, Every) and d.unit == "month" for d in others):
        return others
    interval = max(b.interval for b in bare)
    made: list[Days] = []
    for other in others:
        if not isinstance(other, Every) or other.bare:
            raise frame.unclear(Trouble.AMBIGUOUS, other)
        if every.unit == "week" and other.unit == "week":
            made.append(replace(other, interval=max(interval, other.interval), unclear=every.unclear))
        elif every.unit == "month" and other.unit == "week":
            made.append(replace(other, unit="month", interval=interval))
        else:
            raise frame.unclear(Trouble.AMBIGUOUS, other)
    return _merged(frame, made)


def _monthly(days: list[Days]) -> list[Days]:
    """The second and the fourth Thursday of the month made one, and its first Saturday and first Sunday."""
    made: list[Days] = []
    for day in days:
        last = made[-1] if made else None
        alike = (
            isinstance(day, Every)
            and isinstance(last, Every)
            and day.unit == last.unit == "month"
            and (day.interval, day.some, day.months) == (last.interval, last.some, last.months)
            and not (day.alone or last.alone or day.bare or last.bare)
        )
        if not alike or not isinstance(day, Every) or not isinstance(last, Every) or not day.nths:
            made.append(day)
        elif last.weekdays == day.weekdays:
            made[-1] = replace(last, nths=tuple(dict.fromkeys((*last.nths, *day.nths))), end=day.end)
        elif last.nths == day.nths:
            made[-1] = replace(last, weekdays=last.weekdays | day.weekdays, end=day.end)
        else:
            made.append(day)
    return made


def inside(
    frame: Frame, days: Sequence[Day | Stretch | Span], within: Stretch | Span
) -> list[Day | Stretch | Span]:
    """The weekdays of a stretch, as in "Thursday or Friday next week"."""
    first, last = stretch_of(frame, within)
    found: list[Day | Stretch | Span] = []
    for day in days:
        if isinstance(day, Span) and isinstance(day.first, Day) and isinstance(day.last, Day):
            begin = _weekday_in(frame, day.first, first, last)
            end = calendar.coming(begin, day.last.weekday or 0)
            found.append(Stretch(day.start, day.end, begin, end))
        elif isinstance(day, Day):
            on = _weekday_in(frame, day, first, last)
            found.append(replace(day, on=on, which=Which.COMING))
        else:
            raise frame.unclear(Trouble.AMBIGUOUS, day)
    return found


def _weekday_in(frame: Frame, day: Day, first: date, last: date) -> date:
    if day.weekday is None or day.day is not None:
        raise frame.unclear(Trouble.AMBIGUOUS, day)
    found = calendar.coming(first, day.weekday)
    if found > last or (last - first).days > 6:
        raise frame.unclear(Trouble.AMBIGUOUS, day)
    if found < frame.today:
        raise frame.unclear(Trouble.PAST, day, day=found)
    return found
