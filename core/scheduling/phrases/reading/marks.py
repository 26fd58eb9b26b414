"""Words that no other reader takes: marks for the rules of grammar, and places that cannot be read."""

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Item, Mark, is_days
from core.scheduling.phrases.reading.source import Source, Unclear
from core.scheduling.phrases.understanding import Trouble

_KEPT = {
    Role.FROM, Role.STARTING, Role.ONWARDS, Role.TO, Role.DASH, Role.UNTIL, Role.BEFORE, Role.AFTER,
    Role.BETWEEN, Role.AND, Role.OR, Role.BUT, Role.INSTEAD, Role.EXCEPT, Role.ONLY, Role.NOT, Role.NO,
    Role.BACK, Role.NOW, Role.ENDLESS, Role.FREE, Role.BUSY, Role.MAYBE, Role.WORK, Role.OFF,
    Role.CONDITION, Role.UNSUPPORTED, Role.COMMA, Role.SEMICOLON, Role.STOP, Role.OPEN, Role.CLOSE,
    Role.SLASH, Role.QUESTION_MARK, Role.ALTERNATE, Role.ANY, Role.COLON, Role.OTHERWISE, Role.WORD,
}  # fmt: skip
_GO_ON = (Role.NUMBER, Role.ORDINAL, Role.WEEKDAY, Role.MONTH, Role.CLOCK, Role.DOTTED, Role.COMMA)
_EDGES = (Role.EARLY, Role.MID, Role.LATE, Role.BEGINNING, Role.ENDING, Role.HALF, Role.REST)
_EDGED = (Role.WEEKDAY, Role.MONTH, Role.UNIT, Role.RELATIVE_DAY, Role.ORDINAL, Role.HOLIDAY)
_COUNTED = (Role.UNIT, Role.WEEKDAY, Role.DAY_SET)
_SHORTENED = (Role.WEEKDAY, Role.MONTH, Role.MERIDIEM)
_LONGEST_ABBREVIATION = 5
"""Letters with the full stop that may belong to them: "Sept."."""
_SHORTEST_NAME = 4
"""Letters; a shorter name of a day is an abbreviation whatever follows it."""


def read_mark(source: Source, i: int, items: list[Item]) -> list[Item]:
    """What the word at `i` says of what stands beside it, if anything; `items` are what stands before it."""
    token = source.at(i)
    match token.role:
        case Role.STOP if not _ends_sentence(source, i):
            return []
        case Role.OPEN:
            _open_heading(source, i)
        case Role.CLOSE:
            source.header = None
    if token.role in _KEPT:
        suits = token.role is Role.WORK and token.text in source.suiting
        return [Mark(token.start, token.end, token.role, token.text, suits=suits)]
    unclear = _unclear(source, i, items)
    if unclear is not None:
        raise unclear
    return [Mark(token.start, token.end, Role.OTHERWISE, token.text)] if token.role is Role.REST else []


def _ends_sentence(source: Source, i: int) -> bool:
    """Whether a full stop ends a sentence; behind an abbreviation ("Fri. 22 Sept. 16:25") it does not."""
    token, before, after = source.at(i), source.at(i - 1), source.at(i + 1)
    if token.text != ".":
        return True
    short = before.role in _SHORTENED and len(before.text) <= _LONGEST_ABBREVIATION
    return not (short and (after.role in _GO_ON or len(before.text) < _SHORTEST_NAME))


def _open_heading(source: Source, i: int) -> None:
    """Let a bracket behind a month hold days of that month, until it closes: "every Wed in Feb (3, 10)"."""
    if source.role(i - 1) is Role.MONTH or source.year(i - 1) is not None:
        source.header = None if source.month is None else (source.month[1], source.month[0])


def _unclear(source: Source, i: int, items: list[Item]) -> Unclear | None:
    """Why a word that should have said something of the time cannot be read; None where it says nothing."""
    token, end = source.at(i), source.at(i + 1).end
    match token.role:
        case Role.VAGUE:
            return _uncounted(source, i)
        case Role.DOTTED | Role.SLASHED:
            return Unclear(Trouble.IMPOSSIBLE_DATE, start=token.start, end=token.end)
        case Role.CARDINAL if source.role(i + 1) is Role.UNIT or (items and is_days(items[-1])):
            return Unclear(Trouble.AMBIGUOUS, start=token.start, end=end or token.end)
        case Role.ORDINAL | Role.MONTH if _names_date(source, i):
            return Unclear(Trouble.AMBIGUOUS, start=token.start, end=token.end)
    return Unclear(Trouble.AMBIGUOUS, start=token.start, end=end) if _points_at_days(source, i) else None


def _uncounted(source: Source, i: int) -> Unclear | None:
    """A number that is not said: "some Fridays", "a few of the weeks"."""
    token, counted = source.at(i), source.at(source.skip(i + 1, Role.OF, Role.THE))
    if counted.many or counted.role in _COUNTED:
        return Unclear(Trouble.UNSUPPORTED, start=token.start, end=counted.end)
    return None


def _names_date(source: Source, i: int) -> bool:
    """Whether it is a month, or the figure of a day whose month nobody said: "the 21st day"."""
    token = source.at(i)
    if token.role is Role.MONTH:
        return not token.shy
    return token.key == "figure" and token.number <= 31


def _points_at_days(source: Source, i: int) -> bool:
    """Whether it says which days, in a way that is not known: "Friday after next", "early Friday"."""
    role = source.at(i).role
    if role is Role.FROM_NOW:
        return source.role(i + 1) is Role.RELATIVE_DAY
    if role in _EDGES:
        return source.role(source.skip(i + 1, Role.OF, Role.THE, Role.IN)) in _EDGED
    return role in (Role.AFTER_NEXT, Role.WEEK_OF)
