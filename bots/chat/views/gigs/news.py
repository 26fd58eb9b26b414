"""Notices about rehearsals and gigs in words, each with why it was sent."""

from datetime import timedelta

from bots.chat.buttons.gigs import AnswerCommitment, CommitmentCard
from bots.chat.reply import Action, Block, Line, Paragraph, Reply, Strong, Tone, rows
from bots.chat.turn import Reader
from bots.chat.views.gigs.commitments import card_blocks, difference
from bots.chat.views.gigs.words import ANSWERS, buttons, named
from core.moments import to_wall
from core.scheduling.commitments.commitment import Clash, Phase
from core.scheduling.commitments.news import Reason, Told
from core.scheduling.commitments.rescheduling import Moved
from core.scheduling.kinds import Rsvp
from presentation.commitments import hours, what
from presentation.words import called, some

_DECIDERS = (Reason.DUE, Reason.READY, Reason.TURNED)


def told(result: Told, reader: Reader) -> Reply:
    """The news, the card as it stands, the buttons, and why it was sent."""
    if result.reason is Reason.AHEAD:
        return _ahead(result, reader)
    stands = result.standing
    title, lines = _words(result, reader)
    blocks: list[Block] = [Paragraph(each) for each in lines]
    if result.reason is not Reason.CALLED_OFF:
        blocks += card_blocks(stands, reader)
    if result.reason in (Reason.CONFIRMED, Reason.ENTERED):
        blocks.append(Paragraph(reader.say("Everybody who plays counts as busy then in their other bands.")))
    blocks += [Paragraph(doubled(each, reader)) for each in result.doubled]
    blocks.append(Paragraph(_because(result, reader)))
    tone = Tone.GREEN if stands.phase is Phase.CONFIRMED else Tone.DIARY
    return Reply(title, tuple(blocks), buttons(stands, reader, decides=result.decides), tone)


def doubled(clash: Clash, reader: Reader) -> Line:
    """A commitment of another of the reader's bands at that time; the band is their own, so it is named."""
    other = clash.commitment
    return reader.say(
        "You have something else then: the {what} of {band}, {hours}.",
        what=what(other, reader),
        band=clash.band,
        hours=hours(other.start, other.end, reader),
    )


def _words(result: Told, reader: Reader) -> tuple[Line, list[Line]]:
    """The title, and the lines before the card."""
    stands = result.standing
    if result.before is not None and result.reason in (Reason.MOVED, Reason.RELOCATED):
        another_day = result.before.start.date() != stands.commitment.start.date()
        title, stays = difference(Moved(stands, result.before, another_day=another_day), reader)
        return title, [stays]
    sentence = _OTHER_TITLES[result.reason] if _is_other(result) else _TITLES[result.reason]
    by = Strong(called(result.by or stands.by, reader.locale))
    title = reader.say(sentence, by=by, **named(stands, reader))
    if result.reason is Reason.CALLED_OFF:
        return title, [_called_off(result, reader)]
    if result.reason is Reason.DUE:
        can = sum(each.answer is Rsvp.YES for each in stands.responses)
        return title, [reader.say("{can} of {all} can.", can=str(can), all=str(len(stands.responses)))]
    return title, []


def _called_off(result: Told, reader: Reader) -> Line:
    """The person who called it off; and that the time is free again, if it was confirmed."""
    by = Strong(called(result.by, reader.locale))
    if result.standing.commitment.answer_by is None:
        return reader.say("{by} has called it off. That time is yours again.", by=by)
    return reader.say("{by} has called it off.", by=by)


