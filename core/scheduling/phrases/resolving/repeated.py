"""Statements about days that come again, made rules."""

from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Bound, Day, Entry, Every, Shape, Span, Stretch, Time
from core.scheduling.phrases.reading.distances import shifted
from core.scheduling.phrases.resolving.days import date_of
from core.scheduling.phrases.resolving.exceptions import left_out
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.making import Limits, Made, at, limits_of, rule_on
from core.scheduling.phrases.resolving.recur import Pattern
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.windows import MIDNIGHT, Window, windows_of
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble

_LATELY = 100
"""Days within which something that repeats may have begun without its year being said."""


def every_rules(
    frame: Frame, entry: Entry, every: Every, windows: list[Window], within: Stretch | Span | None
) -> Made:
    """The rules of days that come again, one for each window."""
    if any(b.time is not None for b in entry.bounds):
        raise frame.unclear(Trouble.AMBIGUOUS, every)
    if every.alone or every.unclear:
        every = _decided(frame, every)
    if every.bare:
        raise frame.unclear(Trouble.AMBIGUOUS, every)
    if every.part and not windows:
        windows = windows_of(
            frame, replace(entry, times=[Time(every.start, every.end, Shape.PART, part=every.part)])
        )
    if every.season and every.months:
        _hours_or_days(frame, entry)
    if every.interval > 1 and (every.months or every.parity is not None):
        raise frame.unclear(Trouble.UNSUPPORTED, every)  # whether it goes on counting between the seasons
    if every.interval > 1 or every.years > 1:
        _anchored(frame, entry, every)
        entry = replace(entry, bounds=[_begun(frame, bound) for bound in entry.bounds])
    begin, end = limits_of(frame, entry)
    anchored = begin is not None
    if within is not None:
        first, last = stretch_of(frame, within)
        begin = first if begin is None else max(begin, first)
        end = last if end is None else min(end, last)
    origin = begin if begin is not None and begin <= frame.today else None
    begin = max(begin or frame.today, frame.today)
    made: Made = []
    hours: list[Window | None] = [*windows] or [None]
    for window in hours:
        made += _pattern(frame, entry, every, window, (begin, end), anchored=anchored, origin=origin)
    return made


def _weeks(entry: Entry, every: Every) -> tuple[int, int]:
    """Where the even or odd weeks are said: of the days themselves, or of what is left out of them."""
    left_out = [day for group in entry.excepts for day in group.days if isinstance(day, Every)]
    return next((day.weeks_at for day in (every, *left_out) if day.parity is not None), (0, 0))


def _hours_or_days(frame: Frame, entry: Entry) -> None:
    """Ask what the figures are in "every August 10-20", "every August from the 10th"."""
    for time in entry.times:
        faces = [clock for clock in (time.first, time.last) if clock is not None]
        if faces and all(frame.words_at(clock.start, clock.end).isdigit() for clock in faces):
            raise frame.unclear(Trouble.AMBIGUOUS, time)
    for bound in entry.bounds:
        if isinstance(bound.days, Day) and bound.days.day is not None and bound.days.month is None:
            raise frame.unclear(Trouble.AMBIGUOUS, bound)


def _begun(frame: Frame, bound: Bound) -> Bound:
    """The bound of "every other Tuesday from 3 Nov" on 10 November: what began lately goes on."""
    day = bound.days
    if bound.mark is not Role.FROM or not isinstance(day, Day) or f"day{day.start}" in frame.chosen:
        return bound
    if day.month is None or day.day is None or day.on is not None:
        return bound
    years, lately = (frame.today.year, frame.today.year - 1), _LATELY
    if day.year is not None:
        years, lately = (day.year, day.year), 10 * _LATELY
    for year in years:
        found = calendar.make(year, day.month, day.day)
        if found is None or not 0 < (frame.today - found).days <= lately:
            continue
        if day.weekday in (None, found.weekday()):
            return replace(bound, days=Stretch(day.start, day.end, found, frame.today))
    return bound


def _anchored(frame: Frame, entry: Entry, every: Every) -> None:
    """Check that the 14th is one, in "alternate Thursdays from the 14th", or ask for its month."""
    for bound in entry.bounds:
        day = bound.days
        if not isinstance(day, Day) or day.month is not None or day.on is not None or day.day is None:
            continue
        found = date_of(frame, day)
        if found.weekday() in every.weekdays or not every.weekdays or f"day{day.start}" in frame.chosen:
            continue
        months = (calendar.month_start(found, n) for n in range(1, 6))
        dates = (calendar.make(m.year, m.month, day.day) for m in months)
        fits = [d for d in dates if d is not None and d.weekday() in every.weekdays][:1]
        raise frame.unclear(Trouble.AMBIGUOUS, day, day=found, key=f"day{day.start}", choices=(*fits, found))


