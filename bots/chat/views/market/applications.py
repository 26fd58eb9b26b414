"""An application as it stands, for the band and for the venue; lists of them; the last look."""

from bots.chat.buttons.market import (
    AcceptApplication,
    ApplyAgain,
    CallOffBooking,
    DeclineApplication,
    GoOnWithout,
    OpenGigInvite,
    ShortlistApplication,
    ShowApplication,
    TakeInviteBack,
    WithdrawApplication,
)
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
from bots.chat.turn import Reader
from bots.chat.views.band.profile import links
from bots.chat.views.market.looks import look_facts
from bots.chat.views.market.words import parts_of_night
from core import formats
from core.marketplace.applications import Application, ApplicationStage, Side
from core.marketplace.applications.parties import ApplicationCard
from presentation.nights.applications import band_standing, draw, line_up, venue_standing
from presentation.nights.standing import slot_of

_SHOWN = 8


def application_card(result: ApplicationCard, reader: Reader) -> Reply:
    """How it stands, for the side that reads it."""
    return _for_venue(result, reader) if result.chooses and not result.books else _for_band(result, reader)


def _for_band(result: ApplicationCard, reader: Reader) -> Reply:
    parts = titled(result, reader)
    title = reader.say(_BAND_TITLES[result.stage], **parts)
    blocks: list[Block] = []
    if result.before:
        blocks.append(Paragraph(reader.say("It was like this already.")))
    blocks += [Paragraph(each) for each in band_standing(result, reader)]
    if looks := look_facts(result, reader):
        blocks.append(Facts(looks))
    blocks += line_of(result.application, reader)
    return Reply(title, tuple(blocks), band_buttons(result, reader), Tone.BAND)


