"""The last instance of a rule, and runs of its exceptions."""

from collections import deque
from dataclasses import replace
from datetime import date, datetime
from itertools import islice, takewhile

from core.moments import DAY, from_wall_seconds, wall_seconds
from core.scheduling.recurrence.expansion import ExpansionPlan, plan
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.seasons import Seasons

_MOST = 20_000
"""Instances counted at most: nobody is told an end beyond them."""

_YEARS = 2 * 366 * DAY


def last_occurrence(rule: Rule) -> datetime | None:
    """When (naive wall time) the last instance of a repeating rule begins; None: never, or too far."""
    if rule.repeat is None or (rule.repeat.until is None and rule.repeat.count is None):
        return None
    work = plan(rule)
    if isinstance(work.series, Seasons):
        return _last_of_seasons(work)
    begins = work.after(work.start)
    last = deque(islice(begins, _MOST), maxlen=1)
    if not last or next(begins, None) is not None:
        return None
    return from_wall_seconds(last[0])


def _last_of_seasons(work: ExpansionPlan) -> datetime | None:
    """The same, searched from the end some years at a time, since each year costs."""
    high = work.series.last
    while high is not None and high >= work.start:
        found = [run[-1] for run in work.runs(max(high - _YEARS, work.start), high) if run]
        if found:
            return from_wall_seconds(max(found))
        high -= _YEARS + 1
    return None


def left_out_runs(rule: Rule, *, since: date) -> list[tuple[datetime, datetime]]:
    """The exceptions of a repeating rule from a day on: first and last of each run of more than two."""
    out = [each for each in rule.exceptions if each.date() >= since]
    if rule.repeat is None or not out:
        return []
    work = plan(replace(rule, exceptions=()))
    begins = takewhile(lambda wall: wall <= wall_seconds(out[-1]), work.after(work.start))
    places = {from_wall_seconds(wall): place for place, wall in enumerate(islice(begins, _MOST))}
    runs: list[list[datetime]] = []
    for each in out:
        if runs and places.get(each, 0) - 1 == places.get(runs[-1][-1]):
            runs[-1].append(each)
        else:
            runs.append([each])
    return [
        pair
        for run in runs
        for pair in ([(run[0], run[-1])] if len(run) > 2 else [(day, day) for day in run])
    ]
