"""Seasons ("every August", "in even weeks") joined to the days that they limit."""

from dataclasses import replace

from core.scheduling.phrases.forms import Days, DayStretch, Every, Several, Span
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.resolving.weekdays import coming_weekday, coming_weekdays_between
from core.scheduling.phrases.resolving.yearly import every_year
from core.scheduling.phrases.understanding import Trouble


def seasoned(frame: Frame, groups: list[Several]) -> list[Several]:
    """The days of a statement with "every August", "in even weeks" and "every year" made part of them."""
    groups = every_year(frame, groups)
    seasons = [group for group in groups if len(group.days) == 1 and _season(group.days[0])]
    others = [group for group in groups if group not in seasons]
    if len(groups) == 1:
        return groups
    mixed = next((group for group in others if any(map(_season, group.days))), None)
    if mixed is not None:
        raise frame.unclear(Trouble.AMBIGUOUS, mixed)  # "Fridays every August and Mondays"
    return _in_season(frame, others, _both(frame, seasons)) if seasons else groups


def _in_season(frame: Frame, groups: list[Several], season: Every) -> list[Several]:
    """Days in a season only: "Tuesdays every August"; stretches ("from 2027 to 2030") stay beside it."""
    days = [day for group in groups for day in group.days]
    if not all(map(_is_stretch, days)):
        return [_limited(frame, group, season) for group in groups]
    if any(isinstance(day, DayStretch) and day.unit in _SHORT for day in days):
        raise frame.unclear(Trouble.AMBIGUOUS, season)
    return [Several(season.start, season.end, (season,)), *groups]


_SHORT = ("week", "weekend")
"""A stretch of days that may be one, or every one, of a season: "every August at the weekend"."""


def _season(day: Days) -> bool:
    return isinstance(day, Every) and day.season


def _is_stretch(day: Days) -> bool:
    return isinstance(day, (DayStretch, Span)) and coming_weekdays_between(day) is None


def _both(frame: Frame, groups: list[Several]) -> Every:
    """One season out of those of a statement: "in even weeks, every August"."""
    found = [day for group in groups for day in group.days if isinstance(day, Every)]
    months = [season for season in found if season.months]
    weeks = [season for season in found if season.parity is not None]
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
        elif isinstance(day, (DayStretch, Span)):
            days.append(day)
        else:
            raise frame.unclear(Trouble.AMBIGUOUS, day)
    return replace(group, days=tuple(days))


def _in(frame: Frame, every: Every, season: Every) -> Every:
    """Days that come again, in a season only: "Tuesdays in even weeks", "every first Monday every August"."""
    if not _can_be_limited(every, season):
        raise frame.unclear(Trouble.AMBIGUOUS, every)
    every = replace(
        every,
        months=every.months or season.months,
        years=max(every.years, season.years),
        some=every.some or season.some,
    )
    if season.parity is None:
        return every
    return replace(every, parity=season.parity, weeks_at=season.weeks_at)


def _can_be_limited(every: Every, season: Every) -> bool:
    """Whether nothing about the days contradicts a season, as "the first Friday in even weeks" does."""
    if every.bare or every.unit == "year":
        return False
    by_month = every.unit == "month" and bool(every.nths or every.month_days)
    if season.parity is not None and (by_month or every.parity is not None):
        return False
    return not (every.months and season.months) or every.months == season.months


def _weekdays(day: Days) -> frozenset[int] | None:
    """The weekdays of "Tuesday" and "Monday to Wednesday", which a season makes every one of them."""
    weekday = coming_weekday(day)
    return frozenset({weekday}) if weekday is not None else coming_weekdays_between(day)
