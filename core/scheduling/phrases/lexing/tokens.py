"""A sentence as typed tokens: figures by their shape, words by the dictionary of a language."""

import re
from dataclasses import dataclass, replace
from functools import cache

from core.scheduling.lexicons import Lexicon, Meaning, Role, Sense, lexicon_for, meanings, senses_of
from core.scheduling.phrases.lexing.normalise import known_spelling
from core.scheduling.phrases.lexing.senses import settled
from core.scheduling.phrases.lexing.shortdays import ShortDays, short_days_of, with_short_days
from core.scheduling.phrases.lexing.spoken import half_of
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.lexing.wordings import reworded

__all__ = ["Dictionary", "Token", "dictionary_for", "tokenise"]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A lexicon made ready: phrases by their first word, figures by one alternation."""

    lexicon: Lexicon
    phrases: dict[str, list[tuple[tuple[str, ...], Meaning]]]
    """First word to phrases, longest first."""
    shapes: re.Pattern[str]
    senses: dict[str, tuple[Sense, ...]]
    """Other meanings of words, which their neighbours give them."""
    names: dict[str, int]
    """What unknown words are compared with, and how many slips each may bear."""
    short_days: ShortDays
    nameable: frozenset[str]
    """Parts of the day that a word beside them names; see Lexicon."""
    unnaming: frozenset[str]
    """Words beside these that name nothing."""


_SHAPES = r"""
(?P<link>(?:https?://|www\.)\S+|[\w.+-]{{1,40}}@[\w-]{{1,40}}\.\w{{2,20}}|\#\S+)
|(?P<money>[£$€]\s?\d[\d.,]*k?(?:\s?/\s?[£$€]?\d+)?|\d+(?:[.,]\d+)*\s?(?:£|€|%|\$)(?!\d)|r\$\s?\d+)
|(?P<plus>\d+\+)
|(?P<ratio>\b(?:\d0/\d0|\d5/\d5)\b(?!\s?/)|\b\d+\s?:\s?1\b)
|(?P<iso>\b(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?![\d/]))
|(?P<named>\b\d{{1,4}}(?P<sep>[-/])(?:{months})(?P=sep)\d{{1,4}}\b)
|(?P<full>\b\d{{1,2}}(?P<sep2>[-/.])\d{{1,2}}(?P=sep2)(?:(?:19|20)\d\d|'?\d\d)(?![\d:]))
|(?P<clock>\b\d{{1,2}}\s?[:h]\s?[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s?(?P<m1>{meridiems}|(?:{clipped})(?![^\W\d_])))?
  |\b\d{{1,2}}\.[0-5]\d\s?(?P<m2>{meridiems})
  |\b\d{{1,4}}\s?(?P<m3>{meridiems})
  |\b\d{{1,2}}(?P<m4>{clipped})(?![\w'])
  |\b\d{{1,2}}\s?hs?(?![^\W\d_]))
|(?P<badclock>\b\d{{1,2}}:\d\d(?!\d))
|(?P<ish>\b\d{{1,4}}(?:\s?[:.]\s?\d\d)?\s?-?\s?ish\b)
|(?P<times>\b\d+\s?x\s?\d+\b)
|(?P<count>\b\d+\s?x\b)
|(?P<my>\b(?:0?[1-9]|1[0-2])\s?[/-]\s?20\d\d\b)
|(?P<dotdate>\b\d{{1,2}}\.\d{{1,2}}\.(?!\d))
|(?P<thousand>\b\d{{1,3}}(?:,\d{{3}})+\b|\b\d+\.\d{{3,}}\b|\b\d{{5,}}\b)
|(?P<dotted>\b\d{{1,2}}\.\d{{1,2}}(?![\d%]))
|(?P<slashed>\b\d{{1,2}}\s?/\s?\d{{1,2}}(?![\d/]))
|(?P<ordinal>\b\d{{1,2}}\s?(?:{suffixes})(?![^\W\d_]))
|(?P<number>\d+)
|(?P<short>(?<![^\W\d_])[^\W\d_]/[^\W\d_](?![\w]))
|(?P<word>'?[^\W\d_]+(?:['.][^\W\d_]+)*'?)
|(?P<newline>\n\s*)
|(?P<sign>[^\w\s])
|(?P<under>_+)
"""

_SIGNS = {
    ",": Role.COMMA,
    ";": Role.SEMICOLON,
    ".": Role.STOP,
    "!": Role.STOP,
    "|": Role.SEMICOLON,
    ":": Role.COLON,
    "-": Role.DASH,
    "/": Role.SLASH,
    "(": Role.OPEN,
    "[": Role.OPEN,
    ")": Role.CLOSE,
    "]": Role.CLOSE,
    "?": Role.QUESTION_MARK,
    "&": Role.AND,
    "+": Role.AND,
    "@": Role.AT,
    "\u2713": Role.FREE,
    "\u2717": Role.BUSY,
    "\u2754": Role.MAYBE,
}


_PIECES = re.compile(r"\d+(?:[ºª°]|[oa]\b)?|[^\s\d]+")
"""What a phrase is compared by: words, and figures with the sign that makes them ordinals."""
_WORDS = ("word", "short", "number", "sign", "ordinal")
"""The groups that a phrase may begin with."""
_LONGEST = 30
"""Letters of a word that may be two words."""
_SECOND = (Role.PART, Role.RELATIVE_DAY, Role.UNIT)
"""What the second word of a compound is; "morgen" is a morning there."""


@cache
def dictionary_for(language: str) -> Dictionary:
    """The dictionary of a language, made once."""
    lexicon = lexicon_for(language)
    phrases: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    known = meanings(lexicon)
    for spelling, meaning in known.items():
        parts = tuple(_PIECES.findall(spelling.replace("'", " ") if lexicon.elides else spelling))
        phrases.setdefault(parts[0], []).append((parts, meaning))
    for found in phrases.values():
        found.sort(key=lambda entry: -len(entry[0]))
    months = sorted((m for words in lexicon.months for m in words.split("|")), key=len, reverse=True)
    meridiems = sorted((w for w, m in known.items() if m.role is Role.MERIDIEM), key=len, reverse=True)
    shapes = _SHAPES.format(
        months="|".join(map(re.escape, months)),
        meridiems="|".join(re.escape(m) + r"(?![^\W\d_])" for m in meridiems),
        suffixes=lexicon.ordinal_suffixes,
        clipped=lexicon.clipped or "(?!)",
    )
    names = {
        name: 1 if len(name) < 7 else 2
        for table in (lexicon.weekdays, lexicon.weekdays_repeated, lexicon.months)
        for words in table
        for name in words.split("|")
        if len(name) > 4
    }
    for role in (Role.FREE, Role.BUSY, Role.EVERY, Role.EXCEPT, Role.UNTIL):
        for word in lexicon.marks.get(role, "").split("|"):
            if len(word) > 6 and word.isalpha():
                names.setdefault(word, 1)
    for unit in (*lexicon.parts.values(), *lexicon.units.values(), *lexicon.relative_days.values()):
        for word in unit.split("|"):
            if len(word) > 5 and word.isalpha():
                names.setdefault(word, 1)
    return Dictionary(
        lexicon,
        phrases,
        re.compile(shapes, re.VERBOSE),
        senses_of(lexicon),
        names,
        short_days=short_days_of(lexicon),
        nameable=frozenset(lexicon.nameable.split("|")),
        unnaming=frozenset(lexicon.unnaming.split("|")),
    )


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
            text = low[match.start() : end]
            tokens.append(_meant(meaning, match.start(), end, text))
            continue
        token = _figure(group, match, dictionary)
        parts = _compound(token, dictionary) if token.role is Role.WORD else None
        tokens += parts or [token]
        i += 1
    tokens = with_short_days(tokens, dictionary.short_days)
    tokens = settled(tokens, dictionary.lexicon, dictionary.senses)
    return reworded(tokens, dictionary.lexicon)


def _compound(token: Token, dictionary: Dictionary) -> list[Token] | None:
    """A day and a part of it, or two such words, that are written as one."""
    if not dictionary.lexicon.compounds or not 7 <= len(token.text) <= _LONGEST:
        return None
    named = next((word for word in dictionary.nameable if token.text.endswith(word)), None)
    for at in range(4, len(token.text) - 2):
        first, last = _single(token.text[:at], dictionary), _single(token.text[at:], dictionary)
        if first is None or last is None or first.shy:
            continue
        middle = token.start + at
        if first.role is Role.UNIT and last.role in (Role.BEGINNING, Role.MID, Role.ENDING):
            unit = replace(_meant(first, token.start, token.end, token.text[:at]), many=False)
            return [_meant(last, token.start, middle, token.text[at:]), unit]  # "Monatsende"
        if first.role in (Role.WEEKDAY, Role.HOLIDAY, Role.RELATIVE_DAY) and last.role in _SECOND:
            return [
                _meant(first, token.start, middle, token.text[:at]),
                _meant(last, middle, token.end, token.text[at:]),
            ]
    part = None if named is None else _single(named, dictionary)
    if named is None or part is None or part.role is not Role.PART:
        return None
    middle = token.end - len(named)
    head = Token(Role.WORD, token.start, middle, token.text.removesuffix(named))
    return [head, _meant(part, middle, token.end, named)]  # "Chorabende"


def _single(word: str, dictionary: Dictionary) -> Meaning | None:
    return next((meaning for parts, meaning in dictionary.phrases.get(word, ()) if parts == (word,)), None)


def _meant(meaning: Meaning, start: int, end: int, text: str) -> Token:
    return Token(
        meaning.role,
        start,
        end,
        text,
        number=meaning.number,
        key=meaning.key,
        days=meaning.days,
        many=meaning.many,
        shy=meaning.shy,
    )


def _phrase(
    raw: list[tuple[str, re.Match[str]]], i: int, dictionary: Dictionary
) -> tuple[Meaning, int] | None:
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


def _glued(raw: list[tuple[str, re.Match[str]]], at: int) -> bool:
    here = raw[at][1]
    return (
        0 < at < len(raw) - 1
        and raw[at - 1][1].end() == here.start()
        and raw[at + 1][1].start() == here.end()
        and raw[at - 1][0] in ("word", "ordinal")
        and raw[at + 1][0] == "word"
    )


def _figure(group: str, match: re.Match[str], dictionary: Dictionary) -> Token:
    start, end, text = match.start(), match.end(), match.group()
    numbers = [int(n) for n in re.findall(r"\d+", text)][:3]
    first, second = [*numbers, 0, 0][:2]
    if group in ("link", "under"):
        return Token(Role.NOISE, start, end, text)
    if group == "ratio" and first + second != 100 and "/" in text:
        return Token(Role.SLASHED, start, end, text, number=first, second=second)
    if group in ("money", "plus", "ratio", "times", "thousand"):
        return Token(Role.QUANTITY, start, end, text)
    if group == "count":
        return Token(Role.COUNT, start, end, text, number=min(first, 10**6))
    if group in ("clock", "ish"):
        return _clock(match, numbers, dictionary)
    if group == "badclock":
        return Token(Role.CLOCK, start, end, text, number=first, second=second, key="24")
    if group == "iso":
        return Token(Role.DATE, start, end, text, number=first, second=second, third=numbers[2], key="iso")
    if group == "named":
        month = re.findall(r"[^\W\d_]+", text)[0]
        number = dictionary.phrases[month][-1][1].number
        year, day = (first, second) if first > 31 else (second, first)
        return Token(Role.DATE, start, end, text, number=_year(year), second=number, third=day, key="iso")
    if group == "full":
        return Token(Role.DATE, start, end, text, number=_year(numbers[2]), second=first, third=second)
    if group == "my":
        return Token(Role.MONTH_YEAR, start, end, text, number=second, second=first)
    if group == "dotdate":
        return Token(Role.DOTTED, start, end, text, number=first, second=second, key="date")
    if group == "slashed" and text == "24/7":
        return Token(Role.NOISE, start, end, text)
    if group in ("dotted", "slashed"):
        return Token(
            Role.DOTTED if group == "dotted" else Role.SLASHED, start, end, text, number=first, second=second
        )
    if group == "ordinal":
        return Token(Role.ORDINAL, start, end, text, number=first, key="figure")
    if group == "number":
        return Token(Role.NUMBER, start, end, text, number=first)
    if group == "newline":
        return Token(Role.SEMICOLON, start, end, text)
    if group == "sign":
        return Token(_SIGNS.get(text, Role.OTHER), start, end, text)
    return _word(start, end, text, dictionary)


def _year(figure: int) -> int:
    return figure + 2000 if figure < 100 else figure


def _clock(match: re.Match[str], numbers: list[int], dictionary: Dictionary) -> Token:
    text = match.group()
    hour = numbers[0]
    minute = numbers[1] if len(numbers) > 1 else 0
    if len(numbers) == 1 and hour > 99:
        hour, minute = divmod(hour, 100)
    said = match["m1"] or match["m2"] or match["m3"] or match["m4"] or ""
    key = ""
    if said:
        meanings_of = dictionary.phrases.get(_PIECES.findall(said)[0], ())
        words = tuple(_PIECES.findall(said))
        known = (m.key for w, m in meanings_of if w == words and m.role is Role.MERIDIEM)
        key = next(known, said[0] + "m")
        hour, key = half_of(key, hour)
    elif hour > 12 or hour == 0 or minute % 5 or text[0] == "0":
        key = "24"
    elif "h" in text.replace("ish", ""):
        key = "said"
    return Token(Role.CLOCK, match.start(), match.end(), text, number=hour, second=minute, key=key)


def _word(start: int, end: int, text: str, dictionary: Dictionary) -> Token:
    """An unknown word: a possessive, a plural with an apostrophe, a full stop, a slip of the keys."""
    for bare in (
        text.rstrip(".'"),
        text.strip("'"),
        text.removesuffix("'s"),
        text.replace("'", ""),
        text.replace(".", ""),
    ):
        for parts, meaning in dictionary.phrases.get(bare, ()):
            if parts == (bare,):
                possessive = text.endswith("'s")
                token = _meant(meaning, start, start + len(text), text)
                if possessive and meaning.role in (Role.MONTH, Role.HOLIDAY):
                    return Token(Role.WORD, start, end, text)
                return token
    spelling = known_spelling(text, dictionary.lexicon, dictionary.names)
    if spelling is not None:
        for parts, meaning in dictionary.phrases.get(spelling, ()):
            if parts == (spelling,):
                return _meant(meaning, start, end, text)
    return Token(Role.WORD, start, end, text)
