"""What a list is narrowed by, read from an address's query: wrong values are told, and the rest works."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from core.scheduling import cities
from core.scheduling.cities import City
from web.reader import PageReader

_LONGEST = 80


class FilterProblem(StrEnum):
    """What is wrong with a value."""

    NOT_A_DATE = "not_a_date"
    BACKWARDS = "ends_before_it_begins"
    UNKNOWN_CITY = "unknown_city"
    SEVERAL_CITIES = "several_cities"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    TOO_LONG = "too_long"


_SAID = {
    FilterProblem.NOT_A_DATE: "I can't read {value} as a date. Write it like 2026-12-11.",
    FilterProblem.BACKWARDS: "The last day, {value}, is before the first.",
    FilterProblem.UNKNOWN_CITY: "I know no city called {value}.",
    FilterProblem.SEVERAL_CITIES: "Several cities are called {value}. Which one?",
    FilterProblem.NOT_A_NUMBER: "{value} is not a whole number.",
    FilterProblem.OUT_OF_RANGE: "{value} is not between {least} and {most}.",
    FilterProblem.TOO_LONG: "That is too long: at most {most} characters.",
}


@dataclass(frozen=True, slots=True)
class FilterFault:
    """A value that cannot be used."""

    name: str
    """Of the parameter."""
    value: str
    """As it was said, cut where it is long."""
    problem: FilterProblem
    least: int = 0
    most: int = 0
    choices: tuple[City, ...] = ()
    """The cities that may be meant."""

    def words(self, reader: PageReader) -> str:
        """What is wrong, in words."""
        parts = {"value": self.value, "least": str(self.least), "most": str(self.most)}
        return reader.label(_SAID[self.problem], **parts)


@dataclass(slots=True)
class Filters:
    """Reads the values of a query one by one, and keeps what is wrong with them."""

    query: QueryParams
    faults: list[FilterFault] = field(default_factory=list)

    def said(self, name: str) -> str:
        """What was said, right or wrong, to stand in its field again."""
        return self.query.get(name, "").strip()[:_LONGEST]

    def words(self, name: str) -> str | None:
        """A few words."""
        value = self.query.get(name, "").strip()
        if len(value) > _LONGEST:
            self._fault(name, FilterProblem.TOO_LONG, most=_LONGEST)
            return None
        return value or None

    def day(self, name: str) -> date | None:
        """A date (ISO 8601)."""
        value = self.words(name)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self._fault(name, FilterProblem.NOT_A_DATE)
            return None

    def days(self, first: str, last: str) -> tuple[date | None, date | None]:
        """Two dates, both included; a last one before the first is wrong."""
        begin, end = self.day(first), self.day(last)
        if begin is not None and end is not None and end < begin:
            self._fault(last, FilterProblem.BACKWARDS)
            return begin, None
        return begin, end

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self.words(name)
        if value is None:
            return default
        if not value.isascii() or not value.removeprefix("-").isdigit():
            self._fault(name, FilterProblem.NOT_A_NUMBER)
            return default
        if not least <= int(value) <= most:
            self._fault(name, FilterProblem.OUT_OF_RANGE, least=least, most=most)
            return default
        return int(value)

    def city(self, name: str) -> City | None:
        """A city, of which there may be several with that name."""
        value = self.words(name)
        if value is None:
            return None
        found = cities.find(value)
        meant = cities.clear_winner(found)
        if len({city_words(each) for each in found}) == 1:
            meant = found[0]  # nothing more can be said to tell them apart
        if meant is None and found:
            self.faults.append(
                FilterFault(name, self.said(name), FilterProblem.SEVERAL_CITIES, choices=tuple(found))
            )
        elif meant is None:
            self._fault(name, FilterProblem.UNKNOWN_CITY)
        return meant

    def around(self, city: str, radius: str, default: int, *, most: int) -> tuple[City | None, int]:
        """A city, and how many kilometres around it."""
        return self.city(city), self.number(radius, default, least=1, most=most)

    def fault_of(self, name: str) -> FilterFault | None:
        """What is wrong with that value."""
        return next((each for each in self.faults if each.name == name), None)

    def address(self, path: str, **changed: str | int | None) -> str:
        """The same question with some values changed; None takes one out."""
        kept = {name: value for name, value in self.query.items() if value and name not in changed}
        new = {name: str(value) for name, value in changed.items() if value is not None}
        query = urlencode({**kept, **new})
        return f"{path}?{query}" if query else path

    def choices(self, path: str) -> list[tuple[str, str]]:
        """The cities that may be meant, each with the address of the same question for it."""
        meant = [city_words(city) for each in self.faults for city in each.choices]
        return [(each, self.address(path, near=each, page=None)) for each in meant]

    def _fault(self, name: str, problem: FilterProblem, *, least: int = 0, most: int = 0) -> None:
        self.faults.append(FilterFault(name, self.said(name), problem, least, most))


def city_words(city: City) -> str:
    """A city so that `cities.find` takes it for this one: "Portland, Oregon, US"."""
    return ", ".join(filter(None, (city.name, city.region, city.country)))
