"""One day of a month in a list or a range: "the 5th", "Fri 5", and the month after it."""

from dataclasses import dataclass

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.months import year_at
from core.scheduling.phrases.reading.source import Source, UnclearWords
from core.scheduling.phrases.understanding import Trouble

NOT_A_DAY = (
    Tag.MERIDIEM, Tag.OCLOCK, Tag.QUANTITY_UNIT, Tag.QUANTITY, Tag.LABEL, Tag.UNIT, Tag.COLON,
    Tag.TIMES, Tag.ELSEWHERE, Tag.WEEK_OF, Tag.HALF,
)  # fmt: skip
"""Tags that make the figure before them something other than a day; a colon only sometimes."""
_FIGURES = (Tag.NUMBER, Tag.ORDINAL)
_MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Element:
    """One day of a list or a range."""

    day: DayForm
    after: int
    """The index of the next token."""
    sure: bool
    """It is surely a day, and not an hour or a count."""


@dataclass(frozen=True, slots=True)
class MonthBehind:
    """The month that days before it belong to."""

    month: int
    year: int | None
    after: int
    """The index of the next token."""


def impossible(token: Token) -> UnclearWords:
    """The refusal of an impossible date."""
    return UnclearWords(Trouble.IMPOSSIBLE_DATE, start=token.start, end=token.end)


def fits(day: int, month: int) -> bool:
    """Whether any year has such a day."""
    return 1 <= month <= 12 and day >= 1 and calendar.make(2028, month, day) is not None


def check(token: Token, month: int, day: DayForm) -> None:
    """Refuse a day that its month does not have: "31 November"."""
    if day.day is not None and not fits(day.day, month):
        raise UnclearWords(Trouble.IMPOSSIBLE_DATE, start=day.start or token.start, end=day.end)


def read_element(source: Source, i: int) -> Element | None:
    """One day of the month, with its weekday if there is one: "5", "the 5th", "Fri, the 5th"."""
    start = source.at(i).start
    weekday, i = _weekday_before(source, i)
    i += source.tag(i) is Tag.THE
    token = source.at(i)
    if token.tag is Tag.CARDINAL and source.tag(i - 1) is Tag.MONTH:
        return Element(DayForm(start, token.end, day=token.number), i + 1, sure=True)  # "May five"
    if not _may_be_day(source, i):
        return None
    if not 1 <= token.number <= _MONTH_DAYS:
        if weekday is not None or _must_be_day(source, i):
            raise impossible(token)
        return None
    sure = weekday is not None or token.tag is Tag.ORDINAL
    return Element(DayForm(start, token.end, weekday=weekday, day=token.number), i + 1, sure)


def _weekday_before(source: Source, i: int) -> tuple[int | None, int]:
    """The weekday of a date, and the index after it: "Fri. 5", "the Friday, the 5th"."""
    i += source.tag(i) is Tag.THE and source.tag(i + 1) is Tag.WEEKDAY
    token = source.at(i)
    if token.tag is not Tag.WEEKDAY or token.many:
        return None, i
    i = source.skip(i + 1, Tag.STOP)
    if source.tag(i) is Tag.COMMA and source.tag(i + 1) in (Tag.ORDINAL, Tag.THE):
        i += 1
    return token.number, i


def _may_be_day(source: Source, i: int) -> bool:
    """Whether the figure at `i` may be a day by its form and the next word: no "2027", "8 pm", "3 songs"."""
    token, follows = source.at(i), source.tag(i + 1)
    if token.tag not in _FIGURES or token.number < 0:
        return False
    if token.tag is Tag.NUMBER and len(token.text) > 2:
        return False
    if follows is Tag.MERIDIEM and token.tag is Tag.ORDINAL:
        return True  # "the 8th pm"
    return follows is Tag.COLON or follows not in NOT_A_DAY


def _must_be_day(source: Source, i: int) -> bool:
    """Whether the figure at `i` can only be a day: "the 45th", "45th of May"."""
    token = source.at(i)
    if token.tag is not Tag.ORDINAL or token.key != "figure":
        return False
    return source.tag(i - 1) is Tag.THE or month_behind(source, i + 1) is not None


def month_behind(source: Source, i: int) -> MonthBehind | None:
    """The month (and year) that the days before `i` belong to: "Jan", "of January 2027", "of this month"."""
    j = source.skip(i, Tag.OF, Tag.STOP, Tag.DASH, Tag.SLASH, Tag.IN, Tag.THE)
    token = source.at(j)
    if source.unit(j) == "day" and source.tag(j + 1) is Tag.OF:  # "third day of october"
        j, token = j + 2, source.at(j + 2)
    if token.tag is Tag.MONTH and j - i <= 2:
        year, after = year_at(source, j + 1)
        return MonthBehind(token.number, year, after)
    if token.tag in (Tag.THIS, Tag.NEXT) and source.unit(j + 1) == "month" and not source.at(j + 1).many:
        month = calendar.month_start(source.today, token.tag is Tag.NEXT)
        return MonthBehind(month.month, month.year, j + 2)
    return None
