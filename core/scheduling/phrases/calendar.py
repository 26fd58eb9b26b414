"""Arithmetic on dates that needs no words: months, weeks, feasts, the n-th weekday."""

from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def make(year: int, month: int, day: int) -> date | None:
    """The date, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_start(day: date, months: int = 0) -> date:
    """The first of the month `months` on from that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(min(max(year, 1), 9998), month + 1, 1)


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return month_start(day, 1) - DAY


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    first = month_start(day, months)
    return first.replace(day=min(day.day, month_end(first).day))


def monday(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def coming(day: date, weekday: int) -> date:
    """The next such weekday, `day` itself included."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def nth_weekday(month: date, weekday: int, nth: int) -> date | None:
    """The n-th such weekday of the month of `month`; -1 is the last."""
    if nth > 0:
        found = coming(month.replace(day=1), weekday) + (nth - 1) * WEEK
    else:
        last = month_end(month)
        found = last - timedelta(days=(last.weekday() - weekday) % 7) + (nth + 1) * WEEK
    return found if found.month == month.month else None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


_FIXED = {
    "christmas": (12, 25),
    "christmas_eve": (12, 24),
    "boxing_day": (12, 26),
    "new_years_eve": (12, 31),
    "new_year": (1, 1),
    "valentine": (2, 14),
    "halloween": (10, 31),
    "bonfire_night": (11, 5),
    "st_patrick": (3, 17),
    "st_george": (4, 23),
    "burns_night": (1, 25),
    "july_4": (7, 4),
    "epiphany": (1, 6),
    "labour_day": (5, 1),
    "st_nicholas": (12, 6),
    "all_saints": (11, 1),
    "german_unity": (10, 3),
    "reformation": (10, 31),
}
_FROM_EASTER = {"easter": 0, "good_friday": -2, "easter_monday": 1, "pancake_day": -47,
    "carnival_thursday": -52, "carnival_saturday": -50, "carnival_sunday": -49, "carnival_monday": -48,
    "ash_wednesday": -46, "palm_sunday": -7, "maundy_thursday": -3, "easter_eve": -1,
    "ascension": 39, "pentecost": 49, "pentecost_monday": 50, "corpus_christi": 60,
}  # fmt: skip
_NTH = {
    "thanksgiving": (11, 3, 4, 0),
    "black_friday": (11, 3, 4, 1),
    "labor_day": (9, 0, 1, 0),
    "memorial_day": (5, 0, -1, 0),
}


def holiday(key: str, year: int) -> date | None:
    """The date of a feast in a year; None for a feast that is not known."""
    if key in _FIXED:
        return date(year, *_FIXED[key])
    if key in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[key])
    if key.startswith("advent_"):
        fourth = date(year, 12, 24) - timedelta(days=(date(year, 12, 24).weekday() + 1) % 7)
        return fourth - (4 - int(key[-1])) * WEEK
    if key in _NTH:
        month, weekday, nth, later = _NTH[key]
        found = nth_weekday(date(year, month, 1), weekday, nth)
        return None if found is None else found + later * DAY
    return None


def next_holiday(key: str, today: date, year: int | None = None) -> date | None:
    """The feast in the given year, else the next one from today on."""
    if year is not None:
        return holiday(key, year)
    found = holiday(key, today.year)
    return holiday(key, today.year + 1) if found is not None and found < today else found
