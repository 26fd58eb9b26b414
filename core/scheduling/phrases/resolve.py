"""Statements to rules: days times hours within bounds, without exceptions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.days import date_of, lower, stretch_of, upper, with_months
from core.scheduling.phrases.exceptions import left_out, trimmed, without
from core.scheduling.phrases.forms import (
    Bound,
    Day,
    Days,
    Entry,
    Every,
    Shape,
    Several,
    Span,
    Stretch,
    Time,
    Which,
)
from core.scheduling.phrases.frame import Frame
from core.scheduling.phrases.periods import shifted
from core.scheduling.phrases.recur import Pattern
from core.scheduling.phrases.reduce import weekday_only, weekday_range
from core.scheduling.phrases.source import Unclear
from core.scheduling.phrases.understanding import Assumed, Assumption, Kind, Statement, Trouble
from core.scheduling.phrases.windows import MIDNIGHT, Window, windows_of
from core.scheduling.rules import Rule

Limits = tuple[date | None, date | None]
"""First and last date let in; None is open."""


def statements_of(frame: Frame, entries: list[Entry]) -> list[Statement]:
    """The rules of all statements, in the order said."""
    found: list[Statement] = []
    for entry in (part for entry in entries for part in _denied(frame, entry)):
        made = [_statement(frame, entry, rule, said) for rule, said in rules_of(frame, entry)]
        found += [statement for statement in made if statement not in found]
    return found


def _denied(frame: Frame, entry: Entry) -> list[Entry]:
    """ "free Fridays, not the 18th" leaves one out; "no Mondays, and not the 20th" adds a day."""
    if not entry.denied:
        return [entry]
    kept = list(frame.assumptions)
    less = replace(entry, excepts=[*entry.excepts, *entry.denied], denied=[])
    try:
        rules_of(frame, less)
    except Unclear as unclear:
        if unclear.code is not Trouble.NOT_AN_OCCURRENCE:
            raise
        first = entry.denied[0]
        other = Entry(first.start, entry.denied[-1].end, Kind.BUSY, said=True, days=list(entry.denied))
        return [replace(entry, denied=[]), other]
    finally:
        frame.assumptions[:] = kept
    return [less]


def _statement(frame: Frame, entry: Entry, rule: Rule, end_said: bool) -> Statement:
    del frame
    kind, leaning = entry.kind, entry.leaning
    if kind is None and not entry.said:
        some = any(isinstance(day, Every) and day.some for group in entry.days for day in group.days)
        kind = Kind.FREE if entry.only or some else None
    return Statement(rule, kind, end_said=end_said, leaning=leaning if kind is Kind.MAYBE else None)


Made = list[tuple[Rule, bool]]
"""Rules, and whether their end was said."""


def rules_of(frame: Frame, entry: Entry) -> Made:
    """The rules of one statement."""
    entry = _repeating(entry)
    if entry.days:
        for bound in entry.bounds:
            if bound.mark is Role.BACK:
                _agrees(frame, entry, bound)
        entry.bounds[:] = [b for b in entry.bounds if b.mark is not Role.BACK]
    days, within = _gathered(frame, entry)
    windows = trimmed(frame, entry, windows_of(frame, entry))
    if not days:
        return _open(frame, entry, windows)
    made: Made = []
    everies = [day for day in days if isinstance(day, Every)]
    others = [day for day in days if not isinstance(day, Every)]
    for every in everies:
        for stretch in within or [None]:
            made += _every(frame, entry, every, windows, stretch)
    if others and within:
        if len(within) > 1:
            raise frame.unclear(Trouble.AMBIGUOUS, within[1])
        others = _inside(frame, others, within[0])
    for day in others:
        made += _dated(frame, entry, day, windows)
    return made


def _agrees(frame: Frame, entry: Entry, bound: Bound) -> None:
    """ "12-19 Feb, back the 20th" only says the end again; "flying Friday, back Sunday" says more than is understood."""
    last = entry.days[-1].days[-1]
    if isinstance(last, Every):
        raise frame.unclear(Trouble.AMBIGUOUS, bound)
    _, end = stretch_of(frame, last)
    if not 0 <= (upper(frame, bound) - end).days + 1 <= 1:
        raise frame.unclear(Trouble.AMBIGUOUS, bound)


def _inside(frame: Frame, days: list[Days], within: Stretch | Span) -> list[Days]:
    first, last = stretch_of(frame, within)
    found: list[Days] = []
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
    assert day.weekday is not None
    found = calendar.coming(first, day.weekday)
    if found > last or (last - first).days > 6:
        raise frame.unclear(Trouble.AMBIGUOUS, day)
    if found < frame.today:
        raise frame.unclear(Trouble.PAST, day, day=found)
    return found


# what the days are


def _repeating(entry: Entry) -> Entry:
    """Weekdays that stand for every one of their kind, made so."""
    many = any(t.many for t in entry.times)
    weekly = any(
        isinstance(d, Every) and d.unit == "week" and not d.bare for group in entry.days for d in group.days
    )
    hours = any(t.shape in (Shape.RANGE, Shape.FROM, Shape.UNTIL) for t in entry.times)
    pointed = any(isinstance(d, Stretch) for group in entry.days for d in group.days)
    bare = any(
        isinstance(d, Every) and d.bare and d.unit == "week" for group in entry.days for d in group.days
    )
    bounded = any(b.mark in (Role.UNTIL, Role.BEFORE) for b in entry.bounds) and len(entry.days) == 1

    def turned(day: Days, listed: bool) -> Days:
        if (
            isinstance(day, Day)
            and weekday_only(day)
            and day.which is Which.COMING
            and day.weekday is not None
        ):
            if (many and not pointed) or listed or bare:
                return Every(day.start, day.end, "week", weekdays=frozenset({day.weekday}))
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
                and (not pointed and (many or hours) or bounded)
            ):
                return Every(day.start, day.end, "week", weekdays=weekday_range(ends[0], ends[1]))
        return day

    groups: list[Several] = []
    for group in entry.days:
        listed = any(isinstance(d, Every) and d.unit == "week" for d in group.days) and weekly
        groups.append(replace(group, days=tuple(turned(day, listed) for day in group.days)))
    return replace(entry, days=groups, bounds=list(entry.bounds))


def _gathered(frame: Frame, entry: Entry) -> tuple[list[Days], list[Stretch | Span]]:
    """All days of a statement, and the stretch that they lie in when one was said beside them."""
    groups = entry.days
    within: list[Stretch | Span] = []
    days: list[Days] = []
    weekly = [g for g in groups if all(isinstance(d, Every) or _floating(d) for d in g.days)]
    rest = [g for g in groups if g not in weekly]
    if weekly and rest:
        named = [group for group in rest if not _names_echo(frame, weekly, group)]
        for group in named:
            for day in with_months(frame, group):
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
            days += with_months(frame, group)
    repeated = [d for g in weekly for d in g.days] if weekly and rest else []
    days = _merged(frame, [*repeated, *days])
    return days, within


def _explained(groups: list[Several]) -> list[Several]:
    """ "at Easter (26-28 March)": what stands in brackets says what was meant."""
    if len(groups) == 2 and len(groups[0].days) == 1:
        first, second = groups[0].days[0], groups[1].days
        vague = (isinstance(first, Day) and first.assumed is not None) or (
            isinstance(first, Stretch) and first.unit in ("week", "weekend", "season", "holiday")
        )
        if vague and all(isinstance(d, (Span, Day)) for d in second):
            return groups[1:]
    return groups


def _floating(day: Days) -> bool:
    if isinstance(day, Span):
        return weekday_only(day.first) and weekday_only(day.last)
    return weekday_only(day)


def _names_echo(frame: Frame, weekly: list[Several], group: Several) -> bool:
    """ "every Wed in Feb (3, 10, 17, 24)": dates that only spell out the days."""
    sets = {
        w for g in weekly for d in g.days if isinstance(d, Every) and d.unit == "week" for w in d.weekdays
    }
    if not sets or not all(isinstance(d, Day) and d.day is not None for d in group.days):
        return False
    for day in group.days:
        if not isinstance(day, Day) or date_of(frame, day).weekday() not in sets:
            raise frame.unclear(Trouble.AMBIGUOUS, group)
    return True


def _merged(frame: Frame, days: list[Days]) -> list[Days]:
    """How often ("every other week") put together with the days it is said of."""
    bare = [d for d in days if isinstance(d, Every) and d.bare and not d.nths]
    if not bare:
        weekly = [d for d in days if isinstance(d, Every) and d.unit == "week" and not d.part]
        if len(weekly) > 1 and len({(d.interval, d.unclear) for d in weekly}) == 1:
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


# rules


def at(day: date, minutes: int) -> datetime:
    """A wall time, in minutes from the midnight that begins a day."""
    return datetime.combine(day, time(0)) + timedelta(minutes=minutes)


def _rule(frame: Frame, day: date, window: Window | None, days: int = 1) -> Rule:
    if window is None:
        return Rule(at(day, 0), frame.context.zone, nominal=timedelta(days=days), all_day=True)
    return Rule(
        at(day, window.start), frame.context.zone, nominal=timedelta(minutes=window.end - window.start)
    )


def _limits(frame: Frame, entry: Entry) -> Limits:
    begin: date | None = None
    end: date | None = None
    for bound in entry.bounds:
        if bound.mark in (Role.FROM, Role.AFTER):
            found = lower(frame, bound)
            begin = found if begin is None else max(begin, found)
        else:
            found = upper(frame, bound)
            end = found if end is None else min(end, found)
    if begin is not None and end is not None and end < begin:
        raise frame.unclear(Trouble.END_BEFORE_START, entry.bounds[-1])
    return begin, end


def _every(
    frame: Frame, entry: Entry, every: Every, windows: list[Window], within: Stretch | Span | None
) -> Made:
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
    if every.interval > 1:
        _anchored(frame, entry, every)
    begin, end = _limits(frame, entry)
    anchored = begin is not None
    if within is not None:
        first, last = stretch_of(frame, within)
        begin = first if begin is None else max(begin, first)
        end = last if end is None else min(end, last)
    begin = max(begin or frame.today, frame.today)
    made: Made = []
    for window in windows or [None]:
        made += _pattern(frame, entry, every, window, (begin, end), anchored)
    return made


def _anchored(frame: Frame, entry: Entry, every: Every) -> None:
    """ "alternate Thursdays from the 14th": the 14th should be one, or its month is asked about."""
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
    """ "every third Sunday" may be the third of the month, or every three weeks."""
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


def _pattern(
    frame: Frame, entry: Entry, every: Every, window: Window | None, limits: Limits, anchored: bool
) -> Made:
    begin, end = limits
    assert begin is not None
    if window is not None and begin == frame.today and at(begin, window.end) <= frame.now:
        begin += calendar.DAY
    plain = Pattern(every.unit, begin, 1, every.weekdays, every.nths, every.month_days)
    if every.unit == "year":
        anchor = calendar.make(begin.year, every.month or 1, every.month_days[0])
        plain = replace(plain, anchor=anchor or begin)
    first = plain.first(begin)
    if first is None or (end is not None and first > end):
        raise frame.unclear(Trouble.END_BEFORE_START if end is not None else Trouble.IMPOSSIBLE_DATE, every)
    pattern = replace(plain, anchor=first, interval=every.interval)
    if every.interval > 1 and not anchored:
        frame.assume(Assumption(Assumed.PHASE, frame.words(every), day=first))
    pattern, out = left_out(frame, entry, pattern, (first, end))
    first = pattern.first(first)
    if first is None or (end is not None and first > end):
        raise frame.unclear(Trouble.NOT_UNDERSTOOD, every)
    repeat = pattern.repeat()
    for length in entry.lengths:
        if length.unit == "times":
            repeat = replace(repeat, count=length.number)
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
        _rule(frame, first, window),
        repeat=repeat,
        exceptions=tuple(at(day, start) for day in sorted(out)),
    )
    return [(rule, window is None or window.end_said)]


def _dated(frame: Frame, entry: Entry, day: Day | Stretch | Span, windows: list[Window]) -> Made:
    """A day, or a stretch of days, once."""
    length = next((x for x in entry.lengths if x.unit not in ("minute", "hour", "times")), None)
    if any(x.unit == "times" for x in entry.lengths):
        raise frame.unclear(Trouble.AMBIGUOUS, entry.lengths[0])
    if isinstance(day, Span) and (day.first_time or day.last_time):
        if windows or entry.excepts:
            raise frame.unclear(Trouble.AMBIGUOUS, day)
        return _timed_span(frame, day)
    if isinstance(day, Day):
        first = last = _day(frame, day, windows)
    else:
        first, last = stretch_of(frame, day)
    if length is not None:
        last = shifted(first, length.number, length.unit) - calendar.DAY
    begin, end = _limits(frame, entry)
    if any(b.time is not None for b in entry.bounds):
        raise frame.unclear(Trouble.AMBIGUOUS, entry.bounds[0])
    if begin is not None or end is not None:
        if isinstance(day, Day):
            raise frame.unclear(Trouble.AMBIGUOUS, entry.bounds[0])
        first, last = max(first, begin or first), min(last, end or last)
        if last < first:
            raise frame.unclear(Trouble.END_BEFORE_START, entry.bounds[0])
    made: Made = []
    for a, b in without(frame, entry, first, last):
        a = max(a, frame.today) if isinstance(day, Stretch) else a
        if b < frame.today:
            continue
        if not windows:
            made.append((_rule(frame, a, None, (b - a).days + 1), True))
        for window in windows:
            made += _each_day(frame, a, b, window)
    return made


def _day(frame: Frame, day: Day, windows: list[Window]) -> date:
    found = date_of(frame, day)
    if windows and found == frame.today and all(at(found, w.end) <= frame.now for w in windows):
        if weekday_only(day):
            return found + calendar.WEEK
        raise frame.unclear(Trouble.PAST, day, day=found)
    return found


def _each_day(frame: Frame, first: date, last: date, window: Window) -> Made:
    if first == frame.today and at(first, window.end) <= frame.now:
        first += calendar.DAY
    if first > last:
        return []
    rule = _rule(frame, first, window)
    if last > first:
        pattern = Pattern("day", first)
        rule = replace(rule, repeat=replace(pattern.repeat(), until=at(last, MIDNIGHT - 1)))
    return [(rule, window.end_said)]


def _timed_span(frame: Frame, span: Span) -> Made:
    """From Friday 5pm to Sunday 8pm."""
    first, last = stretch_of(frame, replace(span, first_time=None, last_time=None))

    def window(item: Time | None) -> Window | None:
        if item is None:
            return None
        return windows_of(frame, Entry(item.start, item.end, times=[item]))[0]

    kept = list(frame.assumptions)
    begins, ends = window(span.first_time), window(span.last_time)
    frame.assumptions[:] = [a for a in frame.assumptions if a in kept or a.what is not Assumed.END]
    start = at(first, begins.start if begins is not None else 0)
    if ends is None:
        end = at(last, MIDNIGHT)
        if (last - first).days > 7:
            raise frame.unclear(Trouble.AMBIGUOUS, span)
    elif span.last_time is not None and span.last_time.shape is Shape.AT:
        midnight = ends.start == 0
        end = at(last, MIDNIGHT if midnight else ends.start)
    else:
        end = at(last, ends.end)
    if end <= start:
        raise frame.unclear(Trouble.END_BEFORE_START, span)
    return [(Rule(start, frame.context.zone, nominal=end - start), True)]


def _open(frame: Frame, entry: Entry, windows: list[Window]) -> Made:
    """Bounds alone: until Friday, from 1 December; or parts of every day; or a length from now."""
    if windows:
        if any(t.many for t in entry.times):
            every = Every(entry.start, entry.end, "day")
            return _every(frame, entry, every, windows, None)
        if "today" in frame.chosen:
            today = Day(entry.start, entry.end, on=frame.today)
            return _dated(frame, replace(entry, bounds=[]), today, windows)
        raise frame.unclear(Trouble.AMBIGUOUS, entry.times[0], key="today", choices=(True,))
    length = next((x for x in entry.lengths if x.unit not in ("minute", "hour", "times")), None)
    timed = [b for b in entry.bounds if b.time is not None]
    if timed:
        return _timed_bounds(frame, entry, timed)
    if entry.endless:
        return [(Rule(at(frame.today, 0), frame.context.zone, nominal=None, all_day=True), True)]
    begin, end = _limits(frame, entry)
    if length is not None and end is None:
        begin = begin or frame.today
        end = shifted(begin, length.number, length.unit) - calendar.DAY
    elif not entry.bounds:
        raise frame.unclear(Trouble.NOT_UNDERSTOOD, entry.times[0] if entry.times else None)
    zone = frame.context.zone
    if begin is None:
        assert end is not None
        if end < frame.today:
            raise frame.unclear(Trouble.PAST, entry.bounds[-1], day=end)
        if not entry.excepts:
            return [(Rule(frame.now, zone, nominal=at(end, MIDNIGHT) - frame.now), True)]
        begin = frame.today
    if end is None:
        made: Made = []
        spans = (
            without(frame, entry, begin, begin + timedelta(days=3650)) if entry.excepts else [(begin, begin)]
        )
        for a, b in spans[:-1]:
            made.append((_rule(frame, a, None, (b - a).days + 1), True))
        made.append((Rule(at(spans[-1][0], 0), zone, nominal=None, all_day=True), True))
        return made
    return [(_rule(frame, a, None, (b - a).days + 1), True) for a, b in without(frame, entry, begin, end)]


def _timed_bounds(frame: Frame, entry: Entry, timed: list[Bound]) -> Made:
    """Until Friday 5pm."""
    bound = timed[0]
    if (
        len(entry.bounds) != 1
        or bound.mark not in (Role.UNTIL, Role.BEFORE)
        or bound.time is None
        or entry.excepts
    ):
        raise frame.unclear(Trouble.AMBIGUOUS, bound)
    last = date_of(frame, bound.days) if isinstance(bound.days, Day) else bound.days.last
    window = windows_of(frame, Entry(bound.start, bound.end, times=[bound.time]))[0]
    end = at(last, window.start)
    if end <= frame.now:
        raise frame.unclear(Trouble.PAST, bound, day=last)
    return [(Rule(frame.now, frame.context.zone, nominal=end - frame.now), True)]


Maker = Callable[[Frame, Entry], Made]
