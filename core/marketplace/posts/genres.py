"""The genres of a post, as typed."""

import re

from core.marketplace.posts.sheet import TAKEN, PostSheet
from core.marketplace.posts.values import MissingFact
from core.marketplace.posts.vocabularies import Vocabulary, all_vocabularies, compiled, spelt

_MOST = 12
_FEW_WORDS = re.compile(r"[^\W\d_][\w-]{1,19}(?: [\w-]{1,20})?")
"""A genre that is not in the vocabulary: one or two words."""


def read_genres(sheet: PostSheet) -> tuple[tuple[str, ...], bool]:
    """The genres in the order of the text, and whether any will do; their words are taken."""
    words = sheet.vocabulary
    anything = sheet.first(compiled("{0}", words.any_genre)) or _anything(sheet)
    if anything is not None:
        sheet.take(anything.start(), anything.end())
    found: list[tuple[int, str]] = []
    for match in list(sheet.find(_listed(words))):
        pieces = _pieces(sheet, match.start(), match.end())
        if pieces:
            found += pieces
            sheet.take(match.start(), match.end())
    for match in list(sheet.find(compiled("{0}", words.manners))):
        found.append((match.start(), match.group()))
        sheet.take(match.start(), match.end())
    found += [] if anything else _asked(sheet)
    found += _glued(sheet)
    unique = dict.fromkeys(text for _, text in sorted(found))
    return tuple(unique)[:_MOST], anything is not None


def _glued(sheet: PostSheet) -> list[tuple[int, str]]:
    """Genres that are written in one word with what they are of: "Punkband", "Jazzabend"."""
    words = sheet.vocabulary
    if not words.glued:
        return []
    known = f"{words.genres}|{words.manners}|{words.genre_modifiers}"
    pattern = compiled(r"(?<!\w)(?P<g>{0:bare})(?=(?:{1:bare}|\0)(?!\w))", known, words.glued)
    return [(match.start("g"), match["g"]) for match in sheet.find(pattern)]


def _anything(sheet: PostSheet) -> re.Match[str] | None:
    """Any genre will do, in the answer to a question for them: "whatever"."""
    if sheet.about is not MissingFact.GENRES:
        return None
    return sheet.first(compiled("{0}", sheet.vocabulary.anything))


def _asked(sheet: PostSheet) -> list[tuple[int, str]]:
    """The unknown genres in the answer to a question for them: "chiptune, bardcore"; a sentence is none."""
    words = sheet.vocabulary
    if sheet.about is not MissingFact.GENRES or compiled("{0}", words.unsure).search(sheet.low):
        return []
    talk = compiled("{0}|{1}|{2}", words.replies, words.greetings, words.questions)
    joint = compiled(r"[,;/&+\n.!?]|(?<!\w){0:bare}(?!\w)", all_vocabularies().genre_joins)
    found, begin = [], 0
    for start, end in [*(match.span() for match in joint.finditer(sheet.low)), (len(sheet.low), 0)]:
        text = sheet.low[begin:start].strip()
        if TAKEN not in sheet.left[begin:start] and _FEW_WORDS.fullmatch(text) and not talk.search(text):
            found.append((begin, text))
        begin = end
    return found


def _listed(words: Vocabulary) -> re.Pattern[str]:
    """A list of genres; between slashes a single unknown word is one too."""
    made = r"\w{{2,12}}{2:bare}(?:y|s)?|{3:bare}-\w{{3,12}}"
    one = rf"(?:(?:{{0}}[ -]?){{{{0,2}}}}(?:{{1}}|(?<!\w)(?:{made})(?!\w)))"
    joined = r"[ ]?(?:/|&|\+|,|(?<!\w){4:bare}(?!\w))[ ]?"
    unknown = r"[^\W\d_][\w-]{{1,14}}"
    return compiled(
        rf"(?:(?<!\w){unknown}/)?{one}(?:{joined}{one}|/[ ]?{unknown})*",
        words.genre_modifiers,
        words.genres,
        words.genre_endings,
        words.genre_beginnings,
        all_vocabularies().genre_joins,
    )


def _pieces(sheet: PostSheet, start: int, end: int) -> list[tuple[int, str]]:
    joins = all_vocabularies().genre_joins
    between, before = compiled(" {0:bare} ", joins), compiled("^{0:bare} ", joins)
    pieces = []
    for piece in re.finditer(r"(?:[^\s/&+,]|(?<=\w) (?=\w))+", sheet.low[start:end]):
        for text in between.split(piece.group()):
            word = before.sub("", text.strip())
            at = sheet.low.index(word, start + piece.start())
            if word and not _is_no_genre(sheet, word, at, start + piece.end()):
                pieces.append((at, word))
    return pieces


def _is_no_genre(sheet: PostSheet, word: str, start: int, end: int) -> bool:
    """Whether the words around it make a genre something else: "pop up", "house PA", "a new disco"."""
    words = sheet.vocabulary
    if word in spelt(words.never_genres):
        return True
    behind, before = words.not_genres.get(word), words.before_not_genres.get(word)
    if before is not None and compiled("{0:bare}$", before).search(sheet.low[max(0, start - 16) : start]):
        return True
    return behind is not None and compiled("{0:bare}", behind).match(sheet.low, end) is not None
