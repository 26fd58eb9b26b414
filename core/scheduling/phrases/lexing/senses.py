"""Words with several meanings, settled by their neighbours."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from core.scheduling.lexicons import Lexicon, Sense, Tag
from core.scheduling.phrases.lexing.neither import neither
from core.scheduling.phrases.lexing.not_both import not_both
from core.scheduling.phrases.lexing.token import Token

_DAYS = {
    Tag.WEEKDAY, Tag.RELATIVE_DAY, Tag.DATE, Tag.DOTTED, Tag.SLASHED, Tag.MONTH, Tag.HOLIDAY,
    Tag.ORDINAL, Tag.TONIGHT,
}  # fmt: skip
_PERIODS = {
    Tag.DAY_SET, Tag.EVERY, Tag.UNIT, Tag.OFTEN, Tag.PART, Tag.TONIGHT, Tag.EXCEPT,
    Tag.EVEN_WEEKS, Tag.ODD_WEEKS,
}  # fmt: skip
_HABITS = {Tag.WEEKDAY, Tag.UNIT}
_POINTING = {
    Tag.THIS,
    Tag.NEXT,
    Tag.FROM,
    Tag.UNTIL,
    Tag.BEFORE,
    Tag.AFTER,
    Tag.DASH,
    Tag.TO,
}
_JUDGING = {
    Tag.FREE,
    Tag.BUSY,
    Tag.MAYBE,
    Tag.WORK,
    Tag.OFF,
    Tag.NOT,
    Tag.NO,
    Tag.WORD,
}
_CLOCKS = (Tag.OCLOCK, Tag.CLOCK, Tag.NUMBER, Tag.CARDINAL)
"""Right after an hour, a part of the day only settles the half of the clock."""
_HOURLY = (Tag.AT, Tag.OCLOCK)
_LISTED = (
    Tag.AND,
    Tag.OR,
    Tag.COMMA,
    Tag.DASH,
    Tag.TO,
    Tag.UNTIL,
    Tag.NUMBER,
    Tag.MONTH,
    Tag.SLASH,
)
_EDGE = Token(Tag.END, 0, 0, "")


def settled(tokens: list[Token], lexicon: Lexicon, senses: Mapping[str, tuple[Sense, ...]]) -> list[Token]:
    """The tokens with every word given the meaning that it has in its place."""
    tokens = not_both(tokens, lexicon)
    if lexicon.dotted_ordinals:
        tokens = _dotted(tokens)
    if lexicon.nor:
        tokens = neither(tokens, lexicon)
    if senses:
        tokens = _placed(tokens, senses)
    if lexicon.parts_repeat_alone:
        tokens = _once(tokens)
    return _always(tokens) if any(token.tag is Tag.ALWAYS for token in tokens) else tokens


def _always(tokens: list[Token]) -> list[Token]:
    """The word "always": every day before an exception, every week of a weekday; by itself it says free."""
    at = next(i for i, token in enumerate(tokens) if token.tag is Tag.ALWAYS)
    tag, key, weekly = Tag.FREE, "", False
    if _opens_exception(tokens, at):
        tag, key = Tag.OFTEN, "day"
    else:
        weekly = _of_weekdays(tokens)
        if any(token.tag in _JUDGING for token in tokens):
            tag = Tag.NOISE
    out: list[Token] = []
    for token in tokens:
        if token.tag is Tag.ALWAYS:
            out.append(replace(token, tag=tag, key=key, number=1))
        elif weekly and (token.tag is Tag.WEEKDAY or token.key == "weekend"):
            out.append(replace(token, many=True))
        else:
            out.append(token)
    return out


def _opens_exception(tokens: list[Token], at: int) -> bool:
    """Whether "always" stands for all days, of which some are taken out: "always except Mondays"."""
    dated = any(token.tag in _DAYS or token.tag in _PERIODS for token in tokens[:at])
    return not dated and any(token.tag is Tag.EXCEPT for token in tokens[at + 1 : at + 3])


def _of_weekdays(tokens: list[Token]) -> bool:
    """Whether "always" makes the days weekly: "always free Fridays", but not "always free this Friday"."""
    if any(token.tag in _DAYS and token.tag is not Tag.WEEKDAY for token in tokens):
        return False
    return not any(a.tag in _POINTING and b.tag in _HABITS for a, b in pairwise(tokens))


def _dotted(tokens: list[Token]) -> list[Token]:
    """A figure with a dot made an ordinal ("3." is the third), but not in "at 3."; "27. 11." made a date."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        before, behind = _at(out, -1), _at(out, -2)
        if token.tag is not Tag.STOP or token.text != "." or before.end != token.start:
            out.append(token)
        elif before.tag is Tag.NUMBER and len(before.text) <= 2 and behind.tag not in _HOURLY:
            out[-1] = replace(before, tag=Tag.ORDINAL, end=token.end, text=f"{before.text}.", key="figure")
            if _ends_date(behind, out[-1], tokens[i + 1 : i + 2]):
                out[-2:] = [_date_of(behind, out[-1])]
        elif before.tag is not Tag.AT:  # "ca. 20 Uhr"
            out.append(token)
    return out