def band_buttons(result: ApplicationCard, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    """What those who book can do now."""
    if not result.books:
        return ()
    which = result.application.id
    ahead = result.event.day >= reader.today and result.event.open_slots
    withdraw = Action(reader.label("Withdraw"), WithdrawApplication(which), Weight.DANGER)
    match result.stage:
        case ApplicationStage.LOOKING:
            on = Action(reader.label("Go on anyway"), GoOnWithout(which))
            return rows(on, withdraw)
        case ApplicationStage.PENDING:
            return rows(withdraw)
        case ApplicationStage.ACCEPTED:
            open_ = Action(reader.label("Open the invite"), OpenGigInvite(which), Weight.FIRST)
            return rows(open_)
        case ApplicationStage.CONFIRMED:
            return rows(Action(reader.label("Call it off"), CallOffBooking(which), Weight.DANGER))
        case ApplicationStage.FILLED if result.application.kind not in result.event.kinds_open():
            return ()
        case ApplicationStage.WITHDRAWN | ApplicationStage.FILLED | ApplicationStage.EXPIRED if ahead:
            return rows(Action(reader.label("Apply again"), ApplyAgain(which)))
        case ApplicationStage.CANCELLED if ahead and result.application.ended_by is Side.BAND:
            return rows(Action(reader.label("Apply again"), ApplyAgain(which)))
        case _:
            return ()


def _for_venue(result: ApplicationCard, reader: Reader) -> Reply:
    parts = titled(result, reader)
    title = reader.say(_VENUE_TITLES[result.stage], **parts)
    blocks: list[Block] = []
    if result.before:
        blocks.append(Paragraph(reader.say("It was like this already.")))
    blocks.append(Facts(band_facts(result, reader)))
    blocks += [Paragraph(each) for each in venue_standing(result, reader)]
    blocks += line_of(result.application, reader)
    return Reply(title, tuple(blocks), venue_buttons(result, reader), Tone.BAND)


def band_facts(result: ApplicationCard, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """The band's card as it goes to a venue: what is played, where to listen, its draw, its line.

    No player is named, and all of them count, so that nobody is seen to be missing.
    """
    band, application = result.band, result.application
    facts: list[tuple[str, Line]] = []
    if band.city:
        facts.append((reader.label("From"), line(band.city)))
    if band.genres:
        facts.append((reader.label("Genres"), line(formats.listing(band.genres, reader.locale))))
    facts.append((reader.label("Line-up"), line_up(result.members, reader)))
    facts += links(band, reader)
    if application.draw is not None:
        facts.append((reader.label("Draw"), draw(application.draw, reader)))
    if application.note:
        facts.append((reader.label("They say"), line(application.note)))
    return tuple(facts)


def venue_buttons(result: ApplicationCard, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    """What a promoter can do now."""
    application = result.application
    which = application.id
    match result.stage:
        case ApplicationStage.PENDING:
            listed = application.shortlisted_at is not None
            label = reader.label("Off the shortlist") if listed else reader.label("Shortlist")
            return rows(
                Action(reader.label("Accept"), AcceptApplication(which), Weight.FIRST),
                Action(label, ShortlistApplication(which, not listed)),
                Action(reader.label("Decline"), DeclineApplication(which), Weight.DANGER),
                Action(reader.label("Details"), ShowApplication(which)),
            )
        case ApplicationStage.ACCEPTED:
            return rows(Action(reader.label("Revoke"), TakeInviteBack(which), Weight.DANGER))
        case ApplicationStage.CONFIRMED:
            return rows(Action(reader.label("Call it off"), CallOffBooking(which), Weight.DANGER))
        case _:
            return ()


def titled(result: ApplicationCard, reader: Reader) -> dict[str, Words]:
    """{band}, {slot}, {night}, {venue}, {day} of a title."""
    return {
        **parts_of_night(result.event, result.venue, reader),
        "band": Strong(result.band.name),
        "slot": slot_of(result.application, result.slot, reader),
    }


def line_of(application: Application, reader: Reader) -> list[Block]:
    """The line that came with a decision."""
    if not application.line:
        return []
    words = reader.say("“{line}”", line=application.line)
    return [Paragraph(words)]


_BAND_TITLES = {
    ApplicationStage.LOOKING: "🎤 {night}, {slot}: {band} are being asked",
    ApplicationStage.PENDING: "🎤 {band} have applied: {night}, {slot}",
    ApplicationStage.ACCEPTED: "🎤 {venue} says yes to {band}: {night}, {slot}",
    ApplicationStage.CONFIRMED: "🎤 {band} play {night}, {slot}",
    ApplicationStage.PLAYED: "🎤 {band} played {night}, {slot}",
    ApplicationStage.DECLINED: "🎤 Declined: {band}, {night}, {slot}",
    ApplicationStage.WITHDRAWN: "🎤 Withdrawn: {band}, {night}, {slot}",
    ApplicationStage.EXPIRED: "🎤 Expired: {band}, {night}, {slot}",
    ApplicationStage.FILLED: "🎤 Filled by another act: {night}, {slot}",
    ApplicationStage.CANCELLED: "🎤 Cancelled: {band}, {night}, {slot}",
}
_VENUE_TITLES = {
    ApplicationStage.LOOKING: "🎤 {band}: {night}, {slot}",
    ApplicationStage.PENDING: "🎤 {band} apply for {slot}: {night}",
    ApplicationStage.ACCEPTED: "🎤 Accepted: {band}, {slot}, {night}",
    ApplicationStage.CONFIRMED: "🎤 Booked: {band}, {slot}, {night}",
    ApplicationStage.PLAYED: "🎤 Played: {band}, {slot}, {night}",
    ApplicationStage.DECLINED: "🎤 Declined: {band}, {slot}, {night}",
    ApplicationStage.WITHDRAWN: "🎤 Withdrawn: {band}, {slot}, {night}",
    ApplicationStage.EXPIRED: "🎤 Expired: {band}, {slot}, {night}",
    ApplicationStage.FILLED: "🎤 Filled: {band}, {slot}, {night}",
    ApplicationStage.CANCELLED: "🎤 Cancelled: {band}, {slot}, {night}",
}
