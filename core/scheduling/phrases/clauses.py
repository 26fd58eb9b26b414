"""Reduced items to statements: where one ends, what kind it is, what it shares with its neighbours."""

from dataclasses import dataclass, field

from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import (
    Bound,
    Day,
    Entry,
    Every,
    Item,
    Length,
    Mark,
    Number,
    Several,
    Shape,
    Stretch,
    Time,
)
from core.scheduling.phrases.source import Unclear
from core.scheduling.phrases.understanding import Kind, Trouble

_SPLIT = (
    Role.COMMA,
    Role.AND,
    Role.OR,
    Role.SEMICOLON,
    Role.STOP,
    Role.BUT,
    Role.OPEN,
    Role.CLOSE,
    Role.SLASH,
)
_KINDS = {Role.FREE: Kind.FREE, Role.BUSY: Kind.BUSY, Role.MAYBE: Kind.MAYBE}
_WEAK = (Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.OPEN, Role.CLOSE)


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

    def timely(self) -> bool:
        """Whether anything about time is in it."""
        return any(isinstance(item, (Several, Time, Bound, Length, Number)) for item in self.items)

    def dated(self) -> bool:
        """Whether it says days."""
        return any(isinstance(item, (Several, Bound)) or (isinstance(item, Time) and item.many) for item in self.items)


def entries_of(items: list[Item]) -> list[Entry]:
    """The statements of a sentence."""
    working = any(_role(item) is Role.WORK for item in items)
    chunks = [part for chunk in _chunks(items) for part in _judged(chunk, working=working)]
    _spread_kinds(chunks)
    entries: list[Entry] = []
    waiting: list[Item] = []
    excepting = False
    for chunk in chunks:
        excepting = _place(chunk, entries, waiting, excepting)
    if not entries and not waiting:
        endless = next((item for item in items if _role(item) is Role.ENDLESS), None)
        if endless is not None and any(chunk.said for chunk in chunks):
            spoken = next(chunk for chunk in chunks if chunk.said)
            entries.append(Entry(endless.start, endless.end, spoken.kind, spoken.leaning, said=True, endless=True))
    if waiting:
        if not entries:
            spoken = next((chunk for chunk in chunks if chunk.timely()), chunks[0])
            return [_entry(spoken, waiting)]
        for item in waiting:
            _attach(entries[-1], item)
    return entries


def _role(item: Item | None) -> Role | None:
    return item.role if isinstance(item, Mark) else None


def _chunks(items: list[Item]) -> list[Chunk]:
    chunks = [Chunk(Role.END)]
    for at, item in enumerate(items):
        role = _role(item)
        if role is Role.NOT and chunks[-1].dated() and at + 1 < len(items) and isinstance(items[at + 1], Several):
            chunks.append(Chunk(Role.BUT))
        if role in _SPLIT and role is not None:
            if chunks[-1].items:
                chunks.append(Chunk(role))
            elif role not in _WEAK or chunks[-1].joined is Role.END or role is Role.OPEN:
                chunks[-1].joined = role
        else:
            chunks[-1].items.append(item)
    return [chunk for chunk in chunks if chunk.items]


# polarity


