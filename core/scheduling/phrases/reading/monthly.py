"""Days of every month by their number: the first Friday, every 4th and 10th, the last day."""

from dataclasses import replace
from datetime import date

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, Every, Item, MarkForm
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.months import month_stretch, year_at
from core.scheduling.phrases.reading.seasons import months_at, said_every_year
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords
from core.scheduling.phrases.understanding import Trouble

WEEKEND = frozenset({5, 6})
_LISTED = (Tag.AND, Tag.OR, Tag.COMMA, Tag.SLASH)
_FIGURES = (Tag.NUMBER, Tag.CARDINAL)
_EDGES = {Tag.BEGINNING: 1, Tag.ENDING: -1}
"""The day of the month that its beginning or end is."""
_COUNTED_UNITS = ("day", "week", "month", "weekend", "year")
_MOST_WEEKS = 52
_MOST_WEEKDAYS = 5
_MONTH_DAYS = 31


def read_monthly(source: Source, i: int) -> Read | None:
    """First Saturday of every month; 4th of each month; the last of the month; the first one of the month."""
    if source.tag(i) in _EDGES:
        return _edge(source, i)
    nths, j = _ordinals(source, i)
    if not nths:
        return None
    token = source.at(j)
    if token.tag is Tag.WEEKDAY:
        dated = source.tag(i) is Tag.THE and source.tag(j + 1) in (Tag.NUMBER, Tag.ORDINAL)
        return None if dated else nth_weekday(source, nths, j, start=source.at(i).start)
    if token.tag is Tag.ONES or (token.tag is Tag.CARDINAL and token.number == 1):
        return _nth_one(source, nths, j, start=source.at(i).start)
    return _nth_day(source, nths, j, start=source.at(i).start)


def month_edge(source: Source, i: int) -> int | None:
    """The day of the month for "at the beginning" or "at the end" at `i`; None if there is neither."""
    return _EDGES.get(source.tag(i))


def _edge(source: Source, i: int) -> Read | None:
    """At the beginning of every month, at the end of each month."""
    j = past_month(source, i + 1)
    if j == i + 1:
        return None
    if source.tag(j - 2) not in (Tag.EVERY, Tag.OFTEN) and source.tag(j - 1) is not Tag.OFTEN:
        return None
    day = _EDGES[source.tag(i)]
    return [Every(source.at(i).start, source.at(j - 1).end, "month", month_days=(day,))], j


def _nth_one(source: Source, nths: tuple[int, ...], i: int, *, start: int) -> Read | None:
    """The first one of the month, whose weekday stands before; a single month is asked about."""
    after = past_month(source, i + 1)
    if after > i + 1:
        return [Every(start, source.at(after - 1).end, "month", nths=nths, bare=True)], after
    if source.tag(source.skip(i + 1, Tag.OF, Tag.IN)) is Tag.MONTH:
        raise UnclearWords(Trouble.UNSUPPORTED, start=start, end=source.at(i + 2).end)
    return None


def _nth_day(source: Source, nths: tuple[int, ...], i: int, *, start: int) -> Read | None:
    """Days of each month: the 4th of each month, the last day of every 3 months."""
    token = source.at(i)
    if token.key == "weekend" and token.tag is Tag.UNIT and of_the_month(source, i + 1):
        raise UnclearWords(Trouble.UNSUPPORTED, start=start, end=token.end)
    j = i + 1 if nths[-1] < 0 and _is_single_day(token) else i
    after = past_month(source, j)
    if after == j or (source.tag(after - 1) is Tag.UNIT and source.tag(after - 2) is Tag.A):
        return None
    if any(abs(nth) > _MONTH_DAYS for nth in nths):
        raise UnclearWords(Trouble.IMPOSSIBLE_DATE, start=start, end=token.end)
    interval = _interval(source, j, after)
    return [Every(start, source.at(after - 1).end, "month", interval=interval, month_days=nths)], after


def _is_single_day(token: Token) -> bool:
    return token.tag is Tag.UNIT and token.key == "day" and not token.many


def every_nth(source: Source, i: int, *, start: int, also: tuple[int, ...] = ()) -> Read | None:
    """Every third Sunday, every 4th and 10th of the month, every first and third Friday."""
    found, j = _ordinals(source, i)
    if not found:
        return None
    nths = also + found
    token = source.at(j)
    if token.tag is Tag.WEEKDAY:
        limited = nth_weekday(source, nths, j, start=start, yearly=True)
        return limited or _every_nth_weekday(source, nths, j, start=start)
    counts = len(nths) == 1 and 1 <= nths[0] <= _MOST_WEEKS
    if token.tag is Tag.UNIT and token.key in _COUNTED_UNITS and counts:
        return _every_nth_unit(source, nths[0], j, start=start)
    after = past_month(source, j)
    if after == j:
        return None
    return [Every(start, source.at(after - 1).end, "month", month_days=nths)], after


def _every_nth_weekday(source: Source, nths: tuple[int, ...], i: int, *, start: int) -> Read:
    """Every third Sunday, which may be of the month or one in three; several are of the month."""
    token = source.at(i)
    weekdays = frozenset({token.number})
    return [Every(start, token.end, "month", weekdays=weekdays, nths=nths, alone=len(nths) == 1)], i + 1


