"""The days of the town, reckoned from today: `{Fri+17}` is the first Friday at least 17 days ahead."""

import re
from datetime import date, timedelta

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(rf"\{{({'|'.join(_WEEKDAYS)})\+(\d+)\}}")


def dated(words: str, today: date) -> str:
    """The words with dates as people in the town write them: "Fri 11 Dec 2026"."""
    return _DAY.sub(lambda found: written(first(found[1], int(found[2]), today)), words)


def first(weekday: str, ahead: int, today: date) -> date:
    """The first such weekday that is at least so many days ahead."""
    earliest = today + timedelta(days=ahead)
    return earliest + timedelta(days=(_WEEKDAYS.index(weekday) - earliest.weekday()) % 7)


def written(day: date) -> str:
    """A date as people in the town write it, whatever the machine's locale: "Fri 11 Dec 2026"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
