"""Letters compared as people type them: without accents, in one case, with one kind of apostrophe."""

import unicodedata

_ALIKE = str.maketrans({"ł": "l", "ı": "i", "’": "'", "ʼ": "'", "`": "'"})


def plain(words: str) -> str:
    """The words in small letters without accents: "Śr." and "sr." are the same."""
    low = unicodedata.normalize("NFD", words.lower())
    return "".join(each for each in low if not unicodedata.combining(each)).translate(_ALIKE)
