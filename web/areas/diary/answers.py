"""What is said on the page after a change of one's calendar, or where something cannot be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core import formats
from core.ids import ChangeId
from core.journal import Gone, Superseded
from core.scheduling.availability.freshness import Confirmed
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.commitment import Clash
from core.scheduling.diary.by_hand import DateMoved, Handled, ZoneNeeded
from core.scheduling.diary.corrections import EntryForgotten
from core.scheduling.diary.entries import DateSpared
from core.scheduling.diary.in_words import KindUnchosen, RestUnclear, WordsUnclear
from core.scheduling.diary.marking import AlreadyFree, AlreadySo, Marked, Occurrence
from core.scheduling.diary.pointed import (
    HourSkipped,
    PointedBackwards,
    PointedPast,
    PointedTooLong,
    SeriesStays,
    WholeDaysStay,
)
from core.scheduling.kinds import CommitmentKind, Kind
from core.undo import Undone
from presentation.commitments import when_of
from presentation.rules.sentences import entry_words, occurrence, rule_words
from web.areas.diary.sent import SentUnread
from web.reader import PageReader


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """A few lines, and the change that [Undo] takes back."""

    said: str
    notes: tuple[str, ...] = ()
    undo: ChangeId | None = None
    refused: bool = False
    """Nothing was changed."""

    def json(self) -> dict[str, object]:
        """The same for a script."""
        return {"said": self.said, "notes": self.notes, "undo": self.undo, "refused": self.refused}


def answer_of(done: Handled | Undone, reader: PageReader) -> PageAnswer:
    """The answer to what was done."""
    match done:
        case Marked():
            return _marked(done, reader)
        case AlreadySo():
            return PageAnswer(reader.label("Already so: {entries}", entries=_entries(done.said, reader)))
        case AlreadyFree():
            return PageAnswer(reader.label("You were free then already."), undo=done.change)
        case Confirmed():
            return PageAnswer(reader.label("You were free then already."))
        case DateMoved():
            day = reader.day(done.begins.date())
            before = reader.label("In place of {day}: {entry}", day=day, entry=_entry(done.said, reader))
            notes = (before, *_clash_notes(done.clashes, reader))
            return PageAnswer(_entry(done.moved, reader), notes, done.change)
        case EntryForgotten():
            return PageAnswer(_no_longer(done.said, reader), undo=done.change)
        case DateSpared():
            left_out = reader.label(
                "Not on {day}: {entry}", day=reader.day(done.day), entry=_entry(done.said, reader)
            )
            return PageAnswer(left_out, undo=done.change)
        case Undone():
            return _undone(done, reader)


def _marked(done: Marked, reader: PageReader) -> PageAnswer:
    notes = []
    if done.before is not None:
        notes.append(reader.label("Before: {entry}", entry=_entry(done.before, reader)))
    if any(each.rule.repeat for each in done.said) and done.next:
        whole = all(each.rule.all_day for each in done.said)
        notes.append(reader.label("Next: {days}", days=_days(done.next, reader, whole=whole)))
    notes += _clash_notes(done.clashes, reader)
    return PageAnswer(_entries(done.said, reader), tuple(notes), done.change)


def _days(coming: Sequence[Occurrence], reader: PageReader, *, whole: bool) -> str:
    return ", ".join(dict.fromkeys(occurrence(start, end, reader, whole_days=whole) for start, end in coming))


def _undone(done: Undone, reader: PageReader) -> PageAnswer:
    gone = [_no_longer([each], reader) for each in done.said]
    back = [_entry(each, reader) for each in done.back]
    title = "Already taken back." if done.before else "Taken back."
    return PageAnswer(reader.label(title), (*gone, *back))


def _entry(said: Availability, reader: PageReader) -> str:
    return entry_words(said.kind, said.rule, reader)


def _entries(said: Sequence[Availability], reader: PageReader) -> str:
    return "; ".join(_entry(each, reader) for each in said)


_NO_LONGER = {
    Kind.BUSY: "No longer busy {rule}",
    Kind.MAYBE: "No longer maybe {rule}",
    Kind.FREE: "No longer free {rule}",
}


def _no_longer(said: Sequence[Availability], reader: PageReader) -> str:
    return "; ".join(reader.label(_NO_LONGER[each.kind], rule=rule_words(each.rule, reader)) for each in said)


_CLASHES = {
    CommitmentKind.REHEARSAL: "That clashes with your rehearsal with {band} on {when}.",
    CommitmentKind.GIG: "That clashes with your gig with {band} on {when}.",
}


def _clash_notes(clashes: Sequence[Clash], reader: PageReader) -> list[str]:
    return [
        reader.label(_CLASHES[each.commitment.kind], band=each.band, when=when_of(each.commitment, reader))
        for each in clashes
    ]


def refusal_of(refusal: Exception, reader: PageReader) -> PageAnswer | None:
    """What is said where something cannot be done; None: it is nothing that this page knows of."""
    if isinstance(refusal, HourSkipped):
        day = reader.day(refusal.day)
        words = reader.label("On {day} the clocks go forward, and that hour is left out.", day=day)
        return PageAnswer(words, refused=True)
    template = _REFUSALS.get(type(refusal))
    return PageAnswer(reader.label(template), refused=True) if template else None


_REFUSALS: dict[type[Exception], str] = {
    SentUnread: "I need a day, and the hours or the whole day.",
    PointedBackwards: "The end has to come after the start.",
    PointedTooLong: "That is too long: a year at most, and a week where it comes every week.",
    PointedPast: "That is over already.",
    WholeDaysStay: "Whole days stay whole days, and hours stay hours.",
    SeriesStays: "All of its dates cannot move to another day. Move this one alone, or say it anew.",
    ZoneNeeded: "First say in chat where you live: /timezone and your city.",
    WordsUnclear: "I can't tell when that is. For example: every Tuesday evening until Easter",
    KindUnchosen: "Busy, maybe or free? The words and the choice beside them have to agree.",
    RestUnclear: "That leaves open what the rest of the time is. Say it in chat, where I can ask.",
    Gone: "That is no longer in your calendar.",
    Superseded: "Your calendar has changed since, so that stays.",
}


def hours_words(start: datetime, end: datetime, reader: PageReader) -> str:
    """A span with its day: "Fri 4 Dec, 18:00-23:00"."""
    day = reader.day(start.date())
    if end - start < timedelta(days=1):
        return reader.label("{day}, {hours}", day=day, hours=reader.hours(start.time(), end.time()))
    first = formats.moment(start, reader.locale, today=reader.today)
    last = formats.moment(end, reader.locale, today=reader.today)
    return reader.label("{first} to {last}", first=first, last=last)