def _every_nth_unit(source: Source, nth: int, i: int, *, start: int) -> Read:
    """Every third week, every 2nd day, every second weekend; but no weekend of the month."""
    token = source.at(i)
    if token.key != "weekend":
        return [Every(start, token.end, token.key, interval=nth, bare=token.key != "day")], i + 1
    if of_the_month(source, i + 1):
        raise UnclearWords(Trouble.UNSUPPORTED, start=start, end=token.end)
    return [Every(start, token.end, "week", interval=nth, weekdays=WEEKEND)], i + 1


def _ordinals(source: Source, i: int) -> tuple[tuple[int, ...], int]:
    """A list of ordinals: "first and third", "2nd & 4th", "2nd to the last"."""
    found: list[int] = []
    j = i
    while True:
        k = source.skip(j, Tag.THE)
        token = source.at(k)
        if token.tag is Tag.LAST:
            number = -1
        elif token.tag is Tag.ORDINAL:
            number = token.number
            back = source.skip(k + 1, Tag.TO, Tag.THE)
            if source.tag(k + 1) is Tag.TO and source.tag(back) is Tag.LAST:
                number, k = -number, back
        else:
            break
        found.append(number)
        j = k + 1
        join = source.skip(j, *_LISTED)
        if join == j or source.tag(source.skip(join, Tag.THE)) not in (Tag.ORDINAL, Tag.LAST):
            break
        j = join
    return tuple(found), j


def of_the_month(source: Source, i: int) -> bool:
    """Whether "of the month" or a similar phrase stands at `i`."""
    return past_month(source, i) > i


def past_month(source: Source, i: int) -> int:
    """The index after "of the month", "of every 3 months", "each month"; `i` if there is none."""
    j = source.skip(i, Tag.OF, Tag.IN)
    token = source.at(j)
    if token.tag is Tag.OFTEN and token.key == "month":
        return j + 1
    if j > i and source.unit(j) == "month" and not token.many:  # "im Monat"
        return j + 1
    if token.tag in (Tag.EVERY, Tag.THE, Tag.A, Tag.ANY, Tag.ALTERNATE):
        k = j + 1 + (source.tag(j) is Tag.EVERY and source.tag(j + 1) in _FIGURES)
        if source.unit(k) == "month":
            return k + 1
    return i


def _interval(source: Source, i: int, end: int) -> int:
    """The interval in months, by the words from `i` to `end`: "of every 3 months"."""
    if any(source.tag(k) is Tag.ALTERNATE for k in range(i, end)):
        return 2
    number = next((source.at(k).number for k in range(i, end) if source.tag(k) in _FIGURES), 1)
    if not 1 <= number <= 48:
        raise UnclearWords(Trouble.NOT_UNDERSTOOD, start=source.at(i).start, end=source.at(end - 1).end)
    return number


def nth_weekday(
    source: Source, nths: tuple[int, ...], i: int, *, start: int, yearly: bool = False
) -> Read | None:
    """The n-th weekday with its month or months; with `yearly`, of a month of every year."""
    weekday = source.at(i)
    if any(not 1 <= abs(nth) <= _MOST_WEEKDAYS for nth in nths):
        return None
    every = Every(start, weekday.end, "month", weekdays=frozenset({weekday.number}), nths=nths)
    j = i + 1
    after = past_month(source, j)
    if after > j:
        return [replace(every, end=source.at(after - 1).end, interval=_interval(source, j, after))], after
    k = source.skip(j, Tag.OF, Tag.IN)
    if k > j:
        if source.tag(k) is Tag.EVERY and source.tag(k + 1) is Tag.MONTH:
            return _of_named_month(source, every, k + 1, yearly=True)  # "of every May"
        if source.tag(k) is Tag.MONTH:
            return _of_named_month(source, every, k, yearly=yearly)
        if source.tag(k) in (Tag.THIS, Tag.NEXT) and source.unit(k + 1) == "month":
            month = calendar.month_start(source.today, source.tag(k) is Tag.NEXT)
            return _dated(source, every, month, after=k + 2)
    return ([every], j) if len(nths) > 1 or weekday.many or _said_monthly(source) else None


def _said_monthly(source: Source) -> bool:
    return any(token.tag is Tag.OFTEN and token.key == "month" for token in source.tokens)


def _of_named_month(source: Source, every: Every, i: int, *, yearly: bool) -> Read | None:
    """The first Monday in May: of every year if the words say so, else the dates of the next May."""
    year, after = year_at(source, i + 1)
    if year is None and (yearly or said_every_year(source)):
        months, after = months_at(source, i)
        return [replace(every, end=source.at(after - 1).end, months=months)], after
    if source.tag(after) in (Tag.DASH, Tag.TO, Tag.AND, Tag.OR) and source.tag(after + 1) is Tag.MONTH:
        return None
    month = month_stretch(source, source.at(i).number, year, start=0, end=0).first
    return _dated(source, every, month, after=after, may_move=year is None)


def _dated(source: Source, every: Every, month: date, *, after: int, may_move: bool = False) -> Read:
    """The dates of n-th weekdays in one month; past ones `may_move` to the next year."""
    items: list[Item] = []
    end = source.at(after - 1).end
    (weekday,) = every.weekdays
    for nth in every.nths:
        on = calendar.nth_weekday(month, weekday, nth)
        if on is not None and on < source.today and may_move:
            on = calendar.nth_weekday(month.replace(year=month.year + 1), weekday, nth)
        if on is None:
            raise UnclearWords(Trouble.IMPOSSIBLE_DATE, start=every.start, end=end)
        items += [DayForm(every.start, end, on=on), MarkForm(end, end, Tag.AND)]
    return items[:-1], after
