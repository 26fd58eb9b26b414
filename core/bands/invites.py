"""Invites into a band: making, showing, using and revoking them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.bands import INVITE_LIFETIME, INVITE_USES, Band, Invite, Membership, OpenInvite, Role
from core.bands.changes import BandInvited, BandInviteRevoked, BandJoined
from core.bands.members import owning
from core.bands.names import tidy_parts
from core.bands.notices import MemberJoined
from core.bands.refusals import InviteOver, NoSuchInvite, ValueUnclear
from core.bands.store import BandUnit, NewInvite
from core.ids import BandId, InviteId
from core.journal import Act

_NOBODY = BandId(0)


@dataclass(frozen=True, slots=True)
class Invited:
    """An invite was made. Its code is shown only now: the store has just the hash."""

    band: Band
    invite: InviteId
    code: str
    role: Role
    part: str | None
    expires_at: datetime
    uses: int


@dataclass(frozen=True, slots=True)
class InviteList:
    """The invites that can still be used; their codes can no longer be shown."""

    band: Band
    invites: tuple[OpenInvite, ...]
    """In the order in which they were made."""


@dataclass(frozen=True, slots=True)
class InviteRevoked:
    """The invite can no longer be used."""

    band: Band
    before: bool
    """It was already revoked."""


@dataclass(frozen=True, slots=True)
class InviteShown:
    """An invite opened through a link; nothing has changed."""

    band: Band
    invite: InviteId
    members: tuple[Membership, ...]
    role: Role
    part: str | None
    expires_at: datetime
    """Aware, UTC."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The person is a member of the band."""

    band: Band
    membership: Membership
    before: bool
    """The person already was; nothing changed."""
    zone_taken: str | None
    """The band's zone, when the person had none and was given it."""
    ahead: int = 0
    """How many rehearsals and gigs lie ahead, which the person is now asked about as well."""


async def make_invite(
    unit: BandUnit,
    act: Act,
    band: Band,
    *,
    code: str,
    part: str | None,
    role: Role,
    days: int | None = None,
    uses: int | None = None,
) -> Invited:
    """Make an invite; `code` is a fresh secret. Raises OwnersOnly, ValueUnclear.

    Only owners invite bookers, and nobody invites an owner.
    """
    if role is Role.OWNER:
        raise ValueUnclear("role", role.value)
    if role is Role.BOOKER:
        members = await unit.bands.members(band.id)
        owning(band, next((each for each in members if each.person == act.person), None), members)
    part = tidy_parts(part) if part else None
    expires = act.at + (INVITE_LIFETIME if days is None else timedelta(days=days))
    uses = INVITE_USES if uses is None else uses
    invite = await unit.bands.add_invite(
        NewInvite(band.id, act.person, code, role, part, expires, uses, act.at)
    )
    await unit.journal.record(act, BandInvited(band.id, invite))
    return Invited(band, invite, code, role, part, expires, uses)


async def open_invites(unit: BandUnit, band: Band, *, now: datetime) -> InviteList:
    """The band's open invites."""
    return InviteList(band, tuple(await unit.bands.open_invites(band.id, now=now)))


async def revoke_invite(unit: BandUnit, act: Act, invite: InviteId) -> InviteRevoked:
    """Make an invite void. Raises NoSuchInvite."""
    found = await unit.bands.invite(invite)
    band = await unit.bands.get(found.band) if found else None
    if found is None or band is None:
        raise NoSuchInvite
    if not found.revoked:
        await unit.bands.revoke_invite(invite, at=act.at)
        await unit.journal.record(act, BandInviteRevoked(band.id, invite))
    return InviteRevoked(band, before=found.revoked)


async def show_invite(unit: BandUnit, code: str, *, now: datetime) -> InviteShown:
    """Show the invite of a code, without joining. Raises NoSuchInvite, InviteOver."""
    invite, band = await _usable(unit, await unit.bands.invite_by_code(code), now=now)
    members = tuple(await unit.bands.members(band.id))
    return InviteShown(band, invite.id, members, invite.role, invite.part, invite.expires_at)


async def join_by_code(unit: BandUnit, act: Act, code: str) -> Joined:
    """Join the band by an invite's code. Raises NoSuchInvite, InviteOver."""
    return await _join(unit, act, await unit.bands.invite_by_code(code))


async def join_by_invite(unit: BandUnit, act: Act, invite: InviteId) -> Joined:
    """Join by the button under a shown invite. Raises NoSuchInvite, InviteOver."""
    return await _join(unit, act, await unit.bands.invite(invite))


async def _join(unit: BandUnit, act: Act, found: Invite | None) -> Joined:
    if found is not None:
        await unit.bands.lock(found.band)
        found = await unit.bands.invite(found.id)
        band = await unit.bands.get(found.band) if found else None
        mine = await unit.bands.membership(found.band, act.person) if found else None
        if band and mine:
            return Joined(band, mine, before=True, zone_taken=None)
    invite, band = await _usable(unit, found, now=act.at)
    await unit.bands.use_invite(invite.id)
    membership = await unit.bands.add_member(
        band.id,
        act.person,
        role=invite.role,
        part=invite.part,
        required=invite.role is not Role.DEP,
        at=act.at,
    )
    zone = None
    if (await unit.people.get(act.person)).zone is None:
        zone = band.zone
        await unit.people.set_zone(act.person, zone)
    await unit.people.set_last_band(act.person, band.id)
    change = await unit.journal.record(act, BandJoined(band.id, membership))
    for owner in await unit.bands.members(band.id):
        if owner.role is Role.OWNER:
            await unit.outbox.put(
                MemberJoined(band.id, act.person),
                to=owner.person,
                key=f"joined:{change}:{owner.person}",
                due=act.at,
            )
    mine = await unit.bands.membership(band.id, act.person)
    assert mine is not None  # noqa: S101 - added above, in this same unit
    return Joined(band, mine, before=False, zone_taken=zone)


async def _usable(unit: BandUnit, invite: Invite | None, *, now: datetime) -> tuple[Invite, Band]:
    # A band is looked for even without an invite, so that an answer takes as long for a code that never was.
    band = await unit.bands.get(invite.band if invite else _NOBODY)
    if invite is None or band is None:
        raise NoSuchInvite
    if invite.revoked:
        raise InviteOver(band.name, "revoked")
    if invite.expires_at <= now:
        raise InviteOver(band.name, "expired")
    if invite.uses_left < 1:
        raise InviteOver(band.name, "used_up")
    return invite, band
