"""How often a rule about months or weeks of the year comes: "every August", "every Tuesday in even weeks"."""

from collections.abc import Sequence

from core import formats
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule
from presentation.wording import Wording
from presentation.words import ordinal, place

_MANY = 9
"""Of more months than this, it is shorter to say which are left out."""
_RUN = 3
"""So many months or days in a row are said by their ends."""
_WEEK = list(range(7))
_MONDAY_TO_FRIDAY = list(range(5))
_EVEN, _ODD = ({number for number in range(1, 54) if number % 2 == rest} for rest in (0, 1))
"""The numbers of the weeks."""


def season_words(repeat: Repeat, rule: Rule, reader: Wording) -> str:
    """How often it comes, without hours and bounds."""
    if repeat.by_week_number:
        return _of_weeks(repeat, rule, reader)
    if repeat.by_month_day and len(repeat.by_month) == 1:
        return reader.label("{years} {dates}", years=years(repeat, reader), dates=_dates(repeat, reader))
    days = _days(repeat, rule, reader)
    if repeat.by_month_day or any(each.nth for each in repeat.by_day):
        names = [formats.month(number, reader.locale) for number in sorted(repeat.by_month)]
        months = formats.listing(names, reader.locale)
        return reader.label(
            "{days} of {months}, {years}", days=days, months=months, years=years(repeat, reader)
        )
    if len(repeat.by_month) > _MANY and repeat.interval == 1:
        return _but_some_months(repeat, days, reader)
    if days or not rule.all_day:
        return _days_in_months(repeat, days, reader)
    return _whole_months(repeat, reader)


def years(repeat: Repeat, reader: Wording) -> str:
    """Every year, or every how many."""
    if repeat.interval == 1:
        return reader.label("every year")
    if repeat.interval == 2:
        return reader.label("every other year")
    return reader.label("every {n} years", n=str(repeat.interval))


def _but_some_months(repeat: Repeat, days: str, reader: Wording) -> str:
    """Most of the year: "every Tuesday except every July and August"."""
    left_out = sorted(set(range(1, 13)) - set(repeat.by_month))
    days = days or reader.label("every day")
    return reader.label("{days} except every {months}", days=days, months=_months(left_out, reader))


def _days_in_months(repeat: Repeat, days: str, reader: Wording) -> str:
    """Some days, or hours of all of them: "every Tuesday from June to August, every year"."""
    days = days or reader.label("every day")
    when = _in_months(repeat.by_month, reader)
    return reader.label("{days} {in_months}, {years}", days=days, in_months=when, years=years(repeat, reader))


def _whole_months(repeat: Repeat, reader: Wording) -> str:
    """Every day of them: "every August", "every other year from June to August"."""
    if repeat.interval == 1:
        return reader.label("every {months}", months=_months(repeat.by_month, reader))
    when = _in_months(repeat.by_month, reader)
    return reader.label("{years} {in_months}", years=years(repeat, reader), in_months=when)


def _of_weeks(repeat: Repeat, rule: Rule, reader: Wording) -> str:
    words = _days_of_weeks(repeat, rule, reader)
    if not repeat.by_month:
        return words
    when = _in_months(repeat.by_month, reader)
    return reader.label(
        "{weeks} {in_months}, {years}", weeks=words, in_months=when, years=years(repeat, reader)
    )


def _days_of_weeks(repeat: Repeat, rule: Rule, reader: Wording) -> str:
    """Whole weeks, or some days of them: "every Tuesday in even weeks (ISO weeks)"."""
    names = _weekdays(repeat, reader)
    if names is not None:
        return reader.label("every {days} in {weeks} (ISO weeks)", days=names, weeks=_weeks(repeat, reader))
    if not rule.all_day:
        return reader.label("every day in {weeks} (ISO weeks)", weeks=_weeks(repeat, reader))
    numbers = set(repeat.by_week_number)
    if numbers == _EVEN:
        return reader.label("every even week (ISO weeks, Monday to Sunday)")
    if numbers == _ODD:
        return reader.label("every odd week (ISO weeks, Monday to Sunday)")
    return reader.label("{weeks} (ISO weeks, Monday to Sunday)", weeks=_weeks(repeat, reader))


