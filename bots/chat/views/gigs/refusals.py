"""Refusals about rehearsals and gigs, each in words, with a next step."""

from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from core.scheduling.commitments import commitment as commitments
from core.scheduling.commitments.changes import CommitmentAnswered
from presentation import refusals as sentences


def _band_taken(refusal: commitments.BandTaken, reader: Reader) -> RefusalText:
    title = sentences.band_taken(refusal, reader)
    return title, reader.say("Move or cancel that one first: {say}", say=Say("gigs"))


def _nothing_ahead(refusal: commitments.NothingAhead, reader: Reader) -> RefusalText:
    title = reader.say("{band} has nothing coming up.", band=Strong(refusal.band))
    return title, reader.say("Find a time to rehearse: {say}", say=Say("rehearse"))


def _agreed(refusal: commitments.AgreedElsewhere, reader: Reader) -> RefusalText:
    title = reader.say("That is agreed with the venue: {place}.", place=Strong(refusal.place[:60] or "?"))
    return title, reader.say("Ask the venue to move it, or call it off: {say}", say=Say("applications"))


REFUSALS: Refusals = {
    commitments.BandTaken: _band_taken,
    commitments.NothingAhead: _nothing_ahead,
    commitments.TooLate: says(
        "That has begun or is over, so it stays as it is.", "What is coming up: {say1}", "gigs"
    ),
    commitments.TimePast: says(
        "That time has already passed.", "Pick a later one, or look for one: {say1}", "rehearse"
    ),
    commitments.AgreedElsewhere: _agreed,
    commitments.CalledOff: says(
        "That was called off.", "Put it back first, or find another time: {say1}", "rehearse"
    ),
    commitments.TooLong: says(
        "That is longer than two days.",
        "Enter it in shorter pieces, such as {say1}",
        "gig Fri 11 Dec 20:00-23:00",
    ),
}

SUPERSEDED: Refusals = {
    CommitmentAnswered: says("That answer has changed since, so it stays.", "How it stands: {say1}", "gigs"),
}
"""The refusals to undo or redo these kinds of change, after a later change."""
