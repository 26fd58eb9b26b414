"""Every refusal in words, with a next step; and what is said when something broke."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bots.chat.reply import Line, Paragraph, Placement, Reply, Say, Strong, Tone
from bots.chat.turn import Reader
from bots.chat.words import some
from core import formats
from core.access import NotAllowed, Right
from core.bands import PlaceKind
from core.bands import refusals as bands
from core.bands.fields import EXAMPLES, SERVICE_NAMES
from core.bands.habits import HabitUnclear
from core.bands.plans import PLANS as BAND_PLANS
from core.errors import Refusal
from core.journal import Gone, NothingToUndo, NotYours, Superseded
from core.people import linking, names
from core.people.changes import PersonProfileSet, PersonSettingsSet, PersonZoneSet
from core.personal_data import erasing
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.calendars import addresses
from core.scheduling.calendars.feeds import TooManyFeeds
from core.scheduling.commitments import commitment as commitments
from core.scheduling.commitments.changes import CommitmentAnswered
from core.scheduling.diary import corrections
from core.scheduling.green.search import TooManyLineUps


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
    return title, reader.say("Yours: {names}.", names=some(refusal.yours, reader.locale))


def _not_a_member(refusal: bands.NotAMember, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("You don't play in {band}.", band=Strong(refusal.band))
    return title, reader.say("Ask its owner for an invite, then {say}.", say=Say("join"))


def _no_such_member(refusal: bands.NoSuchMember, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("Nobody called {name} plays there.", name=Strong(refusal.words[:60] or "that"))
    return title, reader.say("In the band: {names}.", names=some(refusal.members, reader.locale))


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
        Right.ENTER: "write into a diary in {band}",
        Right.NUDGE: "nudge people in {band}",
        Right.SHARE: "share the dates of {band}",
        Right.PROPOSE: "propose rehearsals to {band}",
        Right.DECIDE: "settle dates of {band}",
    }[refusal.right]
    title = reader.say(f"Your role does not let you {what}.", band=Strong(refusal.band))
    return title, reader.say("Ask {names}.", names=some(refusal.owners, reader.locale))


def _owners_only(refusal: bands.OwnersOnly, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("Only an owner of {band} does that.", band=Strong(refusal.band))
    return title, reader.say("Ask {names}.", names=some(refusal.owners, reader.locale))


def _last_owner(refusal: bands.LastOwner, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("{band} would be left without an owner.", band=Strong(refusal.band))
    return title, reader.say("Hand it over first: {say}", say=Say("band members"))


def _dep_not_required(refusal: bands.DepNotRequired, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("{name} is a dep, so the band never hangs on them.", name=Strong(refusal.name[:60]))
    return title, reader.say(
        "Make them a member first: {say}", say=Say(f"band member {refusal.name[:40]} role: member")
    )


def _place_taken(refusal: bands.PlaceTaken, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("This is {band}'s place already.", band=Strong(refusal.band))
    sentence = "Their owner can free it, or somebody who manages it: {say}"
    return title, reader.say(sentence, say=Say("band unbind"))


def _managers_only(refusal: bands.ManagersOnly, reader: Reader) -> tuple[Line, Line | None]:
    who = {
        PlaceKind.SERVER: "A whole server is bound by somebody who manages it.",
        PlaceKind.CHANNEL: "A channel is bound by somebody who manages it.",
        PlaceKind.GROUP: "A group is bound by one of its admins.",
    }[refusal.place]
    if refusal.narrower:
        alone = "For this channel alone: {say}"
        return reader.say(who), reader.say(alone, say=Say("band bind to: channel"))
    right = (
        "an admin of it" if refusal.place is PlaceKind.GROUP else f"the right to manage this {refusal.place}"
    )
    become = "Once you are" if refusal.place is PlaceKind.GROUP else "Once you have"
    return reader.say(who), reader.say(f"{become} {right}: {{say}}", say=Say("band bind"))


def _value_unclear(refusal: bands.ValueUnclear, reader: Reader) -> tuple[Line, Line | None]:
    said = {
        "name": "A band's name has 1 to 80 characters.",
        "genres": "Up to eight genres, divided by commas, is what I can keep.",
        "part": "A part is 1 to 80 characters, such as: drums, vocals.",
        "role": "An invite makes a member, a booker or a dep.",
        "website": "That is no address of a website that I can show.",
    }
    name = SERVICE_NAMES.get(refusal.field, refusal.field)
    title = reader.say(said.get(refusal.field, "That is no address of a profile on {name}."), name=name)
    if refusal.field == "part":
        return title, reader.say("Try again: {say}", say=Say("band member"))
    if refusal.field == "role":
        return title, reader.say("Owners are made by owners: {say}", say=Say("band member"))
    example = EXAMPLES.get(refusal.field, "The Foxes")
    how = Say(f"band edit field: {refusal.field} value: {example}")
    return title, reader.say("For example: {say}", say=how)


def _superseded(refusal: Superseded, reader: Reader) -> tuple[Line, Line | None]:
    if refusal.kind in BAND_PLANS:
        title = reader.say("That has been changed again since, so that stays.")
        return title, reader.say("How it stands: {say}", say=Say("band show"))
    if refusal.kind is CommitmentAnswered:
        title = reader.say("That answer has changed since, so it stays.")
        return title, reader.say("How it stands: {say}", say=Say("gigs"))
    if refusal.kind is PersonZoneSet:
        title = reader.say("Your zone has been set again since, so that stays.")
        return title, reader.say("Set it: {say}", say=Say("timezone"))
    if refusal.kind is MonthConfirmed:
        title = reader.say("That month has been confirmed again since, so it stays.")
        return title, reader.say("How it stands: {say}", say=Say("mine"))
    if refusal.kind is PersonProfileSet:
        title = reader.say("Your profile has changed again since, so that stays.")
        return title, reader.say("How it stands: {say}", say=Say("profile"))
    if refusal.kind is PersonSettingsSet:
        title = reader.say("Your settings have changed again since, so that stays.")
        return title, reader.say("How they stand: {say}", say=Say("settings"))
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


def _too_many_line_ups(refusal: TooManyLineUps, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say(
        "There are too many ways to pick {n} of {of}.", n=str(refusal.size), of=str(refusal.of)
    )
    return title, reader.say("Say who is left out: {say}", say=Say("green March without: Jo"))


def _already_linked(refusal: linking.AlreadyLinked, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("You are {name} here and there already.", name=Strong(refusal.name[:60]))
    return title, reader.say("Your accounts: {say}", say=Say("link"))


def _still_owner(refusal: erasing.StillOwner, reader: Reader) -> tuple[Line, Line | None]:
    names = [each[:40] for each in refusal.bands[:_FEW]]
    if len(refusal.bands) > _FEW:
        names.append(f"{len(refusal.bands) - _FEW} more")
    title = reader.say("You are the only owner of {names}.", names=some(names, reader.locale))
    return title, reader.say("Hand over first: {say}", say=Say("band leave"))


_FEW = 2


def _no_such_place(refusal: NoSuchPlace, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("I don't know a city or zone called {words}.", words=Strong(refusal.words[:60]))
    return title, reader.say("Try a bigger city nearby, or a zone such as Europe/London.")


def _other_scheme(refusal: addresses.OtherScheme, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say(
        "I can't open an address that begins with {scheme}.", scheme=Strong(refusal.scheme[:20])
    )
    return title, reader.say("Take the one that begins with https: or webcal:, and often ends in .ics.")


def _private_host(refusal: addresses.PrivateHost, reader: Reader) -> tuple[Line, Line | None]:
    title = reader.say("{host} lies in a private network, which I don't enter.", host=refusal.host[:40])
    return title, reader.say("Take a public link, or ask who runs this bot to allow that host.")


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
    TooManyLineUps: _too_many_line_ups,
    names.PersonNameNotUsable: _says(
        "A name has 1 to 80 characters that can be seen, on one line.", "Try again: {say1}", "profile Jo"
    ),
    names.InstrumentsNotUsable: _says(
        "Up to 8 instruments with commas between, each of 1 to 40 characters.",
        "For example: {say1}",
        "profile instruments: drums, vocals",
    ),
    linking.LinkCodeUnknown: _says(
        "That code joins nothing.",
        "Check it letter by letter, or get a new one on the other side: {say1}",
        "link",
    ),
    linking.LinkCodeUsed: _says(
        "That code has been used already.", "Get a new one on the other side: {say1}", "link"
    ),
    linking.LinkCodeExpired: _says(
        "That code is more than 10 minutes old.", "Get a new one on the other side: {say1}", "link"
    ),
    linking.OwnLinkCode: _says(
        "That code is this account's own.",
        "Type it where I know you by another account, such as on Telegram.",
    ),
    linking.AlreadyLinked: _already_linked,
    linking.AskedFromThere: _says(
        "This is the account that you ask from, so it stays.",
        "Part it from one of the others: {say1}",
        "link",
    ),
    erasing.StillOwner: _still_owner,
    addresses.NotAnAddress: _says(
        "That is no address of the web.", "For example: {say1}", "import https://example.com/calendar.ics"
    ),
    addresses.OtherScheme: _other_scheme,
    addresses.AddressTooLong: _says(
        "That address is longer than any calendar's.", "Copy it anew from your calendar's settings."
    ),
    addresses.PrivateHost: _private_host,
    TooManyFeeds: _says("You have ten calendars here, which is the most.", "Remove one: {say1}", "import"),
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
    bands.OwnersOnly: _owners_only,
    bands.LastOwner: _last_owner,
    bands.DepNotRequired: _dep_not_required,
    bands.ValueUnclear: _value_unclear,
    bands.PlaceTaken: _place_taken,
    bands.PlaceFree: _says("No band is bound to this place.", "Bind yours: {say1}", "band bind"),
    bands.NothingToBind: _says(
        "There is nothing here that a band could be bound to.",
        "In a group, or in a channel of a server: {say1}",
        "band bind",
    ),
    bands.ManagersOnly: _managers_only,
    bands.NoSuchInvite: _says(
        "That code opens nothing.", "Check it letter by letter, or ask the band for a new one."
    ),
    bands.InviteOver: _invite_over,
}
"""Every refusal there is; a test fails when one has no words."""
