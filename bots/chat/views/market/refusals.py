"""Refusals about open dates, applications and bookings, each in words, with a next step."""

from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from core import formats
from core.marketplace.applications import ApplicationStage
from core.marketplace.applications import refusals as applications
from core.marketplace.applications.plans import PLANS
from core.marketplace.events import refusals as events
from core.marketplace.tickets import refusals as tickets
from presentation.words import some


def _night_past(refusal: events.NightPast, reader: Reader) -> RefusalText:
    day = Strong(formats.day(refusal.day, reader.locale, today=reader.today))
    title = reader.say("{day} has begun or is over.", day=day)
    return title, reader.say("Dates ahead: {dates}, {find}.", dates=Say("dates"), find=Say("find"))


def _not_published(refusal: events.NotPublished, reader: Reader) -> RefusalText:
    day = Strong(formats.day(refusal.day, reader.locale, today=reader.today))
    title = reader.say("{venue} has nothing open on {day}.", venue=refusal.venue, day=day)
    return title, reader.say("What is open: {say}", say=Say("find"))


def _no_such_date(refusal: events.NoSuchDate, reader: Reader) -> RefusalText:
    title = reader.say("I find no date for {words}.", words=Strong(refusal.words[:60] or "that"))
    return title, reader.say("What there is: {find}, {dates}.", find=Say("find"), dates=Say("dates"))


def _too_many(refusal: events.TooManyNights, reader: Reader) -> RefusalText:
    title = reader.say("That is more than {n} dates at once.", n=str(refusal.most))
    return title, reader.say("Post them in pieces: {say}", say=Say("post"))


def _slot_gone(refusal: applications.SlotGone, reader: Reader) -> RefusalText:
    title = reader.say("That slot at {venue} is taken.", venue=Strong(refusal.venue))
    if refusal.chooses:
        return title, reader.say(
            "It is booked, or kept for another band until its invite ends: {say}", say=Say("dates")
        )
    if refusal.more:
        return title, reader.say("Another one is open that night: {say}", say=Say("find"))
    return title, reader.say("Other dates: {say}", say=Say("find"))


def _application_over(refusal: applications.ApplicationOver, reader: Reader) -> RefusalText:
    title = reader.say(_OVER[refusal.stage], band=Strong(refusal.band))
    return title, reader.say("How it all stands: {say}", say=Say("applications"))


_OVER = {
    ApplicationStage.LOOKING: "The players of {band} are still being asked.",
    ApplicationStage.PENDING: "The application of {band} is still open.",
    ApplicationStage.ACCEPTED: "{band} has been accepted already.",
    ApplicationStage.CONFIRMED: "{band} is booked for it.",
    ApplicationStage.PLAYED: "{band} has played it.",
    ApplicationStage.DECLINED: "The application of {band} was declined.",
    ApplicationStage.WITHDRAWN: "{band} has withdrawn.",
    ApplicationStage.EXPIRED: "Its time is over for {band}.",
    ApplicationStage.FILLED: "The slot went to another act than {band}.",
    ApplicationStage.CANCELLED: "It was called off for {band}.",
}


def _players_taken(refusal: applications.PlayersTaken, reader: Reader) -> RefusalText:
    title = reader.say(
        "Taken by another of their bands then: {names}.", names=some(refusal.names, reader.locale)
    )
    return title, reader.say("What is in your way: {say}", say=Say("gigs"))


def _links_missing(refusal: applications.LinksMissing, reader: Reader) -> RefusalText:
    title = reader.say(
        "{venue} wants to listen first, and {band} has no link yet.",
        venue=Strong(refusal.venue),
        band=refusal.band,
    )
    say = Say("band edit field: bandcamp value: thefoxes")
    return title, reader.say("For example: {say}", say=say)


def _no_band_called(refusal: applications.NoBandCalled, reader: Reader) -> RefusalText:
    title = reader.say("I know no band called {name}.", name=Strong(refusal.words[:60] or "that"))
    return title, reader.say("Bands that apply are listed there: {say}", say=Say("applications"))


def _no_ticket_page(refusal: tickets.NoTicketPage, reader: Reader) -> RefusalText:
    words = Strong(refusal.words[:60] or "that")
    title = reader.say("{words} is no web address that everybody could open.", words=words)
    say = Say("tickets Fri 11 Dec https://pretix.eu/heron/friday")
    return title, reader.say("For example: {say}", say=say)


def _no_tickets_then(refusal: events.NoTicketsThen, reader: Reader) -> RefusalText:
    day = Strong(formats.day(refusal.day, reader.locale, today=reader.today))
    if refusal.cancelled:
        title = reader.say("{day} at {venue} is called off: it has no tickets.", day=day, venue=refusal.venue)
        return title, reader.say("Your dates, and [Reopen]: {say}", say=Say("dates"))
    title = reader.say("{day} at {venue} is not published yet.", day=day, venue=refusal.venue)
    return title, reader.say("Publish it first: {say}", say=Say("dates"))


SUPERSEDED: Refusals = dict.fromkeys(
    PLANS,
    says("The tickets have been changed again since, so that stays.", "How they stand: {say1}", "tickets"),
)
"""What is said where a later change keeps one of these kinds from being undone or redone."""

REFUSALS: Refusals = {
    events.NightPast: _night_past,
    events.NotPublished: _not_published,
    events.NoSuchDate: _no_such_date,
    events.TooManyNights: _too_many,
    events.FactUnclear: says("I can't make that out.", "Your dates: {say1}", "dates"),
    events.SlotsBooked: says(
        "Bands are booked for these slots.", "Call one of them off first: {say1}", "dates"
    ),
    events.NoTicketsThen: _no_tickets_then,
    tickets.NoTicketPage: _no_ticket_page,
    tickets.OnlyInPrivate: says(
        "Only in our private chat: a token is nobody else's business.",
        "Write to me there: {say1}",
        "tickets",
    ),
    tickets.NotCountedYet: says("Nobody counts these tickets yet.", "Your tickets: {say1}", "tickets"),
    applications.SlotGone: _slot_gone,
    applications.ApplicationOver: _application_over,
    applications.PlayersTaken: _players_taken,
    applications.NotTheBands: says(
        "That is between a band and a venue that you don't act for.",
        "Your own: {say1}",
        "applications",
    ),
    applications.LinksMissing: _links_missing,
    applications.NoSuchGigCode: says(
        "No invite has that code, or no longer.",
        "Check it letter by letter, or look there: {say1}",
        "applications",
    ),
    applications.NotAsked: says("You are not asked about that night.", "Your gigs: {say1}", "gigs"),
    applications.NoBandCalled: _no_band_called,
}
