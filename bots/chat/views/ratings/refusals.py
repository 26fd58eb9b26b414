"""Refusals about ratings in words, with a next step."""

from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText
from core.marketplace.ratings import refusals as ratings
from presentation.nights.standing import moment_words


def _not_played(refusal: ratings.NotPlayed, reader: Reader) -> RefusalText:
    title = reader.say(
        "{band} has not played at {venue} that night, so there is nothing to rate.",
        band=Strong(refusal.band),
        venue=Strong(refusal.venue),
    )
    return title, reader.say("What you can rate: {say}", say=Say("rate"))


def _not_over(refusal: ratings.NotOverYet, reader: Reader) -> RefusalText:
    title = reader.say("That night is still ahead.")
    until = moment_words(refusal.ends_at, refusal.zone, reader)
    return title, reader.say("You can rate it from {moment}: {say}", moment=until, say=Say("rate"))


def _closed(refusal: ratings.RatingClosed, reader: Reader) -> RefusalText:
    title = reader.say(
        "What was said of {band} at {venue} is open, or its two weeks are over: nothing changes any more.",
        band=Strong(refusal.band),
        venue=Strong(refusal.venue),
    )
    return title, reader.say("What you can rate: {say}", say=Say("rate"))


def _no_reply(refusal: ratings.NoReplyPossible, reader: Reader) -> RefusalText:
    if refusal.given:
        title = reader.say("Your side has replied already, and one reply is all there is.")
    else:
        title = reader.say("There is nothing to reply to yet.")
    return title, reader.say("How it stands: {say}", say=Say("rate"))


REFUSALS: Refusals = {
    ratings.NotPlayed: _not_played,
    ratings.NotOverYet: _not_over,
    ratings.RatingClosed: _closed,
    ratings.NoReplyPossible: _no_reply,
}
