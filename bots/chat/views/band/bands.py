"""What is said about a band, its members and its invites."""

from bots.chat.buttons import RunCommand
from bots.chat.buttons.band import DissolveBand, JoinByInvite, LeaveTo, RevokeInvite
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
from bots.chat.results.band import InviteGiven, MembersShown
from bots.chat.turn import Reader
from bots.chat.views.band.editing import links
from core import formats
from core.bands import Band, BindingKind, Membership, Role, parts_of
from core.bands.binding import Unbound
from core.bands.creation import BandCard, BandMade
from core.bands.departure import LeaveAsked, Left
from core.bands.invites import InviteRevoked, InviteShown, Joined
from core.moments import to_wall
from presentation.words import plural


def band_made(result: BandMade, reader: Reader) -> Reply:
    """The band, where it is bound, and the next step."""
    blocks: list[Block] = [Facts(_profile(result.band, reader))]
    if result.bound:
        blocks.append(Paragraph(reader.say(f"Here {_HERE[result.bound]} nobody needs to name the band.")))
    if result.unbound:
        blocks.append(Paragraph(_unbound(result.band, result.unbound, reader)))
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


_HERE = {
    BindingKind.SERVER: "on this server",
    BindingKind.CHANNEL: "in this channel",
    BindingKind.GROUP: "in this group",
}


def _unbound(band: Band, unbound: Unbound, reader: Reader) -> Line:
    """Whose the place is, or who may bind it; and the next step."""
    bind = f"band bind band: {band.name}"
    parts: dict[str, Strong | Say] = {"holder": Strong(unbound.holder or ""), "bind": Say(bind)}
    if unbound.holder is None:
        who = "Somebody who manages it" if unbound.place is BindingKind.CHANNEL else "One of its admins"
        sentence = f"This {unbound.place} is not bound to it yet. {who} can do that, as its owner: {{bind}}"
    elif unbound.narrower:
        parts["bind"] = Say(f"{bind} to: channel")
        sentence = "This server stays with {holder}. For this channel alone: {bind}"
    else:
        sentence = f"This {unbound.place} stays with {{holder}}. In a place of its own: {{bind}}"
    return reader.say(sentence, **parts)


def band_card(result: BandCard, reader: Reader) -> Reply:
    """The band's profile and its line-up."""
    facts = Facts((*_profile(result.band, reader), *links(result.band)))
    title = reader.say("🎸 {band}", band=Strong(result.band.name))
    return Reply(title, (facts, *_line_up(result, reader)), tone=Tone.BAND)


def members(result: MembersShown, reader: Reader) -> Reply:
    """Everybody with part, role and whether the band needs them."""
    card = result.card
    count = plural(len(card.members), "1 member", "{n} members")
    title = reader.say("🎸 {band}: {count}", band=Strong(card.band.name), count=count)
    needed = sum(member.required for member in card.members)
    note = plural(needed, "It takes 1 of them to play.", "It takes {n} of them to play.")
    someone = next((each for each in card.members if each.person != card.you), card.members[0])
    one = reader.say("One of them: {say}", say=Say(f"band member {someone.name}"))
    blocks = (*_line_up(card, reader), Paragraph(reader.say(note)), Paragraph(one))
    return Reply(title, blocks, tone=Tone.BAND)


def invite_given(result: InviteGiven, reader: Reader) -> Reply:
    """The code, shown this once; Revoke."""
    invited = result.invited
    day = formats.day(to_wall(invited.expires_at, reader.zone).date(), reader.locale, today=reader.today)
    blocks: list[Block] = [
        Facts(
            (("Code", line(Code(_spaced(invited.code)))), ("For", line(joins_as(invited.role, invited.part))))
        ),
        Paragraph(
            reader.say(
                "They type {join}, on Discord or anywhere else.", join=Say(f"join {_spaced(invited.code)}")
            )
        ),
    ]
    if result.telegram:
        link = Link(result.telegram, result.telegram)
        blocks.append(Paragraph(reader.say("On Telegram this link is enough: {link}", link=link)))
    uses = plural(invited.uses, "1 person", "{n} people")
    blocks.append(Paragraph(reader.say("Good until {day}, for {uses}.", day=day, uses=uses)))
    blocks.append(Paragraph(reader.say("I show the code only this once: I keep no copy.")))
    revoke = Action("Revoke", RevokeInvite(invited.invite), Weight.DANGER)
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
    others = Action("Open invites", RunCommand("bandinvites", result.band.id))
    return Reply(title, (Paragraph(again),), rows(others), Tone.BAND)


