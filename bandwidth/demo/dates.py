"""The days of the town, reckoned from today: `{Fri 2}` is the Friday of the second week to come."""

import re
from datetime import date, timedelta

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(rf"\{{({'|'.join(_WEEKDAYS)}) (\d+)\}}")


def dated(words: str, today: date) -> str:
    """The words with dates as people in the town write them: "Fri 11 Dec 2026"."""
    return _DAY.sub(lambda found: written(day_of(found[1], int(found[2]), today)), words)


def day_of(weekday: str, week: int, today: date) -> date:
    """That day of a week. Week 1 begins on the first Monday after today, so all of them are ahead."""
    monday = today + timedelta(days=7 - today.weekday())
    return monday + timedelta(weeks=week - 1, days=_WEEKDAYS.index(weekday))


def written(day: date) -> str:
    """A date as people in the town write it, whatever the machine's locale: "Fri 11 Dec 2026"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
