"""What limits other days to some part of every year, put together with them."""

from dataclasses import replace

from core.scheduling.phrases.calendar import DAY, make, month_end, month_start
from core.scheduling.phrases.forms import Day, Days, Every, Several, Span, Stretch, Which, weekday_only
from core.scheduling.phrases.reading.ranges import weekday_range
from core.scheduling.phrases.reading.seasons import every_day_of
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.spans import stretch_of
from core.scheduling.phrases.understanding import Trouble


def seasoned(frame: Frame, groups: list[Several]) -> list[Several]:
    """The days of a statement with "every August", "in even weeks" and "every year" made part of them."""
    groups = every_year(frame, groups)
    seasons = [group for group in groups if len(group.days) == 1 and _season(group.days[0])]
    others = [group for group in groups if group not in seasons]
    mixed = [group for group in others if any(map(_season, group.days))]
    if mixed and len(groups) > 1:
        raise frame.unclear(Trouble.AMBIGUOUS, mixed[0])  # "Fridays every August and Mondays"
    if not seasons or len(groups) == 1:
        return groups
    season = _both(frame, seasons)
    if all(isinstance(day, (Stretch, Span)) and _weekdays(day) is None for g in others for day in g.days):
        if any(isinstance(day, Stretch) and day.unit in _SHORT for g in others for day in g.days):
            raise frame.unclear(Trouble.AMBIGUOUS, season)
        return [Several(season.start, season.end, (season,)), *others]
    return [_limited(frame, group, season) for group in others]


_SHORT = ("week", "weekend")
"""A stretch of days that may be one, or every one, of a season: "every August at the weekend"."""


def _season(day: Days) -> bool:
    return isinstance(day, Every) and day.season


def _both(frame: Frame, groups: list[Several]) -> Every:
    """One season out of those of a statement: "in even weeks, every August"."""
    found = [day for group in groups for day in group.days if isinstance(day, Every)]
    months, weeks = [s for s in found if s.months], [s for s in found if s.parity is not None]
    if len(months) > 1 or len(weeks) > 1:
        raise frame.unclear(Trouble.AMBIGUOUS, found[-1])
    if not months or not weeks:
        return found[0]
    return replace(weeks[0], months=months[0].months, years=months[0].years)


def _limited(frame: Frame, group: Several, season: Every) -> Several:
    """The days of a group in a season only; stretches stay as they are."""
    days: list[Days] = []
    for day in group.days:
        weekdays = _weekdays(day)
        if weekdays is not None:
            day = Every(day.start, day.end, "week", weekdays=weekdays)  # noqa: PLW2901
        if isinstance(day, Every):
            days.append(_in(frame, day, season))
        elif isinstance(day, (Stretch, Span)):
            days.append(day)
        else:
            raise frame.unclear(Trouble.AMBIGUOUS, day)
    return replace(group, days=tuple(days))


def _in(frame: Frame, every: Every, season: Every) -> Every:
    weeks = season.parity is not None
    counted = every.unit == "month" and (every.nths or every.month_days)
    if every.bare or every.unit == "year" or (weeks and (counted or every.parity is not None)):
        raise frame.unclear(Trouble.AMBIGUOUS, every)
    if every.months and season.months and every.months != season.months:
        raise frame.unclear(Trouble.AMBIGUOUS, every)
    return replace(
        every,
        months=every.months or season.months,
        parity=season.parity if weeks else every.parity,
        weeks_at=season.weeks_at if weeks else every.weeks_at,
        years=max(every.years, season.years),
        some=every.some or season.some,
    )


def _weekdays(day: Days) -> frozenset[int] | None:
    """The weekdays of "Tuesday" and "Monday to Wednesday", which a season makes every one of them."""
    if isinstance(day, Day):
        plain = weekday_only(day) and day.which is Which.COMING
        return frozenset({day.weekday}) if plain and day.weekday is not None else None
    if isinstance(day, Span) and isinstance(day.first, Day) and isinstance(day.last, Day):
        ends = day.first, day.last
        if all(weekday_only(end) and end.which is Which.COMING for end in ends) and not day.first_time:
            return weekday_range(day.first.weekday or 0, day.last.weekday or 0)
    return None