def _weeks(repeat: Repeat, reader: Wording) -> str:
    numbers = set(repeat.by_week_number)
    if numbers == _EVEN:
        return reader.label("even weeks")
    if numbers == _ODD:
        return reader.label("odd weeks")
    listed = formats.listing([str(number) for number in sorted(numbers)], reader.locale)
    return reader.label("weeks {numbers} of every year", numbers=listed)


def _days(repeat: Repeat, rule: Rule, reader: Wording) -> str:
    """The days of these months; nothing where it is all of them."""
    if repeat.by_month_day:
        numbers = [_day_of_month(number, reader) for number in repeat.by_month_day]
        return reader.label("on {days}", days=formats.listing(numbers, reader.locale))
    nths = list(dict.fromkeys(each.nth for each in repeat.by_day))
    if any(nths):
        places = formats.listing([place(nth, reader.locale) for nth in nths], reader.locale)
        return reader.label("on the {places} {days}", places=places, days=_names(repeat, reader))
    if not repeat.by_day and repeat.frequency is Frequency.WEEKLY:
        return reader.label("every {days}", days=formats.weekday(rule.start.weekday(), reader.locale))
    names = _weekdays(repeat, reader)
    return reader.label("every {days}", days=names) if names else ""


def _day_of_month(number: int, reader: Wording) -> str:
    """The 12th; counted from the end, the last day."""
    if number > 0:
        return reader.label("the {day}", day=ordinal(number, reader.locale))
    return reader.label("the {place} day", place=place(number, reader.locale))


def _weekdays(repeat: Repeat, reader: Wording) -> str | None:
    """The weekdays by name; None for all seven."""
    days = sorted({each.weekday for each in repeat.by_day})
    if days in ([], _WEEK):
        return None
    if days == _MONDAY_TO_FRIDAY:
        first, last = (formats.weekday(day, reader.locale) for day in (days[0], days[-1]))
        return reader.label("{first} to {last}", first=first, last=last)
    return _names(repeat, reader)


def _names(repeat: Repeat, reader: Wording) -> str:
    days = sorted({each.weekday for each in repeat.by_day})
    return formats.listing([formats.weekday(day, reader.locale) for day in days], reader.locale)


def _dates(repeat: Repeat, reader: Wording) -> str:
    """Days of one month of every year: "from 20 to 31 December", "on 24 and 31 December"."""
    numbers, month = sorted(repeat.by_month_day), formats.month(repeat.by_month[0], reader.locale)
    if dates_from_to(repeat):
        first, last = str(numbers[0]), str(numbers[-1])
        return reader.label("from {first} to {last} {month}", first=first, last=last, month=month)
    days = formats.listing([str(number) for number in numbers], reader.locale)
    return reader.label("on {days} {month}", days=days, month=month)


def dates_from_to(repeat: Repeat) -> bool:
    """Whether it is about days of one month that follow each other and are said by their ends."""
    numbers = sorted(repeat.by_month_day)
    in_a_row = len(numbers) >= _RUN and numbers == list(range(numbers[0], numbers[-1] + 1))
    return in_a_row and len(repeat.by_month) == 1


def _months(months: Sequence[int], reader: Wording) -> str:
    """The months by name: "June to August" where they follow each other, else "June and August"."""
    ends = _ends_of_run(months)
    if ends is None:
        return formats.listing([formats.month(each, reader.locale) for each in sorted(months)], reader.locale)
    first, last = (formats.month(number, reader.locale) for number in ends)
    return reader.label("{first} to {last}", first=first, last=last)


def _in_months(months: Sequence[int], reader: Wording) -> str:
    """The same as a time: "from June to August", "in June and August"."""
    names = _months(months, reader)
    if _ends_of_run(months) is None:
        return reader.label("in {months}", months=names)
    return reader.label("from {months}", months=names)


def _ends_of_run(months: Sequence[int]) -> tuple[int, int] | None:
    """First and last of three and more months that follow each other, also over New Year; else None."""
    begins = [number for number in months if (number - 2) % 12 + 1 not in months]
    if len(begins) != 1 or len(months) < _RUN:
        return None
    return begins[0], (begins[0] + len(months) - 2) % 12 + 1
