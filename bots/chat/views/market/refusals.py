"""Refusals about open dates, applications and bookings, each in words, with a next step."""

from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from core import formats
from core.marketplace.applications import refusals as applications
from core.marketplace.applications.plans import PLANS
from core.marketplace.events import refusals as events
from core.marketplace.tickets import refusals as tickets
from presentation import refusals as sentences


def _night_past(refusal: events.NightPast, reader: Reader) -> RefusalText:
    title = sentences.night_past(refusal, reader)
    return title, reader.say("Dates ahead: {dates}, {find}.", dates=Say("dates"), find=Say("find"))


def _not_published(refusal: events.NotPublished, reader: Reader) -> RefusalText:
    title = sentences.not_published(refusal, reader)
    return title, reader.say("What is open: {say}", say=Say("find"))


def _no_such_date(refusal: events.NoSuchDate, reader: Reader) -> RefusalText:
    title = reader.say("I find no date for {words}.", words=Strong(refusal.words[:60] or "that"))
    return title, reader.say("What there is: {find}, {dates}.", find=Say("find"), dates=Say("dates"))


def _too_many(refusal: events.TooManyNights, reader: Reader) -> RefusalText:
    title = reader.say("That is more than {n} dates at once.", n=str(refusal.most))
    return title, reader.say("Post them in pieces: {say}", say=Say("post"))


def _slot_gone(refusal: applications.SlotGone, reader: Reader) -> RefusalText:
    title = sentences.slot_gone(refusal, reader)
    if refusal.chooses:
        return title, reader.say(
            "It is booked, or kept for another band until its invite ends: {say}", say=Say("dates")
        )
    if refusal.more:
        return title, reader.say("Another one is open that night: {say}", say=Say("find"))
    return title, reader.say("Other dates: {say}", say=Say("find"))


def _application_over(refusal: applications.ApplicationOver, reader: Reader) -> RefusalText:
    title = sentences.application_over(refusal, reader)
    return title, reader.say("How it all stands: {say}", say=Say("applications"))


def _players_taken(refusal: applications.PlayersTaken, reader: Reader) -> RefusalText:
    title = sentences.players_taken(refusal, reader)
    return title, reader.say("What is in your way: {say}", say=Say("gigs"))


def _links_missing(refusal: applications.LinksMissing, reader: Reader) -> RefusalText:
    title = reader.say(
        "{venue} wants to listen first, and {band} has no link yet.",
        venue=Strong(refusal.venue),
        band=refusal.band,
    )
    say = Say("band edit field: bandcamp value: thefoxes")
    sentence = "For example: {say}. Music in a press kit that is switched on counts, too: {kit}"
    return title, reader.say(sentence, say=say, kit=Say("epk"))


def _no_band_called(refusal: applications.NoBandCalled, reader: Reader) -> RefusalText:
    title = reader.say("I know no band called {name}.", name=Strong(refusal.words[:60] or "that"))
    return title, reader.say("Bands that apply are listed there: {say}", say=Say("applications"))


def _not_asked(refusal: applications.NotAsked, reader: Reader) -> RefusalText:
    return sentences.not_asked(refusal, reader), reader.say("Your gigs: {say}", say=Say("gigs"))


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
    applications.NotAsked: _not_asked,
    applications.NoBandCalled: _no_band_called,
}
