"""Reduced items to statements: where one ends, what kind it is, what it shares with its neighbours."""

from core.scheduling.kinds import Kind
from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import (
    Bound,
    Day,
    Days,
    Entry,
    Every,
    Item,
    Mark,
    Number,
    Several,
    Span,
    Stretch,
    Time,
    role_of,
    weekday_only,
)
from core.scheduling.phrases.reading.belonging import attach, leave_out, repeats, same_weekday
from core.scheduling.phrases.reading.chunks import WEAK, Chunk, chunks_of
from core.scheduling.phrases.reading.polarity import judged, spread_kinds
from core.scheduling.phrases.reading.source import Unclear
from core.scheduling.phrases.understanding import Trouble


def entries_of(items: list[Item]) -> list[Entry]:
    """The statements of a sentence."""
    working = any(role_of(item) is Role.WORK for item in items)
    chunks = [part for chunk in chunks_of(items) for part in judged(chunk, working=working)]
    spread_kinds(chunks)
    builder = _Builder()
    for chunk in chunks:
        builder.place(chunk)
    builder.finish(chunks, items)
    return builder.entries


class _Builder:
    """Statements so far; each part of the sentence makes one, or adds to the one before."""

    __slots__ = ("denying", "entries", "excepting", "waiting")

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.waiting: list[Item] = []
        """Times and bounds whose days are still to come."""
        self.denying: Entry | None = None
        """A statement that is a bare "not": "not Friday, not Saturday" denies both."""
        self.excepting = False
        """An "except" may go on into the next part: "bar match days (5/12, 19/12)"."""

    def place(self, chunk: Chunk) -> None:
        """Take one part; the first of these that knows what it is keeps it."""
        where = next((item for item in chunk.items if role_of(item) is Role.UNSUPPORTED), None)
        if where is not None and not _spelt_out(chunk):
            raise Unclear(Trouble.UNSUPPORTED, start=where.start, end=where.end)
        _ = (
            self._untimely(chunk)
            or self._more_exceptions(chunk)
            or self._exceptions(chunk)
            or self._but(chunk)
            or self._denial(chunk)
            or self._about_previous(chunk)
            or self._times_alone(chunk)
            or self._statement(chunk)
        )

    def finish(self, chunks: list[Chunk], items: list[Item]) -> None:
        """Give what still waits to somebody."""
        if self.waiting:
            if self.entries:
                for item in self.waiting:
                    attach(self.entries[-1], item)
            else:
                spoken = next((chunk for chunk in chunks if chunk.timely()), chunks[0])
                self.entries.append(_entry(spoken, self.waiting))
        endless = next((item for item in items if role_of(item) is Role.ENDLESS), None)
        said = next((chunk for chunk in chunks if chunk.said), None)
        if not self.entries and endless is not None and said is not None:
            entry = Entry(endless.start, endless.end, said.kind, said.leaning, said=True, endless=True)
            self.entries.append(entry)

    def _untimely(self, chunk: Chunk) -> bool:
        """Words without a time: an "except" to be filled, a condition, a "not both"."""
        if chunk.timely():
            return False
        marks = {role_of(item) for item in chunk.items}
        if Role.EXCEPT in marks:
            self.excepting = True
            return True
        if chunk.rest:
            self._busy_otherwise(chunk)
            return True
        if Role.CONDITION in marks and self.entries:
            _conditional(chunk, self.entries[-1])
        denies = Role.NOT in marks or chunk.negated
        if (
            self.entries
            and denies
            and chunk.joined in (Role.BUT, Role.COMMA, Role.END)
            and chunk.kind is None
        ):
            raise Unclear(Trouble.AMBIGUOUS, start=chunk.items[0].start, end=chunk.items[-1].end)
        self.excepting = self.excepting and chunk.joined in WEAK
        return True

    def _busy_otherwise(self, chunk: Chunk) -> None:
        """Take "free 5 Dec, otherwise busy" as "only"; "otherwise free" is how it is anyway."""
        if chunk.kind is Kind.BUSY:
            for entry in self.entries:
                entry.only = entry.only or entry.kind is Kind.FREE

    def _more_exceptions(self, chunk: Chunk) -> bool:
        going_on = self.excepting and self.entries and chunk.joined in (*WEAK, Role.SEMICOLON)
        listed = chunk.dated() and not any(isinstance(item, Bound) for item in chunk.items)
        self.excepting = bool(going_on and not chunk.said and listed and not _opened_span(chunk))
        if self.excepting:
            self.entries[-1].excepts += _severals(chunk)
        return self.excepting

    def _exceptions(self, chunk: Chunk) -> bool:
        """Days (and times) that are left out; what follows them is the statement's again."""
        at = next((i for i, item in enumerate(chunk.items) if role_of(item) is Role.EXCEPT), None)
        if at is None:
            return False
        before, after = chunk.items[:at], chunk.items[at + 1 :]
        if any(isinstance(item, (Several, Time, Bound)) for item in before):
            self.place(Chunk(chunk.joined, before, chunk.kind, chunk.leaning, chunk.said, chunk.postfix))
        if not self.entries and any(isinstance(item, Time) for item in self.waiting):
            every = Every(self.waiting[0].start, self.waiting[0].end, "day")
            self.entries.append(_entry(chunk, [*self.waiting, Several(every.start, every.end, (every,))]))
            self.waiting.clear()
        if not self.entries:
            raise Unclear(Trouble.AMBIGUOUS, start=chunk.items[at].start, end=chunk.items[at].end)
        entry = self.entries[-1]
        single = entry.days and all(isinstance(day, Day) for group in entry.days for day in group.days)
        if single and any(isinstance(item, Several) for item in after):
            times = [item for item in after if isinstance(item, Time)]
            if times and not same_weekday(entry, after):
                raise Unclear(Trouble.UNSUPPORTED, start=after[0].start, end=after[-1].end)
            if times and not entry.times:
                entry.except_times += times
                return True
            return self._opposite(chunk, after)
        taken = leave_out(entry, after)
        entry.end = chunk.items[-1].end
        limited = any(isinstance(item, (Bound, Several)) for item in after)
        named = any(role_of(item) is Role.WORD for item in after) and not limited
        self.excepting = taken or named or not after
        return True

    def _opposite(self, chunk: Chunk, items: list[Item]) -> bool:
        """Nothing can be left out of single days: "free Friday but not Saturday" is two statements."""
        previous = self.entries[-1]
        entry = _entry(Chunk(chunk.joined, items), items)
        entry.kind, entry.said = Kind.FREE if previous.kind is Kind.BUSY else Kind.BUSY, True
        self.entries.append(entry)
        return True

    def _but(self, chunk: Chunk) -> bool:
        """Leave out what follows "but", as in "any day but Monday"; "every Friday but not the 11th"."""
        if chunk.joined is not Role.BUT or not self.entries or chunk.said:
            return False
        previous, several = self.entries[-1], _severals(chunk)
        if chunk.dated() and _every_day(previous):
            previous.excepts += several
            for item in chunk.items:
                if not isinstance(item, Several):
                    attach(previous, item)
            return True
        alone = several and len(several) == len(chunk.items)
        if alone and repeats(previous) and not any(isinstance(d, Every) for s in several for d in s.days):
            previous.denied += several
            return True
        return False

    def _denial(self, chunk: Chunk) -> bool:
        """Take a bare "not", as in "free Fridays, not the 15th"; "free Friday but not Saturday"."""
        if not chunk.negated or not self.entries:
            return False
        previous, several = self.entries[-1], _severals(chunk)
        dated = several and all(not isinstance(day, Every) for group in several for day in group.days)
        if repeats(previous) and dated:
            previous.denied += several
            return True
        if not several:
            raise Unclear(Trouble.AMBIGUOUS, start=chunk.items[0].start, end=chunk.items[-1].end)
        entry = _entry(chunk, chunk.items)
        opposed = previous.kind is Kind.BUSY and previous is not self.denying
        entry.kind = Kind.FREE if opposed else Kind.BUSY
        self.entries.append(entry)
        self.denying = entry if entry.kind is Kind.BUSY else None
        return True

    def _about_previous(self, chunk: Chunk) -> bool:
        if not self.entries or not _belongs(chunk, self.entries[-1]):
            return False
        previous = self.entries[-1]
        for item in chunk.items:
            attach(previous, item)
        previous.end = max(previous.end, chunk.items[-1].end)
        return True

    def _times_alone(self, chunk: Chunk) -> bool:
        """Times without days: of the days before them, or of those to come."""
        if chunk.dated():
            return False
        if not self.entries:
            self.waiting += chunk.items
            return True
        named = next((item for item in chunk.items if isinstance(item, Time) and item.named), None)
        if named is not None and named.many and chunk.joined is not Role.OPEN:
            raise Unclear(Trouble.AMBIGUOUS, start=named.start, end=named.end)  # "Fridays and quiz nights"
        previous = self.entries[-1]
        other = chunk.said and chunk.kind is not None and chunk.kind is not previous.kind
        if other and all(isinstance(item, (Mark, Time, Number)) for item in chunk.items):
            self.entries.append(_entry(chunk, chunk.items, days=previous.days, bounds=previous.bounds))
            return True
        for item in chunk.items:
            attach(previous, item)
        return True

    def _statement(self, chunk: Chunk) -> bool:
        entry = _entry(chunk, [*self.waiting, *chunk.items])
        self.denying = entry if chunk.negated else None
        self.waiting.clear()
        if any(role_of(item) is Role.CONDITION for item in chunk.items):
            _conditional(chunk, entry)
        self.entries.append(entry)
        return True


