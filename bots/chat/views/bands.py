"""What is said about a band, its members and its invites."""

from dataclasses import dataclass

from bots.chat.reply import (
    Action,
    Block,
    Code,
    Facts,
    Line,
    Link,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    line,
    rows,
)
from bots.chat.turn import Reader
from bots.chat.words import plural
from core import formats
from core.bands import Band, Membership, PlaceKind, Role
from core.bands.invites import Invited, InviteRevoked, InviteShown, Joined
from core.bands.leaving import LeaveAsked, Left
from core.bands.making import BandCard, BandMade
from core.moments import to_wall


@dataclass(frozen=True, slots=True)
class Members:
    """Who plays in a band, asked for as a list."""

    card: BandCard


@dataclass(frozen=True, slots=True)
class InviteGiven:
    """An invite, with the links that open it."""

    invited: Invited
    telegram: str | None


def band_made(result: BandMade, reader: Reader) -> Reply:
    """The band, where it is bound, and the next step."""
    bound = {
        PlaceKind.SERVER: "Here on this server nobody needs to name the band.",
        PlaceKind.CHANNEL: "Here in this channel nobody needs to name the band.",
        PlaceKind.GROUP: "Here in this group nobody needs to name the band.",
        None: None,
    }[result.bound]
    blocks: list[Block] = [Facts(_profile(result.band, reader))]
    if bound:
        blocks.append(Paragraph(reader.say(bound)))
    if result.zone_taken:
        blocks.append(_taken(result.zone_taken, reader))
    blocks.append(
        Paragraph(
            reader.say(
                "Next: {invite} brings the others in, {busy} says when you can't.",
                invite=Say("band invite"),
                busy=Say("busy every Tuesday evening"),
            )
        )
    )
    title = reader.say("🎸 {band} is here, and you are its owner", band=Strong(result.band.name))
    return Reply(title, tuple(blocks), tone=Tone.BAND)


def band_card(result: BandCard, reader: Reader) -> Reply:
    """The band's profile and its line-up."""
    blocks = (Facts(_profile(result.band, reader)), Listing(_line_up(result, reader)))
    return Reply(reader.say("🎸 {band}", band=Strong(result.band.name)), blocks, tone=Tone.BAND)


def members(result: Members, reader: Reader) -> Reply:
    """Everybody with part, role and whether the band needs them."""
    card = result.card
    count = plural(len(card.members), "1 member", "{n} members")
    title = reader.say("🎸 {band}: {count}", band=Strong(card.band.name), count=count)
    needed = sum(member.required for member in card.members)
    note = plural(needed, "It takes 1 of them to play.", "It takes {n} of them to play.")
    return Reply(title, (Listing(_line_up(card, reader)), Paragraph(reader.say(note))), tone=Tone.BAND)


def invite_given(result: InviteGiven, reader: Reader) -> Reply:
    """The code, shown this once; Revoke."""
    invited = result.invited
    day = formats.day(to_wall(invited.expires_at, reader.zone).date(), reader.locale, today=reader.today)
    blocks: list[Block] = [
        Facts((("Code", line(Code(_spaced(invited.code)))), ("For", line(_as(invited.role, invited.part))))),
        Paragraph(
            reader.say(
                "They type {join}, on Discord or anywhere else.", join=Say(f"join {_spaced(invited.code)}")
            )
        ),
    ]
    if result.telegram:
        link = Link(result.telegram, result.telegram)
        blocks.append(Paragraph(reader.say("On Telegram this link is enough: {link}", link=link)))
    uses = str(invited.uses)
    blocks.append(Paragraph(reader.say("Good until {day}, for {uses} people.", day=day, uses=uses)))
    blocks.append(Paragraph(reader.say("I show the code only this once: I keep no copy.")))
    revoke = Action("Revoke", "revoke", (invited.invite,), Weight.DANGER)
    title = reader.say("✉ An invite into {band}", band=Strong(invited.band.name))
    return Reply(title, tuple(blocks), rows(revoke), Tone.BAND)


