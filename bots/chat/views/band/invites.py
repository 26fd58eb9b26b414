"""What is said about invites: made, shown, accepted and revoked, and the list of those still open."""

from bots.chat.buttons import RunCommand
from bots.chat.buttons.band import JoinByInvite, RevokeInvite
from bots.chat.reply import (
    Action,
    Block,
    Code,
    Facts,
    Line,
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
from bots.chat.results.band import InviteGiven
from bots.chat.turn import Reader
from bots.chat.views.band.bands import profile_facts, zone_taken
from bots.chat.views.band.roles import joins_as
from bots.chat.views.invite_links import invite_links
from core import formats
from core.bands import OpenInvite, Role
from core.bands.invites import InviteList, InviteRevoked, InviteShown, Joined
from core.codes import spaced
from core.moments import to_wall
from presentation.words import called

_SHOWN = 8


def invite_given(result: InviteGiven, reader: Reader) -> Reply:
    """The code, shown this once; Revoke."""
    invited = result.invited
    day = formats.day(to_wall(invited.expires_at, reader.zone).date(), reader.locale, today=reader.today)
    code = spaced(invited.code)
    facts = Facts(
        (
            (reader.label("Code"), line(Code(code))),
            (reader.label("For"), joins_as(invited.role, invited.part, reader)),
        )
    )
    join = reader.say("They type {join}, on Discord or anywhere else.", join=Say(f"join {code}"))
    blocks: list[Block] = [facts, Paragraph(join)]
    blocks += invite_links(result.links, reader)
    good = reader.plural(
        invited.uses, "Good until {day}, for 1 person.", "Good until {day}, for {n} people.", day=day
    )
    blocks.append(Paragraph(good))
    blocks.append(Paragraph(reader.say("I show the code only this once: I keep no copy.")))
    revoke = Action(reader.label("Revoke"), RevokeInvite(invited.invite), Weight.DANGER)
    title = reader.say("✉ An invite into {band}", band=Strong(invited.band.name))
    return Reply(title, tuple(blocks), rows(revoke), Tone.BAND)


def invite_revoked(result: InviteRevoked, reader: Reader) -> Reply:
    """The invite lets nobody in any more; a new one, or the other open ones."""
    words = (
        "That invite into {band} was revoked already"
        if result.before
        else "Revoked: that invite no longer lets anybody into {band}"
    )
    again = reader.say("A new one: {say}", say=Say("band invite"))
    title = reader.say(words, band=Strong(result.band.name))
    others = Action(reader.label("Open invites"), RunCommand("bandinvites", result.band.id))
    return Reply(title, (Paragraph(again),), rows(others), Tone.BAND)


def invite_shown(result: InviteShown, reader: Reader) -> Reply:
    """Which band it is, and [Join]: looking changes nothing."""
    names = formats.listing([member.name for member in result.members], reader.locale)
    facts = Facts(
        (
            *profile_facts(result.band, reader),
            (reader.label("Line-up"), line(names)),
            (reader.label("You would be"), joins_as(result.role, result.part, reader)),
        )
    )
    join = Action(reader.label("Join"), JoinByInvite(result.invite), Weight.FIRST)
    title = reader.say("🎸 {band} would like you in", band=Strong(result.band.name))
    return Reply(title, (facts,), rows(join), Tone.BAND)


def joined(result: Joined, reader: Reader) -> Reply:
    """Welcome, and the next step."""
    band = result.band.name
    taken = [zone_taken(result.zone_taken, reader)] if result.zone_taken else []
    if result.before:
        title = reader.say("🎸 You play in {band} already", band=Strong(band))
        return Reply(title, tuple(taken), tone=Tone.BAND)
    title = _in_now(result, reader)
    notes = [
        reader.say("Say when you can't: {say}", say=Say("busy every Tuesday evening")),
        reader.say("The band sees when you are busy, never why. To leave: {say}", say=Say("band leave")),
    ]
    if result.ahead:
        one, many = (
            "1 date is in its diary already: {say}",
            "{n} dates are in its diary already: {say}",
        )
        notes.insert(0, reader.plural(result.ahead, one, many, say=Say("gigs")))
    return Reply(title, (*taken, *map(Paragraph, notes)), tone=Tone.BAND)


def _in_now(result: Joined, reader: Reader) -> Line:
    band, member = Strong(result.band.name), result.membership
    if member.part:
        return reader.say(_IN_NOW_ON[member.role], band=band, part=member.part)
    return reader.say(_IN_NOW[member.role], band=band)


_IN_NOW = {
    Role.OWNER: "🎸 You are in {band} now, as an owner",
    Role.BOOKER: "🎸 You are in {band} now, as a booker",
    Role.MEMBER: "🎸 You are in {band} now, as a member",
    Role.DEP: "🎸 You are in {band} now, as a dep (a stand-in)",
}
_IN_NOW_ON = {
    Role.OWNER: "🎸 You are in {band} now, as an owner on {part}",
    Role.BOOKER: "🎸 You are in {band} now, as a booker on {part}",
    Role.MEMBER: "🎸 You are in {band} now, as a member on {part}",
    Role.DEP: "🎸 You are in {band} now, as a dep (a stand-in) on {part}",
}


def invite_list(result: InviteList, reader: Reader) -> Reply:
    """Numbered: for whom, by whom, until when, how many uses are left. The codes are not kept."""
    band = Strong(result.band.name)
    new = Paragraph(reader.say("A new one: {say}", say=Say("band invite")))
    if not result.invites:
        return Reply(reader.say("✉ {band} has no open invites", band=band), (new,), tone=Tone.BAND)
    # The latest are the likeliest to be revoked. They keep their numbers in the whole list.
    numbered = list(enumerate(result.invites, 1))
    shown = numbered[-_SHOWN:]
    title = reader.plural(len(numbered), "✉ {band}: 1 open invite", "✉ {band}: {n} open invites", band=band)
    blocks = [Listing(tuple(_line(number, each, reader) for number, each in shown))]
    notes: list[Line] = []
    if len(numbered) > len(shown):
        one, many = (
            "1 older one is not shown: revoke some to see it.",
            "{n} older ones are not shown: revoke some to see them.",
        )
        notes.append(reader.plural(len(numbered) - len(shown), one, many))
    notes.append(reader.say("A code is shown only when it is made: I keep no copy."))
    revoke = [
        Action(
            reader.label("Revoke {number}", number=str(number)),
            RevokeInvite(each.invite.id),
            Weight.DANGER,
        )
        for number, each in shown
    ]
    return Reply(title, (*blocks, *map(Paragraph, notes), new), rows(*revoke), Tone.BAND)


def _line(number: int, each: OpenInvite, reader: Reader) -> Line:
    invite = each.invite
    words = (
        "{number}. {role} · by {name} · until {day} · {left} of {all} left"
        if invite.uses
        else "{number}. {role} · by {name} · until {day} · {left} left"
    )
    return reader.say(
        words,
        number=str(number),
        role=joins_as(invite.role, invite.part, reader),
        name=called(each.by, reader.locale),
        day=formats.day(to_wall(invite.expires_at, reader.zone).date(), reader.locale, today=reader.today),
        left=str(invite.uses_left),
        all=str(invite.uses),
    )
