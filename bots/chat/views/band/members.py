"""What is said about one place in a band: how it stands, what has changed, what is asked first."""

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
from core.bands import Membership, Role
from core.bands.members import (
    HandedOver,
    HandOverAsked,
    MemberCard,
    MemberChanged,
    RemoveAsked,
    Removed,
)
from presentation.words import called, plural

_ROLES = (Role.OWNER, Role.BOOKER, Role.MEMBER, Role.DEP)
"""By their numbers on buttons (bots/chat/commands/band/members.py)."""
_LABELS = {
    Role.OWNER: "Make owner",
    Role.BOOKER: "Make booker",
    Role.MEMBER: "Make member",
    Role.DEP: "Make dep",
}


def card(result: MemberCard, reader: Reader) -> Reply:
    """Part, role, whether the band needs them; what the reader may change of it."""
    member = result.member
    own = member.id == result.you.id
    name = line(Strong(member.name), " (you)") if own else line(Strong(member.name))
    title = reader.say("🎸 {name} in {band}", name=name, band=Strong(result.band.name))
    blocks: list[Block] = [Facts(place(member))]
    if not own and result.you.role is not Role.OWNER:
        blocks.append(Paragraph(reader.say("Owners of the band can change this; your own: {say}", say=_OWN)))
    if own and result.only_owner:
        hand = reader.say("You are its only owner. To hand it over, pick somebody: {say}", say=_PICK)
        blocks.append(Paragraph(hand))
    return Reply(title, tuple(blocks), _buttons(result), Tone.BAND)


def changed(result: MemberChanged, reader: Reader) -> Reply:
    """What it was and what it is; Undo."""
    member, before = result.member, result.before
    own = member.id == result.you.id
    name = Strong(member.name)
    if result.change is None:
        title = reader.say("🎸 That is so already for {name}", name=name)
        more = Action("Change it", ShowMember(member.id))
        return Reply(title, (Facts(place(member)),), rows(more), Tone.BAND)
    title = reader.say("🎸 {name} in {band} has changed", name=name, band=Strong(result.band.name))
    was = dict(place(before))
    facts = tuple(
        (label, line(words, " (was: ", was[label], ")"))
        for label, words in place(member)
        if words != was[label]
    )
    blocks: list[Block] = [Facts(facts)]
    if not own:
        blocks.append(Paragraph(reader.say("{name} is told.", name=member.name)))
    undo = Action("Undo", UndoChange(result.change))
    return Reply(title, tuple(blocks), rows(undo, Action("Change more", ShowMember(member.id))), Tone.BAND)


def hand_over_asked(result: HandOverAsked, reader: Reader) -> Reply:
    """What handing over means, and a second press."""
    name, band = Strong(result.heir.name), Strong(result.band.name)
    title = reader.say("Hand {band} over to {name}?", band=band, name=name)
    means = reader.say("{name} becomes its owner, and you a member. Only {name} can hand it back.", name=name)
    add = reader.say("To own it together, make them an owner instead.")
    which = result.heir.id
    give = Action("Hand over", HandBandOver(which, sure=True), Weight.DANGER)
    keep = Action("Keep it", ShowMember(which))
    return Reply(title, (Paragraph(means), Paragraph(add)), rows(give, keep), Tone.BAND)


def handed_over(result: HandedOver, reader: Reader) -> Reply:
    """Whose it is now."""
    words = "{name} owns {band} already" if result.before else "🎸 {name} owns {band} now"
    title = reader.say(words, name=Strong(result.heir.name), band=Strong(result.band.name))
    told = reader.say("You are a member; {name} is told.", name=result.heir.name)
    return Reply(title, () if result.before else (Paragraph(told),), tone=Tone.BAND)


def remove_asked(result: RemoveAsked, reader: Reader) -> Reply:
    """What removing does and does not, and a second press."""
    name = Strong(result.member.name)
    title = reader.say("Remove {name} from {band}?", name=name, band=Strong(result.band.name))
    diary = reader.say("Their diary stays their own; the band sees nothing of it any more.")
    which = result.member.id
    remove = Action("Remove", RemoveMember(which, sure=True), Weight.DANGER)
    return Reply(title, (Paragraph(diary),), rows(remove, Action("Keep", ShowMember(which))), Tone.BAND)


def removed(result: Removed, reader: Reader) -> Reply:
    """Out, and by which doors one could come back."""
    name, band = Strong(called(result.name)), Strong(result.band.name)
    if result.before:
        return Reply(reader.say("{name} is out of {band} already", name=name, band=band), tone=Tone.BAND)
    blocks = [Paragraph(reader.say("Their diary stays their own. {name} is told.", name=result.name))]
    if result.invites:
        count = plural(result.invites, "1 invite is open", "{n} invites are open")
        words = "{count}, and who has its code can come back: {say}"
        blocks.append(Paragraph(reader.say(words, count=count, say=Say("band invites"))))
    else:
        blocks.append(Paragraph(reader.say("The way back is an invite: {say}", say=Say("band invite"))))
    return Reply(reader.say("{name} is out of {band}", name=name, band=band), tuple(blocks), tone=Tone.BAND)


def place(member: Membership) -> tuple[tuple[str, Line], ...]:
    """A place as facts."""
    need = "required" if member.required else "optional"
    return (
        ("Part", line(member.part or "no part yet")),
        ("Role", line(member.role.value)),
        ("Needed", line(need)),
    )


_OWN = Say("band member")
_PICK = Say("band members")


def _buttons(result: MemberCard) -> tuple[tuple[Button, ...], ...]:
    member, you = result.member, result.you
    own = member.id == you.id
    part = Action("Part", AskPart(member.id), Weight.FIRST)
    if you.role is not Role.OWNER:
        return rows(part) if own else ()
    buttons = [part]
    if member.role is not Role.DEP:
        word = "Optional" if member.required else "Required"
        buttons.append(Action(word, SetRequired(member.id, required=not member.required)))
    roles = [
        Action(_LABELS[role], SetRole(member.id, number))
        for number, role in enumerate(_ROLES)
        if role is not member.role and not result.only_owner
    ]
    last: list[Button] = []
    if not own:
        if member.role is not Role.OWNER:
            last.append(Action("Hand over", HandBandOver(member.id, sure=False)))
        last.append(Action("Remove", RemoveMember(member.id, sure=False), Weight.DANGER))
    return (*rows(*buttons, *last), *rows(*roles))