def invite_revoked(result: InviteRevoked, reader: Reader) -> Reply:
    """That door is closed."""
    words = (
        "That invite into {band} was revoked before"
        if result.before
        else "Revoked: nobody joins {band} by that invite any more"
    )
    again = reader.say("A new one: {say}", say=Say("band invite"))
    title = reader.say(words, band=Strong(result.band.name))
    return Reply(title, (Paragraph(again),), tone=Tone.BAND)


def invite_shown(result: InviteShown, reader: Reader) -> Reply:
    """Which band it is, and [Join]: looking changes nothing."""
    names = formats.listing([member.name for member in result.members], reader.locale)
    blocks = (
        Facts(
            (
                *_profile(result.band, reader),
                ("Line-up", line(names)),
                ("You would be", line(_as(result.role, result.part))),
            )
        ),
    )
    join = Action("Join", "join", (result.invite,), Weight.FIRST)
    title = reader.say("🎸 {band} would like you in", band=Strong(result.band.name))
    return Reply(title, blocks, rows(join), Tone.BAND)


def joined(result: Joined, reader: Reader) -> Reply:
    """Welcome, and the next step."""
    band = Strong(result.band.name)
    if result.before:
        title = reader.say("🎸 You play in {band} already", band=band)
    else:
        role = _as(result.membership.role, result.membership.part)
        title = reader.say("🎸 You are in {band} now, as {role}", band=band, role=role)
    blocks: list[Block] = []
    if result.zone_taken:
        blocks.append(_taken(result.zone_taken, reader))
    if not result.before:
        say = Say("busy every Tuesday evening")
        blocks.append(Paragraph(reader.say("Say when you can't: {say}", say=say)))
        blocks.append(
            Paragraph(
                reader.say(
                    "The band sees when you are busy, never why. To leave: {say}", say=Say("band leave")
                )
            )
        )
    return Reply(title, tuple(blocks), tone=Tone.BAND)


def leave_asked(result: LeaveAsked, reader: Reader) -> Reply:
    """The word more that leaving needs."""
    band = Strong(result.band.name)
    if not result.heirs:
        title = reader.say("You are the only one in {band}. Leaving ends the band.", band=band)
        end = Action("End the band", "dissolve", (result.band.id,), Weight.DANGER)
        return Reply(title, (), rows(end), Tone.BAND)
    title = reader.say("You are the only owner of {band}. Who takes over?", band=band)
    buttons = (Action(heir.name, "heir", (result.band.id, heir.id)) for heir in result.heirs[:_HEIRS])
    return Reply(title, (), rows(*buttons), Tone.BAND)


_HEIRS = 20


def left(result: Left, reader: Reader) -> Reply:
    """Out, and what became of the band."""
    band = Strong(result.band.name)
    if result.dissolved:
        title = reader.say("{band} is no more", band=band)
    elif result.heir:
        title = reader.say("You have left {band}; {heir} owns it now", band=band, heir=Strong(result.heir))
    else:
        title = reader.say("You have left {band}", band=band)
    blocks = (Paragraph(reader.say("Your diary is yours: nothing in it has changed.")),)
    return Reply(title, blocks, tone=Tone.BAND)


def _taken(zone: str, reader: Reader) -> Paragraph:
    sentence = "I took the band's zone, {zone}, as yours. Elsewhere? {say}"
    return Paragraph(reader.say(sentence, zone=Strong(zone), say=Say("timezone")))


def _profile(band: Band, reader: Reader) -> tuple[tuple[str, Line], ...]:
    facts = [("City", line(band.city))] if band.city else []
    facts.append(("Zone", line(band.zone)))
    if band.genres:
        facts.append(("Genres", line(formats.listing(band.genres, reader.locale))))
    return tuple(facts)


def _line_up(card: BandCard, reader: Reader) -> tuple[Line, ...]:
    return tuple(_member(member, you=member.person == card.you, reader=reader) for member in card.members)


def _member(member: Membership, *, you: bool, reader: Reader) -> Line:
    notes = [member.part or "no part yet", member.role.value, "required" if member.required else "optional"]
    name = line(Strong(member.name), " (you)") if you else line(Strong(member.name))
    return reader.say("{name} · {notes}", name=name, notes=", ".join(notes))


def _as(role: Role, part: str | None) -> str:
    who = {Role.DEP: "a dep (a stand-in)"}.get(role, "a member")
    return f"{who} on {part}" if part else who


def _spaced(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"
