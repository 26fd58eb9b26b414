"""An application as it stands, for the band and for the venue; lists of them; the last look."""

from bots.chat.buttons.market import (
    AcceptApplication,
    AnswerLook,
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
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    Words,
    line,
    rows,
)
from bots.chat.results.market import ApplicationLine, ApplicationList, LookAsked
from bots.chat.turn import Reader
from bots.chat.views.band.profile import links
from bots.chat.views.market.terms import kind_words, offer_facts, paying_line
from bots.chat.views.market.words import (
    STAGES,
    day_words,
    moment_words,
    parts_of_night,
    slot_of,
    times_words,
    where,
)
from core import formats
from core.bands import Role
from core.marketplace.applications import Application, ApplicationStage, LookAnswer, Side
from core.marketplace.applications.last_look import LookCard
from core.marketplace.applications.parties import ApplicationCard
from core.marketplace.events.from_posts import as_post
from core.marketplace.events.times import slot_times
from presentation.words import called

_SHOWN = 8
_ANSWERS = {
    LookAnswer.YES: "Yes",
    LookAnswer.MAYBE: "Maybe",
    LookAnswer.NO: "No",
    LookAnswer.DEP: "A dep could",
}


def application_card(result: ApplicationCard, reader: Reader) -> Reply:
    """How it stands, for the side that reads it."""
    return _for_venue(result, reader) if result.chooses and not result.books else _for_band(result, reader)


def _for_band(result: ApplicationCard, reader: Reader) -> Reply:
    parts = titled(result, reader)
    title = reader.say(_BAND_TITLES[result.stage], **parts)
    blocks: list[Block] = []
    if result.before:
        blocks.append(Paragraph(reader.say("It was like this already.")))
    blocks += [Paragraph(each) for each in _standing(result, reader)]
    if looks := look_facts(result, reader):
        blocks.append(Facts(looks))
    blocks += line_of(result.application, reader)
    return Reply(title, tuple(blocks), band_buttons(result, reader), Tone.BAND)


def _standing(result: ApplicationCard, reader: Reader) -> list[Line]:
    """What happens next, and by when."""
    application = result.application
    zone = result.event.zone
    match result.stage:
        case ApplicationStage.LOOKING if application.look_until is not None:
            until = moment_words(application.look_until, zone, reader)
            return [
                reader.say("Your players are asked, until {moment}. Then it goes to the venue.", moment=until)
            ]
        case ApplicationStage.PENDING:
            until = moment_words(application.pending_until, zone, reader)
            said = [reader.say("{venue} can answer until {moment}.", venue=result.venue.name, moment=until)]
            if application.shortlisted_at is not None:
                said.append(reader.say("You are on the shortlist."))
            elif application.seen_at is not None:
                said.append(reader.say("They have seen it."))
            return said
        case ApplicationStage.ACCEPTED if application.keeps_until is not None:
            until = moment_words(application.keeps_until, zone, reader)
            return [reader.say("Confirm by {moment} to make it yours.", moment=until)]
        case ApplicationStage.CONFIRMED:
            return [reader.say("It is in the diary of everybody who plays.")]
        case _:
            return []


