"""Names of people and of instruments: short, visible, and on one line."""

import unicodedata
from dataclasses import dataclass

from core.errors import Refusal

NAME_LIMIT = 80
INSTRUMENTS_LIMIT = 8
INSTRUMENT_LIMIT = 40

_UNSEEN = frozenset({"Cc", "Cs", "Cn"})
"""Control characters, surrogates, and code points without a character."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the direction of the rest of a line."""


@dataclass(eq=False)
class PersonNameNotUsable(Refusal):
    """A person's name is empty, cannot be seen, or is longer than NAME_LIMIT."""

    limit: int = NAME_LIMIT


@dataclass(eq=False)
class InstrumentsNotUsable(Refusal):
    """More than INSTRUMENTS_LIMIT instruments, or one that cannot be seen or is too long."""

    limit: int = INSTRUMENTS_LIMIT
    length: int = INSTRUMENT_LIMIT


def usable_name(words: str) -> str:
    """The name as it is kept. Raises PersonNameNotUsable."""
    name = _on_one_line(words)
    if len(name) > NAME_LIMIT or not visible(name):
        raise PersonNameNotUsable
    return name


def usable_instruments(words: str) -> tuple[str, ...]:
    """The instruments in a list with commas, each once. Raises InstrumentsNotUsable."""
    named = [each for each in map(_on_one_line, words.split(",")) if each]
    first = {each.casefold(): each for each in reversed(named)}
    instruments = tuple(each for each in named if first[each.casefold()] is each)
    fit = all(len(each) <= INSTRUMENT_LIMIT and visible(each) for each in instruments)
    if not fit or not 0 < len(instruments) <= INSTRUMENTS_LIMIT:
        raise InstrumentsNotUsable
    return instruments


def visible(text: str) -> bool:
    """Whether something in it can be seen, and nothing in it controls a screen."""
    categories = [unicodedata.category(each) for each in text]
    controls = _UNSEEN & set(categories) or _TURNING & set(text)
    return not controls and any(each[0] in "LNPS" for each in categories)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
