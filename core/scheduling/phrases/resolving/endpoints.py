"""From one day to another: each end fills in the other's missing month or year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, Span, Which
from core.scheduling.phrases.resolving.days import date_of, lacks_month, mismatch, remember
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.understanding import Trouble

_LONGEST_FROM_WEEKDAY = 31
_LONGEST_UNDER_WAY = 300
"""Longest span, in days, that may have begun without its year."""

_Dates = tuple[date, date]


def days_between(frame: Frame, span: Span, first: DayForm, last: DayForm) -> _Dates:
    """The first and the last date of a span from one day to another; the end is the earliest possible."""
    first, last = _completed(frame, span, first, last)
    for rule in _RULES:
        found = rule(frame, span, first, last)
        if found is not None:
            return found
    return _from_date_to_date(frame, span, first, last)


def _completed(frame: Frame, span: Span, first: DayForm, last: DayForm) -> tuple[DayForm, DayForm]:
    """Both ends in the month that one of them has: "5 - 7 Dec", "5 Dec to the 7th"."""
    if lacks_month(first) and last.month is not None:
        first = replace(first, month=last.month, year=last.year)
        if last.day is not None and (first.day or 0) > last.day:
            raise frame.unclear(Trouble.END_BEFORE_START, span)
    if lacks_month(last) and first.month is not None:
        last = replace(last, month=first.month, year=first.year)
    same_month = first.month is not None and (first.month, first.year) == (last.month, last.year)
    if same_month and (first.day or 0) > (last.day or 31):
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    return first, last


def _on_some_weekday(day: DayForm) -> bool:
    """Whether no date is known: "Friday"."""
    return day.day is None and day.on is None


def _from_weekday(frame: Frame, span: Span, first: DayForm, last: DayForm) -> _Dates | None:
    """As in "Friday to Sunday", "Friday to next Tuesday", "Friday to the 12th"."""
    if not _on_some_weekday(first):
        return None
    begin = date_of(frame, first)
    if _on_some_weekday(last):
        if last.which is Which.NEXT:
            return begin, date_of(frame, last)
        return begin, calendar.coming(begin, last.weekday or 0)
    end = date_of(frame, last, lower=begin)
    if (end - begin).days > _LONGEST_FROM_WEEKDAY:
        raise frame.unclear(Trouble.AMBIGUOUS, span)
    return begin, end


def _of_any_month(frame: Frame, _: Span, first: DayForm, last: DayForm) -> _Dates | None:
    """As in "the 5th to the 7th", "Fri 5 - Sun 7", and "the 30th to the 2nd" of the month after."""
    if first.day is None or first.month is not None or last.day is None or last.month is not None:
        return None
    begin = date_of(frame, first)
    month = calendar.month_start(begin, last.day < first.day)
    end = calendar.make(month.year, month.month, last.day)
    if end is None:
        raise frame.unclear(Trouble.IMPOSSIBLE_DATE, last)
    if last.weekday is not None and end.weekday() != last.weekday:
        raise mismatch(frame, last, end)
    return begin, end


def _to_weekday(frame: Frame, _: Span, first: DayForm, last: DayForm) -> _Dates | None:
    """As in "5 December to Sunday"."""
    if not _on_some_weekday(last) or last.weekday is None:
        return None
    begin = date_of(frame, first)
    return begin, calendar.coming(begin + calendar.DAY, last.weekday)


_RULES: tuple[Callable[[Frame, Span, DayForm, DayForm], _Dates | None], ...] = (
    _from_weekday,
    _of_any_month,
    _to_weekday,
)


def _from_date_to_date(frame: Frame, span: Span, first: DayForm, last: DayForm) -> _Dates:
    """As in "28 Nov - 3 Dec", "5 Dec 2026 - 7 Jan"."""
    end = date_of(frame, last)
    begin = _begin(frame, first, end)
    if end < begin:
        if last.year is not None or last.on is not None or first.year is None:
            raise frame.unclear(Trouble.END_BEFORE_START, span)
        end = date_of(frame, last, lower=begin)
    guessed = first.year is None and first.on is None and first.weekday is None
    if guessed and begin < frame.today and (end - begin).days > _LONGEST_UNDER_WAY:
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    return begin, end


def _begin(frame: Frame, first: DayForm, end: date) -> date:
    """The beginning of a span, perhaps in the past: the latest such date before the end."""
    if first.on is not None or first.year is not None or first.month is None or first.day is None:
        return _begin_as_said(frame, first)
    found = _latest_before(frame, first, end)
    if found is None:
        return date_of(frame, first)
    chosen = frame.chosen.get(f"day{first.start}")
    if isinstance(chosen, date):
        return chosen
    if not _may_be(first, found):
        raise mismatch(frame, first, found)
    remember(frame, end)
    return found


def _begin_as_said(frame: Frame, first: DayForm) -> date:
    """A beginning with its year, even a past one: "3 Nov 2026 - 7 Dec" on 10 November."""
    known = None
    if first.year is not None and first.month and first.day:
        known = calendar.make(first.year, first.month, first.day)
    for found in (known, first.on):
        if found is not None and _may_be(first, found):
            return found
    return date_of(frame, first)


def _may_be(day: DayForm, found: date) -> bool:
    return day.weekday is None or day.weekday == found.weekday()


def _latest_before(frame: Frame, first: DayForm, end: date) -> date | None:
    """The latest date up to the end with that day and month, on the given weekday if there is one."""
    years = range(end.year, min(end.year, frame.today.year) - 2, -1)
    dates = (calendar.make(year, first.month or 1, first.day or 1) for year in years)
    fits = [found for found in dates if found is not None and found <= end]
    return next((found for found in fits if _may_be(first, found)), fits[0] if fits else None)
