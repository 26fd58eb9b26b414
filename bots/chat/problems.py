"""Every refusal in words, with a next step; and what is said when something broke."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bots.chat.reply import Line, Paragraph, Placement, Reply, Say, Strong, Tone
from bots.chat.turn import Reader
from core import formats
from core.access import NotAllowed, Right
from core.bands import refusals as bands
from core.bands.habits import HabitUnclear
from core.errors import Refusal
from core.journal import ChangeKind, Gone, NothingToUndo, NotYours, Superseded
from core.scheduling import commitments, corrections


@dataclass(eq=False)
class UnknownCommand(Refusal):
    """A command that is not in the catalogue."""

    said: str


@dataclass(eq=False)
class OldButton(Refusal):
    """A button from before an update, or one that is not ours."""


@dataclass(eq=False)
class NotYourWords(Refusal):
    """Somebody else's words can only be read by themselves."""


@dataclass(eq=False)
class NoSuchPlace(Refusal):
    """Neither a zone nor a city that is known."""

    words: str


def refused(refusal: Refusal, reader: Reader) -> Reply:
    """The refusal in a sentence, and what can be done next."""
    title, step = WORDS[type(refusal)](refusal, reader)
    blocks = (Paragraph(step),) if step else ()
    return Reply(title, blocks, tone=Tone.REFUSAL, placement=Placement.TOAST)


def broken(incident: str, reader: Reader) -> Reply:
    """A bug: the number under which the log has it."""
    title = reader.say("Something broke on my side ({incident}). Nothing was saved.", incident=incident)
    step = reader.say("Try again; if it stays broken, tell the person who runs this bot the number.")
    return Reply(title, (Paragraph(step),), tone=Tone.REFUSAL, placement=Placement.TOAST)


_Sayer = Callable[[Any, Reader], tuple[Line, Line | None]]


def _says(sentence: str, step: str = "", *commands: str) -> _Sayer:
    def words(_: Refusal, reader: Reader) -> tuple[Line, Line | None]:
        said = {f"say{number}": Say(command) for number, command in enumerate(commands, 1)}
        return reader.say(sentence), reader.say(step, **said) if step else None

    return words


