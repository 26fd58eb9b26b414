"""What each part of a sentence says of its days: free, busy, maybe, or the same as its neighbour."""

from dataclasses import dataclass, field

from core.scheduling.kinds import Kind
from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import (
    Bound,
    Item,
    Length,
    Mark,
    Number,
    Several,
    Shape,
    Time,
    role_of,
)

_SPLIT = (
    Role.COMMA,
    Role.AND,
    Role.OR,
    Role.SEMICOLON,
    Role.STOP,
    Role.BUT,
    Role.INSTEAD,
    Role.OPEN,
    Role.CLOSE,
    Role.SLASH,
    Role.OTHERWISE,
)


_KINDS = {Role.FREE: Kind.FREE, Role.BUSY: Kind.BUSY, Role.MAYBE: Kind.MAYBE}


_OPPOSITE = {Kind.FREE: Kind.BUSY, Kind.BUSY: Kind.FREE, Kind.MAYBE: Kind.MAYBE}
Said = tuple[int, Kind | None, bool]
"""Place of a word that judges, the kind it says, and whether it is a bare "not"."""
WEAK = (Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.OPEN, Role.CLOSE)


@dataclass(slots=True)
class Chunk:
    """What stands between two separators."""

    joined: Role
    items: list[Item] = field(default_factory=list)
    kind: Kind | None = None
    leaning: Kind | None = None
    said: bool = False
    postfix: bool = False
    """The kind was said behind the days."""
    negated: bool = False
    """"not the 5th": the opposite of the kind before, or something left out of it."""

    instead: bool = False
    """"Not the 5th, but the 6th": free, where what stood before was busy."""
    rest: bool = False
    """"Otherwise free": of the time that the rest of the message leaves."""

    def timely(self) -> bool:
        """Whether anything about time is in it."""
        return any(isinstance(item, (Several, Time, Bound, Length, Number)) for item in self.items)

    def dated(self) -> bool:
        """Whether it says days."""
        return any(isinstance(item, (Several, Bound)) for item in self.items)


def chunks_of(items: list[Item]) -> list[Chunk]:
    """The items between separators; a "not" before days begins a part of its own."""
    chunks = [Chunk(Role.END)]
    for at, item in enumerate(items):
        role = role_of(item)
        if (
            role is Role.NOT
            and chunks[-1].dated()
            and at + 1 < len(items)
            and isinstance(items[at + 1], Several)
        ):
            chunks.append(Chunk(Role.BUT))
        if role is Role.OTHERWISE and chunks[-1].items and not chunks[-1].timely():
            chunks[-1].rest = True  # "free otherwise"
            continue
        if role in _SPLIT and role is not None:
            rest = role is Role.OTHERWISE
            role = Role.BUT if rest else role
            instead = role is Role.INSTEAD
            role = Role.BUT if instead else role
            if chunks[-1].items:
                chunks.append(Chunk(role))
            elif role not in WEAK or chunks[-1].joined is Role.END or role is Role.OPEN:
                chunks[-1].joined = role
            chunks[-1].instead = instead
            chunks[-1].rest = chunks[-1].rest or rest
        else:
            chunks[-1].items.append(item)
    return [chunk for chunk in chunks if chunk.items]


def judged(chunk: Chunk, *, working: bool) -> list[Chunk]:
    """The chunk with its kind settled, split where a second kind is said of other days."""
    items = chunk.items
    found = [said for i in range(len(items)) if (said := _said_at(items, i, working=working)) is not None]
    if not found and any(isinstance(x, Bound) and x.mark is Role.BACK for x in items):
        chunk.kind, chunk.said = Kind.BUSY, not any(isinstance(x, Several) for x in items)
    if not found:
        return [chunk]
    groups = _grouped(items, found)
    if len(groups) == 1:
        _set(chunk, groups[0], items)
        return [chunk]
    return _split(chunk, groups)


def _said_at(items: list[Item], i: int, *, working: bool) -> Said | None:
    """What the mark at `i` says of the days beside it; `working` when the sentence speaks of work."""
    role = role_of(items[i])
    match role:
        case Role.FREE | Role.BUSY | Role.MAYBE:
            kind = _KINDS[role]
            return i, _OPPOSITE[kind] if _negated(items, i) else kind, False
        case Role.QUESTION_MARK if i and isinstance(items[i - 1], Several):
            return i, Kind.MAYBE, False
        case Role.WORK:
            return i, _work(items, i), False
        case Role.OFF if working:
            return i, Kind.FREE, False
        case Role.NO:
            judging = _next_role(items, i, Role.WORD, Role.NOISE, Role.OF) in (Role.FREE, Role.BUSY)
            return None if judging else (i, Kind.BUSY, False)
        case Role.NOT:
            return _denying(items, i)
    return None


def _next_role(items: list[Item], i: int, *skipped: Role) -> Role | None:
    return next((role_of(x) for x in items[i + 1 :] if role_of(x) not in skipped), None)


def _denying(items: list[Item], i: int) -> Said | None:
    """A "not" that is about days, or about what was said before."""
    if _next_role(items, i, Role.WORD) in (Role.FREE, Role.BUSY, Role.MAYBE):
        return None
    if any(role_of(items[j]) in _KINDS and _not_behind(items, j) == i for j in range(i)):
        return None
    beside = i + 1 < len(items) and isinstance(items[i + 1], (Several, Time, Bound))
    if beside or not any(role_of(x) is Role.WORD for x in items[i + 1 :]):
        return i, None, True
    return None


