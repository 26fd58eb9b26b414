"""Gear, sound and conditions in a post: the clauses that speak of them, as typed."""

import re

from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.vocabularies import compiled

MOST_NOTES = 8
_BREAKS = r"\s*(?:[;\n!?]|(?!(?<=\d)\.[ ]{0:bare})\.(?!\d)|,(?!\d{{3}}(?!\d))|\s-\s|\s\+\s)\s*"
"""Where one clause ends and the next begins; not within "die 4. Zeile"."""

_WORDS = re.compile(r"\w+")
_FEW = 3


def read_notes(sheet: PostSheet) -> tuple[str, ...]:
    """The clauses with a word of gear or conditions that no other reader took; nothing is taken here."""
    pattern = compiled("{0}", sheet.vocabulary.notes)
    notes: list[str] = []
    begin = 0
    breaks = compiled(_BREAKS, sheet.vocabulary.not_days).finditer(sheet.low)
    for end, following in [*(match.span() for match in breaks), (len(sheet.low), 0)]:
        if pattern.search(sheet.left, begin, end) or (
            pattern.search(sheet.low, begin, end) and _is_told_more(sheet, begin, end)
        ):
            note = sheet.words(begin, end)
            if note and note not in notes:
                notes.append(note)
        begin = following
    return tuple(notes[:MOST_NOTES])


def _is_told_more(sheet: PostSheet, begin: int, end: int) -> bool:
    """Whether a few words with a figure are left of a clause that was taken: "beds *for 4*"."""
    words = _WORDS.findall(sheet.left, begin, end)
    return len(words) <= _FEW and any(word.isdecimal() for word in words)