def look_facts(result: ApplicationCard, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """What the players have answered; for the band alone."""
    names = {each.person: each.name for each in result.members}
    facts: list[tuple[str, Line]] = []
    if not result.books and not any(each.person in names for each in result.looks):
        return ()
    for answer, label in _ANSWERS.items():
        said = [names[each.person] for each in result.looks if each.answer is answer and each.person in names]
        if said:
            facts.append((reader.label(label), some_names(said, reader)))
    waiting = [
        names[each.person]
        for each in result.looks
        if each.answer is None and each.person in names and not each.left_out
    ]
    if waiting:
        facts.append((reader.label("No answer yet"), some_names(waiting, reader)))
    without = [names[each.person] for each in result.looks if each.left_out and each.person in names]
    if without:
        facts.append((reader.label("Without"), some_names(without, reader)))
    return tuple(facts)


def some_names(names: list[str], reader: Reader) -> Line:
    """Names in a row."""
    return line(formats.listing([called(each, reader.locale) for each in names], reader.locale))


def band_buttons(result: ApplicationCard, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    """What those who book can do now."""
    if not result.books:
        return ()
    which = result.application.id
    ahead = result.event.day >= reader.today and result.event.open_slots
    withdraw = Action(reader.label("Withdraw"), WithdrawApplication(which), Weight.DANGER)
    match result.stage:
        case ApplicationStage.LOOKING:
            on = Action(reader.label("Go on without the rest"), GoOnWithout(which))
            return rows(on, withdraw)
        case ApplicationStage.PENDING:
            return rows(withdraw)
        case ApplicationStage.ACCEPTED:
            open_ = Action(reader.label("Open the invite"), OpenGigInvite(which), Weight.FIRST)
            return rows(open_)
        case ApplicationStage.CONFIRMED:
            return rows(Action(reader.label("Call it off"), CallOffBooking(which), Weight.DANGER))
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
    blocks += [Paragraph(each) for each in _venue_standing(result, reader)]
    blocks += line_of(result.application, reader)
    return Reply(title, tuple(blocks), venue_buttons(result, reader), Tone.BAND)


def band_facts(result: ApplicationCard, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """The band's card as it goes to a venue: who plays, where to listen, its draw, its line."""
    band, application = result.band, result.application
    players = [each for each in result.members if each.role is not Role.DEP]
    line_up = [
        reader.label("{name} ({part})", name=called(each.name, reader.locale), part=each.part)
        if each.part
        else called(each.name, reader.locale)
        for each in players
    ]
    facts: list[tuple[str, Line]] = []
    if band.city:
        facts.append((reader.label("From"), line(band.city)))
    if band.genres:
        facts.append((reader.label("Genres"), line(formats.listing(band.genres, reader.locale))))
    if line_up:
        facts.append((reader.label("Line-up"), line(formats.listing(line_up, reader.locale))))
    facts += links(band, reader)
    if application.draw is not None:
        draws = reader.plural(application.draw, "1 person", "{n} people")
        facts.append((reader.label("Draw"), draws))
    if application.note:
        facts.append((reader.label("They say"), line(application.note)))
    return tuple(facts)


def _venue_standing(result: ApplicationCard, reader: Reader) -> list[Line]:
    application, zone = result.application, result.event.zone
    match result.stage:
        case ApplicationStage.PENDING:
            until = moment_words(application.pending_until, zone, reader)
            said = [reader.say("Answer by {moment}; then it ends by itself.", moment=until)]
            if application.shortlisted_at is not None:
                said.insert(0, reader.say("On your shortlist."))
            return said
        case ApplicationStage.ACCEPTED if application.keeps_until is not None:
            until = moment_words(application.keeps_until, zone, reader)
            return [reader.say("The slot is kept for them until {moment}.", moment=until)]
        case _:
            return []


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


def application_list(result: ApplicationList, reader: Reader) -> Reply:
    """One's bands' applications, and those at one's venues."""
    total = len(result.of_bands) + len(result.at_venues)
    if not total:
        find = reader.say("Open dates for your band: {find}. Dates of your venue: {dates}.", **_WAYS)
        return Reply(reader.say("🎤 No applications"), (Paragraph(find),), tone=Tone.BAND)
    title = reader.plural(total, "🎤 1 application", "🎤 {n} applications")
    blocks: list[Block] = []
    buttons: list[Button] = []
    numbered = list(enumerate((*result.of_bands, *result.at_venues), 1))
    mine, there = numbered[: len(result.of_bands)], numbered[len(result.of_bands) :]
    for listed in (mine[:_SHOWN], there[:_SHOWN]):
        if listed:
            lines = tuple(_line(number, each, reader) for number, each in listed)
            blocks.append(Listing(lines))
            buttons += [Action(str(number), ShowApplication(each.application.id)) for number, each in listed]
    hidden = total - len(buttons)
    if hidden:
        one = Say("applications date: 11 Dec")
        blocks.append(
            Paragraph(
                reader.plural(hidden, "1 more; for one date: {say}", "{n} more; for one date: {say}", say=one)
            )
        )
    return Reply(title, tuple(blocks), rows(*buttons), Tone.BAND)


_WAYS: dict[str, Words] = {"find": Say("find"), "dates": Say("dates")}


def _line(number: int, each: ApplicationLine, reader: Reader) -> Line:
    return reader.say(
        "{number}. {band} · {day}, {place} · {slot} · {state}",
        number=str(number),
        band=Strong(each.band),
        day=day_words(each.event, reader),
        place=where(each.venue),
        slot=kind_words(each.application.kind, reader),
        state=reader.label(STAGES[each.stage]),
    )


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
    answers = tuple(_ANSWERS)
    buttons = [
        Action(
            reader.label(_ANSWERS[answer]),
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
