"""A day without its month: "Friday", "the 12th", "Tues 8th", "Monday 21"."""

from dataclasses import replace

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm
from core.scheduling.phrases.reading.elements import NOT_A_DAY, Element, check, read_element
from core.scheduling.phrases.reading.source import Read, Source

_AFTER_HOUR = (Tag.DASH, Tag.TO, Tag.UNTIL, Tag.COLON, Tag.PART, Tag.ONWARDS)
"""Tags after an hour more often than after a day."""
_HOURS = (Tag.NUMBER, Tag.CLOCK, Tag.DOTTED)
_LAST_HOUR = 12
_MONTH_DAYS = 31


def read_lone(source: Source, i: int) -> Read | None:
    """A weekday, or a day without its month: "Friday", "the 12th", "Tues 8th", "Monday 21"."""
    headed = _under_header(source, i)
    if headed is not None:
        return headed
    element = read_element(source, i)
    if element is not None:
        if _is_ordinal(source, element):
            return _with_weekday_behind(source, element)
        if _is_date_of_weekday(source, element):
            return [element.day], element.after
        if source.tag(element.after) is Tag.OF and source.tag(element.after + 1) in (
            Tag.THIS,
            Tag.NEXT,
        ):
            return None
    token = source.at(i)
    if token.tag is Tag.WEEKDAY and not token.many:
        return [DayForm(token.start, token.end, weekday=token.number)], i + 1
    return None


def _under_header(source: Source, i: int) -> Read | None:
    """A bare figure below the month of its list: the "8" of "Jan: 8, 9"."""
    token = source.at(i)
    ordinal = token.tag is Tag.ORDINAL and token.key == "figure"
    figure = token.tag is Tag.NUMBER and len(token.text) < 3
    if source.header is None or not (ordinal or figure) or not 1 <= token.number <= _MONTH_DAYS:
        return None
    if source.tag(i + 1) in (*NOT_A_DAY, Tag.DASH, Tag.TO):
        return None
    month, year = source.header
    day = DayForm(token.start, token.end, day=token.number, month=month, year=year)
    check(token, month, day)
    return [day], i + 1


def _is_ordinal(source: Source, element: Element) -> bool:
    """Whether an ordinal is a day: "the 12th"; in words only with a weekday, or where it counts nothing."""
    last = source.at(element.after - 1)
    if last.tag is not Tag.ORDINAL:
        return False
    if last.key == "figure":
        return True
    counts_nothing = element.day.weekday is not None or last.number > 3
    return counts_nothing and source.tag(element.after) is not Tag.WORD


def _with_weekday_behind(source: Source, element: Element) -> Read:
    """The 12th, a Friday; "the 12th Friday"."""
    weekday = source.at(element.after)
    if weekday.tag is Tag.WEEKDAY and element.day.weekday is None and not weekday.many:
        return [replace(element.day, weekday=weekday.number, end=weekday.end)], element.after + 1
    return [element.day], element.after


def _is_date_of_weekday(source: Source, element: Element) -> bool:
    """Whether the figure after a weekday is its date and no hour: "Monday 21", "Fri 11" if it is one."""
    day = element.day
    if day.weekday is None or day.day is None:
        return False
    return day.day > _LAST_HOUR or (
        not _is_ranged_hour(source, element.after) and _is_near(source, day.weekday, day.day)
    )


def _is_ranged_hour(source: Source, i: int) -> bool:
    """Whether the token at `i` makes the figure before it an hour: "Fri 7-9", "Fri 7 onwards"."""
    if source.tag(i) in (Tag.DASH, Tag.COLON) and source.tag(i + 1) not in _HOURS:
        return False
    return source.tag(i) in _AFTER_HOUR


def _is_near(source: Source, weekday: int, number: int) -> bool:
    """Whether the next such day of a month falls on that weekday, so that "Fri 11" is a date and no hour."""
    for months in (0, 1):
        first = calendar.month_start(source.today, months)
        found = calendar.make(first.year, first.month, number)
        if found is not None and found >= source.today:
            return found.weekday() == weekday
    return False
