"""News of the market in words, each with why it was sent: to bands and to venues."""

from collections.abc import Callable
from typing import Any

from bots.chat.buttons.market import ApplyAgain, ApplyForDate, GoOnWithout, OpenGigInvite, ShowApplication
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Facts,
    Line,
    Listing,
    Paragraph,
    Reply,
    Strong,
    Tone,
    Weight,
    Words,
    rows,
)
from bots.chat.results.market import ApplicationTold, LookTold, NightNews
from bots.chat.turn import Reader
from bots.chat.views.market.applications import (
    band_buttons,
    band_facts,
    line_of,
    titled,
    venue_buttons,
)
from bots.chat.views.market.differences import differences, ticket_differences
from bots.chat.views.market.looks import look_facts
from bots.chat.views.market.words import parts_of_night
from core.marketplace.applications import ApplicationStage, LookAnswer, Side, notices
from core.marketplace.applications import changes as facts
from core.marketplace.events.changes import (
    EventCancelled,
    EventEdited,
    EventReopened,
    SlotsMarked,
    TicketsChanged,
)
from core.marketplace.events.times import slot_times
from presentation.nights.standing import moment_words, times_words
from presentation.words import called, some

Title = Callable[[ApplicationTold, Reader, dict[str, Words]], Line]


def told(result: ApplicationTold, reader: Reader) -> Reply:
    """What has become of an application, for the side that reads it."""
    parts = {**titled(result.card, reader), "by": Strong(called(result.by, reader.locale))}
    for_venue = result.card.chooses and not result.card.books and result.card.members is not None
    if for_venue and not _is_member(result):
        return _to_venue(result, reader, parts)
    return _to_band(result, reader, parts)


def _is_member(result: ApplicationTold) -> bool:
    """The reader plays in the band without speaking for the venue."""
    return not result.card.chooses


def _to_venue(result: ApplicationTold, reader: Reader, parts: dict[str, Words]) -> Reply:
    card = result.card
    title = _venue_title(result, reader, parts)
    blocks: list[Block] = []
    if isinstance(result.news, notices.ApplicationCame):
        blocks.append(Facts(band_facts(card, reader)))
    blocks += line_of(card.application, reader)
    if card.stage is ApplicationStage.PENDING:
        until = moment_words(card.application.pending_until, card.event.zone, reader)
        blocks.append(Paragraph(reader.say("Answer by {moment}; then it ends by itself.", moment=until)))
    why = reader.say("Sent because you speak for {venue}.", venue=card.venue.name)
    return Reply(title, (*blocks, Paragraph(why)), venue_buttons(card, reader), Tone.BAND)


def _venue_title(result: ApplicationTold, reader: Reader, parts: dict[str, Words]) -> Line:
    news = result.news
    if isinstance(news, facts.GigUnbooked):
        return reader.say(_VENUE_UNBOOKED[news.by], **parts)
    if isinstance(news, facts.ApplicationDeclined):
        return reader.say(_VENUE_DECLINED[news.by], **parts)
    if isinstance(news, notices.ApplicationEnds) and result.card.application.keeps_until is not None:
        return reader.say(
            "⏰ The invite of {band} has run out: {slot}, {night}. The slot is open again", **parts
        )
    return reader.say(_VENUE_TITLES[type(news)], **parts)


_VENUE_TITLES: dict[type[Any], str] = {
    notices.ApplicationCame: "🎤 {band} apply for {slot}: {night}",
    facts.ApplicationWithdrawn: "🎤 {band} have withdrawn: {slot}, {night}",
    notices.WithdrawnByBooking: "🎤 {band} are booked elsewhere and have withdrawn: {slot}, {night}",
    facts.ApplicationAccepted: "🎤 {by} has accepted {band}: {slot}, {night}",
    facts.InviteTakenBack: "🎤 {by} has revoked the invite of {band}: {slot}, {night}",
    facts.GigBooked: "🎤 {band} have confirmed: {slot}, {night}",
    notices.ApplicationEnds: "⏰ Ended without an answer: {band}, {slot}, {night}",
    notices.OtherSideGone: "🔴 {band} no longer exist: {slot}, {night}",
}
_VENUE_UNBOOKED = {
    Side.BAND: "🔴 {band} can't play after all: {slot}, {night}. The slot is open again",
    Side.VENUE: "🎤 {by} has called off {band}: {slot}, {night}. The slot is open again",
}
_VENUE_DECLINED = {
    Side.BAND: "🎤 {band} turn the invite down: {slot}, {night}. The slot is open again",
    Side.VENUE: "🎤 {by} has declined {band}: {slot}, {night}",
}


