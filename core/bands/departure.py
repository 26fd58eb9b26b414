"""Leaving a band. The last owner hands it over first, and the last member dissolves it."""

from dataclasses import dataclass

from core.bands import Band, Membership, Role
from core.bands.changes import BandLeft
from core.bands.notices import BandHandedOver
from core.bands.refusals import NoSuchMember, NotAMember
from core.bands.store import BandUnit
from core.ids import MembershipId
from core.journal import Act


@dataclass(frozen=True, slots=True)
class LeaveAsked:
    """Leaving has to be confirmed: the only member dissolves the band, the only owner names an heir."""

    band: Band
    heirs: tuple[Membership, ...]
    """The members who could take over; empty: the person is the only member."""


@dataclass(frozen=True, slots=True)
class Left:
    """The person has left the band."""

    band: Band
    heir: str | None
    """The new owner's name, when the person handed it over."""
    dissolved: bool


async def leave(unit: BandUnit, act: Act, band: Band) -> Left | LeaveAsked:
    """Leave a band, or ask who takes over. Raises NotAMember."""
    await unit.bands.lock(band.id)
    mine, others = await _mine_and_others(unit, act, band)
    owners = [m for m in others if m.role is Role.OWNER]
    if not others or (mine.role is Role.OWNER and not owners):
        return LeaveAsked(band, tuple(m for m in others if m.role is not Role.DEP) or tuple(others))
    return await _go(unit, act, band, mine, heir=None, dissolve=False)


async def leave_to(unit: BandUnit, act: Act, band: Band, heir: MembershipId) -> Left:
    """Hand the band over and leave. Raises NotAMember, NoSuchMember."""
    await unit.bands.lock(band.id)
    mine, others = await _mine_and_others(unit, act, band)
    found = next((m for m in others if m.id == heir), None)
    if found is None:
        raise NoSuchMember("", tuple(m.name for m in others))
    if mine.role is not Role.OWNER:
        return await _go(unit, act, band, mine, heir=None, dissolve=False)
    # A dep is asked for one gig at a time, but the band needs its owner.
    required = found.required or found.role is Role.DEP
    await unit.bands.set_membership(found.id, role=Role.OWNER, part=found.part, required=required)
    return await _go(unit, act, band, mine, heir=found, dissolve=False)


async def dissolve(unit: BandUnit, act: Act, band: Band) -> Left | LeaveAsked:
    """Leave as the only member, which dissolves the band; ask again if somebody has joined since."""
    await unit.bands.lock(band.id)
    mine, others = await _mine_and_others(unit, act, band)
    if others:
        return await leave(unit, act, band)
    return await _go(unit, act, band, mine, heir=None, dissolve=True)


async def _mine_and_others(unit: BandUnit, act: Act, band: Band) -> tuple[Membership, list[Membership]]:
    members = await unit.bands.members(band.id)
    mine = next((m for m in members if m.person == act.person), None)
    if mine is None:
        raise NotAMember(band.name)
    return mine, [m for m in members if m.id != mine.id]


async def _go(
    unit: BandUnit, act: Act, band: Band, mine: Membership, *, heir: Membership | None, dissolve: bool
) -> Left:
    await unit.bands.remove_member(mine.id, at=act.at)
    if dissolve:
        await unit.bands.dissolve(band.id, at=act.at)
    if (await unit.people.get(act.person)).last_band == band.id:
        await unit.people.set_last_band(act.person, None)
    facts = BandLeft(band.id, heir.person if heir else None, dissolve)
    change = await unit.journal.record(act, facts)
    if heir is not None:
        notice = BandHandedOver(band.id, act.person)
        await unit.outbox.put(notice, to=heir.person, key=f"handed:{change}", due=act.at)
    return Left(band, heir.name if heir else None, dissolve)
