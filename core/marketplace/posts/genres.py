"""The genres of a post, as typed."""

import re
from functools import cache

from core.marketplace.posts.sheet import Sheet
from core.marketplace.posts.vocabularies import compiled, group

_MOST = 12
_SUFFIXED = (
    r"\w{2,12}(?:core|wave|gaze|grass|billy|tronica)(?:y|s)?"
    r"|(?:nu|post|prog|math|alt|indie|synth|dream)-\w{3,12}"
)
_NOT_BEHIND = {
    "pop": " in| up| over| by|s up", "rock": " up| on", "country": "wide", "noise": " curfew| limit",
    "house": " pa| engineer| kit| backline| drums", "surf": " the", "soul": "less", "swing": " by",
    "live": "", "world": " tour", "classical": "ly",
}  # fmt: skip
"""What makes another word of a genre."""


def read_genres(sheet: Sheet) -> tuple[tuple[str, ...], bool]:
    """The genres in the order said, and whether any will do; their words are taken."""
    words = sheet.vocabulary
    anything = sheet.first(compiled("{0}", words.any_genre))
    if anything is not None:
        sheet.take(anything.start(), anything.end())
    one = (
        rf"(?:(?:{group(words.genre_modifiers)}[ -]?){{0,2}}"
        rf"(?:{group(words.genres)}|(?<!\w)(?:{_SUFFIXED})(?!\w)))"
    )
    found: list[tuple[int, str]] = []
    for match in list(sheet.find(_pattern(one))):
        pieces = _pieces(sheet, match.start(), match.end())
        if pieces:
            found += pieces
            sheet.take(match.start(), match.end())
    found += [(match.start(), match.group()) for match in sheet.find(compiled("{0}", words.manners))]
    unique = dict.fromkeys(text for _, text in sorted(found))
    return tuple(unique)[:_MOST], anything is not None


@cache
def _pattern(one: str) -> re.Pattern[str]:
    """A list of genres; between slashes a single unknown word is one too."""
    joined = r"[ ]?(?:/|&|\+|,|(?<!\w)(?:and|or|und|y|e|et|o|ou|oder)(?!\w))[ ]?"
    unknown = r"[^\W\d_][\w-]{1,14}"
    return re.compile(rf"(?:(?<!\w){unknown}/)?{one}(?:{joined}{one}|/[ ]?{unknown})*")


def _pieces(sheet: Sheet, start: int, end: int) -> list[tuple[int, str]]:
    pieces = []
    for piece in re.finditer(r"(?:[^\s/&+,]|(?<=\w) (?=\w))+", sheet.low[start:end]):
        for text in re.split(r" (?:and|or|und|y|e|et|o|ou|oder) ", piece.group()):
            word = re.sub(r"^(?:and|or|und|y|et|oder) ", "", text.strip())
            behind = _NOT_BEHIND.get(word)
            rest = sheet.low[start + piece.end() : start + piece.end() + 12]
            if word and not (behind and re.match(behind, rest)):
                pieces.append((start + piece.start(), word))
    return pieces