def _to_band(result: ApplicationTold, reader: Reader, parts: dict[str, Words]) -> Reply:
    card = result.card
    title = _band_title(result, reader, parts)
    blocks: list[Block] = line_of(card.application, reader)
    blocks += [Paragraph(each) for each in _band_lines(result, reader, parts)]
    if isinstance(result.news, notices.LastLookDue | facts.ApplicationSent) and (
        looks := look_facts(card, reader)
    ):
        blocks.append(Facts(looks))
    why = reader.say("Sent because you play in {band}.", band=card.band.name)
    buttons = _band_actions(result, reader)
    tone = Tone.GREEN if card.stage in _GOOD else Tone.BAND
    return Reply(title, (*blocks, Paragraph(why)), buttons, tone)


_GOOD = (ApplicationStage.ACCEPTED, ApplicationStage.CONFIRMED)


def _band_title(result: ApplicationTold, reader: Reader, parts: dict[str, Words]) -> Line:
    news = result.news
    if isinstance(news, facts.GigUnbooked):
        return reader.say(_BAND_UNBOOKED[news.by], **parts)
    if isinstance(news, facts.ApplicationDeclined):
        return reader.say(_BAND_DECLINED[news.by], **parts)
    if isinstance(news, notices.ApplicationEnds) and result.card.application.sent_at is None:
        return reader.say(
            "⏰ It was never sent, as not all of {band} have answered: {night}, {slot}", **parts
        )
    if isinstance(news, notices.ApplicationEnds) and result.card.application.keeps_until is not None:
        return reader.say("⏰ The invite has run out: {band}, {slot}, {night}", **parts)
    return reader.say(_BAND_TITLES[type(news)], **parts)


_BAND_TITLES: dict[type[Any], str] = {
    notices.ApplicationSeen: "🎤 {venue} has looked at your application: {night}, {slot}",
    facts.ApplicationShortlisted: "🎤 {band} are on the shortlist: {night}, {slot}",
    facts.ApplicationAccepted: "🟢 {venue} says yes to {band}: {night}, {slot}",
    facts.SlotOffered: "🟢 {venue} offers {band} a gig: {night}, {slot}",
    facts.InviteTakenBack: "🎤 {venue} has taken the invite back: {band}, {night}, {slot}",
    facts.ApplicationWithdrawn: "🎤 {by} has withdrawn {band}: {night}, {slot}",
    facts.ApplicationSent: "🎤 {by} has applied with {band}: {night}, {slot}",
    facts.GigBooked: "🎤 It is on: {band} play {night}, {slot}",
    notices.SlotFilledNews: "🎤 Filled by another act: {night}, {slot}",
    notices.SlotOpenAgain: "🟢 Open again: {night}, {slot}",
    notices.ApplicationEnds: "⏰ No answer in time: {band}, {night}, {slot}",
    notices.OtherSideGone: "🔴 {venue} has closed, and {night} is off",
    notices.LastLookDue: "⏰ Not all of {band} have answered: {night}, {slot}",
}
_BAND_UNBOOKED = {
    Side.BAND: "🔴 {by} has called off the gig of {band}: {night}",
    Side.VENUE: "🔴 {venue} has called off the gig of {band}: {night}",
}
_BAND_DECLINED = {
    Side.BAND: "🎤 {by} has turned the invite down for {band}: {night}",
    Side.VENUE: "🎤 {venue} says no this time: {band}, {night}, {slot}",
}


def _band_lines(result: ApplicationTold, reader: Reader, parts: dict[str, Words]) -> list[Line]:
    card = result.card
    match result.news:
        case facts.ApplicationAccepted() | facts.SlotOffered() if card.application.keeps_until:
            until = moment_words(card.application.keeps_until, card.event.zone, reader)
            return [reader.say("Confirm by {moment} to make it yours.", moment=until)]
        case facts.GigBooked() if card.slot is not None:
            hours = Strong(times_words(slot_times(card.event, card.slot), reader))
            said = [reader.say("{by} has confirmed. It takes {hours}.", by=parts["by"], hours=hours)]
            if result.left_out:
                return [*said, reader.say("You said that you can't, so it takes none of your time.")]
            return [*said, reader.say("Everybody who plays counts as busy then in their other bands.")]
        case facts.GigUnbooked():
            return [reader.say("That time is yours again.")]
        case notices.SlotOpenAgain():
            return [reader.say("You had applied for it before. It takes one tap to come back.")]
        case notices.LastLookDue():
            return [reader.say("You can go on without the rest; the venue is not told who is missing.")]
        case _:
            return []