def _ends_date(day: Token, month: Token, follows: list[Token]) -> bool:
    """Whether two dotted figures side by side are a date: "27. 11. 2026", but not "3. 4. und 5. Mai"."""
    beside = month.end - day.end <= 5 and day.key == "figure"
    if not beside or month.number > 12 or day.number > 31:
        return False
    after = follows[0] if follows else _EDGE
    year = after.tag is Tag.NUMBER and len(after.text) == 4
    return year or after.tag not in _LISTED


def _date_of(day: Token, month: Token) -> Token:
    text = f"{day.text}{month.text}"
    return replace(day, tag=Tag.DOTTED, end=month.end, text=text, key="date", second=month.number)


def _at(tokens: list[Token], i: int) -> Token:
    return tokens[i] if -len(tokens) <= i < len(tokens) else _EDGE


def _placed(tokens: list[Token], senses: Mapping[str, tuple[Sense, ...]]) -> list[Token]:
    tags = [*(token.tag for token in tokens), Tag.END, Tag.END]
    out: list[Token] = []
    for i, token in enumerate(tokens):
        before = _at(out, -1).tag
        fitting = (
            sense
            for sense in senses.get(token.text, ())
            if (not sense.after or before in sense.after)
            and (not sense.before or tags[i + 1] in sense.before)
            and (not sense.beyond or tags[i + 2] in sense.beyond)
        )
        out.append(_meant(token, next(fitting, None)))
    return out


def _meant(token: Token, sense: Sense | None) -> Token:
    if sense is None:
        return token
    meant = sense.meaning
    return replace(
        token,
        tag=meant.tag,
        number=meant.number,
        key=meant.key,
        days=meant.days,
        many=meant.many,
        shy=meant.shy,
    )


def _once(tokens: list[Token]) -> list[Token]:
    """Repeating parts of the day made single where a single day or an hour is named."""
    if _says_single_day(tokens):
        return [_single(token) for token in tokens]
    return [_single(token) if i and tokens[i - 1].tag in _CLOCKS else token for i, token in enumerate(tokens)]


def _single(token: Token) -> Token:
    return replace(token, many=False) if token.tag is Tag.PART else token


def _says_single_day(tokens: list[Token]) -> bool:
    """Whether a day is named that does not repeat: "am 5.12. abends", but not "Mo und Di abends"."""
    if any(token.tag in (Tag.EVERY, Tag.DAY_SET) for token in tokens):
        return False
    days = [token for token in tokens if token.tag in _DAYS]
    if not days or any(token.many for token in days):
        return False
    return len(days) == 1 or any(token.tag is not Tag.WEEKDAY for token in days)