def every_year(frame: Frame, groups: list[Several]) -> list[Several]:
    """Months said with "every year" made a season: "Mondays in December every year", "yearly in May"."""
    bare = [g for g in groups if len(g.days) == 1 and _bare_year(g.days[0])]
    others = [part for group in groups if group not in bare for part in _apart(frame, group)]
    if len(bare) != 1 or not others:
        return groups
    every = bare[0].days[0]
    years = every.interval if isinstance(every, Every) else 1
    named = [group for group in others if all(isinstance(day, Every) and day.months for day in group.days)]
    if named and all(isinstance(day, Span) for group in others if group not in named for day in group.days):
        return [_every(group, years) if group in named else group for group in others]
    months = [group for group in others if all(_of_months(frame, day) for day in group.days)]
    if not months:
        return _dates(frame, others, years) or groups
    found = frozenset(month for g in months for day in g.days for month in _of_months(frame, day))
    start, end = min(months[0].start, bare[0].start), max(months[-1].end, bare[0].end)
    season = Every(start, end, "day", months=found, years=years)
    return [Several(start, end, (season,)), *(group for group in others if group not in months)]


def _apart(frame: Frame, group: Several) -> list[Several]:
    """Days of a year, and behind a comma what they are limited to: "in May, from 3 May 2027 to 2030"."""
    head, last = group.days[:-1], group.days[-1]
    limit = isinstance(last, Span) and last.opened and not _of_months(frame, last)
    dated = all(_of_months(frame, day) or (isinstance(day, Day) and day.month) for day in head)
    if not (head and limit and dated) or "," not in frame.words_at(head[-1].end, last.start):
        return [group]
    return [Several(group.start, head[-1].end, head), Several(last.start, last.end, (last,))]


def _bare_year(day: Days) -> bool:
    return isinstance(day, Every) and day.bare and day.unit == "year"


def _every(group: Several, years: int) -> Several:
    days = (replace(day, years=max(years, day.years)) for day in group.days if isinstance(day, Every))
    return replace(group, days=tuple(days))


def _dates(frame: Frame, groups: list[Several], years: int) -> list[Several] | None:
    """Dates of every year: "20 to 31 December every year"; None where they are something else."""
    limits = [
        group for group in groups[1:] if all(isinstance(day, Span) and day.opened for day in group.days)
    ]
    days = [day for group in groups if group not in limits for day in group.days]
    if len(days) == 1 and isinstance(days[0], Span):
        made = _span(frame, days[0], years)
        return [*made, *limits] if made else None
    dates = [day for day in days if isinstance(day, Day) and day.day and day.month and day.year is None]
    if len(dates) != len(days) or any(day.weekday is not None for day in dates):
        return None
    if len({day.month for day in dates}) == 1 and len(dates) > 1:
        start, end, month = dates[0].start, dates[-1].end, dates[0].month or 1
        every = every_day_of(start, end, month, tuple(sorted({day.day or 0 for day in dates})))
        return [Several(start, end, (replace(every, years=years),)), *limits]
    return [*(_date(frame, day, years) for day in dates), *limits]


def _date(frame: Frame, day: Day, years: int) -> Several:
    """One date of every year; 29 February need not be one of the next."""
    month, number = day.month or 1, day.day or 1
    if make(2028, month, number) is None:
        raise frame.unclear(Trouble.IMPOSSIBLE_DATE, day)
    every = Every(day.start, day.end, "year", years, month_days=(number,), month=month)
    return Several(day.start, day.end, (every,))


def _span(frame: Frame, span: Span, years: int) -> list[Several] | None:
    """The days from one date to another in the same month, of every year."""
    first, last = span.first, span.last
    if not isinstance(first, Day) or not isinstance(last, Day) or span.first_time or span.last_time:
        return None
    if first.year or last.year or None in (first.day, last.day) or not (first.month or last.month):
        return None
    begin, end = stretch_of(frame, span)
    if (begin.year, begin.month) != (end.year, end.month):
        raise frame.unclear(Trouble.UNSUPPORTED, span)  # two rules would be needed, and three in February
    days = tuple(range(begin.day, end.day + 1))
    every = replace(every_day_of(span.start, span.end, begin.month, days), years=years)
    return [Several(span.start, span.end, (every,))]


def _of_months(frame: Frame, day: Days) -> frozenset[int]:
    """The months that a stretch consists of; none where it is something else, or a year was said."""
    whole = isinstance(day, Stretch) and day.unit == "month"
    span = isinstance(day, Span) and isinstance(day.first, Stretch) and isinstance(day.last, Stretch)
    if not (whole or span) or any(sign.isdigit() for sign in frame.words_at(day.start, day.end)):
        return frozenset()
    first, last = stretch_of(frame, day) if isinstance(day, (Stretch, Span)) else (None, None)
    if first is None or last is None or first.day != 1 or last != month_end(last):
        return frozenset()
    found: set[int] = set()
    month = first
    while month <= last and len(found) < 12:
        found.add(month.month)
        month = month_start(month, 1)
    return frozenset(found) if (last - first) < 366 * DAY else frozenset()
