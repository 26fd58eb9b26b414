"""What is said about one membership: how it stands, how it changed, and what is asked first."""

from bots.chat.buttons.band import AskPart, HandBandOver, RemoveMember, SetRequired, SetRole, ShowMember
from bots.chat.buttons.conversation import UndoChange
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Facts,
    Line,
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
from bots.chat.views.band.roles import named, need_name, part_name, role_name
from core.bands import Membership, Role
from core.bands.members import (
    HandedOver,
    HandOverAsked,
    MemberCard,
    MemberChanged,
    RemoveAsked,
    Removed,
)
from presentation.words import called

_ROLES = (Role.OWNER, Role.BOOKER, Role.MEMBER, Role.DEP)
"""Their positions are the numbers on buttons (bots/chat/commands/band/members.py)."""
_MAKE = {
    Role.OWNER: "Make owner",
    Role.BOOKER: "Make booker",
    Role.MEMBER: "Make member",
    Role.DEP: "Make dep",
}


def card(result: MemberCard, reader: Reader) -> Reply:
    """Part, role, whether the band needs them; what the reader may change of it."""
    member = result.member
    own = member.id == result.you.id
    name = named(member, reader, you=own)
    title = reader.say("🎸 {name} in {band}", name=name, band=Strong(result.band.name))
    blocks: list[Block] = [Facts(membership_facts(member, reader))]
    if not own and result.you.role is not Role.OWNER:
        blocks.append(Paragraph(reader.say("Only the band's owners can change this. Yours: {say}", say=_OWN)))
    if own and result.only_owner:
        hand = reader.say("You are its only owner. To hand it over, pick somebody: {say}", say=_PICK)
        blocks.append(Paragraph(hand))
    return Reply(title, tuple(blocks), _buttons(result, reader), Tone.BAND)


def changed(result: MemberChanged, reader: Reader) -> Reply:
    """Each change with what it was; Undo."""
    member, before = result.member, result.before
    own = member.id == result.you.id
    name = Strong(member.name)
    if result.change is None:
        title = reader.say("🎸 Nothing to change for {name}", name=name)
        more = Action(reader.label("Change it"), ShowMember(member.id))
        return Reply(title, (Facts(membership_facts(member, reader)),), rows(more), Tone.BAND)
    title = reader.say("🎸 Changed for {name} in {band}", name=name, band=Strong(result.band.name))
    was = dict(membership_facts(before, reader))
    facts = tuple(
        (label, reader.say("{now} (was: {before})", now=words, before=was[label]))
        for label, words in membership_facts(member, reader)
        if words != was[label]
    )
    blocks: list[Block] = [Facts(facts)]
    if not own:
        blocks.append(Paragraph(reader.say("{name} is told.", name=member.name)))
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    more = Action(reader.label("Change more"), ShowMember(member.id))
    return Reply(title, tuple(blocks), rows(undo, more), Tone.BAND)


def hand_over_asked(result: HandOverAsked, reader: Reader) -> Reply:
    """What handing over means, and a second press."""
    name, band = Strong(result.heir.name), Strong(result.band.name)
    title = reader.say("Hand {band} over to {name}?", band=band, name=name)
    means = reader.say("{name} becomes its owner, and you a member. Only {name} can hand it back.", name=name)
    add = reader.say("To own it together, make them an owner instead.")
    which = result.heir.id
    give = Action(reader.label("Hand over"), HandBandOver(which, sure=True), Weight.DANGER)
    keep = Action(reader.label("Keep it"), ShowMember(which))
    return Reply(title, (Paragraph(means), Paragraph(add)), rows(give, keep), Tone.BAND)


def handed_over(result: HandedOver, reader: Reader) -> Reply:
    """Whose it is now."""
    words = "{name} owns {band} already" if result.before else "🎸 {name} owns {band} now"
    title = reader.say(words, name=Strong(result.heir.name), band=Strong(result.band.name))
    told = reader.say("You are a member now; {name} is told.", name=result.heir.name)
    return Reply(title, () if result.before else (Paragraph(told),), tone=Tone.BAND)


def remove_asked(result: RemoveAsked, reader: Reader) -> Reply:
    """What removing does and does not, and a second press."""
    name = Strong(result.member.name)
    title = reader.say("Remove {name} from {band}?", name=name, band=Strong(result.band.name))
    diary = reader.say("Their diary stays theirs, but the band no longer sees it.")
    which = result.member.id
    remove = Action(reader.label("Remove"), RemoveMember(which, sure=True), Weight.DANGER)
    keep = Action(reader.label("Keep"), ShowMember(which))
    return Reply(title, (Paragraph(diary),), rows(remove, keep), Tone.BAND)


def removed(result: Removed, reader: Reader) -> Reply:
    """That they are out, and how they could come back."""
    name, band = Strong(called(result.name, reader.locale)), Strong(result.band.name)
    if result.before:
        return Reply(reader.say("{name} is out of {band} already", name=name, band=band), tone=Tone.BAND)
    blocks = [Paragraph(reader.say("Their diary stays theirs. {name} is told.", name=result.name))]
    if result.invites:
        open_ = reader.plural(
            result.invites,
            "1 invite is open, and anybody with its code can come back: {say}",
            "{n} invites are open, and anybody with a code can come back: {say}",
            say=Say("band invites"),
        )
        blocks.append(Paragraph(open_))
    else:
        blocks.append(Paragraph(reader.say("To have them back: {say}", say=Say("band invite"))))
    return Reply(reader.say("{name} is out of {band}", name=name, band=band), tuple(blocks), tone=Tone.BAND)


def membership_facts(member: Membership, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """Part, role, and whether the band needs them."""
    return (
        (reader.label("Part"), line(part_name(member, reader))),
        (reader.label("Role"), line(role_name(member.role, reader))),
        (reader.label("Needed"), line(need_name(member, reader))),
    )


_OWN = Say("band member")
_PICK = Say("band members")


def _buttons(result: MemberCard, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    member, you = result.member, result.you
    own = member.id == you.id
    part = Action(reader.label("Part"), AskPart(member.id), Weight.FIRST)
    if you.role is not Role.OWNER:
        return rows(part) if own else ()
    buttons = [part]
    if member.role is not Role.DEP:
        word = reader.label("Optional" if member.required else "Required")
        buttons.append(Action(word, SetRequired(member.id, required=not member.required)))
    roles = [
        Action(reader.label(_MAKE[role]), SetRole(member.id, number))
        for number, role in enumerate(_ROLES)
        if role is not member.role and not result.only_owner
    ]
    last: list[Button] = []
    if not own:
        if member.role is not Role.OWNER:
            last.append(Action(reader.label("Hand over"), HandBandOver(member.id, sure=False)))
        last.append(Action(reader.label("Remove"), RemoveMember(member.id, sure=False), Weight.DANGER))
    return (*rows(*buttons, *last), *rows(*roles))
