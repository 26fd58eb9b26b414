"""What people are told about a rehearsal or a gig without asking, and why."""

from datetime import timedelta

from bots.chat.buttons.gigs import AnswerCommitment, CommitmentCard
from bots.chat.reply import Action, Block, Line, Paragraph, Reply, Strong, Tone, line, rows
from bots.chat.turn import Reader
from bots.chat.views.gigs.commitments import card_blocks, difference
from bots.chat.views.gigs.wording import ANSWERS, buttons, hours, named, sign, what
from core.moments import to_wall
from core.scheduling.commitments.commitment import Clash, Phase
from core.scheduling.commitments.news import Reason, Told
from core.scheduling.commitments.rescheduling import Moved
from core.scheduling.kinds import Rsvp
from presentation.words import called, plural, some

_DECIDERS = (Reason.DUE, Reason.READY, Reason.TURNED)


def told(result: Told, reader: Reader) -> Reply:
    """What has happened, how it stands, what one can do, and why it was sent."""
    if result.why is Reason.AHEAD:
        return _ahead(result, reader)
    stands = result.standing
    title, lines = _words(result, reader)
    blocks: list[Block] = [Paragraph(each) for each in lines]
    if result.why is not Reason.CALLED_OFF:
        blocks += card_blocks(stands, reader)
    if result.why in (Reason.CONFIRMED, Reason.ENTERED):
        blocks.append(Paragraph(reader.say("Whoever plays counts as busy then in other bands.")))
    blocks += [Paragraph(doubled(each, reader)) for each in result.doubled]
    blocks.append(Paragraph(_because(result, reader)))
    tone = Tone.GREEN if stands.phase is Phase.CONFIRMED else Tone.DIARY
    return Reply(title, tuple(blocks), buttons(stands, decides=result.decides), tone)


def doubled(touching: Clash, reader: Reader) -> Line:
    """What else takes the reader's own time then; they may see which."""
    other = touching.commitment
    return reader.say(
        "You have something else then: the {what} of {band}, {hours}.",
        what=what(other),
        band=touching.band,
        hours=hours(other.start, other.end, reader),
    )


def _words(result: Told, reader: Reader) -> tuple[Line, list[Line]]:
    stands = result.standing
    parts = {**named(stands, reader), "by": Strong(called(result.by or stands.by))}
    by = line(Strong(called(result.by)))
    match result.why:
        case Reason.MOVED | Reason.PLACED if result.before is not None:
            day = result.before.start.date() != stands.commitment.start.date()
            title, stays = difference(Moved(stands, result.before, anew=day), reader)
            return title, [stays]
        case Reason.CALLED_OFF:
            taken = stands.commitment.answer_by is None
            yours = " That time is yours again." if taken else ""
            off = reader.say("{by} has called it off." + yours, by=by)
            return line(f"{sign(stands.commitment)} ", reader.say(_TITLES[result.why], **parts)), [off]
        case Reason.PUT_BACK if stands.phase is Phase.PROPOSED:
            again = reader.say("Proposed again: {what} of {band}, {when}", **parts)
            return line(f"{sign(stands.commitment)} ", again), []
        case Reason.DUE:
            can = sum(each.answer is Rsvp.YES for each in stands.said)
            sentence = reader.say("{can} of {all} can.", can=str(can), all=str(len(stands.said)))
            return reader.say("⏰ " + _TITLES[result.why], **parts), [sentence]
        case Reason.NUDGED:
            return reader.say("⏰ " + _TITLES[result.why], **parts), []
        case Reason.READY:
            all_can = all(each.answer is Rsvp.YES for each in stands.said)
            words = "Everybody can: {what} of {band}, {when}" if all_can else _TITLES[result.why]
            return reader.say("🟢 " + words, **parts), []
        case Reason.TURNED:
            player = next((each for each in stands.said if each.person == result.player), None)
            no = player is not None and player.answer is Rsvp.NO
            words = "{by} can't make it: {what} of {band}, {when}" if no else _TITLES[result.why]
            return line(f"{sign(stands.commitment)} ", reader.say(words, **parts)), []
        case _:
            return line(f"{sign(stands.commitment)} ", reader.say(_TITLES[result.why], **parts)), []


_TITLES = {
    Reason.ASKED: "{by} proposes a {what} of {band}: {when}",
    Reason.NUDGED: "Still open: can you make the {what} of {band}, {when}?",
    Reason.DUE: "The time to answer is over: {what} of {band}, {when}",
    Reason.READY: "Everybody who has to be there can: {what} of {band}, {when}",
    Reason.CONFIRMED: "It is on: {what} of {band}, {when}",
    Reason.ENTERED: "{by} has entered a {what} of {band}: {when}",
    Reason.MOVED: "It is on: {what} of {band}, {when}",
    Reason.PLACED: "It is on: {what} of {band}, {when}",
    Reason.CALLED_OFF: "Called off: {what} of {band}, {when}",
    Reason.PUT_BACK: "Back in the diary: {what} of {band}, {when}",
    Reason.TURNED: "{by} can make it after all: {what} of {band}, {when}",
}


def _because(result: Told, reader: Reader) -> Line:
    band = result.standing.band.name
    if result.why in (Reason.DUE, Reason.READY) and result.reader == result.standing.commitment.made_by:
        return reader.say("Sent because you proposed it.")
    if result.why in _DECIDERS and result.decides:
        return reader.say("Sent because you decide for {band}.", band=band)
    if result.why is Reason.NUDGED:
        return reader.say("Sent because you have not answered yet. I ask only this once more.")
    return reader.say("Sent because you play in {band}.", band=band)


def _ahead(result: Told, reader: Reader) -> Reply:
    stands = result.standing
    commitment = stands.commitment
    parts = named(stands, reader)
    parts["how"] = _how_soon(result, reader)
    words = (
        "⏰ Late, I was down: {what} of {band} {how}, {when}"
        if result.late
        else "⏰ {how}: {what} of {band}, {when}"
    )
    blocks: list[Block] = []
    if commitment.place:
        blocks.append(Paragraph(reader.say("At {place}.", place=Strong(commitment.place))))
    coming = [each.name for each in stands.said if each.answer is Rsvp.YES]
    if coming:
        names = some(coming, reader.locale)
        blocks.append(Paragraph(reader.say("Coming: {names}.", names=names)))
    blocks += [Paragraph(doubled(each, reader)) for each in result.doubled]
    blocks.append(Paragraph(reader.say("Sent because you play in {band}.", band=stands.band.name)))
    cannot = (commitment.id, ANSWERS.index(Rsvp.NO), commitment.revision)
    details = Action("Details", CommitmentCard(commitment.id))
    return Reply(
        reader.say(words, **parts),
        tuple(blocks),
        rows(details, Action("I can't", AnswerCommitment(*cannot))),
        Tone.DIARY,
    )


def _how_soon(result: Told, reader: Reader) -> str:
    del reader
    starts = result.standing.commitment
    now = to_wall(starts.starts_at - result.ahead, starts.zone)
    days = (starts.start.date() - now.date()).days
    if result.late and result.ahead < timedelta(hours=2):
        return plural(int(result.ahead.total_seconds() // 60), "in 1 minute", "in {n} minutes")
    if result.late and days == 0:
        return plural(int(result.ahead.total_seconds() // 3600), "in 1 hour", "in {n} hours")
    word = {0: "Today", 1: "Tomorrow"}.get(days, f"In {days} days")
    return word.lower() if result.late else word
