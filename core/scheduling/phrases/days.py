"""Days known in part settled to dates, forward from now, and checked."""

from dataclasses import replace
from datetime import date, timedelta

from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Bound, Day, Days, Several, Span, Stretch, Which
from core.scheduling.phrases.frame import FURTHEST, Frame
from core.scheduling.phrases.reduce import weekday_only
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble
from core.scheduling.lexicons import Role

_NEAR = 92
"""Days within which "Tuesday 8th" may be found; further off, a slip is likelier."""


def with_months(frame: Frame, group: Several) -> tuple[Days, ...]:
    """The days of a list, those without a month given that of their neighbours."""
    days = list(group.days)
    for i in range(len(days) - 2, -1, -1):
        day, after = days[i], days[i + 1]
        if isinstance(after, Span):
            after = after.first
        if _lacking(day) and isinstance(after, Day) and after.month is not None and isinstance(day, Day):
            if after.day is not None and day.day is not None and day.day < after.day:
                days[i] = replace(day, month=after.month, year=after.year)
    return tuple(days)


def _lacking(day: Days) -> bool:
    return isinstance(day, Day) and day.day is not None and day.month is None and day.on is None


def date_of(frame: Frame, day: Day, *, lower: date | None = None) -> date:
    """The date that a day is, the next that fits; a contradiction ends in a question."""
    chosen = frame.chosen.get(f"day{day.start}")
    if isinstance(chosen, date):
        return chosen
    if day.on is not None:
        found = _fixed(frame, day)
    elif day.day is not None and day.month is not None:
        found = _of_month(frame, day, lower)
    elif day.day is not None:
        found = _of_any_month(frame, day)
    else:
        found = _weekday(frame, day, lower)
    if day.day is not None or day.on is not None:
        if found < frame.today:
            raise frame.unclear(Trouble.PAST, day, day=found)
        if (found - frame.today).days > FURTHEST:
            raise frame.unclear(Trouble.AMBIGUOUS, day, day=found)
    return found


def _mismatch(frame: Frame, day: Day, found: date) -> Exception:
    """The date and the weekday contradict each other: offer the nearest such weekday, and the date."""
    assert day.weekday is not None
    shift = (day.weekday - found.weekday() + 3) % 7 - 3
    choices = sorted(c for c in (found + timedelta(days=shift), found) if c >= frame.today)
    return frame.unclear(
        Trouble.WEEKDAY_MISMATCH, day, day=found, key=f"day{day.start}", choices=tuple(choices)
    )


def _fixed(frame: Frame, day: Day) -> date:
    found = day.on
    assert found is not None
    if day.day is not None and day.month is not None and (found.day, found.month) != (day.day, day.month):
        other = _plain(frame, replace(day, on=None, weekday=None), None)
        raise frame.unclear(
            Trouble.WEEKDAY_MISMATCH,
            day,
            day=other,
            key=f"day{day.start}",
            choices=tuple(sorted({found, other})),
        )
    if day.weekday is not None and found.weekday() != day.weekday:
        if not day.around:
            raise _mismatch(frame, day, found)
        found = calendar.monday(found) + timedelta(days=day.weekday)
        frame.assume(Assumption(Assumed.WEEK, frame.words(day), day=found))
    elif day.assumed is not None:
        frame.assume(Assumption(day.assumed, frame.words(day), day=found))
    return found


def _plain(frame: Frame, day: Day, lower: date | None) -> date:
    assert day.day is not None and day.month is not None
    base = lower or frame.today
    year = day.year
    if year is None and frame.month is not None and frame.month[1] == day.month and lower is None:
        base = frame.today
    found = calendar.make(year or base.year, day.month, day.day)
    if year is None and (found is None or found < base):
        found = calendar.make(base.year + 1, day.month, day.day)
    if found is None:
        raise frame.unclear(Trouble.IMPOSSIBLE_DATE, day)
    return found


def _of_month(frame: Frame, day: Day, lower: date | None) -> date:
    found = _plain(frame, day, lower)
    if found < frame.today:
        raise frame.unclear(Trouble.PAST, day, day=found)
    if day.weekday is not None and found.weekday() != day.weekday:
        swapped = _swapped(frame, day)
        if swapped is None or swapped.weekday() != day.weekday:
            raise _mismatch(frame, day, found)
        found = swapped
        frame.assume(Assumption(Assumed.DATE, frame.words(day), day=found))
    elif day.swapped is not None and day.weekday is None:
        frame.assume(Assumption(Assumed.DATE, frame.words(day), day=found))
    _remember(frame, found)
    return found


def _swapped(frame: Frame, day: Day) -> date | None:
    if day.swapped is None:
        return None
    number, month = day.swapped
    return _plain(frame, replace(day, day=number, month=month, swapped=None), None)


def _remember(frame: Frame, found: date) -> None:
    frame.month = (found.year, found.month)
    frame.latest = found


