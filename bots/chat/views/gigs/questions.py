"""Questions about a band's diary."""

from bots.chat.reply import Paragraph, Strong
from bots.chat.results.gigs import (
    CommitmentUnclear,
    GigTimeUnsaid,
    NewLocationUnsaid,
    NewTimeUnsaid,
    OptionsShown,
)
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from bots.chat.views.gigs.rehearsals import options_words, propose_labels
from bots.chat.views.gigs.words import label, paragraphs, worry_lines
from core import formats
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.commitments.rescheduling import Doubled
from presentation.commitments import what, when, when_of


def _new_time(about: NewTimeUnsaid, reader: Reader) -> QuestionText:
    title = reader.say("When should the {what} be instead?", what=what(about.commitment, reader))
    now = reader.say("It is on {when}.", when=Strong(when_of(about.commitment, reader)))
    example = reader.say(
        "For example: {one}, {two} or {three}",
        one=Strong("Fri 11 Dec 19:00"),
        two=Strong("an hour later"),
        three=Strong("7:30"),
    )
    return title, (Paragraph(now), Paragraph(example))


def _new_place(about: NewLocationUnsaid, reader: Reader) -> QuestionText:
    title = reader.say(
        "Where is the {what} on {when}?",
        what=what(about.commitment, reader),
        when=Strong(when_of(about.commitment, reader)),
    )
    return title, (Paragraph(reader.say("For example: {example}", example=Strong("Unit 4"))),)


def _gig_time(about: GigTimeUnsaid, reader: Reader) -> QuestionText:
    day = formats.day(about.day, reader.locale, today=reader.today)
    title = reader.say("From when to when is the gig on {day}?", day=Strong(day))
    return title, (Paragraph(reader.say("For example: {example}", example=Strong("20:00-23:00"))),)


def _which(about: CommitmentUnclear, reader: Reader) -> QuestionText:
    return reader.say("Which one in the diary of {band}?", band=Strong(about.band)), ()


def _doubled(about: Doubled, reader: Reader) -> QuestionText:
    times = about.times
    title = reader.say(
        "Not everybody is free {when}", when=Strong(when(times.start, times.end, about.zone, reader))
    )
    ask = reader.say("Nothing is changed yet. Go on all the same?")
    return title, (*paragraphs(worry_lines(about.worries, reader)), Paragraph(ask))


def _slots(about: OptionsShown, reader: Reader) -> QuestionText:
    title, blocks = options_words(about, reader)
    where = reader.say("At {place}.", place=Strong(about.location)) if about.location else None
    return title, (*blocks, Paragraph(where)) if where else blocks


QUESTIONS: Questions = {
    NewTimeUnsaid: QuestionView(_new_time, lambda _: "Fri 11 Dec 19:00"),
    NewLocationUnsaid: QuestionView(_new_place, lambda _: "Unit 4"),
    GigTimeUnsaid: QuestionView(_gig_time, lambda _: "20:00-23:00"),
    CommitmentUnclear: QuestionView(_which),
    Doubled: QuestionView(_doubled, labels=lambda _, reader: (reader.label("All the same"),)),
    OptionsShown: QuestionView(_slots, labels=propose_labels),
}

LABELS: Labels = {Commitment: label}
