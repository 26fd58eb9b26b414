"""Reduced items to statements: their ends, their kinds, and days shared with their neighbours."""

from core.scheduling.kinds import Kind
from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import (
    Boundary,
    DayForm,
    DayStretch,
    EntryForm,
    Every,
    Item,
    MarkForm,
    Number,
    Several,
    Span,
    Time,
    tag_of,
)
from core.scheduling.phrases.reading.attachment import (
    attach,
    belongs,
    days_of,
    leave_out,
    opened_span,
    repeats,
    same_weekday,
)
from core.scheduling.phrases.reading.chunks import WEAK, Chunk, chunks_of
from core.scheduling.phrases.reading.polarity import judged, spread_kinds
from core.scheduling.phrases.reading.source import UnclearWords
from core.scheduling.phrases.understanding import Trouble


def entries_of(items: list[Item]) -> list[EntryForm]:
    """The statements of a sentence."""
    working = any(tag_of(item) is Tag.WORK for item in items)
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
        self.entries: list[EntryForm] = []
        self.waiting: list[Item] = []
        """Times and bounds whose days are still to come."""
        self.denying: EntryForm | None = None
        """A statement that is a bare "not": "not Friday, not Saturday" denies both."""
        self.excepting = False
        """An "except" may go on into the next part: "bar match days (5/12, 19/12)"."""

    def place(self, chunk: Chunk) -> None:
        """Take one part, by the first rule that knows it."""
        where = next((item for item in chunk.items if tag_of(item) is Tag.UNSUPPORTED), None)
        if where is not None and not _spelt_out(chunk):
            raise UnclearWords(Trouble.UNSUPPORTED, start=where.start, end=where.end)
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
        """Give waiting times and bounds to a statement."""
        if self.waiting and self.entries:
            _attach_all(self.entries[-1], self.waiting)
        elif self.waiting:
            spoken = next((chunk for chunk in chunks if chunk.timely()), chunks[0])
            self.entries.append(_entry(spoken, self.waiting))
        if not self.entries:
            self._endless(chunks, items)

    def _endless(self, chunks: list[Chunk], items: list[Item]) -> None:
        """Add a statement without an end: "I'm away until further notice"."""
        endless = next((item for item in items if tag_of(item) is Tag.ENDLESS), None)
        said = next((chunk for chunk in chunks if chunk.said), None)
        if endless is not None and said is not None:
            entry = EntryForm(endless.start, endless.end, said.kind, said.leaning, said=True, endless=True)
            self.entries.append(entry)

    def _untimely(self, chunk: Chunk) -> bool:
        """Words without a time: an "except" to be filled, a condition, a bare "not"."""
        if chunk.timely():
            return False
        marks = {tag_of(item) for item in chunk.items}
        if Tag.EXCEPT in marks:
            self.excepting = True
            return True
        if chunk.rest:
            self._busy_otherwise(chunk)
            return True
        if Tag.CONDITION in marks and self.entries:
            _conditional(chunk, self.entries[-1])
        if self.entries and _denies_all(chunk, marks):
            raise UnclearWords(Trouble.AMBIGUOUS, start=chunk.items[0].start, end=chunk.items[-1].end)
        self.excepting = self.excepting and chunk.joined in WEAK
        return True

    def _busy_otherwise(self, chunk: Chunk) -> None:
        """Take "free 5 Dec, otherwise busy" as "only"; "otherwise free" changes nothing."""
        if chunk.kind is Kind.BUSY:
            for entry in self.entries:
                entry.only = entry.only or entry.kind is Kind.FREE

    def _more_exceptions(self, chunk: Chunk) -> bool:
        """Leave out the days that an "except" goes on with: "except 5 Dec, 12 Dec and 19 Dec"."""
        going_on = self.excepting and self.entries and chunk.joined in (*WEAK, Tag.SEMICOLON)
        listed = chunk.dated() and not any(isinstance(item, Boundary) for item in chunk.items)
        self.excepting = bool(going_on and not chunk.said and listed and not opened_span(chunk))
        if self.excepting:
            self.entries[-1].excepts += _severals(chunk)
        return self.excepting

    def _exceptions(self, chunk: Chunk) -> bool:
        """Leave days (and times) out; the items after them belong to the statement again."""
        at = next((i for i, item in enumerate(chunk.items) if tag_of(item) is Tag.EXCEPT), None)
        if at is None:
            return False
        before, after = chunk.items[:at], chunk.items[at + 1 :]
        if any(isinstance(item, (Several, Time, Boundary)) for item in before):
            self.place(Chunk(chunk.joined, before, chunk.kind, chunk.leaning, chunk.said, chunk.postfix))
        self._every_day_waiting(chunk)
        if not self.entries:
            raise UnclearWords(Trouble.AMBIGUOUS, start=chunk.items[at].start, end=chunk.items[at].end)
        days = days_of(self.entries[-1].days)
        single = bool(days) and all(isinstance(day, DayForm) for day in days)
        if single and any(isinstance(item, Several) for item in after):
            self._except_single_days(chunk, after)
        else:
            self._leave_out(chunk, after)
        return True

    def _every_day_waiting(self, chunk: Chunk) -> None:
        """Take hours before an "except" for those of every day: "evenings except Friday"."""
        if not self.entries and any(isinstance(item, Time) for item in self.waiting):
            every = Every(self.waiting[0].start, self.waiting[0].end, "day")
            self.entries.append(_entry(chunk, [*self.waiting, Several(every.start, every.end, (every,))]))
            self.waiting.clear()

    def _except_single_days(self, chunk: Chunk, left_out: list[Item]) -> None:
        """Leave hours out of a day that is named again: "Friday except Friday evening"."""
        entry = self.entries[-1]
        times = [item for item in left_out if isinstance(item, Time)]
        if times and not same_weekday(entry, left_out):
            raise UnclearWords(Trouble.UNSUPPORTED, start=left_out[0].start, end=left_out[-1].end)
        if times and not entry.times:
            entry.except_times += times
        else:
            self._opposite(chunk, left_out)

    def _leave_out(self, chunk: Chunk, left_out: list[Item]) -> None:
        """Leave days or hours out of days that repeat or last: "every Friday except 5 Dec"."""
        entry = self.entries[-1]
        taken = leave_out(entry, left_out)
        entry.end = chunk.items[-1].end
        limited = any(isinstance(item, (Boundary, Several)) for item in left_out)
        named = any(tag_of(item) is Tag.WORD for item in left_out) and not limited
        self.excepting = taken or named or not left_out

    def _opposite(self, chunk: Chunk, items: list[Item]) -> None:
        """State the opposite, as nothing can be left out of a single day: "Friday except Saturday"."""
        previous = self.entries[-1]
        entry = _entry(Chunk(chunk.joined, items), items)
        entry.kind, entry.said = Kind.FREE if previous.kind is Kind.BUSY else Kind.BUSY, True
        self.entries.append(entry)

    def _but(self, chunk: Chunk) -> bool:
        """Leave out the days after a "but": "any day but Monday", "every Friday but not the 11th"."""
        if chunk.joined is not Tag.BUT or not self.entries or chunk.said:
            return False
        previous, several = self.entries[-1], _severals(chunk)
        if chunk.dated() and _every_day(previous):
            previous.excepts += several
            _attach_all(previous, [item for item in chunk.items if not isinstance(item, Several)])
            return True
        if repeats(previous) and len(several) == len(chunk.items) and _are_dates(several):
            previous.denied += several
            return True
        return False

    def _denial(self, chunk: Chunk) -> bool:
        """Take a bare "not", as in "free Fridays, not the 15th"; "free Friday but not Saturday"."""
        if not chunk.negated or not self.entries:
            return False
        previous, several = self.entries[-1], _severals(chunk)
        if repeats(previous) and _are_dates(several):
            previous.denied += several
            return True
        if not several:
            raise UnclearWords(Trouble.AMBIGUOUS, start=chunk.items[0].start, end=chunk.items[-1].end)
        entry = _entry(chunk, chunk.items)
        opposed = previous.kind is Kind.BUSY and previous is not self.denying
        entry.kind = Kind.FREE if opposed else Kind.BUSY
        self.entries.append(entry)
        self.denying = entry if entry.kind is Kind.BUSY else None
        return True

    def _about_previous(self, chunk: Chunk) -> bool:
        """Add a part that means nothing alone to the statement before: "Fridays, from 5 Dec"."""
        if not self.entries or not belongs(chunk, self.entries[-1]):
            return False
        previous = self.entries[-1]
        _attach_all(previous, chunk.items)
        previous.end = max(previous.end, chunk.items[-1].end)
        return True

    def _times_alone(self, chunk: Chunk) -> bool:
        """Times without days: of the days before them, or of those to come."""
        if chunk.dated():
            return False
        if not self.entries:
            self.waiting += chunk.items
            return True
        if chunk.joined is not Tag.OPEN:
            _check_names(chunk)
        previous = self.entries[-1]
        if _other_hours(chunk, previous):
            self.entries.append(_entry(chunk, chunk.items, days=previous.days, bounds=previous.bounds))
        else:
            _attach_all(previous, chunk.items)
        return True

    def _statement(self, chunk: Chunk) -> bool:
        entry = _entry(chunk, [*self.waiting, *chunk.items])
        self.denying = entry if chunk.negated else None
        self.waiting.clear()
        if any(tag_of(item) is Tag.CONDITION for item in chunk.items):
            _conditional(chunk, entry)
        self.entries.append(entry)
        return True


