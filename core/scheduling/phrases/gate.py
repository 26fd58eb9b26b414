"""Refusals before any reading: questions, corrections, chatter."""

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.source import UnclearWords
from core.scheduling.phrases.understanding import Trouble

_JUDGING = (Tag.FREE, Tag.BUSY, Tag.MAYBE, Tag.WORK, Tag.OFF, Tag.NO)
_DAY = {
    Tag.WEEKDAY, Tag.MONTH, Tag.DAY_SET, Tag.RELATIVE_DAY, Tag.NEXT_DAY, Tag.TONIGHT, Tag.HOLIDAY,
    Tag.DATE, Tag.SLASHED, Tag.DOTTED,
    Tag.MONTH_YEAR, Tag.ORDINAL, Tag.UNIT, Tag.OFTEN, Tag.WEEK_OF, Tag.PART, Tag.TWICE_UNCLEAR,
    Tag.NUMBER, Tag.CLOCK,
    Tag.ALL_DAY, Tag.UNSUPPORTED, Tag.CLOCK_WORD, Tag.QUARTER, Tag.HALF, Tag.LAST, Tag.ENDLESS,
    Tag.ENDING, Tag.EARLY, Tag.LATE, Tag.EVEN_WEEKS, Tag.ODD_WEEKS,
}  # fmt: skip
_BREAKS = (
    Tag.COMMA,
    Tag.SEMICOLON,
    Tag.STOP,
    Tag.AND,
    Tag.OR,
    Tag.BUT,
    Tag.QUESTION_MARK,
    Tag.SLASH,
)
_BEFORE_CORRECTION = (Tag.NO, Tag.WORD, Tag.BUSY, Tag.ONLY)
_DOUBTED = (
    Tag.NUMBER,
    Tag.ORDINAL,
    Tag.SLASHED,
    Tag.WEEKDAY,
    Tag.MONTH,
    Tag.DATE,
)
"""Days that a question mark may only cast doubt on."""
_SKIPPED = (
    Tag.NOISE,
    Tag.COMMA,
    Tag.STOP,
    Tag.AND,
    Tag.BUT,
    Tag.INSTEAD,
    Tag.OTHER,
    Tag.SLASH,
)


def check(tokens: list[Token]) -> None:
    """Refuse a sentence that is no availability.

    Raises:
        UnclearWords: with the reason.
    """
    if not tokens:
        raise UnclearWords(Trouble.NOT_UNDERSTOOD)
    opening = [token for token in tokens if token.tag not in _SKIPPED][:2]
    _check_question(tokens, opening)
    _check_correction(opening)
    if not any(token.tag in _DAY for token in tokens):
        raise UnclearWords(Trouble.NOT_UNDERSTOOD if _judges(tokens) else Trouble.NOT_AVAILABILITY)
    if any(token.tag is Tag.PAST_TENSE for token in tokens):
        raise UnclearWords(Trouble.PAST)
    elsewhere = next((token for token in tokens if token.tag is Tag.ELSEWHERE), None)
    if elsewhere is not None and not _judges(tokens):
        raise _refusal(Trouble.NOT_AVAILABILITY, elsewhere)
    if _replaces(tokens):
        raise _refusal(Trouble.NOT_AVAILABILITY, tokens[0])


def _judges(tokens: list[Token]) -> bool:
    """Whether any word says busy or free."""
    return any(token.tag in _JUDGING for token in tokens)


def _check_correction(opening: list[Token]) -> None:
    """Refuse "I meant Friday", and "no, I meant Friday"."""
    if opening and opening[0].tag is Tag.CORRECTION:
        raise _refusal(Trouble.NOT_AVAILABILITY, opening[0])
    if len(opening) > 1 and opening[1].tag is Tag.CORRECTION and opening[0].tag in _BEFORE_CORRECTION:
        raise _refusal(Trouble.NOT_AVAILABILITY, opening[1])


def _refusal(code: Trouble, token: Token) -> UnclearWords:
    return UnclearWords(code, start=token.start, end=token.end)


def _check_question(tokens: list[Token], opening: list[Token]) -> None:
    """Refuse a question; a mark after a day may be a doubt: "I'm free Friday?"."""
    if opening and opening[0].tag is Tag.QUESTION_WORD:
        raise _refusal(Trouble.QUESTION, opening[0])
    marks = [i for i, token in enumerate(tokens) if token.tag is Tag.QUESTION_MARK]
    if not marks:
        return
    asked = any(token.tag is Tag.QUESTION_WORD for token in tokens) or not _judges(tokens)
    for i in marks:
        before = tokens[i - 1].tag if i else Tag.END
        if asked or before not in _DOUBTED or _asks(tokens, i):
            raise _refusal(Trouble.QUESTION, tokens[i])


def _asks(tokens: list[Token], end: int) -> bool:
    """Whether the mark at `end` closes "can do Friday?": a judgement, then the day, then nothing else."""
    begin = next((i for i in range(end, 0, -1) if tokens[i - 1].tag in _BREAKS), 0)
    said = next(
        (token.tag for token in tokens[begin:end] if token.tag in _DAY or token.tag in _JUDGING), None
    )
    return end == len(tokens) - 1 and said in (Tag.FREE, Tag.BUSY)


def _replaces(tokens: list[Token]) -> bool:
    """Whether one day is put in the place of another, as in "not the 5th, the 6th"."""
    kept = [token.tag for token in tokens if token.tag is not Tag.NOISE]
    if not kept or kept[0] is not Tag.NOT or any(tag in (Tag.FREE, Tag.BUSY, Tag.MAYBE) for tag in kept):
        return False
    days = [
        tag
        for tag in kept
        if tag
        in (
            Tag.ORDINAL,
            Tag.NUMBER,
            Tag.WEEKDAY,
            Tag.SLASHED,
            Tag.DATE,
            Tag.RELATIVE_DAY,
        )
    ]
    return len(days) > 1 and Tag.COMMA in kept
