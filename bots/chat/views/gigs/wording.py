"""The words that every card, list and notice about a commitment is made of."""

from datetime import datetime, timedelta

from bots.chat.buttons.conversation import UndoChange
from bots.chat.buttons.gigs import (
    AnswerCommitment,
    AskNewTime,
    AskToCallOff,
    AskWhere,
    CommitmentCard,
    ConfirmCommitment,
    PutBack,
)
from bots.chat.reply import Action, Block, Button, Facts, Line, Paragraph, Strong, Weight, line
from bots.chat.turn import Reader
from core import formats
from core.ids import ChangeId
from core.scheduling.commitments.card import Standing, Worry
from core.scheduling.commitments.commitment import Commitment, Phase
from core.scheduling.kinds import CommitmentKind, Rsvp

ANSWERS = (Rsvp.YES, Rsvp.MAYBE, Rsvp.NO)
"""By the number that stands for each on a button."""


def hours(start: datetime, end: datetime, reader: Reader) -> str:
    """From when to when, with the day of the end where it is not plainly the night of the start."""
    if end - start >= timedelta(days=1):
        last = formats.moment(end, reader.locale, today=reader.today)
        return f"{formats.clock(start.time(), reader.locale)} to {last}"
    return formats.hours(start.time(), end.time(), reader.locale)


def when(start: datetime, end: datetime, zone: str, reader: Reader) -> str:
    """The day and the hours; the zone where it is not the reader's."""
    day = formats.day(start.date(), reader.locale, today=reader.today)
    where = "" if zone == reader.zone else f" ({formats.city_of(zone)})"
    return f"{day}, {hours(start, end, reader)}{where}"


def when_of(commitment: Commitment, reader: Reader) -> str:
    """When a commitment is."""
    return when(commitment.start, commitment.end, commitment.zone, reader)


def label(commitment: Commitment, reader: Reader) -> str:
    """It on a button."""
    day = formats.day(commitment.start.date(), reader.locale, today=reader.today)
    return f"{day} {formats.clock(commitment.start.time(), reader.locale)} {what(commitment)}"


def sign(commitment: Commitment) -> str:
    """The sign at the start of a card."""
    return "🎤" if commitment.kind is CommitmentKind.GIG else "📅"


def what(commitment: Commitment) -> str:
    """A rehearsal or a gig, as a word."""
    return {CommitmentKind.REHEARSAL: "rehearsal", CommitmentKind.GIG: "gig"}[commitment.kind]


def named(standing: Standing, reader: Reader) -> dict[str, str | Strong]:
    """The parts of a title: {what} of {band}, {when}."""
    return {
        "what": what(standing.commitment),
        "band": Strong(standing.band.name),
        "when": Strong(when_of(standing.commitment, reader)),
    }


def facts(standing: Standing, reader: Reader) -> Block | None:
    """Where, and who has said what; None: there is nothing to say of either."""
    pairs: list[tuple[str, Line]] = []
    if standing.commitment.place:
        pairs.append(("Where", line(standing.commitment.place)))
    labels = {Rsvp.YES: "Can", Rsvp.MAYBE: "Maybe", Rsvp.NO: "Can't", None: "No answer yet"}
    for answer, label in labels.items():
        names = [each.name for each in standing.said if each.answer is answer]
        if names and (answer is not None or standing.phase in (Phase.PROPOSED, Phase.CONFIRMED)):
            pairs.append((label, line(formats.listing(names, reader.locale))))
    return Facts(tuple(pairs)) if pairs else None


def worry_lines(worries: tuple[Worry, ...], reader: Reader) -> list[Line]:
    """Who is busy when, and who has said no; nobody's reasons."""
    lines = []
    for each in worries:
        if each.said_no:
            lines.append(reader.say("{name} has said no.", name=Strong(each.name)))
        else:
            spans = ", ".join(hours(start, end, reader) for start, end in each.busy)
            lines.append(reader.say("{name} is busy {hours}.", name=Strong(each.name), hours=spans))
    return lines


def paragraphs(lines: list[Line]) -> list[Block]:
    """Each line by itself."""
    return [Paragraph(each) for each in lines]


def buttons(
    standing: Standing, *, decides: bool = True, undo: ChangeId | None = None
) -> tuple[tuple[Button, ...], ...]:
    """What can be pressed on a card as it stands."""
    number, revision = standing.commitment.id, standing.commitment.revision
    answers = {
        said: Action(label, AnswerCommitment(number, ANSWERS.index(said), revision), weight)
        for said, label, weight in (
            (Rsvp.YES, "I can", Weight.FIRST),
            (Rsvp.MAYBE, "Maybe", Weight.PLAIN),
            (Rsvp.NO, "I can't", Weight.PLAIN),
        )
    }
    change = (
        Action("Cancel", AskToCallOff(number), Weight.DANGER),
        Action("Move", AskNewTime(number)),
        Action("Place", AskWhere(number)),
    )
    refresh = Action("Answers", CommitmentCard(number))
    confirm = Action("Confirm", ConfirmCommitment(number), Weight.FIRST if standing.ready else Weight.PLAIN)
    rows: list[tuple[Button, ...]] = []
    match standing.phase:
        case Phase.PROPOSED:
            rows = [tuple(answers.values()), (confirm, *change), (refresh,)]
        case Phase.CONFIRMED:
            rows = [(answers[Rsvp.YES], answers[Rsvp.NO]), change, (refresh,)]
        case Phase.CALLED_OFF:
            rows = [(), (Action("Put back", PutBack(number)),)]
        case Phase.RAN_OUT | Phase.OVER:
            pass
    if rows and not decides:
        del rows[1]
    if undo is not None:
        rows.append((Action("Undo", UndoChange(undo)),))
    return tuple(row for row in rows if row)
