"""Days known in part settled to dates, forward from now, and checked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, Days, Several, Span, Which
from core.scheduling.phrases.resolving.frame import FURTHEST, Frame
from core.scheduling.phrases.resolving.weekdays import coming_weekday
from core.scheduling.phrases.understanding import Assumed, Assumption, Trouble

_NEAR = 92
"""Days within which "Tuesday 8th" may be found; further off, a slip is likelier."""


def with_months(group: Several) -> tuple[Days, ...]:
    """The days of a list, each given the month, or the "next", that a neighbour has."""
    days = list(group.days)
    for i in range(len(days) - 2, -1, -1):
        days[i] = _in_month_of(days[i], days[i + 1])
    for i, (before, day) in enumerate(pairwise(days), 1):
        days[i] = _pointed_at_like(day, before)
    return tuple(days)


def _in_month_of(day: Days, after: Days) -> Days:
    """The 4th in "the 4th, 5th and 6 December"."""
    if isinstance(after, Span):
        after = after.first
    if not isinstance(day, DayForm) or not isinstance(after, DayForm) or after.month is None:
        return day
    if not lacks_month(day) or (day.day or 0) >= (after.day or 0):
        return day
    return replace(day, month=after.month, year=after.year)


def _pointed_at_like(day: Days, before: Days) -> Days:
    """Wednesday in "next Tuesday and Wednesday"."""
    pointed = isinstance(before, DayForm) and before.which is Which.NEXT
    if pointed and isinstance(day, DayForm) and coming_weekday(day) is not None:
        return replace(day, which=Which.NEXT)
    return day


def lacks_month(day: Days) -> bool:
    """Whether the month is missing: "the 5th", "Friday 5"."""
    return isinstance(day, DayForm) and day.day is not None and day.month is None and day.on is None


def date_of(frame: Frame, day: DayForm, *, lower: date | None = None) -> date:
    """The date of a day, the next that fits; a contradiction ends in a question."""
    chosen = frame.chosen.get(f"day{day.start}")
    if isinstance(chosen, date):
        return chosen
    if day.day is None and day.on is None:
        return _weekday(frame, day, day.weekday or 0, lower)
    found = _date(frame, day, lower)
    if found < frame.today:
        raise frame.unclear(Trouble.PAST, day, day=found)
    if (found - frame.today).days > FURTHEST:
        raise frame.unclear(Trouble.AMBIGUOUS, day, day=found)
    return found


def _date(frame: Frame, day: DayForm, lower: date | None) -> date:
    if day.on is not None:
        return _fixed(frame, day, day.on)
    if day.month is not None:
        return _of_month(frame, day, lower)
    return _of_any_month(frame, day, day.day or 0)


def mismatch(frame: Frame, day: DayForm, found: date) -> Exception:
    """The date and the weekday contradict each other: offer the nearest such weekday, and the date."""
    weekday = found.weekday() if day.weekday is None else day.weekday
    shift = (weekday - found.weekday() + 3) % 7 - 3
    choices = sorted(c for c in (found + timedelta(days=shift), found) if c >= frame.today)
    return frame.unclear(
        Trouble.WEEKDAY_MISMATCH, day, day=found, key=f"day{day.start}", choices=tuple(choices)
    )


def _fixed(frame: Frame, day: DayForm, found: date) -> date:
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
            raise mismatch(frame, day, found)
        found = calendar.monday(found) + timedelta(days=day.weekday)
        frame.assume(Assumption(Assumed.WEEK, frame.words(day), day=found))
    elif day.assumed is not None:
        frame.assume(Assumption(day.assumed, frame.words(day), day=found))
    return found


def _plain(frame: Frame, day: DayForm, lower: date | None) -> date:
    base = lower or frame.today
    month, number, year = day.month or 0, day.day or 0, day.year
    found = calendar.make(year or base.year, month, number)
    if year is None and (found is None or found < base):
        found = calendar.make(base.year + 1, month, number)
    if found is None:
        raise frame.unclear(Trouble.IMPOSSIBLE_DATE, day)
    return found


def _of_month(frame: Frame, day: DayForm, lower: date | None) -> date:
    found = _plain(frame, day, lower)
    if found < frame.today:
        raise frame.unclear(Trouble.PAST, day, day=found)
    if day.weekday is not None and found.weekday() != day.weekday:
        swapped = _swapped(frame, day)
        if swapped is None or swapped.weekday() != day.weekday:
            raise mismatch(frame, day, found)
        found = swapped
        frame.assume(Assumption(Assumed.DATE, frame.words(day), day=found))
    elif day.swapped is not None and day.weekday is None:
        frame.assume(Assumption(Assumed.DATE, frame.words(day), day=found))
    remember(frame, found)
    return found


def _swapped(frame: Frame, day: DayForm) -> date | None:
    if day.swapped is None:
        return None
    number, month = day.swapped
    return _plain(frame, replace(day, day=number, month=month, swapped=None), None)


def remember(frame: Frame, found: date) -> None:
    """Keep a date named with its month, for later ones without a month."""
    frame.month = (found.year, found.month)
    frame.latest = found


def _of_any_month(frame: Frame, day: DayForm, number: int) -> date:
    """A day without its month: of the month spoken of, else the next.

    With a weekday ("Tues 8th") it is the next that is one, if that is near.
    """
    fits = list(_such_days(number, _since(frame, number)))
    found = fits[0] if day.weekday is None else _on_weekday(frame, day, fits)
    if frame.month is not None:
        remember(frame, found)
    return found


def _since(frame: Frame, number: int) -> date:
    """The date from which a day is looked for: "the 30th" after "5 December" is in that month.

    A day well before the last named one is in the month after: "28 December and the 3rd".
    """
    if frame.month is None or frame.latest is None:
        return frame.today
    start = date(*frame.month, 1)
    inside = calendar.make(*frame.month, number)
    if inside is not None and inside < frame.latest and (frame.latest - inside).days > 14:
        start = calendar.month_start(start, 1)
    return max(start, frame.today)


def _such_days(number: int, start: date) -> Iterator[date]:
    """The days of that number in the months to come, from a date on."""
    for months in range(14):
        first = calendar.month_start(start, months)
        found = calendar.make(first.year, first.month, number)
        if found is not None and found >= start:
            yield found


def _on_weekday(frame: Frame, day: DayForm, fits: Sequence[date]) -> date:
    """The first of some dates on the weekday of "Tues 8th"; a far one only if it is the next."""
    found = next((each for each in fits if each.weekday() == day.weekday), None)
    if found is None or ((found - frame.today).days > _NEAR and found != fits[0]):
        raise mismatch(frame, day, fits[0])
    if found != fits[0]:
        frame.assume(Assumption(Assumed.DATE, frame.words(day), day=found))
    return found


def _weekday(frame: Frame, day: DayForm, weekday: int, lower: date | None) -> date:
    if day.which is Which.NEXT:
        found = calendar.monday(frame.today) + timedelta(days=7 + weekday)
        frame.assume(Assumption(Assumed.WEEK, frame.words(day), day=found))
        return found
    return calendar.coming(lower or frame.today, weekday)
