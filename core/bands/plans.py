"""Undoing and redoing changes of a band or of a membership.

Any owner may; members may also undo a change of their own part.
"""

from dataclasses import dataclass, replace

from core.bands import Band, Membership, Role
from core.bands.changes import (
    BandEditedFacts,
    BandFacts,
    BandHabitsSet,
    BandKitEdited,
    BandMemberChanged,
)
from core.bands.edits import own_band, save
from core.bands.kits import FilledKit
from core.bands.kits.edits import turn_kit
from core.bands.members import membership_facts, owning, settle
from core.bands.notices import MembershipChanged
from core.bands.refusals import NotAMember
from core.bands.state import state_of
from core.bands.store import BandUnit
from core.journal import Act, Change, ChangeFacts, Gone, Superseded
from core.plans import Direction, Plans, UndoPlan

UndoableFacts = BandHabitsSet | BandEditedFacts | BandKitEdited | BandMemberChanged


@dataclass(frozen=True, slots=True)
class BandTurned:
    """A change of a band was undone or redone."""

    band: Band
    """As it stands now."""
    change: Change[ChangeFacts]
    undone: bool
    """Undone, rather than redone."""
    before: bool
    """It already was; nothing changed now."""
    member: Membership | None = None
    """The membership that it is about."""
    kit: FilledKit | None = None
    """The press kit that it is about."""


async def allowed(unit: BandUnit, act: Act, change: Change[UndoableFacts]) -> None:
    """Raises Gone, NotAMember, OwnersOnly where the person may not undo the change."""
    band = await unit.bands.get(change.facts.band)
    if band is None:
        raise Gone
    members = await unit.bands.members(band.id)
    mine = next((each for each in members if each.person == act.person), None)
    if mine is None:
        raise NotAMember(band.name)
    facts = change.facts
    own = isinstance(facts, BandMemberChanged) and facts.member == mine.id and set(facts.new) == {"part"}
    if not own:
        owning(band, mine, members)


async def band_after(
    unit: BandUnit, change: Change[ChangeFacts], *, undone: bool, before: bool
) -> BandTurned:
    """The band as it stands after a change was undone or redone. Raises Gone."""
    band = await unit.bands.get(change.facts.band) if isinstance(change.facts, BandFacts) else None
    if band is None:
        raise Gone
    member = kit = None
    if isinstance(change.facts, BandMemberChanged):
        member = await unit.bands.member(change.facts.member)
    if isinstance(change.facts, BandKitEdited):
        kit = await unit.kits.get(band.id)
    return BandTurned(band, change, undone, before, member, kit)


async def _edit(
    unit: BandUnit, act: Act, change: Change[BandHabitsSet | BandEditedFacts], direction: Direction
) -> None:
    band = await own_band(unit, act, change.facts.band)
    expected, target = direction.ends(change.facts.old, change.facts.new)
    state = state_of(band)
    if any(state.get(field) != value for field, value in expected.items()):
        raise Superseded(type(change.facts))
    await save(unit, band, target)


async def _change_membership(
    unit: BandUnit, act: Act, change: Change[BandMemberChanged], direction: Direction
) -> None:
    expected, target = direction.ends(change.facts.old, change.facts.new)
    band_id = change.facts.band
    await unit.bands.lock(band_id)
    await allowed(unit, act, change)
    band = await unit.bands.get(band_id)
    members = await unit.bands.members(band_id)
    member = next((each for each in members if each.id == change.facts.member), None)
    if band is None or member is None:
        raise Superseded(BandMemberChanged)
    facts = membership_facts(member)
    if any(facts[name] != value for name, value in expected.items()):
        raise Superseded(BandMemberChanged)
    facts |= target
    if facts["role"] == Role.DEP and facts["required"]:
        raise Superseded(BandMemberChanged)
    new = replace(member, role=Role(facts["role"]), part=facts["part"], required=facts["required"])
    await settle(unit, band, members, new)
    if member.person != act.person:
        notice = MembershipChanged(band_id, act.person, change.id, back=direction is Direction.BACK)
        await unit.outbox.put(notice, to=member.person, key=f"place:{change.id}:{act.cause}", due=act.at)


PLANS: Plans[BandUnit] = {
    BandHabitsSet: UndoPlan(_edit, allowed),
    BandEditedFacts: UndoPlan(_edit, allowed),
    BandKitEdited: UndoPlan(turn_kit, allowed),
    BandMemberChanged: UndoPlan(_change_membership, allowed),
}
"""The kinds of change of a band that can be undone."""
