"""The one card of a rehearsal or gig, in each of its states, and what is asked before it changes."""

from bots.chat.buttons.conversation import UndoChange
from bots.chat.buttons.gigs import CallOff, CommitmentCard, ConfirmAnyway
from bots.chat.reply import Action, Block, Line, Paragraph, Reply, Strong, Tone, Weight, line, rows
from bots.chat.results.gigs import AnsweredOnTheWeb, CallOffAsked, CardNote, StandingShown
from bots.chat.turn import Reader
from bots.chat.views.gigs.words import buttons, facts, named, paragraphs, worry_lines
from core import formats
from core.moments import to_wall
from core.scheduling.commitments.card import Note, Standing
from core.scheduling.commitments.commitment import Phase
from core.scheduling.commitments.rehearsals import ConfirmAsked
from core.scheduling.commitments.rescheduling import Moved
from core.scheduling.kinds import Rsvp
from presentation.commitments import note_words, when
from presentation.words import called


def card(result: StandingShown, reader: Reader) -> Reply:
    """The commitment, everybody's answers, the deadline, and the buttons."""
    stands = result.standing
    blocks = card_blocks(stands, reader)
    if result.note is not None:
        blocks = [Paragraph(_note(result.note, stands, reader)), *blocks]
    pressed = buttons(stands, reader, decides=result.decides, undo=result.undo)
    return Reply(_title(stands, reader), tuple(blocks), pressed, _tone(stands))


def _note(note: Note | CardNote, standing: Standing, reader: Reader) -> Line:
    if isinstance(note, Note):
        return note_words(note, reader)
    end = formats.clock(standing.commitment.end.time(), reader.locale)
    return reader.say(_CARD_NOTES[note], end=end)


def card_blocks(standing: Standing, reader: Reader) -> list[Block]:
    """Everything on the card below its title."""
    blocks: list[Block] = []
    if told := facts(standing, reader):
        blocks.append(told)
    if standing.phase is Phase.PROPOSED:
        blocks.append(Paragraph(_until(standing, reader)))
    return [*blocks, *paragraphs(worry_lines(standing.worries, reader))]


def answered_on_the_web(result: AnsweredOnTheWeb, reader: Reader) -> Reply:
    """What the person has answered on a page, and [Undo]."""
    title = reader.say(_ANSWERED_THERE[result.answer], **named(result.standing, reader))
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    return Reply(title, (), rows(undo), _tone(result.standing))


_ANSWERED_THERE = {
    Rsvp.YES: "{sign} You can make it: {what} of {band}, {when}",
    Rsvp.MAYBE: "{sign} You may make it: {what} of {band}, {when}",
    Rsvp.NO: "{sign} You can't make it: {what} of {band}, {when}",
}


def confirm_asked(result: ConfirmAsked, reader: Reader) -> Reply:
    """The players who can't be counted on; [Confirm anyway]."""
    stands = result.standing
    title = reader.say("Not everybody is free: {what} of {band}, {when}", **named(stands, reader))
    blocks = paragraphs(worry_lines(stands.worries, reader))
    blocks.append(Paragraph(reader.say("Confirm it all the same?")))
    number = stands.commitment.id
    anyway = Action(reader.label("Confirm anyway"), ConfirmAnyway(number, result.seen), Weight.DANGER)
    back = Action(reader.label("Not yet"), CommitmentCard(number), Weight.FIRST)
    return Reply(title, tuple(blocks), rows(back, anyway), Tone.AMBER)


def call_off_asked(result: CallOffAsked, reader: Reader) -> Reply:
    """Asks whether it is meant."""
    stands = result.standing
    title = reader.say("Call off the {what} of {band}, {when}?", **named(stands, reader))
    number = stands.commitment.id
    keep = Action(reader.label("Keep it"), CommitmentCard(number))
    off = Action(reader.label("Call it off"), CallOff(number), Weight.DANGER)
    told = reader.say("Everybody concerned is told.")
    return Reply(title, (Paragraph(told),), rows(off, keep), Tone.AMBER)


def moved(result: Moved, reader: Reader) -> Reply:
    """The difference, and what becomes of the answers."""
    title, stays = difference(result, reader)
    blocks: list[Block] = [Paragraph(stays), *card_blocks(result.standing, reader)]
    return Reply(title, tuple(blocks), buttons(result.standing, reader), _tone(result.standing))


def difference(result: Moved, reader: Reader) -> tuple[Line, Line]:
    """The title says what has changed, the line below it what has not."""
    stands, before = result.standing, result.before
    now = stands.commitment
    parts = named(stands, reader)
    if (before.start, before.end) == (now.start, now.end):
        parts["place"] = Strong(now.location or "")
        title = reader.say("{sign} The {what} of {band} on {when} is at {place}", **parts)
        if before.location:
            stays = reader.say("It was at {place}. Everything else stands.", place=before.location)
            return title, stays
        return title, reader.say("Everything else stands.")
    parts["before"] = when(before.start, before.end, now.zone, reader)
    title = reader.say("{sign} The {what} of {band} has moved: {before} → {when}", **parts)
    if now.location and now.location != before.location:
        where = reader.say("It is at {place}.", place=now.location)
        return title, line(where, " ", reader.say(_ANEW)) if result.another_day else where
    if result.another_day:
        return title, reader.say(_ANEW)
    return title, reader.say("Everything else stands.")


def _title(standing: Standing, reader: Reader) -> Line:
    return reader.say(_TITLES[standing.phase], **named(standing, reader))


def _until(standing: Standing, reader: Reader) -> Line:
    by = Strong(called(standing.by, reader.locale))
    if standing.commitment.answer_by is None:
        return reader.say("{by} proposes it.", by=by)
    if standing.overdue:
        return reader.say("{by} proposes it. The time to answer is over.", by=by)
    until = to_wall(standing.commitment.answer_by, standing.commitment.zone)
    day = formats.day(until.date(), reader.locale, today=reader.today)
    clock = formats.clock(until.time(), reader.locale)
    if standing.commitment.zone == reader.zone:
        return reader.say("{by} proposes it. Answer by {day}, {clock}.", by=by, day=day, clock=clock)
    city = formats.city_of(standing.commitment.zone)
    sentence = "{by} proposes it. Answer by {day}, {clock} ({city})."
    return reader.say(sentence, by=by, day=day, clock=clock, city=city)


def _tone(standing: Standing) -> Tone:
    return {
        Phase.PROPOSED: Tone.DIARY,
        Phase.CONFIRMED: Tone.GREEN,
    }.get(standing.phase, Tone.PLAIN)


_TITLES = {
    Phase.PROPOSED: "{sign} {What} of {band}, {when}: can you?",
    Phase.CONFIRMED: "{sign} It is on: {what} of {band}, {when}",
    Phase.CALLED_OFF: "{sign} Called off: {what} of {band}, {when}",
    Phase.RAN_OUT: "{sign} Ran out: nobody confirmed the {what} of {band}, {when}",
    Phase.OVER: "{sign} Over: {what} of {band}, {when}",
}
_ANEW = "It is another day, so everybody is asked again."
_CARD_NOTES = {
    CardNote.END_TAKEN: "You said no end, so I took {end}.",
    CardNote.TOLD: "You are down as not coming, and they have been told.",
}
