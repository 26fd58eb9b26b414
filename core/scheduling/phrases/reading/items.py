"""Tokens to items: the first reader that knows what to do with a place wins, longest forms first."""

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Day, Item, Length, Mark, is_days
from core.scheduling.phrases.reading.dates import read_day
from core.scheduling.phrases.reading.idioms import read_idiom
from core.scheduling.phrases.reading.months import in_company
from core.scheduling.phrases.reading.periods import read_period
from core.scheduling.phrases.reading.repeats import read_repeat
from core.scheduling.phrases.reading.seasons import read_year
from core.scheduling.phrases.reading.source import Source, Unclear
from core.scheduling.phrases.reading.times import read_time
from core.scheduling.phrases.understanding import Trouble

_KEPT = {
    Role.FROM, Role.STARTING, Role.ONWARDS, Role.TO, Role.DASH, Role.UNTIL, Role.BEFORE, Role.AFTER,
    Role.BETWEEN, Role.AND,
    Role.OR, Role.BUT, Role.INSTEAD,
    Role.EXCEPT, Role.ONLY, Role.NOT, Role.NO, Role.BACK, Role.NOW, Role.ENDLESS,
    Role.FREE, Role.BUSY,
    Role.MAYBE, Role.WORK, Role.OFF, Role.CONDITION, Role.UNSUPPORTED, Role.COMMA, Role.SEMICOLON,
    Role.STOP, Role.OPEN,
    Role.CLOSE, Role.SLASH, Role.QUESTION_MARK, Role.ALTERNATE, Role.ANY, Role.COLON, Role.OTHERWISE,
}  # fmt: skip
_GO_ON = (Role.NUMBER, Role.ORDINAL, Role.WEEKDAY, Role.MONTH, Role.CLOCK, Role.DOTTED, Role.COMMA)
_EDGES = (Role.EARLY, Role.MID, Role.LATE, Role.BEGINNING, Role.ENDING, Role.HALF, Role.REST)
_EDGED = (Role.WEEKDAY, Role.MONTH, Role.UNIT, Role.RELATIVE_DAY, Role.ORDINAL, Role.HOLIDAY)
_DATED = {
    Role.DATE,
    Role.SLASHED,
    Role.RELATIVE_DAY,
    Role.NEXT_DAY,
    Role.TONIGHT,
    Role.HOLIDAY,
    Role.WEEKDAY,
    Role.DAY_SET,
    Role.OFTEN,
    Role.EVEN_WEEKS,
    Role.ODD_WEEKS,
}


def read_items(source: Source) -> list[Item]:
    """The whole sentence as items; words that mean nothing here are left out."""
    source.dated = any(
        token.role in _DATED
        or (token.role is Role.MONTH and in_company(source, i))
        or (token.role is Role.ORDINAL and token.key == "figure")
        or (token.role is Role.DOTTED and token.key == "date")
        or (token.role is Role.UNIT and token.key == "weekend")
        for i, token in enumerate(source.tokens)
    )
    source.month_first = _month_first(source)
    items: list[Item] = []
    i = 0
    while i < len(source.tokens):
        i = _next(source, i, items)
    return items


def _month_first(source: Source) -> bool:
    """The order of day and month: the locale's, unless one date shows that the writer uses the other."""
    pairs = [(t.number, t.second) for t in source.tokens if t.role is Role.SLASHED]
    pairs += [(t.second, t.third) for t in source.tokens if t.role is Role.DATE and t.key != "iso"]
    day_first = any(a > 12 for a, _ in pairs)
    month_first = any(b > 12 for _, b in pairs)
    return month_first if day_first != month_first else source.month_first


def _next(source: Source, i: int, items: list[Item]) -> int:
    token = source.at(i)
    if token.role is Role.QUANTITY_BEFORE and source.role(i + 1) in (Role.NUMBER, Role.CARDINAL, Role.COUNT):
        dated = source.role(i + 2) in (
            Role.DASH,
            Role.TO,
            Role.UNTIL,
            Role.MONTH,
            Role.OF,
            Role.COLON,
            Role.SLASH,
        )
        return i + 1 if dated or _has_month(source, i + 1) else i + 2
    if token.role in (Role.NUMBER, Role.CARDINAL) and _counts_things(source, i):
        return (
            source.skip(i + 1, Role.FREE, Role.WORD, Role.QUANTITY_UNIT)
            if source.role(i + 1) is Role.FREE
            else i + 2
        )
    length = _length(source, i)
    if length is not None:
        items.append(length[0])
        return length[1]
    idiom = read_idiom(source, i, items)
    if idiom is not None:
        items += idiom[0]
        return idiom[1]
    for read in (read_year, read_repeat, read_period, read_day, read_time):
        found = read(source, i)
        if found is not None:
            items += found[0]
            return max(found[1], i + 1)
    if token.role is Role.STOP and not _ends_sentence(source, i):
        return i + 1
    if token.role is Role.OPEN and (source.role(i - 1) is Role.MONTH or source.year(i - 1) is not None):
        source.header = None if source.month is None else (source.month[1], source.month[0])
    elif token.role is Role.CLOSE:
        source.header = None
    if token.role is Role.VAGUE:
        counted = source.at(source.skip(i + 1, Role.OF, Role.THE))
        if counted.many or counted.role in (Role.UNIT, Role.WEEKDAY, Role.DAY_SET):
            raise Unclear(Trouble.UNSUPPORTED, start=token.start, end=counted.end)
    if token.role in _KEPT:
        items.append(Mark(token.start, token.end, token.role, token.text))
    elif token.role is Role.ORDINAL and token.key == "figure" and token.number <= 31:
        raise Unclear(Trouble.AMBIGUOUS, start=token.start, end=token.end)
    elif (
        token.role in (Role.AFTER_NEXT, Role.WEEK_OF)
        or (token.role is Role.FROM_NOW and source.role(i + 1) is Role.RELATIVE_DAY)
        or (token.role in _EDGES and source.role(source.skip(i + 1, Role.OF, Role.THE, Role.IN)) in _EDGED)
    ):
        raise Unclear(Trouble.AMBIGUOUS, start=token.start, end=source.at(i + 1).end)
    elif token.role is Role.CARDINAL and (source.role(i + 1) is Role.UNIT or (items and is_days(items[-1]))):
        raise Unclear(Trouble.AMBIGUOUS, start=token.start, end=source.at(i + 1).end or token.end)
    elif token.role in (Role.DOTTED, Role.SLASHED):
        raise Unclear(Trouble.IMPOSSIBLE_DATE, start=token.start, end=token.end)
    elif token.role is Role.MONTH and not token.shy:
        raise Unclear(Trouble.AMBIGUOUS, start=token.start, end=token.end)
    elif token.role is Role.REST:
        items.append(Mark(token.start, token.end, Role.OTHERWISE, token.text))
    elif token.role is Role.WORD:
        items.append(Mark(token.start, token.end, Role.WORD, token.text))
    return i + 1


