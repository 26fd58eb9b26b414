"""Days that are one stretch, settled to their first and last date."""

from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Boundary, DayForm, DayStretch, Span
from core.scheduling.phrases.resolving.days import date_of, remember
from core.scheduling.phrases.resolving.endpoints import days_between
from core.scheduling.phrases.resolving.frame import FURTHEST, Frame
from core.scheduling.phrases.resolving.limits import upper
from core.scheduling.phrases.understanding import Assumption, Trouble


def stretch_of(frame: Frame, days: DayForm | DayStretch | Span) -> tuple[date, date]:
    """First and last date of days that are one stretch."""
    if isinstance(days, DayForm):
        found = date_of(frame, days)
        return found, found
    return _stretch(frame, days) if isinstance(days, DayStretch) else _span(frame, days)


def _stretch(frame: Frame, days: DayStretch) -> tuple[date, date]:
    """As in "next week", "March", "over Christmas"."""
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


def _season(frame: Frame, days: DayStretch) -> DayStretch:
    """Ask which days "over Christmas" is."""
    key = f"season{days.start}"
    chosen = frame.chosen.get(key)
    if isinstance(chosen, DayStretch):
        return chosen
    one = replace(days, unit="holiday")
    longer = replace(one, last=one.last + 6 * calendar.DAY)
    raise frame.unclear(Trouble.AMBIGUOUS, days, day=days.first, key=key, choices=(one, longer))


def _span(frame: Frame, span: Span) -> tuple[date, date]:
    first, last = span.first, span.last
    if isinstance(first, DayForm) and isinstance(last, DayForm):
        return days_between(frame, span, first, last)
    begin, end = (
        _from_day(frame, span, first, last)
        if isinstance(first, DayForm)
        else _from_stretch(frame, span, first, last)
    )
    if end < begin:
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    if end < frame.today:
        raise frame.unclear(Trouble.PAST, span, day=end)
    return begin, end


def _from_day(frame: Frame, span: Span, first: DayForm, last: DayForm | DayStretch) -> tuple[date, date]:
    """As in "5 December to March": a month that comes before the day is that of the next year."""
    begin = date_of(frame, first)
    end = _last_of(frame, span, last, begin)
    if end < begin and isinstance(last, DayStretch) and last.unit in ("month", "part", "mid"):
        end = calendar.add_months(end, 12)
    return begin, end


def _from_stretch(
    frame: Frame, span: Span, first: DayStretch, last: DayForm | DayStretch
) -> tuple[date, date]:
    """As in "December to March", "mid December to 4 January", and "November to 6 December" in November."""
    begin = first.first.replace(day=15) if first.unit == "mid" else first.first
    end = _last_of(frame, span, last, begin)
    if end < begin and isinstance(last, DayStretch) and last.unit == "month":
        end = calendar.month_end(last.last.replace(year=last.last.year + 1, day=1))
    if begin > frame.today and begin.year > frame.today.year and end < begin:
        begin = begin.replace(year=begin.year - 1)
    return begin, end


def _last_of(frame: Frame, span: Span, last: DayForm | DayStretch, begin: date) -> date:
    """The last date of a span whose end is `last`."""
    if isinstance(last, DayForm):
        return date_of(frame, last, lower=max(begin, frame.today))
    if last.unit == "mid":
        return last.first.replace(day=15)
    return upper(frame, Boundary(last.start, last.end, Tag.UNTIL, last)) if span.exclusive else last.last
