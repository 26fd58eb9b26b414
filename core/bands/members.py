"""Changing the members of a band: roles, parts, who is required; handing it over; removing somebody.

Everything is decided under the band's lock, with the members read after taking it: when two owners demote
each other at the same moment, one of them stays an owner.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.bands import Band, Membership, Role
from core.bands.changes import BandHandedOverFacts, BandMemberChanged, BandMemberRemoved
from core.bands.departure import LeaveAsked, Left, leave
from core.bands.notices import BandHandedOver, MemberRemoved, MembershipChanged
from core.bands.refusals import DepNotRequired, LastOwner, NoSuchMember, NotAMember, OwnersOnly
from core.bands.store import BandUnit
from core.ids import ChangeId, MembershipId
from core.journal import Act


@dataclass(frozen=True, slots=True)
class MemberEdit:
    """The wanted changes of a membership; None: as it was."""

    role: Role | None = None
    part: str | None = None
    """Tidy; the empty string removes the part."""
    required: bool | None = None


@dataclass(frozen=True, slots=True)
class MemberCard:
    """One membership, to show it."""

    band: Band
    member: Membership
    you: Membership
    """The reader's own membership."""
    only_owner: bool
    """The member is the only owner, and has to stay one until there is another."""


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """A membership was changed."""

    band: Band
    member: Membership
    before: Membership
    change: ChangeId | None
    """None: it had these values already, and nothing has changed."""
    you: Membership
    """The caller's own membership, as it is now."""


@dataclass(frozen=True, slots=True)
class HandOverAsked:
    """Handing a band over has to be confirmed."""

    band: Band
    heir: Membership


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The band has a new owner."""

    band: Band
    heir: Membership
    before: bool
    """They already were the owner."""


@dataclass(frozen=True, slots=True)
class RemoveAsked:
    """Removing somebody has to be confirmed."""

    band: Band
    member: Membership


@dataclass(frozen=True, slots=True)
class Removed:
    """Somebody was removed from the band."""

    band: Band
    name: str
    invites: int
    """How many invites are open, with which the person could come back if they have a code."""
    before: bool
    """The person had already left."""


async def card(unit: BandUnit, act: Act, band: Band, which: MembershipId) -> MemberCard:
    """Show a membership. Raises NotAMember, NoSuchMember."""
    mine, member, members = await _memberships(unit, act, band, which)
    owners = [each for each in members if each.role is Role.OWNER]
    return MemberCard(band, member, mine, only_owner=owners == [member])


async def change_member(
    unit: BandUnit, act: Act, band: Band, which: MembershipId, wanted: MemberEdit
) -> MemberChanged:
    """Change a membership: one's own part, or as an owner anything.

    A member who becomes a dep is no longer required, and a dep who becomes a member is. Raises NotAMember,
    NoSuchMember, OwnersOnly, LastOwner, DepNotRequired.
    """
    await unit.bands.lock(band.id)
    mine, member, members = await _memberships(unit, act, band, which)
    if member.id != mine.id or wanted.role is not None or wanted.required is not None:
        owning(band, mine, members)
    new = _as_wanted(member, wanted)
    if new == member:
        return MemberChanged(band, member, member, None, mine)
    await settle(unit, band, members, new)
    old, now = _difference(member, new)
    change = await unit.journal.record(act, BandMemberChanged(band.id, which, old, now))
    if member.person != act.person:
        notice = MembershipChanged(band.id, act.person, change, back=False)
        await unit.outbox.put(notice, to=member.person, key=f"place:{change}", due=act.at)
    return MemberChanged(band, new, member, change, new if member.id == mine.id else mine)


async def hand_over_asked(unit: BandUnit, act: Act, band: Band, heir: MembershipId) -> HandOverAsked:
    """Ask before a band is handed over. Raises NotAMember, NoSuchMember, OwnersOnly."""
    mine, found, members = await _memberships(unit, act, band, heir)
    owning(band, mine, members)
    return HandOverAsked(band, found)


async def hand_over(unit: BandUnit, act: Act, band: Band, heir: MembershipId) -> HandedOver:
    """Make somebody else the owner, and the caller a member. Raises NotAMember, NoSuchMember, OwnersOnly."""
    await unit.bands.lock(band.id)
    mine, found, members = await _memberships(unit, act, band, heir)
    if mine.role is not Role.OWNER and found.role is Role.OWNER:
        return HandedOver(band, found, before=True)
    owning(band, mine, members)
    if found.id == mine.id:
        raise LastOwner(band.name)
    owner = _as_wanted(found, MemberEdit(role=Role.OWNER))
    others = await settle(unit, band, members, owner)
    await settle(unit, band, others, replace(mine, role=Role.MEMBER))
    change = await unit.journal.record(act, BandHandedOverFacts(band.id, to=found.id, from_=mine.id))
    notice = BandHandedOver(band.id, act.person)
    await unit.outbox.put(notice, to=found.person, key=f"handed:{change}", due=act.at)
    return HandedOver(band, owner, before=False)


async def remove_asked(unit: BandUnit, act: Act, band: Band, which: MembershipId) -> RemoveAsked:
    """Ask before somebody is removed. Raises NotAMember, NoSuchMember, OwnersOnly."""
    mine, member, members = await _memberships(unit, act, band, which)
    owning(band, mine, members)
    return RemoveAsked(band, member)


async def remove(unit: BandUnit, act: Act, band: Band, which: MembershipId) -> Removed | Left | LeaveAsked:
    """Remove somebody, who keeps their diary; removing oneself is leaving.

    Raises NotAMember, NoSuchMember, OwnersOnly.
    """
    await unit.bands.lock(band.id)
    members = await unit.bands.members(band.id)
    owning(band, _mine(act, band, members), members)
    member = await unit.bands.member(which)
    if member is None or member.band != band.id:
        raise NoSuchMember("", tuple(each.name for each in members))
    if member.person == act.person:
        return await leave(unit, act, band)
    invites = len(await unit.bands.open_invites(band.id, now=act.at))
    if all(each.id != which for each in members):
        return Removed(band, member.name, invites, before=True)
    await unit.bands.remove_member(which, at=act.at)
    if (await unit.people.get(member.person)).last_band == band.id:
        await unit.people.set_last_band(member.person, None)
    change = await unit.journal.record(act, BandMemberRemoved(band.id, which))
    notice = MemberRemoved(band.id, act.person)
    await unit.outbox.put(notice, to=member.person, key=f"removed:{change}", due=act.at)
    return Removed(band, member.name, invites, before=False)


def owning(band: Band, mine: Membership | None, members: Sequence[Membership]) -> None:
    """Raises OwnersOnly unless that membership is an owner's."""
    if mine is None or mine.role is not Role.OWNER:
        raise OwnersOnly(band.name, tuple(each.name for each in members if each.role is Role.OWNER))


