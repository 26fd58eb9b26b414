"""Words as a stretch of days to look at: "March", "next three weeks", "weekends till Easter"."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context, Problem, Trouble
from core.scheduling.recurrence.expansion import next_occurrences

LONGEST = timedelta(days=430)
"""The furthest that is looked ahead."""
_MOST = 800
_WEEK = 7
_NEXT_MORNING = time(6)


@dataclass(frozen=True, slots=True)
class DayRange:
    """The days that words name, as wall time in the zone of the context."""

    windows: tuple[tuple[datetime, datetime], ...]
    """Half-open, sorted."""
    first: date
    last: date
    """Both included; days between them need not all be in the windows."""

    @property
    def whole(self) -> bool:
        """Every day from first to last, from midnight to midnight."""
        start = datetime(self.first.year, self.first.month, self.first.day)
        end = datetime(self.last.year, self.last.month, self.last.day) + timedelta(days=1)
        return self.windows == ((start, end),)

    @property
    def whole_days(self) -> bool:
        """No hours were named: the windows begin and end at midnight."""
        return all(at.time() == time() for window in self.windows for at in window)

    @property
    def one_day(self) -> bool:
        """All of it is on one day; a night past midnight belongs to the day on which it began."""
        ends = datetime.combine(self.first + timedelta(days=1), _NEXT_MORNING)
        return all(start.date() == self.first and end <= ends for start, end in self.windows)

    @property
    def weekdays(self) -> frozenset[int]:
        """The weekdays on which any of the windows is, 0 being Monday."""
        return frozenset(
            (start + timedelta(days=number)).weekday()
            for start, end in self.windows
            for number in range(min(_WEEK, ((end - timedelta(seconds=1)).date() - start.date()).days + 1))
        )


def days_between(first: date, last: date) -> DayRange:
    """Every day from first to last, both included."""
    start = datetime(first.year, first.month, first.day)
    end = datetime(last.year, last.month, last.day) + timedelta(days=1)
    return DayRange(((start, end),), first, last)


def days_of(words: str, context: Context) -> DayRange | Problem:
    """The days that the words name, or the problem if they name none."""
    meaning = understand(words, context)
    if meaning.problem:
        return replace(meaning.problem, readings=())
    limit = datetime.combine(context.now.date() + LONGEST, time())  # a midnight: no day is cut in two
    found: list[tuple[datetime, datetime]] = []
    for statement in meaning.statements:
        for start, end in next_occurrences(statement.rule, context.now, _MOST, before=limit):
            if start >= limit:  # it goes on without end
                break
            found.append((start, limit if end is None else min(end, limit)))
    if not found:
        return Problem(Trouble.PAST, words)
    windows = _merged(sorted(found))
    last = (windows[-1][1] - timedelta(seconds=1)).date()
    return DayRange(tuple(windows), windows[0][0].date(), last)


def _merged(spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    merged = [spans[0]]
    for start, end in spans[1:]:
        if start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
