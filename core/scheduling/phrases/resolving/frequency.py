"""Frequencies ("every other week", "monthly") joined to their days."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from core.scheduling.phrases.forms import DayForm, Days, Every
from core.scheduling.phrases.resolving.days import date_of
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.weekdays import weekly
from core.scheduling.phrases.understanding import Trouble


def with_frequency(frame: Frame, days: list[Days]) -> list[Days]:
    """The days of a statement, each with its frequency."""
    bare = [day for day in days if isinstance(day, Every) and _only_how_often(day)]
    if not bare:
        return _joined(days)
    every, others = bare[0], [day for day in days if day not in bare]
    if not others or not {each.unit for each in bare} <= {every.unit, "week"}:
        raise frame.unclear(Trouble.AMBIGUOUS, every)
    for rule in _RULES:
        found = rule(frame, every, others)
        if found is not None:
            return found
    interval = max(each.interval for each in bare)
    return _joined([_every_so_often(frame, every, interval, other) for other in others])


def _only_how_often(every: Every) -> bool:
    """As in "fortnightly"; "the first of the month" says more."""
    return every.bare and not every.nths


def _days_of_month(_: Frame, every: Every, others: Sequence[Days]) -> list[Days] | None:
    """As in "every month on the 1st and the 15th"."""
    numbers = [number for number in map(_number, others) if number]
    if every.unit != "month" or len(numbers) != len(others):
        return None
    return [replace(every, month_days=tuple(numbers), bare=False)]


def _date_of_year(frame: Frame, every: Every, others: Sequence[Days]) -> list[Days] | None:
    """As in "every year on 5 May"."""
    day = others[0]
    if every.unit != "year" or len(others) != 1 or not isinstance(day, DayForm) or not (day.month or day.on):
        return None
    on = date_of(frame, day)
    return [replace(every, month_days=(on.day,), month=on.month, bare=False)]


def _monthly_already(_: Frame, every: Every, others: Sequence[Days]) -> list[Days] | None:
    """As in "monthly, the first Friday of the month"."""
    monthly = all(isinstance(day, Every) and day.unit == "month" for day in others)
    return [*others] if every.unit == "month" and monthly else None


_RULES: tuple[Callable[[Frame, Every, Sequence[Days]], list[Days] | None], ...] = (
    _days_of_month,
    _date_of_year,
    _monthly_already,
)


def _number(day: Days) -> int | None:
    """The figure of a bare "the 15th"."""
    return day.day if isinstance(day, DayForm) and day.month is None and day.weekday is None else None


def _every_so_often(frame: Frame, every: Every, interval: int, other: Days) -> Every:
    """As in "Tuesdays, every other week", "Mondays, monthly"."""
    if not isinstance(other, Every) or other.bare or other.unit != "week":
        raise frame.unclear(Trouble.AMBIGUOUS, other)
    if every.unit == "week":
        return replace(other, interval=max(interval, other.interval), unclear=every.unclear)
    if every.unit == "month":
        return replace(other, unit="month", interval=interval)
    raise frame.unclear(Trouble.AMBIGUOUS, other)


def _joined(days: Sequence[Days]) -> list[Days]:
    """Days that come equally often made one: "Tuesdays and Thursdays", "first and third Friday"."""
    days = _by_month(days)
    by_week = [each for each in map(weekly, days) if each is not None and not each.part]
    if len(by_week) < 2 or len({_how_often(each) for each in by_week}) > 1:
        return days
    weekdays = frozenset().union(*(each.weekdays for each in by_week))
    one = replace(by_week[0], weekdays=weekdays, end=by_week[-1].end)
    return [one, *(day for day in days if day not in by_week)]


def _how_often(every: Every) -> tuple[int, bool, frozenset[int], int | None]:
    return every.interval, every.unclear, every.months, every.parity


def _by_month(days: Sequence[Days]) -> list[Days]:
    """Days of the same months made one: "second and fourth Thursday", "first Saturday and Sunday"."""
    made: list[Days] = []
    for day in days:
        one = _in_same_months(made[-1], day) if made else None
        if one is None:
            made.append(day)
        else:
            made[-1] = one
    return made


def _in_same_months(last: Days, day: Days) -> Every | None:
    """Two weekdays of the month as one rule; None if they share neither the weekday nor the number."""
    if not isinstance(day, Every) or not isinstance(last, Every) or not day.nths or not _alike(last, day):
        return None
    if last.weekdays == day.weekdays:
        return replace(last, nths=tuple(dict.fromkeys((*last.nths, *day.nths))), end=day.end)
    if last.nths == day.nths:
        return replace(last, weekdays=last.weekdays | day.weekdays, end=day.end)
    return None


def _alike(last: Every, day: Every) -> bool:
    """Whether both are complete weekdays of the same months."""
    if (last.unit, day.unit) != ("month", "month") or last.alone or day.alone or last.bare or day.bare:
        return False
    return (last.interval, last.some, last.months) == (day.interval, day.some, day.months)
