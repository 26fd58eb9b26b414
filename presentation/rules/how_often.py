"""How often a repeating rule comes: "every other Tuesday", "on the second Friday of every month"."""

from core import formats
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule, WeekdayNumber
from presentation.rules.months_and_weeks import season_words, years
from presentation.wording import Wording
from presentation.words import ordinal, place

_MOST_NTHS = 2
"""Of more weekdays of the month than these, it is shorter to say which are left out."""
_WEEK = list(range(7))
_MONDAY_TO_FRIDAY = list(range(5))


def how_often(repeat: Repeat, rule: Rule, reader: Wording) -> str:
    """How often it comes, without hours and bounds."""
    if repeat.of_seasons:
        return season_words(repeat, rule, reader)
    match repeat.frequency:
        case Frequency.DAILY:
            return _daily(repeat, reader)
        case Frequency.WEEKLY:
            return _weekly(repeat, rule, reader)
        case Frequency.MONTHLY:
            return _monthly(repeat, rule, reader)
        case Frequency.YEARLY:
            return _yearly(repeat, rule, reader)


def _daily(repeat: Repeat, reader: Wording) -> str:
    if repeat.interval == 1:
        return reader.label("every day")
    if repeat.interval == 2:
        return reader.label("every other day")
    return reader.label("every {n} days", n=str(repeat.interval))


def _weekly(repeat: Repeat, rule: Rule, reader: Wording) -> str:
    days = sorted({entry.weekday for entry in repeat.by_day}) or [rule.start.weekday()]
    if repeat.interval == 1 and days == _MONDAY_TO_FRIDAY:
        return reader.label("every weekday (Mon to Fri)")
    if repeat.interval == 1 and days == _WEEK:
        return reader.label("every day")
    names = formats.listing([formats.weekday(number, reader.locale) for number in days], reader.locale)
    if repeat.interval == 1:
        return reader.label("every {days}", days=names)
    if repeat.interval == 2:
        return reader.label("every other {days}", days=names)
    return reader.label("every {n} weeks on {days}", n=str(repeat.interval), days=names)


def _yearly(repeat: Repeat, rule: Rule, reader: Wording) -> str:
    month = formats.month(rule.start.month, reader.locale)
    return reader.label(
        "{years} on {day} {month}", years=years(repeat, reader), day=str(rule.start.day), month=month
    )


def _monthly(repeat: Repeat, rule: Rule, reader: Wording) -> str:
    months = _months(repeat, reader)
    if repeat.by_month_day:
        return _days_of_month(repeat, months, reader)
    if not repeat.by_day:
        day = ordinal(rule.start.day, reader.locale)
        return reader.label("on the {day} of {months}", day=day, months=months)
    if not repeat.by_set_position:
        return _weekdays_of_month(repeat, months, reader)
    names = formats.listing([_nth(entry, reader) for entry in repeat.by_day], reader.locale)
    which = place(repeat.by_set_position[0], reader.locale)
    return reader.label("on the {place} of {days} of {months}", place=which, days=names, months=months)


def _months(repeat: Repeat, reader: Wording) -> str:
    if repeat.interval == 1:
        return reader.label("every month")
    return reader.label("every {n} months", n=str(repeat.interval))


def _days_of_month(repeat: Repeat, months: str, reader: Wording) -> str:
    """On the 1st and the 15th; those counted from the end come last ("the 1st and the last day")."""
    numbers = sorted(repeat.by_month_day, key=lambda n: (n < 0, n))
    places = [ordinal(n, reader.locale) if n > 0 else place(n, reader.locale) for n in numbers]
    days = formats.listing([reader.label("the {day}", day=each) for each in places], reader.locale)
    if numbers[-1] < 0:
        return reader.label("on {days} day of {months}", days=days, months=months)
    return reader.label("on {days} of {months}", days=days, months=months)


def _weekdays_of_month(repeat: Repeat, months: str, reader: Wording) -> str:
    """On the second and fourth Thursday of every month; on the first Monday and last Friday of it."""
    nths = list(dict.fromkeys(entry.nth for entry in repeat.by_day))
    weekdays = sorted({entry.weekday for entry in repeat.by_day})
    names = formats.listing([formats.weekday(day, reader.locale) for day in weekdays], reader.locale)
    if nths == [0]:
        if repeat.interval == 1:
            return reader.label("every {days}", days=names)
        return reader.label("every {days} of {months}", days=names, months=months)
    if len(weekdays) > 1:
        names = formats.listing([_nth(entry, reader) for entry in repeat.by_day], reader.locale)
        return reader.label("on the {days} of {months}", days=names, months=months)
    left_out = _places_left_out(nths) if repeat.interval == 1 else []
    if left_out:
        return _all_but(left_out, names, reader)
    places = formats.listing([place(n, reader.locale) for n in nths], reader.locale)
    return reader.label("on the {places} {days} of {months}", places=places, days=names, months=months)


def _places_left_out(nths: list[int]) -> list[int]:
    """Which weekdays of the month are missing, where it is shorter to say these; else nothing."""
    every = range(1, 6) if nths[0] > 0 else range(-5, 0)
    if len(nths) <= _MOST_NTHS or not set(nths) <= set(every):
        return []
    return [n for n in every if n not in nths]


def _all_but(left_out: list[int], weekday: str, reader: Wording) -> str:
    """Every Tuesday except the first one of the month."""
    places = formats.listing([place(n, reader.locale) for n in left_out], reader.locale)
    return reader.label(
        "every {weekday} except the {places} one of the month"
        if len(left_out) == 1
        else "every {weekday} except the {places} ones of the month",
        weekday=weekday,
        places=places,
    )


def _nth(entry: WeekdayNumber, reader: Wording) -> str:
    name = formats.weekday(entry.weekday, reader.locale)
    if not entry.nth:
        return name
    return reader.label("{place} {weekday}", place=place(entry.nth, reader.locale), weekday=name)