async def settle(
    unit: BandUnit, band: Band, members: Sequence[Membership], new: Membership
) -> list[Membership]:
    """Store a membership as it is to be, and return all the members as they are then. Raises LastOwner."""
    others = [new if each.id == new.id else each for each in members]
    if not any(each.role is Role.OWNER for each in others):
        raise LastOwner(band.name)
    await unit.bands.set_membership(new.id, role=new.role, part=new.part, required=new.required)
    return others


def _as_wanted(member: Membership, wanted: MemberEdit) -> Membership:
    role = wanted.role or member.role
    required = member.required
    if Role.DEP in (role, member.role) and role is not member.role:
        required = role is not Role.DEP
    if wanted.required is not None:
        required = wanted.required
    if role is Role.DEP and required:
        raise DepNotRequired(member.name)
    part = member.part if wanted.part is None else wanted.part or None
    return replace(member, role=role, part=part, required=required)


def _difference(old: Membership, new: Membership) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts of a membership that differ, as JSON: the old values and the new ones."""
    before, after = membership_facts(old), membership_facts(new)
    changed = [name for name in before if before[name] != after[name]]
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}


def membership_facts(member: Membership) -> dict[str, Any]:
    """A membership as JSON facts."""
    return {"role": member.role.value, "part": member.part, "required": member.required}


async def _memberships(
    unit: BandUnit, act: Act, band: Band, which: MembershipId
) -> tuple[Membership, Membership, list[Membership]]:
    members = await unit.bands.members(band.id)
    mine = _mine(act, band, members)
    found = next((each for each in members if each.id == which), None)
    if found is None:
        raise NoSuchMember("", tuple(each.name for each in members))
    return mine, found, members


def _mine(act: Act, band: Band, members: Sequence[Membership]) -> Membership:
    mine = next((each for each in members if each.person == act.person), None)
    if mine is None:
        raise NotAMember(band.name)
    return mine