def _decided(frame: Frame, every: Every) -> Every:
    """Choose what is meant: "every third Sunday" may be the third of the month, or every three weeks."""
    key = f"every{every.start}"
    chosen = frame.chosen.get(key)
    if isinstance(chosen, Every):
        return chosen
    choices: tuple[Every, ...] = (replace(every, alone=False, unclear=False),)
    if every.alone and every.nths[0] > 1:
        choices = (
            *choices,
            Every(every.start, every.end, "week", interval=every.nths[0], weekdays=every.weekdays),
        )
    raise frame.unclear(Trouble.AMBIGUOUS, every, key=key, choices=choices)


def _anniversary(frame: Frame, every: Every, begin: date) -> date:
    """The first such day of a year from `begin` on: 29 February waits for a leap year."""
    for year in range(begin.year, begin.year + 9):
        found = calendar.make(year, every.month or 1, every.month_days[0])
        if found is not None and found >= begin:
            return found
    raise frame.unclear(Trouble.IMPOSSIBLE_DATE, every)


def _pattern(
    frame: Frame,
    entry: Entry,
    every: Every,
    window: Window | None,
    limits: Limits,
    *,
    anchored: bool,
    origin: date | None,
) -> Made:
    begin, end = limits[0] or frame.today, limits[1]
    if window is not None and begin == frame.today and at(begin, window.end) <= frame.now:
        begin += calendar.DAY
    plain = Pattern(
        every.unit,
        begin,
        1,
        every.weekdays,
        every.nths,
        every.month_days,
        months=every.months,
        parity=every.parity,
    )
    if every.unit == "year":
        plain = replace(plain, anchor=_anniversary(frame, every, begin))
    first = plain.first(begin)
    if first is None or (end is not None and first > end):
        raise frame.unclear(Trouble.END_BEFORE_START if end is not None else Trouble.IMPOSSIBLE_DATE, every)
    pattern = replace(plain, anchor=first, interval=every.interval, years=every.years)
    if (every.interval > 1 or every.years > 1) and origin is not None:  # it has begun: the phase is from then
        pattern = replace(pattern, anchor=replace(plain, anchor=origin).first(origin) or first)
        first = pattern.first(begin)
        if first is None or (end is not None and first > end):
            raise frame.unclear(Trouble.END_BEFORE_START, every)
    elif (every.interval > 1 or every.years > 1) and not anchored:
        frame.assume(Assumption(Assumed.PHASE, frame.words(every), day=first))
    pattern, out = left_out(frame, entry, pattern, (first, end))
    first = pattern.first(first)
    if first is None or (end is not None and first > end):
        raise frame.unclear(Trouble.NOT_UNDERSTOOD, every)
    if pattern.parity is not None:
        words = frame.words_at(*_weeks(entry, every))
        frame.assume(Assumption(Assumed.WEEK_NUMBERS, words, day=first))
    repeat, days = pattern.repeat(), 1
    for length in entry.lengths:
        if every.season and length.unit in ("times", "each"):
            raise frame.unclear(Trouble.AMBIGUOUS, length)  # days, or Augusts
        if length.unit == "times":
            repeat = replace(repeat, count=length.number)
        elif length.unit == "each":
            days = length.number
        elif length.unit not in ("minute", "hour"):
            last = shifted(first if anchored else begin, length.number, length.unit) - calendar.DAY
            end = last if end is None else min(end, last)
    while first in out:
        if repeat.count is not None:
            repeat = replace(repeat, count=repeat.count - 1)
        following = pattern.first(first + calendar.DAY)
        if following is None or (end is not None and following > end):
            raise frame.unclear(Trouble.NOT_UNDERSTOOD, every)
        if pattern.interval == 1:
            out = out - {first}
            first = following
        else:
            break
    if end is not None:
        repeat = replace(repeat, until=end if window is None else at(end, MIDNIGHT - 1))
    start = window.start if window is not None else 0
    rule = replace(
        rule_on(frame, first, window, days),
        repeat=repeat,
        exceptions=tuple(at(day, start) for day in sorted(out)),
    )
    return [(rule, window is None or window.end_said)]
