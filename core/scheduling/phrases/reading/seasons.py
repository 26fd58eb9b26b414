"""Months and weeks of every year: every August, even weeks."""

from datetime import date

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import DayForm, DayStretch, Every, MarkForm
from core.scheduling.phrases.reading.months import VERBS, in_company
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords
from core.scheduling.phrases.understanding import Trouble

PARITIES = {Tag.EVEN_WEEKS: 0, Tag.ODD_WEEKS: 1}
_LISTED = (Tag.AND, Tag.OR, Tag.COMMA, Tag.SLASH)
_RANGED = (Tag.DASH, Tag.TO)
_FIGURES = (Tag.NUMBER, Tag.ORDINAL)
_WEEKEND = frozenset({5, 6})


def read_weeks(source: Source, i: int, *, start: int, some: bool = False) -> Read:
    """Even weeks, odd weeks, from token `i`."""
    token = source.at(i)
    parity, place = PARITIES[token.tag], (token.start, token.end)
    return [Every(start, token.end, "day", parity=parity, weeks_at=place, some=some)], i + 1


def read_every_month(source: Source, i: int, *, start: int) -> Read | None:
    """Every August, every June and December, every August weekend; the first month is at `i`."""
    if source.at(i).shy and source.tag(i + 1) in (Tag.WORD, Tag.NOT):
        return None
    months, j = months_at(source, i)
    if source.year(j) is not None:
        raise UnclearWords(Trouble.AMBIGUOUS, start=start, end=source.at(j).end)
    if source.unit(j) == "weekend":
        return [Every(start, source.at(j).end, "week", weekdays=_WEEKEND, months=months)], j + 1
    return [Every(start, source.at(j - 1).end, "day", months=months)], j


def read_every_dates(found: Read, *, start: int) -> Read | None:
    """Every 10-20 August, every 24 and 31 December: days of one month together."""
    items, after = found
    days = [item for item in items if isinstance(item, DayForm)]
    marks = [item.tag for item in items if isinstance(item, MarkForm)]
    if not _share_month(days) or len(days) + len(marks) != len(items):
        return None
    numbers = _numbers(days, marks)
    if numbers is None:
        return None
    if not numbers:
        raise UnclearWords(Trouble.END_BEFORE_START, start=start, end=days[-1].end)
    return [every_day_of(start, days[-1].end, days[0].month or 1, tuple(sorted(set(numbers))))], after


def _share_month(days: list[DayForm]) -> bool:
    """Whether these are days of one month, with no year and no weekday."""
    months = {day.month for day in days}
    bare = all(day.day and day.year is None and day.weekday is None for day in days)
    return bare and len(months) == 1 and None not in months


def _numbers(days: list[DayForm], marks: list[Tag]) -> list[int] | None:
    """The days of the month in a range or a list; none of them where a range ends before it begins."""
    numbers = [day.day or 0 for day in days]
    if len(days) == 2 and marks[0] in (*_RANGED, Tag.UNTIL):
        return list(range(numbers[0], numbers[1] + 1))
    return numbers if all(tag in _LISTED for tag in marks) else None


def every_day_of(start: int, end: int, month: int, numbers: tuple[int, ...]) -> Every:
    """These days of a month of every year."""
    return Every(start, end, "month", month_days=numbers, months=frozenset({month}))


def months_at(source: Source, i: int) -> tuple[frozenset[int], int]:
    """The months of a list or a range from `i` on, and the next index."""
    found = [source.at(i).number]
    j = i + 1
    if source.tag(j) in _RANGED and _month(source, j + 1):
        return months_between(found[0], source.at(j + 1).number), j + 2
    while True:
        k = source.skip(j, *_LISTED)
        k += source.tag(k) in (Tag.EVERY, Tag.IN)
        if k == j or not _month(source, k):
            return frozenset(found), j
        found.append(source.at(k).number)
        j = k + 1


def months_between(first: int, last: int) -> frozenset[int]:
    """The months from one to another, over New Year where the last comes first."""
    return frozenset((first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1))


def _month(source: Source, i: int) -> bool:
    """Whether a whole month stands at `i`, no day of one."""
    if source.tag(i) is not Tag.MONTH:
        return False
    if source.at(i).shy and not in_company(source, i) and source.tag(i + 1) in VERBS:
        return False  # "every January and may be longer"
    return source.tag(i + 1) not in _FIGURES or source.year(i + 1) is not None


def said_every_year(source: Source) -> bool:
    """Whether the sentence speaks of every year somewhere: "the first Monday in May, every year"."""
    return any(
        (token.tag is Tag.OFTEN and token.key == "year")
        or (token.tag in (Tag.EVERY, Tag.ALTERNATE) and source.unit(_counted(source, i + 1)) == "year")
        for i, token in enumerate(source.tokens)
    )


def read_year(source: Source, i: int) -> Read | None:
    """The year in "until 2029", "from 2028 on"; "until 2030" is an hour unless years are spoken of."""
    year = source.year(i)
    if year is None or source.tag(i + 1) in _AFTER_HOUR:
        return None
    yearly = said_every_year(source) or _seasonal(source)
    before = source.tag(i - 1)
    if before not in (*_BEFORE_YEAR, *(_IN_YEAR if yearly else ())) or (year % 5 == 0 and not yearly):
        return None
    first = date(year, 1, 1)
    stretch = DayStretch(source.at(i).start, source.at(i).end, first, date(year, 12, 31), unit="year")
    return [stretch], i + 1


def _seasonal(source: Source) -> bool:
    return any(
        token.tag in PARITIES or (token.tag is Tag.EVERY and source.tag(i + 1) is Tag.MONTH)
        for i, token in enumerate(source.tokens)
    )


_BEFORE_YEAR = (Tag.UNTIL, Tag.BEFORE, Tag.FROM, Tag.STARTING, Tag.AFTER)
_IN_YEAR = (Tag.IN, Tag.EXCEPT, Tag.NOT)
_AFTER_HOUR = (
    Tag.MERIDIEM, Tag.OCLOCK, Tag.DASH, Tag.TO, Tag.UNTIL, Tag.MONTH, Tag.NUMBER, Tag.CLOCK,
    Tag.COLON,
)  # fmt: skip
"""Tags after figures that are an hour, or the year of a date."""


def _counted(source: Source, i: int) -> int:
    return i + (source.tag(i) in (Tag.NUMBER, Tag.CARDINAL, Tag.ORDINAL))
