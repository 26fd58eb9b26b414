"""dateparser within bounds: one language, one composed date or word, a fixed day to count from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from dateparser.date import DateDataParser
from dateparser.languages.loader import default_loader

from core.scheduling.phrases.lexing.letters import plain
from core.scheduling.tongues.known import LOCALES, TONGUES

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COMING = ("0 day ago", "in 1 day", "in 2 day")
_SHORTEST = 3
"""Letters of a month's name: "Ha" and "Ek" are Turkish months, but also many other words."""
_NO_ABBREVIATION = 7
"""Letters of a word that is no abbreviation despite a longer form: "maanantai", "maanantaina"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A word as dateparser lists it, and which month or weekday it is."""

    word: str
    number: int
    """1 is January, 0 is Monday, 0 is today."""
    whole: bool
    """Written out, not abbreviated."""


@dataclass(frozen=True, slots=True)
class TongueVocabulary:
    """The words for days of one language, by their letters without accents."""

    months: Mapping[str, Named]
    weekdays: Mapping[str, Named]
    relative: Mapping[str, Named]
    """"tomorrow" and similar, perhaps of several words."""

    def named(self, key: str) -> Named | None:
        """The one of these that the word is."""
        return self.months.get(key) or self.weekdays.get(key) or self.relative.get(key)


@cache
def vocabulary(language: str) -> TongueVocabulary:
    """The words for days that dateparser knows in a language."""
    info = default_loader.get_locale(_locale(language)).info
    months = [(number, info[name]) for number, name in enumerate(_MONTHS, 1)]
    weekdays = [(number, info[name]) for number, name in enumerate(_WEEKDAYS)]
    coming = [(number, info["relative-type"].get(name, [])) for number, name in enumerate(_COMING)]
    coming.append((2, list(TONGUES[language].in_two_days)))
    named = _named(months)
    return TongueVocabulary(
        {key: named[key] for key in named if len(key) >= _SHORTEST}, _named(weekdays), _named(coming)
    )


def calendar_day(named: str, language: str, *, today: date) -> date | None:
    """The next such day, today being one: "11 grudnia", "11 grudnia 2026", "piątek"."""
    yesterday = today - timedelta(days=1)  # "future" is after the base: today's own date would be in a year
    return _read(named, language, base=yesterday)


def relative_day(word: str, language: str, *, today: date) -> date | None:
    """The day that a word such as "jutro" means today."""
    return _read(word, language, base=today)


def _read(text: str, language: str, *, base: date) -> date | None:
    """The date of a text, if day first and month first agree on it."""
    orders = {_read_in(order, text, language, base) for order in ("DMY", "MDY")}
    return orders.pop() if len(orders) == 1 else None


def _read_in(order: str, text: str, language: str, base: date) -> date | None:
    parser = DateDataParser(
        languages=[_locale(language)],
        settings={
            "DATE_ORDER": order,
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": datetime.combine(base, time()),
        },
    )
    found = parser.get_date_data(text)
    return found.date_obj.date() if found.date_obj is not None and found.period == "day" else None


def _named(groups: list[tuple[int, list[str]]]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for number, words in groups:
        keys = [plain(word) for word in words]
        for key, word in zip(keys, words, strict=True):
            longer = any(other != key and other.startswith(key) for other in keys)
            whole = not longer or len(key) >= _NO_ABBREVIATION
            found.setdefault(key, Named(word, number, whole))
    return found


def _locale(language: str) -> str:
    return LOCALES.get(language, language)
