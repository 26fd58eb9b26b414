"""Days that are one stretch, settled to their first and last date."""

from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Bound, Day, Span, Stretch, Which
from core.scheduling.phrases.resolving.days import date_of, mismatch, remember
from core.scheduling.phrases.resolving.frame import FURTHEST, Frame
from core.scheduling.phrases.resolving.limits import upper
from core.scheduling.phrases.understanding import Assumption, Trouble


def stretch_of(frame: Frame, days: Day | Stretch | Span) -> tuple[date, date]:
    """First and last date of days that are one stretch."""
    if isinstance(days, Day):
        found = date_of(frame, days)
        return found, found
    if isinstance(days, Stretch):
        if days.last < frame.today:
            raise frame.unclear(Trouble.PAST, days, day=days.last)
        if days.unit == "season":
            days = _season(frame, days)
        if days.unit == "month":
            remember(frame, days.first)
        if days.assumed is not None:
            frame.assume(Assumption(days.assumed, frame.words(days), day=days.first, last=days.last))
        if (days.last - frame.today).days > FURTHEST:
            raise frame.unclear(Trouble.AMBIGUOUS, days, day=days.last)
        return days.first, days.last
    return _span(frame, days)


def _season(frame: Frame, days: Stretch) -> Stretch:
    """Ask which days "over Christmas" is."""
    key = f"season{days.start}"
    chosen = frame.chosen.get(key)
    if isinstance(chosen, Stretch):
        return chosen
    one = replace(days, unit="holiday")
    longer = replace(one, last=one.last + 6 * calendar.DAY)
    raise frame.unclear(Trouble.AMBIGUOUS, days, day=days.first, key=key, choices=(one, longer))


def _span(frame: Frame, span: Span) -> tuple[date, date]:
    first, last = span.first, span.last
    if isinstance(first, Day) and isinstance(last, Day):
        return _day_span(frame, span, first, last)
    if isinstance(first, Stretch):
        begin = first.first.replace(day=15) if first.unit == "mid" else first.first
        end = last_of(frame, span, last, begin)
        if end < begin and isinstance(last, Stretch) and last.unit == "month":
            end = calendar.month_end(last.last.replace(year=last.last.year + 1, day=1))
        if begin > frame.today and begin.year > frame.today.year and end < begin:
            begin = begin.replace(year=begin.year - 1)
    else:
        begin = date_of(frame, first)
        end = last_of(frame, span, last, begin)
        if end < begin and isinstance(last, Stretch) and last.unit in ("month", "part", "mid"):
            end = calendar.add_months(end, 12)
    if end < begin:
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    if end < frame.today:
        raise frame.unclear(Trouble.PAST, span, day=end)
    return begin, end


def last_of(frame: Frame, span: Span, last: Day | Stretch, begin: date) -> date:
    """The last date of a span whose end is `last`."""
    if isinstance(last, Day):
        return date_of(frame, last, lower=max(begin, frame.today))
    if last.unit == "mid":
        return last.first.replace(day=15)
    return upper(frame, Bound(last.start, last.end, Role.UNTIL, last)) if span.exclusive else last.last


def _day_span(frame: Frame, span: Span, first: Day, last: Day) -> tuple[date, date]:
    """From one day to another; what one lacks the other gives, and the end is the first that can be."""
    if first.month is None and first.on is None and first.day is not None and last.month is not None:
        first = replace(first, month=last.month, year=last.year)
        if last.day is not None and first.day is not None and first.day > last.day:
            raise frame.unclear(Trouble.END_BEFORE_START, span)
    if last.month is None and last.on is None and last.day is not None and first.month is not None:
        last = replace(last, month=first.month, year=first.year)
    same_month = first.month is not None and (first.month, first.year) == (last.month, last.year)
    if same_month and (first.day or 0) > (last.day or 31):
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    if first.day is None and first.on is None:
        begin = date_of(frame, first)
        if last.day is None and last.on is None:
            if last.which is Which.NEXT:
                return begin, date_of(frame, last)
            return begin, calendar.coming(begin, last.weekday if last.weekday is not None else 0)
        end = date_of(frame, last, lower=begin)
        if (end - begin).days > 31:
            raise frame.unclear(Trouble.AMBIGUOUS, span)
        return begin, end
    if first.day is not None and first.month is None and last.day is not None and last.month is None:
        begin = date_of(frame, first)
        month = calendar.month_start(begin, last.day < first.day)
        found = calendar.make(month.year, month.month, last.day)
        if found is None:
            raise frame.unclear(Trouble.IMPOSSIBLE_DATE, last)
        if last.weekday is not None and found.weekday() != last.weekday:
            raise mismatch(frame, last, found)
        return begin, found
    if last.day is None and last.on is None and last.weekday is not None:
        begin = date_of(frame, first)
        return begin, calendar.coming(begin + calendar.DAY, last.weekday)
    end = date_of(frame, last)
    begin = _begin(frame, first, end)
    if end < begin:
        if last.year is None and last.on is None and first.year is not None:
            end = date_of(frame, last, lower=begin)
        else:
            raise frame.unclear(Trouble.END_BEFORE_START, span)
    guessed = first.year is None and first.on is None and first.weekday is None
    if (end - begin).days > 300 and guessed and begin < frame.today:
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    return begin, end


def _begin(frame: Frame, first: Day, end: date) -> date:
    """The beginning of a span under way may lie behind us; it is the latest such date before the end."""
    if first.on is not None or first.year is not None or first.month is None or first.day is None:
        if first.year is not None and first.month and first.day:
            found = calendar.make(first.year, first.month, first.day)
            if found is not None and (first.weekday is None or found.weekday() == first.weekday):
                return found
        if first.on is not None:
            return first.on if first.weekday in (None, first.on.weekday()) else date_of(frame, first)
        return date_of(frame, first)
    years = range(end.year, min(end.year, frame.today.year) - 2, -1)
    dates = [calendar.make(year, first.month, first.day) for year in years]
    if first.weekday is not None:
        dates.sort(key=lambda day: day is None or day.weekday() != first.weekday)
    for found in dates:
        if found is not None and found <= end:
            chosen = frame.chosen.get(f"day{first.start}")
            if isinstance(chosen, date):
                return chosen
            if first.weekday is not None and found.weekday() != first.weekday:
                raise mismatch(frame, first, found)
            remember(frame, end)
            return found
    return date_of(frame, first)
