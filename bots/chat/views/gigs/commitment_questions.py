"""What is asked back about a band's diary."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from bots.chat.reply import Block, Line, Paragraph, Strong
from bots.chat.turn import Reader
from bots.chat.views.gigs.commitment_words import paragraphs, what, when, when_of, worry_lines
from bots.chat.views.gigs.rehearsals import slots_words
from core import formats
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.commitments.rescheduling import Doubled
from core.scheduling.commitments.search import SlotsFound


@dataclass(frozen=True, slots=True)
class NewTimeUnsaid:
    """It is to be moved, and nobody has said to when."""

    commitment: Commitment

    PROMPT: ClassVar[str] = "To when?"
    EXAMPLE: ClassVar[str] = "Fri 11 Dec 19:00"


@dataclass(frozen=True, slots=True)
class NewPlaceUnsaid:
    """Where is it?"""

    commitment: Commitment

    PROMPT: ClassVar[str] = "Where?"
    EXAMPLE: ClassVar[str] = "Unit 4"


@dataclass(frozen=True, slots=True)
class GigTimeUnsaid:
    """A gig needs a time, and only the day was said."""

    day: date

    PROMPT: ClassVar[str] = "From when to when?"
    EXAMPLE: ClassVar[str] = "20:00-23:00"


@dataclass(frozen=True, slots=True)
class CommitmentUnclear:
    """Several things are to come in the band's diary."""

    band: str


def _new_time(about: NewTimeUnsaid, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    title = reader.say("When should the {what} be instead?", what=what(about.commitment))
    now = reader.say("It is on {when}.", when=Strong(when_of(about.commitment, reader)))
    example = reader.say(
        "For example: {one}, {two} or {three}",
        one=Strong("Fri 11 Dec 19:00"),
        two=Strong("an hour later"),
        three=Strong("7:30"),
    )
    return title, (Paragraph(now), Paragraph(example))


def _new_place(about: NewPlaceUnsaid, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    title = reader.say(
        "Where is the {what} on {when}?",
        what=what(about.commitment),
        when=Strong(when_of(about.commitment, reader)),
    )
    return title, (Paragraph(reader.say("For example: {example}", example=Strong("Unit 4"))),)


def _gig_time(about: GigTimeUnsaid, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    day = formats.day(about.day, reader.locale, today=reader.today)
    title = reader.say("From when to when is the gig on {day}?", day=Strong(day))
    return title, (Paragraph(reader.say("For example: {example}", example=Strong("20:00-23:00"))),)


def _which(about: CommitmentUnclear, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    return reader.say("Which one in the diary of {band}?", band=Strong(about.band)), ()


def _doubled(about: Doubled, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    times = about.times
    title = reader.say(
        "Not everybody is free {when}", when=Strong(when(times.start, times.end, about.zone, reader))
    )
    ask = reader.say("Nothing is changed yet. Go on all the same?")
    return title, (*paragraphs(worry_lines(about.worries, reader)), Paragraph(ask))


def _slots(about: SlotsFound, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    title, blocks = slots_words(about, reader)
    where = reader.say("At {place}.", place=Strong(about.place)) if about.place else None
    return title, (*blocks, Paragraph(where)) if where else blocks


ABOUT_COMMITMENTS: dict[type, Callable[[Any, Reader], tuple[Line, tuple[Block, ...]]]] = {
    NewTimeUnsaid: _new_time,
    NewPlaceUnsaid: _new_place,
    GigTimeUnsaid: _gig_time,
    CommitmentUnclear: _which,
    Doubled: _doubled,
    SlotsFound: _slots,
}
