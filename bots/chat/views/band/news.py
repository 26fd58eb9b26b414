"""What people are told about their own place in a band when somebody else has changed it."""

from bots.chat.reply import Block, Facts, Paragraph, Reply, Say, Strong, Tone
from bots.chat.results.band import HeirNews, MembershipNews, NewMember, RemovedNews
from bots.chat.turn import Reader
from bots.chat.views.band.members import place
from core.bands import Role
from presentation.words import called, plural


def membership_news(result: MembershipNews, reader: Reader) -> Reply:
    """How the place is now."""
    band = Strong(result.band.name)
    title = reader.say(
        "🎸 {name} has changed your place in {band}", name=Strong(called(result.by)), band=band
    )
    blocks: list[Block] = [Facts(place(result.member))]
    if result.member.role is Role.OWNER:
        blocks.append(Paragraph(reader.say("What you can do now: {say}", say=Say("help band"))))
    why = reader.say("Sent because you play in {band}.", band=result.band.name)
    return Reply(title, (*blocks, Paragraph(why)), tone=Tone.BAND)


def heir_news(result: HeirNews, reader: Reader) -> Reply:
    """Whose it is now, and what that means."""
    band, name = Strong(result.band.name), Strong(called(result.by))
    title = reader.say("🎸 {name} has handed {band} over to you: you own it now", name=name, band=band)
    gone = reader.say("{name} has left the band.", name=called(result.by))
    stays = reader.say("{name} stays in it as a member.", name=called(result.by))
    can = reader.say("What you can do now: {say}", say=Say("help band"))
    why = reader.say("Sent because you own {band} now.", band=result.band.name)
    return Reply(title, tuple(map(Paragraph, (gone if result.left else stays, can, why))), tone=Tone.BAND)


def removed_news(result: RemovedNews, reader: Reader) -> Reply:
    """Out, and what stays."""
    band, name = Strong(result.band.name), Strong(called(result.by))
    title = reader.say("{name} has taken you out of {band}", name=name, band=band)
    diary = reader.say("Your diary is yours: nothing in it has changed. The band no longer sees it.")
    why = reader.say("Sent because you played in {band}.", band=result.band.name)
    return Reply(title, (Paragraph(diary), Paragraph(why)), tone=Tone.BAND)


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
