"""Forms that their neighbours explain: halves of a day, the end of work, shifts, "the one after"."""

from core.scheduling.lexicons import Tag
from core.scheduling.phrases import calendar
from core.scheduling.phrases.forms import DayForm, Item, MarkForm, Shape, Time, Which, is_days
from core.scheduling.phrases.reading.distances import settled
from core.scheduling.phrases.reading.source import Read, Source, UnclearWords
from core.scheduling.phrases.understanding import Trouble

_HALVES = {"am": ("morning",), "pm": ("afternoon", "evening")}
_ENDS = (
    Tag.END, Tag.COMMA, Tag.AND, Tag.OR, Tag.BUT, Tag.STOP, Tag.SEMICOLON, Tag.SLASH, Tag.CLOSE,
    Tag.OPEN, Tag.EXCEPT, Tag.ONLY, Tag.NOISE, Tag.DASH, Tag.THE, Tag.QUESTION_MARK,
)  # fmt: skip
_JUDGING = (Tag.FREE, Tag.BUSY, Tag.MAYBE, Tag.OFF, Tag.NOT)
_HOURS = (
    Tag.NUMBER,
    Tag.CLOCK,
    Tag.CARDINAL,
    Tag.CLOCK_WORD,
    Tag.DOTTED,
    Tag.HALF,
    Tag.QUARTER,
)


def read_idiom(source: Source, i: int, items: list[Item]) -> Read | None:
    """One of these forms from token `i`, after `items`."""
    token = source.at(i)
    match token.tag:
        case Tag.MERIDIEM:
            return _half(source, i, items)
        case Tag.FINISH:
            return _finish(source, i)
        case Tag.ROTA:
            many = not any(
                other.tag is Tag.WEEKDAY and source.tag(at - 1) not in (Tag.UNTIL, Tag.BEFORE)
                for at, other in enumerate(source.tokens)
            )
            part = Time(token.start, token.end, Shape.PART, part=token.key, many=many)
            return [MarkForm(token.start, token.end, Tag.BUSY), part], i + 1
        case Tag.ONES | Tag.CARDINAL if token.number < 2 and source.tag(i + 1) is Tag.AFTER:
            return _one_after(source, i, items)
    return None


def _half(source: Source, i: int, items: list[Item]) -> Read | None:
    """Thursday pm, the 8th am: the half of the day; "am" is a verb too ("Friday am at work")."""
    token, after = source.at(i), source.tag(i + 1)
    if token.key not in _HALVES:
        return None
    beside = bool(items) and is_days(items[-1])
    if token.key == "am":
        if not beside or not (after in _ENDS or after in _JUDGING):
            return None
        beside = after in _ENDS
    if not beside:
        raise UnclearWords(Trouble.AMBIGUOUS, start=token.start, end=token.end)
    return [Time(token.start, token.end, Shape.PART, part=part) for part in _HALVES[token.key]], i + 1


def _finish(source: Source, i: int) -> Read:
    """I finish work at 6; I don't finish till 6: busy until then."""
    token = source.at(i)
    j = source.skip(i + 1, Tag.WORK, Tag.AT, Tag.UNTIL, Tag.NOISE, Tag.BEFORE)
    if source.tag(j) not in _HOURS:
        raise UnclearWords(Trouble.UNSUPPORTED, start=token.start, end=token.end)
    return [
        MarkForm(token.start, token.end, Tag.BUSY),
        MarkForm(token.start, source.at(j - 1).end, Tag.UNTIL),
    ], j


def _one_after(source: Source, i: int, items: list[Item]) -> Read:
    """Next Wednesday or the one after: a week later."""
    token, after = source.at(i), source.at(i + 1)
    day = next((item for item in reversed(items) if is_days(item)), None)
    if not isinstance(day, DayForm) or day.weekday is None or source.tag(i + 2) not in _ENDS:
        raise UnclearWords(Trouble.AMBIGUOUS, start=token.start, end=after.end)
    found = settled(source, day)
    if day.which is Which.NEXT:
        found = calendar.coming(calendar.monday(source.today) + calendar.WEEK, day.weekday)
    if found is None:
        raise UnclearWords(Trouble.AMBIGUOUS, start=token.start, end=after.end)
    return [DayForm(token.start, after.end, weekday=day.weekday, on=found + calendar.WEEK)], i + 2
