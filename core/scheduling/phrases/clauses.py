"""Reduced items to statements: where one ends, what kind it is, what it shares with its neighbours."""

from core.scheduling.kinds import Kind
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
    role_of,
)
from core.scheduling.phrases.polarity import WEAK, Chunk, chunks_of, judged, spread_kinds
from core.scheduling.phrases.source import Unclear
from core.scheduling.phrases.understanding import Trouble


def entries_of(items: list[Item]) -> list[Entry]:
    """The statements of a sentence."""
    working = any(role_of(item) is Role.WORK for item in items)
    chunks = [part for chunk in chunks_of(items) for part in judged(chunk, working=working)]
    spread_kinds(chunks)
    entries: list[Entry] = []
    waiting: list[Item] = []
    excepting = False
    for chunk in chunks:
        excepting = _place(chunk, entries, waiting, excepting)
    if not entries and not waiting:
        endless = next((item for item in items if role_of(item) is Role.ENDLESS), None)
        if endless is not None and any(chunk.said for chunk in chunks):
            spoken = next(chunk for chunk in chunks if chunk.said)
            entries.append(
                Entry(endless.start, endless.end, spoken.kind, spoken.leaning, said=True, endless=True)
            )
    if waiting:
        if not entries:
            spoken = next((chunk for chunk in chunks if chunk.timely()), chunks[0])
            return [_entry(spoken, waiting)]
        for item in waiting:
            _attach(entries[-1], item)
    return entries


# polarity


# placing


def _place(chunk: Chunk, entries: list[Entry], waiting: list[Item], excepting: bool) -> bool:
    """Make an entry of a chunk, or add it to the one before; whether exceptions still go on."""
    items = chunk.items
    marks = {role_of(item) for item in items}
    if Role.UNSUPPORTED in marks:
        where = next(item for item in items if role_of(item) is Role.UNSUPPORTED)
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
        return excepting and chunk.joined in WEAK
    if excepting and entries and chunk.joined in (*WEAK, Role.SEMICOLON) and not chunk.said and chunk.dated():
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
        if (
            several
            and len(several) == len(items)
            and not any(isinstance(d, Every) for s in several for d in s.days)
        ):
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
    where = next(item for item in chunk.items if role_of(item) is Role.CONDITION)
    if any(
        isinstance(item, (Several, Time, Bound, Number)) and item.start > where.start for item in chunk.items
    ):
        raise Unclear(Trouble.UNSUPPORTED, start=where.start, end=chunk.items[-1].end)
    if entry.kind is not Kind.MAYBE:
        entry.kind, entry.leaning = Kind.MAYBE, entry.kind


def _except(chunk: Chunk, entries: list[Entry], waiting: list[Item]) -> bool:
    """Days (and times) that are left out; what follows them is the statement's again."""
    at = next(i for i, item in enumerate(chunk.items) if role_of(item) is Role.EXCEPT)
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
        and any(role_of(item) is Role.WORD for item in after)
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
