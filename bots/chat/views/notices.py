"""What people are told without asking; why, and how to have less of it."""

from dataclasses import dataclass

from bots.chat.reply import Paragraph, Reply, Say, Strong, Tone
from bots.chat.turn import Reader
from bots.chat.words import plural
from core.bands import Band, Membership, Role


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody has joined the reader's band."""

    band: Band
    member: Membership
    members: int


def show_notice(facts: NewMember, reader: Reader) -> Reply:
    """The notice for one reader."""
    role = "a dep" if facts.member.role is Role.DEP else "a member"
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
