"""Words that shift a time: "an hour later", "um eine halbe Stunde früher"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from core.scheduling.lexicons import LANGUAGES, Lexicon, Tag, language_of, lexicon_for
from core.scheduling.lexicons.asides import Shifts, asides_for
from core.scheduling.phrases.lexing.letters import plain

_UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The words of one language, ready to be looked for."""

    pattern: re.Pattern[str]
    counts: dict[str, float]
    units: dict[str, timedelta]
    later: frozenset[str]


def shift_of(words: str, locale: str) -> timedelta | None:
    """The shift of time in the words, negative for earlier; None if they are about something else.

    They are read in the language of the locale, and in the English that is mixed into it.
    """
    text = " ".join(plain(words).split())
    for language in dict.fromkeys((language_of(locale), LANGUAGES[0])):
        spoken = _spoken(language)
        found = spoken.pattern.fullmatch(text)
        if found is not None and (found["count"] or found["and_half"]):
            return _length(found, spoken)
    return None


def _length(found: re.Match[str], spoken: _Spoken) -> timedelta:
    number = found["count"] or "1"  # "hora y media" is one and a half
    count = spoken.counts[number] if number in spoken.counts else float(number.replace(",", "."))
    half = 0.5 if found["and_half"] else 0
    way = 1 if found["way"] in spoken.later else -1
    return way * (count + half) * spoken.units[found["unit"]]


@cache
def _spoken(language: str) -> _Spoken:
    lexicon, shifts = lexicon_for(language), asides_for(language).shifts
    counts, units = _counts(lexicon, shifts), _units(lexicon, shifts)
    later, earlier = _spelt([shifts.later]), _spelt([shifts.earlier])
    half = rf"(?: (?P<and_half>{_either(_spelt([shifts.and_half]))}))?"
    pattern = (
        rf"(?:{_either(_spelt([shifts.by]))} )?(?:(?P<count>{_either(counts)}|\d{{1,3}}(?:[.,]\d)?) ?)?"
        rf"(?P<unit>{_either(units)}){half} (?P<way>{_either([*later, *earlier])})"
    )
    return _Spoken(re.compile(pattern), counts, units, frozenset(later))


def _counts(lexicon: Lexicon, shifts: Shifts) -> dict[str, float]:
    """Words to the numbers they are: an article is one, "half an" a half."""
    table: list[tuple[float, str]] = [
        (1.0, lexicon.marks[Tag.A]),
        *lexicon.cardinals.items(),
        (0.5, shifts.half),
        *shifts.counts.items(),
    ]
    return {word: float(number) for number, words in table for word in _spelt([words])}


def _units(lexicon: Lexicon, shifts: Shifts) -> dict[str, timedelta]:
    return {
        word: length
        for unit, length in _UNITS.items()
        for word in _spelt(
            table.get(unit, "") for table in (lexicon.units, lexicon.units_repeated, shifts.units)
        )
    }


def _spelt(words: Iterable[str]) -> list[str]:
    return [plain(word) for each in words for word in each.split("|") if word]


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; for none where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
