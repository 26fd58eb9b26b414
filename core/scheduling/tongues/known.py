"""The languages in which single dates are read, and the small words around a date in each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """Words beside those that dateparser knows, all without accents."""

    small: frozenset[str] = frozenset()
    """Words that mean nothing beside a date ("il 3 marzo", "w piątek")."""
    ordinals: frozenset[str] = frozenset()
    """Endings of a day's figure ("1º", "11e"); a full stop is one everywhere."""
    in_two_days: frozenset[str] = frozenset()
    """Words for the day after tomorrow that dateparser reads and does not list."""


TONGUES = {
    "it": Tongue(small=frozenset({"il", "lo", "di", "giorno"}), ordinals=frozenset({"º", "°", "o"})),
    "nl": Tongue(small=frozenset({"op", "de"}), ordinals=frozenset({"e", "de", "ste"})),
    "pl": Tongue(small=frozenset({"w", "we", "dnia", "roku", "r"}), in_two_days=frozenset({"pojutrze"})),
    "tr": Tongue(small=frozenset({"gunu"})),
    "uk": Tongue(small=frozenset({"у", "в", "року", "р"}), ordinals=frozenset({"го", "-го", "е", "-е"})),
    "ru": Tongue(
        small=frozenset({"в", "во", "года", "г"}), ordinals=frozenset({"го", "-го", "е", "-е", "ое", "-ое"})
    ),
    "cs": Tongue(small=frozenset({"v", "ve", "dne", "roku"})),
    "da": Tongue(small=frozenset({"den", "d", "pa"})),
    "no": Tongue(small=frozenset({"den", "d", "pa"})),
    "fi": Tongue(),
    "ro": Tongue(small=frozenset({"pe"})),
}
"""By ISO 639-1. Each has its table of sentences in the tests; a language without one is not claimed."""

LOCALES = {"no": "nb"}
"""Codes of dateparser that differ from ours."""


def language_of(locale: str) -> str:
    """The language of a BCP 47 locale, as `TONGUES` has it."""
    code = locale.replace("_", "-").partition("-")[0].lower()
    return next((ours for ours, theirs in LOCALES.items() if theirs == code), code)
