"""Statements about days that come again, made rules."""

from dataclasses import dataclass, replace
from datetime import date

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Boundary, DayForm, DayStretch, EntryForm, Every, Span
from core.scheduling.phrases.reading.distances import shifted
from core.scheduling.phrases.resolving.clocks import MIDNIGHT, Window
from core.scheduling.phrases.resolving.days import date_of, lacks_month
from core.scheduling.phrases.resolving.exceptions import left_out
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.making import Made, at, limits_of, rule_on
from core.scheduling.phrases.resolving.recur import Pattern
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.resolving.windows import part_of_day
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble
from core.scheduling.recurrence.rules import Rule

_LATELY = 100
"""Days in the past within which a repetition may have begun without its year."""
_LONG_AGO = 1000
"""The same, with its year."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The dates that limit a repetition."""

    begin: date
    """Not before today."""
    end: date | None
    anchored: bool
    """Its beginning was given."""
    origin: date | None
    """Its beginning, if that is not after today."""


def every_rules(
    frame: Frame, entry: EntryForm, every: Every, windows: list[Window], within: DayStretch | Span | None
) -> Made:
    """The rules of days that come again, one for each window."""
    every = _known(frame, entry, every)
    if every.part and not windows:
        windows = part_of_day(frame, entry, every.part)
    _check_season(frame, entry, every)
    if _skips(every):
        _check_anchor(frame, entry, every)
        entry = replace(entry, bounds=[_begun(frame, bound) for bound in entry.bounds])
    bounds = _bounds(frame, entry, within)
    hours: list[Window | None] = [*windows] or [None]
    return [(_rule(frame, entry, every, window, bounds), _ends(window)) for window in hours]


def _known(frame: Frame, entry: EntryForm, every: Every) -> Every:
    """The days, if it is known which they are, and no bound of theirs has an hour ("until Friday 5pm")."""
    if any(bound.time is not None for bound in entry.bounds):
        raise frame.unclear(Trouble.AMBIGUOUS, every)
    every = _decided(frame, every)
    if every.bare:
        raise frame.unclear(Trouble.AMBIGUOUS, every)
    return every


def _check_season(frame: Frame, entry: EntryForm, every: Every) -> None:
    """Ask about figures beside a season, and refuse "every other Monday in May": is April counted too?"""
    if every.season and every.months:
        _check_hours_or_days(frame, entry)
    if every.interval > 1 and (every.months or every.parity is not None):
        raise frame.unclear(Trouble.UNSUPPORTED, every)


def _skips(every: Every) -> bool:
    """Whether it matters which of the weeks, months or years is the first: "every other Tuesday"."""
    return every.interval > 1 or every.years > 1


def _ends(window: Window | None) -> bool:
    return window is None or window.end_said


def _bounds(frame: Frame, entry: EntryForm, within: DayStretch | Span | None) -> _Bounds:
    """The dates within the bounds of a statement, and within the stretch beside its days if any."""
    begin, end = limits_of(frame, entry)
    anchored = begin is not None
    if within is not None:
        first, last = stretch_of(frame, within)
        begin = first if begin is None else max(begin, first)
        end = last if end is None else min(end, last)
    origin = begin if begin is not None and begin <= frame.today else None
    return _Bounds(max(begin or frame.today, frame.today), end, anchored, origin)


def _weeks(entry: EntryForm, every: Every) -> tuple[int, int]:
    """The place of the words for even or odd weeks, in the days or in their exceptions."""
    left_out = [day for group in entry.excepts for day in group.days if isinstance(day, Every)]
    return next((day.weeks_at for day in (every, *left_out) if day.parity is not None), (0, 0))


def _check_hours_or_days(frame: Frame, entry: EntryForm) -> None:
    """Ask what the figures are in "every August 10-20", "every August from the 10th"."""
    for time in entry.times:
        faces = [clock for clock in (time.first, time.last) if clock is not None]
        if faces and all(frame.words_at(clock.start, clock.end).isdigit() for clock in faces):
            raise frame.unclear(Trouble.AMBIGUOUS, time)
    for bound in entry.bounds:
        if _without_month(bound.days):
            raise frame.unclear(Trouble.AMBIGUOUS, bound)


