"""Words that no other reader takes: marks for the rules of grammar, and words that are unclear."""

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import Item, MarkForm, is_days
from core.scheduling.phrases.reading.source import Source, UnclearWords
from core.scheduling.phrases.understanding import Trouble

_KEPT = {
    Tag.FROM, Tag.STARTING, Tag.ONWARDS, Tag.TO, Tag.DASH, Tag.UNTIL, Tag.BEFORE, Tag.AFTER,
    Tag.BETWEEN, Tag.AND, Tag.OR, Tag.BUT, Tag.INSTEAD, Tag.EXCEPT, Tag.ONLY, Tag.NOT, Tag.NO,
    Tag.BACK, Tag.NOW, Tag.ENDLESS, Tag.FREE, Tag.BUSY, Tag.MAYBE, Tag.WORK, Tag.OFF,
    Tag.CONDITION, Tag.UNSUPPORTED, Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.OPEN, Tag.CLOSE,
    Tag.SLASH, Tag.QUESTION_MARK, Tag.ALTERNATE, Tag.ANY, Tag.COLON, Tag.OTHERWISE, Tag.WORD,
}  # fmt: skip
_GO_ON = (
    Tag.NUMBER,
    Tag.ORDINAL,
    Tag.WEEKDAY,
    Tag.MONTH,
    Tag.CLOCK,
    Tag.DOTTED,
    Tag.COMMA,
)
_EDGES = (
    Tag.EARLY,
    Tag.MID,
    Tag.LATE,
    Tag.BEGINNING,
    Tag.ENDING,
    Tag.HALF,
    Tag.REST,
)
_EDGED = (
    Tag.WEEKDAY,
    Tag.MONTH,
    Tag.UNIT,
    Tag.RELATIVE_DAY,
    Tag.ORDINAL,
    Tag.HOLIDAY,
)
_COUNTED = (Tag.UNIT, Tag.WEEKDAY, Tag.DAY_SET)
_SHORTENED = (Tag.WEEKDAY, Tag.MONTH, Tag.MERIDIEM)
_LONGEST_ABBREVIATION = 5
"""Letters with the full stop that may belong to them: "Sept."."""
_SHORTEST_NAME = 4
"""Letters; a shorter name of a day is an abbreviation whatever follows it."""


def read_mark(source: Source, i: int, items: list[Item]) -> list[Item]:
    """The mark for the word at `i`, if it needs one; `items` stand before it."""
    token = source.at(i)
    match token.tag:
        case Tag.STOP if not _ends_sentence(source, i):
            return []
        case Tag.OPEN:
            _open_heading(source, i)
        case Tag.CLOSE:
            source.header = None
    if token.tag in _KEPT:
        suits = token.tag is Tag.WORK and token.text in source.suiting
        return [MarkForm(token.start, token.end, token.tag, suits=suits)]
    unclear = _unclear(source, i, items)
    if unclear is not None:
        raise unclear
    return [MarkForm(token.start, token.end, Tag.OTHERWISE)] if token.tag is Tag.REST else []


def _ends_sentence(source: Source, i: int) -> bool:
    """Whether a full stop ends a sentence; after an abbreviation ("Fri. 22 Sept. 16:25") it does not."""
    token, before, after = source.at(i), source.at(i - 1), source.at(i + 1)
    if token.text != ".":
        return True
    short = before.tag in _SHORTENED and len(before.text) <= _LONGEST_ABBREVIATION
    return not (short and (after.tag in _GO_ON or len(before.text) < _SHORTEST_NAME))


def _open_heading(source: Source, i: int) -> None:
    """Let figures in a bracket after a month be days of that month: "every Wed in Feb (3, 10)"."""
    if source.tag(i - 1) is Tag.MONTH or source.year(i - 1) is not None:
        source.header = None if source.month is None else (source.month[1], source.month[0])


def _unclear(source: Source, i: int, items: list[Item]) -> UnclearWords | None:
    """The refusal of a word about time that cannot be read; None if it is not about time."""
    token, end = source.at(i), source.at(i + 1).end
    match token.tag:
        case Tag.VAGUE:
            return _uncounted(source, i)
        case Tag.NOT_BOTH:
            return UnclearWords(Trouble.AMBIGUOUS, start=token.start, end=token.end)
        case Tag.DOTTED | Tag.SLASHED:
            return UnclearWords(Trouble.IMPOSSIBLE_DATE, start=token.start, end=token.end)
        case Tag.CARDINAL if source.tag(i + 1) is Tag.UNIT or (items and is_days(items[-1])):
            return UnclearWords(Trouble.AMBIGUOUS, start=token.start, end=end or token.end)
        case Tag.ORDINAL | Tag.MONTH if _names_date(source, i):
            return UnclearWords(Trouble.AMBIGUOUS, start=token.start, end=token.end)
    return UnclearWords(Trouble.AMBIGUOUS, start=token.start, end=end) if _points_at_days(source, i) else None


def _uncounted(source: Source, i: int) -> UnclearWords | None:
    """A vague number: "some Fridays", "a few of the weeks"."""
    token, counted = source.at(i), source.at(source.skip(i + 1, Tag.OF, Tag.THE))
    if counted.many or counted.tag in _COUNTED:
        return UnclearWords(Trouble.UNSUPPORTED, start=token.start, end=counted.end)
    return None


def _names_date(source: Source, i: int) -> bool:
    """Whether it is a month, or the figure of a day without a month: "the 21st day"."""
    token = source.at(i)
    if token.tag is Tag.MONTH:
        return not token.shy
    return token.key == "figure" and token.number <= 31


def _points_at_days(source: Source, i: int) -> bool:
    """Whether it points at days in an unknown way: "Friday after next", "early Friday"."""
    tag = source.at(i).tag
    if tag is Tag.FROM_NOW:
        return source.tag(i + 1) is Tag.RELATIVE_DAY
    if tag in _EDGES:
        return source.tag(source.skip(i + 1, Tag.OF, Tag.THE, Tag.IN)) in _EDGED
    return tag in (Tag.AFTER_NEXT, Tag.WEEK_OF)
