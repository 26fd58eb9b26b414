"""Gear, sound and conditions in a post: the clauses that speak of them, as typed."""

import re

from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.vocabularies import compiled

_MOST = 8
_BREAKS = re.compile(r"\s*(?:[;\n!?]|\.(?!\d)|,(?!\d{3}(?!\d))|\s-\s|\s\+\s)\s*")


def read_notes(sheet: PostSheet) -> tuple[str, ...]:
    """The clauses with a word of gear or conditions; nothing is taken, other readers see them too."""
    pattern = compiled("{0}", sheet.vocabulary.notes)
    notes: list[str] = []
    begin = 0
    for end, following in [*(match.span() for match in _BREAKS.finditer(sheet.low)), (len(sheet.low), 0)]:
        if pattern.search(sheet.low, begin, end):
            note = sheet.words(begin, end)
            if note and note not in notes:
                notes.append(note)
        begin = following
    return tuple(notes[:_MOST])
