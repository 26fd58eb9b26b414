"""Words about days in such a language that are not one date."""

import re
from functools import cache

from core.scheduling.lexicons import LANGUAGES
from core.scheduling.phrases.lexing.dictionary import dictionary_for
from core.scheduling.phrases.lexing.letters import plain
from core.scheduling.tongues.found import MoreThanADate
from core.scheduling.tongues.known import TONGUES
from core.scheduling.tongues.library import vocabulary

_SHARE = 3
"""One word in so many must be about days in a message about days."""
_CERTAIN = 4
"""Letters of a word that is about days in any message."""
_UNMISTAKABLE = 6
"""Letters of one that counts even without its accents: "Marti" is also a name."""
_WORD = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")


def more_than_a_date(words: str, own: str) -> MoreThanADate | None:
    """In which languages the words are about days; None: in none. `own` is the person's."""
    typed = _WORD.findall(words)
    counts = {
        language: sum(_about_days(word, language, speaks=language == own) for word in typed)
        for language in TONGUES
    }
    most = max(counts.values())
    if not most:
        return None
    languages = tuple(language for language, count in counts.items() if count == most)
    figures = sum(word.isdigit() for word in typed)
    mostly = (most + figures) * _SHARE >= len(typed)
    return MoreThanADate((own,) if own in languages else languages, mostly)


def _about_days(word: str, language: str, *, speaks: bool) -> bool:
    """Whether it is a day or a month in that language, written out.

    A speaker of the language is believed; from others it counts only if the grammar does not know the word.
    """
    known = vocabulary(language)
    key = plain(word)
    named = known.named(key)
    if named is None:  # "Aralık'tan"
        word, key = (each.partition("'")[0] for each in (word.replace("’", "'"), key))
        named = known.named(key)
    if named is None or not named.whole:
        return False
    if speaks:
        return True
    if len(key) < _CERTAIN or key in _own_words():
        return False
    return len(key) >= _UNMISTAKABLE or named.word.lower() == word.lower()


@cache
def _own_words() -> frozenset[str]:
    """All words that the grammar knows, in any of its languages."""
    return frozenset(plain(word) for language in LANGUAGES for word in dictionary_for(language).phrases)
