"""What people are told without asking; why, and how to have less of it."""

from dataclasses import dataclass

from bots.chat.reply import Action, Listing, Paragraph, Reply, Say, Strong, Tone, line, rows
from bots.chat.turn import Reader
from bots.chat.views.understanding import entry
from core.bands import Band, Membership, Role
from core.ids import ChangeId
from core.scheduling.availability.ports import Availability
from presentation.words import called, plural


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody has joined the reader's band."""

    band: Band
    member: Membership
    members: int


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody has written into the reader's diary."""

    band: Band
    by: str
    said: tuple[Availability, ...]
    change: ChangeId
    back: bool = False
    """It was taken out again."""


def entered(result: Entered, reader: Reader) -> Reply:
    """Who, what, and how to have it out again."""
    by = called(result.by)
    if result.back:
        return _taken_back(result, reader)
    title = reader.say("📅 {name} has entered this for you", name=Strong(by))
    blocks = (
        Listing(tuple(entry(each, reader) for each in result.said)),
        Paragraph(reader.say("Not right? Take it back; {name} is not told why.", name=by)),
        Paragraph(reader.say("Sent because {name} owns {band}.", name=by, band=result.band.name)),
    )
    return Reply(title, blocks, rows(Action("Take it back", "undo", (result.change,))), Tone.DIARY)


def _taken_back(result: Entered, reader: Reader) -> Reply:
    by = called(result.by)
    title = reader.say("📅 {name} has taken back what was entered for you", name=Strong(by))
    blocks = (
        Listing(tuple(line("No longer: ", entry(each, reader)) for each in result.said)),
        Paragraph(reader.say("Sent because it is your diary: {mine}", mine=Say("mine"))),
    )
    return Reply(title, blocks, rows(Action("Keep it in", "redo", (result.change,))), Tone.DIARY)


def new_member(facts: NewMember, reader: Reader) -> Reply:
    """Who is new, and as what."""
    role = {Role.DEP: "a dep", Role.BOOKER: "a booker"}.get(facts.member.role, "a member")
    part = f" on {facts.member.part}" if facts.member.part else ""
    title = reader.say(
        "🎸 {name} has joined {band}", name=Strong(facts.member.name), band=Strong(facts.band.name)
    )
    count = plural(facts.members, "You are 1 now.", "You are {n} now.")
    blocks = (
        Paragraph(reader.say("As {role}. {count}", role=role + part, count=count)),
        Paragraph(reader.say("Who is in it: {say}", say=Say("band members"))),
        Paragraph(reader.say("Sent because you own {band}.", band=facts.band.name)),
    )
    return Reply(title, blocks, tone=Tone.BAND)
