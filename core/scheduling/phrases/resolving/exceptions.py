"""What a statement leaves out: weekdays, dates, parts of a month, hours."""

from dataclasses import replace
from datetime import date

from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Day, Days, Entry, Every, Span, Stretch, Which, weekday_only
from core.scheduling.phrases.reading.ranges import weekday_range
from core.scheduling.phrases.resolving.days import date_of, with_months
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.recur import Pattern
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.windows import MIDNIGHT, Window, windows_of
from core.scheduling.phrases.resolving.yearly import every_year
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble

_AHEAD = 4
"""Months in which "except the 15th" may find an instance."""


def left_out(
    frame: Frame, entry: Entry, pattern: Pattern, limits: tuple[date, date | None]
) -> tuple[Pattern, frozenset[date]]:
    """The pattern without the weekdays, and the dates, that a statement leaves out."""
    out: set[date] = set()
    for group in every_year(frame, entry.excepts):
        for day in with_months(group):
            weekdays = _weekdays(day, pattern)
            if isinstance(day, Every) and day.season:
                pattern = _out_of_season(frame, pattern, day)
            elif weekdays is not None:
                pattern = _fewer(frame, pattern, weekdays, day)
            elif isinstance(day, Every):
                pattern = _not_nth(frame, pattern, day)
            elif isinstance(day, Day):
                out |= _one(frame, day, pattern, limits)
            else:
                out |= _many(frame, day, pattern, limits)
    return pattern, frozenset(out)


def _weekdays(day: Days, pattern: Pattern) -> frozenset[int] | None:
    """The weekdays that an exception takes away for good."""
    if isinstance(day, Every) and day.unit == "week" and day.interval == 1 and not day.bare:
        return day.weekdays
    if isinstance(day, Day) and weekday_only(day) and day.which is Which.COMING and day.weekday is not None:
        several = pattern.unit == "day" or len(pattern.weekdays) > 1
        return frozenset({day.weekday}) if several else None
    if isinstance(day, Span) and isinstance(day.first, Day) and isinstance(day.last, Day):
        first, last = day.first, day.last
        if (
            weekday_only(first)
            and weekday_only(last)
            and first.weekday is not None
            and last.weekday is not None
        ):
            return weekday_range(first.weekday, last.weekday)
    return None


def _fewer(frame: Frame, pattern: Pattern, weekdays: frozenset[int], day: Days) -> Pattern:
    if pattern.unit == "day" and pattern.interval == 1:
        pattern = replace(pattern, unit="week", weekdays=frozenset(range(7)))
    if (
        pattern.unit not in ("week", "month")
        or not weekdays & pattern.weekdays
        or not pattern.weekdays - weekdays
    ):
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day)
    return replace(pattern, weekdays=pattern.weekdays - weekdays)


def _out_of_season(frame: Frame, pattern: Pattern, day: Every) -> Pattern:
    """The other weeks or months of the year, as in "except in even weeks", "except every August"."""
    months = (pattern.months or frozenset(range(1, 13))) - day.months if day.months else pattern.months
    parity = pattern.parity if day.parity is None else 1 - day.parity
    both = bool(day.months) and day.parity is not None
    if both or day.years > 1 or pattern.interval > 1 or pattern.unit == "year":
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    if (day.months and months == pattern.months) or not (months or day.parity is not None):
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day)
    if day.parity is not None and pattern.parity is not None:
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day)
    if pattern.nths and parity is not None:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    return replace(pattern, months=months, parity=parity)


def _not_nth(frame: Frame, pattern: Pattern, day: Every) -> Pattern:
    """The other ones, as in "except the first of the month"."""
    same = day.bare or day.weekdays == pattern.weekdays
    if (
        pattern.parity is not None
        or pattern.unit != "week"
        or pattern.interval != 1
        or not day.nths
        or not same
    ):
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    if all(n > 0 for n in day.nths):
        nths = tuple(n for n in range(1, 6) if n not in day.nths)
    elif all(n < 0 for n in day.nths):
        nths = tuple(n for n in range(-5, 0) if n not in day.nths)
    else:
        raise frame.unclear(Trouble.UNSUPPORTED, day)
    return replace(pattern, unit="month", nths=nths)


def _one(frame: Frame, day: Day, pattern: Pattern, limits: tuple[date, date | None]) -> frozenset[date]:
    """A single instance; a date that is none is asked about, with its neighbours."""
    key = f"except{day.start}"
    chosen = frame.chosen.get(key)
    if isinstance(chosen, frozenset):
        return chosen
    first, last = limits
    if (
        day.day is not None
        and day.month is None
        and day.on is None
        and frame.month is None
        and day.weekday is None
    ):
        since = max(first, frame.today) if pattern.seasonal else frame.today
        for months in range(_AHEAD):
            month = calendar.month_start(since, months)
            found = calendar.make(month.year, month.month, day.day)
            if (
                found is None
                or found < first
                or (last is not None and found > last)
                or not pattern.holds(found)
            ):
                continue
            if months > 1:
                frame.assume(Assumption(Assumed.DATE, frame.words(day), day=found))
            return frozenset({found})
    wanted = date_of(frame, replace(day, which=day.which))
    if pattern.holds(wanted) and first <= wanted and (last is None or wanted <= last):
        return frozenset({wanted})
    if wanted == frame.today < first and pattern.holds(wanted):
        return frozenset()  # its hours are over
    raise frame.unclear(
        Trouble.NOT_AN_OCCURRENCE, day, day=wanted, key=key, choices=_neighbours(pattern, wanted, first, last)
    )


