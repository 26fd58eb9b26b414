"""Whether two names of genres mean music that goes together: by the words that they share."""

import re
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_SAME = {
    "hiphop": "hip hop",
    "hip-hop": "hip hop",
    "rnb": "r&b",
    "alt": "alternative",
    "electronica": "electronic",
    "electro": "electronic",
    "shoegazer": "shoegaze",
    "psych": "psychedelic",
    "psychedelia": "psychedelic",
    "singer-songwriter": "acoustic",
    "americana": "country folk",
}
_SAYS_LITTLE = frozenset({"post", "new", "hard", "heavy", "modern", "classic", "the", "and", "music", "core"})
"""Words that go with too much to tell anything by themselves."""


def shared_genres(wanted: Sequence[str], played: Sequence[str]) -> tuple[str, ...]:
    """Those of the genres that a night wants which a band plays, or something close by.

    "indie" and "indie rock" go together, "post-punk" and "punk" too, "hard rock" and "hard house" do not.
    """
    return tuple(each for each in wanted if any(_go_together(each, other) for other in played))


def _go_together(one: str, other: str) -> bool:
    return _folded(one) == _folded(other) != "" or bool(_words(one) & _words(other))


@lru_cache(maxsize=4096)
def _folded(genre: str) -> str:
    return "".join(_WORD.findall(_SAME.get(genre.casefold().strip(), genre.casefold())))


@lru_cache(maxsize=4096)
def _words(genre: str) -> frozenset[str]:
    plain = _SAME.get(genre.casefold().strip(), genre.casefold())
    words = {piece for word in _WORD.findall(plain) for piece in _SAME.get(word, word).split()}
    return frozenset(words - _SAYS_LITTLE)
