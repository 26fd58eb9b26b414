"""How people ask for a smaller line-up: "as a three-piece", "zu dritt", "without Jo"."""

import re
from dataclasses import dataclass

_SIZES = {
    "solo": 1,
    "duo": 2,
    "dúo": 2,
    "two": 2,
    "zweit": 2,
    "deux": 2,
    "dos": 2,
    "dois": 2,
    "trio": 3,
    "trío": 3,
    "three": 3,
    "dritt": 3,
    "trois": 3,
    "tres": 3,
    "três": 3,
    "quartet": 4,
    "quartett": 4,
    "quatuor": 4,
    "cuarteto": 4,
    "quarteto": 4,
    "four": 4,
    "viert": 4,
    "quatre": 4,
    "cuatro": 4,
    "quatro": 4,
    "quintet": 5,
    "five": 5,
    "fünft": 5,
    "cinq": 5,
    "cinco": 5,
    "six": 6,
    "sechst": 6,
    "seis": 6,
    "seven": 7,
    "eight": 8,
}
_NAMED = "|".join(sorted(_SIZES, key=len, reverse=True))
_SIZE = _NAMED + r"|\d{1,2}"
_PIECE = re.compile(
    rf"\s*\b(?:(?:as|for|with)\s+)?(?:an?\s+|just\s+)?(?P<size>{_SIZE})[\s-]?piece\b"
    rf"|\s*\bas\s+(?:an?\s+)?(?P<word>{_SIZE})\b(?:\s+of\s+us)?"
    rf"|\s*\b(?:zu|à|als|en|em|como)\s+(?P<other>{_NAMED})\b|\s*\ba\s+(?P<es>dos|tres|cuatro|cinco|seis)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\s*\b(?:without|minus|ohne|sans|sin|sem)\s+(?P<names>[^,;.?!]+?)\s*"
    r"(?=$|[?!.,;]|\b(?:in|on|from|till|until|next|this|tomorrow|today|tonight|im|am|en|em|as|als)\b|\d)",
    re.IGNORECASE,
)
_PLAYERS = {
    "drummer": "drums",
    "singer": "vocals",
    "vocalist": "vocals",
    "bassist": "bass",
    "bass player": "bass",
    "guitarist": "guitar",
    "keyboardist": "keys",
    "keyboard player": "keys",
}
_THE = re.compile(r"^(?:the|our|my)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LineUp:
    """What words say of the line-up, and what is left of them."""

    rest: str
    size: int | None
    """So many players, whoever they are."""
    without: str
    """Names of who is not needed; empty: nobody was named."""


def read_line_up(words: str) -> LineUp:
    """Take what is said of the line-up out of a sentence about days."""
    size = None
    if found := _PIECE.search(words):
        said = next(filter(None, found.groups())).casefold()
        size = int(said) if said.isdigit() else _SIZES[said]
        words = words[: found.start()] + " " + words[found.end() :]
    without = ""
    if left := _WITHOUT.search(words):
        names = re.split(r"\s*,\s*|\s+and\s+", left["names"].strip())
        bare = [_THE.sub("", name) for name in names]
        without = ", ".join(_PLAYERS.get(name.casefold(), name) for name in bare)
        words = words[: left.start()] + " " + words[left.end() :]
    return LineUp(" ".join(words.split()), size, without)
