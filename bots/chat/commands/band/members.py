"""/band member: one membership, and the buttons that change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import ChoiceField, FlagField, KeptField, PickField, TextField
from bots.chat.bandchoice import reachable
from bots.chat.buttons.band import AskPart, HandBandOver, RemoveMember, SetRequired, SetRole, ShowMember
from bots.chat.conversations import Ask, Option, Redirect
from bots.chat.results.band import MemberUnclear, PartAsked
from bots.chat.turn import Turn
from core.access import Right
from core.bands import Band, Membership, Role, members
from core.bands.departure import LeaveAsked, Left
from core.bands.member_labels import labels, meant
from core.bands.names import tidy_parts
from core.bands.refusals import NoSuchMember
from core.ids import MembershipId, PersonId
from core.journal import Gone
from core.scheduling.commitments import reminders

ROLES = (Role.OWNER, Role.BOOKER, Role.MEMBER, Role.DEP)
"""Their positions are the numbers on buttons."""
_ROLES = (("owner", "owner"), ("booker", "booker"), ("member", "member"), ("dep", "dep"))
_NOTHING = ("none", "remove", "nothing", "-")
_SELF = ("me", "myself")


@dataclass(frozen=True, slots=True)
class BandMemberArguments:
    """Which member, and what to change."""

    member: Annotated[str | None, PickField("Who? (leave it out for yourself)", "member")] = None
    part: Annotated[str | None, TextField("What do they play?", "drums, vocals", limit=200)] = None
    role: Annotated[str | None, ChoiceField("Which role?", _ROLES)] = None
    required: Annotated[bool | None, FlagField("Does the band need them to play?")] = None
    band: Annotated[str | None, PickField("In which band?", "band")] = None
    which: Annotated[str | None, KeptField()] = None
    """The id of the membership that was picked."""
    asking: Annotated[bool, KeptField(bool)] = False
    """[Part] was pressed, so ask what they play."""


async def member(ask: BandMemberArguments, turn: Turn) -> members.MemberCard | members.MemberChanged | Ask:
    """Show a membership, or change it."""
    band = turn.the_band
    found = await _meant(ask, turn)
    if isinstance(found, Ask):
        return found
    if ask.part is None and ask.asking:
        return Ask("part", PartAsked(found, you=found.person == turn.person.id))
    part = None if ask.part is None else "" if _none(ask.part) else tidy_parts(ask.part)
    wanted = members.MemberEdit(Role(ask.role) if ask.role else None, part, ask.required)
    if wanted == members.MemberEdit():
        return await members.card(turn.unit, turn.act, band, found.id)
    return await _changed(turn, band, found.id, wanted)


async def show(press: ShowMember, turn: Turn) -> members.MemberCard:
    """[Keep], [Keep it] and [Change more]: show the membership."""
    band, place = await _pressed(turn, press.member)
    return await members.card(turn.unit, turn.act, band, place)


async def role(press: SetRole, turn: Turn) -> members.MemberChanged:
    """[Make booker] and its like."""
    band, place = await _pressed(turn, press.member)
    if press.role >= len(ROLES):
        raise Gone
    wanted = members.MemberEdit(role=ROLES[press.role])
    return await _changed(turn, band, place, wanted)


async def need(press: SetRequired, turn: Turn) -> members.MemberChanged:
    """[Required] and [Optional]."""
    band, place = await _pressed(turn, press.member)
    wanted = members.MemberEdit(required=bool(press.required))
    return await members.change_member(turn.unit, turn.act, band, place, wanted)


async def part(press: AskPart, turn: Turn) -> Redirect:
    """[Part]: ask what they play."""
    band, place = await _pressed(turn, press.member)
    await members.card(turn.unit, turn.act, band, place)
    return Redirect("band member", {"band": str(band.id), "which": str(place), "asking": "part"})


async def hand_over(press: HandBandOver, turn: Turn) -> members.HandOverAsked | members.HandedOver:
    """[Hand over], which asks, and the button under that question."""
    band, place = await _pressed(turn, press.member)
    do = members.hand_over if press.sure else members.hand_over_asked
    return await do(turn.unit, turn.act, band, place)


RemoveResult = members.RemoveAsked | members.Removed | Left | LeaveAsked
"""An owner who removes themselves leaves."""


async def remove(press: RemoveMember, turn: Turn) -> RemoveResult:
    """[Remove], which asks, and the button under that question."""
    band, place = await _pressed(turn, press.member)
    do = members.remove if press.sure else members.remove_asked
    return await do(turn.unit, turn.act, band, place)


async def _changed(
    turn: Turn, band: Band, place: MembershipId, wanted: members.MemberEdit
) -> members.MemberChanged:
    """Change the membership; somebody who is no longer a dep is asked about dates ahead."""
    changed = await members.change_member(turn.unit, turn.act, band, place, wanted)
    if changed.change is not None:
        await reminders.catch_up(turn.unit, turn.act, band.id, changed.member.person)
    return changed


async def _pressed(turn: Turn, which: int) -> tuple[Band, MembershipId]:
    """The band and membership that a button names. Its right is checked by the use case."""
    place = await turn.unit.bands.member(MembershipId(which))
    if place is None:
        raise Gone
    return await reachable(turn.unit, turn.person, place.band, Right.SEE), place.id


async def _meant(ask: BandMemberArguments, turn: Turn) -> Membership | Ask:
    """The member that the arguments name; asks which of several. Raises NoSuchMember."""
    everybody = await turn.unit.bands.members(turn.the_band.id)
    found = _matching(ask, turn.person.id, everybody)
    if not found:
        raise NoSuchMember(ask.member or "", tuple(each.name for each in everybody))
    if len(found) == 1:
        return found[0]
    own = labels(everybody)
    return Ask("", MemberUnclear(), tuple(Option(own[each.id], {"which": str(each.id)}) for each in found))


def _matching(ask: BandMemberArguments, you: PersonId, everybody: Sequence[Membership]) -> list[Membership]:
    """By the id that was picked, else by name; without a name the caller."""
    if ask.which is not None:
        return [each for each in everybody if str(each.id) == ask.which]
    if ask.member is None or ask.member.casefold() in _SELF:
        return [each for each in everybody if each.person == you]
    return meant(everybody, ask.member)


def _none(words: str) -> bool:
    return words.strip().casefold() in _NOTHING