def _judged(chunk: Chunk, *, working: bool) -> list[Chunk]:
    """The chunk with its kind settled, split where a second kind is said of other days."""
    found: list[tuple[int, Kind | None, bool]] = []  # place, kind, "not" before days
    items = chunk.items
    for i, item in enumerate(items):
        role = _role(item)
        kind: Kind | None = None
        if role in (Role.FREE, Role.BUSY, Role.MAYBE):
            kind = _KINDS[role]
            if _negated(items, i):
                kind = Kind.BUSY if kind is Kind.FREE else Kind.FREE if kind is Kind.BUSY else kind
        elif role is Role.QUESTION_MARK and i and isinstance(items[i - 1], Several):
            kind = Kind.MAYBE
        elif role is Role.WORK:
            kind = _work(items, i)
        elif role is Role.OFF:
            if working:
                kind = Kind.FREE
            else:
                continue
        elif role is Role.NO:
            follows = next(
                (x for x in items[i + 1 :] if not (_role(x) in (Role.WORD, Role.NOISE, Role.OF))), None
            )
            if _role(follows) in (Role.FREE, Role.BUSY):
                continue
            kind = Kind.BUSY
        elif role is Role.NOT:
            follows = next((x for x in items[i + 1 :] if _role(x) is not Role.WORD), None)
            if _role(follows) in (Role.FREE, Role.BUSY, Role.MAYBE):
                continue
            if (
                i + 1 < len(items)
                and isinstance(items[i + 1], (Several, Time, Bound))
                or not any(_role(x) is Role.WORD for x in items[i + 1 :])
            ):
                found.append((i, None, True))
            continue
        else:
            continue
        found.append((i, kind, False))
    if not found and any(isinstance(x, Bound) and x.mark is Role.BACK for x in items):
        chunk.kind, chunk.said = Kind.BUSY, not any(isinstance(x, Several) for x in items)
    if not found:
        return [chunk]
    groups = _grouped(items, found)
    if len(groups) == 1:
        _set(chunk, groups[0], items)
        return [chunk]
    return _split(chunk, groups)


Said = tuple[int, Kind | None, bool]


def _negated(items: list[Item], i: int) -> bool:
    """A "not" or "no" right before, or with one other word between."""
    for back in (1, 2):
        role = _role(items[i - back]) if i - back >= 0 else None
        if role in (Role.NOT, Role.NO):
            return True
        if role not in (Role.WORD, Role.ONLY):
            return False
    return False


def _work(items: list[Item], i: int) -> Kind | None:
    """ "I work Tuesdays" is busy; "Tuesdays work" is free; "Tuesday 9-5 work" is busy."""
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
    """Judgements of the same days belong together: those with nothing about time between them, or behind the last."""

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
        part = Chunk(chunk.joined if not parts else Role.COMMA, items[begin:end])
        _set(part, [(i - begin, kind, no) for i, kind, no in group], part.items)
        parts.append(part)
        begin = end
    return parts


def _spread_kinds(chunks: list[Chunk]) -> None:
    """Give chunks without a kind that of the words before them, or after them where those stand behind."""
    for i, chunk in enumerate(chunks):
        if not chunk.said or chunk.timely() or chunk.kind is None:
            continue
        if any(_role(item) in (Role.AFTER, Role.BEFORE) for item in chunk.items):
            continue  # "free after that"
        back = i - 1
        while back >= 0 and chunks[back].timely() and not chunks[back].said:
            chunks[back].kind, chunks[back].leaning, chunks[back].said = chunk.kind, chunk.leaning, True
            chunks[back].postfix = True
            back -= 1
        if back == i - 1 and i + 1 < len(chunks) and not chunks[i + 1].said:
            chunks[i + 1].kind, chunks[i + 1].leaning, chunks[i + 1].said = chunk.kind, chunk.leaning, True
    pending: list[Chunk] = []
    last: Chunk | None = None
    for chunk in chunks:
        if chunk.negated:
            continue
        if chunk.said and chunk.kind is not None:
            if chunk.postfix and chunk.timely():
                for other in pending:
                    _copy(chunk, other)
            elif last is not None:
                for other in pending:
                    _copy(last, other)
            pending = []
            last = chunk
        elif chunk.timely():
            if last is not None and not last.postfix:
                _copy(last, chunk)
            else:
                pending.append(chunk)
    if last is not None:
        for other in pending:
            if last.kind is not None and chunks.index(other) > chunks.index(last):
                _copy(last, other)


def _copy(source: Chunk, target: Chunk) -> None:
    target.kind, target.leaning = source.kind, source.leaning


# placing