def _has_month(source: Source, i: int) -> bool:
    """Whether the figure at `i` is a day of a month that is said."""
    found = read_day(source, i)
    return found is not None and any(isinstance(item, Day) and item.month is not None for item in found[0])


def _counts_things(source: Source, i: int) -> bool:
    """Whether the figure at `i` counts things: 200 cap, 2 supports, a 25 min set."""
    follows = source.at(i + 1)
    if follows.role is Role.QUANTITY_UNIT:
        return True
    if follows.role is Role.QUANTITY_BEFORE:
        return source.role(i + 2) not in (Role.NUMBER, Role.CARDINAL)
    if (
        follows.role is Role.DASH
        and source.role(i + 2) is Role.NUMBER
        and source.role(i + 3) is Role.QUANTITY_UNIT
    ):
        return True
    if follows.role is Role.UNIT and follows.key in ("minute", "hour"):
        return source.role(i - 1) is not Role.FOR or follows.key == "minute"
    return follows.role is Role.ELSEWHERE


def _ends_sentence(source: Source, i: int) -> bool:
    """A full stop after an abbreviation ("Fri. 22 Sept. 16:25") ends nothing."""
    token, before, after = source.at(i), source.at(i - 1), source.at(i + 1)
    if token.text != ".":
        return True
    short = before.role in (Role.WEEKDAY, Role.MONTH, Role.MERIDIEM) and len(before.text) <= 5
    return not (short and (after.role in _GO_ON or len(before.text) < 4))


def _lasts_from(source: Source, i: int) -> bool:
    """Whether a length follows, as in "a week starting tomorrow", "Tuesdays, 10 weeks from 12 Jan"."""
    if source.role(i + 2) is Role.STARTING:
        return True
    repeats = any(t.role is Role.EVERY or (t.role is Role.WEEKDAY and t.many) for t in source.tokens[:i])
    return source.role(i + 2) is Role.FROM and repeats


def _each(source: Source, i: int) -> bool:
    """Whether "each" ends what is said, as in "every Saturday, 2 days each"."""
    return source.role(i + 1) in (Role.END, Role.COMMA, Role.SEMICOLON, Role.STOP, Role.FROM, Role.UNTIL)


def _length(source: Source, i: int) -> tuple[Length, int] | None:
    """A length or a count: "for 6 weeks", "for the next 6 Thursdays", "3 times", "10x"."""
    token = source.at(i)
    if token.role is Role.COUNT:
        return Length(token.start, token.end, token.number, "times"), i + 1
    j = i
    if token.role is Role.FOR:
        j = source.skip(i + 1, Role.THE, Role.NEXT, Role.FROM, Role.TO, Role.AT, Role.ALL)
        if source.role(j) is Role.UNIT and source.role(j - 1) is Role.NEXT and source.role(j - 2) is Role.THE:
            return Length(token.start, source.at(j).end, 1, source.at(j).key), j + 1
        if source.role(j) is Role.COUNT:
            return Length(token.start, source.at(j).end, source.at(j).number, "times"), j + 1
    elif token.role is Role.NEXT:
        if source.role(i + 2) is not Role.WEEKDAY and not (
            source.at(i + 2).key == "weekend" and source.at(i + 2).many
        ):
            return None
        j = i + 1
    elif source.at(i + 1).key == "day" and source.role(i + 2) is Role.EVERY and _each(source, i + 2):
        return Length(token.start, source.at(i + 2).end, source.count(i) or 1, "each"), i + 3
    elif source.role(i + 1) is Role.UNIT and _lasts_from(source, i) and source.count(i):
        return Length(token.start, source.at(i + 1).end, source.count(i) or 1, source.at(i + 1).key), i + 2
    number = source.count(j)
    unit = source.at(j + 1)
    if number is None or not 0 < number < 500:
        return None
    start, end = token.start, unit.end
    if unit.role is Role.TIMES:
        return Length(start, end, number, "times"), j + 2
    if unit.role is Role.UNIT and token.role is Role.FOR and unit.key != "weekend":
        return Length(start, end, number, unit.key), j + 2
    if (
        (unit.role is Role.WEEKDAY or unit.key == "weekend")
        and token.role in (Role.FOR, Role.NEXT)
        and number > 1
    ):
        days = 2 if unit.key == "weekend" else 1
        return Length(start, source.at(j).end, number * days, "times"), j + 1
    return None