def _no_such_band(refusal: bands.NoSuchBand, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("You play in no band called {name}.", name=Strong(refusal.words[:60]))
    if not refusal.yours:
        return title, reader.say("Make one: {say}", say=Say("band create"))
    return title, reader.say("Yours: {names}.", names=formats.listing(refusal.yours, reader.locale))


def _not_a_member(refusal: bands.NotAMember, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("You don't play in {band}.", band=Strong(refusal.band))
    return title, reader.say("Ask its owner for an invite, then {say}.", say=Say("join"))


def _no_such_member(refusal: bands.NoSuchMember, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("Nobody called {name} plays there.", name=Strong(refusal.words[:60] or "that"))
    return title, reader.say("In the band: {names}.", names=formats.listing(refusal.members, reader.locale))


def _invite_over(refusal: bands.InviteOver, reader: Reader) -> tuple[Line, Line | None]:
    why = {
        "expired": "That invite into {band} has run out.",
        "used_up": "That invite into {band} has been used up.",
        "revoked": "That invite into {band} was revoked.",
    }[refusal.why]
    step = reader.say("Ask somebody in the band for a new one.")
    return reader.say(why, band=Strong(refusal.band)), step


def _not_allowed(refusal: NotAllowed, reader: Reader) -> tuple[Line, Line | None]:
    what = {
        Right.SEE: "see that of {band}",
        Right.INVITE: "invite people into {band}",
        Right.EDIT: "change {band}",
        Right.PROPOSE: "propose rehearsals to {band}",
        Right.DECIDE: "settle dates of {band}",
    }[refusal.right]
    title = reader.say(f"Your role does not let you {what}.", band=Strong(refusal.band))
    return title, reader.say("Ask {names}.", names=formats.listing(refusal.owners, reader.locale))


def _superseded(refusal: Superseded, reader: Reader) -> tuple[Line, Line | None]:
    if refusal.kind is ChangeKind.ANSWERED:
        title = reader.say("That answer has changed since, so it stays.")
        return title, reader.say("How it stands: {say}", say=Say("gigs"))
    if refusal.kind is ChangeKind.ZONE_SET:
        title = reader.say("Your zone has been set again since, so that stays.")
        return title, reader.say("Set it: {say}", say=Say("timezone"))
    title = reader.say("Your diary has changed since, so that stays.")
    return title, reader.say("How it stands: {say}", say=Say("mine"))


def _unknown_command(refusal: UnknownCommand, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("I don't know {said}.", said=Strong(refusal.said[:40]))
    return title, reader.say("What I know: {say}", say=Say("help"))


def _habit_unclear(refusal: HabitUnclear, reader: Reader) -> tuple[Line, Line | None]:
    example = {"hours": "weekdays 18:00-23:00, weekends 14:00-23:00", "length": "2 h"}
    field = refusal.field.replace("_", " ")
    title = reader.say("I can't make {words} out.", words=Strong(refusal.words[:60]))
    say = Say(f"band edit field: {field} value: {example.get(refusal.field, '19:00-23:00')}")
    return title, reader.say("For example: {say}", say=say)


def _nothing_like_that(refusal: corrections.NothingLikeThat, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("Nothing in your diary is about {words}.", words=Strong(refusal.words[:60]))
    return title, reader.say("What is in it: {say}", say=Say("mine"))


def _no_such_place(refusal: NoSuchPlace, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("I don't know a city or zone called {words}.", words=Strong(refusal.words[:60]))
    return title, reader.say("Try a bigger city nearby, or a zone such as Europe/London.")


def _band_taken(refusal: commitments.BandTaken, reader: Reader) -> tuple[Line, Line | None]:
    other = refusal.other
    day = formats.day(other.start.date(), reader.locale, today=reader.today)
    title = reader.say(
        "{band} has a {what} then: {when}.",
        band=Strong(refusal.band[:60]),
        what=other.kind.value,
        when=f"{day}, {formats.hours(other.start.time(), other.end.time(), reader.locale)}",
    )
    return title, reader.say("Move or cancel that one first: {say}", say=Say("gigs"))


def _nothing_ahead(refusal: commitments.NothingAhead, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("Nothing is to come in the diary of {band}.", band=Strong(refusal.band))
    return title, reader.say("Find a time to rehearse: {say}", say=Say("rehearse"))


WORDS: dict[type[Refusal], _Sayer] = {
    UnknownCommand: _unknown_command,
    OldButton: _says(
        "That button is from before an update, or is not one of mine.",
        "How things stand: {say1}, {say2}.",
        "mine",
        "green",
    ),
    NotYourWords: _says(
        "Those are somebody else's words, and only they can have me read them.",
        "Your own diary: {say1}",
        "mine",
    ),
    NoSuchPlace: _no_such_place,
    NotAllowed: _not_allowed,
    NothingToUndo: _says("There is nothing to undo.", "Your diary: {say1}", "mine"),
    NotYours: _says("That button belongs to somebody else.", "Your own diary: {say1}", "mine"),
    Gone: _says(
        "That is gone, so the button does nothing any more.",
        "How things stand: {say1}, {say2}.",
        "mine",
        "green",
    ),
    Superseded: _superseded,
    corrections.NothingToCorrect: _says(
        "There is nothing you have said lately that I could change.", "Your diary: {say1}", "mine"
    ),
    corrections.CannotCorrect: _says(
        "I can't tell how to change what you said last.", "Take it back with {say1} and say it anew.", "undo"
    ),
    corrections.NothingLikeThat: _nothing_like_that,
    HabitUnclear: _habit_unclear,
    commitments.BandTaken: _band_taken,
    commitments.NothingAhead: _nothing_ahead,
    commitments.TooLate: _says(
        "That has begun or is over, so it stays as it is.", "What is to come: {say1}", "gigs"
    ),
    commitments.TimePast: _says(
        "That time is over already.", "Name one that is to come, or look for one: {say1}", "rehearse"
    ),
    commitments.CalledOff: _says(
        "That was called off.", "Put it back first, or find another time: {say1}", "rehearse"
    ),
    commitments.TooLong: _says(
        "That is longer than two days.",
        "Say it in shorter pieces, such as {say1}",
        "gig Fri 11 Dec 20:00-23:00",
    ),
    bands.NameNotUsable: _says(
        "A band's name has 1 to 80 characters.", "Try again: {say1}", "band create The Foxes"
    ),
    bands.NoSuchBand: _no_such_band,
    bands.NoBand: _says(
        "You are in no band yet.", "Make one with {say1}, or join one with {say2}.", "band create", "join"
    ),
    bands.NotAMember: _not_a_member,
    bands.NoSuchMember: _no_such_member,
    bands.NoSuchInvite: _says(
        "That code opens nothing.", "Check it letter by letter, or ask the band for a new one."
    ),
    bands.InviteOver: _invite_over,
}
"""Every refusal there is; a test fails when one has no words."""
