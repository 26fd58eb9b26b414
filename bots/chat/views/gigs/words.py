"""The words that every card, list and notice about a commitment is made of."""

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
from bots.chat.buttons.publications import EntryFile
from bots.chat.reply import Action, Block, Button, Facts, Line, Paragraph, Strong, Weight, Words, line
from bots.chat.turn import Reader
from core import formats
from core.ids import ChangeId, CommitmentId
from core.scheduling.commitments.card import Standing, Worry
from core.scheduling.commitments.commitment import Commitment, Phase
from core.scheduling.kinds import CommitmentKind, Rsvp
from presentation.commitments import answer_button, answered, hours, what, what_first, when_of

ANSWERS = (Rsvp.YES, Rsvp.MAYBE, Rsvp.NO)
"""By the number that stands for each on a button."""


def label(commitment: Commitment, reader: Reader) -> str:
    """A commitment on a button ("Tue 1 Dec 19:00 rehearsal")."""
    return reader.label(
        "{day} {time} {what}",
        day=formats.day(commitment.start.date(), reader.locale, today=reader.today),
        time=formats.clock(commitment.start.time(), reader.locale),
        what=what(commitment, reader),
    )


_SIGNS = {CommitmentKind.REHEARSAL: "📅", CommitmentKind.GIG: "🎤"}


def named(standing: Standing, reader: Reader) -> dict[str, Words]:
    """The parts of a title: {sign} {What} or {what} of {band}, {when}."""
    commitment = standing.commitment
    return {
        "sign": _SIGNS[commitment.kind],
        "what": what(commitment, reader),
        "What": what_first(commitment, reader),
        "band": Strong(standing.band.name),
        "when": Strong(when_of(commitment, reader)),
    }


def facts(standing: Standing, reader: Reader) -> Block | None:
    """The location and everybody's answers; None: there are neither."""
    pairs: list[tuple[str, Line]] = []
    if standing.commitment.location:
        pairs.append((reader.label("Where"), line(standing.commitment.location)))
    for answer in (*ANSWERS, None):
        names = [each.name for each in standing.responses if each.answer is answer]
        if names and (answer is not None or standing.phase in (Phase.PROPOSED, Phase.CONFIRMED)):
            pairs.append((answered(answer, reader), line(formats.listing(names, reader.locale))))
    return Facts(tuple(pairs)) if pairs else None


def worry_lines(worries: tuple[Worry, ...], reader: Reader) -> list[Line]:
    """The players who are busy, and when, and those who have said no; nobody's reasons."""
    lines = []
    for each in worries:
        if each.said_no:
            lines.append(reader.say("{name} has said no.", name=Strong(each.name)))
        else:
            spans = ", ".join(hours(start, end, reader) for start, end in each.busy)
            lines.append(reader.say("{name} is busy {hours}.", name=Strong(each.name), hours=spans))
    return lines


def paragraphs(lines: list[Line]) -> list[Block]:
    """A paragraph for each line."""
    return [Paragraph(each) for each in lines]


def buttons(
    standing: Standing, reader: Reader, *, decides: bool = True, undo: ChangeId | None = None
) -> tuple[tuple[Button, ...], ...]:
    """The buttons of a card as it stands; with `decides` those that only some may press."""
    number, label = standing.commitment.id, reader.label
    refresh = (Action(label("Answers"), CommitmentCard(number)),)
    rows: list[tuple[Button, ...]] = []
    match standing.phase:
        case Phase.PROPOSED:
            weight = Weight.FIRST if standing.ready else Weight.PLAIN
            confirm = Action(label("Confirm"), ConfirmCommitment(number), weight)
            rows = [_answers(standing, reader), (confirm, *_changes(number, reader)), refresh]
        case Phase.CONFIRMED:
            can, _, cannot = _answers(standing, reader)
            changes = _changes(number, reader)
            file = Action(label("Calendar file"), EntryFile(number))
            rows = [(can, cannot), changes[:1] if standing.commitment.agreed else changes, (*refresh, file)]
        case Phase.CALLED_OFF if standing.commitment.agreed:
            pass
        case Phase.CALLED_OFF:
            rows = [(), (Action(label("Put back"), PutBack(number)),)]
        case Phase.RAN_OUT | Phase.OVER:
            pass
    if rows and not decides:
        del rows[1]
    if undo is not None:
        rows.append((Action(label("Undo"), UndoChange(undo)),))
    return tuple(row for row in rows if row)


def _answers(standing: Standing, reader: Reader) -> tuple[Button, Button, Button]:
    """[I can], [Maybe] and [I can't], about the times that the card shows."""
    number, revision = standing.commitment.id, standing.commitment.revision
    can, maybe, cannot = (AnswerCommitment(number, place, revision) for place in range(len(ANSWERS)))
    return (
        Action(answer_button(Rsvp.YES, reader), can, Weight.FIRST),
        Action(answer_button(Rsvp.MAYBE, reader), maybe),
        Action(answer_button(Rsvp.NO, reader), cannot),
    )


def _changes(number: CommitmentId, reader: Reader) -> tuple[Button, Button, Button]:
    return (
        Action(reader.label("Cancel"), AskToCallOff(number), Weight.DANGER),
        Action(reader.label("Move"), AskNewTime(number)),
        Action(reader.label("Place"), AskWhere(number)),
    )
