"""Weeks by their number in the year: "week 3", "the 3rd week", "weeks 50 to 52", "weeks 50 and 51"."""

from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import DayStretch, Item, MarkForm
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords
from core.scheduling.phrases.understanding import Assumed, Trouble

_BEFORE_NUMBERED = (
    Tag.END, Tag.IN, Tag.NOT, Tag.NO, Tag.EXCEPT, Tag.BUSY, Tag.FREE, Tag.MAYBE, Tag.AND, Tag.OR,
    Tag.COMMA, Tag.BUT, Tag.THE, Tag.SEMICOLON, Tag.STOP,
)  # fmt: skip
_BEHIND_NUMBERED = (
    Tag.END, Tag.COMMA, Tag.AND, Tag.OR, Tag.STOP, Tag.SEMICOLON, Tag.BUT, Tag.BUSY, Tag.FREE,
    Tag.MAYBE, Tag.CLOSE, Tag.NO, Tag.NOT, Tag.EXCEPT, Tag.NOISE,
)  # fmt: skip
_FIGURES = (Tag.NUMBER, Tag.ORDINAL)
_SPANS = (Tag.DASH, Tag.TO, Tag.UNTIL)
_LISTED = (Tag.AND, Tag.OR, Tag.COMMA, Tag.SLASH)
_NO_WEEK = (Tag.OCLOCK, Tag.MONTH, Tag.COLON)
"""Tags that make the figure before them no week of a list."""


def is_numbered(source: Source, i: int) -> bool:
    """Whether the week at `i` is named by its number: "not in week 12", but "next week 12-14"."""
    number = source.at(i + 1)
    return (
        number.tag is Tag.NUMBER
        and 1 <= number.number <= 53
        and source.tag(i - 1) in _BEFORE_NUMBERED
        and source.tag(i + 2) in _BEHIND_NUMBERED
    )


def read_nth_week(source: Source, i: int) -> Read:
    """The 3rd week of the year."""
    return [_weeks(source, i, i, source.at(i + 1).end)], i + 2


def read_week_numbers(source: Source, i: int) -> Read | None:
    """Week 3 of the year, weeks 50 to 52, weeks 50 and 51; the word for them is at `i`."""
    j = i + 1
    start = source.at(i).start
    items: list[Item] = []
    while source.tag(j) in _FIGURES:
        last = _last_of_range(source, j)
        items.append(replace(_weeks(source, j, last, source.at(last).end), start=start))
        j = _next_in_list(source, last + 1)
        if j == last + 1:
            break
        join = source.at(last + 1)
        items.append(MarkForm(join.start, join.end, join.tag))
        start = source.at(j).start
    return (items, j) if items else None


def _last_of_range(source: Source, i: int) -> int:
    """The index of the last week of the range that begins at `i`; `i` where there is none."""
    if source.tag(i + 1) not in _SPANS:
        return i
    last = source.skip(i + 2, Tag.WEEK_NUMBER)
    return last if source.tag(last) in _FIGURES else i


def _next_in_list(source: Source, i: int) -> int:
    """The index of the week that the mark at `i` joins to those before; `i` where it does not."""
    following = source.skip(i + 1, Tag.WEEK_NUMBER)
    if source.tag(i) not in _LISTED or source.tag(following) is not Tag.NUMBER:
        return i
    return i if source.tag(following + 1) in _NO_WEEK else following


def _weeks(source: Source, i: int, j: int, end: int) -> DayStretch:
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
        raise UnclearWords(Trouble.IMPOSSIBLE_DATE, start=first.start, end=last.end) from None
    return DayStretch(first.start, end, monday, sunday, unit="week", assumed=Assumed.DATE)