def spread_kinds(chunks: list[Chunk]) -> None:
    """Give chunks without a kind that of the words before them, or after them where those stand behind."""
    for i, chunk in enumerate(chunks):
        if chunk.said and chunk.kind is not None and not chunk.timely() and not chunk.rest:
            _spread_bare(chunks, i)
    pending: list[Chunk] = []
    last: Chunk | None = None
    for chunk in chunks:
        if chunk.negated or not chunk.timely():
            continue
        if chunk.said and chunk.kind is not None:
            giver = chunk if chunk.postfix else last
            if giver is not None:
                for other in pending:
                    _copy(giver, other)
            pending = []
            last = chunk
        elif last is not None and chunk.instead and last.kind is Kind.BUSY:
            chunk.kind, chunk.said = Kind.FREE, True
        elif last is not None and not last.postfix:
            _copy(last, chunk)
        else:
            pending.append(chunk)
    if last is not None:
        for other in pending:
            if not (last.postfix and last.kind is Kind.BUSY and _one_sided(other)):
                _copy(last, other)


def _one_sided(chunk: Chunk) -> bool:
    """Whether it is "Tuesdays after 7", which behind "Mondays no" may well be when one can."""
    times = [item for item in chunk.items if isinstance(item, Time)]
    return len(times) == 1 and times[0].shape in (Shape.FROM, Shape.UNTIL)


def _spread_bare(chunks: list[Chunk], i: int) -> None:
    """A kind said by itself is about the days before it, or else the days after it."""
    chunk = chunks[i]
    if any(role_of(item) in (Role.AFTER, Role.BEFORE) for item in chunk.items):
        return  # "free after that"
    back = i - 1
    while back >= 0 and chunks[back].timely() and not chunks[back].said:
        _copy(chunk, chunks[back])
        chunks[back].said = chunks[back].postfix = True
        back -= 1
    if back == i - 1 and i + 1 < len(chunks) and not chunks[i + 1].said:
        _copy(chunk, chunks[i + 1])
        chunks[i + 1].said = True


def _negated(items: list[Item], i: int) -> bool:
    """A "not" or "no" right before, or with one other word between."""
    for back in (1, 2):
        role = role_of(items[i - back]) if i - back >= 0 else None
        if role in (Role.NOT, Role.NO):
            return True
        if role not in (Role.WORD, Role.ONLY):
            break
    return _not_behind(items, i) is not None


def _not_behind(items: list[Item], i: int) -> int | None:
    """Where the "not" is that stands behind what it denies: "kann am Freitag nicht"."""
    for j in range(i + 1, len(items)):
        role = role_of(items[j])
        if role is Role.NOT:
            timely = any(isinstance(x, (Several, Time, Bound)) for x in items[j + 1 :])
            return j if j == i + 1 or not timely else None
        if role in (*_KINDS, Role.WORK, Role.OFF, Role.CONDITION):
            return None
    return None


def _work(items: list[Item], i: int) -> Kind | None:
    """Work: "I work Tuesdays" is busy; "Tuesdays work" is free; "Tuesday 9-5 work" is busy."""
    item = items[i]
    before = items[i - 1] if i else None
    if (
        isinstance(item, Mark)
        and item.text == "work"
        and isinstance(before, Several)
        and not any(isinstance(x, (Several, Time)) for x in items[i + 1 :])
    ):
        return Kind.FREE
    return Kind.BUSY


def _grouped(items: list[Item], found: list[Said]) -> list[list[Said]]:
    """Put judgements of the same days together: nothing about time between them, or behind the last."""

    def timely(first: int, last: int) -> bool:
        return any(isinstance(x, (Several, Time, Bound, Number)) for x in items[first:last])

    postfix = timely(0, found[0][0])
    groups = [[found[0]]]
    for said in found[1:]:
        last = groups[-1][-1]
        same = said[1] is last[1] and not said[2] and not postfix and not timely(said[0], len(items))
        if same or not timely(last[0], said[0]):
            groups[-1].append(said)
        else:
            groups.append([said])
    return groups


def _set(chunk: Chunk, group: list[Said], items: list[Item]) -> None:
    chunk.said = True
    chunk.negated = group[0][2]
    kinds = [kind for _, kind, _ in group if kind is not None]
    if kinds:
        chunk.negated = False
        if Kind.MAYBE in kinds:
            others = [kind for kind in kinds if kind is not Kind.MAYBE]
            chunk.kind, chunk.leaning = Kind.MAYBE, others[0] if others else None
        else:
            chunk.kind = Kind.BUSY if Kind.BUSY in kinds and len(set(kinds)) > 1 else kinds[0]
    first_time = next((i for i, x in enumerate(items) if isinstance(x, (Several, Time, Bound))), None)
    chunk.postfix = first_time is not None and group[0][0] > first_time


def _split(chunk: Chunk, groups: list[list[Said]]) -> list[Chunk]:
    """8 free 9 free 15 busy; busy 12/12 free 13/12."""
    items = chunk.items
    first_time = next((i for i, x in enumerate(items) if isinstance(x, (Several, Time, Bound))), len(items))
    postfix = groups[0][0][0] > first_time
    parts: list[Chunk] = []
    begin = 0
    for at, group in enumerate(groups):
        if at == len(groups) - 1:
            end = len(items)
        elif postfix:
            end = group[-1][0] + 1
        else:
            end = groups[at + 1][0][0]
        part = Chunk(
            chunk.joined if not parts else Role.COMMA, items[begin:end], rest=chunk.rest and not parts
        )
        _set(part, [(i - begin, kind, no) for i, kind, no in group], part.items)
        parts.append(part)
        begin = end
    return parts


def _copy(source: Chunk, target: Chunk) -> None:
    target.kind, target.leaning = source.kind, source.leaning
