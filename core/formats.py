"""Days, times and stretches of them as text for a locale; no sentences."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

FALLBACK = "en-GB"

_DAY_PATTERNS = {"en": "EEE d MMM", "en_US": "EEE, MMM d"}
_YEAR_PATTERNS = {"en": "EEE d MMM y", "en_US": "EEE, MMM d, y"}


def day(value: date, locale: str, *, today: date) -> str:
    """A date with its weekday ("Tue 1 Dec"); the year only when it is more than ten months away."""
    return _day(value, locale, near=today - timedelta(days=60) <= value <= today + timedelta(days=300))


@lru_cache(maxsize=4096)
def _day(value: date, locale: str, *, near: bool) -> str:
    known = _locale(locale)
    patterns, skeleton = (_DAY_PATTERNS, "MMMEd") if near else (_YEAR_PATTERNS, "yMMMEd")
    pattern = patterns.get(str(known)) or patterns.get(known.language)
    if pattern is None:
        return format_skeleton(skeleton, value, locale=known)
    return format_date(value, pattern, locale=known)


@lru_cache(maxsize=4096)
def clock(value: time, locale: str) -> str:
    """A time of day, 24 h or 12 h as the locale has it ("19:30", "7:30 PM")."""
    return format_time(value, "short", locale=_locale(locale)).replace("\u202f", " ")


def hours(start: time, end: time, locale: str) -> str:
    """Hours within one day ("18:00-23:00"); an end of 00:00 is the midnight after."""
    last = "24:00" if end == time(0) and not twelve_hours(locale) else clock(end, locale)
    return f"{clock(start, locale)}-{last}"


def moment(value: datetime, locale: str, *, today: date) -> str:
    """A wall time with its day ("Fri 21 Nov 17:00")."""
    return f"{day(value.date(), locale, today=today)} {clock(value.time(), locale)}"


def weekday(number: int, locale: str) -> str:
    """The full name of a weekday, 0 being Monday."""
    return str(_locale(locale).days["format"]["wide"][number])


def short_weekday(number: int, locale: str) -> str:
    """The short name of a weekday, 0 being Monday ("Mon")."""
    return str(_locale(locale).days["format"]["abbreviated"][number])


def short_month(number: int, locale: str) -> str:
    """The short name of a month, 1 being January ("Nov")."""
    return str(_locale(locale).months["format"]["abbreviated"][number])


def first_weekday(locale: str) -> int:
    """The weekday on which a week begins there, 0 being Monday."""
    return int(_locale(locale).first_week_day)


def short_weekdays(locale: str) -> list[str]:
    """The short names of the weekdays, in the order of a week there."""
    start = first_weekday(locale)
    return [short_weekday((start + number) % 7, locale) for number in range(7)]


def month_of(value: date, locale: str, *, today: date | None = None) -> str:
    """A month by name ("March"); with its year unless it is one of the next ten of `today`."""
    name = month(value.month, locale)
    months = 0 if today is None else (value.year - today.year) * 12 + value.month - today.month
    near = today is not None and -1 <= months <= _NEAR_MONTHS
    return name if near else f"{name} {value.year}"


_NEAR_MONTHS = 10


@lru_cache(maxsize=1024)
def month(number: int, locale: str) -> str:
    """The full name of a month, 1 being January."""
    return str(_locale(locale).months["format"]["wide"][number])


@lru_cache(maxsize=4096)
def money(amount: Decimal, currency: str, locale: str) -> str:
    """A sum as the locale writes it ("£150"); decimals only where there are any."""
    pattern = "¤#,##0" if amount == amount.to_integral_value() else None
    return format_currency(amount, currency, pattern, locale=_locale(locale), currency_digits=pattern is None)


def number(value: float, locale: str) -> str:
    """A number with at most one digit behind the point: "2,400", "1.2"."""
    return format_decimal(value, format="#,##0.#", locale=_locale(locale))


def language(code: str, locale: str) -> str:
    """The name of a language ("Italian")."""
    return str(Locale.parse(code).get_language_name(_locale(locale).language))


def listing(parts: Sequence[str], locale: str, *, style: Literal["standard", "or"] = "standard") -> str:
    """Several things in a row ("Ana, Bo and Cy", "Ana, Bo or Cy")."""
    return format_list(list(parts), style, locale=_locale(locale))


def twelve_hours(locale: str) -> bool:
    """Whether its clock has twelve hours, with a.m. and p.m."""
    return "a" in str(_locale(locale).time_formats["short"].pattern)


def city_of(zone: str) -> str:
    """What people call a zone: the city in its name."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def regional(locale: str | None, zone: str | None) -> str:
    """The locale with a region: a bare "en" takes it from the zone (in New York: "en-US")."""
    if not locale:
        return FALLBACK
    if "-" in locale or "_" in locale or zone is None:
        return locale.replace("_", "-")
    territory = get_global("zone_territories").get(zone)
    return f"{locale}-{territory}" if territory and territory.isalpha() else locale


def zone_of_locale(locale: str | None) -> str:
    """A zone that somebody with that locale may well be in: a guess, "UTC" without a hint."""
    return _ZONES.get((locale or "").replace("_", "-"), "UTC")


_ZONES = {
    "en-GB": "Europe/London",
    "de": "Europe/Berlin",
    "de-DE": "Europe/Berlin",
    "fr": "Europe/Paris",
    "fr-FR": "Europe/Paris",
    "es-ES": "Europe/Madrid",
    "pt-PT": "Europe/Lisbon",
    "pt-BR": "America/Sao_Paulo",
    "en-US": "America/New_York",
}


@lru_cache(maxsize=256)
def _locale(name: str) -> Locale:
    for each in (name, name.split("-", maxsplit=1)[0], FALLBACK):
        try:
            return Locale.parse(each, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    raise AssertionError(FALLBACK)