def _spelt_out(chunk: Chunk) -> bool:
    """Whether dates say what words cannot: "school holidays 21 Dec to 4 Jan"."""
    days = [day for group in _severals(chunk) for day in group.days]
    return bool(days) and all(
        isinstance(day, Span) or (isinstance(day, Day) and day.month is not None) for day in days
    )


def _severals(chunk: Chunk) -> list[Several]:
    return [item for item in chunk.items if isinstance(item, Several)]


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
        return (
            same and (repeats(previous) or not previous.days) and not (chunk.said and chunk.kind is Kind.FREE)
        )
    if len(several) == 1 and same:
        days = several[0].days
        if len(days) == 1 and isinstance(days[0], Every) and days[0].bare and previous.days:
            return True
        if chunk.joined in (Role.COMMA, Role.OPEN) and not chunk.said and _in_weeks(days, previous):
            return True
        if len(days) == 1 and isinstance(days[0], Every) and days[0].unit == "day" and _is_stretch(previous):
            return True
        if _opened_span(chunk) and repeats(previous):
            return True
        if chunk.joined is Role.OPEN and not chunk.said and previous.days and _echoes(previous):
            return True
    return False


def _in_weeks(days: tuple[Days, ...], previous: Entry) -> bool:
    """Whether "in even weeks" stands behind a comma, or before one: "Tuesdays, in even weeks"."""
    if len(days) == 1 and isinstance(days[0], Every) and days[0].season and days[0].parity is not None:
        several = [day for group in previous.days for day in group.days]
        return bool(several) and all(isinstance(day, Every) or weekday_only(day) for day in several)
    before = [day for group in previous.days for day in group.days]
    weeks = len(before) == 1 and isinstance(before[0], Every) and before[0].parity is not None
    if weeks and not previous.times and all(isinstance(day, Every) and day.unit == "week" for day in days):
        first, last = before[0], days[-1]
        raise Unclear(Trouble.AMBIGUOUS, start=first.start, end=last.end)  # these days, or these too
    return False


