"""Words every refusal, with a next step, and the answer when something broke."""

from bots.chat.refusals import NotYourWords, OldButton, UnknownCommand
from bots.chat.reply import Paragraph, Placement, Reply, Say, Strong, Tone
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from bots.chat.views.band import refusals as band
from bots.chat.views.diary import refusals as diary
from bots.chat.views.gigs import refusals as gigs
from bots.chat.views.green import refusals as green
from bots.chat.views.market import refusals as market
from bots.chat.views.person import refusals as person
from bots.chat.views.publications import refusals as publications
from bots.chat.views.ratings import refusals as ratings
from bots.chat.views.venues import refusals as venues
from core.errors import Refusal
from core.journal import Gone, NothingToUndo, NotYours, Superseded


def refused(refusal: Refusal, reader: Reader) -> Reply:
    """The refusal in a sentence, and what can be done next."""
    title, step = REFUSALS[type(refusal)](refusal, reader)
    blocks = (Paragraph(step),) if step else ()
    return Reply(title, blocks, tone=Tone.REFUSAL, placement=Placement.TOAST)


def broken(incident: str, reader: Reader) -> Reply:
    """The answer to a bug, with the number that finds it in the log."""
    title = reader.say("Something broke on my side ({incident}). Nothing was saved.", incident=incident)
    step = reader.say("Try again; if it stays broken, tell the person who runs this bot the number.")
    return Reply(title, (Paragraph(step),), tone=Tone.REFUSAL, placement=Placement.TOAST)


def _unknown_command(refusal: UnknownCommand, reader: Reader) -> RefusalText:
    title = reader.say("I don't know {said}.", said=Strong(refusal.said[:40]))
    return title, reader.say("What I know: {say}", say=Say("help"))


def _superseded(refusal: Superseded, reader: Reader) -> RefusalText:
    return SUPERSEDED[refusal.kind](refusal, reader)


REFUSALS: Refusals = {
    UnknownCommand: _unknown_command,
    OldButton: says(
        "That button is from before an update, or is not one of mine.",
        "How things stand: {say1}, {say2}.",
        "mine",
        "green",
    ),
    NotYourWords: says(
        "Those are somebody else's words, and only they can have me read them.",
        "Your own diary: {say1}",
        "mine",
    ),
    NothingToUndo: says("There is nothing to undo.", "Your diary: {say1}", "mine"),
    NotYours: says("That button belongs to somebody else.", "Your own diary: {say1}", "mine"),
    Gone: says(
        "That is gone, so the button does nothing any more.",
        "How things stand: {say1}, {say2}.",
        "mine",
        "green",
    ),
    Superseded: _superseded,
    **diary.REFUSALS,
    **band.REFUSALS,
    **green.REFUSALS,
    **gigs.REFUSALS,
    **venues.REFUSALS,
    **market.REFUSALS,
    **ratings.REFUSALS,
    **person.REFUSALS,
    **publications.REFUSALS,
}
"""Every refusal there is; a test fails when one has no words."""

SUPERSEDED: Refusals = {
    **diary.SUPERSEDED,
    **band.SUPERSEDED,
    **gigs.SUPERSEDED,
    **venues.SUPERSEDED,
    **market.SUPERSEDED,
    **person.SUPERSEDED,
}
"""What is said where a later change keeps one of that kind from being undone or redone."""