def _denies_all(chunk: Chunk, marks: set[Tag | None]) -> bool:
    """Whether a "not" denies part of the statement before, but leaves open which part."""
    denies = Tag.NOT in marks or chunk.negated
    return denies and chunk.kind is None and chunk.joined in (Tag.BUT, Tag.COMMA, Tag.END)


def _check_names(chunk: Chunk) -> None:
    """Ask about parts of the day that have a name of their own: "Fridays and quiz nights"."""
    named = next((item for item in chunk.items if isinstance(item, Time) and item.named), None)
    if named is not None and named.many:
        raise UnclearWords(Trouble.AMBIGUOUS, start=named.start, end=named.end)


def _other_hours(chunk: Chunk, previous: EntryForm) -> bool:
    """Whether the hours are another kind for the days before: "Friday free till 5, busy after 8"."""
    other = chunk.said and chunk.kind is not None and chunk.kind is not previous.kind
    return other and all(isinstance(item, (MarkForm, Time, Number)) for item in chunk.items)


def _spelt_out(chunk: Chunk) -> bool:
    """Whether dates replace words that are not known: "school holidays 21 Dec to 4 Jan"."""
    days = days_of(_severals(chunk))
    return bool(days) and all(
        isinstance(day, Span) or (isinstance(day, DayForm) and day.month is not None) for day in days
    )


