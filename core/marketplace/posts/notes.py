"""Gear, sound and conditions in a post: the clauses that speak of them, as typed."""

import re

from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.vocabularies import compiled

MOST_NOTES = 8
_BREAKS = re.compile(r"\s*(?:[;\n!?]|\.(?!\d)|,(?!\d{3}(?!\d))|\s-\s|\s\+\s)\s*")

_LEFT = re.compile(r"\w")


def read_notes(sheet: PostSheet) -> tuple[str, ...]:
    """The clauses with a word of gear or conditions, apart from those that other readers took whole."""
    pattern = compiled("{0}", sheet.vocabulary.notes)
    notes: list[str] = []
    begin = 0
    for end, following in [*(match.span() for match in _BREAKS.finditer(sheet.low)), (len(sheet.low), 0)]:
        if _LEFT.search(sheet.left, begin, end) and pattern.search(sheet.low, begin, end):
            note = sheet.words(begin, end)
            if note and note not in notes:
                notes.append(note)
        begin = following
    return tuple(notes[:MOST_NOTES])
