"""Words that mean now this, now that, settled by what stands beside them."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from core.scheduling.lexicons import Lexicon, Role, Sense
from core.scheduling.phrases.lexing.neither import neither
from core.scheduling.phrases.lexing.token import Token

_DAYS = {
    Role.WEEKDAY, Role.RELATIVE_DAY, Role.DATE, Role.DOTTED, Role.SLASHED, Role.MONTH, Role.HOLIDAY,
    Role.ORDINAL, Role.TONIGHT,
}  # fmt: skip
_PERIODS = {
    Role.DAY_SET, Role.EVERY, Role.UNIT, Role.OFTEN, Role.PART, Role.TONIGHT, Role.EXCEPT,
    Role.EVEN_WEEKS, Role.ODD_WEEKS,
}  # fmt: skip
_HABITS = {Role.WEEKDAY, Role.UNIT}
_POINTING = {Role.THIS, Role.NEXT, Role.FROM, Role.UNTIL, Role.BEFORE, Role.AFTER, Role.DASH, Role.TO}
_JUDGING = {Role.FREE, Role.BUSY, Role.MAYBE, Role.WORK, Role.OFF, Role.NOT, Role.NO, Role.WORD}
_CLOCKS = (Role.OCLOCK, Role.CLOCK, Role.NUMBER, Role.CARDINAL)
"""Right behind an hour, a part of the day only says which half of the clock it is on."""
_HOURLY = (Role.AT, Role.OCLOCK)
_LISTED = (Role.AND, Role.OR, Role.COMMA, Role.DASH, Role.TO, Role.UNTIL, Role.NUMBER, Role.MONTH, Role.SLASH)
_EDGE = Token(Role.END, 0, 0, "")


def settled(tokens: list[Token], lexicon: Lexicon, senses: Mapping[str, tuple[Sense, ...]]) -> list[Token]:
    """The tokens with every word given the meaning that it has in its place."""
    if lexicon.dotted_ordinals:
        tokens = _dotted(tokens)
    if lexicon.nor:
        tokens = neither(tokens, lexicon)
    if senses:
        tokens = _placed(tokens, senses)
    if lexicon.parts_repeat_alone:
        tokens = _once(tokens)
    return _always(tokens) if any(token.role is Role.ALWAYS for token in tokens) else tokens


def _always(tokens: list[Token]) -> list[Token]:
    """The word "always": every day before an exception, every week of a weekday; by itself it says free."""
    at = next(i for i, token in enumerate(tokens) if token.role is Role.ALWAYS)
    dated = any(t.role in _DAYS or t.role in _PERIODS for t in tokens[:at])
    role, key = Role.NOISE if any(token.role in _JUDGING for token in tokens) else Role.FREE, ""
    if not dated and any(token.role is Role.EXCEPT for token in tokens[at + 1 : at + 3]):
        role, key = Role.OFTEN, "day"
    days = [i for i, token in enumerate(tokens) if token.role in _DAYS]
    weekly = all(tokens[i].role is Role.WEEKDAY for i in days)
    plain = not any(a.role in _POINTING and b.role in _HABITS for a, b in pairwise(tokens))
    return [
        replace(t, role=role, key=key, number=1)
        if t.role is Role.ALWAYS
        else replace(t, many=True)
        if (t.role is Role.WEEKDAY or t.key == "weekend") and weekly and plain and key == ""
        else t
        for t in tokens
    ]


def _dotted(tokens: list[Token]) -> list[Token]:
    """A figure with a dot made an ordinal ("3." is the third), but not in "at 3."; "27. 11." made a date."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        before, behind = _at(out, -1), _at(out, -2)
        if token.role is not Role.STOP or token.text != "." or before.end != token.start:
            out.append(token)
        elif before.role is Role.NUMBER and len(before.text) <= 2 and behind.role not in _HOURLY:
            out[-1] = replace(before, role=Role.ORDINAL, end=token.end, text=f"{before.text}.", key="figure")
            apart = token.end - behind.end <= 5 and behind.key == "figure"
            follows = tokens[i + 1].role if i + 1 < len(tokens) else Role.END
            year = follows is Role.NUMBER and len(tokens[i + 1].text) == 4
            if apart and before.number <= 12 and behind.number <= 31 and (year or follows not in _LISTED):
                text = f"{behind.text}{before.text}."
                date = replace(behind, role=Role.DOTTED, end=token.end, text=text, key="date")
                out[-2:] = [replace(date, second=before.number)]
        elif before.role is not Role.AT:  # "ca. 20 Uhr"
            out.append(token)
    return out


def _at(tokens: list[Token], i: int) -> Token:
    return tokens[i] if -len(tokens) <= i < len(tokens) else _EDGE


def _placed(tokens: list[Token], senses: Mapping[str, tuple[Sense, ...]]) -> list[Token]:
    roles = [*(token.role for token in tokens), Role.END, Role.END]
    out: list[Token] = []
    for i, token in enumerate(tokens):
        before = _at(out, -1).role
        fitting = (
            sense
            for sense in senses.get(token.text, ())
            if (not sense.after or before in sense.after)
            and (not sense.before or roles[i + 1] in sense.before)
            and (not sense.beyond or roles[i + 2] in sense.beyond)
        )
        out.append(_meant(token, next(fitting, None)))
    return out


def _meant(token: Token, sense: Sense | None) -> Token:
    if sense is None:
        return token
    meant = sense.meaning
    return replace(
        token,
        role=meant.role,
        number=meant.number,
        key=meant.key,
        days=meant.days,
        many=meant.many,
        shy=meant.shy,
    )


def _once(tokens: list[Token]) -> list[Token]:
    """Parts of the day that repeat, made single where a single day is said."""
    tokens = [
        replace(t, many=False) if t.role is Role.PART and i and tokens[i - 1].role in _CLOCKS else t
        for i, t in enumerate(tokens)
    ]
    days = [token for token in tokens if token.role in _DAYS]
    weekdays = sum(token.role is Role.WEEKDAY for token in days)
    repeated = any(token.role in (Role.EVERY, Role.DAY_SET) for token in tokens)
    if not days or repeated or any(token.many for token in days) or 1 < weekdays == len(days):
        return tokens
    return [replace(t, many=False) if t.role is Role.PART else t for t in tokens]
