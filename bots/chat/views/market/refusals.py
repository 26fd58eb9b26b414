"""Refusals about open dates, applications and bookings, each in words, with a next step."""

from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from core.marketplace.applications import refusals as applications
from core.marketplace.events import refusals as events
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
    return title, reader.say("For example: {say}", say=say)


def _no_band_called(refusal: applications.NoBandCalled, reader: Reader) -> RefusalText:
    title = reader.say("I know no band called {name}.", name=Strong(refusal.words[:60] or "that"))
    return title, reader.say("Bands that apply are listed there: {say}", say=Say("applications"))


def _not_asked(refusal: applications.NotAsked, reader: Reader) -> RefusalText:
    return sentences.not_asked(refusal, reader), reader.say("Your gigs: {say}", say=Say("gigs"))


REFUSALS: Refusals = {
    events.NightPast: _night_past,
    events.NotPublished: _not_published,
    events.NoSuchDate: _no_such_date,
    events.TooManyNights: _too_many,
    events.FactUnclear: says("I can't make that out.", "Your dates: {say1}", "dates"),
    events.SlotsBooked: says(
        "Bands are booked for these slots.", "Call one of them off first: {say1}", "dates"
    ),
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
