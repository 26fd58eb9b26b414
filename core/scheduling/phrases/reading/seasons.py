"""Months and weeks that come again every year, as words name them: every August, even weeks."""

from datetime import date

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Day, Every, Mark, Stretch
from core.scheduling.phrases.reading.months import in_company
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Trouble

PARITIES = {Role.EVEN_WEEKS: 0, Role.ODD_WEEKS: 1}
_LISTED = (Role.AND, Role.OR, Role.COMMA, Role.SLASH)
_VERBS = (Role.WORD, Role.NOISE, Role.NOT, Role.FREE, Role.BUSY, Role.MAYBE)
"""What stands behind "may" and "march" where they are no months."""
_RANGED = (Role.DASH, Role.TO)
_FIGURES = (Role.NUMBER, Role.ORDINAL)
_WEEKEND = frozenset({5, 6})


def read_weeks(source: Source, i: int, *, start: int, some: bool = False) -> Read:
    """Even weeks, odd weeks, from token `i`."""
    token = source.at(i)
    parity, place = PARITIES[token.role], (token.start, token.end)
    return [Every(start, token.end, "day", parity=parity, weeks_at=place, some=some)], i + 1


def read_every_month(source: Source, i: int, *, start: int) -> Read | None:
    """Every August, every June and December, every August weekend; the first month is at `i`."""
    if source.at(i).shy and source.role(i + 1) in (Role.WORD, Role.NOT):
        return None
    months, j = months_at(source, i)
    if source.year(j) is not None:
        raise Unclear(Trouble.AMBIGUOUS, start=start, end=source.at(j).end)
    token = source.at(j)
    if token.role is Role.UNIT and token.key == "weekend":
        return [Every(start, token.end, "week", weekdays=_WEEKEND, months=months)], j + 1
    return [Every(start, source.at(j - 1).end, "day", months=months)], j


def read_every_dates(found: Read, *, start: int) -> Read | None:
    """Every 10-20 August, every 24 and 31 December: days of one month, said together."""
    items, after = found
    days = [item for item in items if isinstance(item, Day)]
    marks = [item.role for item in items if isinstance(item, Mark)]
    if not _share_month(days) or len(days) + len(marks) != len(items):
        return None
    numbers = _numbers(days, marks)
    if numbers is None:
        return None
    if not numbers:
        raise Unclear(Trouble.END_BEFORE_START, start=start, end=days[-1].end)
    return [every_day_of(start, days[-1].end, days[0].month or 1, tuple(sorted(set(numbers))))], after


def _share_month(days: list[Day]) -> bool:
    """Whether these are days of one month, with no year and no weekday."""
    months = {day.month for day in days}
    bare = all(day.day and day.year is None and day.weekday is None for day in days)
    return bare and len(months) == 1 and None not in months


def _numbers(days: list[Day], marks: list[Role]) -> list[int] | None:
    """The days of the month in a range or a list; none of them where a range ends before it begins."""
    numbers = [day.day or 0 for day in days]
    if len(days) == 2 and marks[0] in (*_RANGED, Role.UNTIL):
        return list(range(numbers[0], numbers[1] + 1))
    return numbers if all(role in _LISTED for role in marks) else None


def every_day_of(start: int, end: int, month: int, numbers: tuple[int, ...]) -> Every:
    """These days of a month of every year."""
    return Every(start, end, "month", month_days=numbers, months=frozenset({month}))


def months_at(source: Source, i: int) -> tuple[frozenset[int], int]:
    """The months of a list or a range from `i` on, and the next index."""
    found = [source.at(i).number]
    j = i + 1
    if source.role(j) in _RANGED and _month(source, j + 1):
        return months_between(found[0], source.at(j + 1).number), j + 2
    while True:
        k = source.skip(j, *_LISTED)
        k += source.role(k) in (Role.EVERY, Role.IN)
        if k == j or not _month(source, k):
            return frozenset(found), j
        found.append(source.at(k).number)
        j = k + 1


def months_between(first: int, last: int) -> frozenset[int]:
    """The months from one to another, over New Year where the last comes first."""
    return frozenset((first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1))


def _month(source: Source, i: int) -> bool:
    """Whether a whole month stands at `i`, no day of one."""
    if source.role(i) is not Role.MONTH:
        return False
    if source.at(i).shy and not in_company(source, i) and source.role(i + 1) in _VERBS:
        return False  # "every January and may be longer"
    return source.role(i + 1) not in _FIGURES or source.year(i + 1) is not None


def said_every_year(source: Source) -> bool:
    """Whether the sentence speaks of every year somewhere: "the first Monday in May, every year"."""
    return any(
        (token.role is Role.OFTEN and token.key == "year")
        or (token.role in (Role.EVERY, Role.ALTERNATE) and source.at(_counted(source, i + 1)).key == "year")
        for i, token in enumerate(source.tokens)
    )


def read_year(source: Source, i: int) -> Read | None:
    """The year in "until 2029", "from 2028 on"; "until 2030" is an hour unless years are spoken of."""
    year = source.year(i)
    if year is None or source.role(i + 1) in _AFTER_HOUR:
        return None
    yearly = said_every_year(source) or _seasonal(source)
    before = source.role(i - 1)
    if before not in (*_BEFORE_YEAR, *(_IN_YEAR if yearly else ())) or (year % 5 == 0 and not yearly):
        return None
    first = date(year, 1, 1)
    stretch = Stretch(source.at(i).start, source.at(i).end, first, date(year, 12, 31), unit="year")
    return [stretch], i + 1


def _seasonal(source: Source) -> bool:
    return any(
        token.role in PARITIES or (token.role is Role.EVERY and source.role(i + 1) is Role.MONTH)
        for i, token in enumerate(source.tokens)
    )


_BEFORE_YEAR = (Role.UNTIL, Role.BEFORE, Role.FROM, Role.STARTING, Role.AFTER)
_IN_YEAR = (Role.IN, Role.EXCEPT, Role.NOT)
_AFTER_HOUR = (
    Role.MERIDIEM, Role.OCLOCK, Role.DASH, Role.TO, Role.UNTIL, Role.MONTH, Role.NUMBER, Role.CLOCK,
    Role.COLON,
)  # fmt: skip
"""What stands behind figures that are an hour, or the year of a date."""


def _counted(source: Source, i: int) -> int:
    return i + (source.role(i) in (Role.NUMBER, Role.CARDINAL, Role.ORDINAL))
