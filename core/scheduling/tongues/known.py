"""The languages in which single dates are read, and the small words around a date in each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """What may stand beside the words that dateparser knows, all without accents."""

    small: frozenset[str] = frozenset()
    """Words that say nothing beside a date ("il 3 marzo", "w piątek")."""
    ordinals: frozenset[str] = frozenset()
    """Endings of a day's figure ("1º", "11e"); a full stop is one everywhere."""
    in_two_days: frozenset[str] = frozenset()
    """Words for the day after tomorrow that dateparser reads and does not list."""


def _tongue(small: str = "", ordinals: str = "", in_two_days: str = "") -> Tongue:
    return Tongue(frozenset(small.split()), frozenset(ordinals.split()), frozenset(in_two_days.split()))


TONGUES = {
    "it": _tongue("il lo di giorno", "º ° o"),
    "nl": _tongue("op de", "e de ste"),
    "pl": _tongue("w we dnia roku r", "", "pojutrze"),
    "tr": _tongue("gunu"),
    "uk": _tongue("у в року р", "го -го е -е"),
    "ru": _tongue("в во года г", "го -го е -е ое -ое"),
    "cs": _tongue("v ve dne roku"),
    "da": _tongue("den d pa"),
    "no": _tongue("den d pa"),
    "fi": _tongue(),
    "ro": _tongue("pe"),
}
"""By ISO 639-1. Each has its table of sentences in the tests; a language without one is not claimed."""

LOCALES = {"no": "nb"}
"""What dateparser calls a language, where that is another code."""


def language_of(locale: str) -> str:
    """The language of a BCP 47 locale, as `TONGUES` has it."""
    code = locale.replace("_", "-").partition("-")[0].lower()
    return next((ours for ours, theirs in LOCALES.items() if theirs == code), code)
