"""What people are told when somebody else changes who is in a band, and as what."""

from bots.chat.reply import Block, Facts, Paragraph, Reply, Say, Strong, Tone
from bots.chat.results.band import HeirNews, MembershipNews, NewMember, RemovedNews
from bots.chat.turn import Reader
from bots.chat.views.band.members import membership_facts
from core.bands import Role
from presentation.words import called


def membership_news(result: MembershipNews, reader: Reader) -> Reply:
    """The reader's membership as it is now."""
    band = Strong(result.band.name)
    title = reader.say(
        "🎸 {name} has changed your details in {band}",
        name=Strong(called(result.by, reader.locale)),
        band=band,
    )
    blocks: list[Block] = [Facts(membership_facts(result.member, reader))]
    if result.member.role is Role.OWNER:
        blocks.append(Paragraph(reader.say("What you can do now: {say}", say=Say("help band"))))
    why = reader.say("Sent because you play in {band}.", band=result.band.name)
    return Reply(title, (*blocks, Paragraph(why)), tone=Tone.BAND)


def heir_news(result: HeirNews, reader: Reader) -> Reply:
    """Whose it is now, and what that means."""
    band, name = Strong(result.band.name), Strong(called(result.by, reader.locale))
    title = reader.say("🎸 {name} has handed {band} over to you: you own it now", name=name, band=band)
    gone = reader.say("{name} has left the band.", name=called(result.by, reader.locale))
    stays = reader.say("{name} stays in it as a member.", name=called(result.by, reader.locale))
    can = reader.say("What you can do now: {say}", say=Say("help band"))
    why = reader.say("Sent because you own {band} now.", band=result.band.name)
    return Reply(title, tuple(map(Paragraph, (gone if result.left else stays, can, why))), tone=Tone.BAND)


def removed_news(result: RemovedNews, reader: Reader) -> Reply:
    """That the reader is out, and keeps their diary."""
    band, name = Strong(result.band.name), Strong(called(result.by, reader.locale))
    title = reader.say("{name} has taken you out of {band}", name=name, band=band)
    diary = reader.say("Your diary is yours: nothing in it has changed. The band no longer sees it.")
    why = reader.say("Sent because you played in {band}.", band=result.band.name)
    return Reply(title, (Paragraph(diary), Paragraph(why)), tone=Tone.BAND)


def new_member(facts: NewMember, reader: Reader) -> Reply:
    """The new member, and their role."""
    title = reader.say(
        "🎸 {name} has joined {band}", name=Strong(facts.member.name), band=Strong(facts.band.name)
    )
    role = reader.say(_AS[facts.member.role])
    if facts.member.part:
        role = reader.say(_AS_ON[facts.member.role], part=facts.member.part)
    count = reader.plural(facts.members, "There is 1 of you now.", "There are {n} of you now.")
    blocks = (
        Paragraph(reader.say("{role} {count}", role=role, count=count)),
        Paragraph(reader.say("Who is in it: {say}", say=Say("band members"))),
        Paragraph(reader.say("Sent because you own {band}.", band=facts.band.name)),
    )
    return Reply(title, blocks, tone=Tone.BAND)


_AS = {
    Role.OWNER: "As a member.",
    Role.BOOKER: "As a booker.",
    Role.MEMBER: "As a member.",
    Role.DEP: "As a dep.",
}
_AS_ON = {
    Role.OWNER: "As a member on {part}.",
    Role.BOOKER: "As a booker on {part}.",
    Role.MEMBER: "As a member on {part}.",
    Role.DEP: "As a dep on {part}.",
}
