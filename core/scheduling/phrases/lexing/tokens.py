"""A sentence as typed tokens: figures by their shape, words by the dictionary of a language."""

import re
from dataclasses import replace

from core.scheduling.lexicons import Meaning, Tag
from core.scheduling.phrases.lexing.dictionary import Dictionary
from core.scheduling.phrases.lexing.figures import figure
from core.scheduling.phrases.lexing.normalise import known_spelling
from core.scheduling.phrases.lexing.senses import settled
from core.scheduling.phrases.lexing.shortdays import with_short_days
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.lexing.wordings import reworded

_Raw = list[tuple[str, re.Match[str]]]
"""The pieces of a text, each with the group of the shapes that it belongs to."""
_WORDS = ("word", "short", "number", "sign", "ordinal")
"""The groups that a phrase may begin with."""
_SHORTEST = 7
_LONGEST = 30
"""Letters of a word that may be a compound."""
_DAYS = (Tag.WEEKDAY, Tag.HOLIDAY, Tag.RELATIVE_DAY)
_OF_DAYS = (Tag.PART, Tag.RELATIVE_DAY, Tag.UNIT)
"""Tags of the second word of a compound; there "morgen" is a morning."""
_EDGES = (Tag.BEGINNING, Tag.MID, Tag.ENDING)


def tokenise(low: str, dictionary: Dictionary) -> list[Token]:
    """The tokens of an even text, in order."""
    if dictionary.lexicon.elides:
        low = low.replace("'", " ")
    raw = [(match.lastgroup or "", match) for match in dictionary.shapes.finditer(low)]
    tokens: list[Token] = []
    i = 0
    while i < len(raw):
        group, match = raw[i]
        taken = _phrase(raw, i, dictionary) if group in _WORDS else None
        if taken is not None:
            meaning, i = taken
            end = raw[i - 1][1].end()
            tokens.append(_meant(meaning, match.start(), end, low[match.start() : end]))
            continue
        found = figure(group, match, dictionary)
        tokens += _unknown(match, dictionary) if found is None else [found]
        i += 1
    tokens = with_short_days(tokens, dictionary.short_days)
    tokens = settled(tokens, dictionary.lexicon, dictionary.senses)
    return reworded(tokens, dictionary.lexicon)


def _meant(meaning: Meaning, start: int, end: int, text: str) -> Token:
    return Token(
        meaning.tag,
        start,
        end,
        text,
        number=meaning.number,
        key=meaning.key,
        days=meaning.days,
        many=meaning.many,
        shy=meaning.shy,
    )


# phrases


def _phrase(raw: _Raw, i: int, dictionary: Dictionary) -> tuple[Meaning, int] | None:
    """The longest phrase of the dictionary that begins at `i`, and where it ends."""
    for parts, meaning in dictionary.phrases.get(raw[i][1].group(), ()):
        at = i
        for wanted in parts:
            if at > i and at < len(raw) and raw[at][1].group() == "-" and _glued(raw, at):
                at += 1  # "mid-week" is "mid week"
            if at >= len(raw) or raw[at][1].group() != wanted:
                break
            at += 1
        else:
            return meaning, at
    return None


def _glued(raw: _Raw, at: int) -> bool:
    here = raw[at][1]
    return (
        0 < at < len(raw) - 1
        and raw[at - 1][1].end() == here.start()
        and raw[at + 1][1].start() == here.end()
        and raw[at - 1][0] in ("word", "ordinal")
        and raw[at + 1][0] == "word"
    )


# words that are in no phrase as they stand


def _unknown(match: re.Match[str], dictionary: Dictionary) -> list[Token]:
    """A corrected word, or the two words of a compound."""
    word = _word(match.start(), match.end(), match.group(), dictionary)
    parts = _compound(word, dictionary) if word.tag is Tag.WORD else None
    return parts or [word]


def _word(start: int, end: int, text: str, dictionary: Dictionary) -> Token:
    """An unknown word: a possessive, a plural with an apostrophe, a full stop, a misspelling."""
    meaning = _without_signs(text, dictionary)
    if meaning is not None:
        if meaning.tag in (Tag.MONTH, Tag.HOLIDAY) and text.endswith(dictionary.lexicon.possessive):
            return Token(Tag.WORD, start, end, text)
        return _meant(meaning, start, end, text)
    spelling = known_spelling(text, dictionary.lexicon, dictionary.names)
    meaning = None if spelling is None else dictionary.single(spelling)
    return Token(Tag.WORD, start, end, text) if meaning is None else _meant(meaning, start, end, text)


def _without_signs(text: str, dictionary: Dictionary) -> Meaning | None:
    """The meaning of a word without its stops, quotes, apostrophes or possessive."""
    for bare in (
        text.rstrip(".'"),
        text.strip("'"),
        text.removesuffix(dictionary.lexicon.possessive),
        text.replace("'", ""),
        text.replace(".", ""),
    ):
        meaning = dictionary.single(bare)
        if meaning is not None:
            return meaning
    return None


# two words written as one


def _compound(token: Token, dictionary: Dictionary) -> list[Token] | None:
    """A day and a part of it, or two such words, that are written as one."""
    if not dictionary.lexicon.compounds or not _SHORTEST <= len(token.text) <= _LONGEST:
        return None
    for at in range(4, len(token.text) - 2):
        found = _two_words(token, at, dictionary)
        if found is not None:
            return found
    return _named_part(token, dictionary)


def _two_words(token: Token, at: int, dictionary: Dictionary) -> list[Token] | None:
    """The words before and after `at`: "Dienstag|abend"; "Monats|ende", whose second word comes first."""
    first, last = dictionary.single(token.text[:at]), dictionary.single(token.text[at:])
    if first is None or last is None or first.shy:
        return None
    middle = token.start + at
    if first.tag is Tag.UNIT and last.tag in _EDGES:
        unit = replace(_meant(first, token.start, token.end, token.text[:at]), many=False)
        return [_meant(last, token.start, middle, token.text[at:]), unit]
    if first.tag in _DAYS and last.tag in _OF_DAYS:
        return [
            _meant(first, token.start, middle, token.text[:at]),
            _meant(last, middle, token.end, token.text[at:]),
        ]
    return None


def _named_part(token: Token, dictionary: Dictionary) -> list[Token] | None:
    """A part of the day with the word that names it: "Chorabende"."""
    named = next((word for word in dictionary.nameable if token.text.endswith(word)), None)
    part = None if named is None else dictionary.single(named)
    if named is None or part is None or part.tag is not Tag.PART:
        return None
    middle = token.end - len(named)
    head = Token(Tag.WORD, token.start, middle, token.text.removesuffix(named))
    return [head, _meant(part, middle, token.end, named)]
