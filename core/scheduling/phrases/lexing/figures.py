"""Figures and signs of a text as tokens, by their shape: dates, times of day, ordinals, quantities."""

import re
from collections.abc import Callable

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.lexing.dictionary import Dictionary, pieces
from core.scheduling.phrases.lexing.spoken import half_of
from core.scheduling.phrases.lexing.token import Token

_SIGNS = {
    ",": Tag.COMMA,
    ";": Tag.SEMICOLON,
    ".": Tag.STOP,
    "!": Tag.STOP,
    "|": Tag.SEMICOLON,
    ":": Tag.COLON,
    "-": Tag.DASH,
    "/": Tag.SLASH,
    "(": Tag.OPEN,
    "[": Tag.OPEN,
    ")": Tag.CLOSE,
    "]": Tag.CLOSE,
    "?": Tag.QUESTION_MARK,
    "&": Tag.AND,
    "+": Tag.AND,
    "@": Tag.AT,
    "\u2713": Tag.FREE,
    "\u2717": Tag.BUSY,
    "\u2754": Tag.MAYBE,
}
_VALUELESS = {
    "link": Tag.NOISE,
    "under": Tag.NOISE,
    "money": Tag.QUANTITY,
    "plus": Tag.QUANTITY,
    "times": Tag.QUANTITY,
    "thousand": Tag.QUANTITY,
    "newline": Tag.SEMICOLON,
}
"""Shapes of which only the tag counts."""
_ANY_DAY = "24/7"
_MOST_COUNTED = 10**6
_DIGITS = re.compile(r"\d+")


def figure(group: str, match: re.Match[str], dictionary: Dictionary) -> Token | None:
    """The token for the shape of a match; None for a word, whose meaning is in the dictionary."""
    start, end, text = match.start(), match.end(), match.group()
    tag = _SIGNS.get(text, Tag.OTHER) if group == "sign" else _VALUELESS.get(group)
    if tag is not None:
        return Token(tag, start, end, text)
    if group in ("clock", "ish"):
        return _clock(match, dictionary)
    if group == "named":
        return _named_date(match, dictionary)
    rule = _RULES.get(group)
    return None if rule is None else rule(start, end, text, _numbers(text))


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(text)]


def _ratio(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """Shares of a fee ("70/30", "5:1"); two figures with a slash that do not make a hundred are a date."""
    first, second = numbers
    if "/" in text and first + second != 100:
        return Token(Tag.SLASHED, start, end, text, number=first, second=second)
    return Token(Tag.QUANTITY, start, end, text)


def _count(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """A count: "3x"."""
    return Token(Tag.COUNT, start, end, text, number=min(numbers[0], _MOST_COUNTED))


def _impossible_clock(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """An impossible time: "7:75"."""
    return Token(Tag.CLOCK, start, end, text, number=numbers[0], second=numbers[1], key="24")


def _iso_date(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """A date with its year first: "2026-12-05"."""
    year, month, day = numbers
    return Token(Tag.DATE, start, end, text, number=year, second=month, third=day, key="iso")


def _full_date(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """A date with its year last, day and month in either order: "5/12/26"."""
    first, second, year = numbers
    return Token(Tag.DATE, start, end, text, number=_full_year(year), second=first, third=second)


def _month_and_year(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """A month of a year: "12/2026"."""
    month, year = numbers
    return Token(Tag.MONTH_YEAR, start, end, text, number=year, second=month)


def _dotted_date(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """A date with a dot after each figure: "5.12."."""
    return Token(Tag.DOTTED, start, end, text, number=numbers[0], second=numbers[1], key="date")


def _dotted(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """A date or a time: "7.30"."""
    return Token(Tag.DOTTED, start, end, text, number=numbers[0], second=numbers[1])


def _slashed(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """A date without a year, or two days: "5/12"."""
    if text == _ANY_DAY:
        return Token(Tag.NOISE, start, end, text)
    return Token(Tag.SLASHED, start, end, text, number=numbers[0], second=numbers[1])


def _ordinal(start: int, end: int, text: str, numbers: list[int]) -> Token:
    """A figure with its suffix: "5th"."""
    return Token(Tag.ORDINAL, start, end, text, number=numbers[0], key="figure")


def _number(start: int, end: int, text: str, numbers: list[int]) -> Token:
    return Token(Tag.NUMBER, start, end, text, number=numbers[0])


_RULES: dict[str, Callable[[int, int, str, list[int]], Token]] = {
    "ratio": _ratio,
    "count": _count,
    "badclock": _impossible_clock,
    "iso": _iso_date,
    "full": _full_date,
    "my": _month_and_year,
    "dotdate": _dotted_date,
    "dotted": _dotted,
    "slashed": _slashed,
    "ordinal": _ordinal,
    "number": _number,
}
"""Groups of shapes that are settled by their figures alone."""


def _named_date(match: re.Match[str], dictionary: Dictionary) -> Token:
    """A date with its month as a word, the year on either side: "5-Dec-2026"."""
    start, end, text = match.start(), match.end(), match.group()
    month = re.findall(r"[^\W\d_]+", text)[0]
    number = dictionary.phrases[month][-1][1].number
    first, second = _numbers(text)
    year, day = (first, second) if first > 31 else (second, first)
    return Token(Tag.DATE, start, end, text, number=_full_year(year), second=number, third=day, key="iso")


def _full_year(figure: int) -> int:
    return figure + 2000 if figure < 100 else figure


def _clock(match: re.Match[str], dictionary: Dictionary) -> Token:
    """A time of day in figures: "19:30", "7.30pm", "730pm", "7p", "19h", "6ish"."""
    text = match.group()
    hour, minute = _hour_and_minute(_numbers(text))
    said = next(filter(None, match.group("m1", "m2", "m3", "m4")), "")
    if said:
        hour, key = half_of(_meridiem(said, dictionary), hour)
    else:
        key = _style(text.replace(dictionary.lexicon.about, ""), hour, minute)
    return Token(Tag.CLOCK, match.start(), match.end(), text, number=hour, second=minute, key=key)


def _hour_and_minute(numbers: list[int]) -> tuple[int, int]:
    if len(numbers) > 1:
        return numbers[0], numbers[1]
    return divmod(numbers[0], 100) if numbers[0] > 99 else (numbers[0], 0)


def _meridiem(said: str, dictionary: Dictionary) -> str:
    """The half of the day in a word after the figures; a single letter is "a" or "p"."""
    words = pieces(said)
    known = (
        meaning.key
        for parts, meaning in dictionary.phrases.get(words[0], ())
        if parts == words and meaning.tag is Tag.MERIDIEM
    )
    return next(known, said[0] + "m")


def _style(text: str, hour: int, minute: int) -> str:
    """The key of figures without am or pm: "24" where the 24-hour clock shows, "said" with its "h"."""
    if hour > 12 or hour == 0 or minute % 5 or text[0] == "0":
        return "24"
    return "said" if "h" in text else ""
