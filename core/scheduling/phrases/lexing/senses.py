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
    role, key, weekly = Role.FREE, "", False
    if _opens_exception(tokens, at):
        role, key = Role.OFTEN, "day"
    else:
        weekly = _of_weekdays(tokens)
        if any(token.role in _JUDGING for token in tokens):
            role = Role.NOISE
    out: list[Token] = []
    for token in tokens:
        if token.role is Role.ALWAYS:
            out.append(replace(token, role=role, key=key, number=1))
        elif weekly and (token.role is Role.WEEKDAY or token.key == "weekend"):
            out.append(replace(token, many=True))
        else:
            out.append(token)
    return out


def _opens_exception(tokens: list[Token], at: int) -> bool:
    """Whether "always" stands for all days, of which some are taken out: "always except Mondays"."""
    dated = any(token.role in _DAYS or token.role in _PERIODS for token in tokens[:at])
    return not dated and any(token.role is Role.EXCEPT for token in tokens[at + 1 : at + 3])


def _of_weekdays(tokens: list[Token]) -> bool:
    """Whether "always" makes the days weekly: "always free Fridays", but not "always free this Friday"."""
    if any(token.role in _DAYS and token.role is not Role.WEEKDAY for token in tokens):
        return False
    return not any(a.role in _POINTING and b.role in _HABITS for a, b in pairwise(tokens))


def _dotted(tokens: list[Token]) -> list[Token]:
    """A figure with a dot made an ordinal ("3." is the third), but not in "at 3."; "27. 11." made a date."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        before, behind = _at(out, -1), _at(out, -2)
        if token.role is not Role.STOP or token.text != "." or before.end != token.start:
            out.append(token)
        elif before.role is Role.NUMBER and len(before.text) <= 2 and behind.role not in _HOURLY:
            out[-1] = replace(before, role=Role.ORDINAL, end=token.end, text=f"{before.text}.", key="figure")
            if _ends_date(behind, out[-1], tokens[i + 1 : i + 2]):
                out[-2:] = [_date_of(behind, out[-1])]
        elif before.role is not Role.AT:  # "ca. 20 Uhr"
            out.append(token)
    return out


def _ends_date(day: Token, month: Token, follows: list[Token]) -> bool:
    """Whether two dotted figures side by side are a date: "27. 11. 2026", but not "3. 4. und 5. Mai"."""
    beside = month.end - day.end <= 5 and day.key == "figure"
    if not beside or month.number > 12 or day.number > 31:
        return False
    after = follows[0] if follows else _EDGE
    year = after.role is Role.NUMBER and len(after.text) == 4
    return year or after.role not in _LISTED


def _date_of(day: Token, month: Token) -> Token:
    text = f"{day.text}{month.text}"
    return replace(day, role=Role.DOTTED, end=month.end, text=text, key="date", second=month.number)


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
    """Parts of the day that repeat, made single where a single day or an hour is said."""
    if _says_single_day(tokens):
        return [_single(token) for token in tokens]
    return [
        _single(token) if i and tokens[i - 1].role in _CLOCKS else token for i, token in enumerate(tokens)
    ]


def _single(token: Token) -> Token:
    return replace(token, many=False) if token.role is Role.PART else token


def _says_single_day(tokens: list[Token]) -> bool:
    """Whether a day is said that does not repeat: "am 5.12. abends", but not "Mo und Di abends"."""
    if any(token.role in (Role.EVERY, Role.DAY_SET) for token in tokens):
        return False
    days = [token for token in tokens if token.role in _DAYS]
    if not days or any(token.many for token in days):
        return False
    return len(days) == 1 or any(token.role is not Role.WEEKDAY for token in days)