_TITLES = {
    Reason.ASKED: "{sign} {by} proposes a {what} of {band}: {when}",
    Reason.NUDGED: "⏰ Still open: can you make the {what} of {band}, {when}?",
    Reason.DUE: "⏰ The time to answer is over: {what} of {band}, {when}",
    Reason.READY: "🟢 Everybody who has to be there can: {what} of {band}, {when}",
    Reason.CONFIRMED: "{sign} It is on: {what} of {band}, {when}",
    Reason.ENTERED: "{sign} {by} has entered a {what} of {band}: {when}",
    Reason.MOVED: "{sign} It is on: {what} of {band}, {when}",
    Reason.RELOCATED: "{sign} It is on: {what} of {band}, {when}",
    Reason.CALLED_OFF: "{sign} Called off: {what} of {band}, {when}",
    Reason.PUT_BACK: "{sign} Back in the diary: {what} of {band}, {when}",
    Reason.TURNED: "{sign} {by} can make it after all: {what} of {band}, {when}",
}
_OTHER_TITLES = {
    Reason.READY: "🟢 Everybody can: {what} of {band}, {when}",
    Reason.PUT_BACK: "{sign} Proposed again: {what} of {band}, {when}",
    Reason.TURNED: "{sign} {by} can't make it: {what} of {band}, {when}",
}
"""Titles of the same notices in the other case (`_is_other`)."""


def _is_other(result: Told) -> bool:
    """Everybody can, not only required players; it is a proposal again; the answer has turned to no."""
    stands = result.standing
    match result.reason:
        case Reason.READY:
            return all(each.answer is Rsvp.YES for each in stands.responses)
        case Reason.PUT_BACK:
            return stands.phase is Phase.PROPOSED
        case Reason.TURNED:
            return any(each.person == result.player and each.answer is Rsvp.NO for each in stands.responses)
        case _:
            return False


def _because(result: Told, reader: Reader) -> Line:
    band = result.standing.band.name
    if result.reason in (Reason.DUE, Reason.READY) and result.reader == result.standing.commitment.made_by:
        return reader.say("Sent because you proposed it.")
    if result.reason in _DECIDERS and result.decides:
        return reader.say("Sent because you decide for {band}.", band=band)
    if result.reason is Reason.NUDGED:
        return reader.say("Sent because you have not answered yet. I won't ask again.")
    return reader.say("Sent because you play in {band}.", band=band)


def _ahead(result: Told, reader: Reader) -> Reply:
    stands = result.standing
    commitment = stands.commitment
    blocks: list[Block] = []
    if commitment.location:
        blocks.append(Paragraph(reader.say("At {place}.", place=Strong(commitment.location))))
    coming = [each.name for each in stands.responses if each.answer is Rsvp.YES]
    if coming:
        names = some(coming, reader.locale)
        blocks.append(Paragraph(reader.say("Coming: {names}.", names=names)))
    blocks += [Paragraph(doubled(each, reader)) for each in result.doubled]
    blocks.append(Paragraph(reader.say("Sent because you play in {band}.", band=stands.band.name)))
    cannot = AnswerCommitment(commitment.id, ANSWERS.index(Rsvp.NO), commitment.revision)
    details = Action(reader.label("Details"), CommitmentCard(commitment.id))
    buttons = rows(details, Action(reader.label("I can't"), cannot))
    return Reply(_ahead_title(result, reader), tuple(blocks), buttons, Tone.DIARY)


def _ahead_title(result: Told, reader: Reader) -> Line:
    """How soon it is; and that this comes late, if so."""
    starts = result.standing.commitment
    parts = named(result.standing, reader)
    days = (starts.start.date() - to_wall(starts.starts_at - result.ahead, starts.zone).date()).days
    if not result.late:
        return reader.say(_SOON[min(days, 2)], n=str(days), **parts)
    minutes = int(result.ahead.total_seconds() // 60)
    if result.ahead < timedelta(hours=2):
        return reader.plural(minutes, _IN_A_MINUTE, _IN_MINUTES, **parts)
    return reader.say(_LATE[min(days, 2)], n=str(days or minutes // 60), **parts)


_IN_A_MINUTE = "⏰ Late, I was down: {what} of {band} in 1 minute, {when}"
_IN_MINUTES = "⏰ Late, I was down: {what} of {band} in {n} minutes, {when}"
_SOON = {
    0: "⏰ Today: {what} of {band}, {when}",
    1: "⏰ Tomorrow: {what} of {band}, {when}",
    2: "⏰ In {n} days: {what} of {band}, {when}",
}
_LATE = {
    0: "⏰ Late, I was down: {what} of {band} in {n} hours, {when}",
    1: "⏰ Late, I was down: {what} of {band} tomorrow, {when}",
    2: "⏰ Late, I was down: {what} of {band} in {n} days, {when}",
}
"""By how many days it is away, two standing for more."""
