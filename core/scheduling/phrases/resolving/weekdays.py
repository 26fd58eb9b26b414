"""Weekdays without dates: the coming one, and ranges of them."""

from core.scheduling.phrases.forms import DayForm, Days, Every, Span, Which, weekday_only
from core.scheduling.phrases.reading.ranges import weekday_range


def coming_weekday(day: Days) -> int | None:
    """The weekday of a plain "Tuesday"; None for "next Tuesday", "Tuesday 8th" and all else."""
    if isinstance(day, DayForm) and weekday_only(day) and day.which is Which.COMING:
        return day.weekday
    return None


def weekdays_between(day: Days) -> frozenset[int] | None:
    """The weekdays of "Monday to Wednesday", with or without a "next"; None if an end is a date."""
    if not isinstance(day, Span) or not isinstance(day.first, DayForm) or not isinstance(day.last, DayForm):
        return None
    if not (weekday_only(day.first) and weekday_only(day.last)):
        return None
    return weekday_range(day.first.weekday or 0, day.last.weekday or 0)


def coming_weekdays_between(day: Days) -> frozenset[int] | None:
    """The weekdays of a plain "Monday to Wednesday"; None if "next" or an hour stands at an end."""
    if not isinstance(day, Span) or coming_weekday(day.first) is None or coming_weekday(day.last) is None:
        return None
    return None if day.first_time else weekdays_between(day)


def weekly(day: Days) -> Every | None:
    """The days that come again by the week ("every Tuesday", "weekends", "fortnightly"); else None."""
    return day if isinstance(day, Every) and day.unit == "week" else None


def every_week(day: Days) -> frozenset[int] | None:
    """The weekdays of "Tuesdays", "every weekday"; None for "every other Tuesday" and all else."""
    if isinstance(day, Every) and day.unit == "week" and day.interval == 1 and not day.bare:
        return day.weekdays
    return None