def _of_any_month(frame: Frame, day: Day) -> date:
    """ "The 12th": of the month spoken of, else the next; with a weekday, the next that is one."""
    assert day.day is not None
    start = frame.today
    if frame.month is not None and frame.latest is not None:
        start = date(*frame.month, 1)
        inside = calendar.make(*frame.month, day.day)
        if inside is not None and inside < frame.latest and (frame.latest - inside).days > 14:
            start = calendar.month_start(start, 1)
        start = max(start, frame.today)
    fits: list[date] = []
    for months in range(14):
        first = calendar.month_start(start, months)
        found = calendar.make(first.year, first.month, day.day)
        if found is not None and found >= start:
            fits.append(found)
    if day.weekday is None:
        found = fits[0]
    else:
        same = [f for f in fits if f.weekday() == day.weekday]
        if not same or (same[0] - frame.today).days > _NEAR and same[0] != fits[0]:
            raise _mismatch(frame, day, fits[0])
        found = same[0]
        if found != fits[0]:
            frame.assume(Assumption(Assumed.DATE, frame.words(day), day=found))
    if frame.month is not None:
        _remember(frame, found)
    return found


def _weekday(frame: Frame, day: Day, lower: date | None) -> date:
    assert day.weekday is not None
    if day.which is Which.NEXT:
        found = calendar.monday(frame.today) + timedelta(days=7 + day.weekday)
        frame.assume(Assumption(Assumed.WEEK, frame.words(day), day=found))
        return found
    return calendar.coming(lower or frame.today, day.weekday)


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
            _remember(frame, days.first)
        if days.assumed is not None:
            frame.assume(Assumption(days.assumed, frame.words(days), day=days.first, last=days.last))
        if (days.last - frame.today).days > FURTHEST:
            raise frame.unclear(Trouble.AMBIGUOUS, days, day=days.last)
        return days.first, days.last
    return _span(frame, days)


def _season(frame: Frame, days: Stretch) -> Stretch:
    """ "Over Christmas" is days, but which is asked."""
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
    if (
        first.month is not None
        and first.month == last.month
        and first.day
        and last.day
        and first.day > last.day
    ):
        if first.year == last.year:
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
            raise _mismatch(frame, last, found)
        return begin, found
    if last.day is None and last.on is None and last.weekday is not None:
        begin = date_of(frame, first)
        return begin, calendar.coming(begin + calendar.DAY, last.weekday)
    end = _end(frame, last)
    begin = _begin(frame, first, end)
    if end < begin:
        if last.year is None and last.on is None and first.year is not None:
            end = date_of(frame, last, lower=begin)
        else:
            raise frame.unclear(Trouble.END_BEFORE_START, span)
    if (end - begin).days > 300 and first.year is None and first.on is None and begin < frame.today:
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    return begin, end


def _end(frame: Frame, last: Day) -> date:
    if last.year is not None and last.on is None:
        return date_of(frame, last)
    return date_of(frame, last)


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
    for year in (end.year, end.year - 1):
        found = calendar.make(year, first.month, first.day)
        if found is not None and found <= end:
            chosen = frame.chosen.get(f"day{first.start}")
            if isinstance(chosen, date):
                return chosen
            if first.weekday is not None and found.weekday() != first.weekday:
                raise _mismatch(frame, first, found)
            _remember(frame, end)
            return found
    return date_of(frame, first)


# bounds


def upper(frame: Frame, bound: Bound) -> date:
    """The last date that a bound lets in."""
    days = bound.days
    words = frame.words(bound)
    if isinstance(days, Day) and weekday_only(days) and days.which is Which.COMING:
        days = replace(days, on=calendar.coming(frame.today + calendar.DAY, days.weekday or 0), assumed=Assumed.UNTIL)
    if bound.mark in (Role.BEFORE, Role.BACK):
        first = days.first if isinstance(days, Stretch) else date_of(frame, days)
        frame.assume(Assumption(Assumed.BEFORE, words, day=first))
        return first - calendar.DAY
    if isinstance(days, Stretch):
        if days.last < frame.today:
            raise frame.unclear(Trouble.PAST, days, day=days.last)
        if days.unit == "mid":
            found = days.first.replace(day=15)
            frame.assume(Assumption(Assumed.UNTIL, words, day=found))
            return found
        if days.unit in ("part", "rest", "count", "between"):
            found = days.last
            frame.assume(Assumption(Assumed.UNTIL, words, day=found))
            return found
        if days.first <= frame.today:
            frame.assume(Assumption(Assumed.UNTIL, words, day=days.last))
            return days.last
        frame.assume(Assumption(Assumed.BEFORE, words, day=days.first))
        return days.first - calendar.DAY
    found = date_of(frame, days)
    if days.assumed is not None or days.weekday is not None or days.month is None:
        frame.assume(Assumption(Assumed.UNTIL, words, day=found))
    return found


def lower(frame: Frame, bound: Bound) -> date:
    """The first date that a bound lets in."""
    days = bound.days
    if isinstance(days, Stretch):
        if days.last < frame.today:
            raise frame.unclear(Trouble.PAST, days, day=days.last)
        if bound.mark is Role.AFTER:
            return days.last + calendar.DAY
        if days.unit == "mid":
            found = days.first.replace(day=15)
            frame.assume(Assumption(Assumed.DATE, frame.words(bound), day=found))
            return found
        return days.first
    found = date_of(frame, days)
    return found + calendar.DAY if bound.mark is Role.AFTER else found
