"""Every refusal in words, with a next step; and what is said when something broke."""

from bots.chat.refusals import NotYourWords, OldButton, UnknownCommand
from bots.chat.reply import Paragraph, Placement, Reply, Say, Strong, Tone
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from bots.chat.views.band import refusals as band
from bots.chat.views.diary import refusals as diary
from bots.chat.views.gigs import refusals as gigs
from bots.chat.views.green import refusals as green
from bots.chat.views.person import refusals as person
from core.bands.undoing import OF_BANDS
from core.errors import Refusal
from core.journal import ChangeKind, Gone, NothingToUndo, NotYours, Superseded


def refused(refusal: Refusal, reader: Reader) -> Reply:
    """The refusal in a sentence, and what can be done next."""
    title, step = REFUSALS[type(refusal)](refusal, reader)
    blocks = (Paragraph(step),) if step else ()
    return Reply(title, blocks, tone=Tone.REFUSAL, placement=Placement.TOAST)


def broken(incident: str, reader: Reader) -> Reply:
    """A bug: the number under which the log has it."""
    title = reader.say("Something broke on my side ({incident}). Nothing was saved.", incident=incident)
    step = reader.say("Try again; if it stays broken, tell the person who runs this bot the number.")
    return Reply(title, (Paragraph(step),), tone=Tone.REFUSAL, placement=Placement.TOAST)


def _unknown_command(refusal: UnknownCommand, reader: Reader) -> RefusalText:
    title = reader.say("I don't know {said}.", said=Strong(refusal.said[:40]))
    return title, reader.say("What I know: {say}", say=Say("help"))


def _superseded(refusal: Superseded, reader: Reader) -> RefusalText:
    if refusal.kind in OF_BANDS:
        title = reader.say("That has been changed again since, so that stays.")
        return title, reader.say("How it stands: {say}", say=Say("band show"))
    if refusal.kind is ChangeKind.ANSWERED:
        title = reader.say("That answer has changed since, so it stays.")
        return title, reader.say("How it stands: {say}", say=Say("gigs"))
    if refusal.kind is ChangeKind.ZONE_SET:
        title = reader.say("Your zone has been set again since, so that stays.")
        return title, reader.say("Set it: {say}", say=Say("timezone"))
    if refusal.kind is ChangeKind.CONFIRMED:
        title = reader.say("That month has been confirmed again since, so it stays.")
        return title, reader.say("How it stands: {say}", say=Say("mine"))
    if refusal.kind is ChangeKind.PROFILE_SET:
        title = reader.say("Your profile has changed again since, so that stays.")
        return title, reader.say("How it stands: {say}", say=Say("profile"))
    if refusal.kind is ChangeKind.SETTINGS_SET:
        title = reader.say("Your settings have changed again since, so that stays.")
        return title, reader.say("How they stand: {say}", say=Say("settings"))
    title = reader.say("Your diary has changed since, so that stays.")
    return title, reader.say("How it stands: {say}", say=Say("mine"))


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
    **person.REFUSALS,
}
"""Every refusal there is; a test fails when one has no words."""