def _neighbours(
    pattern: Pattern, wanted: date, first: date, last: date | None
) -> tuple[frozenset[date], ...]:
    """The instances on both sides of a date that is none, and nothing left out."""
    end = wanted + calendar.DAY * 100
    later = next(pattern.between(max(wanted + calendar.DAY, first), min(end, last or end)), None)
    before = list(
        pattern.between(max(first, wanted - calendar.DAY * 100), min(wanted - calendar.DAY, last or wanted))
    )
    found = [day for day in (before[-1] if before else None, later) if day is not None]
    found.sort(key=lambda day: abs((day - wanted).days))
    return (*(frozenset({day}) for day in found), frozenset())


def _many(
    frame: Frame, day: Stretch | Span, pattern: Pattern, limits: tuple[date, date | None]
) -> frozenset[date]:
    first, last = stretch_of(frame, day)
    found = frozenset(pattern.between(max(first, limits[0]), min(last, limits[1] or last)))
    if not found:
        raise (
            frame.unclear(
                Trouble.NOT_AN_OCCURRENCE, day, day=first, key=f"except{day.start}", choices=(frozenset(),)
            )
            if f"except{day.start}" not in frame.chosen
            else frame.unclear(Trouble.NOT_AN_OCCURRENCE, day)
        )
    return found


def without(frame: Frame, entry: Entry, first: date, last: date) -> list[tuple[date, date]]:
    """Whole days from first to last, in pieces where some are left out."""
    pieces = [(first, last)]
    for group in entry.excepts:
        for day in with_months(group):
            for gone in pieces_of(frame, day, first, last):
                pieces = [piece for old in pieces for piece in _cut(old, gone)]
    return pieces


def pieces_of(frame: Frame, day: Days, first: date, last: date) -> list[tuple[date, date]]:
    """The first and last dates of what is left out of whole days from first to last."""
    if isinstance(day, Every):
        if day.unit != "week" or day.interval != 1 or (last - first).days > 400:
            raise frame.unclear(Trouble.UNSUPPORTED, day)
        pattern = Pattern("week", first, weekdays=day.weekdays)
        return [(d, d) for d in pattern.between(first, last)]
    key = f"except{day.start}"
    if key in frame.chosen:
        return []
    if isinstance(day, Day) and weekday_only(day) and day.which is Which.COMING and day.weekday is not None:
        begin = end = calendar.coming(max(first, frame.today), day.weekday)
        if (last - first).days > 6:
            raise frame.unclear(Trouble.AMBIGUOUS, day)
    elif isinstance(day, Day) and day.day is not None and day.month is None and day.on is None:
        begin = end = _in_stretch(frame, day, first)
    else:
        begin, end = stretch_of(frame, day)
    if end < first or begin > last:
        raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, day, day=begin, key=key, choices=(frozenset(),))
    return [(begin, end)]


def _in_stretch(frame: Frame, day: Day, first: date) -> date:
    """The day that was said ("the 15th"), of the month (or the next) in which a stretch begins."""
    for months in range(3):
        month = calendar.month_start(first, months)
        found = calendar.make(month.year, month.month, day.day or 0)
        if found is not None and found >= first and (day.weekday is None or found.weekday() == day.weekday):
            return found
    return date_of(frame, day)


def _cut(piece: tuple[date, date], gone: tuple[date, date]) -> list[tuple[date, date]]:
    first, last = piece
    if gone[1] < first or gone[0] > last:
        return [piece]
    parts = [(first, gone[0] - calendar.DAY), (gone[1] + calendar.DAY, last)]
    return [(a, b) for a, b in parts if a <= b]


def trimmed(frame: Frame, entry: Entry, windows: list[Window]) -> list[Window]:
    """The times of day without those that are left out."""
    if not entry.except_times:
        return windows
    gone = windows_of(frame, Entry(entry.start, entry.end, times=entry.except_times))
    left = windows or [Window(0, MIDNIGHT)]
    for out in gone:
        pieces = [
            (w, Window(w.start, min(w.end, out.start)), Window(max(w.start, out.end), w.end)) for w in left
        ]
        if all(out.end <= w.start or out.start >= w.end for w in left):
            raise frame.unclear(Trouble.NOT_AN_OCCURRENCE, entry.except_times[0])
        left = [w for _, before, after in pieces for w in (before, after) if w.start < w.end]
    if not left:
        raise frame.unclear(Trouble.NOT_UNDERSTOOD, entry.except_times[0])
    return left