def _severals(chunk: Chunk) -> list[Several]:
    return [item for item in chunk.items if isinstance(item, Several)]


def _are_dates(several: list[Several]) -> bool:
    """Whether these are days that do not repeat."""
    return bool(several) and not any(isinstance(day, Every) for day in days_of(several))


def _attach_all(entry: EntryForm, items: list[Item]) -> None:
    for item in items:
        attach(entry, item)


def _every_day(entry: EntryForm) -> bool:
    """Whether a statement is about more than one weekday, so that "but Monday" leaves one out."""
    days = days_of(entry.days)
    return any(isinstance(day, Every) and (day.unit == "day" or len(day.weekdays) > 1) for day in days)


def _entry(
    chunk: Chunk,
    items: list[Item],
    *,
    days: list[Several] | None = None,
    bounds: list[Boundary] | None = None,
) -> EntryForm:
    entry = EntryForm(
        items[0].start, items[-1].end, chunk.kind, chunk.leaning, said=chunk.said, joined=chunk.joined
    )
    entry.days += days or []
    entry.bounds += [b for b in bounds or [] if days]
    if chunk.negated:
        entry.kind, entry.said = Kind.BUSY, True
    _attach_all(entry, items)
    entry.rest = chunk.rest or _is_rest(entry)
    return entry


def _is_rest(entry: EntryForm) -> bool:
    """Whether its days are the rest of something."""
    return any(isinstance(day, DayStretch) and day.unit == "rest" for day in days_of(entry.days))


def _conditional(chunk: Chunk, entry: EntryForm) -> None:
    """Make the statement a maybe that leans to its kind: "if it's a proper gig"."""
    where = next(item for item in chunk.items if tag_of(item) is Tag.CONDITION)
    if any(
        isinstance(item, (Several, Time, Boundary, Number)) and item.start > where.start
        for item in chunk.items
    ):
        raise UnclearWords(Trouble.UNSUPPORTED, start=where.start, end=chunk.items[-1].end)
    if entry.kind is not Kind.MAYBE:
        entry.kind, entry.leaning = Kind.MAYBE, entry.kind