def _place(chunk: Chunk, entries: list[Entry], waiting: list[Item], excepting: bool) -> bool:
    """Make an entry of a chunk, or add it to the one before; whether exceptions still go on."""
    items = chunk.items
    marks = {_role(item) for item in items}
    if Role.UNSUPPORTED in marks:
        where = next(item for item in items if _role(item) is Role.UNSUPPORTED)
        raise Unclear(Trouble.UNSUPPORTED, start=where.start, end=where.end)
    if not chunk.timely():
        if Role.EXCEPT in marks:
            return True
        if Role.CONDITION in marks and entries:
            _conditional(chunk, entries[-1])
        if (
            entries
            and (Role.NOT in marks or chunk.negated)
            and chunk.joined in (Role.BUT, Role.COMMA, Role.END)
            and chunk.kind is None
        ):
            raise Unclear(Trouble.AMBIGUOUS, start=items[0].start, end=items[-1].end)
        return excepting and chunk.joined in _WEAK
    if (
        excepting
        and entries
        and chunk.joined in (*_WEAK, Role.SEMICOLON)
        and not chunk.said
        and chunk.dated()
    ):
        entries[-1].excepts += [item for item in items if isinstance(item, Several)]
        return True
    if Role.EXCEPT in marks:
        return _except(chunk, entries, waiting)
    if chunk.joined is Role.BUT and entries and not chunk.said and _every_day(entries[-1]) and chunk.dated():
        entries[-1].excepts += [item for item in items if isinstance(item, Several)]
        for item in items:
            if not isinstance(item, Several):
                _attach(entries[-1], item)
        return False
    if chunk.joined is Role.BUT and entries and not chunk.said and _repeats(entries[-1]):
        several = [item for item in items if isinstance(item, Several)]
        if several and len(several) == len(items) and not any(isinstance(d, Every) for s in several for d in s.days):
            entries[-1].denied += several
            return False
    if chunk.negated and entries:
        _negate(chunk, entries)
        return False
    previous = entries[-1] if entries else None
    if previous is not None and _belongs(chunk, previous):
        for item in items:
            _attach(previous, item)
        previous.end = max(previous.end, items[-1].end)
        return False
    if not chunk.dated():
        if previous is None:
            waiting += items
            return False
        if chunk.said and chunk.kind is not previous.kind and chunk.kind is not None:
            if all(isinstance(x, (Mark, Time, Number)) for x in items):
                entries.append(_entry(chunk, items, days=previous.days, bounds=previous.bounds))
                return False
        for item in items:
            _attach(previous, item)
        return False
    entry = _entry(chunk, [*waiting, *items])
    waiting.clear()
    if Role.CONDITION in marks:
        _conditional(chunk, entry)
    entries.append(entry)
    return False


def _repeats(entry: Entry) -> bool:
    return any(isinstance(day, Every) for group in entry.days for day in group.days)


def _every_day(entry: Entry) -> bool:
    """Whether a statement is about more than one weekday, so that "but Monday" leaves one out."""
    days = [day for group in entry.days for day in group.days if isinstance(day, Every)]
    return any(day.unit == "day" or len(day.weekdays) > 1 for day in days)


def _belongs(chunk: Chunk, previous: Entry) -> bool:
    """Whether a chunk without days of its own, or with a bound or an echo, is about the entry before."""
    several = [item for item in chunk.items if isinstance(item, Several)]
    bounds = [item for item in chunk.items if isinstance(item, Bound)]
    same = not chunk.said or chunk.kind is previous.kind
    if bounds and not several:
        if any(bound.mark is Role.BACK for bound in bounds):
            return True
        repeats = any(isinstance(day, Every) for group in previous.days for day in group.days)
        return same and (repeats or not previous.days) and not (chunk.said and chunk.kind is Kind.FREE)
    if len(several) == 1 and same:
        days = several[0].days
        if len(days) == 1 and isinstance(days[0], Every) and days[0].bare and previous.days:
            return True
        if chunk.joined is Role.OPEN and not chunk.said and previous.days and _echoes(previous):
            return True
    return False


def _echoes(previous: Entry) -> bool:
    day = previous.days[-1].days[-1]
    return isinstance(day, (Every, Stretch)) or (isinstance(day, Day) and day.assumed is not None)


