"""Amounts of money: whole minor units of one currency, and how people write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

_NO_MINOR = ("JPY", "KRW", "CLP", "ISK", "HUF")
"""Currencies whose smallest sum in use is one whole unit."""

_SIGNS = {
    "£": "GBP",
    "€": "EUR",
    "r$": "BRL",
    "us$": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
}
_CODES = (
    "gbp",
    "eur",
    "usd",
    "cad",
    "aud",
    "nzd",
    "chf",
    "sek",
    "nok",
    "dkk",
    "brl",
    "mxn",
    "pln",
    "czk",
    "jpy",
)
_NAMES = {
    "quid": "GBP", "pounds": "GBP", "pound": "GBP", "euros": "EUR", "euro": "EUR", "bucks": "$",
    "dollars": "$", "dollar": "$", "reais": "BRL", "franken": "CHF", "kr": "kr",
    "balles": "EUR", "pavos": "EUR",
    **{code: code.upper() for code in _CODES},
}  # fmt: skip
_BY_TERRITORY = {
    "GBP": "GB", "USD": "US PR EC SV", "CAD": "CA", "AUD": "AU", "NZD": "NZ", "CHF": "CH LI", "SEK": "SE",
    "NOK": "NO", "DKK": "DK", "BRL": "BR", "MXN": "MX", "PLN": "PL", "CZK": "CZ", "JPY": "JP",
    "EUR": "DE AT FR IE ES IT PT NL BE FI GR LU EE LV LT SI SK HR MT CY",
}  # fmt: skip
_TERRITORIES = {code: currency for currency, codes in _BY_TERRITORY.items() for code in codes.split()}
_BY_LANGUAGE = {"en": "GBP", "de": "EUR", "fr": "EUR", "es": "EUR", "it": "EUR", "nl": "EUR", "pt": "EUR"}

_FIGURE = r"\d{1,9}(?:[.,]\d{1,3}){0,3}(?![\d])"
_BEFORE = r"(?:us\$|nz\$|ca\$|[rac]\$|[£€$])"
_AFTER = "(?:[£€$](?!\\s?\\d)|(?:" + "|".join(sorted(_NAMES, key=len, reverse=True)) + r")(?!\w))"
_ROUND = "[.,]-{1,2}(?![\\w-])"
"""Behind a sum of whole units: "150,-", "150.- CHF"."""
_ROUND_IN = ("EUR", "CHF", "SEK", "NOK", "DKK", "CZK")
"""The currencies of places where "150,-" is a sum by itself."""
_SPACED_IN = ("fr",)
"""The languages in which a blank parts thousands: "1 200 €"."""
_MONEY = re.compile(
    rf"(?<![\w.,])(?:(?P<sign>{_BEFORE}|(?:{'|'.join(_CODES)})\b)\s?(?P<a>{_FIGURE})(?P<ak>k(?!\w))?"
    rf"|(?P<round>\d{{1,6}}){_ROUND}(?!\s?{_AFTER})"
    rf"|(?P<spaced>[1-9] (?=\d{{3}}(?:{_ROUND})?\s?{_AFTER}))?"
    rf"(?P<b>{_FIGURE})(?:(?P<bk>k(?=\W|$))|{_ROUND})?\s?(?P<name>{_AFTER}))"
)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in one currency."""

    minor: int
    """In the currency's smallest unit: pence, cents; whole yen."""
    currency: str
    """ISO 4217, three capitals."""

    @property
    def amount(self) -> Decimal:
        """The sum in whole units, with as many decimals as the currency has."""
        digits = minor_digits(self.currency)
        return Decimal(self.minor).scaleb(-digits) if digits else Decimal(self.minor)


@dataclass(frozen=True, slots=True)
class Mention:
    """Money named somewhere in a text."""

    start: int
    end: int
    """Exclusive."""
    money: Money
    guessed: bool
    """Several currencies use the sign ("$", "kr"), and the locale's own is not one of them."""

    def moved(self, by: int) -> "Mention":
        """The same, so many characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


def minor_digits(currency: str) -> int:
    """How many decimals a currency is written with."""
    return 0 if currency in _NO_MINOR else 2


def money(amount: Decimal | int | str, currency: str) -> Money:
    """A sum from whole units ("12.50", 150), rounded to the smallest unit."""
    minor = Decimal(amount).scaleb(minor_digits(currency)).to_integral_value(ROUND_HALF_UP)
    return Money(int(minor), currency)


def currency_of(locale: str) -> str:
    """The currency of a BCP 47 locale's country; without a country, that of the language's largest one."""
    language, *rest = locale.replace("_", "-").split("-")
    for part in rest:
        if part.upper() in _TERRITORIES:
            return _TERRITORIES[part.upper()]
    return _BY_LANGUAGE.get(language.lower(), "EUR")


def figure(text: str) -> Decimal:
    """The number that is written: "1,500", "1.500", "12.50", "2,5"; three digits at the end are thousands."""
    parts = re.split(r"[.,]", text)
    if len(parts) == 1:
        return Decimal(parts[0])
    *whole, last = parts
    if len(last) == 3 and not (len(whole) == 1 and whole[0] == "0"):
        return Decimal("".join(parts))
    return Decimal("".join(whole) + "." + last)


def find_money(low: str, locale: str) -> Iterator[Mention]:
    """Every sum named in a lower-case text, in order: signs, ISO codes, quid and bucks; 1.5k is 1500."""
    for found in _MONEY.finditer(low):
        if found["round"]:
            own = currency_of(locale)
            if own in _ROUND_IN:
                yield Mention(found.start(), found.end(), money(found["round"], own), guessed=False)
            continue
        sign = found["sign"] or found["name"]
        number = figure(found["a"] or found["b"]) * (1000 if found["ak"] or found["bk"] else 1)
        start = found.start()
        if found["spaced"] and locale[:2] in _SPACED_IN:
            number += int(found["spaced"]) * 1000
        elif found["spaced"]:
            start = found.start("b")
        currency = _SIGNS.get(sign) or _NAMES.get(sign, sign)
        guessed = currency in ("$", "kr")
        if guessed:
            currency = _shared(currency, locale)
            guessed = currency != currency_of(locale)
        yield Mention(start, found.end(), money(number, currency), guessed)


def _shared(sign: str, locale: str) -> str:
    """The currency meant by a sign that several share: the locale's own, if it uses that sign."""
    own = currency_of(locale)
    if sign == "$":
        return own if own in ("USD", "CAD", "AUD", "NZD", "MXN") else "USD"
    return own if own in ("SEK", "NOK", "DKK", "CZK") else "SEK"