def _opened_span(chunk: Chunk) -> bool:
    """Whether a part is "from 5 Jan to 9 Feb" and nothing else, which limits what repeats before it."""
    item = chunk.items[0]
    day = item.days[0] if isinstance(item, Several) and len(item.days) == len(chunk.items) == 1 else None
    return isinstance(day, Span) and day.opened


def _is_stretch(previous: Entry) -> bool:
    """Whether a statement is about one stretch of whole days, so that "each day" may go on with it."""
    days = [day for group in previous.days for day in group.days]
    return len(days) == 1 and isinstance(days[0], (Span, Stretch)) and not previous.times


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
        attach(entry, item)
    entry.rest = chunk.rest or _is_rest(entry)
    return entry


def _is_rest(entry: Entry) -> bool:
    """Whether its days are the rest of something."""
    days = [day for group in entry.days for day in group.days]
    return any(isinstance(day, Stretch) and day.unit == "rest" for day in days)


def _conditional(chunk: Chunk, entry: Entry) -> None:
    """Make a maybe of it, as in "if it's a proper gig"; one that leans to what was said."""
    where = next(item for item in chunk.items if role_of(item) is Role.CONDITION)
    if any(
        isinstance(item, (Several, Time, Bound, Number)) and item.start > where.start for item in chunk.items
    ):
        raise Unclear(Trouble.UNSUPPORTED, start=where.start, end=chunk.items[-1].end)
    if entry.kind is not Kind.MAYBE:
        entry.kind, entry.leaning = Kind.MAYBE, entry.kind
