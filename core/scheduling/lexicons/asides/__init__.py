"""Small words beside days: the players needed, shifts of time, exceptions; one file for each language.

Bands mix their languages, and these words are few and rarely mean anything else, so most are understood
in a message of any language. The files hold data only: all of them are loaded at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from core.scheduling.lexicons import LANGUAGES
from core.scheduling.lexicons.lexicon import Words


@dataclass(frozen=True, slots=True)
class LineUps:
    """Words that ask for a smaller line-up: "as a three-piece", "zu dritt", "without Jo"."""

    sizes: Mapping[int, Words]
    """So many players by a name of their own: duo, trio, "dritt" in "zu dritt"."""
    counts: Mapping[int, Words] = field(default_factory=dict)
    """The numbers themselves, where they stand for so many players: three."""
    before_sizes: Words = ""
    """Before a size or a number: "zu" dritt, "en" trío."""
    before_counts: Words = ""
    """Before a number of this language, and too common a word before anything else: "a" tres."""
    before_figures: Words = ""
    """Before a size, a number or a figure: "as" 3."""
    articles: Words = ""
    """After these words: "a" in "as a trio"."""
    of_us: Words = ""
    """After a number: "as three of us"."""
    pieces: Words = ""
    """Right after a number: "piece" in "three-piece"."""
    before_pieces: Words = ""
    """Before such a number: "for" a three-piece."""
    piece_articles: Words = ""
    """Between both: "just" three-piece."""
    without: Words = ""
    """Before the names of players who are not needed."""
    ends: Words = ""
    """Words that end these names, where the days begin: "without Jo on Friday"."""
    joining: Words = ""
    """Between two names: and."""
    owners: Words = ""
    """Before a part in the place of a name: "without our drummer"."""
    players: Mapping[str, Words] = field(default_factory=dict)
    """A band's part to who plays it: drums to drummer."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """Words that move a time: "an hour later", "um eine halbe Stunde früher".

    Lengths and numbers are those of the lexicon. Accents need not be typed.
    """

    later: Words
    earlier: Words
    half: Words
    """Before a unit: "half an" hour, "media" hora."""
    and_half: Words = ""
    """After a unit: an hour "and a half"."""
    counts: Mapping[float, Words] = field(default_factory=dict)
    """Numbers that the lexicon does not have: "anderthalb"."""
    units: Mapping[str, Words] = field(default_factory=dict)
    """Short forms right after a figure, to the keys of Lexicon.units: "h" is hour."""
    by: Words = ""
    """Optional before it all: "by" an hour later."""


@dataclass(frozen=True, slots=True)
class Asides:
    """The words of one language."""

    line_ups: LineUps
    shifts: Shifts
    exceptions: Words
    """Opening words of an exception to the last message: except, apart from. Without accents."""
    before_exceptions: Words = ""
    """May stand before these: but."""


@cache
def asides_for(language: str) -> Asides:
    """The words of an ISO 639-1 code; English where there are none."""
    code = language if language in LANGUAGES else LANGUAGES[0]
    found: Asides = import_module(f"core.scheduling.lexicons.asides.{code}").ASIDES
    return found


@cache
def all_asides() -> tuple[Asides, ...]:
    """The words of all languages, for phrases that are understood in any of them."""
    return tuple(asides_for(language) for language in LANGUAGES)
