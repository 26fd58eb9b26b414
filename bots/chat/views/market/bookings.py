"""Invites to a gig and bookings: sent, opened, confirmed."""

from bots.chat.buttons import RunCommand
from bots.chat.buttons.market import (
    CallOffBooking,
    ConfirmGig,
    ShowApplication,
    TakeInviteBack,
    TurnDownInvite,
)
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Code,
    Facts,
    Line,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    line,
    rows,
)
from bots.chat.results.market import InviteOpened, InviteSent
from bots.chat.turn import Reader
from bots.chat.views.invite_links import invite_links
from bots.chat.views.market.applications import application_card, line_of, titled
from bots.chat.views.market.terms import offer_facts, paying_line
from bots.chat.views.market.words import night
from bots.chat.views.venues.facts import practical_facts
from core.codes import spaced
from core.marketplace.applications import ApplicationStage
from core.marketplace.applications.bookings import Booked
from core.marketplace.events.from_posts import as_post
from core.marketplace.events.times import slot_times
from presentation.nights.standing import moment_words, times_words


def invite_sent(result: InviteSent, reader: Reader) -> Reply:
    """The band was told; the code and link that open its invite."""
    card = result.card
    if result.code is None or result.links is None:
        return application_card(card, reader)
    application = card.application
    parts = titled(card, reader)
    if application.offered:
        title = reader.say("✉ {band} has your offer: {slot}, {night}", **parts)
    else:
        title = reader.say("✉ Accepted: {band}, {slot}, {night}", **parts)
    blocks: list[Block] = [Paragraph(reader.say("They are told, and have to confirm."))]
    if application.keeps_until is not None:
        until = moment_words(application.keeps_until, card.event.zone, reader)
        blocks.append(Paragraph(reader.say("The slot is kept for them until {moment}.", moment=until)))
    code = spaced(result.code)
    blocks.append(Facts(((reader.label("Code"), line(Code(code))),)))
    opens = reader.say("With it they open the invite, too: {say}", say=Say(f"invite {code}"))
    blocks.append(Paragraph(opens))
    blocks += invite_links(result.links, reader)
    revoke = Action(reader.label("Revoke"), TakeInviteBack(application.id), Weight.DANGER)
    return Reply(title, tuple(blocks), rows(revoke), Tone.GREEN)


def invite_opened(result: InviteOpened, reader: Reader) -> Reply:
    """What would be booked; [Confirm] books it, opening has changed nothing."""
    card = result.card
    if card.stage is not ApplicationStage.ACCEPTED or (card.chooses and not card.books):
        return application_card(card, reader)
    parts = titled(card, reader)
    if card.application.offered:
        title = reader.say("✉ {venue} offers {band} a gig: {night}, {slot}", **parts)
    else:
        title = reader.say("✉ {venue} says yes to {band}: {night}, {slot}", **parts)
    blocks: list[Block] = line_of(card.application, reader)
    blocks.append(Facts(_all_facts(result, reader)))
    paying = paying_line(as_post([card.event]), reader)
    if paying is not None:
        blocks.append(Paragraph(paying))
    if card.application.keeps_until is not None:
        until = moment_words(card.application.keeps_until, card.event.zone, reader)
        blocks.append(Paragraph(reader.say("It is kept for you until {moment}.", moment=until)))
    if result.clashes:
        blocks.append(Paragraph(reader.say("Confirming withdraws you from:")))
        blocks.append(Listing(tuple(night(*each, reader) for each in result.clashes)))
    if card.books:
        blocks.append(Paragraph(reader.say("Nothing is booked until you confirm.")))
    else:
        blocks.append(Paragraph(reader.say("Owners and bookers of {band} can confirm it.", **parts)))
    return Reply(title, tuple(blocks), _invite_buttons(result, reader), Tone.GREEN)


def _all_facts(result: InviteOpened, reader: Reader) -> tuple[tuple[str, Line], ...]:
    card = result.card
    slot = card.slot or card.event.slots[0]
    hours = times_words(slot_times(card.event, slot), reader)
    return (
        (reader.label("Your time"), line(hours)),
        *offer_facts(as_post([card.event]), reader),
        *practical_facts(card.venue, reader),
    )


def _invite_buttons(result: InviteOpened, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    card = result.card
    which = card.application.id
    if not card.books:
        return ()
    confirm = Action(reader.label("Confirm"), ConfirmGig(which, keep_others=False), Weight.FIRST)
    decline = Action(reader.label("Decline"), TurnDownInvite(which), Weight.DANGER)
    if not result.clashes:
        return rows(confirm, decline)
    keep = Action(reader.label("Confirm, keep the others"), ConfirmGig(which, keep_others=True))
    return rows(confirm, keep, decline)


def booked(result: Booked, reader: Reader) -> Reply:
    """It is on: what it takes of whose time, and what it has ended."""
    card = result.card
    parts = titled(card, reader)
    title = reader.say("🎤 It is on: {band} play {night}, {slot}", **parts)
    blocks: list[Block] = []
    if card.before:
        blocks.append(Paragraph(reader.say("It was booked already.")))
    hours = Strong(times_words(result.times, reader))
    blocks.append(Paragraph(reader.say("From load-in to the end of your set: {hours}.", hours=hours)))
    if result.times.start_said and result.times.end_said:
        blocks.append(Paragraph(reader.say("Everybody who plays counts as busy then in their other bands.")))
    else:
        taken = "I took these hours, as not all were said. Everybody who plays counts as busy then."
        blocks.append(Paragraph(reader.say(taken)))
    if result.withdrawn:
        blocks.append(Paragraph(reader.say("You have withdrawn from:")))
        blocks.append(Listing(tuple(night(*each, reader) for each in result.withdrawn)))
    if result.kept_open:
        blocks.append(Paragraph(reader.say("You still apply for the same time at:")))
        blocks.append(Listing(tuple(night(*each, reader) for each in result.kept_open)))
    blocks.append(Paragraph(reader.say("Your gigs: {say}", say=Say("gigs"))))
    buttons = rows(
        Action(reader.label("Gigs"), RunCommand("gigs", card.band.id), Weight.FIRST),
        Action(reader.label("Details"), ShowApplication(card.application.id)),
        Action(reader.label("Call it off"), CallOffBooking(card.application.id), Weight.DANGER),
    )
    return Reply(title, tuple(blocks), buttons, Tone.GREEN)
