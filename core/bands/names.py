"""Names, parts and genres as people type them: made tidy, or refused."""

import re
import unicodedata

from core.bands import NAME_LIMIT
from core.bands.refusals import ValueUnclear

PART_LIMIT = 80
GENRE_LIMIT = 40
GENRES = 8
_BETWEEN_PARTS = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*", re.IGNORECASE)
_BETWEEN_GENRES = re.compile(r"\s*[,;/]\s*")


def visible(words: str) -> bool:
    """Whether something in it can be seen, and nothing in it controls a screen."""
    categories = [unicodedata.category(each) for each in words]
    return not {"Cc", "Cs"} & set(categories) and any(each[0] in "LNPS" for each in categories)


def tidy_name(words: str) -> str:
    """A band's name without superfluous spaces. Raises ValueUnclear."""
    name = " ".join(words.split())
    if len(name) > NAME_LIMIT or not visible(name):
        raise ValueUnclear("name", words)
    return name


def tidy_parts(words: str) -> str:
    """The parts that somebody plays, as "drums, vocals". Raises ValueUnclear."""
    parts = _each_once(_BETWEEN_PARTS.split(words))
    tidy = ", ".join(parts)
    if not 0 < len(tidy) <= PART_LIMIT or not all(visible(each) for each in parts):
        raise ValueUnclear("part", words)
    return tidy


def tidy_genres(words: str) -> tuple[str, ...]:
    """The genres of a band, at most GENRES of them. Raises ValueUnclear."""
    genres = _each_once(_BETWEEN_GENRES.split(words))
    fitting = all(len(each) <= GENRE_LIMIT and visible(each) for each in genres)
    if not 0 < len(genres) <= GENRES or not fitting:
        raise ValueUnclear("genres", words)
    return tuple(genres)


def _each_once(pieces: list[str]) -> list[str]:
    found: dict[str, str] = {}
    for piece in pieces:
        tidy = " ".join(piece.split())
        if tidy:
            found.setdefault(tidy.casefold(), tidy)
    return list(found.values())
