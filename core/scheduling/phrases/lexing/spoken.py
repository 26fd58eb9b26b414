"""Hours in spoken form: "siete y media de la tarde", "20 heures 30", "dez para as oito"."""

from dataclasses import replace

from core.scheduling.lexicons import Lexicon, Tag
from core.scheduling.phrases.lexing.token import FIGURES, Token, token_at

_THINGS = (Tag.WORD, Tag.LABEL, Tag.ELSEWHERE, Tag.WORK, Tag.BUSY, Tag.NOISE)
_LONG = (Tag.FOR, Tag.IN, Tag.EVERY)
"""Before a length: "pendant 2 heures"."""
_AWAY = (Tag.FROM_NOW, Tag.AGO)
"""After a length."""
_COUNTED = (Tag.MONTH, Tag.FROM_OF, Tag.UNIT)
"""After a figure that is no minute of the hour before it."""


def lengths(tokens: list[Token]) -> list[Token]:
    """Hours of something are no time of day: "2h de répète", "3 horas de ensayo"."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        j = i + 1 + (token.tag in FIGURES)
        if _counts_hours(tokens, i) and _of_a_thing(tokens, j):
            out[i:j] = [replace(t, tag=Tag.NOISE) for t in tokens[i:j]]
    return out


def _counts_hours(tokens: list[Token], i: int) -> bool:
    """Whether hours by number stand at `i`, in one word ("2h") or in two ("3 horas")."""
    token, unit = tokens[i], token_at(tokens, i + 1)
    if token.tag in FIGURES:
        return unit.tag is Tag.UNIT and unit.key == "hour"
    return token.tag is Tag.CLOCK and token.key == "said" and not token.second


def _of_a_thing(tokens: list[Token], i: int) -> bool:
    return token_at(tokens, i).tag is Tag.FROM_OF and token_at(tokens, i + 1).tag in _THINGS


def half_of(key: str, hour: int) -> tuple[int, str]:
    """The hour and its half of the day, by the part of the day named with it."""
    if hour > 12:
        return hour, "24"
    if key == "morning":
        return (12, "24") if hour == 12 else (hour, "am")
    if key == "night":
        if hour == 12:
            return 0, "24"
        return hour, "pm" if hour > 5 else "am"
    return hour, key if key in ("am", "pm") else "pm"


def clocks(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Hours with their minutes and halves made clock times: "siete y media de la tarde", "20 heures 30"."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        found = _to_hour(tokens, i) or _clock(tokens, i, lexicon)
        if found is None:
            out.append(tokens[i])
            i += 1
        else:
            token, i = found
            out.append(token)
    return out


def _to_hour(tokens: list[Token], i: int) -> tuple[Token, int] | None:
    """Minutes before an hour: "dez para as oito"."""
    token, hour = tokens[i], token_at(tokens, i + 2)
    if token.tag not in FIGURES or token_at(tokens, i + 1).tag is not Tag.TO_HOUR or token.number > 29:
        return None
    if hour.tag is Tag.CLOCK_WORD:
        value, key = int(hour.key[:2]), "24"
    elif hour.tag in FIGURES and 1 <= hour.number <= 24:
        value, key = hour.number, "24" if hour.number > 12 else "spoken"
    else:
        return None
    j = i + 3
    if token_at(tokens, j).tag is Tag.MERIDIEM:
        value, key = half_of(tokens[j].key, value)
        j += 1
    return _face(tokens, i, j, value - 1 or 12, 60 - token.number, key), j


def _clock(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Token, int] | None:
    """An hour with a word for it, its minutes or its half of the day after: "siete y media de la tarde"."""
    opening = _hour(tokens[i])
    if opening is None:
        return None
    hour, minute, key = opening
    j = i + 1
    if tokens[i].tag in FIGURES and _says_hour(tokens, j):
        j, key = j + 1, _key_of_hour(hour, lexicon)
    if not minute and (behind := _minutes(tokens, i, j)) is not None:
        minute, j = behind, j + 1
    half = token_at(tokens, j)
    if half.tag is Tag.MERIDIEM:
        hour, key = half_of(half.key, hour)
        j += 1
    if j == i + 1:
        return None
    if minute < 0:
        hour, minute, key = _hour_before(hour, minute, key)
    return _face(tokens, i, j, hour, minute, key or ("24" if hour > 12 or hour == 0 else "spoken")), j


def _hour(token: Token) -> tuple[int, int, str] | None:
    """The hour, minute and key of a token that may be a time of day by itself."""
    if token.tag is Tag.CLOCK:
        return token.number, token.second, token.key
    if token.tag is Tag.CLOCK_WORD:
        return int(token.key[:2]), 0, "24"
    long = token.tag is Tag.NUMBER and len(token.text) > 2
    if token.tag not in FIGURES or token.number > 24 or long:
        return None
    return token.number, 0, ""


def _says_hour(tokens: list[Token], j: int) -> bool:
    """Whether the word at `j` makes the figure before it an hour: "20 heures", but not "dans 2 heures"."""
    unit = token_at(tokens, j)
    if unit.tag is Tag.OCLOCK:
        return True
    if unit.tag is not Tag.UNIT or unit.key != "hour":
        return False
    return token_at(tokens, j - 2).tag not in _LONG and token_at(tokens, j + 1).tag not in _AWAY


def _key_of_hour(hour: int, lexicon: Lexicon) -> str:
    """The key of a figure that a word makes an hour."""
    if hour > 12:
        return "24"
    return "said" if lexicon.hours_24 else ""


def _hour_before(hour: int, minute: int, key: str) -> tuple[int, int, str]:
    """The hour, minute and key of minutes before an hour: "las doce menos cuarto"."""
    if not key and hour == 12:
        key = "am"  # a quarter to twelve is rarely at night
    return hour - 1 or 12, 60 + minute, key


def _minutes(tokens: list[Token], i: int, j: int) -> int | None:
    """The minutes at `j` of the hour at `i`: "y media", "menos cuarto", the "30" of "20 heures 30"."""
    said = token_at(tokens, j)
    if said.tag is Tag.MINUTES:
        return said.number
    hour_said = j > i + 1 or (tokens[i].tag is Tag.CLOCK_WORD and said.tag is Tag.CARDINAL)
    two_figures = said.tag is Tag.NUMBER and len(said.text) == 2
    if not hour_said or not (two_figures or said.tag is Tag.CARDINAL):
        return None
    counted = token_at(tokens, j + 1).tag in _COUNTED
    return said.number if 5 <= said.number <= 59 and not counted else None


def _face(tokens: list[Token], i: int, j: int, hour: int, minute: int, key: str) -> Token:
    start, end = tokens[i].start, tokens[j - 1].end
    text = " ".join(token.text for token in tokens[i:j])
    return Token(Tag.CLOCK, start, end, text, number=hour, second=minute, key=key)


def part_of(token: Token) -> Token:
    """A part of the day without an hour: "el lunes de la tarde"."""
    if token.tag is Tag.MERIDIEM and token.key not in ("am", "pm"):
        return replace(token, tag=Tag.PART)
    return token


def opened(tokens: list[Token]) -> list[Token]:
    """The first hour of a range whose end names its half of the day: "de 7h à 9h du soir"."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        if token.tag is not Tag.CLOCK or token.key != "said":
            continue
        j = i + 1 + (token_at(tokens, i + 2).tag in (Tag.AT, Tag.THE))
        last = token_at(tokens, j + 1)
        ranged = token_at(tokens, i + 1).tag in (Tag.TO, Tag.DASH, Tag.UNTIL)
        if ranged and last.tag is Tag.CLOCK and last.key == "pm":
            out[i] = replace(token, key="spoken")
    return out
