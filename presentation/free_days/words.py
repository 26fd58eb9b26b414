"""A band's free days in words, the same on the page, in the text and on paper."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TypeAlias

from core import formats
from core.publications.availability import (
    DayRun,
    DayState,
    PublicAvailability,
    PublicDay,
    PublicHours,
    PublicMonth,
    runs,
)
from presentation.words import translate

GridCell: TypeAlias = tuple[date, PublicDay | None] | None
"""A day of a month, with its state unless it is over; None: a place outside the month."""
_SATURDAY = 5
_A_DAY = timedelta(days=1)
_STATES = {DayState.FREE: "Free", DayState.MAYBE: "Maybe", DayState.NO: "No"}
_MEANINGS = {
    DayState.FREE: "the band can play",
    DayState.MAYBE: "not certain yet: ask",
    DayState.NO: "the band is not free",
}
_FRESH = {
    (False, False): "{n} of {of} have confirmed {month}.",
    (False, True): "All {of} have confirmed {month}.",
    (True, False): "{month} is not confirmed yet.",
    (True, True): "{month} is confirmed.",
}
"""By whether the band needs but one person, and whether all have confirmed."""


@dataclass(frozen=True, slots=True)
class FreeDayWords:
    """Words for one reader about the days of one band."""

    page: PublicAvailability
    locale: str

    def about(self) -> str:
        """Where the band is and what it plays ("Leeds · indie, punk"); empty if it says neither."""
        return " · ".join(filter(None, (self.page.city, ", ".join(self.page.genres))))

    def month(self, first: date) -> str:
        """A month with its year ("December 2026")."""
        return formats.month_of(first, self.locale)

    def weekdays(self) -> list[str]:
        """The short names of the weekdays, as a week goes there."""
        return formats.short_weekdays(self.locale)

    def weeks(self, month: PublicMonth) -> list[list[GridCell]]:
        """The month as a grid of whole weeks, without those that are over."""
        known = {each.day: each for each in month.days}
        lead = (month.first.weekday() - formats.first_weekday(self.locale)) % 7
        length = monthrange(month.first.year, month.first.month)[1]
        days = (month.first.replace(day=number + 1) for number in range(length))
        cells: list[GridCell] = [None] * lead
        cells += [(day, known.get(day)) for day in days]
        cells += [None] * (-len(cells) % 7)
        weeks = [cells[at : at + 7] for at in range(0, len(cells), 7)]
        return [week for week in weeks if any(cell and cell[1] for cell in week)]

    def state(self, state: DayState) -> str:
        """Free, Maybe or No."""
        return translate(_STATES[state], self.locale)

    def meaning(self, state: DayState) -> str:
        """The meaning of such a day."""
        return translate(_MEANINGS[state], self.locale)

    def hours(self, hours: PublicHours) -> str:
        """From when to when ("14:00-23:30")."""
        if hours.end - hours.start == _A_DAY and hours.start.time() == time():
            return translate("all day", self.locale)
        return formats.hours(*hours.clock, self.locale)

    def run(self, run: DayRun) -> str:
        """Days in a row with their hours ("Sat 5 Dec to Sun 6 Dec, 14:00-23:30")."""
        today = self.page.as_of.date()
        first, last = (formats.day(each, self.locale, today=today) for each in (run.first, run.last))
        days = first
        if run.first != run.last:
            days = translate("{first} to {last}", self.locale).format(first=first, last=last)
        return ", ".join((days, *map(self.hours, run.hours)))

    def fresh(self, month: PublicMonth) -> str:
        """How many have confirmed the month; empty if the band needs nobody."""
        if not month.of:
            return ""
        sentence = _FRESH[month.of == 1, month.confirmed == month.of]
        name = formats.month(month.first.month, self.locale)
        numbers = {"n": str(month.confirmed), "of": str(month.of)}
        return translate(sentence, self.locale).format(month=name, **numbers)

    def clock(self) -> str:
        """Whose clock it is."""
        city = formats.city_of(self.page.zone)
        return translate("Times are {city} time.", self.locale).format(city=city)

    def as_of(self) -> str:
        """As of when it holds."""
        at = self.page.as_of
        day = f"{formats.day(at.date(), self.locale, today=at.date())} {at.year}"
        sentence = translate("As of {day}, {time}; dates may still change.", self.locale)
        return sentence.format(day=day, time=formats.clock(at.time(), self.locale))

    def none(self) -> str:
        """That no day of a month is free."""
        return translate("No dates at the moment.", self.locale)


def weekends(days: Iterable[PublicDay]) -> list[DayRun]:
    """The free Saturdays and Sundays."""
    return runs(each for each in days if each.state is DayState.FREE and each.day.weekday() >= _SATURDAY)


def weekdays(days: Iterable[PublicDay]) -> list[DayRun]:
    """The free days from Monday to Friday."""
    return runs(each for each in days if each.state is DayState.FREE and each.day.weekday() < _SATURDAY)


def maybes(days: Iterable[PublicDay]) -> list[DayRun]:
    """The days on which it hangs on somebody."""
    return runs(each for each in days if each.state is DayState.MAYBE)