def invite_shown(result: InviteShown, reader: Reader) -> Reply:
    """Which band it is, and [Join]: looking changes nothing."""
    names = formats.listing([member.name for member in result.members], reader.locale)
    blocks = (
        Facts(
            (
                *_profile(result.band, reader),
                ("Line-up", line(names)),
                ("You would be", line(joins_as(result.role, result.part))),
            )
        ),
    )
    join = Action("Join", JoinByInvite(result.invite), Weight.FIRST)
    title = reader.say("🎸 {band} would like you in", band=Strong(result.band.name))
    return Reply(title, blocks, rows(join), Tone.BAND)


def joined(result: Joined, reader: Reader) -> Reply:
    """Welcome, and the next step."""
    band = Strong(result.band.name)
    if result.before:
        title = reader.say("🎸 You play in {band} already", band=band)
    else:
        role = joins_as(result.membership.role, result.membership.part)
        title = reader.say("🎸 You are in {band} now, as {role}", band=band, role=role)
    blocks: list[Block] = []
    if result.zone_taken:
        blocks.append(_taken(result.zone_taken, reader))
    if not result.before:
        if result.ahead:
            dates = plural(result.ahead, "1 date", "{n} dates")
            words = "{dates} to come in its diary already: {say}"
            blocks.append(Paragraph(reader.say(words, dates=dates, say=Say("gigs"))))
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
        end = Action("End the band", DissolveBand(result.band.id), Weight.DANGER)
        return Reply(title, (), rows(end), Tone.BAND)
    title = reader.say("You are the only owner of {band}. Who takes over?", band=band)
    buttons = (Action(heir.name, LeaveTo(result.band.id, heir.id)) for heir in result.heirs[:_HEIRS])
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


def _line_up(card: BandCard, reader: Reader) -> list[Block]:
    """The band first, then those who stand in, part by part."""
    players = [each for each in card.members if each.role is not Role.DEP]
    deps = [each for each in card.members if each.role is Role.DEP]
    blocks: list[Block] = [Listing(tuple(_member(each, card, reader) for each in players))]
    if deps:
        pool: dict[str, list[Membership]] = {}
        for dep in deps:
            for part in sorted(parts_of(dep.part)) or [""]:
                pool.setdefault(part, []).append(dep)
        lines = (_pool(part, pool[part], card, reader) for part in sorted(pool))
        blocks += [Paragraph(reader.say("Deps, by part:")), Listing(tuple(lines))]
    return blocks


def _pool(part: str, deps: list[Membership], card: BandCard, reader: Reader) -> Line:
    names = [f"{each.name} (you)" if each.person == card.you else each.name for each in deps]
    head = Strong(part.capitalize() if part else "Any part")
    return reader.say("{part} · {names}", part=head, names=formats.listing(names, reader.locale))


def _member(member: Membership, card: BandCard, reader: Reader) -> Line:
    you = member.person == card.you
    notes = [member.part or "no part yet", member.role.value, "required" if member.required else "optional"]
    name = line(Strong(member.name), " (you)") if you else line(Strong(member.name))
    return reader.say("{name} · {notes}", name=name, notes=", ".join(notes))


def joins_as(role: Role, part: str | None) -> str:
    """What an invite makes of somebody."""
    words = {Role.DEP: "a dep (a stand-in)", Role.BOOKER: "a booker", Role.OWNER: "an owner"}
    who = words.get(role, "a member")
    return f"{who} on {part}" if part else who


def _spaced(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"
