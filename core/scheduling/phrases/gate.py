"""What is no statement about anybody's diary, told before any reading: questions, corrections, chatter."""

from core.scheduling.lexicons import Role
from core.scheduling.phrases.lexing.tokens import Token
from core.scheduling.phrases.reading.source import Unclear
from core.scheduling.phrases.understanding import Trouble

_JUDGING = (Role.FREE, Role.BUSY, Role.MAYBE, Role.WORK, Role.OFF, Role.NO)
_DAY = {
    Role.WEEKDAY, Role.MONTH, Role.DAY_SET, Role.RELATIVE_DAY, Role.NEXT_DAY, Role.TONIGHT, Role.HOLIDAY,
    Role.DATE, Role.SLASHED, Role.DOTTED,
    Role.MONTH_YEAR, Role.ORDINAL, Role.UNIT, Role.OFTEN, Role.WEEK_OF, Role.PART, Role.TWICE_UNCLEAR,
    Role.NUMBER, Role.CLOCK,
    Role.ALL_DAY, Role.UNSUPPORTED, Role.CLOCK_WORD, Role.QUARTER, Role.HALF, Role.LAST, Role.ENDLESS,
    Role.ENDING, Role.EARLY, Role.LATE, Role.EVEN_WEEKS, Role.ODD_WEEKS,
}  # fmt: skip
_BREAKS = (Role.COMMA, Role.SEMICOLON, Role.STOP, Role.AND, Role.OR, Role.BUT, Role.QUESTION_MARK, Role.SLASH)
_BEFORE_CORRECTION = (Role.NO, Role.WORD, Role.BUSY, Role.ONLY)
_DOUBTED = (Role.NUMBER, Role.ORDINAL, Role.SLASHED, Role.WEEKDAY, Role.MONTH, Role.DATE)
"""Days that a question mark may only cast doubt on."""
_SKIPPED = (Role.NOISE, Role.COMMA, Role.STOP, Role.AND, Role.BUT, Role.INSTEAD, Role.OTHER, Role.SLASH)


def check(tokens: list[Token]) -> None:
    """Refuse what is no availability.

    Raises:
        Unclear: with the reason.
    """
    if not tokens:
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    opening = [token for token in tokens if token.role not in _SKIPPED][:2]
    _check_question(tokens, opening)
    _check_correction(opening)
    if not any(token.role in _DAY for token in tokens):
        raise Unclear(Trouble.NOT_UNDERSTOOD if _judges(tokens) else Trouble.NOT_AVAILABILITY)
    if any(token.role is Role.PAST_TENSE for token in tokens):
        raise Unclear(Trouble.PAST)
    elsewhere = next((token for token in tokens if token.role is Role.ELSEWHERE), None)
    if elsewhere is not None and not _judges(tokens):
        raise _refusal(Trouble.NOT_AVAILABILITY, elsewhere)
    if _replaces(tokens):
        raise _refusal(Trouble.NOT_AVAILABILITY, tokens[0])


def _judges(tokens: list[Token]) -> bool:
    """Whether any word says busy or free."""
    return any(token.role in _JUDGING for token in tokens)


def _check_correction(opening: list[Token]) -> None:
    """Refuse "I meant Friday", and "no, I meant Friday"."""
    if opening and opening[0].role is Role.CORRECTION:
        raise _refusal(Trouble.NOT_AVAILABILITY, opening[0])
    if len(opening) > 1 and opening[1].role is Role.CORRECTION and opening[0].role in _BEFORE_CORRECTION:
        raise _refusal(Trouble.NOT_AVAILABILITY, opening[1])


def _refusal(code: Trouble, token: Token) -> Unclear:
    return Unclear(code, start=token.start, end=token.end)


def _check_question(tokens: list[Token], opening: list[Token]) -> None:
    """Refuse a question; a mark behind a day may be a doubt: "I'm free Friday?"."""
    if opening and opening[0].role is Role.QUESTION_WORD:
        raise _refusal(Trouble.QUESTION, opening[0])
    marks = [i for i, token in enumerate(tokens) if token.role is Role.QUESTION_MARK]
    if not marks:
        return
    asked = any(token.role is Role.QUESTION_WORD for token in tokens) or not _judges(tokens)
    for i in marks:
        before = tokens[i - 1].role if i else Role.END
        if asked or before not in _DOUBTED or _asks(tokens, i):
            raise _refusal(Trouble.QUESTION, tokens[i])


def _asks(tokens: list[Token], end: int) -> bool:
    """Whether the mark at `end` closes "can do Friday?": judged first, the day after it, and no more."""
    begin = next((i for i in range(end, 0, -1) if tokens[i - 1].role in _BREAKS), 0)
    said = next(
        (token.role for token in tokens[begin:end] if token.role in _DAY or token.role in _JUDGING), None
    )
    return end == len(tokens) - 1 and said in (Role.FREE, Role.BUSY)


def _replaces(tokens: list[Token]) -> bool:
    """Whether one day is put in the place of another, as in "not the 5th, the 6th"."""
    kept = [token.role for token in tokens if token.role is not Role.NOISE]
    if (
        not kept
        or kept[0] is not Role.NOT
        or any(role in (Role.FREE, Role.BUSY, Role.MAYBE) for role in kept)
    ):
        return False
    days = [
        role
        for role in kept
        if role in (Role.ORDINAL, Role.NUMBER, Role.WEEKDAY, Role.SLASHED, Role.DATE, Role.RELATIVE_DAY)
    ]
    return len(days) > 1 and Role.COMMA in kept
