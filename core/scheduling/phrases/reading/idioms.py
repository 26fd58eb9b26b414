"""Forms that only their neighbours explain: halves of a day, the end of work, shifts, "the one after"."""

from core.scheduling.lexicons import Role
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import Day, Item, Mark, Shape, Time, Which, is_days
from core.scheduling.phrases.reading.distances import settled
from core.scheduling.phrases.reading.source import Read, Source, Unclear
from core.scheduling.phrases.understanding import Trouble

_HALVES = {"am": ("morning",), "pm": ("afternoon", "evening")}
_ENDS = (
    Role.END, Role.COMMA, Role.AND, Role.OR, Role.BUT, Role.STOP, Role.SEMICOLON, Role.SLASH, Role.CLOSE,
    Role.OPEN, Role.EXCEPT, Role.ONLY, Role.NOISE, Role.DASH, Role.THE, Role.QUESTION_MARK,
)  # fmt: skip
_JUDGING = (Role.FREE, Role.BUSY, Role.MAYBE, Role.OFF, Role.NOT)
_HOURS = (Role.NUMBER, Role.CLOCK, Role.CARDINAL, Role.CLOCK_WORD, Role.DOTTED, Role.HALF, Role.QUARTER)


def read_idiom(source: Source, i: int, items: list[Item]) -> Read | None:
    """One of these forms from token `i`; `items` are what stands before it."""
    token = source.at(i)
    match token.role:
        case Role.MERIDIEM:
            return _half(source, i, items)
        case Role.FINISH:
            return _finish(source, i)
        case Role.ROTA:
            many = not any(
                other.role is Role.WEEKDAY and source.role(at - 1) not in (Role.UNTIL, Role.BEFORE)
                for at, other in enumerate(source.tokens)
            )
            part = Time(token.start, token.end, Shape.PART, part=token.key, many=many)
            return [Mark(token.start, token.end, Role.BUSY, token.text), part], i + 1
        case Role.ONES | Role.CARDINAL if token.number < 2 and source.role(i + 1) is Role.AFTER:
            return _one_after(source, i, items)
    return None


def _half(source: Source, i: int, items: list[Item]) -> Read | None:
    """Thursday pm, the 8th am: the half of the day; "am" is a verb too ("Friday am at work")."""
    token, after = source.at(i), source.role(i + 1)
    if token.key not in _HALVES:
        return None
    beside = bool(items) and is_days(items[-1])
    if token.key == "am":
        if not beside or not (after in _ENDS or after in _JUDGING):
            return None
        beside = after in _ENDS
    if not beside:
        raise Unclear(Trouble.AMBIGUOUS, start=token.start, end=token.end)
    return [Time(token.start, token.end, Shape.PART, part=part) for part in _HALVES[token.key]], i + 1


def _finish(source: Source, i: int) -> Read:
    """I finish work at 6; I don't finish till 6: busy until then."""
    token = source.at(i)
    j = source.skip(i + 1, Role.WORK, Role.AT, Role.UNTIL, Role.NOISE, Role.BEFORE)
    if source.role(j) not in _HOURS:
        raise Unclear(Trouble.UNSUPPORTED, start=token.start, end=token.end)
    return [
        Mark(token.start, token.end, Role.BUSY, token.text),
        Mark(token.start, source.at(j - 1).end, Role.UNTIL),
    ], j


def _one_after(source: Source, i: int, items: list[Item]) -> Read:
    """Next Wednesday or the one after: a week later."""
    token, after = source.at(i), source.at(i + 1)
    day = next((item for item in reversed(items) if is_days(item)), None)
    if not isinstance(day, Day) or day.weekday is None or source.role(i + 2) not in _ENDS:
        raise Unclear(Trouble.AMBIGUOUS, start=token.start, end=after.end)
    found = settled(source, day)
    if day.which is Which.NEXT:
        found = calendar.coming(calendar.monday(source.today) + calendar.WEEK, day.weekday)
    if found is None:
        raise Unclear(Trouble.AMBIGUOUS, start=token.start, end=after.end)
    return [Day(token.start, after.end, weekday=day.weekday, on=found + calendar.WEEK)], i + 2