def _without_month(day: DayForm | DayStretch) -> bool:
    return isinstance(day, DayForm) and day.day is not None and day.month is None


def _begun(frame: Frame, bound: Boundary) -> Boundary:
    """The bound of "every other Tuesday from 3 Nov" on 10 November: a recent beginning counts."""
    day = bound.days
    if bound.mark is not Tag.FROM or not isinstance(day, DayForm) or f"day{day.start}" in frame.chosen:
        return bound
    if day.month is None or day.day is None or day.on is not None:
        return bound
    begun = _lately(frame, day, day.month, day.day)
    return bound if begun is None else replace(bound, days=DayStretch(day.start, day.end, begun, frame.today))


def _lately(frame: Frame, day: DayForm, month: int, number: int) -> date | None:
    """The past date of a day, if it is recent, or has its year."""
    today = frame.today
    years, lately = ((today.year, today.year - 1), _LATELY) if day.year is None else ((day.year,), _LONG_AGO)
    dates = (calendar.make(year, month, number) for year in years)
    near = (found for found in dates if found is not None and 0 < (today - found).days <= lately)
    return next((found for found in near if day.weekday in (None, found.weekday())), None)


def _check_anchor(frame: Frame, entry: EntryForm, every: Every) -> None:
    """Check that the 14th is a Thursday in "alternate Thursdays from the 14th", or ask for its month."""
    for bound in entry.bounds:
        day = bound.days
        if not isinstance(day, DayForm) or not lacks_month(day):
            continue
        found = date_of(frame, day)
        if found.weekday() in every.weekdays or not every.weekdays or f"day{day.start}" in frame.chosen:
            continue
        choices = (*_later(found, day.day or 0, every.weekdays), found)
        raise frame.unclear(Trouble.AMBIGUOUS, day, day=found, key=f"day{day.start}", choices=choices)


def _later(found: date, number: int, weekdays: frozenset[int]) -> list[date]:
    """The first such day of a later month that is on one of the weekdays."""
    months = (calendar.month_start(found, n) for n in range(1, 6))
    dates = (calendar.make(month.year, month.month, number) for month in months)
    return [each for each in dates if each is not None and each.weekday() in weekdays][:1]


def _decided(frame: Frame, every: Every) -> Every:
    """Choose what is meant: "every third Sunday" may be the third of the month, or every three weeks."""
    if not (every.alone or every.unclear):
        return every
    key = f"every{every.start}"
    chosen = frame.chosen.get(key)
    if isinstance(chosen, Every):
        return chosen
    choices: tuple[Every, ...] = (replace(every, alone=False, unclear=False),)
    if every.alone and every.nths[0] > 1:
        weekly = Every(every.start, every.end, "week", interval=every.nths[0], weekdays=every.weekdays)
        choices = (*choices, weekly)
    raise frame.unclear(Trouble.AMBIGUOUS, every, key=key, choices=choices)


def _anniversary(frame: Frame, every: Every, begin: date) -> date:
    """The first such day of a year from `begin` on: 29 February waits for a leap year."""
    for year in range(begin.year, begin.year + 9):
        found = calendar.make(year, every.month or 1, every.month_days[0])
        if found is not None and found >= begin:
            return found
    raise frame.unclear(Trouble.IMPOSSIBLE_DATE, every)