def _entry(
    chunk: Chunk, items: list[Item], *, days: list[Several] | None = None, bounds: list[Bound] | None = None
) -> Entry:
    entry = Entry(
        items[0].start, items[-1].end, chunk.kind, chunk.leaning, said=chunk.said, joined=chunk.joined
    )
    entry.days += days or []
    entry.bounds += [b for b in bounds or [] if days]
    if chunk.negated:
        entry.kind, entry.said = Kind.BUSY, True
    for item in items:
        _attach(entry, item)
    return entry


def _attach(entry: Entry, item: Item) -> None:
    match item:
        case Several():
            entry.days.append(item)
        case Time():
            entry.times.append(item)
        case Bound():
            entry.bounds.append(item)
        case Length():
            entry.lengths.append(item)
        case Number():
            entry.times.append(Time(item.start, item.end, Shape.AT, label="bare"))
        case Mark() if item.role is Role.ONLY:
            entry.only = True


def _conditional(chunk: Chunk, entry: Entry) -> None:
    """ "if it's a proper gig": a maybe that leans to what was said."""
    where = next(item for item in chunk.items if _role(item) is Role.CONDITION)
    if any(
        isinstance(item, (Several, Time, Bound, Number)) and item.start > where.start for item in chunk.items
    ):
        raise Unclear(Trouble.UNSUPPORTED, start=where.start, end=chunk.items[-1].end)
    if entry.kind is not Kind.MAYBE:
        entry.kind, entry.leaning = Kind.MAYBE, entry.kind


def _except(chunk: Chunk, entries: list[Entry], waiting: list[Item]) -> bool:
    """Days (and times) that are left out; what follows them is the statement's again."""
    at = next(i for i, item in enumerate(chunk.items) if _role(item) is Role.EXCEPT)
    before, after = chunk.items[:at], chunk.items[at + 1 :]
    if any(isinstance(item, (Several, Time, Bound)) for item in before):
        sub = Chunk(chunk.joined, before, chunk.kind, chunk.leaning, chunk.said, chunk.postfix)
        _place(sub, entries, waiting, False)
    if not entries and any(isinstance(item, Time) for item in waiting):
        every = Every(waiting[0].start, waiting[0].end, "day")
        entries.append(_entry(chunk, [*waiting, Several(every.start, every.end, (every,))]))
        waiting.clear()
    if not entries:
        raise Unclear(Trouble.AMBIGUOUS, start=chunk.items[at].start, end=chunk.items[at].end)
    entry = entries[-1]
    taken = False
    for item in after:
        if isinstance(item, Several) and not taken:
            entry.excepts.append(item)
            taken = True
        elif isinstance(item, Several) and all(isinstance(d, Stretch) for d in item.days) and taken:
            entry.days.append(item)
        elif isinstance(item, Several):
            entry.excepts.append(item)
        elif isinstance(item, Time) and not taken:
            entry.except_times.append(item)
            taken = True
        else:
            _attach(entry, item)
    entry.end = chunk.items[-1].end
    if (
        not taken
        and any(_role(item) is Role.WORD for item in after)
        and not any(isinstance(item, (Bound, Several)) for item in after)
    ):
        return True
    return taken or not after


def _negate(chunk: Chunk, entries: list[Entry]) -> None:
    """ "free Fridays, not the 15th"; "free Friday but not Saturday"."""
    previous = entries[-1]
    several = [item for item in chunk.items if isinstance(item, Several)]
    repeats = any(isinstance(day, Every) for group in previous.days for day in group.days)
    dated = several and all(not isinstance(day, Every) for group in several for day in group.days)
    if repeats and dated:
        previous.denied += several
        return
    if not several:
        raise Unclear(Trouble.AMBIGUOUS, start=chunk.items[0].start, end=chunk.items[-1].end)
    entry = _entry(chunk, chunk.items)
    entry.kind = Kind.FREE if previous.kind is Kind.BUSY else Kind.BUSY
    entries.append(entry)