def _band_actions(result: ApplicationTold, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    card = result.card
    if not card.books:
        return ()
    which = card.application.id
    match result.news:
        case facts.ApplicationAccepted() | facts.SlotOffered() if card.stage is ApplicationStage.ACCEPTED:
            return rows(Action(reader.label("Open the invite"), OpenGigInvite(which), Weight.FIRST))
        case notices.SlotOpenAgain():
            return rows(Action(reader.label("Apply again"), ApplyAgain(which), Weight.FIRST))
        case notices.ApplicationSeen():
            return rows(Action(reader.label("Details"), ShowApplication(which)))
        case _:
            return band_buttons(card, reader)


def look_told(result: LookTold, reader: Reader) -> Reply:
    """A player's answer, told to those who book; they may go on without."""
    name = Strong(called(result.player, reader.locale))
    parts: dict[str, Words] = {
        **parts_of_night(result.event, result.venue, reader),
        "band": Strong(result.band.name),
        "name": name,
    }
    title = reader.say(_LOOKED[result.answer], **parts)
    blocks: list[Block] = []
    if result.by_when:
        blocks.append(Paragraph(reader.say("They know by: {when}", when=result.by_when)))
    if result.deps:
        blocks.append(
            Paragraph(reader.say("On the same part: {names}", names=some(result.deps, reader.locale)))
        )
    why = reader.say("Sent because you book for {band}.", band=result.band.name)
    return Reply(title, (*blocks, Paragraph(why)), _look_actions(result, reader), Tone.BAND)


def _look_actions(result: LookTold, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    application = result.application
    if application is None:
        if result.answer is not LookAnswer.YES:
            return ()
        apply = ApplyForDate(result.event.id, result.band.id)
        return rows(Action(reader.label("Apply"), apply, Weight.FIRST))
    details = Action(reader.label("Details"), ShowApplication(application.id))
    if result.answer is LookAnswer.YES or application.sent_at is not None:
        return rows(details)
    label = reader.label("Don't wait")
    if result.answer is not LookAnswer.MAYBE:
        name = called(result.player, reader.locale)
        label = reader.label("Go on without {name}", name=name)
    return rows(Action(label, GoOnWithout(application.id)), details)


_LOOKED = {
    LookAnswer.YES: "🟢 {name} can play {night}, with {band}",
    LookAnswer.MAYBE: "🟡 {name} is not sure about {night}, with {band}",
    LookAnswer.NO: "🔴 {name} can't play {night}, with {band}",
    LookAnswer.DEP: "🟡 {name} can't play {night}, with {band}, but a dep could",
}


def night_news(result: NightNews, reader: Reader) -> Reply:
    """A night was changed, called off or reopened: the difference, and what it means for the band."""
    card = result.card
    parts = titled(card, reader)
    blocks: list[Block] = []
    match result.change:
        case EventCancelled():
            title = reader.say("🔴 {venue} has called off {night}", **parts)
            blocks += line_of(card.application, reader)
            if card.application.commitment is not None:
                blocks.append(Paragraph(reader.say("That time is yours again.")))
        case EventReopened():
            title = reader.say("🟢 {night} takes place after all", **parts)
        case SlotsMarked(taken=True):
            title = reader.say("🎤 Filled by another act: {night}, {slot}", **parts)
        case SlotsMarked():
            title = reader.say("🟢 Open again: {night}, {slot}", **parts)
        case EventEdited(before=before, slots=slots):
            title = reader.say("🎤 {venue} has changed {night}", **parts)
            changed = differences(before, card.event, reader, slots=slots)
            blocks.append(Listing(tuple(changed)))
            blocks.append(Paragraph(_what_stands(card.stage, reader)))
        case TicketsChanged(old=old, new=new):
            title = reader.say("🎟 {venue} has changed the tickets for {night}", **parts)
            changed = ticket_differences(new if result.undone else old, card.event, reader)
            blocks.append(Listing(tuple(changed)))
        case _:
            raise TypeError(result.change)
    why = reader.say("Sent because you play in {band}.", band=card.band.name)
    return Reply(title, (*blocks, Paragraph(why)), _night_actions(result, reader), Tone.BAND)


def _what_stands(stage: ApplicationStage, reader: Reader) -> Line:
    match stage:
        case ApplicationStage.CONFIRMED:
            return reader.say("Everything else stands, and you are still booked.")
        case ApplicationStage.ACCEPTED:
            return reader.say("It has to be confirmed for the new time.")
        case _:
            return reader.say("Everything else stands.")


def _night_actions(result: NightNews, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    card = result.card
    if not card.books:
        return ()
    again = isinstance(result.change, EventReopened) or (
        isinstance(result.change, SlotsMarked) and not result.change.taken
    )
    if again:
        which = card.application.id
        return rows(Action(reader.label("Apply again"), ApplyAgain(which), Weight.FIRST))
    return band_buttons(card, reader)
