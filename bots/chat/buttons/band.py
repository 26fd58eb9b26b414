"""Buttons of bands, members and invites."""

from dataclasses import dataclass
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import BandId, InviteId, MembershipId


@dataclass(frozen=True, slots=True)
class JoinByInvite(Payload):
    """Join by an invite that was looked at."""

    verb: ClassVar[str] = "invitejoin"

    invite: InviteId


@dataclass(frozen=True, slots=True)
class RevokeInvite(Payload):
    """Revoke an invite."""

    verb: ClassVar[str] = "inviterevoke"

    invite: InviteId


@dataclass(frozen=True, slots=True)
class LeaveTo(Payload):
    """Leave the band to this member."""

    verb: ClassVar[str] = "bandheir"

    band: BandId
    heir: MembershipId


@dataclass(frozen=True, slots=True)
class DissolveBand(Payload):
    """End a band of one."""

    verb: ClassVar[str] = "banddissolve"

    band: BandId


@dataclass(frozen=True, slots=True)
class ShowMember(Payload):
    """A member's card."""

    verb: ClassVar[str] = "membercard"

    member: MembershipId


@dataclass(frozen=True, slots=True)
class SetRole(Payload):
    """Give a role, by number (ROLES)."""

    verb: ClassVar[str] = "memberrole"

    member: MembershipId
    role: int


@dataclass(frozen=True, slots=True)
class SetRequired(Payload):
    """Say whether the band needs them."""

    verb: ClassVar[str] = "memberneed"

    member: MembershipId
    required: bool


@dataclass(frozen=True, slots=True)
class AskPart(Payload):
    """Ask what they play."""

    verb: ClassVar[str] = "memberpart"

    member: MembershipId


@dataclass(frozen=True, slots=True)
class HandBandOver(Payload):
    """Hand the band over; asks first unless sure."""

    verb: ClassVar[str] = "membergive"

    member: MembershipId
    sure: bool


@dataclass(frozen=True, slots=True)
class RemoveMember(Payload):
    """Take them out of the band; asks first unless sure."""

    verb: ClassVar[str] = "memberremove"

    member: MembershipId
    sure: bool
