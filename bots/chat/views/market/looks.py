"""The last look: the question to each player, what came of it, and the answers as the band reads them."""

from bots.chat.buttons.market import AnswerLook
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Facts,
    Line,
    Paragraph,
    Reply,
    Strong,
    Tone,
    Weight,
    Words,
    line,
    rows,
)
from bots.chat.results.market import LookAsked
from bots.chat.turn import Reader
from bots.chat.views.market.terms import offer_facts, paying_line
from bots.chat.views.market.words import parts_of_night
from core import formats
from core.marketplace.applications import LookAnswer
from core.marketplace.applications.last_look import LookCard
from core.marketplace.applications.parties import ApplicationCard
from core.marketplace.events.from_posts import as_post
from core.marketplace.events.times import slot_times
from presentation.nights.applications import look_word
from presentation.nights.standing import moment_words, times_words
from presentation.words import called


def look_facts(result: ApplicationCard, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """What the players have answered; for the band alone."""
    names = {each.person: each.name for each in result.members}
    looks = [(each, names[each.person]) for each in result.looks if each.person in names]
    facts = [
        (look_word(answer, reader), [name for look, name in looks if look.answer is answer])
        for answer in LookAnswer
    ]
    waiting = [name for look, name in looks if look.answer is None and not look.left_out]
    facts.append((reader.label("No answer yet"), waiting))
    facts.append((reader.label("Without"), [name for look, name in looks if look.left_out]))
    return tuple((label, _some_names(those, reader)) for label, those in facts if those)


def _some_names(names: list[str], reader: Reader) -> Line:
    return line(formats.listing([called(each, reader.locale) for each in names], reader.locale))


def look_card(result: LookCard, reader: Reader) -> Reply:
    """The question to one player, or what came of the answer."""
    answer = result.look.answer
    if answer is None:
        return _asked(result, reader, by="")
    parts = look_parts(result, reader)
    title = reader.say(_ANSWERED[answer], **parts)
    blocks: list[Block] = []
    if result.before:
        blocks.append(Paragraph(reader.say("You had said so already.")))
    if result.look.by_when:
        blocks.append(Paragraph(reader.say("You know by: {when}", when=result.look.by_when)))
    if result.sent:
        blocks.append(Paragraph(reader.say("That was the last one: {band} have applied now.", **parts)))
    return Reply(title, tuple(blocks), look_buttons(result, reader, but=answer), Tone.BAND)


def look_asked(result: LookAsked, reader: Reader) -> Reply:
    """The question as a message that nobody asked for: it says why it was sent."""
    return _asked(result.card, reader, by=called(result.by, reader.locale))


def _asked(result: LookCard, reader: Reader, *, by: str) -> Reply:
    """Can you play that night? Yes, Maybe, No, A dep could."""
    parts = look_parts(result, reader)
    title = reader.say("🎤 Can you play {night}, with {band}?", **parts)
    post = as_post([result.event])
    blocks: list[Block] = [Paragraph(reader.say("It takes {hours}.", hours=_hours(result, reader)))]
    if facts := offer_facts(post, reader):
        blocks.append(Facts(facts))
    paying = paying_line(post, reader)
    if paying is not None:
        blocks.append(Paragraph(paying))
    if result.application is not None and result.application.look_until is not None:
        until = moment_words(result.application.look_until, result.event.zone, reader)
        blocks.append(Paragraph(reader.say("Answer by {moment}.", moment=until)))
    if by:
        blocks.append(
            Paragraph(reader.say("Sent because {name} wants to know for {band}.", name=by, **parts))
        )
    return Reply(title, tuple(blocks), look_buttons(result, reader, but=None), Tone.BAND)


def look_buttons(
    result: LookCard, reader: Reader, *, but: LookAnswer | None
) -> tuple[tuple[Button, ...], ...]:
    """The answers that can still be given."""
    answers = tuple(LookAnswer)
    buttons = [
        Action(
            look_word(answer, reader),
            AnswerLook(result.event.id, result.band.id, number),
            Weight.FIRST if answer is LookAnswer.YES else Weight.PLAIN,
        )
        for number, answer in enumerate(answers)
        if answer is not but
    ]
    return rows(*buttons)


def look_parts(result: LookCard, reader: Reader) -> dict[str, Words]:
    """{night}, {day}, {venue}, {band} of a title."""
    return {**parts_of_night(result.event, result.venue, reader), "band": Strong(result.band.name)}


def _hours(result: LookCard, reader: Reader) -> Words:
    slot = result.event.slot(result.application.slot) if result.application else None
    chosen = slot or next(iter(result.event.open_slots), result.event.slots[0])
    return Strong(times_words(slot_times(result.event, chosen), reader))


_ANSWERED = {
    LookAnswer.YES: "🎤 You can play {night}, with {band}",
    LookAnswer.MAYBE: "🎤 You may play {night}, with {band}",
    LookAnswer.NO: "🎤 You can't play {night}, with {band}",
    LookAnswer.DEP: "🎤 You can't play {night}, with {band}, but a dep could",
}
