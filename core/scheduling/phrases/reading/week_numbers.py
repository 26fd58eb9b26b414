"""Weeks by their number in the year: "week 3", "the 3rd week", "weeks 50 to 52", "weeks 50 and 51"."""

from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Item, Mark, Stretch
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Assumed, Trouble

_BEFORE_NUMBERED = (
    Role.END, Role.IN, Role.NOT, Role.NO, Role.EXCEPT, Role.BUSY, Role.FREE, Role.MAYBE, Role.AND, Role.OR,
    Role.COMMA, Role.BUT, Role.THE, Role.SEMICOLON, Role.STOP,
)  # fmt: skip
_BEHIND_NUMBERED = (
    Role.END, Role.COMMA, Role.AND, Role.OR, Role.STOP, Role.SEMICOLON, Role.BUT, Role.BUSY, Role.FREE,
    Role.MAYBE, Role.CLOSE, Role.NO, Role.NOT, Role.EXCEPT, Role.NOISE,
)  # fmt: skip
_FIGURES = (Role.NUMBER, Role.ORDINAL)
_SPANS = (Role.DASH, Role.TO, Role.UNTIL)
_LISTED = (Role.AND, Role.OR, Role.COMMA, Role.SLASH)
_NO_WEEK = (Role.OCLOCK, Role.MONTH, Role.COLON)
"""What makes the figure before it no week of a list."""


def is_numbered(source: Source, i: int) -> bool:
    """Whether the week at `i` is said by its number: "not in week 12", but "next week 12-14"."""
    number = source.at(i + 1)
    return (
        number.role is Role.NUMBER
        and 1 <= number.number <= 53
        and source.role(i - 1) in _BEFORE_NUMBERED
        and source.role(i + 2) in _BEHIND_NUMBERED
    )


def read_nth_week(source: Source, i: int) -> Read:
    """The 3rd week of the year."""
    return [_weeks(source, i, i, source.at(i + 1).end)], i + 2


def read_week_numbers(source: Source, i: int) -> Read | None:
    """Week 3 of the year, weeks 50 to 52, weeks 50 and 51; the word for them is at `i`."""
    j = i + 1
    start = source.at(i).start
    items: list[Item] = []
    while source.role(j) in _FIGURES:
        last = _last_of_range(source, j)
        items.append(replace(_weeks(source, j, last, source.at(last).end), start=start))
        j = _next_in_list(source, last + 1)
        if j == last + 1:
            break
        join = source.at(last + 1)
        items.append(Mark(join.start, join.end, join.role, join.text))
        start = source.at(j).start
    return (items, j) if items else None


def _last_of_range(source: Source, i: int) -> int:
    """The index of the last week of the range that begins at `i`; `i` where there is none."""
    if source.role(i + 1) not in _SPANS:
        return i
    last = source.skip(i + 2, Role.WEEK_NUMBER)
    return last if source.role(last) in _FIGURES else i


def _next_in_list(source: Source, i: int) -> int:
    """The index of the week that the mark at `i` joins to those before; `i` where it does not."""
    following = source.skip(i + 1, Role.WEEK_NUMBER)
    if source.role(i) not in _LISTED or source.role(following) is not Role.NUMBER:
        return i
    return i if source.role(following + 1) in _NO_WEEK else following


def _weeks(source: Source, i: int, j: int, end: int) -> Stretch:
    """The days of the weeks whose numbers stand at `i` and `j`, the next such."""
    first, last = source.at(i), source.at(j)
    year = source.today.isocalendar().year
    try:
        monday = date.fromisocalendar(year, first.number, 1)
        sunday = date.fromisocalendar(year + (last.number < first.number), last.number, 7)
        if sunday < source.today:
            monday = date.fromisocalendar(year + 1, first.number, 1)
            sunday = date.fromisocalendar(year + 1, last.number, 7)
    except ValueError:
        raise Unclear(Trouble.IMPOSSIBLE_DATE, start=first.start, end=last.end) from None
    return Stretch(first.start, end, monday, sunday, unit="week", assumed=Assumed.DATE)
