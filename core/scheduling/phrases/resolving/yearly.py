"""Days with "every year": months, dates, and the days from one date to another."""

from dataclasses import replace

from core.scheduling.phrases.calendar import DAY, make, month_end, month_start
from core.scheduling.phrases.forms import DayForm, Days, DayStretch, Every, Several, Span
from core.scheduling.phrases.reading.seasons import every_day_of
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.understanding import Trouble


def every_year(frame: Frame, groups: list[Several]) -> list[Several]:
    """Months with "every year" made a season: "Mondays in December every year", "yearly in May"."""
    bare = [group for group in groups if len(group.days) == 1 and _bare_year(group.days[0])]
    if len(bare) != 1:
        return groups
    others = [part for group in groups if group not in bare for part in _apart(frame, group)]
    if not others:
        return groups
    every = bare[0].days[0]
    years = every.interval if isinstance(every, Every) else 1
    return (
        _seasons(others, years)
        or _season_of_months(frame, bare[0], others, years)
        or _dates(frame, others, years)
        or groups
    )


def _seasons(groups: list[Several], years: int) -> list[Several] | None:
    """Days of some months already ("every first Monday in May, yearly, from 2027 to 2030"); else None."""
    named = [group for group in groups if all(isinstance(day, Every) and day.months for day in group.days)]
    others = [day for group in groups if group not in named for day in group.days]
    if not named or not all(isinstance(day, Span) for day in others):
        return None
    return [_every(group, years) if group in named else group for group in groups]


def _season_of_months(frame: Frame, bare: Several, groups: list[Several], years: int) -> list[Several] | None:
    """As in "December every year", "yearly in May and June"; None if no month is named."""
    months = [group for group in groups if all(months_of(frame, day) for day in group.days)]
    if not months:
        return None
    found = frozenset().union(*(months_of(frame, day) for group in months for day in group.days))
    start, end = min(months[0].start, bare.start), max(months[-1].end, bare.end)
    season = Every(start, end, "day", months=found, years=years)
    return [Several(start, end, (season,)), *(group for group in groups if group not in months)]


def _apart(frame: Frame, group: Several) -> list[Several]:
    """Days of a year, split from their limits after a comma: "in May, from 3 May 2027 to 2030"."""
    head, last = group.days[:-1], group.days[-1]
    limit = isinstance(last, Span) and last.opened and not months_of(frame, last)
    dated = all(_in_year(frame, day) for day in head)
    if not (head and limit and dated) or "," not in frame.words_at(head[-1].end, last.start):
        return [group]
    return [Several(group.start, head[-1].end, head), Several(last.start, last.end, (last,))]


def _in_year(frame: Frame, day: Days) -> bool:
    """Whether days are months, or a day in one."""
    return bool(months_of(frame, day)) or (isinstance(day, DayForm) and bool(day.month))


def _bare_year(day: Days) -> bool:
    return isinstance(day, Every) and day.bare and day.unit == "year"


def _every(group: Several, years: int) -> Several:
    days = (replace(day, years=max(years, day.years)) for day in group.days if isinstance(day, Every))
    return replace(group, days=tuple(days))


def _dates(frame: Frame, groups: list[Several], years: int) -> list[Several] | None:
    """Dates of every year: "20 to 31 December every year"; None if they are something else."""
    limits = [group for group in groups[1:] if all(map(_opened, group.days))]
    days = [day for group in groups if group not in limits for day in group.days]
    if len(days) == 1 and isinstance(days[0], Span):
        made = _span(frame, days[0], years)
        return [*made, *limits] if made else None
    dates = [day for day in days if isinstance(day, DayForm) and _of_every_year(day)]
    return [*_each_date(frame, dates, years), *limits] if len(dates) == len(days) else None


def _each_date(frame: Frame, dates: list[DayForm], years: int) -> list[Several]:
    """As in "5 May every year", "5 and 12 May every year"."""
    if len({day.month for day in dates}) == 1 and len(dates) > 1:
        return [_dates_of_month(dates, years)]
    return [_date(frame, day, years) for day in dates]


def _opened(day: Days) -> bool:
    """Whether days limit others: "from 2027 to 2030"."""
    return isinstance(day, Span) and day.opened


def _of_every_year(day: DayForm) -> bool:
    """Whether a day is a date without weekday and year: "5 May"."""
    return bool(day.day and day.month) and day.year is None and day.weekday is None


def _dates_of_month(dates: list[DayForm], years: int) -> Several:
    """As in "5 and 12 May every year"."""
    start, end, month = dates[0].start, dates[-1].end, dates[0].month or 1
    every = every_day_of(start, end, month, tuple(sorted({day.day or 0 for day in dates})))
    return Several(start, end, (replace(every, years=years),))


def _date(frame: Frame, day: DayForm, years: int) -> Several:
    """One date of every year; 29 February need not be one of the next."""
    month, number = day.month or 1, day.day or 1
    if make(2028, month, number) is None:
        raise frame.unclear(Trouble.IMPOSSIBLE_DATE, day)
    every = Every(day.start, day.end, "year", years, month_days=(number,), month=month)
    return Several(day.start, day.end, (every,))


def _span(frame: Frame, span: Span, years: int) -> list[Several] | None:
    """The days from one date to another in the same month, of every year; None for anything else."""
    if not _is_span_of_dates(span):
        return None
    begin, end = stretch_of(frame, span)
    if (begin.year, begin.month) != (end.year, end.month):
        raise frame.unclear(Trouble.UNSUPPORTED, span)  # two rules would be needed, and three in February
    days = tuple(range(begin.day, end.day + 1))
    every = replace(every_day_of(span.start, span.end, begin.month, days), years=years)
    return [Several(span.start, span.end, (every,))]


def _is_span_of_dates(span: Span) -> bool:
    """Whether both ends are dates without year or hour: "20 to 31 December"."""
    first, last = span.first, span.last
    if not isinstance(first, DayForm) or not isinstance(last, DayForm) or span.first_time or span.last_time:
        return False
    if first.year or last.year or first.day is None or last.day is None:
        return False
    return bool(first.month or last.month)


def months_of(frame: Frame, day: Days) -> frozenset[int]:
    """The months that a stretch consists of; none if it is something else, or has a year."""
    if not isinstance(day, (DayStretch, Span)) or not _names_months(day):
        return frozenset()
    if any(sign.isdigit() for sign in frame.words_at(day.start, day.end)):
        return frozenset()
    asking = Frame(frame.context, frame.typed, frame.chosen)  # nothing is remembered or assumed
    first, last = stretch_of(asking, day)
    if first.day != 1 or last != month_end(last) or (last - first) >= 366 * DAY:
        return frozenset()
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return frozenset(month_start(first, n).month for n in range(months))


def _names_months(day: DayStretch | Span) -> bool:
    """As in "May", "December to February"."""
    if isinstance(day, DayStretch):
        return day.unit == "month"
    return isinstance(day.first, DayStretch) and isinstance(day.last, DayStretch)
