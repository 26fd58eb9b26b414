"""From a rule to the stretches of exact time it means: closed form where there is one, nothing stored.

The meaning is RFC 5545's (sections 3.3.5, 3.3.6, 3.3.10, 3.8.5): instances are made in wall time,
`exceptions` are taken out by equal wall time after COUNT has counted them, `Rule.nominal` is added
on the wall, and `Rule.elapsed` to the instant that comes out. The rule's own start is always its
first instance, and is counted. A rule whose UNTIL lies before its start has no instance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from heapq import merge as merged_in_order

from core.moments import (
    DAY,
    LAST_SECOND,
    Zone,
    exact_run,
    exact_seconds,
    from_wall_seconds,
    wall_seconds,
    zone,
)
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.seasons import Seasons, seasons_of
from core.scheduling.recurrence.series import CalendarSeries, Strides, series_of
from core.scheduling.recurrence.spans import Span, Spans

Series = Strides | CalendarSeries | Seasons

_MARGIN = 2 * DAY
"""No zone is further from UTC, and no gap longer, than half of it."""


@dataclass(frozen=True, slots=True)
class ExpansionPlan:
    """A rule worked out as far as it can be without a window."""

    zone: Zone
    start: int
    """Wall seconds, as everywhere below unless noted."""
    alone: bool
    """`start` is an instance although `series` does not have it."""
    series: Series
    nominal: int | None
    """Seconds on the wall; None: without end."""
    elapsed: int
    """Exact seconds."""
    exceptions: frozenset[int]

    def runs(self, low: int, high: int) -> list[Sequence[int]]:
        """When instances begin, from `low` to `high`, both included, as rising sequences."""
        found = self.series.runs(low, high)
        if self.exceptions:
            found = [self._without_exceptions(run) for run in found]
        if self.alone and low <= self.start <= high and self.start not in self.exceptions:
            found.append([self.start])
        return found

    def after(self, low: int) -> Iterator[int]:
        """When instances begin, from `low` on, in order."""
        own = [self.start] if self.alone and self.start >= low else []
        for wall in merged_in_order(own, self.series.after(low)):
            if wall not in self.exceptions:
                yield wall

    def _without_exceptions(self, run: Sequence[int]) -> Sequence[int]:
        if isinstance(run, range) and not any(wall in run for wall in self.exceptions):
            return run
        return [wall for wall in run if wall not in self.exceptions]


@lru_cache(maxsize=16_384)
def plan(rule: Rule) -> ExpansionPlan:
    """Work a rule out, cached for recent rules. `ZoneUnknown` for an unknown zone."""
    place = zone(rule.zone)
    start = wall_seconds(rule.start)
    nominal = None if rule.nominal is None else rule.nominal // timedelta(seconds=1)
    alone = False
    if rule.repeat is None or nominal is None:
        series: Series = Strides((start,), DAY, last=start)
    else:
        work_out = seasons_of if rule.repeat.of_seasons else series_of
        series = work_out(start, rule.repeat)
        alone = not any(start in run for run in series.runs(start, start))
        if rule.repeat.count is not None:
            series = series.counted(rule.repeat.count - alone)
        if rule.repeat.until is not None:
            last = _last_start(start, rule.repeat.until, place)
            series = replace(series, last=last if series.last is None else min(last, series.last))
            alone = alone and start <= last
    return ExpansionPlan(
        zone=place,
        start=start,
        alone=alone,
        series=series,
        nominal=nominal,
        elapsed=rule.elapsed // timedelta(seconds=1),
        exceptions=frozenset(map(wall_seconds, rule.exceptions)),
    )


def occurrences(rule: Rule, window: Span) -> Spans:
    """The instances of a rule that share time with a window, sorted; POSIX seconds, in and out.

    Instances are whole, not cut to the window, and may overlap when the rule overlaps itself; only
    one without end is cut, to the window's end. An instance without length is none.
    `ZoneUnknown` for an unknown zone.
    """
    work = plan(rule)
    low, high = window
    reach = (work.nominal or 0) + work.elapsed + 2 * _MARGIN
    found = _expanded(work, window, work.zone.table(low - reach, high + reach))
    return sorted((start, end) for start, end in found if start < end and start < high and end > low)


def expanded(rule: Rule, window: Span) -> Spans:
    """The `occurrences` in no order, with perhaps a few more beside the window and empty ones among them.

    Outside the window the result is right only to a day. For callers that merge and clip a whole diary
    at once: it is several times quicker.
    """
    work = plan(rule)
    low, high = window
    return _expanded(work, window, work.zone.table(low - 2 * _MARGIN, high + 2 * _MARGIN))


def next_occurrences(
    rule: Rule, after: datetime, count: int, *, before: datetime | None = None
) -> list[tuple[datetime, datetime | None]]:
    """The next `count` instances that are not over at `after`, in order, to be shown.

    `after` is a naive wall time in the rule's zone, or an aware instant; only instances that begin before
    the wall time `before` are returned. The results are naive wall times in the rule's zone; an end is
    None if there is none, and the last second of the year 9999 if it lies beyond. There may be fewer than
    `count`. `ZoneUnknown` for an unknown zone.
    """
    work = plan(rule)
    instant = work.zone.exact(wall_seconds(after)) if after.tzinfo is None else exact_seconds(after)
    found: list[tuple[datetime, datetime | None]] = []
    if work.nominal is None:
        return [] if work.start in work.exceptions or count < 1 else [(rule.start, None)]
    if work.nominal + work.elapsed <= 0:
        return []
    last = LAST_SECOND if before is None else wall_seconds(before) - 1
    for wall in work.after(instant - work.nominal - work.elapsed - _MARGIN):
        if wall > last or len(found) >= count:
            break
        ends_on_wall = wall + work.nominal
        ends = work.zone.exact(ends_on_wall) + work.elapsed
        if ends > instant and ends > work.zone.exact(wall):
            if work.elapsed:
                ends_on_wall = work.zone.wall(ends)
            found.append((from_wall_seconds(wall), from_wall_seconds(ends_on_wall)))
    return found


def _expanded(work: ExpansionPlan, window: Span, table: tuple[list[int], list[int]]) -> Spans:
    low, high = window
    if low >= high:
        return []
    if work.nominal is None:
        begin = work.zone.exact(work.start)
        return [(begin, high)] if begin < high and work.start not in work.exceptions else []
    found: Spans = []
    for run in work.runs(low - work.nominal - work.elapsed - _MARGIN, high + _MARGIN):
        if run:
            starts = exact_run(run, table)
            if work.nominal:
                found += zip(
                    starts, exact_run(run, table, shift=work.nominal, extra=work.elapsed), strict=True
                )
            else:
                found += [(start, start + work.elapsed) for start in starts]
    return found


def _last_start(start: int, until: object, place: Zone) -> int:
    """The last wall time at which an instance can begin, UNTIL being inclusive."""
    if not isinstance(until, datetime):
        return wall_seconds(datetime.combine(until, datetime.min.time())) + DAY - 1  # type: ignore[arg-type]
    if until.tzinfo is None:
        return wall_seconds(until)
    instant = exact_seconds(until)
    of_day = start % DAY
    day = (place.wall(instant) - of_day) // DAY + 2
    while place.exact(day * DAY + of_day) > instant:
        day -= 1
    return day * DAY + of_day
