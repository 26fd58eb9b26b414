"""A rule about months or weeks of the year in words: "every August", "every Tuesday in even weeks"."""

from collections.abc import Sequence

from bots.chat.turn import Reader
from core import formats
from core.scheduling.recurrence.rules import Repeat, Rule
from presentation.words import ordinal, place

_MANY = 9
"""Of more months than this, it is shorter to say which are left out."""
_RUN = 3
"""So many months or days in a row are said by their ends."""
_ISO = "ISO weeks"


def season_words(repeat: Repeat, rule: Rule, reader: Reader) -> str:
    """How often it comes, without hours and bounds."""
    if repeat.by_week_number:
        return _of_weeks(repeat, rule, reader)
    if repeat.by_month_day and len(repeat.by_month) == 1:
        return f"{_years(repeat)} {_dates(repeat, reader)}"
    days = _days(repeat, rule, reader)
    if repeat.by_month_day or any(each.nth for each in repeat.by_day):
        names = [formats.month(number, reader.locale) for number in sorted(repeat.by_month)]
        return f"{days} of {formats.listing(names, reader.locale)}, {_years(repeat)}"
    if len(repeat.by_month) > _MANY and repeat.interval == 1:
        left_out = sorted(set(range(1, 13)) - set(repeat.by_month))
        return f"{days or 'every day'} except every {_months(left_out, reader).removeprefix('from ')}"
    months = _months(repeat.by_month, reader)
    if days or not rule.all_day:
        days = days or "every day"
        return f"{days} {months if months.startswith('from ') else f'in {months}'}, {_years(repeat)}"
    if repeat.interval > 1:
        return f"{_years(repeat)} {months if months.startswith('from ') else f'in {months}'}"
    return f"every {months.removeprefix('from ')}"


def _of_weeks(repeat: Repeat, rule: Rule, reader: Reader) -> str:
    weeks = _weeks(repeat, reader)
    names = _weekdays(repeat, reader) or (None if rule.all_day else "day")
    if names is None:
        single = {"even weeks": "every even week", "odd weeks": "every odd week"}.get(weeks, weeks)
        words = f"{single} ({_ISO}, Monday to Sunday)"
    else:
        words = f"every {names} in {weeks} ({_ISO})"
    if not repeat.by_month:
        return words
    months = _months(repeat.by_month, reader)
    return f"{words} {months if months.startswith('from ') else f'in {months}'}, {_years(repeat)}"


def _weeks(repeat: Repeat, reader: Reader) -> str:
    numbers = set(repeat.by_week_number)
    for rest, words in enumerate(("even weeks", "odd weeks")):
        if numbers == {number for number in range(1, 54) if number % 2 == rest}:
            return words
    return (
        f"weeks {formats.listing([str(number) for number in sorted(numbers)], reader.locale)} of every year"
    )


def _days(repeat: Repeat, rule: Rule, reader: Reader) -> str:
    """The days of these months; nothing where it is all of them."""
    if repeat.by_month_day:
        numbers = [f"the {ordinal(n) if n > 0 else f'{place(n)} day'}" for n in repeat.by_month_day]
        return f"on {formats.listing(numbers, reader.locale)}"
    nths = list(dict.fromkeys(each.nth for each in repeat.by_day))
    if any(nths):
        places = formats.listing([place(nth) for nth in nths], reader.locale)
        return f"on the {places} {_names(repeat, reader)}"
    if not repeat.by_day and repeat.frequency.value == "WEEKLY":
        return f"every {formats.weekday(rule.start.weekday(), reader.locale)}"
    names = _weekdays(repeat, reader)
    return f"every {names}" if names else ""


def _weekdays(repeat: Repeat, reader: Reader) -> str | None:
    """The weekdays by name; None for all seven."""
    days = sorted({each.weekday for each in repeat.by_day})
    if days in ([], list(range(7))):
        return None
    if days == [0, 1, 2, 3, 4]:
        return f"{formats.weekday(0, reader.locale)} to {formats.weekday(4, reader.locale)}"
    return _names(repeat, reader)


def _names(repeat: Repeat, reader: Reader) -> str:
    days = sorted({each.weekday for each in repeat.by_day})
    return formats.listing([formats.weekday(day, reader.locale) for day in days], reader.locale)


def _dates(repeat: Repeat, reader: Reader) -> str:
    """Days of one month of every year: "from 20 to 31 December", "on 24 and 31 December"."""
    numbers, month = sorted(repeat.by_month_day), formats.month(repeat.by_month[0], reader.locale)
    if len(numbers) >= _RUN and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"from {numbers[0]} to {numbers[-1]} {month}"
    return f"on {formats.listing([str(number) for number in numbers], reader.locale)} {month}"


def _months(months: Sequence[int], reader: Reader) -> str:
    """The months by name, "from June to August" where they follow each other, also over New Year."""
    numbers = sorted(months)
    begins = [number for number in numbers if (number - 2) % 12 + 1 not in numbers]
    if len(begins) == 1 and len(numbers) >= _RUN:
        last = (begins[0] + len(numbers) - 2) % 12 + 1
        ends = (formats.month(number, reader.locale) for number in (begins[0], last))
        return "from {} to {}".format(*ends)
    return formats.listing([formats.month(number, reader.locale) for number in numbers], reader.locale)


def _years(repeat: Repeat) -> str:
    if repeat.interval == 1:
        return "every year"
    return "every other year" if repeat.interval == 2 else f"every {repeat.interval} years"