def _rule(frame: Frame, entry: EntryForm, every: Every, window: Window | None, bounds: _Bounds) -> Rule:
    """The rule of days that come again, at the hours of one window or for whole days."""
    begin = bounds.begin
    if window is not None and begin == frame.today and at(begin, window.end) <= frame.now:
        begin += calendar.DAY
    pattern, first = _phased(frame, every, begin, bounds)
    pattern, out = left_out(frame, entry, pattern, (first, bounds.end))
    first = _first(frame, every, pattern, (first, bounds.end), Trouble.NOT_UNDERSTOOD)
    if pattern.parity is not None:
        words = frame.words_at(*_weeks(entry, every))
        frame.assume(Assumption(Assumed.WEEK_NUMBERS, words, day=first))
    since = first if bounds.anchored else begin
    count, days, end = _lengths(frame, entry, every, since, bounds.end)
    first, gone, out = _begun_after(frame, every, pattern, (first, end), out)
    repeat = replace(pattern.repeat(), count=None if count is None else count - gone)
    if end is not None:
        repeat = replace(repeat, until=end if window is None else at(end, MIDNIGHT - 1))
    start = window.start if window is not None else 0
    exceptions = tuple(at(day, start) for day in sorted(out))
    return replace(rule_on(frame, first, window, days), repeat=repeat, exceptions=exceptions)


def _first(
    frame: Frame, every: Every, pattern: Pattern, limits: tuple[date, date | None], otherwise: Trouble
) -> date:
    """The first of the days within some limits; `otherwise` is the trouble where there is none."""
    lower, end = limits
    found = pattern.first(lower)
    if found is None or (end is not None and found > end):
        raise frame.unclear(otherwise, every)
    return found


def _phased(frame: Frame, every: Every, begin: date, bounds: _Bounds) -> tuple[Pattern, date]:
    """The days, counted from where they began: "every other Tuesday" goes by the first of them."""
    plain = _plain(frame, every, begin)
    end = bounds.end
    otherwise = Trouble.END_BEFORE_START if end is not None else Trouble.IMPOSSIBLE_DATE
    first = _first(frame, every, plain, (begin, end), otherwise)
    pattern = replace(plain, anchor=first, interval=every.interval, years=every.years)
    if not _skips(every):
        return pattern, first
    if bounds.origin is not None:  # it has begun: the phase is from then
        anchor = replace(plain, anchor=bounds.origin).first(bounds.origin) or first
        pattern = replace(pattern, anchor=anchor)
        return pattern, _first(frame, every, pattern, (begin, end), Trouble.END_BEFORE_START)
    if not bounds.anchored:
        frame.assume(Assumption(Assumed.PHASE, frame.words(every), day=first))
    return pattern, first


def _plain(frame: Frame, every: Every, begin: date) -> Pattern:
    """The days as if all of them counted."""
    return Pattern(
        every.unit,
        _anniversary(frame, every, begin) if every.unit == "year" else begin,
        weekdays=every.weekdays,
        nths=every.nths,
        month_days=every.month_days,
        months=every.months,
        parity=every.parity,
    )


def _lengths(
    frame: Frame, entry: EntryForm, every: Every, since: date, end: date | None
) -> tuple[int | None, int, date | None]:
    """The count ("five times"), the days each time, and the last date of "for six weeks" from a day."""
    count, days = None, 1
    for length in entry.lengths:
        if every.season and length.unit in ("times", "each"):
            raise frame.unclear(Trouble.AMBIGUOUS, length)  # days, or Augusts
        if length.unit == "times":
            count = length.number
        elif length.unit == "each":
            days = length.number
        elif length.unit not in ("minute", "hour"):
            last = shifted(since, length.number, length.unit) - calendar.DAY
            end = last if end is None else min(end, last)
    return count, days, end


def _begun_after(
    frame: Frame, every: Every, pattern: Pattern, limits: tuple[date, date | None], out: frozenset[date]
) -> tuple[date, int, frozenset[date]]:
    """The beginning of a rule without its first exceptions, their number, and the other exceptions.

    If weeks, months or years are skipped the beginning stays, since they are counted from there.
    """
    first, end = limits
    gone = 0
    while first in out:
        gone += 1
        following = _first(frame, every, pattern, (first + calendar.DAY, end), Trouble.NOT_UNDERSTOOD)
        if pattern.interval > 1:
            break
        first, out = following, out - {first}
    return first, gone, out
