"""Rehearsals and gigs in words: when they are, and what they are."""

from datetime import datetime, timedelta
from typing import TypeVar

from core import formats
from core.scheduling.commitments.card import Note
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.kinds import CommitmentKind, Rsvp
from presentation.wording import Telling, Wording

T = TypeVar("T")

_KINDS = {CommitmentKind.REHEARSAL: "rehearsal", CommitmentKind.GIG: "gig"}
_KINDS_FIRST = {CommitmentKind.REHEARSAL: "Rehearsal", CommitmentKind.GIG: "Gig"}
"""The same at the start of a sentence."""


def hours(start: datetime, end: datetime, reader: Wording) -> str:
    """Start and end, with the day of the end if it is a day or more after the start."""
    if end - start < timedelta(days=1):
        return formats.hours(start.time(), end.time(), reader.locale)
    first = formats.clock(start.time(), reader.locale)
    last = formats.moment(end, reader.locale, today=reader.today)
    return reader.label("{start} to {end}", start=first, end=last)


def when(start: datetime, end: datetime, zone: str, reader: Wording) -> str:
    """The day and the hours; the zone where it is not the reader's."""
    day = formats.day(start.date(), reader.locale, today=reader.today)
    where = "" if zone == reader.zone else f" ({formats.city_of(zone)})"
    return f"{day}, {hours(start, end, reader)}{where}"


def when_of(commitment: Commitment, reader: Wording) -> str:
    """When a commitment is."""
    return when(commitment.start, commitment.end, commitment.zone, reader)


def what(commitment: Commitment, reader: Wording) -> str:
    """A rehearsal or a gig, as a word."""
    return reader.label(_KINDS[commitment.kind])


def what_first(commitment: Commitment, reader: Wording) -> str:
    """The same at the start of a sentence."""
    return reader.label(_KINDS_FIRST[commitment.kind])


def answered(answer: Rsvp | None, reader: Wording) -> str:
    """What somebody has answered."""
    return reader.label(_ANSWERED[answer])


_ANSWERED = {Rsvp.YES: "Can", Rsvp.MAYBE: "Maybe", Rsvp.NO: "Can't", None: "No answer yet"}


def answer_button(answer: Rsvp, reader: Wording) -> str:
    """The button with which one answers."""
    return reader.label(_BUTTONS[answer])


_BUTTONS = {Rsvp.YES: "I can", Rsvp.MAYBE: "Maybe", Rsvp.NO: "I can't"}


def note_words(note: Note, reader: Telling[T]) -> T:
    """What came of what was done about a commitment."""
    return reader.say(_NOTES[note])


_NOTES = {
    Note.ALREADY: "Nothing has changed: it was like this already.",
    Note.MOVED_SINCE: "It has moved since, so your answer was not kept. Here is how it stands.",
    Note.TOO_LATE: "Answers are closed. Here is how it stands.",
    Note.EVERYBODY: "Everybody who has to be there can.",
    Note.PUT_BACK: "It is back in the diary.",
    Note.TAKES: "Everybody who plays counts as busy then in their other bands.",
}
