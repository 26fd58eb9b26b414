"""What a form or a script sends about a span of time, read into values.

A script sends wall times as the calendar has them (`start`, `end`); a form sends a day and hours. Neither
knows anything of zones: the use cases decide what a wall time means, as browsers have zone data of their own.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.ids import AvailabilityId
from core.scheduling.diary.pointed import PointedTime
from core.scheduling.kinds import Kind
from web.forms import SentForm

_DAY = timedelta(days=1)
_WALL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}")
_YEARS = range(1970, 2101)
YES = "yes"


class SentUnread(Exception):
    """A day, a time or a choice is missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class SentEntry:
    """Which entry is meant, which of its dates, and whether all of them are."""

    rule: AvailabilityId
    begins: datetime | None
    """When the date begins; None: the entry as a whole."""
    every: bool


def pointed_of(form: SentForm) -> PointedTime:
    """The span. Raises SentUnread."""
    whole = form.get("whole") == YES
    start, end = _walls(form, whole=whole) if form.get("start") else _by_form(form, whole=whole)
    until = form.get("until")
    weekly = form.get("weekly") == YES
    return PointedTime(start, end, whole, weekly, day_of(until) if until and weekly else None)


def kind_of(form: SentForm) -> Kind:
    """Busy, maybe or free. Raises SentUnread."""
    try:
        return Kind(form.get("kind"))
    except ValueError:
        raise SentUnread from None


def kind_chosen(form: SentForm) -> Kind | None:
    """The same where it may be left to the words. Raises SentUnread."""
    return kind_of(form) if form.get("kind") else None


def entry_of(form: SentForm) -> SentEntry:
    """The entry. Raises SentUnread."""
    begins = form.get("begins")
    return SentEntry(
        AvailabilityId(number_of(form.get("rule"))),
        _moment(begins) if begins else None,
        form.get("every") == YES,
    )


def number_of(said: str) -> int:
    """An id. Raises SentUnread."""
    if not said.isascii() or not said.isdigit() or len(said) > _DIGITS:
        raise SentUnread
    return int(said)


def day_of(said: str) -> date:
    """A date. Raises SentUnread."""
    if not _DATE.fullmatch(said):
        raise SentUnread
    try:
        found = date.fromisoformat(said)
    except ValueError:
        raise SentUnread from None
    if found.year not in _YEARS:
        raise SentUnread
    return found


def _walls(form: SentForm, *, whole: bool) -> tuple[datetime, datetime]:
    """As a calendar has them: the end is not part of it, and whole days are dates."""
    start, end = _moment(form.get("start")), _moment(form.get("end"))
    if whole is not (len(form.get("start")) == len("2026-12-01")):
        raise SentUnread
    return start, end


def _by_form(form: SentForm, *, whole: bool) -> tuple[datetime, datetime]:
    """As people say them: the last day is part of it, and an end before the start is on the day after."""
    first = day_of(form.get("day"))
    last = day_of(form.get("last")) if form.get("last") else first
    if whole:
        return datetime.combine(first, time()), datetime.combine(last, time()) + _DAY
    start = datetime.combine(first, _clock(form.get("from")))
    end = datetime.combine(last, _clock(form.get("to")))
    return start, end + _DAY if end <= start and last == first else end


def _moment(said: str) -> datetime:
    if _DATE.fullmatch(said):
        return datetime.combine(day_of(said), time())
    if not _WALL.fullmatch(said):
        raise SentUnread
    return datetime.combine(day_of(said[:10]), _clock(said[11:]))


def _clock(said: str) -> time:
    if not _CLOCK.fullmatch(said):
        raise SentUnread
    try:
        return time.fromisoformat(said)
    except ValueError:
        raise SentUnread from None


_DIGITS = 18
